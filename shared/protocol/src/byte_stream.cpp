// SPDX-License-Identifier: Apache-2.0
#include "byte_stream.h"

namespace peil::protocol {

void ByteWriter::number(std::uint64_t value, unsigned bytes) {
    for (unsigned shift = 0; shift < 8 * bytes; shift += 8)
        m_bytes.push_back(static_cast<std::uint8_t>(value >> shift & 255U));
}

std::optional<ByteView> ByteReader::raw(std::size_t size) {
    if (size > m_bytes.size() - m_offset) return std::nullopt;
    const auto part = m_bytes.subspan(m_offset, size);
    m_offset += size;
    return part;
}

std::optional<std::size_t> ByteReader::u32() {
    const auto part = raw(4);
    if (!part) return std::nullopt;
    std::size_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8U | (*part)[i];
    return value;
}

std::optional<ByteView> ByteReader::block() {
    const auto size = u32();
    return size ? raw(*size) : std::nullopt;
}

} // namespace peil::protocol
