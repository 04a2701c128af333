// SPDX-License-Identifier: Apache-2.0
#include "utf.h"

namespace peil::xlsform {

void appendUtf8(std::string& out, char32_t code) {
    const auto byte = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    const auto follow = [&](unsigned shift) { byte(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0U | (code >> 6U));
        follow(0);
    } else if (code < 0x10000) {
        byte(0xE0U | (code >> 12U));
        follow(6);
        follow(0);
    } else {
        byte(0xF0U | (code >> 18U));
        follow(12);
        follow(6);
        follow(0);
    }
}

std::string utf8Of(std::u16string_view text) {
    constexpr char32_t kReplacement = 0xFFFD;
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t unit = text[i];
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        const bool low = unit >= 0xDC00 && unit < 0xE000;
        const char32_t next = i + 1 < text.size() ? text[i + 1] : 0;
        if (high && next >= 0xDC00 && next < 0xE000) {
            appendUtf8(out, 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
            ++i;
        } else
            appendUtf8(out, high || low ? kReplacement : unit);
    }
    return out;
}

} // namespace peil::xlsform
