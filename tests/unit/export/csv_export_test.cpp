// SPDX-License-Identifier: Apache-2.0
#include "peil/export/csv_export.h"

#include "peil/base/csv.h"
#include "sample.h"

#include <algorithm>
#include <limits>

using namespace peil;
using namespace peil::exports;

namespace {

/// The files of one export of `dataset`, or the error.
struct Written {
    test::Scratch scratch;
    Result<> result;
    explicit Written(const Dataset& dataset, const Progress& progress = {}) {
        auto folder = ExportFolder::create(scratch.path() / "out");
        REQUIRE(folder);
        result = writeCsv(dataset, *folder, progress);
        if (result) REQUIRE(folder->commit());
    }
    [[nodiscard]] std::string file(const std::string& name) const { return test::read(scratch.path() / "out" / name); }
    [[nodiscard]] CsvTable table(const std::string& name) const {
        auto parsed = parseCsv(file(name));
        REQUIRE(parsed);
        return *parsed;
    }
};

} // namespace

TEST_CASE("the main table has group columns and KEY, a repeat PARENT_KEY and KEY", "[export][csv]") {
    test::Sample sample;
    const Written written(sample.dataset);
    REQUIRE(written.result);
    CHECK(written.table("opaak.csv").column("drugs-now-use"));
    CHECK(written.table("opaak.csv").header.back() == "KEY");
    const auto visits = written.table("opaak-visit.csv");
    CHECK(visits.header == std::vector<std::string>{"place", "times", "PARENT_KEY", "KEY"});
    CHECK(visits.rows[1] == std::vector<std::string>{"shelter", "1", "uuid:1", "uuid:1/visit[2]"});
}

TEST_CASE("every script, quote and line end comes back; a formula does not run", "[export][csv]") {
    test::Sample sample;
    const Written written(sample.dataset);
    const auto table = written.table("opaak.csv");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.cell(0, *table.column("remark")) == "'=1+2");
    CHECK(table.cell(1, *table.column("remark")) == "فاطمة, \"x\"\nJürgen");
    CHECK(table.rows[1][1] == "-1.5"); // a negative number is no formula
    CHECK(table.rows[2][1].empty());
}

TEST_CASE("a reason for no answer is shown beside the variables that have one", "[export][csv]") {
    test::Sample sample;
    const Written written(sample.dataset);
    const auto table = written.table("opaak.csv");
    CHECK(table.header == std::vector<std::string>{"start-city", "start-age", "start-age_reason", "drugs-now-use",
                                                   "drugs-now-use_reason", "remark", "day", "day_reason", "care",
                                                   "care_reason", "KEY"});
    CHECK(table.rows[2][2] == "dont_know");
    CHECK(table.rows[2][4] == "not_relevant");
    CHECK(table.rows[2][7] == "broken_off");
    CHECK(table.rows[1][9] == "refused");
    CHECK(table.rows[0][9].empty());
}

TEST_CASE("no rows give a header without a byte order mark", "[export][csv]") {
    MemoryTable empty(test::interviewTable());
    const Dataset dataset{"opaak", "1", {}, {}, "", "", {&empty}};
    CHECK(Written(dataset).file("opaak.csv") == "start-city,start-age,drugs-now-use,remark,day,care,KEY\n");
}

TEST_CASE("an export can be stopped and is the same each time", "[export][csv]") {
    test::Sample sample;
    CHECK(Written(sample.dataset, [](double) { return false; }).result.error().code == ExportErrc::Cancelled);
    double last = -1;
    const Written written(sample.dataset, [&last](double part) {
        CHECK(part >= last);
        last = part;
        return true;
    });
    CHECK(last >= 0);
    CHECK(written.file("opaak.csv") == Written(sample.dataset).file("opaak.csv"));
}

TEST_CASE("a dataset without a main table, or with a lost repeat, is refused", "[export][csv]") {
    test::Sample sample;
    CHECK(checkDataset({"x", "", {}, {}, "", "", {&sample.visits}}).error().code == ExportErrc::NoTable);
    CHECK(checkDataset({"x", "", {}, {}, "", "", {}}).error().code == ExportErrc::NoTable);
    CHECK(checkDataset({"x", "", {}, {}, "", "", {&sample.interviews, &sample.interviews}}).error().code ==
          ExportErrc::BadName);
    MemoryTable lost(Table{"lost", "nowhere", {}, {}});
    CHECK(checkDataset({"x", "", {}, {}, "", "", {&sample.interviews, &lost}}).error().code ==
          ExportErrc::UnknownParent);
}

TEST_CASE("a file name never leaves its folder", "[export][csv]") {
    MemoryTable odd(Table{"../é form", "", {}, {{"q", {}, {}}}});
    const Dataset dataset{"x", "1", {}, {}, "", "", {&odd}};
    const auto stem = fileStem(dataset, odd.table());
    CHECK(stem.find('/') == std::string::npos);
    CHECK(stem.front() != '.');
    CHECK(Written(dataset).result);
}

TEST_CASE("a value that is no number is named, with its row and column", "[export][csv]") {
    test::Sample sample;
    sample.add("uuid:9", {Cell::of("AMS"), Cell::of(std::numeric_limits<double>::quiet_NaN()), Cell::of("1"),
                          Cell::of("x"), Cell::of("2024-01-31"), Cell::of("1")});
    const test::Scratch scratch;
    auto folder = ExportFolder::create(scratch.path() / "out");
    REQUIRE(folder);
    const auto failed = writeCsv(sample.dataset, *folder);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ExportErrc::BadRow);
    CHECK(failed.error().context.find("uuid:9") != std::string::npos);
    CHECK(failed.error().context.find("start-age") != std::string::npos);
}

TEST_CASE("numbers are written as they are, small and large, whole and not", "[export][csv]") {
    test::Sample sample;
    for (const double value : {0.0, -0.0, -7.0, 999'999'999.0, 1e9, -1e9, 4e9, 0.1, 1e-7})
        sample.add("uuid:n", {Cell::of("AMS"), Cell::of(value), Cell::of("1"), Cell::of("x"), Cell::of("2024-01-31"),
                              Cell::of("1")});
    const Written written(sample.dataset);
    REQUIRE(written.result);
    const auto table = written.table("opaak.csv");
    std::vector<std::string> ages;
    for (std::size_t row = 3; row < table.rows.size(); ++row)
        ages.emplace_back(table.cell(row, *table.column("start-age")));
    CHECK(ages == std::vector<std::string>{"0", "0", "-7", "999999999", "1000000000", "-1000000000", "4000000000",
                                           "0.1", "0.0000001"});
}
