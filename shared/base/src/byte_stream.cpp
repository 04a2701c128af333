// SPDX-License-Identifier: Apache-2.0
#include "peil/base/byte_stream.h"

#include <algorithm>

namespace peil {

void ByteWriter::number(std::uint64_t value, std::size_t bytes) {
    for (std::size_t shift = 0; shift < 8 * bytes; shift += 8)
        m_bytes.push_back(static_cast<std::uint8_t>(value >> shift & 255U));
}

std::optional<ByteView> ByteReader::raw(std::size_t size) {
    if (size > m_bytes.size() - m_offset) return std::nullopt;
    const auto part = m_bytes.subspan(m_offset, size);
    m_offset += size;
    return part;
}

std::optional<std::uint64_t> ByteReader::number(std::size_t bytes) {
    const auto part = raw(bytes);
    if (!part) return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = bytes; i-- > 0;)
        value = value << 8U | (*part)[i];
    return value;
}

bool ByteReader::fill(std::span<std::uint8_t> out) {
    const auto part = raw(out.size());
    if (part) std::ranges::copy(*part, out.begin());
    return part.has_value();
}

std::optional<ByteView> ByteReader::block() {
    const auto size = u32();
    return size ? raw(*size) : std::nullopt;
}

} // namespace peil
