// SPDX-License-Identifier: Apache-2.0
// What an answer costs the thread that draws: from the tap on a choice to the screen's models, the overview and the job
// for the store, until the store's word has come back. The form has 2,000 questions, each on a screen of its own.
#include "forms_support.h"
#include "interview_controller.h"
#include "measure.h"
#include "sheet_study.h"

#include "peil_test/clock.h"
#include "peil_test/rng.h"
#include "peil_test/temporary_folder.h"

#include <QtCore/qcoreapplication.h>

#include <cstdio>
#include <cstdlib>

using namespace peil;
using namespace peil::mobile;

namespace {

template <class T>
T need(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// An interview on a screen without a window, on a store in a temporary folder.
class OpenScreen {
public:
    explicit OpenScreen(const std::string& form) {
        need(waitFor(m_storage.run([](Vault& vault) {
            return vault.create(crypto::SecretBytes::copyOf(bytesOf("five words make it open")));
        })));
        const auto study = need(waitFor(m_storage.withStore(
            [&](storage::LocalStore& store) { return peil_test::putFormStudy(store, form, m_rng); })));
        storage::DraftChange first;
        const InterviewSetting setting{DeviceId("d"), "AMS", "AMS-02", "en", {}};
        auto run = need(InterviewRun::start(study, setting, m_clock, m_rng, first));
        need(waitFor(m_storage.withStore(
            [&](storage::LocalStore& store) { return store.createDraft(run.id(), study->pack.formHash(), first); })));
        m_controller.show(std::move(run), {}, QStringLiteral("Drop-in"));
    }
    [[nodiscard]] const forms::Session& session() const { return m_controller.run()->session(); }
    void settle() {
        need(waitFor(m_storage.run([](Vault&) { return Result<>(); })));
        QCoreApplication::processEvents();
    }
    /// Processor time of the drawing thread for `rounds` answers to one question, with each of `values` in turn.
    void report(const char* what, const char* path, const std::vector<QString>& values) {
        constexpr int kRounds = 500;
        const auto node = static_cast<int>(bench::node(session(), path));
        m_controller.goToNode(node);
        settle();
        settle();
        const auto times = bench::cpuEach(kRounds, [&](int round) {
            m_controller.answer(node, values[static_cast<std::size_t>(round) % values.size()]);
            settle();
        });
        if (m_controller.saveState() != InterviewController::Saved) {
            std::fprintf(stderr, "The store did not take the answers: %s\n", qPrintable(m_controller.error()));
            std::exit(1);
        }
        bench::report(what, times);
    }

private:
    peil_test::TemporaryFolder m_folder;
    peil_test::SeededRng m_rng{20230703};
    peil::SystemClock m_clock;
    StorageThread m_storage{Vault(m_folder.path() / "tablet", m_clock, m_rng, crypto::PassphraseCost::minimal())};
    InterviewController m_controller{m_storage, nullptr};
};

/// For comparison: what it costs to ask for all there is to show, words and choices, as after a change of language.
void askForAll(const forms::Session& session) {
    constexpr int kRounds = 50;
    bench::report("q2000 every question of every screen asked for", bench::cpuEach(kRounds, [&](int) {
                      std::size_t choices = 0;
                      for (const auto& screen : session.screens())
                          for (const auto node : screen.questions)
                              choices += session.question(node).choices.size();
                      if (choices == 0) std::exit(1);
                  }));
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    OpenScreen screen(bench::read(PEIL_BENCH_FORMS "/q2000.xml"));
    const QString one = QStringLiteral("1"), two = QStringLiteral("2"), yes = QStringLiteral("c1"),
                  no = QStringLiteral("c5");
    screen.report("q2000 answer on the screen, nothing depends on it", "/data/g0/q0",
                  {QStringLiteral("a"), QStringLiteral("b")});
    screen.report("q2000 answer on the screen, in a chain of 50 calculates", "/data/g0/q1", {one, two});
    screen.report("q2000 choice on the screen, nothing depends on it", "/data/g0/q6", {yes, QStringLiteral("c2")});
    screen.report("q2000 choice on the screen, another question comes and goes", "/data/g0/q12", {yes, no});
    askForAll(screen.session());
    return 0;
}
