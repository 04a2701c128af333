// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the key slot file and the key file share: bounds of the cost, Argon2id, and fields in little endian.

#include "peil/crypto/key_slots.h"
#include "peil/crypto/seal.h"

#include <optional>
#include <span>

namespace peil::crypto {

inline constexpr std::size_t kSaltBytes = 16;
using Salt = std::array<std::uint8_t, kSaltBytes>;

/// Within the floors and ceilings.
[[nodiscard]] bool withinBounds(const PassphraseCost& cost);
/// @return WeakPassphrase.
[[nodiscard]] Result<> checkStrength(ByteView passphrase);
/// Argon2id, 32 bytes. @return OutOfMemory; BadKeyFile when `cost` is out of bounds.
[[nodiscard]] Result<SecretKey> stretch(ByteView passphrase, const Salt& salt, const PassphraseCost& cost);

/// Appends fixed-width fields.
class FieldWriter {
public:
    void number(std::uint64_t value, std::size_t bytes);
    void bytes(ByteView bytes) { m_out.insert(m_out.end(), bytes.begin(), bytes.end()); }
    [[nodiscard]] ByteView view() const { return m_out; }
    [[nodiscard]] Bytes take() { return std::move(m_out); }

private:
    Bytes m_out;
};

/// Reads them back. The caller checks the length of the whole first; reading past the end gives zeros.
class FieldReader {
public:
    explicit FieldReader(ByteView in)
        : m_in(in) {}
    [[nodiscard]] std::uint64_t number(std::size_t bytes);
    void bytes(std::span<std::uint8_t> out);

private:
    ByteView m_in;
};

} // namespace peil::crypto
