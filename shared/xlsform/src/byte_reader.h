// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/bytes.h"

#include <cstdint>

namespace peil::xlsform {

/// Little-endian numbers at a position; bytes beyond the end are 0.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes)
        : m_bytes(bytes) {}

    [[nodiscard]] std::uint8_t u8(std::size_t at) const { return at < m_bytes.size() ? m_bytes[at] : std::uint8_t{0}; }
    [[nodiscard]] std::uint16_t u16(std::size_t at) const {
        return static_cast<std::uint16_t>(u8(at) | static_cast<unsigned>(u8(at + 1)) << 8U);
    }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const {
        return static_cast<std::uint32_t>(u16(at)) | static_cast<std::uint32_t>(u16(at + 2)) << 16U;
    }
    [[nodiscard]] std::uint64_t u64(std::size_t at) const {
        return static_cast<std::uint64_t>(u32(at)) | static_cast<std::uint64_t>(u32(at + 4)) << 32U;
    }

private:
    ByteView m_bytes;
};

} // namespace peil::xlsform
