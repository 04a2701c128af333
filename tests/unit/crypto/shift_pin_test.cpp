// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/shift_pin.h"

#include "peil/crypto/error.h"
#include "peil/crypto/seal.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace peil;
using namespace peil::crypto;
using peil_test::need;

namespace {

constexpr TimePoint kStart{std::chrono::hours(1)};
constexpr TimePoint kEnd{std::chrono::hours(13)};

SecretBytes pin(std::string_view digits) {
    return SecretBytes::copyOf(bytesOf(digits));
}

struct Shift {
    peil_test::SeededRng rng{7};
    SecretKey key = SecretKey::random(rng);
    ShiftPin slot = need(ShiftPin::create(pin("280417"), key, kEnd, rng, PassphraseCost::minimal()));
};

} // namespace

TEST_CASE("a PIN opens the key that was put behind it, again and again within the shift", "[crypto][pin]") {
    Shift shift;
    for (int unlocks = 0; unlocks < 7; ++unlocks)
        CHECK(equalConstantTime(need(shift.slot.open(pin("280417"), kStart)).view(), shift.key.view()));
    CHECK(shift.slot.triesLeft(kStart) == ShiftPin::kMaxTries);
}

TEST_CASE("after five wrong PINs the right one opens nothing either", "[crypto][pin]") {
    Shift shift;
    for (int tries = 1; tries < ShiftPin::kMaxTries; ++tries) {
        CHECK(shift.slot.open(pin("000001"), kStart).error().code == CryptoErrc::WrongPassphrase);
        CHECK(shift.slot.triesLeft(kStart) == ShiftPin::kMaxTries - tries);
    }
    CHECK(shift.slot.open(pin("000001"), kStart).error().code == CryptoErrc::SlotsDestroyed);
    CHECK(shift.slot.triesLeft(kStart) == 0);
    CHECK(shift.slot.open(pin("280417"), kStart).error().code == CryptoErrc::SlotsDestroyed);
}

TEST_CASE("a right PIN clears the wrong ones before it", "[crypto][pin]") {
    Shift shift;
    for (int rounds = 0; rounds < 3; ++rounds) {
        for (int tries = 1; tries < ShiftPin::kMaxTries; ++tries)
            CHECK_FALSE(shift.slot.open(pin("000001"), kStart).has_value());
        need(shift.slot.open(pin("280417"), kStart));
    }
}

TEST_CASE("at the end of the shift the PIN opens nothing", "[crypto][pin]") {
    Shift shift;
    need(shift.slot.open(pin("280417"), kEnd - std::chrono::milliseconds(1)));
    CHECK(shift.slot.triesLeft(kEnd) == 0);
    CHECK(shift.slot.open(pin("280417"), kEnd).error().code == CryptoErrc::SlotsDestroyed);
    CHECK(shift.slot.open(pin("280417"), kStart).error().code == CryptoErrc::SlotsDestroyed); // the key is gone
}

TEST_CASE("a PIN that is no PIN, or the first that anyone tries, is refused", "[crypto][pin]") {
    const auto* digits = GENERATE("", "28041", "2804170", "28041x", "٢٨٠٤١٧", "000000", "111111", "123456", "987654");
    INFO(digits);
    peil_test::SeededRng rng{7};
    const auto key = SecretKey::random(rng);
    CHECK(ShiftPin::create(pin(digits), key, kEnd, rng, PassphraseCost::minimal()).error().code ==
          CryptoErrc::WeakPassphrase);
}
