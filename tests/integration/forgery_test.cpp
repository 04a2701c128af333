// SPDX-License-Identifier: Apache-2.0
// A tablet with a valid certificate that lies: about whose interview it is, for whom it is sealed, how many there are,
// and to the terminal of who looks. Real server, real `peil`.
#include "export_desk.h"

#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "peil/protocol/envelope.h"
#include "peil_test/result.h"

#include <algorithm>
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace integration;
using Catch::Matchers::ContainsSubstring;
using peil::protocol::ReceiptStatus;
using peil_test::need;

namespace {

/// The whole of the data, for the researchers' own desk.
const std::vector<std::string> kInternal{"--class", "internal"};

/// A second tablet of the study, in the hands of somebody who wants other figures.
struct Forger {
    ExportDesk& desk;
    TestTablet tablet = desk.server().enrolled(desk.study(), "AMS", 77);

    ReceiptStatus send(const peil::protocol::BatchItem& item) {
        auto client = desk.server().clientOf(tablet);
        return tablet.receipts(client.send(tablet.batch({item}))).at(0).status;
    }
    /// The header of a sound interview of this tablet, to be changed.
    peil::protocol::EnvelopeHeader header() {
        return need(peil::protocol::Envelope::parse(tablet.interview("Amsterdam", "tea", "1").envelope)).header();
    }
};

boost::json::value ledgerOf(const ExportDesk& desk) {
    return desk.server().admin({.path = "/admin/ledger"}).json();
}

} // namespace

TEST_CASE("a revision from another tablet leaves the interview, its review and the export untouched",
          "[integration][forgery]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("before", kInternal).status == 0);
    const auto quotas = desk.server().admin({.path = "/admin/quotas"}).body;
    const auto list = desk.server().admin({.path = "/admin/interviews"}).body;

    Forger forger{desk};
    auto header = forger.header();
    header.interview = peil::InterviewId(desk.interviews().front());
    header.revision = 2;
    CHECK(forger.send(forger.tablet.revision(header)) == ReceiptStatus::Quarantined);
    CHECK(desk.server().admin({.path = "/admin/quotas"}).body == quotas);
    CHECK(desk.server().admin({.path = "/admin/interviews"}).body == list);
    const auto run = desk.exportTo("after", kInternal);
    INFO(run.errors << run.output);
    REQUIRE(run.status == 0);
    CHECK(desk.read("after/tea.csv") == desk.read("before/tea.csv"));
    CHECK_THAT(run.output, ContainsSubstring("excluded: 1 (In quarantine on the server)"));

    const auto ledger = ledgerOf(desk);
    CHECK(ledger.at("quarantinedBy").at("not_owner") == 1);
    CHECK(ledger.at("devices").at(1).at("quarantinedBy").at("not_owner") == 1);
    CHECK_THAT(desk.peil({"ledger"}).output,
               ContainsSubstring("tablet 2 (Amsterdam): 1 in quarantine: Revises an interview of another tablet"));
}

