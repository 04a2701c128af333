// SPDX-License-Identifier: Apache-2.0
// Batches of both versions from one tablet, over the real server: what it reads, stores, reports and proves.
#include "server_under_test.h"

#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace integration;
using peil::protocol::BatchItem;
using peil::protocol::ReceiptStatus;
using peil_test::need;

namespace {

std::vector<BatchItem> interviews(TestTablet& tablet, int count) {
    std::vector<BatchItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back(tablet.interview("Amsterdam", "opioid", "1"));
    return chained(std::move(items));
}

peil::protocol::Manifest manifestOf(HttpClient& client) {
    return need(peil::protocol::decodeManifest(client.send({.path = "/v1/manifest?finalised=0"}).body));
}

bool isIntact(const ServerUnderTest& server) {
    return server.admin({.path = "/admin/audit"}).json().at("intact").as_bool();
}

} // namespace

TEST_CASE("a tablet that is upgraded between two batches continues in one chain, and the audit follows it",
          "[integration][batch][chain]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    auto client = server.clientOf(tablet);
    CHECK(manifestOf(client).batchVersion == 2);
    const auto items = interviews(tablet, 4);
    REQUIRE(client.send(tablet.batch({items[0], items[1]}, 1)).status == 200);
    REQUIRE(client.send(tablet.batch({items[2], items[3]}, 2)).status == 200);

    const auto stored = server.admin({.path = "/admin/envelopes"}).json().at("envelopes").as_array();
    REQUIRE(stored.size() == 4);
    for (std::size_t i = 0; i < stored.size(); ++i) {
        CHECK(stored[i].at("status") == "received");
        CHECK(stored[i].at("kind") == "interview");
        CHECK(stored[i].at("signature").is_null() == (i < 2));
    }
    CHECK(stored[1].at("previous").is_null());
    CHECK(stored[2].at("previous") == stored[1].at("hash"));
    CHECK(stored[3].at("previous") == stored[2].at("hash"));
    const auto held = manifestOf(client).held;
    REQUIRE(held);
    CHECK(held->head == peil::protocol::SealedItem{4, peil::crypto::blake2b(items[3].envelope)});
    CHECK(isIntact(server));
    REQUIRE(server.stop() == 0);
    server.start();
    CHECK(isIntact(server));
}

TEST_CASE("an item of an unknown kind, one with a bad signature and one with a broken chain block no other",
          "[integration][batch][chain]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    auto client = server.clientOf(tablet);
    auto items = interviews(tablet, 4);
    items[1].kind = "alert_reading";
    items[2].previous = peil::crypto::blake2b(peil::bytesOf("what was never sent"));
    auto call = tablet.batch(items);
    call.body.back() = static_cast<char>(call.body.back() ^ 1);
    std::vector<ReceiptStatus> said;
    for (const auto& receipt : tablet.receipts(client.send(call)))
        said.push_back(receipt.status);
    CHECK(said == std::vector{ReceiptStatus::Received, ReceiptStatus::Quarantined, ReceiptStatus::Quarantined,
                              ReceiptStatus::Quarantined});
    const auto ledger = server.admin({.path = "/admin/ledger"}).json().at("devices").at(0);
    CHECK(ledger.at("quarantinedBy") ==
          boost::json::value{{"bad_signature", 1}, {"broken_chain", 1}, {"unknown_kind", 1}});
    const auto waiting = server.admin({.path = "/admin/quarantine?after=0"}).json().at("quarantine").as_array();
    REQUIRE(waiting.size() == 3);
    CHECK(waiting[0].at("kind") == "alert_reading");
    CHECK(waiting[0].at("acceptable") == false);
    CHECK(waiting[1].at("reason") == "broken_chain");
    CHECK(waiting[1].at("acceptable") == true);
    CHECK(isIntact(server));
    CHECK(tablet.receipts(client.send(tablet.batch({items[3]}))).at(0).status == ReceiptStatus::Received);
}
