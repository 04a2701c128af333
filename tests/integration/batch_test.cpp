// SPDX-License-Identifier: Apache-2.0
#include "server_under_test.h"

#include "peil/base/file.h"
#include "peil/protocol/envelope.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <optional>

using namespace integration;
using peil::protocol::BatchItem;
using peil::protocol::ReceiptStatus;
using peil_test::need;

namespace {

std::vector<BatchItem> interviews(TestTablet& tablet, int count) {
    std::vector<BatchItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back(tablet.interview("Amsterdam", "opioid", i % 2 == 0 ? "1" : "0"));
    return items;
}

/// Everything that the server gives to `peil export`.
std::vector<boost::json::object> storedEnvelopes(const ServerUnderTest& server, int limit) {
    std::vector<boost::json::object> all;
    for (std::int64_t after = 0;;) {
        const auto page =
            server
                .admin({.path = "/admin/envelopes?after=" + std::to_string(after) + "&limit=" + std::to_string(limit)})
                .json();
        for (const auto& item : page.at("envelopes").as_array())
            all.push_back(item.as_object());
        if (page.at("next").is_null()) return all;
        after = page.at("next").as_int64();
    }
}

} // namespace

TEST_CASE("a batch is received and exported as the same bytes, which only the researcher can open",
          "[integration][batch]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    const auto items = interviews(tablet, 5);
    auto client = server.clientOf(tablet);
    const auto receipts = tablet.receipts(client.send(tablet.batch(items)));
    REQUIRE(receipts.size() == 5);
    for (const auto& receipt : receipts)
        CHECK(receipt.status == ReceiptStatus::Received);

    const auto stored = storedEnvelopes(server, 2);
    REQUIRE(stored.size() == 5);
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const auto bytes = need(peil::fromBase64(stored[i].at("envelope").as_string()));
        CHECK(bytes == items[i].envelope);
        const auto answers = need(need(peil::protocol::Envelope::parse(bytes)).open(study.researcher));
        CHECK(peil::textOf(answers.view()).find(kMarker) != std::string_view::npos);
    }
    const auto cell = server.admin({.path = "/admin/quotas"}).json().at("cells").as_array().at(0).as_object();
    CHECK(cell.at("achieved").as_int64() == 5);
    CHECK(cell.at("weeks").at("2").as_int64() == 5);
}

TEST_CASE("the same batch a hundred times gives the same receipts and counts once, also over a restart",
          "[integration][batch]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    const auto call = tablet.batch(interviews(tablet, 3));
    const auto first = server.clientOf(tablet).send(call);
    CHECK(first.status == 200);
    for (int half = 0; half < 2; ++half) {
        auto client = server.clientOf(tablet);
        for (int i = 0; i < 50; ++i)
            CHECK(client.send(call).body == first.body);
        server.kill();
        server.start();
    }
    CHECK(storedEnvelopes(server, 100).size() == 3);
    CHECK(server.admin({.path = "/admin/ledger"}).json().at("received").as_int64() == 3);
}

TEST_CASE("other bytes under the same keys go into quarantine and change nothing", "[integration][batch]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    auto client = server.clientOf(tablet);
    const auto item = tablet.interview("Amsterdam", "opioid", "1");
    REQUIRE(tablet.receipts(client.send(tablet.batch({item})))[0].status == ReceiptStatus::Received);
    const auto other = tablet.otherBytes(item);
    REQUIRE(other.envelope != item.envelope);
    CHECK(tablet.receipts(client.send(tablet.batch({other})))[0].status == ReceiptStatus::Quarantined);
    const auto stored = storedEnvelopes(server, 100);
    REQUIRE(stored.size() == 2);
    CHECK(stored[1].at("reason").as_string() == "conflict");
    CHECK(server.admin({.path = "/admin/devices"}).json().at("interviews").as_int64() == 1);
}

TEST_CASE("an unknown form is kept and receipted, and blocks no other", "[integration][batch]") {
    const ServerUnderTest server;
    const TestStudy study, later(2);
    server.publish(study);
    auto tablet = server.enrolled(later, "AMS", 1); // seals with a form that is not published
    auto client = server.clientOf(tablet);
    auto items = interviews(tablet, 1);
    items.push_back(
        {peil::InterviewId("5f7d0c1e-0000-4000-8000-000000000001"), 1, 2, peil::toBytes("not an envelope")});
    const auto receipts = tablet.receipts(client.send(tablet.batch(items)));
    REQUIRE(receipts.size() == 2);
    const auto stored = storedEnvelopes(server, 100);
    REQUIRE(stored.size() == 2);
    CHECK(stored[0].at("reason").as_string() == "unknown_form");
    CHECK(stored[1].at("reason").as_string() == "unreadable");
}

TEST_CASE("a batch of another tablet, or no batch at all, is refused", "[integration][batch]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto one = server.enrolled(study, "AMS", 1), two = server.enrolled(study, "HRL", 2);
    const auto call = one.batch({one.interview("Amsterdam", "opioid", "1")});
    CHECK(server.clientOf(two).send(call).refusal() == "bad_batch");
    CHECK(server.clientOf(one)
              .send({.method = "POST", .path = "/v1/batch", .body = "x", .type = "application/octet-stream"})
              .refusal() == "bad_batch");
    CHECK(server.clientOf(one)
              .send({.method = "POST", .path = "/v1/batch", .body = "x", .type = "text/plain"})
              .refusal() == "unsupported_type");
    CHECK(storedEnvelopes(server, 100).empty());
}

