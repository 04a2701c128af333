// SPDX-License-Identifier: Apache-2.0
// Every kind of question that the tablet shows, by hand, in a form that has them all; and a form that runs from right
// to left.
#include "tablet_window.h"

#include <QtTest/qtest.h>

#include <catch2/catch_test_macros.hpp>

using page_test::TabletWindow;

namespace {

constexpr const char* kSurvey =
    "type,name,label::English (en),label::العربية (ar),appearance,parameters,default,choice_filter\n"
    "hidden,city,,,,,,\n"
    "hidden,site,,,,,,\n"
    "begin_group,choosing,Choosing,الاختيار,,,,\n"
    "select_one fruit,one,One fruit,فاكهة واحدة,,,,\n"
    "select_multiple fruit,many,Several fruits,فواكه,,,,\n"
    "select_one fruit,listed,One of a list,من قائمة,minimal,,,\n"
    "select_one fruit,scale,On a scale,على مقياس,likert,,,\n"
    "rank fruit,order,In order,بالترتيب,,,,\n"
    "end_group,,,,,,,\n"
    "begin_group,telling,Telling,القول,,,,\n"
    "decimal,weight,How heavy?,كم الوزن؟,,,,\n"
    "text,words,A word,كلمة,,,,\n"
    "text,lines,Many words,كلمات كثيرة,multiline,,,\n"
    "date,day,A day,يوم,,,2024-01-31,\n"
    "time,hour,A time,وقت,,,,\n"
    "range,mark,A mark,علامة,,start=0 end=20 step=1,,\n"
    "acknowledge,read,Read this out,اقرأ هذا,,,,\n"
    "geopoint,place,A place,مكان,,,,\n"
    "date,month,A month,شهر,month-year,,,\n"
    "date,born,A year,سنة,year,,1970-01-01,\n"
    "datetime,moment,A moment,لحظة,,,,\n"
    "integer,times,How often,كم مرة,counter,,,\n"
    "text,secret,A secret,سر,masked,,,\n"
    "text,postcode,Postcode,رمز,numbers,,,\n"
    "select_one fruit,found,One that is found,موجودة,search,,,\n"
    "select_multiple fruit,several,Several found,موجودات,autocomplete,,,\n"
    "end_group,,,,,,,\n";

constexpr const char* kChoices = "list_name,name,label::English (en),label::العربية (ar)\n"
                                 "fruit,apple,Apple,تفاح\n"
                                 "fruit,pear,Pear,كمثرى\n"
                                 "fruit,fig,Fig,تين\n";

/// An open interview on its first question.
class Kinds : public TabletWindow {
public:
    explicit Kinds(const QString& language = QStringLiteral("en"))
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
};

} // namespace

TEST_CASE("choices are made by tap and by key, one or several, and changed", "[pages]") {
    Kinds tablet;
    tablet.tap("choice_pear");
    CHECK(tablet.kept("one") == "pear");
    tablet.tabTo("choice_fig");
    tablet.press(Qt::Key_Return);
    CHECK(tablet.kept("one") == "fig");
    CHECK(tablet.item("choice_fig").property("chosen").toBool());
    CHECK_FALSE(tablet.item("choice_pear").property("chosen").toBool());
    tablet.tap("next");
    tablet.tap("choice_fig");
    tablet.tap("choice_apple");
    CHECK(tablet.kept("many") == "apple fig"); // in the order of the form
    tablet.tap("choice_fig");
    CHECK(tablet.kept("many") == "apple");
}

TEST_CASE("one of a long list is chosen from the sheet that opens, by tap and by key", "[pages]") {
    Kinds tablet;
    tablet.goTo("listed");
    tablet.tap("picker");
    tablet.tap("picker_1");
    CHECK(tablet.kept("listed") == "pear");
    tablet.tabTo("picker");
    tablet.press(Qt::Key_Down);
    CHECK(tablet.kept("listed") == "fig");
}

TEST_CASE("a point of a scale is chosen, and things are put in order", "[pages]") {
    Kinds tablet;
    tablet.goTo("scale");
    tablet.tap("choice_apple");
    CHECK(tablet.kept("scale") == "apple");
    tablet.tap("next");
    tablet.tap("down_0");
    CHECK(tablet.kept("order") == "pear apple fig");
    tablet.tap("up_2");
    CHECK(tablet.kept("order") == "pear fig apple");
}

