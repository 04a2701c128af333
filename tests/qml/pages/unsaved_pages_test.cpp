// SPDX-License-Identifier: Apache-2.0
// What is typed and not an answer, by hand: said at the question, and gone with the question.
#include "screen_answers.h"
#include "tablet_window.h"

#include "peil_test/full_disk.h"

#include <catch2/catch_test_macros.hpp>

using page_test::itemBelow;
using page_test::TabletWindow;
using peil::mobile::AppController;

namespace {

constexpr const char* kSurvey = "type,name,label,required,appearance,parameters,peil:no_answer\n"
                                "hidden,city,,,,,\n"
                                "hidden,site,,,,,\n"
                                "integer,id,Identity number,yes,,,\n"
                                "decimal,dec,A decimal,,,,\n"
                                "range,r,From 0.5 to 4.5,,,start=0.5 end=4.5 step=1,refused\n"
                                "range,r3,Small steps,,,start=0 end=0.00001 step=0.0000005,none\n"
                                "select_one fruit,listed,Listed,,minimal,,\n"
                                "rank fruit,order,Order,,,,\n"
                                "begin_group,many,Many,,field-list,,\n"
                                "select_multiple fruit,f1,First,,,,\n"
                                "select_multiple fruit,f2,Second,,,,\n"
                                "select_multiple fruit,f3,Third,,,,\n"
                                "integer,low,Below the fold,yes,,,none\n"
                                "end_group,,,,,,\n"
                                "note,n,End,,,,\n";
constexpr const char* kChoices = "list_name,name,label\nfruit,apple,Apple\nfruit,pear,Pear\nfruit,fig,Fig\n";

class Unsaved : public TabletWindow {
public:
    explicit Unsaved(const QString& language = QStringLiteral("en"))
        : TabletWindow(language) {
        prepareWith(kSurvey, kChoices);
        startInterview();
    }
    void goTo(const char* field) {
        auto& interview = *app().interview();
        const auto node = interview.run()->session().find(interview.run()->study()->pathOf(field));
        REQUIRE(node.has_value());
        interview.goToNode(static_cast<int>(*node));
        settle();
    }
    /// In place of what the field holds.
    void retype(const char* words) {
        tap("field");
        press(Qt::Key_A, Qt::ControlModifier);
        type(words);
    }
};

} // namespace

TEST_CASE("an invalid number blocks Next, shows a message only at its question, and is discarded on return",
          "[pages][unsaved]") {
    Unsaved tablet;
    tablet.retype("3012345678");
    CHECK(tablet.text("field") == QStringLiteral("3012345678"));
    CHECK(tablet.kept("id") == "301234567");
    tablet.tap("next");
    CHECK(tablet.isVisible("question_id"));
    CHECK(tablet.shows(
        "Not saved: this number is too large. The maximum is 2147483647. The saved answer is still 301234567."));
    CHECK(tablet.item("field").hasActiveFocus());
    tablet.tap("sections");
    tablet.tap("section_0");
    CHECK(tablet.text("field") == QStringLiteral("301234567"));
    CHECK_FALSE(tablet.shows("Not saved"));
    tablet.tap("next");
    CHECK(tablet.isVisible("question_dec"));
    CHECK_FALSE(tablet.shows("Not saved"));
    tablet.tap("back");
    tablet.retype("-");
    tablet.tap("next");
    CHECK(tablet.isVisible("question_id"));
    CHECK(tablet.shows("this number is incomplete"));
    tablet.type("5");
    CHECK(tablet.kept("id") == "-5");
    tablet.tap("next");
    CHECK(tablet.isVisible("question_dec"));
}

TEST_CASE("a decimal is what it says after each key, with point or comma", "[pages][unsaved]") {
    Unsaved tablet(QStringLiteral("nl"));
    tablet.goTo("dec");
    tablet.retype("3.5");
    CHECK(tablet.text("field") == QStringLiteral("3,5"));
    CHECK(tablet.kept("dec") == "3.5");
    CHECK(tablet.text("key_.") == QStringLiteral(","));
    tablet.press(Qt::Key_Backspace);
    CHECK(tablet.text("field") == QStringLiteral("3,"));
    CHECK(tablet.kept("dec") == "3");
    tablet.tap("key_.");
    CHECK(tablet.text("field") == QStringLiteral("3,"));
    tablet.tap("key_2");
    CHECK(tablet.kept("dec") == "3.2");
    tablet.tap("key_back");
    tablet.tap("next");
    CHECK(tablet.isVisible("question_r"));
    tablet.tap("back");
    CHECK(tablet.text("field") == QStringLiteral("3"));
    tablet.goTo("r");
    tablet.tap("slider");
    CHECK(tablet.text("rangeAnswer") == QStringLiteral("2,5"));
    CHECK(tablet.kept("r") == "2.5");
}

