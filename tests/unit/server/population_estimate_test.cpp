// SPDX-License-Identifier: Apache-2.0
#include "services/population_estimate.h"

#include "peil/analysis/estimate_json.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "server_fixture.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

using namespace server_test;

namespace {

/// Received interviews of one city and group with the weight given; every second one is in care.
void fill(ServerFixture& fixture, const std::vector<std::string>& weights) {
    need(fixture.studies->setBenchmark(integration::kBenchmark, {}, "root"));
    for (std::size_t i = 0; i < weights.size(); ++i)
        fixture.openTable.add({InterviewId("i" + std::to_string(i)),
                               1,
                               DeviceId("d"),
                               "complete",
                               {{"city", "Amsterdam", ""},
                                {"site", "AMS-0" + std::to_string(i % 3), ""},
                                {"group", "opioid", ""},
                                {"in_care", i % 2 == 0 ? "1" : "0", ""},
                                {"weight", weights[i], ""}}});
}

services::PopulationEstimate estimateOf(const std::vector<std::string>& weights) {
    ServerFixture fixture;
    const integration::TestStudy study;
    fixture.publish(study);
    fill(fixture, weights);
    return need(services::estimatePopulation(fixture.openTable, *fixture.studies, *fixture.repository));
}

} // namespace

TEST_CASE("an interview without a weight has no part in the weighted estimate", "[server][estimate]") {
    // In care: rows 0, 2, 4. Weighted share 2 + 1 of 2 + 1 + 1 + 1, without row 4, which has no weight.
    const auto estimate = estimateOf({"2", "1", "1", "1", "", "heavy"});
    CHECK(estimate.interviews == 6);
    CHECK(estimate.withoutWeight == 2);
    REQUIRE(estimate.groups.size() == 1);
    CHECK(estimate.groups[0].result.headline().n == 6);
    REQUIRE(estimate.groups[0].weighted);
    CHECK(estimate.groups[0].weighted->n == 4);
    CHECK(estimate.groups[0].weighted->p == 0.6);
}

TEST_CASE("the running estimate uses a design effect of at least 1 and also gives the interval without this minimum",
          "[server][estimate]") {
    // In care are 2 of 4, 1 of 3 and 2 of 3: the sites differ less than by chance.
    const auto estimate = estimateOf(std::vector<std::string>(10, ""));
    REQUIRE(estimate.groups.size() == 1);
    const auto& group = estimate.groups[0];
    REQUIRE(group.result.uncapped());
    const auto &capped = group.result.headline(), &uncapped = group.result.uncapped()->estimate;
    CHECK(capped.method == estimation::DesignMethod::LogitCapped);
    CHECK(*capped.deff < 1);
    CHECK(*capped.deffUsed == 1);
    CHECK(analysis::isCapped(capped));
    CHECK(uncapped.method == estimation::DesignMethod::Logit);
    CHECK(uncapped.lower > capped.lower);
    CHECK(*uncapped.upper < *capped.upper);
}

TEST_CASE("the running estimate uses the interviews that count, and reports the others", "[server][estimate]") {
    ServerFixture fixture;
    const integration::TestStudy study;
    fixture.publish(study);
    fill(fixture, std::vector<std::string>(6, "1"));
    fixture.openTable.judge(InterviewId("i0"), {1, repository::ReviewState::Rejected});
    fixture.openTable.judge(InterviewId("i2"), {1, repository::ReviewState::Approved, true});
    fixture.openTable.judge(InterviewId("i3"), {1, repository::ReviewState::HasIssues});
    fixture.openTable.remove(InterviewId("i5"), "AMS");
    const auto estimate = need(services::estimatePopulation(fixture.openTable, *fixture.studies, *fixture.repository));
    CHECK(estimate.interviews == 3);
    CHECK(estimate.notCounted[study::NotCounted::Rejected] == 1);
    CHECK(estimate.notCounted[study::NotCounted::Duplicate] == 1);
    CHECK(estimate.notCounted[study::NotCounted::Withdrawn] == 1);
    REQUIRE(estimate.groups.size() == 1);
    CHECK(estimate.groups[0].result.headline().n == 3);
    CHECK(estimate.groups[0].result.headline().x == 1); // i4; i0 and i2 do not count
}