TEST_CASE("a gap in a tablet's numbers is shown until it is filled", "[integration][batch]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    auto client = server.clientOf(tablet);
    const auto items = interviews(tablet, 3);
    REQUIRE(client.send(tablet.batch({items[0], items[2]})).status == 200);
    auto row = server.admin({.path = "/admin/ledger"}).json().at("devices").as_array().at(0).as_object();
    CHECK(row.at("missing").as_int64() == 1);
    CHECK(row.at("missingSequences").as_array().at(0).as_int64() == 2);
    auto kept = items;
    kept[2] = tablet.otherBytes(items[2]);
    const auto lacking = need(peil::protocol::decodeLacking(client.send(TestTablet::reconcile(kept)).body));
    CHECK(lacking.sequences == std::vector<std::int64_t>{2});
    CHECK(lacking.taken == std::vector<std::int64_t>{3});
    REQUIRE(client.send(tablet.batch({items[1]})).status == 200);
    row = server.admin({.path = "/admin/ledger"}).json().at("devices").as_array().at(0).as_object();
    CHECK(row.at("missing").as_int64() == 0);
}

TEST_CASE("what was receipted is there after kill -9, and quotas equal a recount", "[integration][batch][kill]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    std::size_t receipted = 0;
    for (int round = 0; round < 6; ++round) {
        auto client = server.clientOf(tablet);
        const auto call = tablet.batch(interviews(tablet, 4));
        REQUIRE(client.send(call).status == 200);
        receipted += 4;
        server.kill();
        server.start();
        auto again = server.clientOf(tablet);
        REQUIRE(again.send(call).status == 200); // the tablet that never saw the answer sends it once more
    }
    CHECK(storedEnvelopes(server, 7).size() == receipted);
    const auto cell = server.admin({.path = "/admin/quotas"}).json().at("cells").as_array().at(0).as_object();
    CHECK(static_cast<std::size_t>(cell.at("achieved").as_int64()) == receipted);
}

TEST_CASE("a full disk gives 503; receipted items stay, and refused ones are accepted later", "[integration][batch]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    REQUIRE(server.stop() == 0);
    server.startOnSmallDisk(400 * 1024);
    std::size_t receipted = 0;
    std::optional<Call> refused;
    for (int round = 0; round < 40 && !refused; ++round) {
        const auto call = tablet.batch(interviews(tablet, 16));
        const auto answer = server.clientOf(tablet).send(call);
        if (answer.status == 200) {
            receipted += 16;
            continue;
        }
        CHECK(answer.refusal() == "busy");
        CHECK_FALSE(answer.field("retry-after").empty());
        refused = call;
    }
    REQUIRE(refused);
    REQUIRE(receipted > 0);
    CHECK(server.admin({.path = "/admin/ledger"}).json().at("received").as_int64() ==
          static_cast<std::int64_t>(receipted));
    server.kill();
    server.start();
    CHECK(storedEnvelopes(server, 100).size() == receipted);
    CHECK(server.clientOf(tablet).send(*refused).status == 200);
    CHECK(storedEnvelopes(server, 100).size() == receipted + 16);
}

TEST_CASE("no file of the server holds a sealed answer, nor an open one in plaintext", "[integration][batch][marker]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    REQUIRE(server.clientOf(tablet).send(tablet.batch(interviews(tablet, 8))).status == 200);
    REQUIRE(server.stop() == 0);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(server.data())) {
        if (!entry.is_regular_file()) continue;
        ++files;
        const auto content = need(peil::readTextFile(entry.path(), std::uintmax_t{1} << 30U));
        INFO(entry.path().string());
        CHECK(content.find(kMarker) == std::string::npos);
        CHECK(content.find("Amsterdam") == std::string::npos);
        CHECK((entry.status().permissions() & (std::filesystem::perms::group_all |
                                               std::filesystem::perms::others_all)) == std::filesystem::perms::none);
    }
    CHECK(files >= 9);
}

TEST_CASE("the ledger misses an interview that was finalised and never came, even the last one",
          "[integration][ledger]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    auto client = server.clientOf(tablet);
    REQUIRE(client.send(tablet.batch(interviews(tablet, 2))).status == 200);
    REQUIRE(client.send({.path = "/v1/manifest?finalised=3"}).status == 200);
    const auto ledger = server.admin({.path = "/admin/ledger"}).json();
    CHECK(ledger.at("finalised") == 3);
    CHECK(ledger.at("received") == 2);
    CHECK(ledger.at("missing") == 1);
    CHECK(ledger.at("devices").at(0).at("missingSequences") == boost::json::array{3});

    CHECK(client.send({.path = "/v1/manifest?finalised=many"}).refusal() == "bad_message");
    CHECK(server.admin({.path = "/admin/ledger"}).json().at("finalised") == 3);
}

TEST_CASE("a body beyond the tablet's daily limit is refused before it is read, and counted", "[integration][batch]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    const auto full = interviews(tablet, peil::protocol::kMaxBatchItems);
    server.kill();
    server.start({"--daily-items", "64"});
    // It waits for leave to send its body, and sends none.
    const auto announce = [&] {
        return server.clientOf(tablet).sendRaw("POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                                               "application/octet-stream\r\nContent-Length: 4194304\r\n"
                                               "Expect: 100-continue\r\nConnection: close\r\n\r\n");
    };
    auto client = server.clientOf(tablet);
    REQUIRE(client.send(tablet.batch(full)).status == 200);
    const auto refused = announce();
    CHECK(refused.status == 429);
    CHECK(refused.refusal() == "daily_limit");
    CHECK(refused.field("retry-after") == "3600");
    // Small bodies are read first, and refused for the same reason.
    CHECK(client.send(tablet.batch(interviews(tablet, 1))).refusal() == "daily_limit");
    const auto ledger = server.admin({.path = "/admin/ledger"}).json();
    CHECK(ledger.at("devices").at(0).at("today").at("refused") == 2);
}
