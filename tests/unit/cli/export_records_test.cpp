// SPDX-License-Identifier: Apache-2.0
// Cleaning: which envelopes become data, and why the others do not. The server is a script.

#include "clean_record.h"
#include "cli/cli_error.h"
#include "cli/client/fetch_envelopes.h"
#include "peil/base/file.h"
#include "peil/dataset/tables.h"
#include "peil/export/export_error.h"
#include "peil/records/error.h"
#include "peil/records/judge.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"
#include "peil_test/temporary_folder.h"

#include <boost/json.hpp>

using namespace peil;
using cli_test::recordOf;
using peil_test::need;

namespace {

const std::string kFirst = "11111111-1111-4111-8111-111111111111";

const std::string kDevice = "22222222-2222-4222-8222-222222222222";

struct Envelope {
    std::string interview = kFirst;
    int revision = 1;
    std::string outcome = "complete", formHash = "f0", openGroup = "tea", sealedGroup = "tea", consent = "1",
                status = "received", review = "approved", duplicateOf, listedAs, openOutcome, weight = "1.5";
    bool signedByOther = false, forOther = false;
    std::string device = kDevice;
};

Result<records::CleanRecords> fetchAndJudge(const cli::AskServer& ask, const records::CleaningPlan& plan) {
    PEIL_TRY(auto fetched, cli::fetchEnvelopes(ask, [&] { return !plan.progress || plan.progress(0); }));
    return records::judgeEnvelopes(std::move(fetched.listing), plan);
}

class Server {
public:
    void add(const Envelope& envelope) { m_items.push_back(jsonOf(envelope)); }
    void addText(const char* envelope) {
        m_items.push_back({{"status", "received"}, {"envelope", envelope}, {"deviceKey", ""}});
    }
    [[nodiscard]] records::CleaningPlan plan() const {
        return {.researcher = m_researcher, .formHash = "f0", .judge = {&study, &m_noRepeats, nullptr}};
    }
    [[nodiscard]] Result<records::CleanRecords> fetch() { return fetch(plan()); }
    [[nodiscard]] Result<cli::FetchedEnvelopes> list() {
        return cli::fetchEnvelopes([this](const std::string& path) -> Result<boost::json::value> {
            ++act;
            return answer(path);
        });
    }
    [[nodiscard]] Result<records::CleanRecords> fetch(const records::CleaningPlan& plan) {
        return fetchAndJudge([this](const std::string& path) -> Result<boost::json::value> { return answer(path); },
                             plan);
    }
    [[nodiscard]] std::string hashOf(std::size_t item) const {
        const auto bytes = fromBase64(std::string_view(m_items[item].at("envelope").as_string()));
        return toHex(crypto::blake2b(*bytes));
    }
    study::Study study;
    std::string successor; ///< of kDevice
    std::int64_t act = 0;  ///< number of the newest one; each page finds one more

private:
    const std::vector<std::string> m_noRepeats;
    boost::json::value jsonOf(const Envelope& envelope) {
        protocol::EnvelopeHeader header;
        header.study = StudyId("harbour");
        header.formHash = envelope.formHash;
        header.interview = InterviewId(envelope.interview);
        header.revision = envelope.revision;
        header.device = DeviceId(envelope.device);
        header.sequence = static_cast<std::int64_t>(m_items.size()) + 1;
        header.finalisedAt = "2030-02-03T10:00:00.000Z";
        header.outcome = envelope.outcome;
        header.open = {{"group", envelope.openGroup, ""}};
        if (!envelope.openOutcome.empty()) header.open.push_back({"outcome", envelope.openOutcome, ""});
        const auto xml = "<data><consent>" + envelope.consent + "</consent><group>" + envelope.sealedGroup +
                         "</group><weight>" + envelope.weight + "</weight><outcome>complete</outcome></data>";
        const auto recipient = envelope.forOther ? crypto::makeBoxKeyPair(m_rng).publicKey : m_researcher.publicKey;
        const auto bytes = need(protocol::sealEnvelope(header, bytesOf(xml), {recipient}, m_device, m_rng));
        const auto key = envelope.signedByOther ? crypto::makeSigningKeyPair(m_rng).publicKey : m_device.publicKey;
        return {{"status", envelope.status},
                {"envelope", toBase64(bytes)},
                {"deviceKey", toHex(key)},
                {"device", header.device.text()},
                {"interview", envelope.listedAs.empty() ? envelope.interview : envelope.listedAs},
                {"review", envelope.review},
                {"duplicateOf", envelope.duplicateOf}};
    }
    /// Pages of one envelope, so that the paging is walked as well.
    [[nodiscard]] boost::json::value answer(const std::string& path) const {
        const auto after = static_cast<std::size_t>(std::stoi(path.substr(path.find("after=") + 6)));
        if (after >= m_items.size())
            return boost::json::object{{"envelopes", boost::json::array{}}, {"next", nullptr}, {"act", act}};
        boost::json::array successions;
        if (!successor.empty())
            successions.push_back(boost::json::object{{"device", kDevice}, {"successor", successor}});
        return boost::json::object{{"envelopes", boost::json::array{m_items[after]}},
                                   {"successions", std::move(successions)},
                                   {"act", act},
                                   {"next", static_cast<std::int64_t>(after + 1)}};
    }

