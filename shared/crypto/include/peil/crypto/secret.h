// SPDX-License-Identifier: Apache-2.0
#pragma once

// Key material in guarded memory that wipes itself, and functions that create keys.

#include "peil/base/bytes.h"
#include "peil/base/rng.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <utility>

namespace peil::crypto {

/// Bytes in `sodium_malloc` memory: locked, guarded, wiped on destruction. Move-only; cannot be printed.
/// Threads: like any value.
class SecretBytes {
public:
    SecretBytes() = default;
    /// `size` zero bytes.
    explicit SecretBytes(std::size_t size);
    /// Copies `bytes`; the caller wipes its own copy.
    [[nodiscard]] static SecretBytes copyOf(ByteView bytes);
    /// The first line of a file of at most 4 KiB, such as one with a passphrase. @return the errors of readFile().
    [[nodiscard]] static Result<SecretBytes> firstLineOf(const std::filesystem::path& file);
    [[nodiscard]] static SecretBytes random(std::size_t size, Rng& rng);
    /// Leaves `other` empty.
    SecretBytes(SecretBytes&& other) noexcept
        : m_data(std::move(other.m_data))
        , m_size(std::exchange(other.m_size, 0)) {}
    SecretBytes& operator=(SecretBytes&& other) noexcept {
        m_data = std::move(other.m_data);
        m_size = std::exchange(other.m_size, 0);
        return *this;
    }

    [[nodiscard]] SecretBytes clone() const;
    [[nodiscard]] ByteView view() const { return {m_data.get(), m_size}; }
    [[nodiscard]] std::span<std::uint8_t> writable() { return {m_data.get(), m_size}; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }

private:
    struct Free {
        void operator()(std::uint8_t* data) const noexcept;
    };
    std::unique_ptr<std::uint8_t[], Free> m_data;
    std::size_t m_size = 0;
};

inline constexpr std::size_t kKeyBytes = 32;

/// Exactly 32 secret bytes.
class SecretKey {
public:
    [[nodiscard]] static SecretKey random(Rng& rng);
    /// @return CryptoErrc::BadKeyLength unless `bytes` has 32 bytes.
    [[nodiscard]] static Result<SecretKey> copyOf(ByteView bytes);
    [[nodiscard]] SecretKey clone() const;
    [[nodiscard]] ByteView view() const { return m_bytes.view(); }

private:
    explicit SecretKey(SecretBytes bytes)
        : m_bytes(std::move(bytes)) {}
    SecretBytes m_bytes;
};

/// Overwrites `bytes` in a way that the compiler keeps.
void wipe(std::span<std::uint8_t> bytes);
/// Starts libsodium, forbids core dumps and ptrace of this process (PR_SET_DUMPABLE 0). Call first in main().
void prepareProcess();

} // namespace peil::crypto
