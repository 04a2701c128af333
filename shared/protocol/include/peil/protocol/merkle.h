// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Merkle tree over an append-only list, as in RFC 9162, section 2.1: a few dozen hashes prove that a later list
// extends an earlier one. It uses SHA-256, as in the RFC, so that proofs can be checked with tools for Certificate
// Transparency; everything else here uses BLAKE2b.
// It does not store the list: the caller stores the hashes of complete subtrees and provides them on request.

#include "peil/crypto/seal.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace peil::protocol::merkle {

using Proof = std::vector<crypto::Digest>;
inline constexpr std::size_t kMaxProof = 128; ///< hashes; a list of 2^63 entries needs no more

/// SHA-256 of 0x00 and the entry.
[[nodiscard]] crypto::Digest leafHash(ByteView entry);
/// SHA-256 of 0x01 and the two hashes.
[[nodiscard]] crypto::Digest nodeHash(const crypto::Digest& left, const crypto::Digest& right);

/// A complete subtree: the `index`-th with 2^level leaves. Level 0 holds the leaves.
struct Node {
    int level = 0;
    std::int64_t index = 0;
    crypto::Digest hash{};
};
/// Gives the hash of a complete subtree that append() made before.
using ReadNode = std::function<Result<crypto::Digest>(int level, std::int64_t index)>;

/// The subtrees that a new leaf completes, starting with the leaf: everything that must be stored. `size` is the size
/// before.
/// @return the errors of `read`; so for all below.
[[nodiscard]] Result<std::vector<Node>> append(std::int64_t size, const crypto::Digest& leaf, const ReadNode& read);
/// Hash of the first `size` entries; of none, SHA-256 of nothing.
[[nodiscard]] Result<crypto::Digest> rootOf(std::int64_t size, const ReadNode& read);
/// Precondition: 0 <= first <= second. Empty if first is 0 or equals second.
[[nodiscard]] Result<Proof> consistencyProof(std::int64_t first, std::int64_t second, const ReadNode& read);

struct Head {
    std::int64_t size = 0;
    crypto::Digest root{};
};
/// Whether the list of `later` extends that of `earlier`.
[[nodiscard]] bool follows(const Head& earlier, const Head& later, const Proof& proof);

/// The root of a list that is read once, in order, without keeping its nodes.
class Frontier {
public:
    void add(const crypto::Digest& leaf);
    [[nodiscard]] std::int64_t size() const { return m_size; }
    [[nodiscard]] crypto::Digest root() const;

private:
    std::vector<Node> m_subtrees; ///< complete ones, from the largest to the smallest
    std::int64_t m_size = 0;
};

} // namespace peil::protocol::merkle
