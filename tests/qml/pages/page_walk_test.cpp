// SPDX-License-Identifier: Apache-2.0
// Every page, upright, across, on a phone and in large type, in languages of either direction: large enough for a
// thumb, named for a screen reader, and to be worked from a keyboard.
#include "page_walk.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using page_test::kPassphrase;
using page_test::TabletWindow;
using peil::mobile::AppController;

namespace {

constexpr QSize kWide(1280, 800);
constexpr QSize kTall(800, 1280);
constexpr QSize kPhone(360, 740);

void checkPage(TabletWindow& tablet, const char* page) {
    for (const auto& [size, type] : {std::pair{kWide, 100}, {kTall, 100}, {kPhone, 100}, {kTall, 200}}) {
        tablet.window().resize(size);
        tablet.app().settings()->setTypeSize(type);
        tablet.settle();
        INFO(page << ", " << size.width() << " pixels wide, type of " << type << "%");
        for (const auto& fault : page_test::faultsOf(tablet))
            FAIL_CHECK(fault);
    }
    tablet.app().settings()->setTypeSize(100);
}

void checkShown(TabletWindow& tablet, AppController::Page page, const char* name) {
    tablet.app().show(page);
    tablet.settle();
    REQUIRE(tablet.app().page() == page);
    checkPage(tablet, name);
}

/// Either direction, and the longest words.
QString aLanguage() {
    return QString::fromLatin1(GENERATE("en", "ar", "de"));
}

} // namespace

TEST_CASE("the pages of the first start can be worked by thumb, keyboard and screen reader", "[pages]") {
    TabletWindow tablet(aLanguage());
    checkPage(tablet, "create store");
    tablet.item("first").findChild<QQuickItem*>(QStringLiteral("passphraseField"))->forceActiveFocus();
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    REQUIRE(tablet.app().page() == AppController::RecoveryCode);
    checkPage(tablet, "recovery code");
    tablet.tap("noted");
    checkPage(tablet, "check of the recovery code");
    tablet.tap("showCode");
    tablet.noteRecoveryCode();
    REQUIRE(tablet.app().page() == AppController::Enrol);
    checkPage(tablet, "enrol");
}

TEST_CASE("the pages around the interviews can be worked by thumb, keyboard and screen reader", "[pages]") {
    TabletWindow tablet(aLanguage());
    tablet.prepare();
    checkPage(tablet, "home");
    checkShown(tablet, AppController::ChooseSite, "choose site");
    tablet.app().choosePlace(QStringLiteral("AMS-02"));
    tablet.settle();
    checkShown(tablet, AppController::Home, "home at a place");
    checkShown(tablet, AppController::Contacts, "contacts");
    tablet.tap("contact_1");
    checkPage(tablet, "contacts with one");
    checkShown(tablet, AppController::Sync, "sync");
    checkShown(tablet, AppController::Referrals, "referrals");
    checkShown(tablet, AppController::Settings, "settings");
    checkShown(tablet, AppController::ChangePassphrase, "change passphrase");
    checkShown(tablet, AppController::SetPin, "set PIN");
    checkShown(tablet, AppController::NoStudy, "no study");
    checkShown(tablet, AppController::Finished, "finished");
    tablet.app().lock();
    tablet.settle();
    checkPage(tablet, "unlock");
}

TEST_CASE("every page of an interview can be worked by thumb, keyboard and screen reader", "[pages]") {
    TabletWindow tablet(aLanguage());
    tablet.prepare();
    tablet.startInterview();
    auto& interview = *tablet.app().interview();
    const auto node = [&](const char* field) {
        return static_cast<int>(*interview.run()->session().find(interview.run()->study()->pathOf(field)));
    };
    for (const auto& [field, value] : {std::pair{"consent", "1"},
                                       {"questionnaire_language", "nl"},
                                       {"adult", "1"},
                                       {"opioid_days_week", "9"},
                                       {"opioid_days_week", "5"},
                                       {"crack_days_week", "2"},
                                       {"oat", "1"},
                                       {"housing", "shelter"},
                                       {"income", "benefit"},
                                       {"insurance", "nl"},
                                       {"no_pleasure", "1"},
                                       {"life_rating", "7"},
                                       {"participant_code", "an07m"},
                                       {"closing_remark", "Dank"}}) {
        interview.goToNode(node(field));
        tablet.settle();
        interview.answer(node(field), QString::fromLatin1(value));
        tablet.settle();
        checkPage(tablet, field);
    }
    tablet.tap("languageButton");
    checkPage(tablet, "language of the interview");
    tablet.press(Qt::Key_Escape);
    tablet.tap("breakOff");
    checkPage(tablet, "pause or stop");
    tablet.tap("stopForGood");
    tablet.tap("stop_1");
    checkPage(tablet, "stop for good");
    tablet.press(Qt::Key_Escape);
    tablet.tap("breakOff");
    tablet.tap("mistake");
    checkPage(tablet, "started by mistake");
    tablet.press(Qt::Key_Escape);
    checkShown(tablet, AppController::Sections, "sections");
    checkShown(tablet, AppController::Review, "review");
    checkShown(tablet, AppController::Home, "home with a draft");
}
