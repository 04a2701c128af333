// SPDX-License-Identifier: Apache-2.0
// Questions that the participant answers alone: who holds the tablet, and what can be reached meanwhile.
#include "open_interview.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using peil_test::OpenInterview;

namespace {

using Stage = InterviewController::Stage;

/// Two questions of the worker, two of the participant with a list of fields around them, and the rest as given.
std::string survey(const char* rest = "integer,last,Last,,\n") {
    return std::string("type,name,label,appearance,bind::peil:mode\n"
                       "hidden,city,,,\n"
                       "hidden,site,,,\n"
                       "integer,first,First,,\n"
                       "begin_group,mood,Mood,field-list,participant\n"
                       "integer,low,Low,,\n"
                       "integer,tense,Tense,,\n"
                       "end_group,,,,\n") +
           rest;
}

Stage stageOf(OpenInterview& open) {
    return open.controller().stage();
}

/// To the participant, who is at the first question.
void handOver(OpenInterview& open) {
    open.answer("first", "1");
    open.next();
    open.controller().handOver();
}

} // namespace

TEST_CASE("the tablet stops before the questions for the participant, and after them until the worker unlocks it",
          "[holder]") {
    OpenInterview open(survey());
    CHECK(stageOf(open) == Stage::ByWorker);
    handOver(open);
    CHECK(stageOf(open) == Stage::ByParticipant);
    CHECK(open.controller().partPages() == 2);
    CHECK(open.controller().partPage() == 1);
    open.answer("low", "2");
    open.next();
    CHECK(open.isShown("tense"));
    CHECK(open.controller().partPage() == 2);
    CHECK(open.controller().partAnswered() == 1);
    open.answer("tense", "3");
    open.next();
    CHECK(stageOf(open) == Stage::HandBack);
    CHECK(open.kept("tense") == "3");
}

TEST_CASE("the participant goes back as far as the own first question", "[holder]") {
    OpenInterview open(survey());
    handOver(open);
    CHECK_FALSE(open.controller().canGoBack());
    open.back();
    CHECK(open.isShown("low"));
    CHECK(stageOf(open) == Stage::ByParticipant);
    open.answer("low", "2");
    open.next();
    CHECK(open.controller().canGoBack());
    open.back();
    CHECK(open.isShown("low"));
}

TEST_CASE("the worker can go back instead of handing over, and comes to the same page again", "[holder]") {
    OpenInterview open(survey());
    open.answer("first", "1");
    open.next();
    REQUIRE(stageOf(open) == Stage::HandOver);
    open.back();
    CHECK(stageOf(open) == Stage::ByWorker);
    CHECK(open.isShown("first"));
    open.next();
    CHECK(stageOf(open) == Stage::HandOver);
}

TEST_CASE("the worker reads the questions out to who cannot read, for this part only", "[holder]") {
    OpenInterview open(survey("begin_group,more,More,,participant\ninteger,alone,Alone,,\nend_group,,,,\n"
                              "integer,last,Last,,\n"
                              "begin_group,again,Again,,participant\ninteger,own,Own,,\nend_group,,,,\n"));
    open.answer("first", "1");
    open.next();
    open.controller().readOut();
    CHECK(stageOf(open) == Stage::ByWorker);
    for (const auto* field : {"low", "tense", "alone", "last"}) {
        CHECK(open.isShown(field));
        open.answer(field, "1");
        open.next();
    }
    CHECK(stageOf(open) == Stage::HandOver);
}

TEST_CASE("who gives the tablet back early leaves what is half typed, and the worker passes over the rest",
          "[holder]") {
    OpenInterview open(survey());
    handOver(open);
    open.answer("low", "2");
    open.next();
    open.type("tense", "x");
    REQUIRE(open.unsaved("tense"));
    open.controller().giveBack();
    CHECK(stageOf(open) == Stage::HandBack);
    CHECK_FALSE(open.controller().questions()->hasUnsaved());
    open.reopen();
    REQUIRE(stageOf(open) == Stage::HandOver);
    CHECK(open.controller().partAnswered() == 1);
    CHECK(open.controller().partAsked() == 2);
    open.controller().passPart();
    open.settle();
    CHECK(open.isShown("last"));
    CHECK(stageOf(open) == Stage::ByWorker);
}

TEST_CASE("a form that ends with the participant's questions reaches its review only after the unlock", "[holder]") {
    OpenInterview open(survey(""));
    int ends = 0;
    QObject::connect(&open.controller(), &InterviewController::endReached, [&ends] { ++ends; });
    handOver(open);
    open.answer("low", "2");
    open.next();
    open.answer("tense", "2");
    open.next();
    CHECK(stageOf(open) == Stage::HandBack);
    CHECK(ends == 0);
    open.reopen();
    REQUIRE(stageOf(open) == Stage::HandOver);
    open.controller().passPart();
    open.settle();
    CHECK(ends == 1);
}

TEST_CASE("a question chosen in the review is handed over too, and nothing of it is on the page before", "[holder]") {
    OpenInterview open(survey());
    open.answer("first", "1");
    open.controller().visit(open.nodeOf("tense"));
    open.settle();
    CHECK(stageOf(open) == Stage::HandOver);
    open.controller().handOver();
    CHECK(open.isShown("tense"));
    open.answer("tense", "1");
    open.next();
    CHECK(stageOf(open) == Stage::HandBack);
}
