// SPDX-License-Identifier: Apache-2.0
// A real tablet process on a real store, killed with SIGKILL: whatever it had said was stored must be there afterwards,
// with its value. The process names each answer by its path once the answer is durable; the values come from the
// script.
#include "field_bench.h"
#include "synthetic_answers.h"

#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil_test/child_process.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::need;

namespace {

constexpr int kInterviews = 12;

std::string uuid(int number) {
    auto text = std::to_string(number);
    return "0b9f6a52-6c3e-4b0e-9c3a-" + std::string(12 - text.size(), '0') + text;
}

/// What a tablet process said was stored before it ended.
struct Acknowledged {
    std::vector<std::string> questions; ///< paths, in the order of the lines
    std::int64_t finalised = 0;

    void take(const std::string& line) {
        const auto object = boost::json::parse(line).as_object();
        if (const auto* question = object.if_contains("question")) {
            questions.emplace_back(question->as_string());
        } else {
            finalised = object.at("finalised").as_int64();
        }
    }
};

/// A tablet that plays answers.jsonl of the bench.
class Tablet {
public:
    explicit Tablet(FieldBench& bench)
        : m_process({PEIL_BIN_DIR "/peil-tablet", "--store", bench.folder().string(), "--passphrase-file",
                     bench.passphraseFile().string(), "--rehearse", bench.file("answers.jsonl").string(),
                     "--progress"}) {}

    /// Kills it as soon as it has printed `lines` lines. Nothing is counted that was not printed.
    [[nodiscard]] Acknowledged killAfter(std::size_t lines) {
        Acknowledged result;
        for (std::size_t seen = 0; seen < lines; ++seen) {
            const auto line = m_process.readLine();
            if (!line) break;
            result.take(*line);
        }
        m_process.signal(SIGKILL);
        while (const auto line = m_process.readLine()) {
            if (line->ends_with('}')) result.take(*line); // the last one may be cut off
        }
        m_ended = m_process.wait();
        return result;
    }
    [[nodiscard]] int finish() { return m_process.finish(); }
    [[nodiscard]] bool wasKilled() const { return m_ended == 128 + SIGKILL; }
    [[nodiscard]] const std::string& errors() const { return m_process.errors(); }

private:
    peil_test::ChildProcess m_process;
    int m_ended = 0;
};

storage::Ledger ledgerOf(FieldBench& bench) {
    return need(waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.ledger(); })));
}

/// The rows of the only draft, by path; opens and decrypts, or need() fails.
std::map<std::string, storage::AnswerRow> keptRows(FieldBench& bench, const InterviewId& id) {
    const auto rows =
        need(waitFor(bench.storage().withStore([id](storage::LocalStore& store) { return store.answers(id); })));
    std::map<std::string, storage::AnswerRow> result;
    for (const auto& row : rows)
        result.emplace(row.path, row);
    return result;
}

/// A whole interview of the reference data in Amsterdam, question by question.
peil_demo::Interview referenceInterview() {
    const auto file = std::filesystem::path(PEIL_TEST_DATA) / "opaak/synthetic.csv";
    const auto interviews = need(peil_demo::interviewsFrom(need(parseCsv(need(readTextFile(file, 1U << 20U))))));
    const auto found = std::find_if(interviews.begin(), interviews.end(),
                                    [](const auto& interview) { return interview.cityCode == "AMS"; });
    REQUIRE(found != interviews.end());
    return *found;
}

/// The answer of the script for the question at `path`; every name of the model study is there once.
const peil_demo::Answer& scripted(const peil_demo::Interview& interview, const std::string& path) {
    const auto found = std::find_if(interview.answers.begin(), interview.answers.end(),
                                    [&](const auto& answer) { return path.ends_with("/" + answer.question); });
    REQUIRE(found != interview.answers.end());
    return *found;
}

} // namespace

TEST_CASE("a tablet that is killed at any moment has every finished interview once and continues where it was",
          "[kill]") {
    FieldBench bench;
    std::string lines;
    for (int i = 0; i < kInterviews; ++i)
        lines += peil_test::shortInterview(uuid(i)) + "\n";
    need(writeFileDurably(bench.file("answers.jsonl"), bytesOf(lines)));
    peil_test::SeededRng random(41);
    std::int64_t acknowledged = 0, before = 0;
    for (int round = 0; round < kInterviews; ++round) {
        INFO("round " << round);
        bench.release();
        Tablet tablet(bench);
        // A run first names the interviews that are finished already.
        const auto said = tablet.killAfter(static_cast<std::size_t>(before) + 1 + random.next64() % 9);
        acknowledged = std::max(acknowledged, said.finalised);
        bench.reopen();
        const auto ledger = ledgerOf(bench);
        CHECK(ledger.finalised >= acknowledged);
        CHECK(ledger.finalised >= before);
        CHECK(ledger.waiting == ledger.finalised);
        CHECK(ledger.drafts <= 1);
        before = ledger.finalised;
    }
    CHECK(before > 0);
    bench.release();
    Tablet last(bench);
    CHECK(last.finish() == 0);
    bench.reopen();
    const auto ledger = ledgerOf(bench);
    CHECK(ledger.finalised == kInterviews);
    CHECK(ledger.drafts == 0);
}

TEST_CASE("every answer that a tablet had stored when it was killed is there after unlock, with its value", "[kill]") {
    constexpr std::size_t kMostAtOnce = 4;
    FieldBench bench;
    const auto interview = referenceInterview();
    auto script = interview;
    // A question that the form does not have: every answer stays in a draft, also when the script has been played.
    script.answers.push_back({"no_such_question", "1", ""});
    need(writeFileDurably(bench.file("answers.jsonl"), bytesOf(peil_demo::rehearsalLine(script))));

    peil_test::SeededRng random(42);
    std::vector<std::string> acknowledged; // by any of the processes so far
    std::size_t kills = 0;
    for (bool played = false; !played;) {
        INFO("kill " << kills << ", " << acknowledged.size() << " answers acknowledged");
        bench.release();
        Tablet tablet(bench);
        const auto said = tablet.killAfter(1 + random.next64() % kMostAtOnce);
        acknowledged.insert(acknowledged.end(), said.questions.begin(), said.questions.end());
        if (tablet.wasKilled()) ++kills;
        played = said.questions.empty(); // it had nothing left to store
        CHECK((!played || tablet.errors().find("no_such_question") != std::string::npos));

        bench.reopen();
        const auto kept = keptRows(bench, InterviewId(interview.uuid));
        for (const auto& path : acknowledged) {
            INFO(path);
            const auto row = kept.find(path);
            REQUIRE(row != kept.end());
            const auto& answer = scripted(interview, path);
            CHECK(row->second.value == answer.value);
            CHECK(row->second.reason == answer.reason);
        }
    }
    CHECK(kills >= interview.answers.size() / (2 * kMostAtOnce));
    CHECK(acknowledged.size() >= interview.answers.size() / 2);
}
