// SPDX-License-Identifier: Apache-2.0
#pragma once

// The container of .xls files ([MS-CFB]): streams in chains of sectors, like a small file system.

#include "peil/base/bytes.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace peil::xlsform {

class CompoundFile {
public:
    /// Borrows the bytes. Nothing when the header or the tables of sectors are damaged.
    static std::optional<CompoundFile> open(ByteView bytes);

    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    /// A stream of the root folder, ASCII case ignored; nothing when there is none or its sectors are damaged.
    [[nodiscard]] std::optional<Bytes> stream(std::string_view name) const;

private:
    struct Entry {
        std::string name;
        std::uint8_t type = 0;
        std::uint32_t left = 0, right = 0, child = 0, start = 0, size = 0;
    };
    explicit CompoundFile(ByteView bytes)
        : m_bytes(bytes) {}

    [[nodiscard]] const Entry* find(std::string_view name) const;
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> tableSectors() const;
    bool readTables();
    bool readEntries();
    [[nodiscard]] ByteView sector(std::uint32_t number) const;
    /// The sectors from `start` on, joined; nothing when they run in a circle or leave the file.
    [[nodiscard]] std::optional<Bytes> chain(std::uint32_t start) const;

    ByteView m_bytes;
    unsigned m_sectorShift = 0;
    std::vector<std::uint32_t> m_next, m_nextSmall; ///< the sector after each
    std::vector<Entry> m_entries;
    Bytes m_small; ///< the stream that holds all small streams
};

} // namespace peil::xlsform
