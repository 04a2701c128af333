// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/secret.h"

#include "peil/base/file.h"
#include "peil/crypto/error.h"
#include "sodium_start.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

// LeakSanitizer stops the process with ptrace at exit to look for leaks; a process that is not dumpable cannot be
// traced, and the run would then end with an error of the sanitizer. So sanitizer builds stay dumpable.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define PEIL_KEEP_DUMPABLE 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define PEIL_KEEP_DUMPABLE 1
#endif
#endif
#ifndef PEIL_KEEP_DUMPABLE
#define PEIL_KEEP_DUMPABLE 0
#endif

namespace peil::crypto {

void startSodium() {
    static const bool started = ::sodium_init() >= 0;
    if (!started) std::abort();
}

SecretBytes::SecretBytes(std::size_t size)
    : m_size(size) {
    if (size == 0) return;
    startSodium();
    m_data.reset(static_cast<std::uint8_t*>(::sodium_malloc(size)));
    if (!m_data) throw std::bad_alloc();
    ::sodium_memzero(m_data.get(), size);
}

SecretBytes SecretBytes::copyOf(ByteView bytes) {
    SecretBytes copy(bytes.size());
    std::ranges::copy(bytes, copy.writable().begin());
    return copy;
}

Result<SecretBytes> SecretBytes::firstLineOf(const std::filesystem::path& file) {
    constexpr std::uintmax_t kMaxBytes = 4096;
    PEIL_TRY(auto bytes, readFile(file, kMaxBytes));
    const auto end = std::ranges::find_if(bytes, [](auto byte) { return byte == '\n' || byte == '\r'; });
    auto secret = copyOf({bytes.data(), static_cast<std::size_t>(end - bytes.begin())});
    wipe(bytes);
    return secret;
}

SecretBytes SecretBytes::random(std::size_t size, Rng& rng) {
    SecretBytes bytes(size);
    rng.fill(bytes.writable());
    return bytes;
}

SecretBytes SecretBytes::clone() const {
    return copyOf(view());
}

void SecretBytes::Free::operator()(std::uint8_t* data) const noexcept {
    ::sodium_free(data);
}

SecretKey SecretKey::random(Rng& rng) {
    return SecretKey(SecretBytes::random(kKeyBytes, rng));
}

Result<SecretKey> SecretKey::copyOf(ByteView bytes) {
    if (bytes.size() != kKeyBytes)
        return fail(CryptoErrc::BadKeyLength, "A key has 32 bytes; this one has " + std::to_string(bytes.size()) + ".");
    return SecretKey(SecretBytes::copyOf(bytes));
}

SecretKey SecretKey::clone() const {
    return SecretKey(m_bytes.clone());
}

void wipe(std::span<std::uint8_t> bytes) {
    ::sodium_memzero(bytes.data(), bytes.size());
}

void prepareProcess() {
    startSodium();
#if !PEIL_KEEP_DUMPABLE
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace peil::crypto
