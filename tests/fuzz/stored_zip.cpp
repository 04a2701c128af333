// SPDX-License-Identifier: Apache-2.0
#include "stored_zip.h"

#include <array>

namespace peil_fuzz {

namespace {

constexpr std::array<std::uint32_t, 256> crcTable() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        auto value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
        table[i] = value;
    }
    return table;
}

std::uint32_t crc32(std::string_view text) {
    static constexpr auto kTable = crcTable();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : text)
        crc = kTable[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
    return ~crc;
}

/// Little-endian numbers and texts one after another.
class Writer {
public:
    void number(std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i, value >>= 8U)
            m_bytes.push_back(static_cast<std::uint8_t>(value));
    }
    void text(std::string_view text) { m_bytes.insert(m_bytes.end(), text.begin(), text.end()); }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] peil::Bytes take() { return std::move(m_bytes); }

private:
    peil::Bytes m_bytes;
};

std::string_view nameOf(const Section& part) {
    return part.name.substr(0, 0xFFFF);
}

/// What the header before a part and its entry in the directory have in common.
void describe(Writer& out, const Section& part) {
    out.number(20, 2);        // version needed
    out.number(1U << 11U, 2); // names are UTF-8
    out.number(0, 2);         // stored
    out.number(0, 2);         // time: midnight
    out.number(33, 2);        // date: 1980-01-01
    out.number(crc32(part.text), 4);
    out.number(part.text.size(), 4);
    out.number(part.text.size(), 4);
    out.number(nameOf(part).size(), 2);
    out.number(0, 2); // no extra field
}

} // namespace

peil::Bytes storedZip(const std::vector<Section>& parts) {
    Writer out;
    Writer directory;
    std::size_t count = 0;
    for (const auto& part : parts) {
        if (part.name.empty()) continue;
        ++count;
        directory.text("PK\x01\x02");
        directory.number(20, 2); // made by
        describe(directory, part);
        directory.number(0, 10); // no comment, first disk, no attributes
        directory.number(out.size(), 4);
        directory.text(nameOf(part));
        out.text("PK\x03\x04");
        describe(out, part);
        out.text(nameOf(part));
        out.text(part.text);
    }
    const auto start = out.size();
    const auto entries = directory.take();
    out.text({reinterpret_cast<const char*>(entries.data()), entries.size()});
    out.text("PK\x05\x06");
    out.number(0, 4); // one disk
    out.number(count, 2);
    out.number(count, 2);
    out.number(entries.size(), 4);
    out.number(start, 4);
    out.number(0, 2); // no comment
    return out.take();
}

} // namespace peil_fuzz
