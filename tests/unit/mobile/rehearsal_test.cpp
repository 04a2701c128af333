// SPDX-License-Identifier: Apache-2.0
#include "field_bench.h"
#include "rehearsal.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::need;

namespace {

constexpr const char* kUuid = "0b9f6a52-6c3e-4b0e-9c3a-3b6f5f0f7a11";

Result<> play(FieldBench& bench, const std::string& line) {
    PEIL_TRY(const auto interviews, parseRehearsal(line));
    PEIL_TRY(auto rehearsal, Rehearsal::open(bench.storage(), bench.fieldClock(), bench.rng()));
    for (const auto& interview : interviews)
        PEIL_CHECK(rehearsal.play(interview));
    return {};
}

storage::InterviewSummary summary(FieldBench& bench) {
    return need(waitFor(
        bench.storage().withStore([](storage::LocalStore& store) { return store.interview(InterviewId(kUuid)); })));
}

std::error_code refusal(const std::string& line) {
    const auto parsed = parseRehearsal(line);
    REQUIRE_FALSE(parsed.has_value());
    return parsed.error().code;
}

} // namespace

TEST_CASE("a rehearsed interview is answered, sealed and queued under its own UUID", "[rehearsal]") {
    FieldBench bench;
    need(play(bench, peil_test::shortInterview(kUuid)));
    const auto interview = summary(bench);
    CHECK(interview.state == storage::InterviewState::Finalised);
    CHECK(interview.sequence == 1);
    const auto items =
        need(waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.outbox(10); })));
    REQUIRE(items.size() == 1);
    const auto envelope = need(protocol::Envelope::parse(items[0].envelope));
    CHECK(envelope.header().interview.text() == kUuid);
    CHECK(envelope.header().outcome == "not_eligible");
    REQUIRE(envelope.header().field("site") != nullptr);
    CHECK(envelope.header().field("site")->value == "AMS-02");
    CHECK(envelope.header().field("city")->value == "Amsterdam");
    CHECK(envelope.header().field("week")->value == "1");
    CHECK(envelope.header().field("interview_date") == nullptr);
}

TEST_CASE("a rehearsed interview says whether the tablet's clock was compared with a server's", "[rehearsal]") {
    const auto trusted = [](FieldBench& bench) {
        need(play(bench, peil_test::shortInterview(kUuid)));
        const auto items =
            need(waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.outbox(1); })));
        return need(protocol::Envelope::parse(items.at(0).envelope)).header().clockTrusted;
    };
    FieldBench never, compared;
    CHECK_FALSE(trusted(never));
    compared.fieldClock().check(compared.clock().now());
    CHECK(trusted(compared));
}

TEST_CASE("playing a rehearsal twice sends nothing twice", "[rehearsal]") {
    FieldBench bench;
    need(play(bench, peil_test::shortInterview(kUuid)));
    need(play(bench, peil_test::shortInterview(kUuid)));
    const auto ledger =
        need(waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.ledger(); })));
    CHECK(ledger.finalised == 1);
}

TEST_CASE("an answer that the form does not take ends the rehearsal with line and question", "[rehearsal]") {
    FieldBench bench;
    const auto bad = play(bench, R"({"site":"AMS-02","answers":[["consent","perhaps"]]})");
    REQUIRE_FALSE(bad.has_value());
    CHECK(bad.error().code == FieldErrc::AnswerRefused);
    CHECK(bad.error().context.find("Line 1, question consent") != std::string::npos);
    const auto outside = play(
        bench,
        R"({"site":"AMS-02","answers":[["consent","1"],["questionnaire_language","nl"],["adult","1"],["opioid_days_week","9"]]})");
    REQUIRE_FALSE(outside.has_value());
    CHECK(outside.error().code == FieldErrc::AnswerRefused);
}

TEST_CASE("a question that is never asked, or an interview that is not complete, ends the rehearsal", "[rehearsal]") {
    FieldBench bench;
    const auto never = play(bench, R"({"site":"AMS-02","answers":[["consent","0"],["adult","1"]]})");
    REQUIRE_FALSE(never.has_value());
    CHECK(never.error().code == FieldErrc::NeverReached);
    CHECK(never.error().context.find("adult") != std::string::npos);
    const auto half = play(bench, R"({"site":"AMS-02","answers":[["consent","1"]]})");
    REQUIRE_FALSE(half.has_value());
    CHECK(half.error().code == FieldErrc::NotComplete);
    const auto nowhere = play(bench, R"({"site":"XXX-01","answers":[["consent","1"]]})");
    REQUIRE_FALSE(nowhere.has_value());
    CHECK(nowhere.error().code == FieldErrc::UnknownSite);
}

TEST_CASE("a reason for no answer satisfies a required question", "[rehearsal]") {
    FieldBench bench;
    auto line = peil_test::shortInterview(kUuid);
    line.replace(line.find(R"(["oat","0"])"), 11, R"(["oat",null,"refused"])");
    need(play(bench, line));
    const auto items =
        need(waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.outbox(1); })));
    const auto envelope = need(protocol::Envelope::parse(items.at(0).envelope));
    REQUIRE(envelope.header().field("oat") != nullptr);
    CHECK(envelope.header().field("oat")->reason == "refused");
    CHECK(envelope.header().field("oat")->value.empty());
}

TEST_CASE("a reason that the form does not offer ends the rehearsal with line, question and what is offered",
          "[rehearsal]") {
    FieldBench bench("type,name,label,peil:no_answer\nhidden,city,,\nhidden,site,,\ninteger,age,Age,dont_know refused\n"
                     "integer,sites,Sites,none\n",
                     "list_name,name,label\nfruit,apple,Apple\n");
    const auto other = play(bench, R"({"site":"AMS-02","answers":[["age",null,"skipped"]]})");
    REQUIRE_FALSE(other.has_value());
    CHECK(other.error().code == FieldErrc::AnswerRefused);
    CHECK(other.error().context == "Line 1, question age: the form does not offer the reason skipped here; give an "
                                   "answer or dont_know or refused.");
    const auto any = play(bench, R"({"site":"AMS-02","answers":[["age",null,"refused"],["sites",null,"refused"]]})");
    REQUIRE_FALSE(any.has_value());
    CHECK(any.error().context == "Line 1, question sites: the form does not offer the reason refused here; give an "
                                 "answer, or none at all.");
    need(play(bench, R"({"site":"AMS-02","answers":[["age",null,"refused"],["sites","2"]]})"));
}

TEST_CASE("a line that is no interview is named by its number", "[rehearsal]") {
    CHECK(refusal("not json") == FieldErrc::BadAnswers);
    CHECK(refusal(R"({"answers":[["a","b"]]})") == FieldErrc::BadAnswers);
    CHECK(refusal(R"({"site":"AMS-02","answers":[]})") == FieldErrc::BadAnswers);
    CHECK(refusal(R"({"site":"AMS-02","answers":[["a"]]})") == FieldErrc::BadAnswers);
    CHECK(refusal(R"({"site":"AMS-02","answers":[["a",null,"bored"]]})") == FieldErrc::BadAnswers);
    CHECK(refusal(R"({"site":"AMS-02","interview":"17","answers":[["a","b"]]})") == FieldErrc::BadAnswers);
    CHECK(refusal(R"({"site":"AMS-02","startedAt":"yesterday","answers":[["a","b"]]})") == FieldErrc::BadAnswers);
    const auto second = parseRehearsal("{\"site\":\"AMS-02\",\"answers\":[[\"a\",\"b\"]]}\n\n[]\n");
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().context.find("Line 3") != std::string::npos);
}
