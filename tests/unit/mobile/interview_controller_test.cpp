// SPDX-License-Identifier: Apache-2.0
// The controller of the interview's pages on a real store whose disk is full for a while.
#include "field_bench.h"
#include "interview_controller.h"

#include "peil_test/full_disk.h"
#include "peil_test/result.h"

#include <QtCore/qcoreapplication.h>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::FileSizeLimit;
using peil_test::need;

namespace {

/// Less than the store already has: every commit fails, as on a full disk.
constexpr std::uintmax_t kNoRoom = 4096;

/// An interview that has just begun, on a screen without a window.
class OpenInterview {
public:
    OpenInterview() {
        storage::DraftChange first;
        const InterviewSetting setting{DeviceId("d"), "AMS", "AMS-02", "en", {}};
        auto run = need(InterviewRun::start(m_bench.study(), setting, m_bench.clock(), m_bench.rng(), first));
        m_id = run.id();
        need(waitFor(m_bench.storage().withStore([&](storage::LocalStore& store) {
            return store.createDraft(m_id, m_bench.study()->pack.formHash(), first);
        })));
        m_controller.show(std::move(run), {}, QStringLiteral("Drop-in"));
    }
    [[nodiscard]] InterviewController& controller() { return m_controller; }

    /// Answers on the screen that is shown, and waits until the store has said yes or no.
    void answer(const char* field, const char* value) {
        m_controller.answer(node(field), QString::fromLatin1(value));
        settle();
    }
    void next() {
        m_controller.next();
        settle();
    }
    [[nodiscard]] bool isShown(const char* field) {
        const auto* questions = m_controller.questions();
        return questions->find(static_cast<forms::NodeId>(node(field))) != nullptr;
    }
    /// What a tablet that lost power now would find: the rows as another reader of the store sees them.
    [[nodiscard]] std::string kept(const char* field) {
        const auto path = m_bench.study()->pathOf(field);
        const auto rows = need(
            waitFor(m_bench.storage().withStore([this](storage::LocalStore& store) { return store.answers(m_id); })));
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.path == path; });
        return row == rows.end() ? std::string() : row->value;
    }
    /// Runs every job that was given to the storage thread, and what follows from it here.
    void settle() {
        for (int round = 0; round < kRounds; ++round) {
            need(waitFor(m_bench.storage().run([](Vault&) { return Result<>(); })));
            QCoreApplication::processEvents();
        }
    }

private:
    /// A job's answer may send another job, whose answer moves the page, which stores the new position.
    static constexpr int kRounds = 4;

    [[nodiscard]] int node(const char* field) {
        return static_cast<int>(*m_controller.run()->session().find(m_bench.study()->pathOf(field)));
    }

    std::string m_name = "viewmodels";
    std::array<char*, 2> m_arguments{m_name.data(), nullptr};
    int m_argumentCount = 1;
    QCoreApplication m_app{m_argumentCount, m_arguments.data()};
    FieldBench m_bench;
    InterviewController m_controller{m_bench.storage(), nullptr};
    InterviewId m_id;
};

} // namespace

TEST_CASE("an answer that the full tablet does not take stays on its page, and is saved once there is room",
          "[interview]") {
    OpenInterview open;
    auto& controller = open.controller();
    open.answer("consent", "1");
    REQUIRE(controller.saveState() == InterviewController::Saved);
    open.next();
    REQUIRE(open.isShown("questionnaire_language"));
    {
        const FileSizeLimit full(kNoRoom);
        open.answer("questionnaire_language", "nl");
        CHECK(controller.saveState() == InterviewController::Failed);
        CHECK(controller.error().contains(QStringLiteral("full")));
        CHECK(open.kept("questionnaire_language").empty());
        open.next();
        CHECK(open.isShown("questionnaire_language"));
        CHECK(controller.saveState() == InterviewController::Failed);
        CHECK(controller.error().contains(QStringLiteral("full")));
    }
    open.next(); // tries again by itself
    CHECK(controller.saveState() == InterviewController::Saved);
    CHECK(controller.error().isEmpty());
    CHECK(open.isShown("adult"));
    CHECK(open.kept("consent") == "1");
    CHECK(open.kept("questionnaire_language") == "nl");
}

TEST_CASE("all answers of the time without room are saved with the first one after it, the last word of each",
          "[interview]") {
    OpenInterview open;
    auto& controller = open.controller();
    {
        const FileSizeLimit full(kNoRoom);
        open.answer("consent", "0");
        open.answer("consent", "1");
        CHECK(controller.saveState() == InterviewController::Failed);
    }
    CHECK(open.kept("consent").empty());
    controller.setLanguage(QStringLiteral("nl")); // the next thing that is stored
    open.settle();
    CHECK(controller.saveState() == InterviewController::Saved);
    CHECK(open.kept("consent") == "1");
    open.next();
    CHECK(open.isShown("questionnaire_language"));
}

TEST_CASE("an interview is not left for a break while an answer is not saved", "[interview]") {
    OpenInterview open;
    auto& controller = open.controller();
    bool left = false;
    {
        const FileSizeLimit full(kNoRoom);
        open.answer("consent", "1");
        controller.interrupt("no_time", [&left] { left = true; });
        open.settle();
        CHECK_FALSE(left);
        CHECK(controller.saveState() == InterviewController::Failed);
    }
    controller.interrupt("no_time", [&left] { left = true; });
    open.settle();
    CHECK(left);
    CHECK(open.kept("consent") == "1");
    CHECK_FALSE(open.kept("interruptions").empty());
}

TEST_CASE("back takes back a next that still waits for the store", "[interview]") {
    OpenInterview open;
    auto& controller = open.controller();
    open.answer("consent", "1");
    open.next();
    controller.answer(controller.questions()->index(0).data(QuestionListModel::NodeRole).toInt(), QStringLiteral("nl"));
    controller.next(); // waits: the answer is on its way
    controller.back();
    open.settle();
    CHECK(open.isShown("questionnaire_language"));
    CHECK(open.kept("questionnaire_language") == "nl");
}
