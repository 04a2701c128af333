// SPDX-License-Identifier: Apache-2.0
#include "passphrase.h"

#include "peil/crypto/error.h"
#include "sodium_start.h"

#include <algorithm>
#include <sodium.h>

namespace peil::crypto {
namespace {

// A file may not ask for less: someone who can write it could make guessing cheap. Nor for more: it could hang a
// tablet. The product writes 64 MiB and three passes; the floor exists so that tests do not spend their time here.
constexpr PassphraseCost kFloor{1, 8 * 1024};
constexpr PassphraseCost kCeiling{16, 1024 * 1024};
constexpr std::size_t kMinCharacters = 12;
constexpr std::size_t kMinWords = 5;
constexpr std::size_t kMinDifferentBytes = 4;

bool isSpace(std::uint8_t byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

} // namespace

PassphraseCost PassphraseCost::minimal() {
    return kFloor;
}

bool withinBounds(const PassphraseCost& cost) {
    return cost.passes >= kFloor.passes && cost.passes <= kCeiling.passes && cost.memoryKiB >= kFloor.memoryKiB &&
           cost.memoryKiB <= kCeiling.memoryKiB;
}

Result<> checkStrength(ByteView passphrase) {
    std::size_t characters = 0;
    std::size_t words = 0;
    std::array<bool, 256> seen{};
    bool inWord = false;
    for (const auto byte : passphrase) {
        // The second and later bytes of a UTF-8 character are 10xxxxxx.
        if ((byte & 0xC0U) != 0x80U) ++characters;
        if (!isSpace(byte) && !inWord) ++words;
        inWord = !isSpace(byte);
        seen[byte] = true;
    }
    const auto different = static_cast<std::size_t>(std::ranges::count(seen, true));
    if ((characters < kMinCharacters && words < kMinWords) || different < kMinDifferentBytes)
        return fail(CryptoErrc::WeakPassphrase,
                    "This passphrase is too easy to guess: take 12 characters or more, or five "
                    "words.");
    return {};
}

Result<SecretKey> stretch(ByteView passphrase, const Salt& salt, const PassphraseCost& cost) {
    if (!withinBounds(cost))
        return fail(CryptoErrc::BadKeyFile, "The cost of trying a passphrase is outside the bounds that Peil allows.");
    startSodium();
    SecretBytes key(kKeyBytes);
    const auto chars = textOf(passphrase);
    if (::crypto_pwhash(key.writable().data(), kKeyBytes, chars.data(), chars.size(), salt.data(), cost.passes,
                        std::size_t{cost.memoryKiB} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(CryptoErrc::OutOfMemory, "Checking a passphrase needs " + std::to_string(cost.memoryKiB / 1024) +
                                                 " MiB of free memory: close other programs and try again.");
    return SecretKey::copyOf(key.view());
}

void FieldWriter::number(std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i)
        m_out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint64_t FieldReader::number(std::size_t bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes && i < m_in.size(); ++i)
        value |= std::uint64_t{m_in[i]} << (8 * i);
    m_in = m_in.subspan(std::min(bytes, m_in.size()));
    return value;
}

void FieldReader::bytes(std::span<std::uint8_t> out) {
    const auto count = std::min(out.size(), m_in.size());
    std::ranges::fill(out, std::uint8_t{0});
    std::copy_n(m_in.begin(), count, out.begin());
    m_in = m_in.subspan(count);
}

} // namespace peil::crypto
