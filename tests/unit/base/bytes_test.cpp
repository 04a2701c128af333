// SPDX-License-Identifier: Apache-2.0
#include "peil/base/bytes.h"
#include "peil/base/error.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

using namespace peil;

TEST_CASE("hexadecimal text reads back as the same bytes", "[base][bytes]") {
    const Bytes bytes{0x00, 0x7f, 0xff, 0x10};
    REQUIRE(toHex(bytes) == "007fff10");
    REQUIRE(peil_test::need(fromHex("007FFF10")) == bytes);
}

TEST_CASE("text that is not hexadecimal is refused", "[base][bytes]") {
    REQUIRE(fromHex("abc").error().code == BaseErrc::BadHex);
    REQUIRE(fromHex("zz").error().code == BaseErrc::BadHex);
}

TEST_CASE("base64 gives the vectors of RFC 4648", "[base][bytes]") {
    const auto encoded = [](std::string_view text) { return toBase64(bytesOf(text)); };
    REQUIRE(encoded("") == "");
    REQUIRE(encoded("f") == "Zg==");
    REQUIRE(encoded("fo") == "Zm8=");
    REQUIRE(encoded("foo") == "Zm9v");
    REQUIRE(encoded("foobar") == "Zm9vYmFy");
}

TEST_CASE("base64 of any length reads back, with and without padding", "[base][bytes]") {
    peil_test::SeededRng rng(1);
    for (std::size_t size = 0; size < 70; ++size) {
        Bytes bytes(size);
        rng.fill(bytes);
        auto text = toBase64(bytes);
        REQUIRE(peil_test::need(fromBase64(text)) == bytes);
        while (!text.empty() && text.back() == '=')
            text.pop_back();
        REQUIRE(peil_test::need(fromBase64(text)) == bytes);
    }
}

TEST_CASE("text that is not base64 is refused", "[base][bytes]") {
    for (const auto* text : {"A", "Zg==Zg", "Z-==", "\xC3\xA9"})
        REQUIRE(fromBase64(text).error().code == BaseErrc::BadBase64);
}
