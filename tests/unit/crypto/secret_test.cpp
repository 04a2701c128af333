// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/secret.h"

#include "peil/crypto/error.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

#include <algorithm>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <type_traits>

using namespace peil;
using namespace peil::crypto;
using peil_test::need;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(!std::is_copy_constructible_v<SecretKey> && !std::is_copy_assignable_v<SecretKey>);

TEST_CASE("a key has 32 bytes and nothing else", "[crypto][secret]") {
    for (const std::size_t size : {0U, 16U, 31U, 33U, 64U})
        CHECK(SecretKey::copyOf(Bytes(size)).error().code == CryptoErrc::BadKeyLength);
    const auto key = need(SecretKey::copyOf(Bytes(32, 7)));
    CHECK(std::ranges::equal(key.view(), Bytes(32, 7)));
    CHECK(std::ranges::equal(key.clone().view(), key.view()));
}

TEST_CASE("secret bytes begin as zeros and leave nothing in the one they were moved from", "[crypto][secret]") {
    SecretBytes bytes(48);
    CHECK(std::ranges::all_of(bytes.view(), [](auto byte) { return byte == 0; }));
    bytes.writable()[5] = 9;
    const SecretBytes moved = std::move(bytes);
    CHECK(moved.view()[5] == 9);
    // NOLINTBEGIN(bugprone-use-after-move, clang-analyzer-cplusplus.Move): that is the promise
    CHECK(bytes.empty());
    CHECK(bytes.view().empty());
    // NOLINTEND(bugprone-use-after-move, clang-analyzer-cplusplus.Move)
    SecretBytes third;
    third = moved.clone();
    CHECK(third.size() == 48);
    CHECK(SecretBytes::copyOf({}).empty());
}

TEST_CASE("random secrets come from the generator that is handed in", "[crypto][secret]") {
    peil_test::SeededRng a(5);
    peil_test::SeededRng b(5);
    const auto first = SecretKey::random(a);
    CHECK(std::ranges::equal(first.view(), SecretKey::random(b).view()));
    CHECK_FALSE(std::ranges::equal(first.view(), SecretKey::random(a).view()));
}

TEST_CASE("wiping leaves zeros", "[crypto][secret]") {
    Bytes bytes(40, 0xAA);
    wipe(bytes);
    CHECK(bytes == Bytes(40, 0));
}

TEST_CASE("a prepared process leaves no core and, outside sanitizers, cannot be traced", "[crypto][secret]") {
    prepareProcess();
    rlimit core{};
    REQUIRE(::getrlimit(RLIMIT_CORE, &core) == 0);
    CHECK(core.rlim_cur == 0);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    CHECK(::prctl(PR_GET_DUMPABLE) == 1);
#else
    CHECK(::prctl(PR_GET_DUMPABLE) == 0);
#endif
}
