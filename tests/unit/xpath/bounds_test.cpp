// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/bounds.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using peil::xpath::WholeBounds;
using peil_test::need;

namespace {

WholeBounds of(std::string_view expression) {
    return need(peil::xpath::wholeBoundsOf(expression));
}

} // namespace

TEST_CASE("a constraint says between which whole numbers its node is", "[xpath][bounds]") {
    CHECK(of(". >= 0 and . <= 7") == WholeBounds{0, 7});
    CHECK(of("(. > -3) and (7.5 > .)") == WholeBounds{-2, 7});
    CHECK(of("0 <= . and 10 >= .") == WholeBounds{0, 10});
    CHECK(of(". > 0.5 and . < 3 and . <= 9") == WholeBounds{1, 2});
    CHECK(of(". >= 0 and (. <= 5 and . != 3)") == WholeBounds{0, 5});
}

TEST_CASE("what only sometimes holds sets no bound", "[xpath][bounds]") {
    CHECK(of(". >= 0 and (/d/age = '' or . <= /d/age)") == WholeBounds{0, {}});
    CHECK(of(". <= /d/age") == WholeBounds{});
    CHECK(of(". >= 0 or . <= 7") == WholeBounds{});
    CHECK(of("not(. > 7)") == WholeBounds{});
    CHECK(of("../a >= 0 and ../a <= 7") == WholeBounds{});
    CHECK(of(". = 4") == WholeBounds{});
    CHECK(of(". <= number('x')") == WholeBounds{});
}
