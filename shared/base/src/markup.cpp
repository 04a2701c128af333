// SPDX-License-Identifier: Apache-2.0
#include "peil/base/markup.h"

namespace peil {
namespace {

bool isNoCharacter(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBF\xBE") || bytes.starts_with("\xEF\xBF\xBF");
}

} // namespace

void appendMarkup(std::string& out, std::string_view text, MarkupPlace place) {
    const bool attribute = place == MarkupPlace::Attribute;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += attribute ? "&quot;" : "\"";
            break;
        case '\n':
            out += attribute ? "&#10;" : "\n";
            break;
        case '\t':
            out += attribute ? "&#9;" : "\t";
            break;
        case '\r':
            out += "&#13;";
            break;
        case '\xEF':
            if (isNoCharacter(text.substr(i)))
                i += 2;
            else
                out += c;
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20) out += c;
        }
    }
}

std::string markup(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    appendMarkup(out, text, MarkupPlace::Attribute);
    return out;
}

} // namespace peil
