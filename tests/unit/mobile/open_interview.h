// SPDX-License-Identifier: Apache-2.0
#pragma once

// The controller of the interview's pages on a real store, without a window: the test answers and looks.

#include "field_bench.h"
#include "home_data.h"
#include "interview_controller.h"

#include "peil_test/result.h"

#include <QtCore/qcoreapplication.h>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cstring>

namespace peil_test {

/// An interview that has just begun, on a screen without a window.
class OpenInterview {
public:
    OpenInterview() { begin(); }
    /// With a questionnaire of its own.
    explicit OpenInterview(const std::string& survey)
        : m_bench(survey, "list_name,name,label\nfruit,apple,Apple\nfruit,pear,Pear\n") {
        begin();
    }
    [[nodiscard]] peil::mobile::InterviewController& controller() { return m_controller; }
    [[nodiscard]] FieldBench& bench() { return m_bench; }
    /// The clock of the hand.
    [[nodiscard]] ManualClock& taps() { return m_taps; }

private:
    void begin() {
        peil::storage::DraftChange first;
        const peil::mobile::InterviewSetting setting{peil::DeviceId("d"), "AMS", "AMS-02", "en", {}};
        auto run =
            need(peil::mobile::InterviewRun::start(m_bench.study(), setting, m_bench.clock(), m_bench.rng(), first));
        m_id = run.id();
        need(peil::mobile::waitFor(m_bench.storage().withStore([&](peil::storage::LocalStore& store) {
            return store.createDraft(m_id, m_bench.study()->pack.formHash(), first);
        })));
        m_controller.show(std::move(run), {}, QStringLiteral("Drop-in"));
    }

public:
    /// Answers on the screen that is shown, and waits until the store has said yes or no.
    void answer(const char* field, const char* value) {
        answerAtOnce(field, value);
        settle();
    }
    /// The same without waiting for the store.
    void answerAtOnce(const char* field, const char* value) {
        m_controller.answer(node(field), QString::fromLatin1(value));
    }
    /// Types into a field, key by key.
    void type(const char* field, const char* keys) {
        for (QString text; text.size() < static_cast<qsizetype>(std::strlen(keys));) {
            text += QLatin1Char(keys[text.size()]);
            m_controller.answer(node(field), text);
        }
        settle();
    }
    void next() {
        m_controller.next();
        settle();
    }
    void back() {
        m_controller.back();
        settle();
    }
    /// Locks and unlocks: the interview is opened again from the store, at the page that was stored.
    void reopen() {
        m_controller.close();
        settle();
        const auto draft =
            need(peil::mobile::waitFor(m_bench.storage().withStore([this](peil::storage::LocalStore& store) {
                return peil::mobile::readDraft(store, m_id, m_bench.study());
            })));
        const peil::mobile::InterviewSetting setting{peil::DeviceId("d"), "AMS", "AMS-02", "en", {}};
        auto run = need(
            peil::mobile::InterviewRun::resume(draft.study, m_id, setting, m_bench.clock(), m_bench.rng(), draft.rows));
        m_controller.show(std::move(run), draft.place.position, QStringLiteral("Drop-in"));
    }
    [[nodiscard]] int nodeOf(const char* field) { return node(field); }
    /// What the screen has of a question: text, whether it is unsaved, and the message, if any.
    [[nodiscard]] QString shown(const char* field) {
        return role(field, peil::mobile::QuestionListModel::ShownRole).toString();
    }
    [[nodiscard]] bool unsaved(const char* field) {
        return role(field, peil::mobile::QuestionListModel::UnsavedRole).toBool();
    }
    [[nodiscard]] QString message(const char* field) {
        return role(field, peil::mobile::QuestionListModel::MessageRole).toString();
    }
    void chooseReason(const char* field, peil::forms::NoAnswer reason) {
        m_controller.answerNone(node(field), static_cast<peil::mobile::QuestionListModel::Reason>(reason));
        settle();
    }
    void leave(const char* field) { m_controller.settle(node(field)); }
    [[nodiscard]] std::string held(const char* field) {
        const auto& session = m_controller.run()->session();
        return session.value(*session.find(m_bench.study()->pathOf(field)));
    }
    [[nodiscard]] bool isShown(const char* field) {
        const auto* questions = m_controller.questions();
        return questions->find(static_cast<peil::forms::NodeId>(node(field))) != nullptr;
    }
    /// What a tablet that lost power now would find: the rows as another reader of the store sees them.
    [[nodiscard]] std::string kept(const char* field) {
        const auto path = m_bench.study()->pathOf(field);
        const auto rows = need(peil::mobile::waitFor(
            m_bench.storage().withStore([this](peil::storage::LocalStore& store) { return store.answers(m_id); })));
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.path == path; });
        return row == rows.end() ? std::string() : row->value;
    }
    [[nodiscard]] const peil::InterviewId& id() const { return m_id; }
    /// Runs every job that was given to the storage thread, and what follows from it here.
    void settle() {
        for (int round = 0; round < kRounds; ++round) {
            need(peil::mobile::waitFor(m_bench.storage().run([](peil::mobile::Vault&) { return peil::Result<>(); })));
            QCoreApplication::processEvents();
        }
    }

private:
    /// A job's answer may send another job, whose answer moves the page, which stores the new position.
    static constexpr int kRounds = 4;

public:
    [[nodiscard]] QVariant role(const char* field, peil::mobile::QuestionListModel::Role role) {
        const auto* questions = m_controller.questions();
        for (int row = 0; row < questions->count(); ++row) {
            const auto index = questions->index(row);
            if (index.data(peil::mobile::QuestionListModel::NodeRole).toInt() == node(field)) return index.data(role);
        }
        FAIL("not on the screen: " << field);
        return {};
    }

private:
    [[nodiscard]] int node(const char* field) {
        return static_cast<int>(*m_controller.run()->session().find(m_bench.study()->pathOf(field)));
    }

    std::string m_name = "viewmodels";
    std::array<char*, 2> m_arguments{m_name.data(), nullptr};
    int m_argumentCount = 1;
    QCoreApplication m_app{m_argumentCount, m_arguments.data()};
    FieldBench m_bench;
    ManualClock m_taps;
    peil::mobile::InterviewController m_controller{m_bench.storage(), nullptr, m_taps};
    peil::InterviewId m_id;
};

} // namespace peil_test