    peil_test::SeededRng m_rng{3};
    crypto::BoxKeyPair m_researcher = crypto::makeBoxKeyPair(m_rng);
    crypto::SigningKeyPair m_device = crypto::makeSigningKeyPair(m_rng);
    std::vector<boost::json::value> m_items;
};

std::string id(char digit) {
    return std::string(8, digit) + "-1111-4111-8111-111111111111";
}

/// Every envelope is either data or left out for exactly one reason.
void checkSum(const records::CleanRecords& clean) {
    std::size_t sum = clean.records.size();
    for (const auto count : clean.cleaning.leftOut)
        sum += count;
    CHECK(sum == clean.cleaning.received);
}

} // namespace

TEST_CASE("a list of envelopes says between which acts it was read", "[cli][export]") {
    Server server;
    for (const char digit : {'1', '2'})
        server.add({.interview = id(digit)});
    const auto listed = need(server.list());
    CHECK(listed.listing.envelopes.size() == 2);
    CHECK(listed.firstAct == 1);
    CHECK(listed.lastAct == 3);
}

TEST_CASE("a complete interview becomes a record, and its newest revision only", "[cli][export]") {
    Server server;
    server.add({.interview = id('3')});
    server.add({.revision = 2});
    server.add({.revision = 1});
    const auto got = need(server.fetch());
    REQUIRE(got.records.size() == 2);
    CHECK(got.records[0].interview.text() == kFirst); // by id
    CHECK(got.records[0].revision == 2);
    CHECK(got.records[0].answers.byName("group")->value == "tea");
    CHECK(got.cleaning[records::LeftOut::Superseded] == 1);
    checkSum(got);
}

TEST_CASE("each envelope that is left out is counted once, under its reason", "[cli][export]") {
    using enum records::LeftOut;
    Server server;
    server.add({.interview = id('1')});
    server.add({.interview = id('2'), .status = "quarantined"});
    server.add({.interview = id('a'), .status = "withdrawn"});
    server.add({.interview = id('3'), .signedByOther = true});
    server.add({.interview = id('b'), .listedAs = id('c')});
    server.add({.interview = id('4'), .forOther = true});
    server.add({.interview = id('5'), .formHash = "f1"});
    server.add({.interview = id('6'), .openGroup = "coffee"});
    server.add({.interview = id('7'), .outcome = "broken_off"});
    server.add({.interview = id('d'), .outcome = "not_eligible"});
    server.add({.interview = id('8'), .consent = "0"});
    server.add({.interview = id('9'), .consent = "</consent>"});
    server.add({.interview = id('e'), .review = "received"});
    server.add({.interview = id('f'), .review = "rejected"});
    server.add({.interview = "a" + id('1').substr(1), .review = "has_issues"});
    server.add({.interview = "b" + id('1').substr(1), .duplicateOf = id('1')});
    const auto got = need(server.fetch());
    CHECK(got.records.size() == 1);
    CHECK(got.cleaning.received == 16);
    for (const auto one : {Quarantined, Withdrawn, OtherKey, OtherForm, BrokenOff, NotEligible, NoConsent, NotReviewed,
                           Rejected, HasIssues, Duplicate, BadRecord, Inconsistent})
        CHECK(got.cleaning[one] == 1);
    CHECK(got.cleaning[BadSignature] == 2);
    checkSum(got);
}

