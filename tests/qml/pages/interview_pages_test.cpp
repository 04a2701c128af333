// SPDX-License-Identifier: Apache-2.0
// An interview of the model study, from two taps to the seal.
#include "tablet_window.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using page_test::kPassphrase;
using page_test::TabletWindow;
using peil::mobile::AppController;
using peil_test::need;

namespace {

/// Answers the screener: somebody who uses crack and no opioids.
void answerScreener(TabletWindow& tablet) {
    tablet.tap("choice_1"); // consent
    tablet.tap("next");
    tablet.tap("choice_nl"); // this page and those that follow go on by themselves
    tablet.tap("choice_1");  // adult
    tablet.tap("choice_0");  // days of opioids
    tablet.tap("choice_5");  // days of crack
    tablet.tap("choice_0");  // OAT
}

peil::storage::Ledger ledgerOf(TabletWindow& tablet) {
    return need(peil::mobile::waitFor(
        tablet.app().storage().withStore([](peil::storage::LocalStore& store) { return store.ledger(); })));
}

} // namespace

TEST_CASE("an interview begins with two taps and asks for consent", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    CHECK(tablet.shows("There are no interviews on this tablet yet."));
    CHECK(tablet.shows("Amsterdam"));
    tablet.tap("newInterview");
    tablet.tap("site_AMS-02");
    CHECK(tablet.app().page() == AppController::Interview);
    CHECK(tablet.isVisible("question_consent"));
    CHECK(tablet.kept("site") == "AMS-02");
}

TEST_CASE("the support contacts are one tap away from a question, found by a word, and the question stays", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    tablet.tap("support");
    CHECK(tablet.shows("In an emergency"));
    CHECK(tablet.shows("A place to sleep in Amsterdam"));
    tablet.tap("searchCards");
    tablet.type("sleep");
    CHECK_FALSE(tablet.shows("In an emergency"));
    CHECK(tablet.shows("A place to sleep in Amsterdam"));
    CHECK_FALSE(tablet.isVisible("noCard"));
    tablet.type("xyz");
    CHECK(tablet.isVisible("noCard"));
    tablet.tap("closeSupport");
    CHECK_FALSE(tablet.isVisible("searchCards"));
    CHECK(tablet.isVisible("question_consent"));
    tablet.tap("support");
    CHECK(tablet.shows("In an emergency")); // the search is empty again
}

TEST_CASE("an interview begins from the keyboard alone", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.tabTo("newInterview");
    tablet.press(Qt::Key_Return);
    tablet.tabTo("site_AMS-02");
    tablet.press(Qt::Key_Space);
    REQUIRE(tablet.app().page() == AppController::Interview);
    tablet.tabTo("choice_1");
    tablet.press(Qt::Key_Space);
    CHECK(tablet.kept("consent") == "1");
    tablet.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(tablet.isVisible("question_questionnaire_language"));
    tablet.press(Qt::Key_Left, Qt::ControlModifier);
    CHECK(tablet.isVisible("question_consent"));
}

TEST_CASE("the place of an interview is named in the language of the app, also after a change", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    CHECK(tablet.app().interview()->title() == QStringLiteral("Drop-in centre in the city centre"));
    tablet.app().settings()->setLanguage(QStringLiteral("nl"));
    CHECK(tablet.app().interview()->title() == QStringLiteral("Inloop in het centrum"));
}

TEST_CASE("Next waits for a required answer, reports it, and accepts a reason instead", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    CHECK_FALSE(tablet.item("back").isEnabled());
    tablet.tap("next");
    CHECK(tablet.isVisible("question_consent"));
    CHECK(tablet.shows("Answer this question, or choose a reason for no answer."));
    tablet.tap("reason2"); // refuses
    CHECK(tablet.kept("consent") == "refused");
    tablet.tap("next");
    CHECK(tablet.isVisible("question_stop_no_consent"));
    tablet.tap("back");
    tablet.tap("reason2"); // taken back
    CHECK(tablet.kept("consent").empty());
}

