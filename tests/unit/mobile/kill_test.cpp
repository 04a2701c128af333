// SPDX-License-Identifier: Apache-2.0
// A real tablet process, killed with SIGKILL in the middle of an interview: every answer of which the store had said that
// it is kept must be there.
#include "field_bench.h"
#include "rehearsal.h"

#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil_test/result.h"

#include <QtCore/qprocess.h>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::need;

namespace {

constexpr int kInterviews = 12;
constexpr int kKills = 12;

std::string uuid(int number) {
    auto text = std::to_string(number);
    return "0b9f6a52-6c3e-4b0e-9c3a-" + std::string(12 - text.size(), '0') + text;
}

struct Tablet {
    explicit Tablet(const FieldBench& bench, const QStringList& more = {}) {
        QStringList arguments{QStringLiteral("--store"), QString::fromStdString(bench.folder().string()), QStringLiteral("--passphrase-file"),
                              QString::fromStdString(bench.passphraseFile().string()), QStringLiteral("--rehearse"),
                              QString::fromStdString(bench.file("answers.jsonl").string())};
        process.start(QStringLiteral(PEIL_BIN_DIR "/peil-tablet"), arguments + more);
        REQUIRE(process.waitForStarted());
    }
    QProcess process;
};

/// An answer of shortInterview(); calculated rows may change with a later answer.
bool isGiven(const std::string& row) {
    for (const auto* answer : {"/consent=1", "/questionnaire_language=nl", "/adult=1", "/opioid_days_week=0", "/crack_days_week=0", "/oat=0"}) {
        if (row.ends_with(answer)) return true;
    }
    return false;
}

/// The answers of the draft that was under way, in the order of the file; empty when there is none.
std::vector<std::string> keptValues(FieldBench& bench) {
    return need(waitFor(bench.storage().withStore([](storage::LocalStore& store) -> Result<std::vector<std::string>> {
        std::vector<std::string> values;
        PEIL_TRY(const auto interviews, store.interviews());
        for (const auto& one : interviews) {
            if (one.state != storage::InterviewState::Draft) continue;
            PEIL_TRY(const auto rows, store.answers(one.id));
            for (const auto& row : rows) values.push_back(row.path + "=" + row.value);
        }
        return values;
    })));
}

} // namespace

TEST_CASE("a tablet that is killed at any moment has every finished interview once and goes on where it was", "[kill]") {
    FieldBench bench;
    std::string lines;
    for (int i = 0; i < kInterviews; ++i) lines += peil_test::shortInterview(uuid(i)) + "\n";
    need(writeFileDurably(bench.file("answers.jsonl"), bytesOf(lines)));
    peil_test::SeededRng random(41);
    std::int64_t finalisedBefore = 0;
    for (int round = 0; round < kKills; ++round) {
        bench.release();
        Tablet tablet(bench);
        const auto linesToSee = 1 + static_cast<int>(random.next64() % 2);
        int printed = 0;
        while (printed < linesToSee && tablet.process.waitForReadyRead(20'000))
            printed += static_cast<int>(tablet.process.readAll().count('\n'));
        tablet.process.waitForFinished(static_cast<int>(random.next64() % 40)); // somewhere in the next interview
        tablet.process.kill();
        tablet.process.waitForFinished();

        bench.reopen();
        const auto ledger = need(waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.ledger(); })));
        CHECK(ledger.finalised >= finalisedBefore);
        CHECK(ledger.finalised >= std::min(printed, kInterviews));
        CHECK(ledger.waiting == ledger.finalised);
        finalisedBefore = ledger.finalised;
        const auto kept = keptValues(bench); // opens and decrypts, or need() fails
        INFO("round " << round << ", kept rows " << kept.size());
        CHECK((ledger.drafts == 0) == kept.empty());
    }
    bench.release();
    Tablet last(bench);
    REQUIRE(last.process.waitForFinished(60'000));
    CHECK(last.process.exitCode() == 0);
    bench.reopen();
    const auto ledger = need(waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.ledger(); })));
    CHECK(ledger.finalised == kInterviews);
    CHECK(ledger.drafts == 0);
}

TEST_CASE("an answer that was given before the kill is in the draft after unlock", "[kill]") {
    FieldBench bench;
    // The last answer names no question, so that the program ends with every answer before it in an unfinished draft;
    // --progress has nothing to print before that: the kill comes at a time drawn from the seed.
    const auto line = peil_test::shortInterview(uuid(1));
    need(writeFileDurably(bench.file("answers.jsonl"), bytesOf(line.substr(0, line.size() - 2) + R"(,["no_such_question","1"]]})")));
    peil_test::SeededRng random(42);
    std::vector<std::string> before;
    for (int round = 0; round < kKills; ++round) {
        bench.release();
        Tablet tablet(bench);
        tablet.process.waitForFinished(20 + static_cast<int>(random.next64() % 400));
        tablet.process.kill();
        tablet.process.waitForFinished();
        bench.reopen();
        const auto now = keptValues(bench);
        for (const auto& row : before) {
            if (!isGiven(row)) continue;
            INFO(row);
            CHECK(std::find(now.begin(), now.end(), row) != now.end());
        }
        before = now;
    }
    bench.release();
    Tablet last(bench);
    REQUIRE(last.process.waitForFinished(60'000));
    CHECK(last.process.exitCode() == 1);
    CHECK(last.process.readAllStandardError().contains("no_such_question"));
    bench.reopen();
    const auto kept = keptValues(bench);
    CHECK(std::find_if(kept.begin(), kept.end(), [](const auto& row) { return row.ends_with("/consent=1"); }) != kept.end());
    CHECK(std::find_if(kept.begin(), kept.end(), [](const auto& row) { return row.ends_with("/oat=0"); }) != kept.end());
}
