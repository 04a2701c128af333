// SPDX-License-Identifier: Apache-2.0
#pragma once

// The randomness of a release: row ids and place numbers. Each release has a new seed, which only the researchers can
// read, in the manifest of a frozen dataset, to reproduce the same bytes.

#include "peil/crypto/seal.h"

namespace peil::dataset {

class ReleaseSeed {
public:
    [[nodiscard]] static ReleaseSeed draw(Rng& rng) { return ReleaseSeed(crypto::SecretKey::random(rng)); }
    /// @return BadInput when the text is not the seed of a release, sealed for this key.
    [[nodiscard]] static Result<ReleaseSeed> open(std::string_view sealedHex, const crypto::BoxKeyPair& researcher);
    /// Hexadecimal.
    [[nodiscard]] std::string sealedFor(const crypto::PublicKey& researcher) const;

    /// The same bytes for the same seed: keyed BLAKE2b over a counter. Borrows the seed.
    class Stream final : public Rng {
    public:
        explicit Stream(const ReleaseSeed& seed)
            : m_key(seed.m_key) {}
        void fill(std::span<std::uint8_t> out) override;

    private:
        const crypto::SecretKey& m_key;
        std::uint64_t m_block = 0;
    };

private:
    explicit ReleaseSeed(crypto::SecretKey key)
        : m_key(std::move(key)) {}
    crypto::SecretKey m_key;
};

} // namespace peil::dataset
