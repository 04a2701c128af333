// SPDX-License-Identifier: Apache-2.0
#include "r_text.h"

#include <array>
#include <cstdio>

namespace peil::exports {
namespace {

void appendEscape(std::string& out, char32_t point) {
    std::array<char, 12> text{};
    std::snprintf(text.data(), text.size(), point > 0xFFFF ? "\\U%08X" : "\\u%04X", static_cast<unsigned>(point));
    out += text.data();
}

} // namespace

std::string rString(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        if (length == 0 || i + length > text.size()) {
            appendEscape(out, 0xFFFD);
            ++i;
            continue;
        }
        if (length == 1) {
            if (lead == '"' || lead == '\\') out += '\\';
            if (lead < 0x20 || lead == 0x7F)
                appendEscape(out, lead);
            else
                out += text[i];
            ++i;
            continue;
        }
        char32_t point = lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k)
            point = (point << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        appendEscape(out, point);
        i += length;
    }
    return out + "\"";
}

} // namespace peil::exports