TEST_CASE("equal weights, and none at all, give no weighted estimate", "[server][estimate]") {
    for (const auto* weight : {"", "2"}) {
        const auto estimate = estimateOf(std::vector<std::string>(6, weight));
        CHECK_FALSE(estimate.groups[0].weighted);
        CHECK(estimate.withoutWeight == 0);
    }
}

namespace {

struct Met {
    std::string city, group, inCare, outcome = "complete";
};

services::PopulationEstimate estimateOf(const std::vector<Met>& people, std::string_view benchmark,
                                        const services::BenchmarkAsked& asked = {}) {
    ServerFixture fixture;
    const integration::TestStudy study;
    fixture.publish(study);
    need(fixture.studies->setBenchmark(benchmark, asked, "root"));
    int number = 0;
    for (const auto& one : people) {
        const auto id = std::to_string(++number);
        fixture.openTable.add({InterviewId("i" + id),
                               1,
                               DeviceId("d"),
                               one.outcome,
                               {{"city", one.city, ""},
                                {"site", one.city + "-" + id, ""},
                                {"group", one.group, ""},
                                {"in_care", one.inCare, ""}}});
    }
    return need(services::estimatePopulation(fixture.openTable, *fixture.studies, *fixture.repository));
}

/// Every figure of an estimate, and its own warnings.
boost::json::object figuresOf(const estimation::MultiplierEstimate& estimate) {
    analysis::GroupResult group;
    group.methods.push_back({"weighted", analysis::MethodKind::Design, estimate});
    group.warnings = estimate.warnings;
    return analysis::groupJson(group);
}

std::string lost(const analysis::RowAccount& rows) {
    std::string words;
    std::size_t sum = rows.used;
    for (const auto& one : rows.unused) {
        words += std::string(idOf(one.reason)) + " " + one.value + (one.probably.empty() ? "" : "=" + one.probably) +
                 " " + std::to_string(one.rows) + "; ";
        sum += one.rows;
    }
    CHECK(sum == rows.read);
    return words;
}

constexpr std::string_view kStated = "group,area,count,register,year,definition,deduplicated\n"
                                     "opioid,Netherlands,800,LADIS,2023,weekly,yes\n"
                                     "opioid,Amsterdam,300,LADIS,2023,weekly,yes\n"
                                     "crack_only,Netherlands,500,LADIS,2023,daily,\n"
                                     "crack_only,Amsterdam,200,LADIS,2023,daily,\n";

} // namespace

TEST_CASE("the estimate names register, area, year and definition, and how much lies outside the cities",
          "[server][estimate]") {
    const std::vector<Met> people{{"Amsterdam", "opioid", "1"}, {"Amsterdam", "opioid", "0"}};
    const auto estimate = estimateOf(people, kStated);
    REQUIRE(estimate.registerFacts);
    CHECK(estimate.registerFacts->registerName == "LADIS");
    CHECK(estimate.registerFacts->area == "Netherlands");
    CHECK(estimate.registerFacts->year == "2023");
    REQUIRE(estimate.groups.size() == 1);
    CHECK(estimate.groups[0].benchmark.definition == "weekly");
    CHECK(estimate.groups[0].benchmark.deduplicated == "yes");
    REQUIRE(estimate.groups[0].result.outside);
    CHECK(estimate.groups[0].result.outside->share == 0.625);
    const auto& warnings = estimate.groups[0].result.warnings;
    CHECK(std::ranges::find(warnings, estimation::Warning{estimation::WarningKind::BeyondSample, "62.5%"}) !=
          warnings.end());
    REQUIRE(estimate.groupsWithoutPeople.size() == 1);
    CHECK(estimate.groupsWithoutPeople[0].value == "crack_only");
    CHECK(estimate.groupsWithoutPeople[0].people == 500);
}

TEST_CASE("every interview that the estimate does not use is counted with its reason", "[server][estimate]") {
    const std::vector<Met> people{{"Amsterdam", "opioid", "1"},   {"Amsterdam", "opioid", "0"},
                                  {"Amsterdam", "opioid", ""},    {"Amsterdam", "Opioid", "1"},
                                  {"Amsterdam", "", "1"},         {"Amsterdam", "", "", "broken_off"},
                                  {"Amsterdam", "tea", "1"},      {"Amsterdam", "", "", "not_eligible"},
                                  {"Amsterdam", "crack_only", ""}};
    const auto estimate = estimateOf(people, "group,area,count\nopioid,Netherlands,800\n");
    CHECK(estimate.rows.read == 9);
    CHECK(estimate.rows.used == 2);
    CHECK(lost(estimate.rows) ==
          "does_not_count broken_off 1; does_not_count not_eligible 1; no_group  1; unknown_group Opioid=opioid 1; "
          "unknown_group crack_only 1; unknown_group tea 1; no_answer opioid 1; ");
    CHECK_FALSE(estimate.groups[0].result.outside);
    CHECK(estimate.registerFacts->registerName.empty());
}

