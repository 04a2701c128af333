// SPDX-License-Identifier: Apache-2.0
// Cleaning: which envelopes become data, and why the others do not. The server is a script.

#include "cli/command.h"
#include "cli/export_dataset.h"
#include "cli/export_records.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

#include <boost/json.hpp>

using namespace peil;
using peil_test::need;

namespace {

struct Envelope {
    std::string interview = "11111111-1111-4111-8111-111111111111";
    int revision = 1;
    std::string outcome = "complete", formHash = "f0", openGroup = "tea", sealedGroup = "tea", consent = "1",
                status = "received";
    bool signedByOther = false, forOther = false;
};

class Server {
public:
    void add(const Envelope& envelope) { m_items.push_back(jsonOf(envelope)); }
    void addText(const char* envelope) {
        m_items.push_back({{"status", "received"}, {"envelope", envelope}, {"deviceKey", ""}});
    }
    [[nodiscard]] Result<cli::CleanRecords> fetch() {
        return cli::fetchRecords([this](const std::string& path) -> Result<boost::json::value> { return answer(path); },
                                 {m_researcher, "f0"});
    }

private:
    boost::json::value jsonOf(const Envelope& envelope) {
        protocol::EnvelopeHeader header;
        header.study = StudyId("harbour");
        header.formHash = envelope.formHash;
        header.interview = InterviewId(envelope.interview);
        header.revision = envelope.revision;
        header.device = DeviceId("22222222-2222-4222-8222-222222222222");
        header.sequence = static_cast<std::int64_t>(m_items.size()) + 1;
        header.finalisedAt = "2030-02-03T10:00:00.000Z";
        header.outcome = envelope.outcome;
        header.open = {{"group", envelope.openGroup, ""}};
        const auto xml =
            "<data><consent>" + envelope.consent + "</consent><group>" + envelope.sealedGroup + "</group></data>";
        const auto recipient = envelope.forOther ? crypto::makeBoxKeyPair(m_rng).publicKey : m_researcher.publicKey;
        const auto bytes = need(protocol::sealEnvelope(header, bytesOf(xml), {recipient}, m_device, m_rng));
        const auto key = envelope.signedByOther ? crypto::makeSigningKeyPair(m_rng).publicKey : m_device.publicKey;
        return {{"status", envelope.status}, {"envelope", toBase64(bytes)}, {"deviceKey", toHex(key)}};
    }
    /// Pages of one envelope, so that the paging is walked as well.
    [[nodiscard]] boost::json::value answer(const std::string& path) const {
        const auto after = static_cast<std::size_t>(std::stoi(path.substr(path.find("after=") + 6)));
        if (after >= m_items.size()) return boost::json::object{{"envelopes", boost::json::array{}}, {"next", nullptr}};
        return boost::json::object{{"envelopes", boost::json::array{m_items[after]}},
                                   {"next", static_cast<std::int64_t>(after + 1)}};
    }

    peil_test::SeededRng m_rng{3};
    crypto::BoxKeyPair m_researcher = crypto::makeBoxKeyPair(m_rng);
    crypto::SigningKeyPair m_device = crypto::makeSigningKeyPair(m_rng);
    std::vector<boost::json::value> m_items;
};

} // namespace

TEST_CASE("a complete interview becomes a record, and its newest revision only", "[cli][export]") {
    Server server;
    server.add({.interview = "33333333-3333-4333-8333-333333333333"});
    server.add({.revision = 2, .openGroup = "coffee", .sealedGroup = "coffee"});
    server.add({.revision = 1});
    const auto got = need(server.fetch());
    REQUIRE(got.records.size() == 2);
    CHECK(got.records[0].revision == 2);
    CHECK(got.records[0].xml.find("coffee") != std::string::npos);
    CHECK(got.cleaning.received == 3);
    CHECK(got.cleaning.superseded == 1);
}

