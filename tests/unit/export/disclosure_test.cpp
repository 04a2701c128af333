// SPDX-License-Identifier: Apache-2.0
#include "peil/export/disclosure.h"

#include "people.h"

#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace peil;
using namespace peil::exports;
using Catch::Matchers::WithinAbs;
using peil::exports::test::People;

namespace {

const DisclosureRules kRules{.quasiIdentifiers = {"city", "age"}, .sensitive = {"use"}, .k = 3, .l = 2};

} // namespace

TEST_CASE("someone who stands alone on what others know is found", "[export][disclosure]") {
    People people;
    people.add("AMS", 40, "crack", 2);
    people.add("AMS", 40, "heroin", 2);
    people.add("HEE", 29, "crack");
    const auto report = checkDisclosure(people.table, kRules);
    REQUIRE(report);
    CHECK_FALSE(report->safe());
    CHECK(report->smallest == 1);
    CHECK(report->rowsBelowK == 1);
    CHECK(report->rowsBelowL == 1);
    CHECK(report->classes.size() == 2);
    CHECK(describe(*report, "en").find("fewer than 3 people") != std::string::npos);
    CHECK(describe(*report, "nl").find("mag zo niet worden vrijgegeven") != std::string::npos);
    CHECK(describe(*report, "en").find("HEE") == std::string::npos);
}

TEST_CASE("people who all gave the same sensitive answer are not protected by their number", "[export][disclosure]") {
    People people;
    people.add("AMS", 40, "crack", 10);
    people.add("RTM", 40, "crack", 5);
    people.add("RTM", 40, "heroin", 5);
    const auto report = checkDisclosure(people.table, kRules);
    CHECK(report->rowsBelowK == 0);
    CHECK(report->rowsBelowL == 10);
    auto close = kRules;
    close.l = 1;
    CHECK(checkDisclosure(people.table, close)->safe());
    close.t = 0.2; // 100% against 75% is 0.25 away
    const auto far = checkDisclosure(people.table, close);
    CHECK(far->rowsAboveT == 20);
    CHECK_THAT(far->classes[0].farthest, WithinAbs(0.25, 1e-12));
}

TEST_CASE("a coarsened table gives its rows in the new words", "[export][disclosure]") {
    People people;
    people.add("AMS", 24, "a");
    people.add("AMS", -3.5, "a");
    const std::vector<CoarseningStep> ladder{{.column = "age", .band = 2.5}, {.column = "use", .drop = true}};
    auto coarse = CoarsenedTable::create(people.table, ladder, 2);
    REQUIRE(coarse);
    CHECK(coarse->table().variables[1].type == VariableType::Text);
    REQUIRE(coarse->rewind());
    Row row;
    REQUIRE(*coarse->next(row));
    CHECK(row.cells[0].text == "AMS");
    CHECK(row.cells[1].text == "[22.5, 25)");
    CHECK(row.cells[2].missing == MissingReason::Missing);
    REQUIRE(*coarse->next(row));
    CHECK(row.cells[1].text == "[-5, -2.5)");
    CHECK_FALSE(*coarse->next(row));
}

TEST_CASE("a column that is dropped loses its reasons for no answer too", "[export][disclosure]") {
    People people;
    people.add(Cell::no(MissingReason::Refused), Cell::of(24.0), Cell::no(MissingReason::DontKnow));
    const std::vector<CoarseningStep> ladder{{.column = "city", .drop = true},
                                             {.column = "use", .groups = {{"a", "b"}}}};
    auto coarse = CoarsenedTable::create(people.table, ladder, 2);
    REQUIRE(coarse);
    CHECK(peil::exports::test::rowsOf(*coarse) == std::vector<std::string>{"(missing)|24|(dont_know)"});
}

TEST_CASE("a missing answer could be anything, and a refusal is an answer", "[export][disclosure]") {
    People people;
    people.add("AMS", 40, "a", 2);
    people.add(Cell::of("AMS"), Cell::no(MissingReason::Missing), Cell::of("b"));
    people.add(Cell::of("AMS"), Cell::no(MissingReason::Refused), Cell::of("b"));
    const auto report = checkDisclosure(people.table, kRules);
    REQUIRE(report);
    REQUIRE(report->classes.size() == 3);
    CHECK(report->classes[0].values[1] == "(missing)");
    CHECK(report->classes[0].alike == 4);
    CHECK(report->classes[1].values[1] == "(refused)");
    CHECK(report->classes[1].alike == 2);
    CHECK(report->classes[2].rows == 2);
    CHECK(report->classes[2].alike == 3);
    CHECK(report->rowsBelowK == 1);
}

TEST_CASE("a hidden count cannot be had back from a total", "[export][disclosure]") {
    const CountTable counts{{2, 10, 20}, {9, 8, 30}, {40, 50, 60}};
    const auto got = suppressSmallCells(counts, 5);
    for (std::size_t line = 0; line < 3; ++line) {
        std::size_t inRow = 0;
        std::size_t inColumn = 0;
        for (std::size_t at = 0; at < 3; ++at) {
            inRow += got[line][at] ? 0U : 1U;
            inColumn += got[at][line] ? 0U : 1U;
        }
        CHECK(inRow != 1);
        CHECK(inColumn != 1);
    }
    CHECK_FALSE(got[0][0]);
    CHECK(got[2][2] == 60);
    CHECK(suppressSmallCells({{0, 7}, {6, 9}}, 5) == CountTable{{0, 7}, {6, 9}});
    CHECK(suppressSmallCells({{0, 1}, {0, 0}}, 5) ==
          CountTable{{std::nullopt, std::nullopt}, {std::nullopt, std::nullopt}});
}

TEST_CASE("a column that is not there is named", "[export][disclosure]") {
    People people;
    people.add("AMS", 40, "a");
    const auto error = checkDisclosure(people.table, {.quasiIdentifiers = {"town"}}).error();
    CHECK(error.code == ExportErrc::BadName);
    CHECK(error.context.find("town") != std::string::npos);
    const std::vector<CoarseningStep> ladder{{.column = "town", .drop = true}};
    CHECK(CoarsenedTable::create(people.table, ladder, 0).error().code == ExportErrc::BadName);
    CHECK(checkDisclosure(people.table, kRules, [](double) { return false; }).error().code == ExportErrc::Cancelled);
}