TEST_CASE("an interview without the question of consent, or of no city or group of the study, is left out",
          "[cli][export]") {
    Server server;
    server.study.cities = {{"HBR", "Harbour", {}}};
    server.study.groups = {{"tea", {}}};
    server.add({.interview = id('1')});
    CHECK(need(server.fetch()).cleaning[records::LeftOut::UnknownCity] == 1); // the record names none
    server.study.cities.clear();
    server.add({.interview = id('2'), .openGroup = "milk", .sealedGroup = "milk"});
    const auto got = need(server.fetch());
    CHECK(got.records.size() == 1);
    CHECK(got.cleaning[records::LeftOut::UnknownGroup] == 1);
    server.study.cleaning.consent = "permission"; // a question that the records do not have
    const auto none = need(server.fetch());
    CHECK(none.records.empty());
    CHECK(none.cleaning[records::LeftOut::NoConsent] == 2);
    checkSum(none);
}

TEST_CASE("a custom outcome of the form is not complete, and cannot be requested", "[cli][export]") {
    Server server;
    server.add({.outcome = "done"});
    auto plan = server.plan();
    plan.include = {"received", "has_issues", "broken_off", "not_eligible"};
    const auto got = need(server.fetch(plan));
    CHECK(got.cleaning[records::LeftOut::NotComplete] == 1);
    checkSum(got);
}

TEST_CASE("what is included beyond approved complete interviews must be named", "[cli][export]") {
    Server server;
    server.add({.interview = id('1'), .review = "received"});
    server.add({.interview = id('2'), .review = "has_issues"});
    server.add({.interview = id('3'), .outcome = "broken_off"});
    server.add({.interview = id('4'), .outcome = "not_eligible"});
    server.add({.interview = id('5'), .review = "rejected"});
    CHECK(need(server.fetch()).records.empty());
    auto plan = server.plan();
    plan.include = {"received", "has_issues", "broken_off", "not_eligible"};
    const auto got = need(server.fetch(plan));
    CHECK(got.records.size() == 4);
    CHECK(got.records[2].outcome == "broken_off");
    checkSum(got);
}

TEST_CASE("an interview that was broken off after its form called it complete is broken off, not inconsistent",
          "[cli][export]") {
    Server server;
    server.add({.outcome = "broken_off", .openOutcome = "broken_off"});
    server.add({.interview = id('2'), .outcome = "broken_off", .openOutcome = "complete"});
    server.add({.interview = id('3'), .openOutcome = "broken_off"});
    const auto got = need(server.fetch());
    CHECK(got.cleaning[records::LeftOut::BrokenOff] == 1);
    CHECK(got.cleaning[records::LeftOut::Inconsistent] == 2);
}

TEST_CASE("the question of consent and its yes are those of the study", "[cli][export]") {
    Server server;
    server.add({.consent = "sure"});
    CHECK(need(server.fetch()).cleaning[records::LeftOut::NoConsent] == 1);
    server.study.cleaning.consentValues = {"sure"};
    CHECK(need(server.fetch()).records.size() == 1);
}

TEST_CASE("an interview without a usable weight is counted, and stays without one", "[cli][export]") {
    Server server;
    server.add({.interview = id('1')});
    server.add({.interview = id('2'), .weight = ""});
    server.add({.interview = id('3'), .weight = "0"});
    server.add({.interview = id('4'), .weight = "heavy"});
    const auto got = need(server.fetch());
    CHECK(got.records.size() == 4);
    CHECK(got.cleaning.withoutWeight == 3);
}

