// SPDX-License-Identifier: Apache-2.0
#include "peil/base/error.h"
#include "peil/base/ids.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

using namespace peil;

TEST_CASE("a new UUID is of version 4 and reads back", "[base][ids]") {
    peil_test::SeededRng rng(7);
    const auto first = makeUuid(rng);
    REQUIRE(first.size() == 36);
    REQUIRE(first[14] == '4');
    REQUIRE(std::string("89ab").find(first[19]) != std::string::npos);
    REQUIRE(peil_test::need(parseUuid(first)) == first);
    REQUIRE(makeUuid(rng) != first);
}

TEST_CASE("a UUID in capitals is the same UUID; anything else is refused", "[base][ids]") {
    REQUIRE(peil_test::need(parseUuid("0A0B0C0D-0000-4000-8000-00000000000F")) ==
            "0a0b0c0d-0000-4000-8000-00000000000f");
    for (const auto* text : {"", "0a0b0c0d000040008000000000000000000f", "0a0b0c0d-0000-4000-8000-00000000000g"})
        REQUIRE(parseUuid(text).error().code == BaseErrc::BadUuid);
}

TEST_CASE("the machine's generator does not repeat itself", "[base][rng]") {
    SystemRng rng;
    REQUIRE(rng.next64() != rng.next64());
    const double unit = rng.nextUnit();
    REQUIRE((unit >= 0 && unit < 1));
}
