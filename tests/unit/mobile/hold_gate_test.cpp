// SPDX-License-Identifier: Apache-2.0
#include "hold_gate.h"

#include "peil_test/clock.h"

#include <QtCore/qcoreapplication.h>

#include <catch2/catch_test_macros.hpp>

using namespace std::chrono_literals;
using peil::mobile::HoldGate;

namespace {

struct Gate {
    Gate() {
        QObject::connect(&gate, &HoldGate::opened, [this] { ++opened; });
    }
    int argc = 0;
    QCoreApplication application{argc, nullptr};
    peil_test::ManualClock clock;
    HoldGate gate{clock, nullptr};
    int opened = 0;
};

} // namespace

TEST_CASE("a button that is held for a second does what it says, once", "[hold]") {
    Gate hand;
    hand.gate.press();
    CHECK(hand.gate.isHeld());
    hand.clock.advance(HoldGate::kHold);
    hand.gate.release();
    CHECK(hand.opened == 1);
    CHECK_FALSE(hand.gate.isHeld());
    hand.gate.release();
    CHECK(hand.opened == 1);
}

TEST_CASE("a button that is gone while it is held does nothing", "[hold]") {
    Gate hand;
    hand.gate.press();
    hand.gate.cancel();
    hand.clock.advance(HoldGate::kHold);
    hand.gate.release();
    CHECK(hand.opened == 0);
}

TEST_CASE("taps never do it, however many and however fast", "[hold]") {
    Gate hand;
    for (int tap = 0; tap < 40; ++tap) {
        hand.gate.press();
        hand.clock.advance(tap % 2 == 0 ? 90ms : 999ms);
        hand.gate.release();
        hand.clock.advance(10ms);
    }
    CHECK(hand.opened == 0);
}