TEST_CASE("a tablet whose key the server exchanges is left out from then on", "[cli][export]") {
    const peil_test::TemporaryFolder folder;
    const auto file = folder.path() / "tablets";
    Server server;
    server.add({});
    {
        auto pins = need(records::DevicePins::open(file));
        auto plan = server.plan();
        plan.pins = &pins;
        CHECK(need(server.fetch(plan)).records.size() == 1);
        CHECK(pins.added() == 1);
        need(pins.save());
    }
    auto text = need(readTextFile(file, 4096));
    text.replace(text.find(' ') + 1, 1, text[text.find(' ') + 1] == '0' ? "1" : "0");
    need(writeFileDurably(file, bytesOf(text)));
    auto pins = need(records::DevicePins::open(file));
    auto plan = server.plan();
    plan.pins = &pins;
    const auto got = need(server.fetch(plan));
    CHECK(got.records.empty());
    CHECK(got.cleaning[records::LeftOut::OtherDevice] == 1);
    CHECK(pins.added() == 0);
    need(writeFileDurably(file, bytesOf("one two three\n")));
    CHECK(records::DevicePins::open(file).error().code == records::RecordsErrc::BadInput);
}

TEST_CASE("a frozen version takes its own envelopes, however they were reviewed since", "[cli][export]") {
    Server server;
    server.add({.interview = id('1'), .review = "rejected"});
    server.add({.interview = id('2')});
    const std::set<std::string> frozen{server.hashOf(0)};
    auto plan = server.plan();
    plan.only = &frozen;
    const auto got = need(server.fetch(plan));
    REQUIRE(got.records.size() == 1);
    CHECK(got.records[0].interview.text() == id('1'));
    checkSum(got);
    const std::set<std::string> gone{server.hashOf(0), std::string(64, '0')};
    plan.only = &gone;
    const auto failed = server.fetch(plan);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == records::RecordsErrc::BadInput);
    CHECK(failed.error().context.find("1 of the 2 interviews") != std::string::npos);
}

TEST_CASE("fetching can be stopped at every step", "[cli][export]") {
    Server server;
    server.add({.interview = id('1')});
    server.add({.interview = id('2')});
    for (int steps = 0;; ++steps) {
        auto plan = server.plan();
        plan.progress = [left = steps](double) mutable { return left-- > 0; };
        const auto got = server.fetch(plan);
        if (got) {
            CHECK(steps == 5); // three pages and two interviews
            break;
        }
        CHECK((got.error().code == records::RecordsErrc::Cancelled || got.error().code == cli::CliErrc::Stopped));
    }
}

TEST_CASE("a key that opens none of the interviews is an error, as is a list that makes no sense", "[cli][export]") {
    Server sealedForOthers;
    sealedForOthers.add({.forOther = true});
    const auto none = sealedForOthers.fetch();
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == protocol::ProtocolErrc::NotForThisKey);
    const auto circle = fetchAndJudge(
        [](const std::string&) -> Result<boost::json::value> {
            return boost::json::value{{"envelopes", boost::json::array{boost::json::object{{"status", "withdrawn"}}}},
                                      {"next", 0}};
        },
        sealedForOthers.plan());
    REQUIRE_FALSE(circle.has_value());
    CHECK(circle.error().code == cli::CliErrc::ServerFailed);
    CHECK(need(Server().fetch()).records.empty());
}

