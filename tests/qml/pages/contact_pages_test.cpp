// SPDX-License-Identifier: Apache-2.0
// The contact log and the place of the shift, as a fieldworker has them before them.
#include "tablet_window.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using page_test::TabletWindow;
using peil::mobile::AppController;
using peil_test::need;

namespace {

peil::storage::Ledger ledgerOf(TabletWindow& tablet) {
    return need(peil::mobile::waitFor(
        tablet.app().storage().withStore([](peil::storage::LocalStore& store) { return store.ledger(); })));
}

int number(TabletWindow& tablet, const char* tile) {
    return tablet.item(tile).property("number").toInt();
}

} // namespace

TEST_CASE("a person who is approached is counted with one tap, at the place of the shift, and taken back with one",
          "[pages][contacts]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.tap("contacts");
    CHECK(tablet.app().page() == AppController::ChooseSite); // once a shift
    CHECK(tablet.shows("The place of this shift."));
    tablet.tap("site_AMS-02");
    REQUIRE(tablet.app().page() == AppController::Contacts);
    CHECK(tablet.shows("Drop-in centre in the city centre"));
    CHECK_FALSE(tablet.item("undo").isEnabled());
    tablet.tap("contact_1");
    tablet.tap("contact_1");
    tablet.tap("contact_4");
    CHECK(number(tablet, "contact_1") == 2);
    CHECK(number(tablet, "contact_4") == 1);
    CHECK(tablet.text("total") == QStringLiteral("3 people counted here in this part of the day"));
    CHECK(ledgerOf(tablet).waitingItems == 3);
    CHECK(tablet.text("undo") == QStringLiteral("Undo: Appointment made"));
    tablet.tap("undo");
    CHECK(number(tablet, "contact_4") == 0);
    CHECK(tablet.text("undo") == QStringLiteral("Undo: Refused"));
    CHECK(ledgerOf(tablet).waitingItems == 2);
    tablet.tap("backButton");
    tablet.tap("contacts");
    CHECK(tablet.app().page() == AppController::Contacts);
    CHECK(number(tablet, "contact_1") == 2);
}

TEST_CASE("a tile that is touched twice at once counts once, and counts are of this part of the day",
          "[pages][contacts]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.app().choosePlace(QStringLiteral("AMS-02"));
    tablet.settle();
    tablet.app().show(AppController::Contacts);
    tablet.settle();
    tablet.tap("contact_0");
    tablet.app().contacts()->log(0);
    tablet.settle();
    CHECK(number(tablet, "contact_0") == 1);
    tablet.clock().advance(std::chrono::hours(7));
    tablet.tap("contact_0");
    CHECK(number(tablet, "contact_0") == 1);
    CHECK(ledgerOf(tablet).waitingItems == 2);
}

TEST_CASE("the place is chosen once a shift, also for interviews, and can be changed", "[pages][contacts]") {
    TabletWindow tablet;
    tablet.prepare();
    CHECK_FALSE(tablet.isVisible("place"));
    tablet.startInterview();
    tablet.app().pauseInterview();
    tablet.settle();
    CHECK(tablet.text("place") == QStringLiteral("Drop-in centre in the city centre"));
    tablet.tap("newInterview");
    REQUIRE(tablet.app().page() == AppController::Interview);
    CHECK(tablet.kept("site") == "AMS-02");
    tablet.app().show(AppController::Home);
    tablet.settle();
    tablet.tap("place");
    tablet.tap("site_AMS-01");
    REQUIRE(tablet.app().page() == AppController::Home);
    tablet.app().lock();
    tablet.settle();
    tablet.type(page_test::kPassphrase);
    tablet.press(Qt::Key_Return);
    CHECK(tablet.isVisible("place"));
    tablet.clock().advance(peil::mobile::Vault::kShift);
    tablet.app().show(AppController::Home);
    tablet.settle();
    CHECK_FALSE(tablet.isVisible("place"));
    tablet.tap("newInterview");
    CHECK(tablet.app().page() == AppController::ChooseSite);
}

TEST_CASE("contacts are counted from the keyboard alone", "[pages][contacts]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.tabTo("contacts");
    tablet.press(Qt::Key_Return);
    tablet.tabTo("site_AMS-02");
    tablet.press(Qt::Key_Return);
    tablet.tabTo("contact_2");
    tablet.press(Qt::Key_Space);
    CHECK(number(tablet, "contact_2") == 1);
    tablet.tabTo("undo");
    tablet.press(Qt::Key_Return);
    CHECK(number(tablet, "contact_2") == 0);
}
