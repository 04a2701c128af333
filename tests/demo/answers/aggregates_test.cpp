// SPDX-License-Identifier: Apache-2.0
#include "aggregates.h"
#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil_test/result.h"

#include <algorithm>

using namespace peil;
using peil_test::need;

namespace {

std::string data(const char* name) {
    return need(readTextFile(std::filesystem::path(PEIL_TEST_DATA) / "opaak" / name, 1U << 20U));
}

} // namespace

TEST_CASE("the reference data give every published figure that they can give", "[demo]") {
    const auto checks = need(peil_demo::checkAggregates(
        need(parseCsv(data("synthetic.csv"))), need(parseCsv(data("benchmark.csv"))), data("synthetic_check.json")));
    CHECK(checks.size() == 50);
    for (const auto& check : checks) {
        INFO(check.figure << ": " << check.got << " against " << check.published);
        CHECK(check.ok);
    }
}

TEST_CASE("one lost interview, one changed answer or an absent column does not go unseen", "[demo]") {
    const auto benchmark = need(parseCsv(data("benchmark.csv")));
    const auto failures = [&](const CsvTable& table) {
        const auto checks = need(peil_demo::checkAggregates(table, benchmark, data("synthetic_check.json")));
        return std::count_if(checks.begin(), checks.end(), [](const auto& check) { return !check.ok; });
    };
    auto lost = need(parseCsv(data("synthetic.csv")));
    lost.rows.pop_back();
    CHECK(failures(lost) >= 2);
    auto changed = need(parseCsv(data("synthetic.csv")));
    changed.rows[0][need(changed.requireColumn("shared_needle", ""))] = "1";
    CHECK(failures(changed) == 1);
    const auto absent = peil_demo::checkAggregates(need(parseCsv("group,birth\nopioid,NL\n")), benchmark, "{}");
    REQUIRE_FALSE(absent.has_value());
    CHECK(absent.error().code == BaseErrc::CsvMissingColumn);
}

TEST_CASE("columns with the names of their sections are found as well", "[demo]") {
    const auto text = replaceAll(data("synthetic.csv"), "\"age\"", "\"about_you-age\"");
    const auto checks = need(peil_demo::checkAggregates(need(parseCsv(text)), need(parseCsv(data("benchmark.csv"))),
                                                        data("synthetic_check.json")));
    CHECK(std::ranges::all_of(checks, &peil_demo::AggregateCheck::ok));
}
