// SPDX-License-Identifier: Apache-2.0
#include "peil/base/ids.h"

#include "peil/base/bytes.h"
#include "peil/base/error.h"

#include <array>

namespace peil {
namespace {

constexpr std::array<std::size_t, 4> kHyphens{8, 13, 18, 23};
constexpr std::size_t kUuidLength = 36;

} // namespace

std::string makeUuid(Rng& rng) {
    std::array<std::uint8_t, 16> bytes{};
    rng.fill(bytes);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0fU) | 0x40U);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3fU) | 0x80U);
    auto text = toHex(bytes);
    for (const auto at : kHyphens)
        text.insert(at, 1, '-');
    return text;
}

Result<std::string> parseUuid(std::string_view text) {
    if (text.size() != kUuidLength) return fail(BaseErrc::BadUuid);
    std::string lower(text);
    std::size_t hyphen = 0;
    for (std::size_t i = 0; i < lower.size(); ++i) {
        char& c = lower[i];
        if (hyphen < kHyphens.size() && i == kHyphens[hyphen]) {
            if (c != '-') return fail(BaseErrc::BadUuid);
            ++hyphen;
            continue;
        }
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return fail(BaseErrc::BadUuid);
    }
    return lower;
}

} // namespace peil