TEST_CASE("a register of one city takes the interviews of that city alone", "[server][estimate]") {
    const std::vector<Met> people{{"Amsterdam", "opioid", "1"},
                                  {"Amsterdam", "opioid", "0"},
                                  {"Heerlen", "opioid", "1"},
                                  {"Heerlen", "opioid", "1"},
                                  {"Heerlen", "crack_only", "1"}};
    const auto estimate = estimateOf(people, kStated, {"Amsterdam", "", ""});
    REQUIRE(estimate.groups.size() == 1);
    CHECK(estimate.groups[0].result.headline().N == 600);
    CHECK(lost(estimate.rows) == "outside_area opioid 2; outside_area crack_only 1; ");
    CHECK(estimate.groupsWithoutPeople.size() == 1);
}

TEST_CASE("the running estimate and peil estimate give the same figures from the same interviews",
          "[server][estimate]") {
    const std::filesystem::path data = PEIL_TEST_DATA "/opaak";
    const auto people = need(analysis::readTable(data / "synthetic.csv"));
    ServerFixture fixture;
    const integration::TestStudy study(
        need(readTextFile(PEIL_SOURCE_DIR "/shared/studies/opaak/study.toml", 1U << 20U)));
    fixture.publish(study);
    need(fixture.studies->setBenchmark(need(readTextFile(data / "benchmark.csv", 1U << 20U)), {}, "root"));
    const std::vector<std::string> columns{"city", "site", "group", "in_care", "crack_use", "weight"};
    auto csv = join(columns, ",") + "\n"; // of what the server sees, so that both make the same checks
    for (std::size_t row = 0; row < people.table.rows.size(); ++row) {
        std::vector<repository::OpenAnswer> open{{"consent", "1", ""}};
        std::vector<std::string> cells;
        for (const auto& name : columns) {
            cells.emplace_back(people.table.cell(row, need(analysis::findColumn(people, name))));
            open.push_back({name, cells.back(), ""});
        }
        csv += join(cells, ",") + "\n";
        fixture.openTable.add(
            {InterviewId("i" + std::to_string(10'000 + row)), 1, DeviceId("d"), "complete", std::move(open)});
    }
    const auto running = need(services::estimatePopulation(fixture.openTable, *fixture.studies, *fixture.repository));
    CHECK(running.interviews == people.table.rows.size());

    analysis::AnalysisOptions options;
    options.data = fixture.folder.path() / "people.csv";
    std::ofstream(options.data) << csv;
    options.benchmark = data / "benchmark.csv";
    options.columns.strata = "city";
    options.columns.cluster = "site";
    options.columns.trait = "crack_use";
    options.methods.emplace_back(services::kBinomialMethod);
    const auto plain = need(analysis::estimateGroups(options, need(analysis::readEstimateInput(options))));
    REQUIRE(running.groups.size() == plain.groups.size());
    options.columns.weight = "weight";
    const auto weighted = need(analysis::estimateGroups(options, need(analysis::readEstimateInput(options))));
    for (std::size_t i = 0; i < plain.groups.size(); ++i) {
        INFO(plain.groups[i].group);
        const auto group =
            std::ranges::find(running.groups, plain.groups[i].group, [](const auto& one) { return one.result.group; });
        REQUIRE(group != running.groups.end());
        CHECK(analysis::groupJson(group->result) == analysis::groupJson(plain.groups[i]));
        REQUIRE(group->weighted);
        CHECK(figuresOf(*group->weighted) == figuresOf(weighted.groups[i].headline()));
    }
    REQUIRE(running.derived);
    REQUIRE(plain.derived);
    for (std::size_t i = 0; i < estimation::kDerivedSizes; ++i) {
        CHECK(running.derived->sizes[i].N == plain.derived->sizes[i].N);
        CHECK(running.derived->sizes[i].interval.lower() == plain.derived->sizes[i].interval.lower());
        CHECK(running.derived->sizes[i].interval.upper() == plain.derived->sizes[i].interval.upper());
    }
}
