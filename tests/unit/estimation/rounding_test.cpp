// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/rounding.h"

#include "peil/estimation/counter_rng.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <string>

using namespace peil::estimation;

namespace {

std::string text(const PrintedSize& size) {
    const auto one = [&](std::optional<double> value) { return value ? groupedText(*value, size.decimals) : "-"; };
    return one(size.N) + " (" + one(size.lower) + " to " + one(size.upper) + ")";
}

bool isMultiple(std::optional<double> value, double unit) {
    return !value || std::abs(*value / unit - std::round(*value / unit)) < 1e-6;
}

} // namespace

TEST_CASE("a size and its limits are rounded to one unit, which follows from the size", "[estimation][rounding]") {
    CHECK(text(printedSize(13299.775, 12437.6, 14333.2)) == "13,300 (12,400 to 14,300)");
    CHECK(text(printedSize(123'456, 99'501, 161'499)) == "123,000 (100,000 to 161,000)");
    CHECK(text(printedSize(99'999, 90'000, 110'049)) == "100,000 (90,000 to 110,000)");
    CHECK(text(printedSize(1'000, 912, 1'151)) == "1,000 (900 to 1,200)");
    CHECK(text(printedSize(999.7, 912, 1'151)) == "1,000 (910 to 1,150)");
    CHECK(text(printedSize(118.4, 106, 140)) == "120 (110 to 140)");
    CHECK(text(printedSize(99.6, 70.4, 120.5)) == "100 (70 to 121)");
    CHECK(text(printedSize(1421.35, 1061.9, 1902.1)) == "1,400 (1,100 to 1,900)");
    CHECK(text(printedSize(13299.775)) == "13,300 (- to -)");
}

TEST_CASE("where a size would be printed on a limit, all three take the next smaller unit", "[estimation][rounding]") {
    CHECK(text(printedSize(3'042, 3'018, 3'077)) == "3,040 (3,020 to 3,080)");
    CHECK(text(printedSize(3'042, 3'038.6, 3'077)) == "3,042 (3,039 to 3,077)");
    CHECK(text(printedSize(30.9, 30.6, 35)) == "30.9 (30.6 to 35.0)");
    CHECK(text(printedSize(1.5, 1.2, 2.1)) == "1.5 (1.2 to 2.1)");
    CHECK(text(printedSize(250'400, 250'100, 262'000)) == "250,400 (250,100 to 262,000)");
}

TEST_CASE("a limit that equals the size asks for no smaller unit", "[estimation][rounding]") {
    CHECK(text(printedSize(8122, 8122, 11'740)) == "8,100 (8,100 to 11,700)");
    CHECK(text(printedSize(8122, 8122 * (1 - 1e-12), 11'740)) == "8,100 (8,100 to 11,700)");
    CHECK(text(printedSize(0, 0, 0)) == "0 (0 to 0)");
}

TEST_CASE("missing or unbounded values are omitted, and the lower limit replaces the size", "[estimation][rounding]") {
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(text(printedSize(13'300, 12'438, infinite)) == "13,300 (12,400 to -)");
    CHECK(text(printedSize({}, 26'328, {})) == "- (26,300 to -)");
    CHECK(text(printedSize(std::nan(""), 146, 180)) == "- (150 to 180)");
    CHECK(text(printedSize({}, {}, {})) == "- (- to -)");
    CHECK(text(printedSize(-1'421, -2'049, 312)) == "-1,400 (-2,000 to 300)"); // fewer outside care than nobody
}

TEST_CASE("ten thousand random sizes are never printed on or outside a limit, and share their unit",
          "[estimation][rounding]") {
    for (std::uint64_t draw = 0; draw < 10'000; ++draw) {
        CounterRng random(14, draw);
        const double N = std::pow(10, 7 * random.nextUnit());
        // From a hair's breadth to an order of magnitude.
        const double lower = N / (1 + std::pow(10, 8 * random.nextUnit() - 7));
        const double upper = N * (1 + std::pow(10, 8 * random.nextUnit() - 7));
        const auto printed = printedSize(N, lower, upper);
        INFO("draw " << draw << ": " << N << " (" << lower << " to " << upper << ") as " << text(printed));
        CHECK(*printed.lower < *printed.N);
        CHECK(*printed.N < *printed.upper);
        for (const auto& value : {printed.N, printed.lower, printed.upper})
            CHECK(isMultiple(value, printed.unit));
        CHECK(std::abs(*printed.N - N) <= 0.5 * printed.unit * (1 + 1e-9));
        CHECK(printed.unit <= (N >= 100'000 ? 1000 : N >= 1'000 ? 100 : N >= 100 ? 10 : 1));
        // What is printed is told apart in print, too.
        CHECK(groupedText(*printed.lower, printed.decimals) != groupedText(*printed.N, printed.decimals));
        CHECK(groupedText(*printed.upper, printed.decimals) != groupedText(*printed.N, printed.decimals));
    }
}

TEST_CASE("numbers carry the marks of their language", "[estimation][rounding]") {
    CHECK(groupedText(1'234'567) == "1,234,567");
    CHECK(groupedText(13'300, 0, {'.', ','}) == "13.300");
    CHECK(groupedText(1234.25, 2, {'.', ','}) == "1.234,25");
    CHECK(groupedText(-100) == "-100");
    CHECK(groupedText(-1'000) == "-1,000");
    CHECK(groupedText(-123'456.5, 1) == "-123,456.5");
    CHECK(groupedText(0.5, 1) == "0.5");
}

TEST_CASE("how a printed figure was rounded is read from its digits", "[estimation][rounding]") {
    CHECK(unitOf(13'300, 12'600, 14'200) == 100);
    CHECK(unitOf(13'000, 12'000, 14'000) == 1000);
    CHECK(unitOf(146, 120, 180) == 1);
    CHECK(unitOf(140, {}, 180) == 10);
    CHECK(unitOf({}, {}, {}) == 1);
    CHECK(unitOf(11.5, {}, {}) == 1);
}