TEST_CASE("what must not become data is left out and counted by its reason", "[cli][export]") {
    Server server;
    const auto id = [](char digit) { return std::string(8, digit) + "-1111-4111-8111-111111111111"; };
    server.add({.interview = id('1')});
    server.add({.interview = id('2'), .status = "quarantined"});
    server.add({.interview = id('3'), .signedByOther = true});
    server.add({.interview = id('4'), .forOther = true});
    server.add({.interview = id('5'), .formHash = "f1"});
    server.add({.interview = id('6'), .openGroup = "coffee"});
    server.add({.interview = id('7'), .outcome = "broken_off"});
    server.add({.interview = id('8'), .consent = "0"});
    server.add({.interview = id('9'), .consent = "</consent>"});
    const auto got = need(server.fetch());
    CHECK(got.records.size() == 1);
    CHECK(got.cleaning.received == 9);
    CHECK(got.cleaning.quarantined == 1);
    CHECK(got.cleaning.badSignature == 1);
    CHECK(got.cleaning.otherKey == 1);
    CHECK(got.cleaning.otherForm == 1);
    CHECK(got.cleaning.inconsistent == 2);
    CHECK(got.cleaning.incomplete == 1);
    CHECK(got.cleaning.noConsent == 1);
}

TEST_CASE("a key that opens none of the interviews is an error, as is a list that makes no sense", "[cli][export]") {
    Server sealedForOthers;
    sealedForOthers.add({.forOther = true});
    const auto none = sealedForOthers.fetch();
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == protocol::ProtocolErrc::NotForThisKey);
    for (const auto* nonsense : {"not base64!", "AAAA"}) {
        Server odd;
        odd.addText(nonsense);
        const auto failed = odd.fetch();
        REQUIRE_FALSE(failed.has_value());
        CHECK(failed.error().code == cli::CliErrc::ServerFailed);
    }
    CHECK(need(Server().fetch()).records.empty());
}

TEST_CASE("repeats become tables of their own, reasons stay beside empty cells, notes are no columns",
          "[cli][export]") {
    const std::string xform =
        R"XML(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Tea</h:title>
<model><instance><data id="tea"><cups/><hello/><pot><leaves/></pot><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/cups" type="int"/><bind nodeset="/data/hello" type="string" readonly="true()"/><bind nodeset="/data/pot/leaves" type="string"/></model></h:head>
<h:body><input ref="/data/cups"><label>Cups</label></input><input ref="/data/hello"><label>Hello</label></input>
<group ref="/data/pot"><label>Pot</label><repeat nodeset="/data/pot"><input ref="/data/pot/leaves"><label>Leaves</label></input></repeat></group></h:body></h:html>)XML";
    const auto parsed = forms::FormDefinition::parse(xform);
    REQUIRE(parsed.form);
    const std::vector<cli::CleanRecord> records{
        {InterviewId("one"), 1, "2030-01-01T00:00:00.000Z", "aa",
         R"(<data xmlns:peil="urn:peil:1"><cups peil:reason="refused"/><pot><leaves>green</leaves></pot><pot><leaves>black</leaves></pot></data>)"}};
    const auto tables = need(cli::makeTables({*parsed.form, xform, "v", "2030-01-01", "Tea"}, records));
    REQUIRE(tables->tables.size() == 2);
    auto& main = tables->tables[0];
    REQUIRE(main.table().variables.size() == 1);
    exports::Row row;
    REQUIRE(need(main.next(row)));
    CHECK(row.key == "uuid:one");
    CHECK(row.cells[0].missing == exports::MissingReason::Refused);
    auto& pots = tables->tables[1];
    CHECK(pots.table().parent == "tea");
    REQUIRE(need(pots.next(row)));
    REQUIRE(need(pots.next(row)));
    CHECK(row.key == "uuid:one/pot[2]");
    CHECK(row.parentKey == "uuid:one");
    CHECK(row.cells[0].text == "black");
    CHECK_FALSE(need(pots.next(row)));
}
