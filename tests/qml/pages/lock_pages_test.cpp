// SPDX-License-Identifier: Apache-2.0
// From the first start to the unlocked tablet.
#include "tablet_window.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using page_test::kPassphrase;
using page_test::TabletWindow;
using peil::mobile::AppController;
using peil::mobile::AutoLock;
using peil_test::need;

TEST_CASE("the first start makes a store under a passphrase, shows the recovery code once and asks to enrol",
          "[pages]") {
    TabletWindow tablet;
    REQUIRE(tablet.app().page() == AppController::CreateStore);
    CHECK_FALSE(tablet.item("create").isEnabled());
    tablet.type("too short");
    CHECK(tablet.shows("Too short"));
    for (int i = 0; i < 9; ++i)
        tablet.press(Qt::Key_Backspace);
    tablet.type("password1234");
    CHECK(tablet.shows("Easy to guess"));
    CHECK_FALSE(tablet.item("create").isEnabled());
    for (int i = 0; i < 12; ++i)
        tablet.press(Qt::Key_Backspace);
    tablet.type(kPassphrase); // the first field has the focus
    CHECK_FALSE(tablet.shows("Easy to guess"));
    tablet.press(Qt::Key_Return); // goes to the second
    tablet.type("river lamp seven orange floor");
    tablet.tap("create");
    CHECK(tablet.app().page() == AppController::CreateStore);
    CHECK(tablet.shows("The passphrases do not match."));

    tablet.tap("again");
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    REQUIRE(tablet.app().page() == AppController::RecoveryCode);
    CHECK(tablet.app().recoveryCode()->length() == 34);
    tablet.press(Qt::Key_Return); // the button has the focus
    CHECK(tablet.app().page() == AppController::Enrol);
    CHECK(tablet.app().recoveryCode()->length() == 0);
    CHECK(peil::crypto::KeySlots::exist(tablet.folder()));
}

TEST_CASE("the recovery code is painted, is not in any text, and unlocks the tablet", "[pages]") {
    TabletWindow tablet;
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    REQUIRE(tablet.app().page() == AppController::RecoveryCode);
    // A test may hold the code as text; the program does not.
    const std::string code(peil::textOf(tablet.app().recoveryCode()->view()));
    REQUIRE(code.size() == 34);
    CHECK_FALSE(tablet.wordsOf().contains(QString::fromStdString(code.substr(0, 4))));
    auto& view = tablet.item("code");
    const auto painted = [&] {
        const auto area = view.mapRectToScene(view.boundingRect()).toRect();
        const auto picture = tablet.window().grabWindow().copy(area);
        std::size_t ink = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixelColor(x, y).lightness() < 128) ++ink;
        return ink;
    };
    CHECK(painted() > 34 * 20);
    tablet.tap("noted");
    tablet.app().lock();
    tablet.settle();
    tablet.type(code.c_str());
    tablet.press(Qt::Key_Return);
    CHECK(tablet.app().page() == AppController::Enrol);
}

TEST_CASE("a passphrase is typed on the keys of the screen too", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.tap("lock");
    REQUIRE(tablet.app().page() == AppController::Unlock);
    for (const char* key = kPassphrase; *key != '\0'; ++key) {
        const auto name = *key == ' ' ? std::string("keySpace") : std::string("key_") + *key;
        tablet.tap(name.c_str());
    }
    tablet.tap("key_x");
    tablet.tap("keyBackspace");
    tablet.tap("unlock");
    CHECK(tablet.app().page() == AppController::Home);
}

TEST_CASE("a wrong passphrase shows a message, counts and causes a wait; the right one opens", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.press(Qt::Key_L, Qt::ControlModifier); // locks from anywhere
    REQUIRE(tablet.app().page() == AppController::Unlock);
    for (int tries = 1; tries <= 3; ++tries) {
        tablet.type("not the passphrase at all");
        tablet.press(Qt::Key_Return);
        CHECK(tablet.app().page() == AppController::Unlock);
        CHECK(tablet.shows("Wrong passphrase."));
    }
    CHECK(tablet.shows("You can try again in 5 seconds."));
    tablet.type(kPassphrase);
    CHECK_FALSE(tablet.item("unlock").isEnabled());
    tablet.clock().advance(std::chrono::hours(24)); // setting the date shortens nothing
    tablet.app().begin();
    tablet.settle();
    CHECK_FALSE(tablet.item("unlock").isEnabled());
    tablet.waits().advance(std::chrono::seconds(6));
    tablet.app().begin(); // what the ticking of the wait does
    tablet.settle();
    CHECK(tablet.shows("7 attempts left."));
    tablet.tap("unlock");
    CHECK(tablet.app().page() == AppController::Home);
}

