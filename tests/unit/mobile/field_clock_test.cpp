// SPDX-License-Identifier: Apache-2.0
#include "field_clock.h"

#include "peil_test/clock.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using namespace std::chrono_literals;

namespace {

struct Tablet {
    peil_test::ManualClock wall, boot;
    FieldClock clock{wall, boot, "first start"};

    void pass(std::chrono::milliseconds time) {
        wall.advance(time);
        boot.advance(time);
    }
};

} // namespace

TEST_CASE("a clock that no one has compared is not trusted", "[clock]") {
    Tablet tablet;
    CHECK_FALSE(tablet.clock.isTrusted());
    CHECK(tablet.clock.now() == tablet.wall.now());
    CHECK(tablet.clock.text().empty());
}

TEST_CASE("a wrong clock is put right by the server's time and stays right as time passes", "[clock]") {
    Tablet tablet;
    tablet.clock.check(tablet.wall.now() + 72h);
    CHECK(tablet.clock.isTrusted());
    CHECK(tablet.clock.behind() == 72h);
    tablet.pass(5h);
    CHECK(tablet.clock.now() == tablet.wall.now() + 72h);
    // What a message takes is no fault of the clock.
    tablet.clock.check(tablet.wall.now() + 3s);
    CHECK(tablet.clock.now() == tablet.wall.now());
    CHECK(tablet.clock.isTrusted());
}

TEST_CASE("a clock that was set after the comparison is not trusted, and not put right by what held before",
          "[clock]") {
    for (const auto set : {-2h, 2h}) {
        Tablet tablet;
        tablet.clock.check(tablet.wall.now() + 24h);
        tablet.pass(1h);
        tablet.wall.advance(set);
        CHECK_FALSE(tablet.clock.isTrusted());
        CHECK(tablet.clock.now() == tablet.wall.now());
        CHECK(tablet.clock.behind() == 0ms);
    }
}

TEST_CASE("a comparison outlives another start of the machine, unless the clock went back or far ahead", "[clock]") {
    Tablet tablet;
    tablet.clock.check(tablet.wall.now() + 24h);
    const auto kept = tablet.clock.text();
    const auto at = tablet.wall.now();
    peil_test::ManualClock boot;
    boot.set(TimePoint(1min));
    FieldClock later(tablet.wall, boot, "second start");
    later.take(kept);
    tablet.wall.set(at + 240h);
    CHECK(later.isTrusted());
    CHECK(later.now() == tablet.wall.now() + 24h);
    tablet.wall.set(at - 1h);
    CHECK_FALSE(later.isTrusted());
    tablet.wall.set(at + FieldClock::kLongestUnseen + 1h);
    CHECK_FALSE(later.isTrusted());
    tablet.wall.set(at);
    later.take("nonsense");
    CHECK_FALSE(later.isTrusted());
}
