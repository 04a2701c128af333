// SPDX-License-Identifier: Apache-2.0
#include "peil/base/terminal.h"

#include <array>
#include <cstdint>
#include <unicode/unistr.h>

namespace peil {
namespace {

bool commands(UChar32 c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool line = c == 0x2028 || c == 0x2029;
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || line || direction;
}

std::string escaped(UChar32 c) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "\\u";
    for (const int shift : {12, 8, 4, 0})
        text += kDigits[(static_cast<std::uint32_t>(c) >> static_cast<unsigned>(shift)) & 0xFU];
    return text;
}

} // namespace

std::string forTerminal(std::string_view text, LineBreaks lineBreaks) {
    const auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::string out;
    for (std::int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
        const auto c = units.char32At(at);
        if (commands(c) && !(c == '\n' && lineBreaks == LineBreaks::Keep))
            out += escaped(c);
        else
            icu::UnicodeString(c).toUTF8String(out);
    }
    return out;
}

} // namespace peil
