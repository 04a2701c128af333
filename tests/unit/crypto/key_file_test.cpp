// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/key_file.h"

#include "hex.h"
#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil/crypto/error.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"
#include "peil_test/temporary_folder.h"

#include <algorithm>

using namespace peil;
using namespace peil::crypto;
using peil_test::need;

namespace {

struct Fixture {
    peil_test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "researcher.key";
    peil_test::SeededRng rng{11};
    BoxKeyPair pair = makeBoxKeyPair(rng);

    Result<> write(std::string_view passphrase, PassphraseCost cost = PassphraseCost::minimal()) {
        return writeKeyFile(file, KeyPurpose::Sealing, pair.secretKey, pair.publicKey, bytesOf(passphrase), rng, cost);
    }
};

} // namespace

TEST_CASE("a key file opens with its passphrase and tells its public half without one", "[crypto][keyfile]") {
    Fixture f;
    need(f.write("correct horse battery"));
    const auto info = need(readKeyFileInfo(f.file));
    CHECK(info.purpose == KeyPurpose::Sealing);
    CHECK(info.publicKey == f.pair.publicKey);
    CHECK(info.fingerprint == fingerprint(f.pair.publicKey));
    CHECK(info.fingerprint.size() == 32);
    CHECK(std::ranges::equal(need(openKeyFile(f.file, bytesOf("correct horse battery"))).view(),
                             f.pair.secretKey.view()));
    CHECK(openKeyFile(f.file, bytesOf("correct horse batterY")).error().code == CryptoErrc::WrongPassphrase);
    CHECK(std::filesystem::status(f.file).permissions() == std::filesystem::perms(0600));
}

TEST_CASE("a key file is not written under a weak passphrase or a cost outside the bounds", "[crypto][keyfile]") {
    Fixture f;
    CHECK(f.write("short").error().code == CryptoErrc::WeakPassphrase);
    for (const PassphraseCost cost :
         {PassphraseCost{1, 1024}, PassphraseCost{0, 65536}, PassphraseCost{1000, 65536}, PassphraseCost{3, 1U << 30U}})
        CHECK(f.write("correct horse battery", cost).error().code == CryptoErrc::BadKeyFile);
    CHECK_FALSE(std::filesystem::exists(f.file));
    CHECK(readKeyFileInfo(f.file).error().code == BaseErrc::FileNotFound);
}

TEST_CASE("a key file with any byte changed, or of another length, is a bad key file", "[crypto][keyfile]") {
    Fixture f;
    need(f.write("correct horse battery"));
    const auto good = need(readFile(f.file, 4096));
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bad = good;
        bad[i] = static_cast<std::uint8_t>(bad[i] ^ 0x10U);
        crypto_test::put(f.file, bad);
        REQUIRE(openKeyFile(f.file, bytesOf("correct horse battery")).error().code == CryptoErrc::BadKeyFile);
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{9}, good.size() - 1}) {
        need(writeFileDurably(f.file, ByteView(good).first(size)));
        CHECK(readKeyFileInfo(f.file).error().code == CryptoErrc::BadKeyFile);
    }
}

TEST_CASE("a key file of version 1 still opens", "[crypto][keyfile][golden]") {
    const std::filesystem::path file = PEIL_SOURCE_DIR "/tests/unit/crypto/golden/signing-v1.key";
    const auto info = need(readKeyFileInfo(file));
    CHECK(info.purpose == KeyPurpose::Signing);
    const auto pair = signingKeyPairFromSeed(need(openKeyFile(file, bytesOf("golden passphrase"))));
    CHECK(pair.publicKey == info.publicKey);
    CHECK(toHex(pair.seed.view()) == "ca0b45fa01a2e94bc6e428e73f2b66e776ba936818dab3036a94185ace0cb512");
}
