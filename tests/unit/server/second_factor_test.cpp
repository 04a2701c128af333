// SPDX-License-Identifier: Apache-2.0
#include "services/second_factor.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::server::services;
using namespace std::chrono_literals;

namespace {

const Bytes kSecret = toBytes("12345678901234567890"); // of RFC 6238, appendix B

TimePoint at(std::int64_t seconds) {
    return TimePoint{std::chrono::seconds{seconds}};
}

} // namespace

TEST_CASE("codes are those of RFC 6238", "[server][factor]") {
    const std::vector<std::pair<std::int64_t, std::string>> vectors{
        {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
        {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto& [time, code] : vectors) {
        CHECK(codeOf(kSecret, codeStepAt(at(time)), 8) == code);
        CHECK(codeOf(kSecret, codeStepAt(at(time))) == code.substr(2));
    }
}

TEST_CASE("a code is good for its own step and those beside it, once", "[server][factor]") {
    const auto now = at(1111111111);
    const auto step = codeStepAt(now);
    CHECK(stepOfCode(kSecret, "050471", now, 0) == step);
    CHECK(stepOfCode(kSecret, "050 471", now, 0) == step);
    CHECK(stepOfCode(kSecret, "081804", now, 0) == step - 1);
    CHECK(stepOfCode(kSecret, "050471", now + 30s, 0) == step);
    CHECK(stepOfCode(kSecret, "050471", now - 31s, 0) == std::optional(step));
    CHECK_FALSE(stepOfCode(kSecret, "050471", now + 90s, 0));
    CHECK_FALSE(stepOfCode(kSecret, "050471", now - 90s, 0));
    CHECK_FALSE(stepOfCode(kSecret, "050471", now, step));
    CHECK_FALSE(stepOfCode(kSecret, "", now, 0));
    CHECK_FALSE(stepOfCode(kSecret, "0504711", now, 0));
    CHECK_FALSE(stepOfCode(kSecret, "50471", now, 0));
}

TEST_CASE("an offer has the secret in base 32, its URI and a square picture", "[server][factor]") {
    const auto offer = offerOf("Anna van Dam: é", kSecret);
    CHECK(offer.secret == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    CHECK(offer.uri ==
          "otpauth://totp/Peil:Anna%20van%20Dam%3a%20%c3%a9?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Peil");
    REQUIRE(offer.picture.size() >= 21);
    for (const auto& row : offer.picture) {
        CHECK(row.size() == offer.picture.size());
        CHECK(row.find_first_not_of("01") == std::string::npos);
    }
    CHECK(offer.picture[0].substr(0, 8) == "11111110"); // a finder pattern
    CHECK(offerOf(std::string(64, '%'), kSecret).picture.size() > offer.picture.size());
}
