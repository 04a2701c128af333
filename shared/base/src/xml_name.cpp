// SPDX-License-Identifier: Apache-2.0
#include "peil/base/xml_name.h"

#include <algorithm>

namespace peil {

bool isXmlName(std::string_view name) {
    if (name.empty()) return false;
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    if (!letter(name.front())) return false;
    return std::all_of(name.begin(), name.end(),
                       [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

} // namespace peil
