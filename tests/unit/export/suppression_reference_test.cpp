// SPDX-License-Identifier: Apache-2.0
// Local suppression beside sdcMicro on its data set testdata (tests/data/disclosure).
#include "peil/base/csv.h"
#include "peil/export/suppression.h"
#include "peil_test/result.h"
#include "people.h"

#include <boost/json.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <numeric>

using namespace peil;
using namespace peil::exports;
using peil_test::need;

namespace {

const std::filesystem::path kFolder = PEIL_TEST_DATA "/disclosure";

boost::json::object figures() {
    const auto text = need(readTextFile(kFolder / "reference.json", 1U << 20U));
    return boost::json::parse(text).as_object();
}

MemoryTable testdata(const std::vector<std::string>& keys) {
    const auto text = need(readTextFile(kFolder / "testdata.csv", 1U << 24U));
    const auto csv = need(parseCsv(text));
    Table table{"testdata", "", {}, {}};
    for (const auto& key : keys)
        table.variables.push_back({key});
    MemoryTable out(std::move(table));
    for (std::size_t row = 0; row < csv.rows.size(); ++row) {
        std::vector<Cell> cells;
        for (const auto& key : keys)
            cells.push_back(Cell::of(csv.cell(row, *csv.column(key))));
        REQUIRE(out.append({"uuid:" + std::to_string(row), "", cells}));
    }
    return out;
}

/// The least important last: the one with the most values.
const std::vector<std::string> kKeys{"sex", "urbrur", "walls", "roof", "relat"};

} // namespace

TEST_CASE("rare rows are those of sdcMicro", "[export][suppression]") {
    auto table = testdata(kKeys);
    const auto expected = figures();
    for (const std::uint64_t k : {2U, 3U, 5U}) {
        const auto report = need(checkDisclosure(table, {.quasiIdentifiers = kKeys, .sensitive = {}, .k = k, .l = 1}));
        CHECK(report.rowsBelowK == expected.at("below" + std::to_string(k)).to_number<std::uint64_t>());
        CHECK(report.rows == expected.at("rows").to_number<std::uint64_t>());
    }
}

TEST_CASE("no more answers are suppressed than by sdcMicro, and none stays rare", "[export][suppression]") {
    const std::uint64_t k = GENERATE(2U, 3U, 5U);
    auto table = testdata(kKeys);
    const DisclosureRules rules{.quasiIdentifiers = kKeys, .sensitive = {}, .k = k, .l = 1};
    const auto found = need(findSuppression(table, rules, {}));
    const auto cells = found.cells();
    const auto expected = figures();
    std::uint64_t theirs = 0;
    for (const auto& [unused, count] : expected.at("suppressed_k" + std::to_string(k)).as_object())
        theirs += count.to_number<std::uint64_t>();
    const auto ours = std::accumulate(cells.begin(), cells.end(), std::uint64_t{0});
    CAPTURE(k, ours, theirs);
    CHECK(ours <= theirs);
    CHECK(ours > theirs / 2);
    TableSource* const tables[] = {&table};
    auto made = need(applySuppression(tables, found));
    CHECK(need(checkDisclosure(made.front(), rules)).rowsBelowK == 0);
}
