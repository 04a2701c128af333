// SPDX-License-Identifier: Apache-2.0
// One definition of what counts: quotas, running estimate, tablets, list of interviews and export name the same ones.
#include "export_desk.h"

#include "peil/base/csv.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <map>
#include <set>

using namespace integration;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

const std::string kStudy = R"toml(id = "harbour-2030"
title = { nl = "Thee", en = "Tea" }
starts_on = 2030-01-07
ends_on = 2030-06-30
[[city]]
code = "AMS"
name = "Amsterdam"
[[city.site]]
code = "AMS-01"
type = "drop_in"
name = "Drop-in"
[[group]]
id = "tea"
label = "Tea"
[[quota]]
city = "AMS"
group = "tea"
target = 20
[cleaning]
consent_values = ["1"]
[[rule]]
id = "weighted"
label = "Has a weight"
check = "${weight} >= 0.5"
)toml";

const std::string kForm =
    R"XML(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:peil="urn:peil:1"><h:head><h:title>Tea</h:title>
<model><instance><data id="tea"><consent/><city/><site/><week/><group/><in_care/><crack_use/><weight/><outcome/><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/consent" type="string" peil:class="quota"/>
<bind nodeset="/data/city" type="string" peil:class="quota"/><bind nodeset="/data/site" type="string" peil:class="quota"/><bind nodeset="/data/week" type="int" peil:class="quota"/>
<bind nodeset="/data/group" type="string" peil:class="quota"/><bind nodeset="/data/in_care" type="string" peil:class="estimate"/>
<bind nodeset="/data/crack_use" type="string" peil:class="estimate"/><bind nodeset="/data/weight" type="decimal" peil:class="estimate"/>
<bind nodeset="/data/outcome" type="string" peil:class="quota"/></model></h:head>
<h:body><select1 ref="/data/consent"><label>Take part?</label><item><label>Yes</label><value>1</value></item><item><label>No</label><value>0</value></item></select1></h:body></h:html>)XML";

struct Told {
    std::string outcome = "complete", consent = "1", city = "Amsterdam", group = "tea", weight = "1.5", inCare = "1";
};

peil::protocol::BatchItem interviewOf(TestTablet& tablet, const Told& told) {
    std::vector<peil::protocol::OpenField> open;
    std::string record = "<data>";
    const auto add = [&](const std::string& name, const std::string& value) {
        record += "<" + name + ">" + value + "</" + name + ">";
        open.push_back({name, value, ""});
    };
    add("consent", told.consent);
    add("city", told.city);
    add("site", "AMS-01");
    add("week", "2");
    add("group", told.group);
    add("in_care", told.inCare);
    add("crack_use", "0");
    add("weight", told.weight);
    add("outcome", told.outcome);
    return tablet.interview(std::move(open), told.outcome, record + "</data>");
}

/// One interview of each kind on a running server.
class Harbour {
public:
    enum Kind {
        Fine,
        Flagged,
        Rejected,
        Duplicate,
        Withdrawn,
        BrokenOff,
        NotEligible,
        NoConsent,
        BadRule,
        NoCity,
        NoGroup,
        Kinds
    };
    Harbour()
        : m_desk(kStudy, kForm) {
        REQUIRE(m_desk.server()
                    .admin({.method = "POST",
                            .path = "/admin/benchmark",
                            .body = "group,area,count\ntea,Netherlands,100\n",
                            .type = "text/csv",
                            .fields = {}})
                    .status == 200);
        std::vector<Told> told(Kinds);
        told[Flagged].inCare = "0";
        told[BrokenOff].outcome = "broken_off";
        told[NotEligible] = {.outcome = "not_eligible", .group = "not_eligible"};
        told[NoConsent].consent = "0";
        told[BadRule].weight = "0.25";
        told[NoCity].city.clear();
        told[NoGroup].group = "milk";
        std::vector<peil::protocol::BatchItem> items;
        for (const auto& one : told) {
            items.push_back(interviewOf(m_desk.tablet(), one));
            m_ids.push_back(items.back().interview.text());
        }
        m_desk.send(items);
    }
    [[nodiscard]] ExportDesk& desk() { return m_desk; }
    [[nodiscard]] const std::string& id(Kind kind) const { return m_ids[kind]; }
    [[nodiscard]] boost::json::value admin(const std::string& path) const {
        return m_desk.server().admin({.path = path}).json();
    }
    [[nodiscard]] std::int64_t achieved() const {
        return admin("/admin/quotas").at("cells").at(0).at("achieved").as_int64();
    }
    void judge(const std::vector<std::string>& words) const {
        const auto run = m_desk.peil(words);
        INFO(run.errors);
        REQUIRE(run.status == 0);
    }

private:
    ExportDesk m_desk;
    std::vector<std::string> m_ids;
};

/// reason -> number of a list of {reason, count}.
std::map<std::string, std::int64_t> byReason(const boost::json::value& answer) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& row : answer.at("notCounted").as_array())
        counts[std::string(row.at("reason").as_string())] += row.at("count").as_int64();
    return counts;
}

} // namespace