TEST_CASE("interviews for other eyes, of other studies or without end count nowhere", "[integration][forgery]") {
    ExportDesk desk;
    const auto received = ledgerOf(desk).at("received");
    Forger forger{desk};
    auto header = forger.header();
    header.study = peil::StudyId("another-2030");
    CHECK(forger.send(forger.tablet.revision(header)) == ReceiptStatus::Quarantined);
    header = forger.header();
    header.sequence = std::numeric_limits<std::int64_t>::max();
    CHECK(forger.send(forger.tablet.revision(header)) == ReceiptStatus::Quarantined);
    header = forger.header();
    header.open.at(3).value = std::string(200'000, '9');
    CHECK(forger.send(forger.tablet.revision(header)) == ReceiptStatus::Quarantined);
    auto client = desk.server().clientOf(forger.tablet);
    CHECK(client.send({.path = "/v1/manifest?finalised=9223372036854775807"}).status == 200);

    const auto ledger = ledgerOf(desk);
    CHECK(ledger.at("received") == received);
    CHECK(ledger.at("quarantinedBy") == boost::json::value{{"bad_value", 1}, {"other_study", 1}, {"sequence_jump", 1}});
    CHECK(ledger.at("finalised").as_int64() == received.as_int64() + 3); // the numbers 1 to 3
    CHECK(ledger.at("missing") == 1);                                    // number 2, told with the highest there is
    CHECK(desk.server().admin({.path = "/admin/quotas"}).body.size() < 10'000);
    const auto said = desk.peil({"ledger"});
    CHECK_THAT(said.output, ContainsSubstring("9223372036854775807, which is implausible"));
    const auto id = forger.tablet.id().text();
    CHECK(desk.peil({"device", "reset", id, "--finalised", "3", "--note", "shown on its screen", "--by", "anna"})
              .status == 0);
    CHECK(ledgerOf(desk).at("devices").at(1).at("doubtedFinalised") == 0);
    const auto refused = desk.peil({"device", "reset", id, "--finalised", "1", "--note", "a slip", "--by", "anna"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, ContainsSubstring("number 3 of this tablet has been received"));
}

TEST_CASE("a tablet that takes another's place revises its interviews from then on", "[integration][forgery]") {
    ExportDesk desk;
    Forger second{desk};
    const auto first = desk.tablet().id().text();
    const auto run = desk.peil(
        {"device", "succeed", first, second.tablet.id().text(), "--note", "fell into the canal", "--by", "anna"});
    INFO(run.errors);
    REQUIRE(run.status == 0);
    auto header = second.header();
    header.interview = peil::InterviewId(desk.interviews().front());
    header.revision = 2;
    CHECK(second.send(second.tablet.revision(header)) == ReceiptStatus::Received);
    CHECK(desk.interviews().size() == 12);
    CHECK_THAT(desk.peil({"audit"}).output,
               ContainsSubstring("succession") && ContainsSubstring("fell into the canal"));
    const auto refused = desk.peil({"device", "succeed", first, "nobody", "--note", "x", "--by", "anna"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, ContainsSubstring("no tablet with this id"));
}

TEST_CASE("nothing that a user or a tablet wrote can control the terminal of the reader", "[integration][forgery]") {
    ExportDesk desk;
    const std::string evil = "\x1b]52;c;cm0gLXJm\x07\x1b[2J\u009b1A\nall is well";
    desk.approveAll();
    REQUIRE(desk.peil({"review", "flag", desk.interviews().front(), "--note", evil, "--by", evil}).status == 0);
    Forger forger{desk};
    auto item = forger.tablet.interview("Amsterdam", "tea", "1");
    item.interview = peil::InterviewId(evil);
    CHECK(forger.send(item) == ReceiptStatus::Quarantined);
    for (const auto& command : std::vector<std::vector<std::string>>{{"review", "list"},
                                                                     {"review", "list", "--json"},
                                                                     {"audit"},
                                                                     {"audit", "--json"},
                                                                     {"ledger"},
                                                                     {"ledger", "--json"},
                                                                     {"device", "list"},
                                                                     {"quotas"},
                                                                     {"review", "approve", evil}}) {
        const auto run = desk.peil(command);
        INFO(peil::join(command, " ") << run.output << run.errors);
        for (const auto& text : {run.output, run.errors}) {
            CHECK(std::ranges::none_of(
                text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; }));
            CHECK(text.find("\u009b") == std::string::npos);
            CHECK(text.find("\nall is well") == std::string::npos);
        }
    }
    CHECK_THAT(desk.peil({"review", "list"}).output, ContainsSubstring("\\u001b]52;c;"));
}

TEST_CASE("approved interviews that are no records are left out of an export by name, and the others are in it",
          "[integration][forgery]") {
    ExportDesk desk;
    std::string deep = "<data>";
    for (int i = 0; i < 40'000; ++i)
        deep += "<a>";
    for (int i = 0; i < 40'000; ++i)
        deep += "</a>";
    const std::vector<peil::protocol::OpenField> nothing;
    const auto nested = desk.tablet().interview(nothing, "complete", deep + "</data>");
    const auto foreign = desk.tablet().interview(
        nothing, "complete",
        "<nonsense><consent>1</consent><city>Amsterdam</city><group>tea</group><age>41</age></nonsense>");
    desk.send({nested, foreign});
    desk.approveAll();
    const auto run = desk.exportTo("out", kInternal);
    INFO(run.errors << run.output);
    REQUIRE(run.status == 0);
    CHECK_THAT(run.output, ContainsSubstring("excluded: 2 (Not readable as a record of the form)") &&
                               ContainsSubstring("interview " + nested.interview.text() + " of tablet") &&
                               ContainsSubstring("interview " + foreign.interview.text() + " of tablet"));
    const auto manifest = boost::json::parse(desk.read("out/manifest.json"));
    CHECK(manifest.at("left_out").at("bad_record") == 2);
    CHECK(manifest.at("look_into").as_array().size() == 2);
    CHECK(manifest.at("look_into").at(0).at("reason") == "bad_record");
    CHECK(manifest.at("interviews") == 9);
}

TEST_CASE("a blocked tablet is refused at each request, also after a restart, and may send again after that",
          "[integration][forgery]") {
    ExportDesk desk;
    const auto id = desk.tablet().id().text();
    const auto act = [&](const std::string& what) {
        return desk.peil({"device", what, id, "--note", "sends nonsense", "--by", "anna"}).status;
    };
    REQUIRE(act("block") == 0);
    const auto refusal = [&] { return desk.server().clientOf(desk.tablet()).send({.path = "/v1/manifest"}).refusal(); };
    CHECK(refusal() == "device_blocked");
    const Call large{.method = "POST",
                     .path = "/v1/batch",
                     .body = std::string(3'000'000, 'x'),
                     .type = "application/octet-stream",
                     .fields = {}};
    CHECK(desk.server().clientOf(desk.tablet()).send(large).refusal() == "device_blocked");
    REQUIRE(desk.server().stop() == 0);
    desk.server().start();
    CHECK(refusal() == "device_blocked");
    CHECK_THAT(desk.peil({"ledger"}).output, ContainsSubstring("is blocked"));
    REQUIRE(act("unblock") == 0);
    desk.send(1);
    CHECK(desk.interviews().size() == 13);
}

TEST_CASE("after a restore from before the form, what waited is received once the form is published again",
          "[integration][forgery]") {
    const ServerUnderTest server;
    const TestStudy study, later(2);
    server.publish(study);
    auto tablet = server.enrolled(later, "AMS", 1);
    auto client = server.clientOf(tablet);
    const auto call =
        tablet.batch({tablet.interview("Amsterdam", "opioid", "1"), tablet.interview("Amsterdam", "crack_only", "0")});
    for (const auto& receipt : tablet.receipts(client.send(call)))
        CHECK(receipt.status == ReceiptStatus::Quarantined);
    const auto waiting = server.admin({.path = "/admin/quarantine"}).json();
    CHECK(waiting.at("quarantine").as_array().size() == 2);
    CHECK(waiting.at("quarantine").at(0).at("reason") == "unknown_form");
    CHECK(server.admin({.path = "/admin/quarantine?after=x"}).refusal() == "bad_message");

    server.publish(later);
    CHECK(server.admin({.path = "/admin/quarantine"}).json().at("quarantine").as_array().empty());
    CHECK(server.admin({.path = "/admin/ledger"}).json().at("received") == 2);
    const auto told = need(peil::protocol::decodeManifest(client.send({.path = "/v1/manifest"}).body));
    REQUIRE(told.receipts.size() == 2);
    const auto receipt = need(peil::protocol::decodeReceipt(told.receipts[0], tablet.reply().receiptKey));
    CHECK(receipt.status == ReceiptStatus::Received);
    const auto after = "/v1/manifest?receipts=" + std::to_string(told.receiptsUpTo);
    CHECK(need(peil::protocol::decodeManifest(client.send({.path = after}).body)).receipts.empty());
    for (const auto& again : tablet.receipts(client.send(call)))
        CHECK(again.status == ReceiptStatus::Received);
    CHECK(server.admin({.path = "/admin/audit"}).json().at("intact").as_bool());
}

TEST_CASE("items that a person accepted are exported with the others", "[integration][forgery]") {
    ExportDesk desk;
    REQUIRE(desk.peil({"device", "revoke", desk.tablet().id().text()}).status == 0);
    desk.send(1);
    const auto listed = desk.peil({"quarantine", "list", "--reason", "revoked"});
    CHECK_THAT(listed.output, ContainsSubstring("Sent after the tablet was revoked"));
    CHECK(boost::json::parse(desk.peil({"quarantine", "list", "--reason", "conflict", "--json"}).output)
              .as_array()
              .empty());
    CHECK(desk.peil({"quarantine", "accept", "13", "--by", "anna"}).status == 2); // without a reason
    REQUIRE(desk.peil({"quarantine", "accept", "13", "--note", "found in the office", "--by", "anna"}).status == 0);
    const auto twice = desk.peil({"quarantine", "accept", "13", "--note", "again", "--by", "anna"});
    CHECK(twice.status == 1);
    CHECK_THAT(twice.errors, ContainsSubstring("peil quarantine list"));
    desk.approveAll();
    REQUIRE(desk.exportTo("out", kInternal).status == 0);
    CHECK(boost::json::parse(desk.read("out/manifest.json")).at("interviews") == 10);
    CHECK_THAT(desk.peil({"audit"}).output, ContainsSubstring("quarantine_accept"));
}
