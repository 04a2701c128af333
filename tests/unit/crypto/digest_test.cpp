// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/error.h"
#include "peil/crypto/seal.h"
#include "peil_test/result.h"

using namespace peil;
using namespace peil::crypto;
using peil_test::need;

TEST_CASE("a digest is found under each spelling of its name", "[crypto][digest]") {
    for (const char* name : {"SHA-256", "sha256", "Sha-256", "SHA256"})
        CHECK(toHex(need(digest(name, {}))) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(toHex(need(digest("md5", {}))) == "d41d8cd98f00b204e9800998ecf8427e");
}

TEST_CASE("an unknown digest is refused with the names that exist", "[crypto][digest]") {
    for (const char* name : {"", "SHA-3", "sha224", "CRC32"}) {
        const auto result = digest(name, bytesOf("x"));
        REQUIRE_FALSE(result);
        CHECK(result.error().code == CryptoErrc::UnknownAlgorithm);
        CHECK(result.error().context.find("SHA-384") != std::string::npos);
    }
}
