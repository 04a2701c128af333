// SPDX-License-Identifier: Apache-2.0
#include "recovery_code.h"

#include "peil/crypto/seal.h"

#include <string_view>

namespace peil::crypto {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kSymbols = 28; // 26 carry 128 bits (and two zero bits), 2 carry the check
constexpr std::size_t kDataSymbols = 26;
constexpr std::size_t kGroup = 4;

/// -1 for a character that is no digit of the code.
int valueOf(std::uint8_t byte) {
    auto c = static_cast<char>(byte >= 'a' && byte <= 'z' ? byte - 32U : byte);
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    const auto at = kDigits.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// Bit `index` of the secret, the highest bit of the first byte first; 0 behind its end.
unsigned bitOf(ByteView secret, std::size_t index) {
    if (index >= 8 * secret.size()) return 0;
    return (unsigned{secret[index / 8]} >> (7U - index % 8U)) & 1U;
}

std::size_t symbolOf(ByteView secret, std::size_t position) {
    if (position >= kDataSymbols) {
        const auto check = blake2b(secret);
        return position == kDataSymbols ? check[0] & 31U : check[1] & 31U;
    }
    unsigned value = 0;
    for (std::size_t bit = 0; bit < 5; ++bit)
        value = value * 2 + bitOf(secret, 5 * position + bit);
    return value;
}

} // namespace

SecretBytes formatRecoveryCode(const SecretBytes& secret) {
    SecretBytes text(kSymbols + kSymbols / kGroup - 1);
    const auto out = text.writable();
    std::size_t at = 0;
    for (std::size_t i = 0; i < kSymbols; ++i) {
        if (i > 0 && i % kGroup == 0) out[at++] = '-';
        out[at++] = static_cast<std::uint8_t>(kDigits[symbolOf(secret.view(), i)]);
    }
    return text;
}

std::optional<SecretBytes> parseRecoveryCode(ByteView text) {
    SecretBytes symbols(kSymbols);
    std::size_t count = 0;
    for (const auto byte : text) {
        if (byte == '-' || byte == ' ') continue;
        const int value = valueOf(byte);
        if (value < 0 || count == kSymbols) return std::nullopt;
        symbols.writable()[count++] = static_cast<std::uint8_t>(value);
    }
    if (count != kSymbols) return std::nullopt;
    SecretBytes secret(kRecoveryBytes);
    for (std::size_t bit = 0; bit < 8 * kRecoveryBytes; ++bit) {
        const auto symbol = symbols.view()[bit / 5];
        const auto set = (symbol >> (4 - bit % 5)) & 1U;
        auto& byte = secret.writable()[bit / 8];
        byte = static_cast<std::uint8_t>(byte | (set << (7 - bit % 8)));
    }
    for (std::size_t i = 0; i < kSymbols; ++i)
        if (symbolOf(secret.view(), i) != symbols.view()[i]) return std::nullopt;
    return secret;
}

} // namespace peil::crypto
