// SPDX-License-Identifier: Apache-2.0
// The controller of the interview's pages on a real store whose disk is full for a while.
#include "open_interview.h"

#include "peil_test/full_disk.h"
#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using peil_test::FileSizeLimit;
using peil_test::need;
using peil_test::OpenInterview;

namespace {

/// Less than the store already has: every commit fails, as on a full disk.
constexpr std::uintmax_t kNoRoom = 4096;

constexpr const char* kNumbers = "type,name,label,required,constraint,constraint_message,peil:no_answer\n"
                                 "hidden,city,,,,,\n"
                                 "hidden,site,,,,,\n"
                                 "integer,id,Number,yes,,,\n"
                                 "decimal,weight,Weight,,. < 100,Less than a hundred.,refused\n"
                                 "text,words,Words,,,,none\n"
                                 "integer,age,Age,yes,,,none\n";

/// As ReasonsRole.
int bits(std::initializer_list<QuestionListModel::Reason> reasons) {
    unsigned all = 0;
    for (const auto reason : reasons)
        all |= 1U << static_cast<unsigned>(reason);
    return static_cast<int>(all);
}

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

TEST_CASE("a number that is too large stays on the screen with a message, holds Next, and is not stored", "[unsaved]") {
    OpenInterview open(kNumbers);
    auto& controller = open.controller();
    int held = 0;
    QObject::connect(&controller, &InterviewController::held, &controller, [&held] { ++held; });
    open.type("id", "3012345678");
    CHECK(open.shown("id") == QStringLiteral("3012345678"));
    CHECK(open.unsaved("id"));
    CHECK(open.message("id") == QStringLiteral("Not saved: this number is too large. The maximum is 2147483647. "
                                               "The saved answer is still 301234567."));
    CHECK(open.kept("id") == "301234567");
    CHECK(controller.error().isEmpty()); // the message stands at its question, nowhere else
    open.next();
    CHECK(held == 1);
    CHECK(open.isShown("id"));
    open.type("id", "-3012345678");
    CHECK(open.message("id").contains(QStringLiteral("minimum is -2147483648")));
    open.answer("id", "301234567"); // the digit is taken back: it is the stored answer again
    CHECK_FALSE(open.unsaved("id"));
    CHECK(open.message("id").isEmpty());
    open.next();
    CHECK(open.isShown("weight"));
    CHECK(open.message("weight").isEmpty());
    CHECK(open.kept("id") == "301234567");
}

TEST_CASE("what is half typed holds Next, and a number that ends with its sign says what it says", "[unsaved]") {
    OpenInterview open(kNumbers);
    open.answer("id", "301234567");
    open.answer("id", "-");
    CHECK(open.unsaved("id"));
    CHECK(open.kept("id") == "301234567");
    open.next();
    CHECK(open.isShown("id"));
    CHECK(open.message("id") ==
          QStringLiteral("Not saved: this number is incomplete. Type the rest or clear the field. "
                         "The saved answer is still 301234567."));
    open.answer("id", "7");
    open.next();
    open.type("weight", "3.5");
    open.answer("weight", "3.");
    CHECK(open.shown("weight") == QStringLiteral("3."));
    CHECK_FALSE(open.unsaved("weight"));
    CHECK(open.kept("weight") == "3");
    open.leave("weight"); // the keyboard goes elsewhere
    CHECK(open.shown("weight") == QStringLiteral("3"));
    open.next();
    open.back();
    CHECK(open.shown("weight") == QStringLiteral("3"));
    CHECK(open.kept("weight") == "3");
}

TEST_CASE("leaving by any way keeps the last answer that was stored, and shows it", "[unsaved]") {
    OpenInterview open(kNumbers);
    auto& controller = open.controller();
    open.answer("id", "12");
    open.next();
    open.answer("weight", "5");
    const auto halfType = [&] {
        open.answer("weight", "-");
        REQUIRE(open.unsaved("weight"));
    };
    const auto isAsStored = [&] {
        CHECK(open.shown("weight") == QStringLiteral("5"));
        CHECK_FALSE(open.unsaved("weight"));
        CHECK(open.message("weight").isEmpty());
        CHECK_FALSE(controller.showProblems());
        CHECK(open.kept("weight") == "5");
        CHECK(open.held("weight") == "5");
    };
    halfType();
    open.next(); // held
    open.back();
    open.next();
    isAsStored();
    halfType();
    controller.goToSection(0);
    open.settle();
    open.next();
    isAsStored();
    halfType();
    controller.leaveScreen(); // sections, review, home
    isAsStored();
    halfType();
    controller.interrupt("no_time", [] {});
    open.settle();
    isAsStored();
    halfType();
    controller.breakOff("no_time");
    open.settle();
    isAsStored();
    halfType();
    controller.close(); // lock
    open.settle();
    CHECK(open.kept("weight") == "5");
}

TEST_CASE("an interview is not sealed as complete with a text on the screen that is not stored", "[unsaved]") {
    OpenInterview open(kNumbers);
    auto& controller = open.controller();
    open.answer("id", "12");
    controller.goToNode(static_cast<int>(*controller.run()->session().find("/data/age")));
    open.settle();
    open.answer("age", "30");
    open.answer("age", "3012345678");
    const auto refused = controller.finish(Outcome::Complete, DeviceId("d"), open.bench().clock());
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == FieldErrc::NotComplete);
    CHECK(open.unsaved("age"));
    open.answer("age", "30");
    need(controller.finish(Outcome::Complete, DeviceId("d"), open.bench().clock()));
    open.answer("age", "31"); // too late: the record is made
    CHECK(open.held("age") == "30");
}

