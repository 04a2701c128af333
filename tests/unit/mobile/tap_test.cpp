// SPDX-License-Identifier: Apache-2.0
// What a tap on a page of the interview does beside giving an answer: the page goes on, a reason takes an answer's
// place, and Next says what is missing.
#include "open_interview.h"

using namespace peil;
using namespace peil::mobile;
using peil_test::OpenInterview;

namespace {

constexpr const char* kSurvey = "type,name,label,required,appearance,constraint,relevant,parameters\n"
                                "hidden,city,,,,,,\n"
                                "hidden,site,,,,,,\n"
                                "select_one fruit,first,First,yes,quick,,,\n"
                                "select_one fruit,slow,Slow,yes,,,,\n"
                                "integer,days,Days,yes,quick,. >= 0 and . <= 7,,\n"
                                "begin_group,page,Page,,field-list,,,\n"
                                "select_one fruit,ever,Ever,yes,quick,,,\n"
                                "integer,much,Much,yes,quick,. >= 0 and . <= 7,${ever} = 'apple',\n"
                                "select_one fruit,how,How,yes,quick,,${much} > 0,\n"
                                "end_group,,,,,,,\n"
                                "begin_group,matrix,Matrix,,field-list,,,\n"
                                "select_one fruit,m1,M1,yes,quick,,,\n"
                                "select_one fruit,m2,M2,yes,quick,,,\n"
                                "text,words,Words,,,,,\n"
                                "end_group,,,,,,,\n"
                                "range,mark,Mark,yes,,,,start=0 end=10 step=1\n"
                                "range,far,Far,,,,,start=0 end=100 step=1\n"
                                "select_one fruit,last,Last,yes,quick,,,\n";

class Taps : public OpenInterview {
public:
    Taps()
        : OpenInterview(kSurvey) {}
    void goTo(const char* field) {
        const auto& session = controller().run()->session();
        controller().goToNode(static_cast<int>(*session.find(bench().study()->pathOf(field))));
        settle();
    }
    /// As a hand that looks at the page first.
    void tap(const char* field, const char* value) {
        taps().advance(std::chrono::seconds(1));
        answer(field, value);
    }
    [[nodiscard]] QuestionListModel::Kind kind(const char* field) {
        return static_cast<QuestionListModel::Kind>(role(field, QuestionListModel::KindRole).toInt());
    }
};

} // namespace

TEST_CASE("a lone choice that the form calls quick goes on by itself, and Back undoes it", "[taps]") {
    Taps open;
    open.tap("first", "apple");
    CHECK(open.isShown("slow"));
    open.back();
    CHECK(open.isShown("first"));
    CHECK(open.held("first") == "apple");
    open.tap("first", "apple"); // confirmed
    CHECK(open.isShown("slow"));
    open.tap("slow", "pear");
    CHECK(open.isShown("slow"));
    open.next();
    open.tap("days", "3");
    CHECK(open.isShown("ever"));
}

TEST_CASE("an impatient second tap answers nothing on the page that came by itself, and does not leave it", "[taps]") {
    Taps open;
    open.answer("first", "apple");
    REQUIRE(open.isShown("slow"));
    open.answer("slow", "apple");
    CHECK(open.held("slow").empty());
    open.taps().advance(InterviewController::kImpatience);
    open.answer("slow", "apple");
    CHECK(open.held("slow") == "apple");
    open.goTo("first");
    open.answer("first", "pear");
    open.next();
    CHECK(open.isShown("slow"));
}

TEST_CASE("two taps before the first is stored go on by one page, with the later answer", "[taps]") {
    Taps open;
    open.answerAtOnce("first", "apple");
    open.answerAtOnce("first", "pear");
    open.controller().next();
    open.settle();
    CHECK(open.isShown("slow"));
    CHECK(open.held("first") == "pear");
}

TEST_CASE("a page goes on with its last answer, stays while one is open, and does not go on at a correction",
          "[taps]") {
    Taps open;
    open.goTo("ever");
    open.tap("ever", "pear"); // nothing else is asked then
    CHECK(open.isShown("m1"));
    open.back();
    open.tap("ever", "apple");
    CHECK(open.isShown("much"));
    open.tap("much", "2");
    CHECK(open.isShown("how"));
    open.tap("how", "pear");
    CHECK(open.isShown("m1"));
    open.back();
    open.tap("how", "apple");
    CHECK(open.isShown("how"));
    open.goTo("m1");
    open.tap("m1", "apple");
    open.tap("m2", "apple");
    CHECK(open.isShown("words")); // not required, and yet open
}

