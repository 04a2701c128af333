// SPDX-License-Identifier: Apache-2.0
// The controller of the interview's pages on a real store whose disk is slow to make things durable.
#include "open_interview.h"
#include "slow_disk.h"

using namespace peil;
using namespace peil::mobile;
using peil_test::OpenInterview;
using peil_test::SlowDisk;
using namespace std::chrono_literals;

namespace {

constexpr auto kSlower = 30ms; ///< each fsync; a commit has several
constexpr const char* kSurvey = "type,name,label\nhidden,city,\nhidden,site,\ntext,words,Words\ntext,more,More\n";

} // namespace

TEST_CASE("on a slow disk, what is typed is saved within a second after the last key", "[saving]") {
    constexpr int kKeys = 120;
    OpenInterview open(kSurvey);
    QString text;
    {
        SlowDisk disk(open.bench().storage(), kSlower);
        for (int key = 0; key < kKeys; ++key) {
            text += QLatin1Char("abcdefghij"[key % 10]);
            open.answerAtOnce("words", text.toLatin1().constData());
            disk.pass(100ms);
        }
        disk.pass(900ms);
        CHECK(open.controller().saveState() == InterviewController::Saved);
    }
    open.settle();
    CHECK(open.kept("words") == text.toStdString());
}

TEST_CASE("an answer is called saved when the disk has it, and not before", "[saving]") {
    OpenInterview open(kSurvey);
    auto& controller = open.controller();
    SlowDisk disk(open.bench().storage(), kSlower);
    open.answerAtOnce("words", "one");
    disk.pass(kSlower - 1ms);
    CHECK(disk.syncs() == 1);
    CHECK(controller.saveState() == InterviewController::Saving);
    open.answerAtOnce("words", "two"); // waits for the first
    controller.next();                 // waits for both
    disk.pass(1s);
    CHECK(controller.saveState() == InterviewController::Saved);
    CHECK(open.isShown("more"));
}

TEST_CASE("answers that come while one is being saved are saved together", "[saving]") {
    OpenInterview open(kSurvey);
    SlowDisk disk(open.bench().storage(), kSlower);
    open.answerAtOnce("words", "a");
    disk.pass(1s);
    const auto each = disk.syncs();
    for (const auto* text : {"ab", "abc", "abcd", "abcde", "abcdef"})
        open.answerAtOnce("words", text);
    disk.pass(1s);
    CHECK(disk.syncs() == 3 * each); // the first one, and the newest of all others
}
