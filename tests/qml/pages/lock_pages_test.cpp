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

namespace {

constexpr std::chrono::minutes kLockAfter{5}; // the model study does not say otherwise

} // namespace

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
    const std::string code(peil::textOf(tablet.app().recoveryCode()->view()));
    tablet.press(Qt::Key_Return); // the button has the focus
    CHECK_FALSE(tablet.isVisible("code"));
    tablet.type("1234");
    tablet.press(Qt::Key_Return);
    CHECK(tablet.shows("These are not the last four characters of the code."));
    CHECK(tablet.app().page() == AppController::RecoveryCode);
    tablet.tap("showCode");
    CHECK(tablet.isVisible("code"));
    tablet.tap("noted");
    tablet.type(QString::fromStdString(code.substr(30)).toLower().toStdString().c_str());
    tablet.press(Qt::Key_Return);
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
    tablet.noteRecoveryCode();
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
    CHECK_FALSE(tablet.shows("attempts left")); // no threat while there are many
    tablet.tap("unlock");
    CHECK(tablet.app().page() == AppController::Home);
}

TEST_CASE("the passphrase is changed under Settings, and the earlier one opens nothing", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.app().show(AppController::Settings);
    tablet.settle();
    tablet.tap("changePassphrase");
    constexpr const char* kNext = "velvet anchor puddle seven north";
    const auto fill = [&](const char* now) {
        for (const char* words : {now, kNext, kNext}) {
            tablet.type(words);
            tablet.press(Qt::Key_Return); // goes to the next field, and at last changes it
        }
    };
    fill("not the passphrase at all");
    CHECK(tablet.shows("Wrong passphrase."));
    tablet.tap("now");
    fill(kPassphrase);
    REQUIRE(tablet.app().page() == AppController::Settings);
    CHECK(tablet.shows("The passphrase was changed."));
    tablet.app().lock();
    tablet.settle();
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    CHECK(tablet.app().page() == AppController::Unlock);
    tablet.type(kNext);
    tablet.press(Qt::Key_Return);
    CHECK(tablet.app().page() == AppController::Home);
}

namespace {

void setPin(TabletWindow& tablet, const char* digits) {
    tablet.app().show(AppController::Settings);
    tablet.settle();
    tablet.tap("pin");
    tablet.type(digits);
    tablet.type(digits); // the second field has the focus after six digits
    tablet.press(Qt::Key_Return);
}

} // namespace

TEST_CASE("within a shift a PIN unlocks the tablet, by its pad and at the sixth digit", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    setPin(tablet, "123456");
    CHECK(tablet.shows("Choose six digits that are not in a row."));
    setPin(tablet, "280417");
    REQUIRE(tablet.app().page() == AppController::Settings);
    CHECK(tablet.shows("Remove the PIN of this shift"));
    tablet.app().lock();
    tablet.settle();
    for (const char* key : {"key_2", "key_8", "key_0", "key_4", "key_1", "key_7"})
        tablet.tap(key);
    REQUIRE(tablet.app().page() == AppController::Home);
    tablet.app().lock();
    tablet.settle();
    SECTION("five wrong ones, and it is the passphrase again") {
        for (int tries = 1; tries <= 4; ++tries)
            tablet.type("000009");
        CHECK(tablet.shows("Wrong PIN."));
        CHECK(tablet.shows("1 attempt left. After that, the tablet asks for the passphrase."));
        tablet.type("000009");
        CHECK(tablet.shows("The PIN is no longer valid. Use the passphrase."));
    }
    SECTION("at the end of the shift too") {
        tablet.waits().advance(peil::mobile::Vault::kShift);
        tablet.type("280417");
        CHECK(tablet.shows("The PIN is no longer valid. Use the passphrase."));
    }
    SECTION("the passphrase opens as well") {
        tablet.tap("usePassphrase");
    }
    SECTION("a restart forgets the PIN") {
        tablet.restart();
    }
    CHECK(tablet.isVisible("key_q"));
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    CHECK(tablet.app().page() == AppController::Home);
}

TEST_CASE("a garbled enrolment code is refused in words", "[pages]") {
    TabletWindow tablet;
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    tablet.noteRecoveryCode();
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
    CHECK(tablet.text("send") == QStringLiteral("Send what is finished: 1"));
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
        tablet.waits().advance(kLockAfter - AutoLock::kWarning - std::chrono::seconds(1));
        tablet.press(Qt::Key_Shift);
        CHECK(tablet.app().page() == page);
        tablet.waits().advance(kLockAfter);
        tablet.press(Qt::Key_Shift); // the first touch after it woke does nothing but lock
        tablet.settle();
        CHECK(tablet.app().page() == Page::Unlock);
        CHECK_FALSE(tablet.app().isUnlocked());
        tablet.type(kPassphrase);
        tablet.press(Qt::Key_Return);
        REQUIRE(tablet.app().page() == Page::Home);
    }
}

TEST_CASE("the tablet counts down before it locks, and the touch that stops it does nothing else", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.waits().advance(kLockAfter - std::chrono::seconds(21));
    tablet.autoLock().check();
    tablet.settle();
    REQUIRE(tablet.shows("This tablet locks in 21 seconds."));
    tablet.tap("lock"); // below the warning
    CHECK(tablet.app().page() == AppController::Home);
    CHECK_FALSE(tablet.shows("This tablet locks"));
    tablet.waits().advance(kLockAfter - std::chrono::milliseconds(1));
    tablet.autoLock().check();
    CHECK(tablet.app().isUnlocked());
    CHECK(tablet.app().secondsToLock() == 1);
    tablet.waits().advance(std::chrono::milliseconds(1));
    tablet.autoLock().check();
    tablet.settle();
    CHECK(tablet.app().page() == AppController::Unlock);
    CHECK_FALSE(tablet.shows("This tablet locks in"));
}

TEST_CASE("on a tablet that was locked for hours the first key of the passphrase counts", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.tap("lock");
    tablet.waits().advance(std::chrono::hours(3));
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    CHECK(tablet.app().page() == AppController::Home);
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
    tablet.waits().advance(kLockAfter);
    tablet.press(Qt::Key_Shift);
    tablet.settle();
    REQUIRE(tablet.app().page() == AppController::Unlock);
    tablet.type(kPassphrase);
    tablet.press(Qt::Key_Return);
    CHECK(tablet.app().page() == AppController::RecoveryCode);
    CHECK(tablet.app().recoveryCode()->length() == 34);
}