TEST_CASE("a range shows and stores its own steps", "[pages][unsaved]") {
    Unsaved tablet;
    tablet.goTo("r");
    CHECK(tablet.text("rangeStart") == QStringLiteral("0.5"));
    CHECK(tablet.text("rangeEnd") == QStringLiteral("4.5"));
    tablet.tap("slider");
    tablet.press(Qt::Key_Left);
    CHECK(tablet.text("rangeAnswer") == QStringLiteral("1.5"));
    CHECK(tablet.kept("r") == "1.5");
    tablet.goTo("r3");
    tablet.tap("slider");
    CHECK(tablet.kept("r3") == "0.0000050");
    tablet.press(Qt::Key_Right);
    CHECK(tablet.kept("r3") == "0.0000055");
}

TEST_CASE("a list shows the stored choice, whatever key moved it", "[pages][unsaved]") {
    Unsaved tablet;
    tablet.goTo("listed");
    tablet.tabTo("picker");
    tablet.press(Qt::Key_End);
    CHECK(tablet.text("picker", "displayText") == QStringLiteral("Fig"));
    CHECK(tablet.kept("listed") == "fig");
    tablet.type("p");
    CHECK(tablet.text("picker", "displayText") == QStringLiteral("Pear"));
    CHECK(tablet.kept("listed") == "pear");
    tablet.tap("reason2");
    CHECK(tablet.text("picker", "currentIndex") == QStringLiteral("-1"));
}

TEST_CASE("an order is no answer until it is taken, and can be taken as it stands", "[pages][unsaved]") {
    Unsaved tablet;
    tablet.goTo("order");
    CHECK(tablet.text("place_0") == QStringLiteral("–"));
    CHECK(tablet.kept("order").empty());
    tablet.tap("orderIsRight");
    CHECK(tablet.text("place_0") == QStringLiteral("1"));
    CHECK(tablet.kept("order") == "apple pear fig");
    CHECK_FALSE(tablet.isVisible("orderIsRight"));
}

TEST_CASE("a question shows the reasons that its form offers", "[pages][reasons]") {
    Unsaved tablet;
    for (const auto* reason : {"reason1", "reason2", "reason3"})
        CHECK(tablet.isVisible(reason));
    tablet.goTo("r");
    CHECK_FALSE(tablet.isVisible("reason1"));
    CHECK(tablet.isVisible("reason2"));
    CHECK_FALSE(tablet.isVisible("reason3"));
    tablet.tap("reason2");
    CHECK(tablet.kept("r") == "refused");
    tablet.goTo("r3");
    for (const auto* reason : {"reason1", "reason2", "reason3"})
        CHECK_FALSE(tablet.isVisible(reason));
}

TEST_CASE("Next goes to the question in the way, also below the fold", "[pages][unsaved]") {
    Unsaved tablet;
    tablet.window().resize(1280, 800);
    tablet.goTo("low");
    tablet.tap("next");
    auto& low = tablet.item("question_low");
    CHECK(page_test::shownProblem(low) == QStringLiteral("Answer this question."));
    const auto place = low.mapRectToScene(low.boundingRect());
    CHECK(place.bottom() <= tablet.item("next").mapToScene({}).y());
    auto* field = itemBelow(low, QStringLiteral("field"));
    REQUIRE(field != nullptr);
    CHECK(field->hasActiveFocus());
    tablet.type("4");
    CHECK(tablet.kept("low") == "4");
    CHECK(page_test::shownProblem(low).isEmpty());
}

TEST_CASE("a tablet that was full when it was locked says that the last answers were not saved", "[pages][unsaved]") {
    constexpr std::uintmax_t kNoRoom = 4096;
    Unsaved tablet;
    {
        const peil_test::FileSizeLimit full(kNoRoom);
        tablet.tap("key_4");
        CHECK(tablet.shows("NOT saved"));
        tablet.tap("lock");
    }
    REQUIRE(tablet.app().page() == AppController::Unlock);
    CHECK(tablet.shows("The last answers were not saved. The tablet is full"));
}
