// SPDX-License-Identifier: Apache-2.0
#include "peil/base/file.h"
#include "peil/protocol/messages.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

namespace {

const auto kEntry = merkle::leafHash(bytesOf("one"));

Checkpoint empty(std::string epoch) {
    return {std::move(epoch), 0, crypto::sha256({}), "2023-07-03T09:00:00.000Z"};
}
Checkpoint one(std::string epoch) {
    return {std::move(epoch), 1, kEntry, "2023-07-03T09:00:01.000Z"};
}

} // namespace

TEST_CASE("a checkpoint reads back, and no other server's does", "[protocol][checkpoint]") {
    peil_test::SeededRng rng(3);
    const auto server = crypto::makeSigningKeyPair(rng);
    const auto stranger = crypto::makeSigningKeyPair(rng);
    auto bytes = encodeCheckpoint(one("e1"), server);
    const auto read = need(decodeCheckpoint(bytes, server.publicKey));
    CHECK(read.epoch == "e1");
    CHECK(read.size == 1);
    CHECK(read.root == kEntry);
    CHECK(read.at == "2023-07-03T09:00:01.000Z");
    CHECK(decodeCheckpoint(bytes, stranger.publicKey).error().code == ProtocolErrc::BadCheckpoint);
    for (std::size_t size = 0; size < bytes.size(); size += 7)
        CHECK(decodeCheckpoint(ByteView(bytes).first(size), server.publicKey).error().code ==
              ProtocolErrc::BadCheckpoint);
    auto negative = one("e1");
    negative.size = -1;
    CHECK(decodeCheckpoint(encodeCheckpoint(negative, server), server.publicKey).error().code ==
          ProtocolErrc::BadCheckpoint);
}

TEST_CASE("an earlier checkpoint stays readable", "[protocol][checkpoint][golden]") {
    peil_test::SeededRng rng(3);
    const auto server = crypto::makeSigningKeyPair(rng);
    const auto golden =
        need(readFile(std::filesystem::path(PEIL_SOURCE_DIR) / "tests/unit/protocol/golden/checkpoint-1.bin", 4096));
    CHECK(need(decodeCheckpoint(golden, server.publicKey)).root == kEntry);
    CHECK(encodeCheckpoint(one("e1"), server) == golden);
}

TEST_CASE("a receipt is no checkpoint, whoever signed it", "[protocol][checkpoint]") {
    peil_test::SeededRng rng(3);
    const auto server = crypto::makeSigningKeyPair(rng);
    const auto receipt =
        encodeReceipt({InterviewId("i"), 1, DeviceId("d"), 1, {}, ReceiptStatus::Received, "e", {}, ""}, server);
    CHECK(decodeCheckpoint(receipt, server.publicKey).error().code == ProtocolErrc::BadCheckpoint);
    CHECK(decodeReceipt(encodeCheckpoint(one("e1"), server), server.publicKey).error().code ==
          ProtocolErrc::BadReceipt);
}

TEST_CASE("a log that grew is consistent; one that shrank or changed contradicts; a restored one reports it",
          "[protocol][checkpoint]") {
    CHECK(compare(empty("e1"), one("e1"), {}) == Witness::Follows);
    CHECK(compare(one("e1"), one("e1"), {}) == Witness::Follows);
    CHECK(compare(one("e1"), empty("e1"), {}) == Witness::Contradicts);
    auto changed = one("e1");
    changed.root[0] ^= 1U;
    CHECK(compare(one("e1"), changed, {}) == Witness::Contradicts);
    CHECK(compare(one("e1"), empty("e2"), {}) == Witness::PutBack);
}
