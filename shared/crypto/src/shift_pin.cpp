// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/shift_pin.h"

#include "passphrase.h"
#include "peil/crypto/error.h"

#include <algorithm>

namespace peil::crypto {
namespace {

/// Each digit follows the one before by the same step: 000000, 123456, 987654.
bool isRun(ByteView pin) {
    const int step = pin[1] - pin[0];
    if (step < -1 || step > 1) return false;
    return std::adjacent_find(pin.begin(), pin.end(), [step](int a, int b) { return b - a != step; }) == pin.end();
}

bool isDigit(std::uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

} // namespace

Result<ShiftPin> ShiftPin::create(const SecretBytes& pin, const SecretKey& key, TimePoint end, Rng& rng,
                                  PassphraseCost cost) {
    const auto digits = pin.view();
    if (digits.size() != kDigits || !std::all_of(digits.begin(), digits.end(), isDigit))
        return fail(CryptoErrc::WeakPassphrase, "A PIN has six digits.");
    if (isRun(digits))
        return fail(CryptoErrc::WeakPassphrase, "This PIN is easy to guess; choose six digits that are not in a row.");
    ShiftPin made;
    rng.fill(made.m_salt);
    made.m_cost = cost;
    made.m_nonce = randomNonce(rng);
    made.m_end = end;
    PEIL_TRY(const auto wrapping, stretch(digits, made.m_salt, cost));
    made.m_wrapped = aeadSeal(wrapping, made.m_nonce, key.view(), {});
    return made;
}

int ShiftPin::triesLeft(TimePoint sinceBoot) const {
    return m_wrapped.empty() || sinceBoot >= m_end ? 0 : kMaxTries - m_tries;
}

Result<SecretKey> ShiftPin::open(const SecretBytes& pin, TimePoint sinceBoot) {
    const auto over = [this] {
        wipe(m_wrapped);
        m_wrapped.clear();
        return fail(CryptoErrc::SlotsDestroyed, "The PIN is no longer valid; use the passphrase.");
    };
    if (triesLeft(sinceBoot) == 0) return over();
    PEIL_TRY(const auto wrapping, stretch(pin.view(), m_salt, m_cost));
    if (const auto plain = aeadOpen(wrapping, m_nonce, m_wrapped, {})) {
        m_tries = 0;
        return SecretKey::copyOf(plain->view());
    }
    if (++m_tries >= kMaxTries) return over();
    return fail(CryptoErrc::WrongPassphrase,
                "The PIN is wrong: " + std::to_string(kMaxTries - m_tries) + " attempts are left.");
}

} // namespace peil::crypto