TEST_CASE("quotas follow a review and a withdrawal at once, on server and tablet, and after a restart",
          "[integration][counting]") {
    Harbour harbour;
    CHECK(harbour.achieved() == 5); // fine, and the four that nobody has judged yet
    harbour.judge({"review", "flag", harbour.id(Harbour::Flagged), "--by", "anna"});
    CHECK(harbour.achieved() == 5);
    harbour.judge({"review", "reject", harbour.id(Harbour::Rejected), "--by", "anna"});
    CHECK(harbour.achieved() == 4);
    harbour.judge(
        {"review", "duplicate", harbour.id(Harbour::Duplicate), "--of", harbour.id(Harbour::Fine), "--by", "anna"});
    CHECK(harbour.achieved() == 3);
    harbour.judge({"withdraw", harbour.id(Harbour::Withdrawn), "--note", "asked for it", "--by", "bea"});
    CHECK(harbour.achieved() == 2);
    const auto manifest = [&] {
        auto client = harbour.desk().server().clientOf(harbour.desk().tablet());
        return need(peil::protocol::decodeManifest(client.send({.path = "/v1/manifest"}).body));
    };
    CHECK(manifest().quotas == std::vector<peil::protocol::QuotaCell>{{"AMS", "tea", 20, 2}});
    const auto before = harbour.admin("/admin/quotas");
    REQUIRE(harbour.desk().server().stop() == 0);
    harbour.desk().server().start();
    CHECK(harbour.admin("/admin/quotas") == before);
    CHECK(manifest().notCounted.size() == 8); // all but the one in no city of the study
    harbour.judge({"review", "reopen", harbour.id(Harbour::Rejected), "--by", "anna"});
    CHECK(harbour.achieved() == 3);
}

TEST_CASE("quotas, estimate, list and export agree on which interviews count, and name the others by one reason",
          "[integration][counting]") {
    Harbour harbour;
    harbour.judge({"review", "approve", "--all", "--by", "anna"});
    harbour.judge({"review", "flag", harbour.id(Harbour::Flagged), "--by", "anna"});
    harbour.judge({"review", "reject", harbour.id(Harbour::Rejected), "--by", "anna"});
    harbour.judge(
        {"review", "duplicate", harbour.id(Harbour::Duplicate), "--of", harbour.id(Harbour::Fine), "--by", "anna"});
    harbour.judge({"withdraw", harbour.id(Harbour::Withdrawn), "--by", "bea"});
    const std::map<std::string, std::int64_t> reasons{{"rejected", 1},    {"duplicate", 1},    {"withdrawn", 1},
                                                      {"broken_off", 1},  {"not_eligible", 1}, {"no_consent", 1},
                                                      {"broken_rule", 1}, {"unknown_city", 1}, {"unknown_group", 1}};
    const std::set<std::string> counted{harbour.id(Harbour::Fine), harbour.id(Harbour::Flagged)};

    const auto quotas = harbour.admin("/admin/quotas");
    CHECK(quotas.at("received") == 11);
    CHECK(quotas.at("counted") == 2);
    CHECK(byReason(quotas) == reasons);
    CHECK(quotas.at("leftToExport").as_array().empty());
    const auto estimate = harbour.admin("/admin/estimate");
    CHECK(estimate.at("interviews") == 2);
    CHECK(estimate.at("groups").at(0).at("n") == 2);
    CHECK(byReason(estimate) == reasons);
    std::set<std::string> listed;
    const auto interviews = harbour.admin("/admin/interviews");
    for (const auto& row : interviews.at("interviews").as_array())
        if (row.at("notCounted").is_null()) listed.emplace(row.at("interview").as_string());
    CHECK(listed == counted);

    const auto run = harbour.desk().exportTo("out", {"--include", "has_issues", "--disclosure", "report"});
    INFO(run.errors << run.output);
    REQUIRE(run.status == 0);
    const auto table = need(peil::parseCsv(harbour.desk().read("out/tea.csv")));
    const auto key = need(table.requireColumn("KEY", "tea.csv"));
    std::set<std::string> exported;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        exported.emplace(table.cell(row, key).substr(5)); // "uuid:…"
    CHECK(exported == counted);
    const auto left = boost::json::parse(harbour.desk().read("out/manifest.json")).at("left_out");
    for (const auto& [reason, count] : reasons) {
        INFO(reason);
        CHECK(left.at(reason) == count);
    }
    // Without --include the flagged one waits for its review: that is the export's own, stricter wish.
    REQUIRE(harbour.desk().exportTo("strict", {"--disclosure", "report"}).status == 0);
    CHECK(boost::json::parse(harbour.desk().read("strict/manifest.json")).at("left_out").at("has_issues") == 1);
    const auto said = harbour.desk().peil({"quotas"});
    CHECK_THAT(said.output, ContainsSubstring("2 of 20") && ContainsSubstring("1 (Rejected in review)") &&
                                ContainsSubstring("1 (Without consent)"));
}
