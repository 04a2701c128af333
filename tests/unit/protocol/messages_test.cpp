// SPDX-License-Identifier: Apache-2.0
#include "peil_test/interview.h"

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

TEST_CASE("a batch reads back with its items in order", "[protocol][batch]") {
    peil_test::Tablet tablet;
    const auto body = need(encodeBatch({tablet.id, {tablet.item(1), tablet.item(2)}}, tablet.signing));
    const auto batch = need(decodeBatch(body, tablet.signing.publicKey));
    REQUIRE(batch.device == tablet.id);
    REQUIRE(batch.items.size() == 2);
    REQUIRE(batch.items[1].sequence == 2);
}

TEST_CASE("a batch of another tablet, a cut one and an oversized one are refused", "[protocol][batch]") {
    peil_test::Tablet tablet;
    const auto body = need(encodeBatch({tablet.id, {tablet.item(1)}}, tablet.signing));
    const auto other = crypto::makeSigningKeyPair(tablet.rng);
    REQUIRE(decodeBatch(body, other.publicKey).error().code == ProtocolErrc::BadSignature);
    for (std::size_t size = 0; size < body.size(); size += 17)
        REQUIRE_FALSE(decodeBatch(ByteView(body).first(size), tablet.signing.publicKey));
    REQUIRE(decodeBatch(bytesOf("PEILBAT1"), tablet.signing.publicKey).error().code == ProtocolErrc::BadBatch);
    Batch tooMany{tablet.id, std::vector<BatchItem>(kMaxBatchItems + 1)};
    REQUIRE(encodeBatch(tooMany, tablet.signing).error().code == ProtocolErrc::TooLarge);
    REQUIRE(decodeBatch(Bytes(kMaxBodyBytes + 1), tablet.signing.publicKey).error().code == ProtocolErrc::TooLarge);
}

TEST_CASE("a receipt reads back, and no other server's does", "[protocol][receipt]") {
    peil_test::SeededRng rng(3);
    const auto server = crypto::makeSigningKeyPair(rng);
    const auto stranger = crypto::makeSigningKeyPair(rng);
    Receipt receipt{InterviewId("i"),          2, DeviceId("d"), 9, {}, ReceiptStatus::Quarantined, "epoch", {},
                    "2023-07-03T09:00:00.000Z"};
    receipt.envelopeHash[3] = 7;
    auto bytes = encodeReceipt(receipt, server);
    const auto read = need(decodeReceipt(bytes, server.publicKey));
    REQUIRE(read.sequence == 9);
    REQUIRE(read.envelopeHash == receipt.envelopeHash);
    REQUIRE(read.status == ReceiptStatus::Quarantined);
    REQUIRE(decodeReceipt(bytes, stranger.publicKey).error().code == ProtocolErrc::BadReceipt);
    bytes.pop_back();
    REQUIRE(decodeReceipt(bytes, server.publicKey).error().code == ProtocolErrc::BadReceipt);
}

TEST_CASE("the manifest, the reconcile message and the batch reply read back", "[protocol][messages]") {
    const Manifest manifest{"e1",
                            "abc",
                            {{"HEE", "crack_only", 32, 9}},
                            {"alert"},
                            false,
                            "2023-07-03T09:00:00.000Z",
                            {{"HEE", "rejected", 2}}};
    const auto read = need(decodeManifest(encodeManifest(manifest)));
    REQUIRE(read.quotas == manifest.quotas);
    REQUIRE(read.alerts == manifest.alerts);
    REQUIRE(read.notCounted == manifest.notCounted);
    REQUIRE(need(decodeReconcile(encodeReconcile({{1, 2, 5}}))).sequences == std::vector<std::int64_t>{1, 2, 5});
    REQUIRE(need(decodeBatchReply(encodeBatchReply({"e1", {Bytes{1, 2}}}))).receipts.front() == Bytes{1, 2});
}

TEST_CASE("a manifest without the fields that came later, or with some that are not known yet, is read",
          "[protocol][messages]") {
    const auto read = [](const std::string& more) {
        return decodeManifest(R"({"epoch":"e","pack":"","quotas":[],"alerts":[],"revoked":false,"serverTime":"")" +
                              more + "}");
    };
    REQUIRE(need(read("")).notCounted.empty());
    REQUIRE(need(read(R"(,"weather":{"rain":1})")).epoch == "e");
    REQUIRE(read(R"(,"notCounted":[{"city":"HEE","reason":"rejected","count":-1}])").error().code ==
            ProtocolErrc::BadMessage);
    REQUIRE(read(R"(,"notCounted":3)").error().code == ProtocolErrc::BadMessage);
}

TEST_CASE("a message with a missing or wrong field names it", "[protocol][messages]") {
    const auto missing = decodeManifest(R"({"epoch":"e"})");
    REQUIRE(missing.error().code == ProtocolErrc::BadMessage);
    REQUIRE(missing.error().context.find("\"pack\"") != std::string::npos);
    REQUIRE(decodeManifest("[]").error().code == ProtocolErrc::BadMessage);
    REQUIRE(decodeReconcile(R"({"sequences":[0]})").error().code == ProtocolErrc::BadMessage);
    REQUIRE(decodeBatchReply(R"({"epoch":1,"receipts":[]})").error().code == ProtocolErrc::BadMessage);
    REQUIRE(decodeReconcile(std::string(200, '[')).error().code == ProtocolErrc::BadMessage);
}