TEST_CASE("a number that the form does not allow is shown as a problem and keeps the page", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    answerScreener(tablet);
    tablet.tap("next");
    tablet.tap("key_9");
    CHECK(tablet.isVisible("problem"));
    CHECK(tablet.text("next").contains(QStringLiteral("1 question left")));
    tablet.tap("next");
    CHECK(tablet.isVisible("question_age"));
    tablet.tap("key_back");
    tablet.tap("key_3");
    tablet.tap("key_5");
    CHECK(tablet.text("next") == QStringLiteral("Next"));
    tablet.tap("next");
    CHECK(tablet.isVisible("question_sex"));
    CHECK(tablet.kept("age") == "35");
}

TEST_CASE("days of a week are tiles side by side, and yes is beside no", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    const auto place = [&](const char* name) { return tablet.item(name).mapToScene({}); };
    CHECK(place("choice_1").y() == place("choice_0").y());
    CHECK(tablet.item("choice_1").height() >= 64);
    tablet.tap("choice_1");
    tablet.tap("next");
    tablet.tap("choice_nl");
    tablet.tap("choice_1");
    CHECK(tablet.isVisible("question_opioid_days_week"));
    CHECK(place("choice_0").y() == place("choice_7").y());
    CHECK(tablet.item("choice_7").width() >= 64);
}

TEST_CASE("answers and Next are under the thumb that was chosen in the settings", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.window().resize(1280, 800);
    tablet.startInterview();
    const auto isRight = [&](const char* name) { return tablet.middleOf(tablet.item(name)).x() > 640; };
    CHECK(isRight("next"));
    CHECK(tablet.middleOf(tablet.item("next")).x() > tablet.middleOf(tablet.item("back")).x());
    const auto right = tablet.middleOf(tablet.item("choice_0")).x();
    tablet.app().settings()->setThumbRight(false);
    tablet.settle();
    CHECK_FALSE(isRight("next"));
    CHECK(tablet.middleOf(tablet.item("next")).x() < tablet.middleOf(tablet.item("back")).x());
    CHECK(tablet.middleOf(tablet.item("choice_0")).x() < right);
}

TEST_CASE("the screener determines the group and opens the sections, and each of them can be visited", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    answerScreener(tablet);
    CHECK(tablet.isVisible("question_group_crack_only"));
    CHECK(tablet.kept("crack_days_week") == "5");
    CHECK(tablet.kept("group") == "crack_only");
    tablet.tap("sections");
    REQUIRE(tablet.app().page() == AppController::Sections);
    CHECK(tablet.shows("Your health"));
    tablet.tap("section_3");
    REQUIRE(tablet.app().page() == AppController::Interview);
    CHECK(tablet.isVisible("question_housing"));
}

TEST_CASE("the language of the interview changes in the middle, and the answers stay", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    tablet.tap("choice_1");
    CHECK(tablet.shows("would you like to take part?"));
    tablet.tap("languageButton");
    tablet.tap("language_nl");
    CHECK(tablet.shows("wil je meedoen?"));
    CHECK(tablet.kept("consent") == "1");
    CHECK(tablet.shows("saved")); // the app itself goes on in its own language
}

TEST_CASE("the unlock goes back to the question where the tablet was locked, in its language, with every answer",
          "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    tablet.tap("choice_1");
    tablet.tap("next");
    tablet.tap("languageButton");
    tablet.tap("language_nl");
    tablet.tap("choice_en");
    tablet.tap("back"); // it went on by itself
    const auto id = tablet.app().interview()->run()->id().text();
    tablet.tap("lock");
    REQUIRE(tablet.app().page() == AppController::Unlock);
    CHECK_FALSE(tablet.shows("In welke taal"));
    CHECK(tablet.app().interviews()->rowCount() == 0);
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    REQUIRE(tablet.app().page() == AppController::Interview);
    CHECK(tablet.shows("In welke taal"));
    CHECK(tablet.isVisible("question_questionnaire_language"));
    CHECK(tablet.item("choice_en").property("chosen").toBool());
    tablet.app().show(AppController::Home);
    tablet.settle();
    CHECK(tablet.shows("Not finished"));
    tablet.tap(("interview_" + id).c_str());
    CHECK(tablet.shows("In welke taal")); // also when it is resumed from the list
    CHECK(tablet.item("choice_en").property("chosen").toBool());
    CHECK(tablet.kept("consent") == "1");
}

