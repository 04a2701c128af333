// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/error.h"
#include "peil/crypto/seal.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

#include <algorithm>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace peil;
using namespace peil::crypto;
using peil_test::need;

TEST_CASE("a sealed text opens only with its key, nonce, associated data and every bit in place", "[crypto][seal]") {
    peil_test::SeededRng rng(1);
    const auto key = SecretKey::random(rng);
    const auto nonce = randomNonce(rng);
    const auto sealed = aeadSeal(key, nonce, bytesOf("five days a week"), bytesOf("header"));
    CHECK(textOf(need(aeadOpen(key, nonce, sealed, bytesOf("header"))).view()) == "five days a week");
    const auto refused = [](const Result<SecretBytes>& result) {
        return !result && result.error().code == CryptoErrc::NotAuthentic;
    };
    CHECK(refused(aeadOpen(SecretKey::random(rng), nonce, sealed, bytesOf("header"))));
    CHECK(refused(aeadOpen(key, randomNonce(rng), sealed, bytesOf("header"))));
    CHECK(refused(aeadOpen(key, nonce, sealed, bytesOf("headeR"))));
    CHECK(refused(aeadOpen(key, nonce, ByteView(sealed).first(15), bytesOf("header"))));
    for (std::size_t bit = 0; bit < 8 * sealed.size(); ++bit) {
        auto changed = sealed;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
        REQUIRE(refused(aeadOpen(key, nonce, changed, bytesOf("header"))));
    }
}

TEST_CASE("an empty text can be sealed and boxed", "[crypto][seal]") {
    peil_test::SeededRng rng(2);
    const auto key = SecretKey::random(rng);
    const auto nonce = randomNonce(rng);
    CHECK(need(aeadOpen(key, nonce, aeadSeal(key, nonce, {}, {}), {})).empty());
    const auto pair = makeBoxKeyPair(rng);
    CHECK(need(boxOpen(boxSeal({}, pair.publicKey), pair)).empty());
}

TEST_CASE("a sealed box opens for its recipient and for no one else", "[crypto][box]") {
    peil_test::SeededRng rng(3);
    const auto researcher = makeBoxKeyPair(rng);
    const auto escrow = makeBoxKeyPair(rng);
    auto sealed = boxSeal(bytesOf("a key"), researcher.publicKey);
    CHECK(textOf(need(boxOpen(sealed, researcher)).view()) == "a key");
    CHECK(boxSeal(bytesOf("a key"), researcher.publicKey) != sealed);
    CHECK(boxOpen(sealed, escrow).error().code == CryptoErrc::NotAuthentic);
    CHECK(boxOpen(ByteView(sealed).first(20), researcher).error().code == CryptoErrc::NotAuthentic);
    sealed.back() = static_cast<std::uint8_t>(sealed.back() ^ 1U);
    CHECK(boxOpen(sealed, researcher).error().code == CryptoErrc::NotAuthentic);
}

TEST_CASE("a signature holds for one message and one key", "[crypto][sign]") {
    peil_test::SeededRng rng(4);
    const auto pair = makeSigningKeyPair(rng);
    const auto other = makeSigningKeyPair(rng);
    const auto signature = sign(bytesOf("batch 1"), pair);
    CHECK(verify(bytesOf("batch 1"), signature, pair.clone().publicKey));
    CHECK_FALSE(verify(bytesOf("batch 2"), signature, pair.publicKey));
    CHECK_FALSE(verify(bytesOf("batch 1"), signature, other.publicKey));
    CHECK_FALSE(verify(bytesOf("batch 1"), ByteView(signature).first(63), pair.publicKey));
    CHECK_FALSE(verify(bytesOf("batch 1"), signature, ByteView(pair.publicKey).first(31)));
}

TEST_CASE("subkeys of two labels, and of two keys, have nothing in common", "[crypto][seal]") {
    peil_test::SeededRng rng(5);
    const auto key = SecretKey::random(rng);
    const auto a = subkey(key, "a");
    CHECK(equalConstantTime(a.view(), subkey(key, "a").view()));
    CHECK_FALSE(equalConstantTime(a.view(), subkey(key, "b").view()));
    CHECK_FALSE(equalConstantTime(a.view(), subkey(SecretKey::random(rng), "a").view()));
    CHECK_FALSE(equalConstantTime(a.view(), a.view().first(31)));
    CHECK(equalConstantTime({}, {}));
}

TEST_CASE("padding hides the length and comes off again", "[crypto][seal]") {
    for (const std::size_t size : {0U, 1U, 63U, 64U, 65U}) {
        const Bytes plain(size, 0x80);
        const auto padded = pad(plain, 64);
        CHECK(padded.size() == (size / 64 + 1) * 64);
        CHECK(std::ranges::equal(need(unpad(padded, 64)).view(), plain));
    }
}

TEST_CASE("text that was never padded is refused", "[crypto][seal]") {
    for (const auto& bytes : {Bytes{}, Bytes(64, 0), Bytes(64, 1), Bytes(63, 0x80)})
        CHECK(unpad(SecretBytes::copyOf(bytes), 64).error().code == CryptoErrc::BadPadding);
}

TEST_CASE("a stored password hash knows its password and no other", "[crypto][password]") {
    const auto hash = need(hashPassword(bytesOf("correct horse battery")));
    CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    CHECK(verifyPassword(hash, bytesOf("correct horse battery")));
    CHECK_FALSE(verifyPassword(hash, bytesOf("correct horse batterY")));
    CHECK_FALSE(verifyPassword("", bytesOf("x")));
    CHECK_FALSE(verifyPassword(std::string(500, 'a'), bytesOf("x")));
}

TEST_CASE("hashing without memory for Argon2id reports an error", "[crypto][password]") {
    // A child of its own, since a limit on memory cannot be taken back by every user.
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        long pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        const auto now = static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
        const rlimit limit{now + (rlim_t{16} << 20U), now + (rlim_t{16} << 20U)};
        ::setrlimit(RLIMIT_AS, &limit);
        const auto result = hashPassword(bytesOf("correct horse battery"));
        ::_exit(!result && result.error().code == CryptoErrc::OutOfMemory ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}
