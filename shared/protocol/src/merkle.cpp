// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/merkle.h"

#include <bit>
#include <iterator>

namespace peil::protocol::merkle {
namespace {

bool isOdd(std::int64_t number) {
    return (number & 1) != 0;
}

/// Largest power of two below `size`, which is 2 or more.
std::int64_t split(std::int64_t size) {
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(size - 1)));
}

bool isPowerOfTwo(std::int64_t number) {
    return std::has_single_bit(static_cast<std::uint64_t>(number));
}

/// MTH of the entries from `begin` to before `end`, of which there is one or more.
Result<crypto::Digest> rangeHash(std::int64_t begin, std::int64_t end, const ReadNode& read) {
    const auto size = end - begin;
    if (isPowerOfTwo(size) && begin % size == 0)
        return read(std::countr_zero(static_cast<std::uint64_t>(size)), begin / size);
    const auto middle = begin + split(size);
    PEIL_TRY(const auto left, rangeHash(begin, middle, read));
    PEIL_TRY(const auto right, rangeHash(middle, end, read));
    return nodeHash(left, right);
}

enum class Known : std::uint8_t { Yes, No }; ///< whether who checks has the hash of the subtree: b of the RFC

/// SUBPROOF(first, D[begin:end], b) of the RFC with `first` counted from the beginning of the list.
Result<> subproof(std::int64_t first, std::int64_t begin, std::int64_t end, Known known, const ReadNode& read,
                  Proof& proof) {
    if (first == end) {
        if (known == Known::Yes) return {};
        PEIL_TRY(const auto hash, rangeHash(begin, end, read));
        proof.push_back(hash);
        return {};
    }
    const auto middle = begin + split(end - begin);
    const bool isLeft = first <= middle;
    PEIL_CHECK(isLeft ? subproof(first, begin, middle, known, read, proof)
                      : subproof(first, middle, end, Known::No, read, proof));
    PEIL_TRY(const auto other, isLeft ? rangeHash(middle, end, read) : rangeHash(begin, middle, read));
    proof.push_back(other);
    return {};
}

/// Where a proof has come to: a node in the earlier list, and its like at the same level in the later one.
struct Place {
    std::int64_t first = 0, second = 0;
    [[nodiscard]] bool takesLeft() const { return isOdd(first) || first == second; }
    void up() {
        first >>= 1;
        second >>= 1;
    }
    /// Over the levels at which the node has no sibling.
    void skip() {
        while (!isOdd(first) && first != 0)
            up();
    }
};

} // namespace

crypto::Digest leafHash(ByteView entry) {
    Bytes bytes{0};
    bytes.insert(bytes.end(), entry.begin(), entry.end());
    return crypto::sha256(bytes);
}

crypto::Digest nodeHash(const crypto::Digest& left, const crypto::Digest& right) {
    Bytes bytes{1};
    bytes.insert(bytes.end(), left.begin(), left.end());
    bytes.insert(bytes.end(), right.begin(), right.end());
    return crypto::sha256(bytes);
}

Result<std::vector<Node>> append(std::int64_t size, const crypto::Digest& leaf, const ReadNode& read) {
    std::vector<Node> nodes{{0, size, leaf}};
    while (isOdd(nodes.back().index)) {
        const auto& right = nodes.back();
        PEIL_TRY(const auto left, read(right.level, right.index - 1));
        nodes.push_back({right.level + 1, right.index / 2, nodeHash(left, right.hash)});
    }
    return nodes;
}

Result<crypto::Digest> rootOf(std::int64_t size, const ReadNode& read) {
    if (size == 0) return crypto::sha256({});
    return rangeHash(0, size, read);
}

Result<Proof> consistencyProof(std::int64_t first, std::int64_t second, const ReadNode& read) {
    Proof proof;
    if (first > 0 && first < second) PEIL_CHECK(subproof(first, 0, second, Known::Yes, read, proof));
    return proof;
}

// RFC 9162, 2.1.4.2
bool follows(const Head& earlier, const Head& later, const Proof& proof) {
    if (earlier.size < 0 || earlier.size > later.size) return false;
    if (earlier.size == 0) return proof.empty() && earlier.root == crypto::sha256({});
    if (earlier.size == later.size) return proof.empty() && earlier.root == later.root;
    if (proof.empty()) return false;
    auto next = proof.begin();
    Place place{earlier.size - 1, later.size - 1};
    while (isOdd(place.first))
        place.up();
    auto first = isPowerOfTwo(earlier.size) ? earlier.root : *next++;
    auto second = first;
    for (; next != proof.end(); ++next) {
        if (place.second == 0) return false;
        if (place.takesLeft()) {
            first = nodeHash(*next, first);
            second = nodeHash(*next, second);
            place.skip();
        } else {
            second = nodeHash(second, *next);
        }
        place.up();
    }
    return place.second == 0 && first == earlier.root && second == later.root;
}

void Frontier::add(const crypto::Digest& leaf) {
    Node node{0, m_size++, leaf};
    for (; isOdd(node.index); m_subtrees.pop_back())
        node = {node.level + 1, node.index / 2, nodeHash(m_subtrees.back().hash, node.hash)};
    m_subtrees.push_back(node);
}

crypto::Digest Frontier::root() const {
    if (m_subtrees.empty()) return crypto::sha256({});
    auto hash = m_subtrees.back().hash;
    for (auto left = std::next(m_subtrees.rbegin()); left != m_subtrees.rend(); ++left)
        hash = nodeHash(left->hash, hash);
    return hash;
}

} // namespace peil::protocol::merkle