TEST_CASE("numbers and words are kept as they are typed, each letter at once", "[pages]") {
    Kinds tablet;
    tablet.goTo("weight");
    tablet.tap("key_7");
    tablet.tap("key_.");
    tablet.tap("key_5");
    CHECK(tablet.kept("weight") == "7.5");
    tablet.tap("next");
    tablet.tap("field");
    tablet.type("harbour");
    CHECK(tablet.kept("words") == "harbour");
    tablet.press(Qt::Key_Backspace);
    CHECK(tablet.kept("words") == "harbou");
    tablet.tap("next");
    tablet.tap("area");
    tablet.type("one");
    tablet.press(Qt::Key_Return);
    tablet.type("two");
    CHECK(tablet.kept("lines") == "one\ntwo");
}

TEST_CASE("a day and a time go one step at a time, and a shorter month keeps the day valid", "[pages]") {
    Kinds tablet;
    tablet.goTo("day");
    CHECK(tablet.kept("day") == "2024-01-31");
    tablet.tap("month_more");
    CHECK(tablet.kept("day") == "2024-02-29");
    tablet.tap("day_less");
    CHECK(tablet.kept("day") == "2024-02-28");
    tablet.tap("year_more");
    CHECK(tablet.kept("day") == "2025-02-28");
    tablet.tap("next");
    tablet.tap("hour_more");
    CHECK(tablet.kept("hour").starts_with("13:00"));
    tablet.tap("minute_less");
    CHECK(tablet.kept("hour").starts_with("13:55"));
}

TEST_CASE("a month or a year alone is asked, and its first day stored", "[pages]") {
    Kinds tablet;
    tablet.goTo("month");
    CHECK_FALSE(tablet.isVisible("day_more"));
    CHECK(tablet.item("today").property("text") == QStringLiteral("This month"));
    tablet.tap("today");
    CHECK(QString::fromStdString(tablet.kept("month")).endsWith(QStringLiteral("-01")));
    tablet.tap("year_more");
    tablet.tap("next");
    CHECK_FALSE(tablet.isVisible("month_more"));
    CHECK(tablet.item("dateAnswer").property("text") == QStringLiteral("1970"));
    tablet.tap("year_more");
    CHECK(tablet.kept("born") == "1971-01-01");
    CHECK(tablet.item("dateAnswer").property("text") == QStringLiteral("1971"));
}

TEST_CASE("a day with a time is stored in the time zone of the study", "[pages]") {
    Kinds tablet;
    tablet.goTo("moment");
    CHECK(tablet.item("dateAnswer").property("text") == QStringLiteral("No date chosen yet"));
    tablet.tap("today");
    tablet.tap("hour_more");
    const auto kept = QString::fromStdString(tablet.kept("moment"));
    CHECK(kept.mid(10, 13) == QStringLiteral("T13:00:00.000"));
    CHECK((kept.endsWith(QStringLiteral("+01:00")) || kept.endsWith(QStringLiteral("+02:00")))); // Europe/Amsterdam
    tablet.tap("month_more");
    CHECK(QString::fromStdString(tablet.kept("moment")).mid(10, 6) == QStringLiteral("T13:00"));
}

TEST_CASE("a counter goes up and down and stops at zero", "[pages]") {
    Kinds tablet;
    tablet.goTo("times");
    CHECK(tablet.kept("times").empty());
    tablet.tap("counter_more");
    tablet.tap("counter_more");
    CHECK(tablet.kept("times") == "2");
    for (int i = 0; i < 3; ++i)
        tablet.tap("counter_less");
    CHECK(tablet.kept("times") == "0");
}

TEST_CASE("a masked text shows dots, also in the review, until it is asked to show the words", "[pages]") {
    Kinds tablet;
    tablet.goTo("secret");
    tablet.tap("field");
    tablet.type("heron");
    CHECK(tablet.kept("secret") == "heron");
    const auto shown = [&] { return tablet.item("field").property("displayText").toString(); };
    CHECK_FALSE(shown().contains(QStringLiteral("heron")));
    tablet.tap("show");
    CHECK(shown() == QStringLiteral("heron"));
    tablet.goTo("postcode");
    CHECK(tablet.item("field").property("inputMethodHints").toInt() == Qt::ImhPreferNumbers);
    tablet.app().show(peil::mobile::AppController::Review);
    tablet.settle();
    CHECK_FALSE(tablet.shows("heron"));
}

TEST_CASE("the field of a masked text is beside its button, whichever way the app runs", "[pages]") {
    for (const auto* language : {"en", "ar"}) {
        Kinds tablet(QString::fromLatin1(language));
        tablet.goTo("secret");
        const auto placeOf = [](const QQuickItem& item) { return item.mapRectToScene(item.boundingRect()); };
        INFO(language);
        CHECK_FALSE(placeOf(tablet.item("field")).intersects(placeOf(tablet.item("show"))));
    }
}

