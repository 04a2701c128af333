// SPDX-License-Identifier: Apache-2.0
// The participant holds the tablet: the mood questions of the model study by touch.
#include "tablet_window.h"

#include <QtGui/qguiapplication.h>

#include <catch2/catch_test_macros.hpp>

using page_test::kPassphrase;
using page_test::TabletWindow;
using peil::mobile::AppController;
using peil::mobile::InterviewController;

namespace {

/// An interview in Arabic with somebody who uses crack, at the mood questions; the worker speaks English.
void toMood(TabletWindow& tablet) {
    tablet.startInterview();
    tablet.tap("choice_1"); // consent
    tablet.tap("next");
    tablet.tap("choice_nl"); // this page and those that follow go on by themselves
    tablet.tap("choice_1");  // adult
    tablet.tap("choice_0");  // days of opioids
    tablet.tap("choice_5");  // days of crack
    tablet.tap("choice_0");  // OAT
    tablet.app().interview()->setLanguage(QStringLiteral("ar"));
    const auto* run = tablet.app().interview()->run();
    const auto node = run->session().find(run->study()->pathOf("mood_intro"));
    REQUIRE(node);
    tablet.settle();
    tablet.app().interview()->goToNode(static_cast<int>(*node));
    tablet.settle();
}

void unlock(TabletWindow& tablet) {
    REQUIRE(tablet.app().page() == AppController::Unlock);
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
}

} // namespace

TEST_CASE("the participant answers alone in the own language, and only the worker gets to other pages afterwards",
          "[pages][participant]") {
    TabletWindow tablet;
    tablet.prepare();
    toMood(tablet);
    CHECK(tablet.shows("The participant answers the next questions alone"));
    CHECK(tablet.shows("0 of 4 answered"));
    tablet.tap("handOver");
    CHECK_FALSE(tablet.isVisible("sections"));
    CHECK_FALSE(tablet.isVisible("breakOff"));
    CHECK_FALSE(tablet.isVisible("lock"));
    CHECK(tablet.text("next") == QStringLiteral("التالي"));
    CHECK(QGuiApplication::layoutDirection() == Qt::RightToLeft);
    CHECK_FALSE(tablet.item("back").isEnabled());
    tablet.tap("next"); // the note
    for (const auto* question :
         {"question_no_pleasure", "question_low_mood", "question_restless", "question_worrying"}) {
        CHECK(tablet.isVisible(question));
        tablet.tap("choice_1"); // goes on by itself
    }
    CHECK(tablet.app().interview()->stage() == InterviewController::HandBack);
    CHECK(tablet.isVisible("takeBack"));
    CHECK_FALSE(tablet.isVisible("next"));
    tablet.tap("takeBack");
    CHECK(QGuiApplication::layoutDirection() == Qt::LeftToRight);
    unlock(tablet);
    CHECK(tablet.isVisible("question_mental_health_care"));
    CHECK(tablet.isVisible("sections"));
    CHECK(tablet.kept("worrying") == "1");
}

TEST_CASE("who gives the tablet back early leaves the rest to the worker", "[pages][participant]") {
    TabletWindow tablet;
    tablet.prepare();
    toMood(tablet);
    tablet.tap("handOver");
    tablet.tap("next");
    tablet.tap("choice_0");
    tablet.tap("giveBack");
    tablet.tap("takeBack");
    unlock(tablet);
    CHECK(tablet.shows("1 of 4 answered"));
    tablet.tap("readOut");
    CHECK(tablet.isVisible("question_low_mood"));
    CHECK(tablet.isVisible("sections"));
    CHECK(tablet.text("next") != QStringLiteral("التالي"));
}

TEST_CASE("a tablet that locks in the participant's hands is handed over again after the unlock",
          "[pages][participant]") {
    TabletWindow tablet;
    tablet.prepare();
    toMood(tablet);
    tablet.tap("handOver");
    tablet.app().lock();
    tablet.settle();
    unlock(tablet);
    CHECK(tablet.app().interview()->stage() == InterviewController::HandOver);
    CHECK(tablet.isVisible("handOver"));
}