TEST_CASE("another answer in place of a half-typed one ends it: a reason, and the form's own", "[unsaved]") {
    OpenInterview open(kNumbers);
    open.answer("id", "-");
    open.chooseReason("id", forms::NoAnswer::Refused);
    CHECK(open.shown("id").isEmpty());
    CHECK_FALSE(open.unsaved("id"));
    open.answer("id", "-"); // beside the reason, which stays until there is an answer
    CHECK(open.unsaved("id"));
    open.answer("id", "-4");
    CHECK(open.kept("id") == "-4");
    CHECK_FALSE(open.unsaved("id"));
}

TEST_CASE("a rule that an answer breaks is reported at its question and holds Next, and the answer is stored",
          "[unsaved]") {
    OpenInterview open(kNumbers);
    open.answer("id", "1");
    open.next();
    open.answer("weight", "250");
    CHECK_FALSE(open.unsaved("weight"));
    CHECK(open.message("weight") == QStringLiteral("Less than a hundred."));
    CHECK(open.kept("weight") == "250");
    open.next();
    CHECK(open.isShown("weight"));
    open.answer("weight", "25");
    open.next();
    CHECK(open.isShown("words"));
    CHECK(open.message("words").isEmpty());
}

TEST_CASE("words are shown and stored without what a record cannot hold", "[unsaved]") {
    OpenInterview open(kNumbers);
    open.answer("id", "1");
    open.next();
    open.next();
    open.answer("words", "one\r\ntwo\x01");
    CHECK(open.shown("words") == QStringLiteral("one two"));
    CHECK(open.kept("words") == "one two");
}

TEST_CASE("a question offers the reasons that the form gives it, and takes no other", "[reasons]") {
    OpenInterview open(kNumbers);
    auto& controller = open.controller();
    const auto offered = [&](int row) {
        return controller.questions()->index(row).data(QuestionListModel::ReasonsRole).toInt();
    };
    CHECK(offered(0) == bits({QuestionListModel::DontKnow, QuestionListModel::Refused, QuestionListModel::Skipped}));
    open.answer("id", "1");
    open.next();
    CHECK(offered(0) == bits({QuestionListModel::Refused}));
    open.chooseReason("weight", forms::NoAnswer::DontKnow);
    CHECK(open.held("weight").empty());
    CHECK(offered(0) == bits({QuestionListModel::Refused}));
    open.chooseReason("weight", forms::NoAnswer::Refused);
    CHECK(controller.questions()->at(0).reason == forms::NoAnswer::Refused);
    open.next();
    CHECK(offered(0) == 0);
    open.chooseReason("words", forms::NoAnswer::Refused);
    CHECK(controller.questions()->at(0).reason == forms::NoAnswer::None);
    open.next();
    open.next();
    CHECK(open.isShown("age")); // it needs an answer, and no reason stands in for one
}

TEST_CASE("a question that the tablet cannot show never stops the interview", "[reasons]") {
    OpenInterview open("type,name,label,required,peil:no_answer\nhidden,city,,,\nhidden,site,,,\n"
                       "geopoint,place,Place,yes,none\ninteger,age,Age,,\n");
    CHECK(open.controller().questions()->index(0).data(QuestionListModel::ReasonsRole).toInt() ==
          bits({QuestionListModel::Skipped}));
    open.chooseReason("place", forms::NoAnswer::Skipped);
    open.next();
    CHECK(open.isShown("age"));
}