TEST_CASE("a garbled enrolment code is refused in words", "[pages]") {
    TabletWindow tablet;
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    tablet.tap("noted");
    REQUIRE(tablet.app().page() == AppController::Enrol);
    CHECK_FALSE(tablet.item("join").isEnabled());
    tablet.tap("code");
    tablet.type("PEIL1:this is no code");
    tablet.tap("join");
    CHECK(tablet.app().page() == AppController::Enrol);
    CHECK(tablet.shows("This is not an enrolment code."));
}

TEST_CASE("a tablet whose files are lost names them and offers neither a new start nor a passphrase", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.tap("lock");
    SECTION("the key files") {
        std::filesystem::remove(tablet.folder() / "keyslots");
        std::filesystem::remove(tablet.folder() / "keyslots.copy");
        tablet.restart();
        CHECK(tablet.shows("The key files on this tablet are missing"));
    }
    SECTION("the store") {
        std::filesystem::remove(tablet.folder() / "store.db");
        tablet.restart();
        CHECK(tablet.shows("The file with the interviews on this tablet is missing or empty."));
    }
    CHECK(tablet.app().page() == AppController::Stopped);
    CHECK_FALSE(tablet.isVisible("create"));
    CHECK_FALSE(tablet.isVisible("unlock"));
    CHECK(std::filesystem::exists(tablet.folder() / "device-secret"));
}

TEST_CASE("after ten wrong attempts the tablet says that it cannot be unlocked", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.tap("lock");
    for (int tries = 1; tries <= 10; ++tries) {
        tablet.waits().advance(std::chrono::hours(1));
        tablet.app().begin();
        tablet.settle();
        tablet.type("not the passphrase at all");
        tablet.press(Qt::Key_Return);
    }
    CHECK(tablet.app().page() == AppController::Stopped);
    CHECK(tablet.shows("Too many wrong passphrases"));
    CHECK_FALSE(tablet.isVisible("send"));
    // What somebody finished before would be sent from here.
    peil::mobile::Outbox outbox(tablet.folder() / "outbox");
    need(outbox.put({peil::InterviewId("4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a11"), 1, {}, peil::toBytes("box")}));
    tablet.restart();
    CHECK(tablet.app().rescue()->waiting() == 1);
    CHECK(tablet.text("send") == QStringLiteral("Send 1 interview"));
    tablet.restart();
    CHECK(tablet.app().page() == AppController::Stopped);
}

TEST_CASE("whatever the page, a tablet that no one touches for five minutes locks, also when it slept", "[pages]") {
    using Page = AppController::Page;
    TabletWindow tablet;
    tablet.prepare();
    for (const auto page : {Page::Home, Page::ChooseSite, Page::Sync, Page::Referrals, Page::Settings}) {
        INFO(static_cast<int>(page));
        tablet.app().show(page);
        tablet.settle();
        tablet.waits().advance(AutoLock::kAfter - std::chrono::seconds(1));
        tablet.press(Qt::Key_Shift);
        CHECK(tablet.app().page() == page);
        tablet.waits().advance(AutoLock::kAfter);
        tablet.press(Qt::Key_Shift); // the first touch after it woke does nothing but lock
        tablet.settle();
        CHECK(tablet.app().page() == Page::Unlock);
        CHECK_FALSE(tablet.app().isUnlocked());
        tablet.type(kPassphrase);
        tablet.press(Qt::Key_Return);
        REQUIRE(tablet.app().page() == Page::Home);
    }
}

TEST_CASE("a tablet whose app leaves the screen locks, and a dialog over it does not", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.autoLock().follow(Qt::ApplicationInactive);
    CHECK(tablet.app().isUnlocked());
    tablet.autoLock().follow(Qt::ApplicationSuspended);
    tablet.settle();
    CHECK(tablet.app().page() == AppController::Unlock);
}

TEST_CASE("a recovery code that was not noted before a lock is shown again after it", "[pages]") {
    TabletWindow tablet;
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    REQUIRE(tablet.app().page() == AppController::RecoveryCode);
    tablet.waits().advance(AutoLock::kAfter);
    tablet.press(Qt::Key_Shift);
    tablet.settle();
    REQUIRE(tablet.app().page() == AppController::Unlock);
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    CHECK(tablet.app().page() == AppController::RecoveryCode);
    CHECK(tablet.app().recoveryCode()->length() == 34);
}
