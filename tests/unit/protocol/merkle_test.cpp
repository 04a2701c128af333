// SPDX-License-Identifier: Apache-2.0
// The vectors are those of the reference implementation of Certificate Transparency; the rest is compared with the
// definitions of RFC 9162, 2.1, written down a second time in the simplest way.
#include "peil/protocol/merkle.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <span>

using namespace peil;
using namespace peil::protocol::merkle;
using crypto::Digest;
using peil_test::need;

namespace {

Digest digest(std::string_view hex) {
    const auto bytes = need(fromHex(hex));
    Digest result{};
    REQUIRE(bytes.size() == result.size());
    std::copy(bytes.begin(), bytes.end(), result.begin());
    return result;
}

/// A list with the nodes that append() gave.
struct List {
    std::vector<Bytes> entries;
    std::map<std::pair<int, std::int64_t>, Digest> nodes;
    [[nodiscard]] ReadNode read() const {
        return [this](int level, std::int64_t index) -> Result<Digest> {
            REQUIRE(nodes.contains({level, index}));
            return nodes.at({level, index});
        };
    }

    void add(Bytes entry) {
        for (const auto& node : need(append(size(), leafHash(entry), read()))) {
            REQUIRE_FALSE(nodes.contains({node.level, node.index}));
            nodes[{node.level, node.index}] = node.hash;
        }
        entries.push_back(std::move(entry));
    }
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(entries.size()); }
    [[nodiscard]] Head head(std::int64_t length) const { return {length, need(rootOf(length, read()))}; }
};

/// MTH as the RFC writes it.
Digest plainRoot(std::span<const Bytes> entries) {
    if (entries.empty()) return crypto::sha256({});
    if (entries.size() == 1) return leafHash(entries[0]);
    std::size_t k = 1;
    while (k * 2 < entries.size())
        k *= 2;
    return nodeHash(plainRoot(entries.first(k)), plainRoot(entries.subspan(k)));
}

List numbers(std::int64_t count) {
    List list;
    for (std::int64_t i = 0; i < count; ++i)
        list.add(toBytes("entry " + std::to_string(i)));
    return list;
}

const std::array<const char*, 8> kEntries{
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};

List reference() {
    List list;
    for (const auto* hex : kEntries)
        list.add(need(fromHex(hex)));
    return list;
}

} // namespace

TEST_CASE("the roots of the reference lists come out", "[protocol][merkle]") {
    const auto list = reference();
    CHECK(need(rootOf(0, list.read())) == digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    CHECK(need(rootOf(1, list.read())) == digest("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"));
    CHECK(need(rootOf(2, list.read())) == digest("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"));
    CHECK(need(rootOf(3, list.read())) == digest("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"));
    CHECK(need(rootOf(8, list.read())) == digest("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"));
}

TEST_CASE("the proofs of the reference lists come out and hold", "[protocol][merkle]") {
    const auto list = reference();
    const Proof twoToFive{digest("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
                          digest("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")};
    CHECK(need(consistencyProof(2, 5, list.read())) == twoToFive);
    CHECK(follows(list.head(2), list.head(5), twoToFive));
}

TEST_CASE("for every length the root is that of the definition", "[protocol][merkle]") {
    const auto list = numbers(70);
    for (std::int64_t length = 0; length <= list.size(); ++length)
        REQUIRE(need(rootOf(length, list.read())) ==
                plainRoot(std::span(list.entries).first(static_cast<std::size_t>(length))));
}

TEST_CASE("the root of a list that is read once is the same", "[protocol][merkle]") {
    const auto list = numbers(70);
    Frontier frontier;
    for (std::int64_t length = 0; length <= list.size(); ++length) {
        REQUIRE(frontier.size() == length);
        REQUIRE(frontier.root() == list.head(length).root);
        if (length < list.size()) frontier.add(leafHash(list.entries[static_cast<std::size_t>(length)]));
    }
}

TEST_CASE("every list follows from every beginning of it, and from no other", "[protocol][merkle]") {
    const auto list = numbers(40);
    auto other = numbers(5);
    for (std::int64_t i = 5; i < 40; ++i)
        other.add(toBytes("other " + std::to_string(i)));
    for (std::int64_t later = 0; later <= list.size(); ++later) {
        for (std::int64_t earlier = 0; earlier <= later; ++earlier) {
            auto proof = need(consistencyProof(earlier, later, list.read()));
            REQUIRE(proof.size() <= kMaxProof);
            REQUIRE(follows(list.head(earlier), list.head(later), proof));
            if (earlier > 5) {
                REQUIRE_FALSE(follows(other.head(earlier), list.head(later), proof));
                REQUIRE_FALSE(follows(list.head(earlier), other.head(later), proof));
            }
            if (earlier != later) REQUIRE_FALSE(follows(list.head(later), list.head(earlier), proof));
            if (!proof.empty()) {
                auto changed = proof;
                changed.back()[31] ^= 1U;
                REQUIRE_FALSE(follows(list.head(earlier), list.head(later), changed));
                changed = proof;
                changed.pop_back();
                REQUIRE_FALSE(follows(list.head(earlier), list.head(later), changed));
            }
            proof.push_back({});
            REQUIRE_FALSE(follows(list.head(earlier), list.head(later), proof));
        }
    }
}