TEST_CASE("the review shows what is open, leads there, and seals what is finished", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    tablet.tap("choice_1");
    tablet.tap("next");
    tablet.tap("choice_nl");
    CHECK(tablet.isVisible("question_adult"));
    tablet.tap("sections");
    tablet.tap("toReview");
    REQUIRE(tablet.app().page() == AppController::Review);
    CHECK_FALSE(tablet.item("finalise").isEnabled());
    tablet.tap("open_0"); // the first question that must be answered
    REQUIRE(tablet.app().page() == AppController::Interview);
    CHECK(tablet.isVisible("question_adult"));
    tablet.tap("choice_0"); // under 18: the end of this interview
    CHECK(tablet.isVisible("question_adult"));
    CHECK(tablet.text("next") == QStringLiteral("To the review"));
    tablet.tap("next");
    REQUIRE(tablet.app().page() == AppController::Review);
    CHECK(tablet.shows("Dutch")); // all answers are there
    tablet.tap("finalise");
    CHECK(tablet.app().page() == AppController::Review); // a tap does not seal
    tablet.hold("finalise");
    CHECK(tablet.app().page() == AppController::Finished);
    CHECK(tablet.shows("Done and stored safely"));
    CHECK(ledgerOf(tablet).finalised == 1);
    CHECK(ledgerOf(tablet).drafts == 0);
    tablet.tap("home");
    CHECK(tablet.shows("Waiting to be sent"));
}

TEST_CASE("an interview is paused without a reason, and ended for good with one, held", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    tablet.tap("choice_1");
    const auto id = tablet.app().interview()->run()->id().text();
    tablet.tap("breakOff");
    tablet.tap("goOnLater");
    REQUIRE(tablet.app().page() == AppController::Home);
    CHECK(tablet.shows("Paused"));
    tablet.tap(("interview_" + id).c_str());
    CHECK(tablet.kept("consent") == "1");
    CHECK(tablet.kept("interruptions") == "paused");
    tablet.tap("breakOff");
    tablet.tap("stopForGood");
    CHECK_FALSE(tablet.item("finishAsItIs").isEnabled());
    tablet.tap("stop_1");
    CHECK(tablet.shows("This is final"));
    tablet.tap("finishAsItIs");
    CHECK(tablet.app().page() == AppController::Interview);
    tablet.hold("finishAsItIs");
    CHECK(tablet.app().page() == AppController::Finished);
    const auto summary = need(peil::mobile::waitFor(tablet.app().storage().withStore(
        [id](peil::storage::LocalStore& store) { return store.interview(peil::InterviewId(id)); })));
    CHECK(summary.state == peil::storage::InterviewState::Finalised);
    CHECK(summary.outcome == "broken_off");
}

TEST_CASE("a paused interview that continues is no longer called paused", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    tablet.tap("choice_1");
    const auto id = tablet.app().interview()->run()->id().text();
    tablet.tap("breakOff");
    tablet.tap("goOnLater");
    REQUIRE(tablet.shows("Paused"));
    tablet.tap(("interview_" + id).c_str());
    tablet.app().show(AppController::Home); // nothing was answered: group and outcome are as before
    tablet.settle();
    CHECK_FALSE(tablet.shows("Paused"));
    CHECK(tablet.shows("Not finished"));
}

TEST_CASE("the home page counts what waits as the server will, and shows what does not count", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    CHECK(tablet.app().notCounted().isEmpty());
    tablet.startInterview();
    tablet.tap("choice_0"); // no consent
    tablet.tap("next");
    tablet.tap("next");
    REQUIRE(tablet.app().page() == AppController::Review);
    tablet.hold("finalise");
    tablet.tap("home");
    CHECK(tablet.app().notCounted() == QStringLiteral("Not counted: 1 without consent."));
    CHECK(tablet.shows("1 without consent"));
    for (int row = 0; row < tablet.app().quotas()->rowCount(); ++row)
        CHECK(tablet.app().quotas()->index(row).data(Qt::UserRole + 3).toInt() == 0); // waiting
}
