// SPDX-License-Identifier: Apache-2.0
#include "compound_file.h"

#include "peil/base/byte_stream.h"
#include "peil/base/text.h"
#include "utf.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

constexpr std::uint32_t kFree = 0xFFFF'FFFA; ///< this and higher numbers are no sectors
constexpr std::uint32_t kSmallStream = 4096; ///< streams below it lie in small sectors
constexpr unsigned kSmallShift = 6;
constexpr std::size_t kHeaderTables = 109; ///< sectors of the table that the header names
constexpr std::size_t kEntryBytes = 128;
constexpr std::uint8_t kStream = 2;
constexpr std::uint8_t kRoot = 5;

ByteView part(ByteView bytes, std::size_t at, std::size_t size) {
    return at >= bytes.size() ? ByteView() : bytes.subspan(at, std::min(size, bytes.size() - at));
}

void appendNumbers(std::vector<std::uint32_t>& numbers, ByteView bytes) {
    const ByteReader reader(bytes);
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4)
        numbers.push_back(reader.u32(at));
}

/// The sectors from `start` on by the table `next`. The table may be longer than the file, so what is read bounds it.
std::optional<Bytes> joined(std::uint32_t start, const std::vector<std::uint32_t>& next, ByteView sectors,
                            unsigned shift) {
    Bytes out;
    for (auto number = start; number < kFree; number = next[number]) {
        const auto bytes = part(sectors, std::size_t{number} << shift, std::size_t{1} << shift);
        if (number >= next.size() || bytes.empty() || out.size() >= sectors.size()) return std::nullopt;
        out.insert(out.end(), bytes.begin(), bytes.end());
    }
    return out;
}

} // namespace

ByteView CompoundFile::sector(std::uint32_t number) const {
    return part(m_bytes, (std::size_t{number} + 1) << m_sectorShift, std::size_t{1} << m_sectorShift);
}

std::optional<Bytes> CompoundFile::chain(std::uint32_t start) const {
    return joined(start, m_next, m_bytes.subspan(std::size_t{1} << m_sectorShift), m_sectorShift);
}

/// The sectors of the table itself: named by the header, and by a chain of sectors that go on where it ends.
std::optional<std::vector<std::uint32_t>> CompoundFile::tableSectors() const {
    const ByteReader header(m_bytes);
    std::vector<std::uint32_t> sectors;
    appendNumbers(sectors, part(m_bytes, 76, kHeaderTables * 4));
    const auto mostSectors = m_bytes.size() >> m_sectorShift;
    std::size_t visited = 0;
    for (auto number = header.u32(68); number < kFree;) {
        const auto bytes = sector(number);
        if (bytes.size() < 8 || ++visited > mostSectors) return std::nullopt;
        appendNumbers(sectors, bytes.first(bytes.size() - 4));
        number = ByteReader(bytes).u32(bytes.size() - 4);
    }
    std::erase_if(sectors, [](std::uint32_t number) { return number >= kFree; });
    if (sectors.size() > mostSectors) return std::nullopt;
    return sectors;
}

bool CompoundFile::readTables() {
    const ByteReader header(m_bytes);
    m_sectorShift = header.u16(30);
    if ((m_sectorShift != 9 && m_sectorShift != 12) || header.u16(32) != kSmallShift ||
        m_bytes.size() < std::size_t{1} << m_sectorShift)
        return false;
    const auto sectors = tableSectors();
    if (!sectors) return false;
    for (const auto number : *sectors)
        appendNumbers(m_next, sector(number));
    const auto small = chain(header.u32(60));
    if (small) appendNumbers(m_nextSmall, *small);
    return small.has_value();
}

bool CompoundFile::readEntries() {
    const auto folder = chain(ByteReader(m_bytes).u32(48));
    if (!folder) return false;
    const ByteReader reader(*folder);
    for (std::size_t at = 0; at + kEntryBytes <= folder->size(); at += kEntryBytes) {
        std::u16string name;
        for (std::size_t i = 0; i < 32 && reader.u16(at + 2 * i) != 0; ++i)
            name += static_cast<char16_t>(reader.u16(at + 2 * i));
        m_entries.push_back({utf8Of(name), reader.u8(at + 66), reader.u32(at + 68), reader.u32(at + 72),
                             reader.u32(at + 76), reader.u32(at + 116), reader.u32(at + 120)});
    }
    if (m_entries.empty() || m_entries.front().type != kRoot) return false;
    auto small = chain(m_entries.front().start);
    if (small) m_small = std::move(*small);
    return small.has_value();
}

std::optional<CompoundFile> CompoundFile::open(ByteView bytes) {
    CompoundFile file(bytes);
    if (!file.readTables() || !file.readEntries()) return std::nullopt;
    return file;
}

/// Searches the tree of the root folder without trusting its order: workbooks inside others have streams of that name.
const CompoundFile::Entry* CompoundFile::find(std::string_view name) const {
    std::vector<std::uint32_t> waiting{m_entries.front().child};
    for (std::size_t visited = 0; !waiting.empty() && visited <= 2 * m_entries.size(); ++visited) {
        const auto index = waiting.back();
        waiting.pop_back();
        if (index >= m_entries.size()) continue;
        const Entry& entry = m_entries[index];
        if (entry.type == kStream && toLowerAscii(entry.name) == toLowerAscii(name)) return &entry;
        waiting.push_back(entry.left);
        waiting.push_back(entry.right);
    }
    return nullptr;
}

std::optional<Bytes> CompoundFile::stream(std::string_view name) const {
    const Entry* entry = find(name);
    if (entry == nullptr) return std::nullopt;
    auto bytes =
        entry->size < kSmallStream ? joined(entry->start, m_nextSmall, m_small, kSmallShift) : chain(entry->start);
    if (bytes && bytes->size() > entry->size) bytes->resize(entry->size);
    return bytes;
}

} // namespace peil::xlsform
