// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers and parts of our binary formats: little-endian, every length checked before it is used.

#include "peil/base/bytes.h"

#include <array>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace peil {

class ByteWriter {
public:
    void raw(ByteView bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }
    void raw(std::string_view text) { raw(bytesOf(text)); }
    void number(std::uint64_t value, std::size_t bytes);
    void u32(std::size_t value) { number(value, 4); }
    void u64(std::uint64_t value) { number(value, 8); }
    /// Length (32 bits) and bytes.
    void block(ByteView bytes) {
        u32(bytes.size());
        raw(bytes);
    }
    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
    [[nodiscard]] Bytes take() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

/// Reads on from call to call, which gives nothing once the input has run out; or at an offset of the input.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes)
        : m_bytes(bytes) {}
    [[nodiscard]] std::optional<ByteView> raw(std::size_t size);
    /// Of up to 8 bytes.
    [[nodiscard]] std::optional<std::uint64_t> number(std::size_t bytes);
    [[nodiscard]] std::optional<std::size_t> u32() { return number(4); }
    [[nodiscard]] std::optional<ByteView> block();
    /// False, and `out` unchanged, once the input has run out.
    bool fill(std::span<std::uint8_t> out);
    [[nodiscard]] std::size_t offset() const { return m_offset; }
    [[nodiscard]] bool atEnd() const { return m_offset == m_bytes.size(); }

    /// At `offset`, wherever the reader is. Bytes beyond the end are 0.
    [[nodiscard]] std::uint8_t u8(std::size_t offset) const { return at<std::uint8_t>(offset); }
    [[nodiscard]] std::uint16_t u16(std::size_t offset) const { return at<std::uint16_t>(offset); }
    [[nodiscard]] std::uint32_t u32(std::size_t offset) const { return at<std::uint32_t>(offset); }
    [[nodiscard]] std::uint64_t u64(std::size_t offset) const { return at<std::uint64_t>(offset); }

private:
    template <class Number>
    [[nodiscard]] Number at(std::size_t offset) const {
        std::uint64_t value = 0;
        for (auto i = offset + sizeof(Number); i-- > offset;)
            value = value << 8U | (i < m_bytes.size() ? m_bytes[i] : std::uint8_t{0});
        return static_cast<Number>(value);
    }

    ByteView m_bytes;
    std::size_t m_offset = 0;
};

/// `N` bytes as an array; `bytes` must have exactly that many.
template <std::size_t N>
[[nodiscard]] std::array<std::uint8_t, N> toArray(ByteView bytes) {
    std::array<std::uint8_t, N> array{};
    std::memcpy(array.data(), bytes.data(), N);
    return array;
}

} // namespace peil
