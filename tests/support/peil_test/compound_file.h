// SPDX-License-Identifier: Apache-2.0
#pragma once

// The container of .xls files ([MS-CFB]) with one stream, and the records of a workbook in it, as small as can be.

#include "peil/base/bytes.h"

#include <string_view>

namespace peil_test {

inline void appendNumber(peil::Bytes& out, std::uint64_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

/// One record of [MS-XLS].
inline void appendRecord(peil::Bytes& out, std::uint16_t type, const peil::Bytes& data) {
    appendNumber(out, type, 2);
    appendNumber(out, data.size(), 2);
    out.insert(out.end(), data.begin(), data.end());
}

/// A compound file whose only stream is `content`, up to 15 MB. Streams below 4096 bytes are padded, which ends no
/// record.
inline peil::Bytes compoundFile(std::string_view name, peil::Bytes content) {
    constexpr std::size_t kSector = 512;
    constexpr std::size_t kNamed = 109; // tables that the header names; one more sector names 127 others
    constexpr std::uint32_t kEnd = 0xFFFFFFFE;
    constexpr std::uint32_t kFree = 0xFFFFFFFF;
    content.resize(std::max<std::size_t>((content.size() + kSector - 1) / kSector * kSector, 4096));
    const auto sectors = content.size() / kSector;
    const auto more = sectors > kNamed * 127 - 2 ? std::size_t{1} : 0;
    const auto tables = (sectors + 1 + more + 126) / 127; // each names 128 sectors, itself among them
    const auto folder = tables + more;
    peil::Bytes out;
    appendNumber(out, 0xE11AB1A1E011CFD0, 8);
    out.resize(24);
    for (const auto value : {0x3E, 3, 0xFFFE, 9, 6})
        appendNumber(out, static_cast<std::uint64_t>(value), 2);
    out.resize(44);
    appendNumber(out, tables, 4);
    appendNumber(out, folder, 4); // behind the tables
    out.resize(56);
    appendNumber(out, 4096, 4);
    for (const auto value : {std::size_t{kEnd}, std::size_t{0}, more > 0 ? tables : kEnd, more}) // no small streams
        appendNumber(out, value, 4);
    for (std::size_t i = 0; i < kNamed; ++i)
        appendNumber(out, i < tables ? i : kFree, 4);
    for (std::size_t i = 0; i < tables * 128; ++i) {
        const bool last = i == folder || i == folder + sectors;
        appendNumber(out,
                     i < tables              ? 0xFFFFFFFD
                     : i < folder            ? 0xFFFFFFFC
                     : last                  ? kEnd
                     : i <= folder + sectors ? i + 1
                                             : kFree,
                     4);
    }
    for (std::size_t i = 0; i < more * 127; ++i)
        appendNumber(out, kNamed + i < tables ? kNamed + i : kFree, 4);
    if (more > 0) appendNumber(out, kEnd, 4);
    const auto entry = [&](std::string_view title, std::uint8_t type, std::uint32_t child, std::size_t start,
                           std::size_t size) {
        const auto begin = out.size();
        for (const char c : title)
            appendNumber(out, static_cast<std::uint8_t>(c), 2);
        out.resize(begin + 64);
        appendNumber(out, 2 * title.size() + 2, 2);
        out.push_back(type);
        out.push_back(1);
        for (const auto value : {kFree, kFree, child})
            appendNumber(out, value, 4);
        out.resize(begin + 116);
        appendNumber(out, start, 4);
        appendNumber(out, size, 8);
    };
    entry("Root Entry", 5, 1, kEnd, 0);
    entry(name, 2, kFree, folder + 1, content.size());
    out.resize(out.size() + 2 * 128);
    out.insert(out.end(), content.begin(), content.end());
    return out;
}

} // namespace peil_test
