// SPDX-License-Identifier: Apache-2.0
#include "peil/base/boot_clock.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace std::chrono;

TEST_CASE("a moment is written in UTC with milliseconds", "[base][clock]") {
    REQUIRE(formatUtc(TimePoint{0ms}) == "1970-01-01T00:00:00.000Z");
    REQUIRE(formatUtc(TimePoint{sys_days{2024y / 2 / 29} + 23h + 59min + 59s + 7ms}) == "2024-02-29T23:59:59.007Z");
    REQUIRE(formatUtc(TimePoint{-1ms}) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("the system clock is later than the day this was written", "[base][clock]") {
    REQUIRE(SystemClock{}.now() > TimePoint{sys_days{2026y / 11 / 1}});
}

TEST_CASE("the time since the start of the machine never goes back", "[base][clock]") {
    const auto first = bootClock().now();
    CHECK(first > TimePoint{});
    CHECK(bootClock().now() >= first);
    CHECK(first < SystemClock{}.now());
}
