// SPDX-License-Identifier: Apache-2.0
#include "peil/export/suppression.h"

#include "people.h"

#include <numeric>

using namespace peil;
using namespace peil::exports;
using peil::exports::test::People;
using peil::exports::test::rowsOf;

namespace {

const DisclosureRules kRules{.quasiIdentifiers = {"city", "age"}, .sensitive = {}, .k = 3, .l = 1};

std::deque<MemoryTable> without(TableSource& table, const Suppression& suppression) {
    TableSource* const tables[] = {&table};
    auto made = applySuppression(tables, suppression);
    REQUIRE(made);
    return std::move(*made);
}

} // namespace

TEST_CASE("people are counted as sdcMicro counts them", "[export][suppression]") {
    // The first example of sdcMicro, francdat, with its sample frequencies.
    MemoryTable table{Table{"f", "", {}, {{"Key1"}, {"Key2"}, {"Key3"}, {"Key4"}}}};
    const char* rows[8][4] = {{"1", "2", "5", "1"}, {"1", "2", "1", "1"}, {"1", "2", "1", "1"}, {"3", "3", "1", "5"},
                              {"4", "3", "1", "4"}, {"4", "3", "1", "1"}, {"6", "2", "1", "5"}, {"1", "2", "5", "1"}};
    int number = 0;
    for (const auto& row : rows) {
        std::vector<Cell> cells;
        for (const auto* value : row)
            cells.push_back(Cell::of(std::string_view(value)));
        REQUIRE(table.append({"uuid:" + std::to_string(++number), "", cells}));
    }
    const DisclosureRules rules{.quasiIdentifiers = {"Key1", "Key2", "Key3", "Key4"}, .sensitive = {}, .k = 2, .l = 1};
    const auto report = checkDisclosure(table, rules);
    REQUIRE(report);
    std::map<std::uint64_t, std::uint64_t> alike;
    for (const auto& one : report->classes)
        alike[one.alike] += one.rows;
    CHECK(alike == std::map<std::uint64_t, std::uint64_t>{{1, 4}, {2, 4}});
}

TEST_CASE("the fewest and least important answers are suppressed, of each rare row its own", "[export][suppression]") {
    People people;
    people.add("AMS", 40, "a", 3);
    people.add("RTM", 50, "a", 3);
    people.add("AMS", 41, "a"); // without the age one of four
    people.add("HRL", 50, "a"); // without the age alone, without the city one of four
    const auto found = findSuppression(people.table, kRules, {});
    REQUIRE(found);
    CHECK(found->rows == decltype(found->rows){{"uuid:7", {1}}, {"uuid:8", {0}}});
    CHECK(found->cells() == std::vector<std::uint64_t>{1, 1});
    auto tables = without(people.table, *found);
    CHECK(rowsOf(tables[0])[6] == "AMS|(missing)|a");
    CHECK(rowsOf(tables[0])[7] == "(missing)|50|a");
    CHECK(checkDisclosure(tables[0], kRules)->safe());
}

TEST_CASE("a reason for no answer is suppressed like an answer", "[export][suppression]") {
    People people;
    people.add("AMS", 40, "a", 3);
    people.add(Cell::of("AMS"), Cell::no(MissingReason::DontKnow), Cell::of("a"), 2);
    const auto found = findSuppression(people.table, kRules, {});
    REQUIRE(found);
    CHECK(found->cells() == std::vector<std::uint64_t>{0, 2});
    CHECK(rowsOf(without(people.table, *found)[0])[4] == "AMS|(missing)|a");
}

TEST_CASE("what is kept stays, and who cannot be helped without it loses nothing", "[export][suppression]") {
    People people;
    people.add("AMS", 40, "a", 3);
    people.add("HRL", 40, "a");
    CHECK(findSuppression(people.table, kRules, {"city"})->rows.empty());
    CHECK(findSuppression(people.table, kRules, {"age"})->cells() == std::vector<std::uint64_t>{1, 0});
}

TEST_CASE("answers are also suppressed where a combination tells a sensitive one", "[export][suppression]") {
    People people;
    people.add("AMS", 40, "a", 3);
    people.add("AMS", 41, "b", 3);
    auto rules = kRules;
    rules.sensitive = {"use"};
    rules.l = 2;
    const auto found = findSuppression(people.table, rules, {});
    REQUIRE(found);
    CHECK(found->cells() == std::vector<std::uint64_t>{0, 6});
    CHECK(findSuppression(people.table, {.quasiIdentifiers = {"town"}}, {}).error().code == ExportErrc::BadName);
    CHECK(findSuppression(people.table, rules, {}, [](double) { return false; }).error().code == ExportErrc::Cancelled);
}
