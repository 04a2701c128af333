// SPDX-License-Identifier: Apache-2.0
#include "peil_test/interview.h"

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

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
    Manifest manifest{"e1",
                      "abc",
                      {{"HEE", "crack_only", 32, 9}},
                      {"alert"},
                      false,
                      "2023-07-03T09:00:00.000Z",
                      {{"HEE", "rejected", 2}}};
    manifest.withdrawn = {3, 8};
    manifest.batchVersion = 2;
    const auto read = need(decodeManifest(encodeManifest(manifest)));
    REQUIRE(read.quotas == manifest.quotas);
    REQUIRE(read.alerts == manifest.alerts);
    REQUIRE(read.notCounted == manifest.notCounted);
    REQUIRE(read.withdrawn == manifest.withdrawn);
    REQUIRE(read.batchVersion == 2);
    const Reconcile kept{{{1, crypto::blake2b(bytesOf("one"))}, {5, crypto::blake2b(bytesOf("five"))}}};
    REQUIRE(need(decodeReconcile(encodeReconcile(kept))).items == kept.items);
    const auto lacking = need(decodeLacking(encodeLacking({{1, 2}, {5}})));
    REQUIRE(lacking.sequences == std::vector<std::int64_t>{1, 2});
    REQUIRE(lacking.taken == std::vector<std::int64_t>{5});
    REQUIRE(need(decodeBatchReply(encodeBatchReply({"e1", {Bytes{1, 2}}}))).receipts.front() == Bytes{1, 2});
}

TEST_CASE("a manifest brings new receipts and the turn up to which the tablet has them", "[protocol][messages]") {
    Manifest manifest;
    manifest.receiptsUpTo = 7;
    auto read = need(decodeManifest(encodeManifest(manifest)));
    REQUIRE(read.receipts.empty());
    REQUIRE(read.receiptsUpTo == 7);
    manifest.receipts = {Bytes{1}, Bytes{2, 3}};
    read = need(decodeManifest(encodeManifest(manifest)));
    REQUIRE(read.receipts == manifest.receipts);
    for (const auto* bad : {R"("receipts":["%"],"receiptsUpTo":1)", R"("receipts":[],"receiptsUpTo":-1)",
                            R"("receipts":3,"receiptsUpTo":1)"})
        REQUIRE(decodeManifest(R"({"epoch":"e","pack":"","quotas":[],"alerts":[],"revoked":false,"serverTime":"",)" +
                               std::string(bad) + "}")
                    .error()
                    .code == ProtocolErrc::BadMessage);
}

TEST_CASE("a manifest with nothing but the epoch, or with fields that are not known yet, is read",
          "[protocol][messages]") {
    const auto read = [](const std::string& more) { return decodeManifest(R"({"epoch":"e")" + more + "}"); };
    const auto least = need(read(""));
    REQUIRE(least.notCounted.empty());
    REQUIRE(least.packHash.empty());
    REQUIRE_FALSE(least.revoked);
    REQUIRE_FALSE(least.held);
    REQUIRE(least.batchVersion == 1); // of a server of before
    REQUIRE(need(read(R"(,"batchVersion":7)")).batchVersion == 7);
    REQUIRE(read(R"(,"batchVersion":0)").error().code == ProtocolErrc::BadMessage);
    REQUIRE(need(read(R"(,"weather":{"rain":1})")).epoch == "e");
    REQUIRE(read(R"(,"notCounted":[{"city":"HEE","reason":"rejected","count":-1}])").error().code ==
            ProtocolErrc::BadMessage);
    REQUIRE(read(R"(,"notCounted":3)").error().code == ProtocolErrc::BadMessage);
}

TEST_CASE("a manifest says what the server holds, and gaps that cannot be are refused", "[protocol][messages]") {
    Manifest manifest{"e1", "", {}, {}, false, ""};
    manifest.held = Held{9, {{2, 2}, {5, 8}}};
    REQUIRE(need(decodeManifest(encodeManifest(manifest))).held == manifest.held);
    manifest.held->head = SealedItem{8, crypto::blake2b(bytesOf("eight"))};
    REQUIRE(need(decodeManifest(encodeManifest(manifest))).held == manifest.held);
    manifest.checkpoint = Bytes{1, 2};
    manifest.consistency = {crypto::blake2b(bytesOf("one")), crypto::blake2b(bytesOf("two"))};
    const auto read = need(decodeManifest(encodeManifest(manifest)));
    REQUIRE(read.checkpoint == manifest.checkpoint);
    REQUIRE(read.consistency == manifest.consistency);
    REQUIRE(decodeManifest(R"({"epoch":"e","checkpoint":"AA==","consistency":["AA=="]})").error().code ==
            ProtocolErrc::BadMessage);
    REQUIRE(decodeManifest(R"({"epoch":"e","checkpoint":"!"})").error().code == ProtocolErrc::BadMessage);
    REQUIRE(manifest.held->lacks(6));
    REQUIRE(manifest.held->lacks(10));
    REQUIRE_FALSE(manifest.held->lacks(9));
    for (const auto* held :
         {R"({"highest":9})", R"({"highest":-1,"gaps":[]})", R"({"highest":2000000000,"gaps":[]})",
          R"({"highest":9,"gaps":[{"first":3,"last":2}]})",
          R"({"highest":9,"gaps":[{"first":5,"last":6},{"first":6,"last":7}]})",
          R"({"highest":9,"gaps":[{"first":5,"last":10}]})", R"({"highest":9,"gaps":[7]})",
          R"({"highest":9,"gaps":[],"head":{"sequence":9}})", R"({"highest":9,"gaps":[],"head":1})", "[]"})
        REQUIRE(decodeManifest(R"({"epoch":"e","held":)" + std::string(held) + "}").error().code ==
                ProtocolErrc::BadMessage);
}

TEST_CASE("a message with a missing or wrong field names it", "[protocol][messages]") {
    const auto missing = decodeManifest(R"({"pack":"p"})");
    REQUIRE(missing.error().code == ProtocolErrc::BadMessage);
    REQUIRE(missing.error().context.find("\"epoch\"") != std::string::npos);
    REQUIRE(decodeLacking(R"({"taken":[]})").error().code == ProtocolErrc::BadMessage);
    REQUIRE(decodeReconcile(R"({"items":[{"sequence":1}]})").error().code == ProtocolErrc::BadMessage);
    REQUIRE(decodeManifest("[]").error().code == ProtocolErrc::BadMessage);
    REQUIRE(decodeReconcile("{}").error().code == ProtocolErrc::BadMessage);
    REQUIRE(decodeBatchReply(R"({"epoch":1,"receipts":[]})").error().code == ProtocolErrc::BadMessage);
    REQUIRE(decodeReconcile(std::string(200, '[')).error().code == ProtocolErrc::BadMessage);
}
