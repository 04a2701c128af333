// SPDX-License-Identifier: Apache-2.0
#include "peil/base/xml_name.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

namespace peil {

namespace {

using Range = std::pair<char32_t, char32_t>;

// XML 1.0, fifth edition, productions 4 and 4a, without the colon.
constexpr std::array<Range, 15> kStart{{{'A', 'Z'},
                                        {'_', '_'},
                                        {'a', 'z'},
                                        {0xC0, 0xD6},
                                        {0xD8, 0xF6},
                                        {0xF8, 0x2FF},
                                        {0x370, 0x37D},
                                        {0x37F, 0x1FFF},
                                        {0x200C, 0x200D},
                                        {0x2070, 0x218F},
                                        {0x2C00, 0x2FEF},
                                        {0x3001, 0xD7FF},
                                        {0xF900, 0xFDCF},
                                        {0xFDF0, 0xFFFD},
                                        {0x10000, 0xEFFFF}}};
constexpr std::array<Range, 5> kInside{{{'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};

constexpr bool isIn(char32_t c, std::span<const Range> ranges) {
    return std::ranges::any_of(ranges, [&](const Range& range) { return c >= range.first && c <= range.second; });
}

enum : std::uint8_t { kInName = 1, kStartsName = 2 };

/// Most names are ASCII: one look-up a byte.
constexpr auto kAscii = [] {
    std::array<std::uint8_t, 256> table{};
    for (char32_t c = 0; c < 0x80; ++c)
        table[c] = isIn(c, kStart) ? kStartsName : isIn(c, kInside) ? kInName : 0;
    return table;
}();

/// The first character of UTF-8 text that starts with a byte above 0x7F, and its length in bytes; {0, 0} where it is
/// not UTF-8.
std::pair<char32_t, std::size_t> firstCharacter(std::string_view text) {
    const auto lead = static_cast<std::uint8_t>(text.front());
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {0, 0};
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        if ((byte & 0xC0U) != 0x80U) return {0, 0};
        code = (code << 6U) | (byte & 0x3FU);
    }
    return {code, length};
}

} // namespace

std::size_t xmlNameLength(std::string_view text) {
    std::size_t at = 0;
    for (;;) {
        while (at < text.size() && kAscii[static_cast<unsigned char>(text[at])] >= (at > 0 ? kInName : kStartsName))
            ++at;
        if (at == text.size() || static_cast<unsigned char>(text[at]) < 0x80) return at;
        const auto [c, length] = firstCharacter(text.substr(at));
        if (length == 0 || !(isIn(c, kStart) || (at > 0 && isIn(c, kInside)))) return at;
        at += length;
    }
}

bool isXmlName(std::string_view name) {
    return !name.empty() && xmlNameLength(name) == name.size();
}

} // namespace peil
