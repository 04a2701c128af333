// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/text.h"

#include <algorithm>
#include <string>

namespace peil::dataset {

/// As on a case-insensitive file system.
inline std::string fileName(const std::string& name) {
    auto out = toLowerAscii(name);
    for (auto& c : out)
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.') c = '_';
    return out;
}

/// `wanted`, with _2, _3, … when one of the tables has it, as two repeats in different groups may.
template <class Tables>
std::string freeTableName(const std::string& wanted, const Tables& tables) {
    auto name = wanted;
    const auto isTaken = [&](const auto& one) { return fileName(one.table.name) == fileName(name); };
    for (std::size_t number = 2; std::ranges::any_of(tables, isTaken); ++number)
        name = wanted + "_" + std::to_string(number);
    return name;
}

} // namespace peil::dataset
