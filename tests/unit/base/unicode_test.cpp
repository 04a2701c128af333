// SPDX-License-Identifier: Apache-2.0
#include "peil/base/unicode.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;

TEST_CASE("a letter and its accent become one character", "[base][unicode]") {
    REQUIRE(toNfc("e\xCC\x81") == "\xC3\xA9");
    REQUIRE(toNfc("plain") == "plain");
    REQUIRE(toNfc("\xFF") == "\xFF");
}

TEST_CASE("case and accents do not matter for matching", "[base][unicode]") {
    REQUIRE(foldForMatching("Caf\xC3\xA9") == foldForMatching("CAFE"));
    REQUIRE(foldForMatching("Stra\xC3\x9F"
                            "e") == foldForMatching("STRASSE"));
}

TEST_CASE("length counts characters, not bytes", "[base][unicode]") {
    REQUIRE(codePointCount("a\xF0\x9F\x98\x80") == 2);
}