TEST_CASE("what is typed narrows a long list, whatever its capitals and accents, and what is chosen stays", "[pages]") {
    Kinds tablet;
    tablet.goTo("found");
    tablet.tap("search");
    tablet.type("IG");
    CHECK_FALSE(tablet.isVisible("choice_pear"));
    tablet.tap("choice_fig");
    CHECK(tablet.kept("found") == "fig");
    tablet.tap("search");
    tablet.type("x");
    CHECK(tablet.isVisible("choice_fig"));
    tablet.goTo("several");
    tablet.tap("search");
    tablet.type("p");
    CHECK_FALSE(tablet.isVisible("choice_fig"));
    tablet.tap("choice_pear");
    tablet.tap("choice_apple");
    CHECK(tablet.kept("several") == "apple pear");
    tablet.tap("search");
    tablet.type("zz");
    tablet.tap("choice_apple");
    CHECK(tablet.kept("several") == "pear");
    CHECK_FALSE(tablet.isVisible("choice_apple"));
}

TEST_CASE("a choice is dragged to its place in the order", "[pages]") {
    Kinds tablet;
    tablet.goTo("order");
    const auto from = tablet.middleOf(tablet.item("drag_0")), to = tablet.middleOf(tablet.item("drag_2"));
    QTest::mousePress(&tablet.window(), Qt::LeftButton, Qt::NoModifier, from);
    QTest::mouseMove(&tablet.window(), (from + to) / 2);
    QTest::mouseMove(&tablet.window(), to);
    QTest::mouseRelease(&tablet.window(), Qt::LeftButton, Qt::NoModifier, to);
    tablet.settle();
    CHECK(tablet.kept("order") == "pear fig apple");
}

TEST_CASE("the middle of a range is an answer when it is tapped, though the handle stood there", "[pages]") {
    Kinds tablet;
    tablet.goTo("mark");
    CHECK(tablet.kept("mark").empty());
    tablet.tap("slider");
    CHECK(tablet.kept("mark") == "10");
    tablet.press(Qt::Key_Right);
    CHECK(tablet.kept("mark") == "11");
}

TEST_CASE("what is read out is ticked off, and what the tablet cannot show takes a reason", "[pages]") {
    Kinds tablet;
    tablet.goTo("read");
    tablet.tap("acknowledge");
    CHECK(tablet.kept("read") == "OK");
    tablet.tap("next");
    CHECK(tablet.shows("This tablet cannot show this type of question."));
    tablet.tap("reason3");
    CHECK(tablet.kept("place") == "skipped");
    CHECK(tablet.item("reason3").property("active").toBool());
}

TEST_CASE("a form that runs from right to left is mirrored inside an app that does not", "[pages]") {
    Kinds tablet;
    const auto middle = [&] { return tablet.middleOf(tablet.item("choice_apple")).x(); };
    const auto mark = [&] { return tablet.middleOf(tablet.item("mark")).x(); }; // of the first tile
    CHECK(mark() < middle());
    tablet.tap("languageButton");
    tablet.tap("language_ar");
    CHECK(tablet.shows("فاكهة واحدة"));
    CHECK(mark() > middle());
    // The way through the questions runs as the app's language does.
    CHECK(tablet.middleOf(tablet.item("back")).x() < tablet.middleOf(tablet.item("next")).x());
}

TEST_CASE("an app that runs from right to left has its way back on the right", "[pages]") {
    Kinds tablet(QStringLiteral("ar"));
    CHECK(tablet.middleOf(tablet.item("back")).x() > tablet.middleOf(tablet.item("next")).x());
    CHECK(tablet.middleOf(tablet.item("lock")).x() < tablet.window().width() / 2);
    tablet.tap("choice_pear");
    tablet.tap("next");
    CHECK(tablet.isVisible("question_many"));
    CHECK(tablet.kept("one") == "pear");
}

TEST_CASE("what is asked over a page runs as the app's language does", "[pages]") {
    Kinds tablet(QStringLiteral("ar"));
    tablet.tap("breakOff");
    tablet.tap("stopForGood");
    auto& choice = tablet.item("stop_0");
    auto* mark = choice.findChild<QQuickItem*>(QStringLiteral("mark"));
    REQUIRE(mark != nullptr);
    CHECK(tablet.middleOf(*mark).x() > tablet.middleOf(choice).x());
}