TEST_CASE("what is no envelope or no record is left out and named, and stops nothing", "[cli][export]") {
    Server server;
    server.add({.interview = id('1')});
    server.addText("not base64!");
    server.addText("AAAA");
    server.add({.interview = id('2'), .consent = "</consent>"});
    std::string deep;
    for (int i = 0; i < 40'000; ++i)
        deep += "<a>";
    for (int i = 0; i < 40'000; ++i)
        deep += "</a>";
    server.add({.interview = id('3'), .consent = deep});
    server.add({.interview = id('4'), .consent = "1</consent><" + std::string(9000, 'n') + "/><consent>"});
    const auto got = need(server.fetch());
    CHECK(got.records.size() == 1);
    CHECK(got.cleaning[records::LeftOut::BadRecord] == 5);
    REQUIRE(got.cleaning.odd.size() == 5);
    CHECK(got.cleaning.odd[2].interview == id('2'));
    CHECK(got.cleaning.odd[3].reason == records::LeftOut::BadRecord);
    checkSum(got);
}

TEST_CASE("a revision by another tablet is left out, unless that one was named in the first one's place",
          "[cli][export]") {
    Server server;
    server.add({.interview = id('1')});
    server.add({.interview = id('1'), .revision = 2, .device = "33333333-3333-4333-8333-333333333333"});
    auto got = need(server.fetch());
    REQUIRE(got.records.size() == 1);
    CHECK(got.records[0].revision == 1);
    CHECK(got.cleaning[records::LeftOut::NotOwner] == 1);
    CHECK(got.cleaning.odd.at(0).device == "33333333-3333-4333-8333-333333333333");
    checkSum(got);
    server.successor = "33333333-3333-4333-8333-333333333333";
    got = need(server.fetch());
    REQUIRE(got.records.size() == 1);
    CHECK(got.records[0].revision == 2);
    checkSum(got);
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
    const std::vector<records::CleanRecord> records{recordOf(
        "one", "complete",
        R"(<data xmlns:peil="urn:peil:1"><cups peil:reason="refused"/><pot><leaves>green</leaves></pot><pot><leaves>black</leaves></pot></data>)",
        *parsed.form)};
    const auto tables = need(dataset::makeTables({*parsed.form, xform, "v", "2030-01-01", {{{"en", "Tea"}}}}, records));
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

TEST_CASE("after the last answer of an interview that was broken off, questions are broken off", "[cli][export]") {
    const std::string xform =
        R"XML(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Tea</h:title>
<model><instance><data id="tea"><cups/><sugar/><milk/><outcome/><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/cups" type="int"/><bind nodeset="/data/sugar" type="string"/><bind nodeset="/data/milk" type="string"/><bind nodeset="/data/outcome" type="string" calculate="'complete'"/></model></h:head>
<h:body><input ref="/data/cups"><label>Cups</label></input><input ref="/data/sugar"><label>Sugar</label></input><input ref="/data/milk"><label>Milk</label></input></h:body></h:html>)XML";
    const auto parsed = forms::FormDefinition::parse(xform);
    REQUIRE(parsed.form);
    const auto xml = [](const std::string& inside) {
        return "<data xmlns:peil=\"urn:peil:1\">" + inside + "<outcome>complete</outcome></data>";
    };
    const std::vector<records::CleanRecord> records{
        recordOf("one", "broken_off",
                 xml("<cups peil:reason=\"skipped\"/><sugar peil:reason=\"refused\"/><milk peil:reason=\"skipped\"/>"),
                 *parsed.form),
        recordOf("two", "broken_off", xml("<cups>3</cups>"), *parsed.form),
        recordOf("three", "complete", xml("<cups>3</cups><milk peil:reason=\"skipped\"/>"), *parsed.form)};
    const auto tables = need(dataset::makeTables({*parsed.form, xform, "v", "2030-01-01", {}}, records));
    auto& main = tables->tables[0];
    using enum exports::MissingReason;
    exports::Row row;
    const auto next = [&] {
        REQUIRE(need(main.next(row)));
        return std::vector{row.cells[0].missing, row.cells[1].missing, row.cells[2].missing};
    };
    CHECK(next() == std::vector{Skipped, Refused, BrokenOff});
    CHECK(row.cells[3].text == "broken_off");
    CHECK(next() == std::vector{None, BrokenOff, BrokenOff});
    CHECK(next() == std::vector{None, NotRelevant, Skipped});
    CHECK(row.cells[3].text == "complete");
}
