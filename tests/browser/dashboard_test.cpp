// SPDX-License-Identifier: Apache-2.0
// Fills a server with the model study's interviews and lets dashboard.mjs look at it. With PEIL_SCREENSHOTS set to a
// folder, the pages are also left there as PNG.
#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil_test/result.h"
#include "server_under_test.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <map>
#include <utility>

using namespace integration;
using peil_test::need;

namespace {

constexpr std::string_view kPassword = "correct horse battery";

void addUser(const ServerUnderTest& server, std::string_view name, std::string_view role, std::string_view city) {
    const boost::json::object user{{"name", name}, {"password", kPassword}, {"role", role}, {"city", city}};
    REQUIRE(server
                .admin({.method = "POST",
                        .path = "/admin/users",
                        .body = boost::json::serialize(user),
                        .type = "application/json",
                        .fields = {}})
                .status == 201);
}

/// Answers of one row that the server may read.
peil::protocol::BatchItem interviewOf(TestTablet& tablet, const peil::CsvTable& table, std::size_t row) {
    std::vector<peil::protocol::OpenField> open;
    for (const auto* name : {"city", "site", "group", "week", "in_care", "crack_use", "weight"})
        open.push_back({name, std::string(table.cell(row, *table.column(name))), ""});
    return tablet.interview(std::move(open));
}

/// Three people refused, one has an appointment, and an interview was opened by mistake.
std::vector<peil::protocol::BatchItem> contactLog(TestTablet& tablet, const std::string& site) {
    using peil::protocol::ItemKind;
    std::vector<peil::protocol::BatchItem> items;
    for (const auto* outcome : {"refused", "refused", "refused", "appointment"})
        items.push_back(tablet.openItem(
            ItemKind::Contact, {{"site", site}, {"date", "2023-07-03"}, {"slot", "evening"}, {"outcome", outcome}}));
    items.push_back(
        tablet.openItem(ItemKind::Discard, {{"site", site}, {"date", "2023-07-03"}, {"reason", "mistake"}}));
    return items;
}

void sendInterviews(const ServerUnderTest& server, const TestStudy& study) {
    const auto table =
        need(peil::parseCsv(need(peil::readTextFile(PEIL_TEST_DATA "/opaak/synthetic.csv", 10'000'000))));
    std::map<std::string, std::vector<std::size_t>> byCity;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        byCity[std::string(table.cell(row, *table.column("city_code")))].push_back(row);
    std::uint64_t seed = 1;
    for (const auto& [city, rows] : byCity) {
        auto tablet = server.enrolled(study, city, seed++);
        auto client = server.clientOf(tablet);
        std::vector<peil::protocol::BatchItem> items;
        for (const auto row : rows) {
            items.push_back(interviewOf(tablet, table, row));
            if (items.size() < peil::protocol::kMaxBatchItems && row != rows.back()) continue;
            REQUIRE(client.send(tablet.batch(std::exchange(items, {}))).status == 200);
        }
        if (city == "HEE") REQUIRE(client.send(tablet.batch(contactLog(tablet, city + "-01"))).status == 200);
    }
}

std::string script(const std::string& name) {
    return PEIL_SOURCE_DIR "/tests/browser/" + name;
}

} // namespace

TEST_CASE("the dashboard shows each role what it may see, in every language and by keyboard alone", "[browser]") {
    const ServerUnderTest server;
    const TestStudy study(need(peil::readTextFile(PEIL_SOURCE_DIR "/shared/studies/opaak/study.toml", 1'000'000)));
    server.publish(study);
    REQUIRE(
        server
            .admin({.method = "POST",
                    .path = "/admin/benchmark",
                    .body = need(peil::readTextFile(PEIL_SOURCE_DIR "/shared/studies/opaak/benchmark.csv", 1'000'000)),
                    .type = "text/csv",
                    .fields = {}})
            .status == 200);
    addUser(server, "researcher", "researcher", "");
    addUser(server, "national", "national_coordinator", "");
    addUser(server, "admin", "administrator", "");
    addUser(server, "officer", "data_protection_officer", "");
    addUser(server, "heerlen", "city_coordinator", "HEE");
    addUser(server, "<img src=x onerror=window.planted=1>", "researcher", "");
    sendInterviews(server, study);

    const auto run =
        peil_test::runProgram({"node", script("dashboard.mjs"), server.dashboardAddress(), std::string(kPassword)});
    INFO(run.output << run.errors);
    REQUIRE(run.status == 0);
    if (const char* folder = std::getenv("PEIL_SCREENSHOTS"); folder != nullptr) {
        const auto shots = peil_test::runProgram(
            {"node", script("screenshots.mjs"), server.dashboardAddress(), "national", std::string(kPassword), folder});
        INFO(shots.errors);
        REQUIRE(shots.status == 0);
    }
}