TEST_CASE("the guidance of a question is shown below its hint", "[interview]") {
    const auto shown = [](const std::string& hint, const std::string& guidance) {
        OpenInterview open("type,name,label,hint,guidance_hint\nhidden,city,,,\nhidden,site,,,\ninteger,age,Age?," +
                           hint + "," + guidance + "\n");
        return open.controller().questions()->index(0).data(QuestionListModel::HintRole).toString().toStdString();
    };
    CHECK(shown("In years.", "Round down.") == "In years.<br><br>Round down.");
    CHECK(shown("", "Round down.") == "Round down.");
    CHECK(shown("In years.", "") == "In years.");
}

TEST_CASE("choices that come with an earlier answer on the same screen are shown", "[interview]") {
    OpenInterview open("type,name,label,appearance,choice_filter\nhidden,city,,,\nhidden,site,,,\n"
                       "begin_group,g,G,field-list,\ninteger,any,Any,,\nselect_one fruit,one,One,,${any} > 0\n"
                       "end_group,,,,\n");
    const auto* questions = open.controller().questions();
    open.answer("any", "1");
    const auto* choices = questions->index(1).data(QuestionListModel::ChoicesRole).value<ChoiceListModel*>();
    REQUIRE(choices != nullptr);
    CHECK(choices->count() == 2);
}

TEST_CASE("a lock tells when the last answers could not be stored, and is silent when they were", "[interview]") {
    OpenInterview open;
    auto& controller = open.controller();
    QString lost;
    QObject::connect(&controller, &InterviewController::lost, &controller, [&lost](const QString& why) { lost = why; });
    {
        const FileSizeLimit full(kNoRoom);
        open.answer("consent", "1");
        REQUIRE(controller.saveState() == InterviewController::Failed);
        controller.close();
        open.settle();
    }
    CHECK(lost.contains(QStringLiteral("full")));
    CHECK(open.kept("consent").empty());
}

TEST_CASE("the last try of a lock stores what had no room before, also what was on its way", "[interview]") {
    OpenInterview open;
    auto& controller = open.controller();
    QString lost;
    QObject::connect(&controller, &InterviewController::lost, &controller, [&lost](const QString& why) { lost = why; });
    {
        const FileSizeLimit full(kNoRoom);
        open.answer("consent", "0");
        REQUIRE(controller.saveState() == InterviewController::Failed);
    }
    open.answerAtOnce("consent", "1");
    controller.close();
    open.settle();
    CHECK(lost.isEmpty());
    CHECK(open.kept("consent") == "1");
}

TEST_CASE("an interview that could not be sealed shows and stores every answer as before", "[interview]") {
    OpenInterview open;
    auto& controller = open.controller();
    open.answer("consent", "1");
    open.next();
    controller.breakOff("no_time");
    open.settle();
    need(controller.finish(Outcome::BrokenOff, DeviceId("d"), open.bench().clock()));
    controller.goOn();
    controller.breakOff({});
    open.settle();
    CHECK(open.isShown("questionnaire_language"));
    CHECK(controller.questions()->at(0).reason == forms::NoAnswer::None);
    CHECK(open.held("consent") == "1");
    CHECK(open.held("broken_off_because").empty());
    open.answer("questionnaire_language", "nl");
    open.next();
    CHECK(open.isShown("adult"));
    CHECK(open.kept("questionnaire_language") == "nl");
}

TEST_CASE("the review names what no one can fill in but the form, on a screen or not", "[interview]") {
    OpenInterview open("type,name,label,required,readonly,calculation\n"
                       "hidden,city,,,,\n"
                       "hidden,site,,,,\n"
                       "text,sum,Sum,yes,yes,\"if(${id} > 5, 'much', '')\"\n"
                       "integer,id,Number,,,\n"
                       "calculate,unseen,,yes,,\"if(${id} > 5, 'seen', '')\"\n");
    auto& controller = open.controller();
    open.next(); // the answer that it comes from is on a later screen
    REQUIRE(open.isShown("id"));
    open.answer("id", "3");
    controller.refreshReview();
    CHECK(controller.problemCount() == 2);
    const auto inReview = [&](int row, const char* role) {
        const auto* rows = controller.review();
        return rows->data(rows->index(row), rows->roleNames().key(role));
    };
    CHECK(inReview(0, "label").toString() == QStringLiteral("Sum"));
    CHECK(inReview(0, "problem").toBool());
    CHECK(inReview(1, "label").toString() == QStringLiteral("unseen"));
    open.answer("id", "6");
    controller.refreshReview();
    CHECK(controller.problemCount() == 0);
    REQUIRE(controller.review()->count() == 1); // the answer that a person gave
    CHECK_FALSE(inReview(0, "problem").toBool());
    open.answer("id", "3");
    need(controller.finish(Outcome::BrokenOff, DeviceId("d"), open.bench().clock()));
}