TEST_CASE("no choice goes on to the end of the interview", "[taps]") {
    Taps open;
    bool ended = false;
    QObject::connect(&open.controller(), &InterviewController::endReached, [&ended] { ended = true; });
    open.goTo("last");
    open.tap("last", "apple");
    open.tap("last", "apple");
    CHECK(open.isShown("last"));
    CHECK_FALSE(ended);
}

TEST_CASE("a reason that takes the place of an answer can be undone until the page is left", "[taps]") {
    Taps open;
    auto& controller = open.controller();
    const auto erased = [&](const char* field) { return open.role(field, QuestionListModel::ErasedRole).toBool(); };
    const auto bringBack = [&](const char* field) {
        controller.bringBack(open.role(field, QuestionListModel::NodeRole).toInt());
        open.settle();
    };
    open.goTo("slow");
    open.chooseReason("slow", forms::NoAnswer::Refused);
    CHECK_FALSE(erased("slow"));
    open.tap("slow", "pear");
    open.chooseReason("slow", forms::NoAnswer::Refused);
    CHECK(erased("slow"));
    open.chooseReason("slow", forms::NoAnswer::None);
    CHECK(erased("slow"));
    CHECK(open.held("slow").empty());
    bringBack("slow");
    CHECK(open.held("slow") == "pear");
    CHECK_FALSE(erased("slow"));
    open.chooseReason("slow", forms::NoAnswer::DontKnow);
    open.next();
    open.back();
    CHECK_FALSE(erased("slow"));
    bringBack("slow");
    CHECK(open.held("slow").empty());
}

TEST_CASE("few whole numbers are tiles, and a number that is none of them is shown as it is", "[taps]") {
    Taps open;
    open.goTo("days");
    CHECK(open.kind("days") == QuestionListModel::Tiles);
    open.controller().answer(open.role("days", QuestionListModel::NodeRole).toInt(), QStringLiteral("9"));
    open.settle();
    CHECK(open.kind("days") == QuestionListModel::Number);
    CHECK(open.shown("days") == QStringLiteral("9"));
    open.goTo("mark");
    CHECK(open.kind("mark") == QuestionListModel::Tiles);
    const auto* choices = open.role("mark", QuestionListModel::ChoicesRole).value<ChoiceListModel*>();
    REQUIRE(choices != nullptr);
    CHECK(choices->count() == 11);
    open.goTo("far");
    CHECK(open.kind("far") == QuestionListModel::Range);
}

TEST_CASE("questions beside each other with the same choices are a matrix", "[taps]") {
    Taps open;
    const auto isMatrix = [&](const char* field) { return open.role(field, QuestionListModel::MatrixRole).toBool(); };
    open.goTo("m1");
    CHECK(isMatrix("m1"));
    CHECK(isMatrix("m2"));
    CHECK_FALSE(isMatrix("words"));
    open.goTo("ever");
    CHECK_FALSE(isMatrix("ever"));
}

TEST_CASE("a page counts what holds Next, and is alone if it never has another question", "[taps]") {
    Taps open;
    auto& controller = open.controller();
    int told = 0;
    QObject::connect(&controller, &InterviewController::openCountChanged, [&told] { ++told; });
    CHECK(controller.openCount() == 1);
    CHECK(controller.isAlone());
    open.goTo("m1");
    CHECK(told > 0);
    CHECK(controller.openCount() == 2);
    CHECK_FALSE(controller.isAlone());
    open.tap("m1", "apple");
    CHECK(controller.openCount() == 1);
    open.goTo("ever");
    CHECK_FALSE(controller.isAlone()); // though only one is asked now
}

TEST_CASE("the way on from a question that was chosen in the review leads back to it", "[taps]") {
    Taps open;
    auto& controller = open.controller();
    int ended = 0;
    QObject::connect(&controller, &InterviewController::endReached, [&ended] { ++ended; });
    const auto& session = controller.run()->session();
    controller.visit(static_cast<int>(*session.find(open.bench().study()->pathOf("slow"))));
    open.settle();
    CHECK(controller.isVisiting());
    CHECK(controller.showProblems());
    open.tap("slow", "pear");
    open.next();
    CHECK(ended == 1);
    open.back();
    CHECK_FALSE(controller.isVisiting());
    open.tap("first", "pear");
    CHECK(open.isShown("slow"));
}
