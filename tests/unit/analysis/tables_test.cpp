// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/analysis_error.h"
#include "peil/analysis/tables.h"
#include "peil/base/file.h"
#include "peil_test/result.h"
#include "peil_test/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::analysis;
using peil_test::need;

TEST_CASE("a table without rows, a name of two columns and a cell that is no number are refused with their place",
          "[analysis][tables]") {
    const peil_test::TemporaryFolder folder;
    const auto file = folder.path() / "people.csv";
    const auto tableOf = [&file](std::string_view text) {
        need(writeFileDurably(file, bytesOf(text)));
        return readTable(file);
    };
    CHECK(tableOf("age\n").error().code == AnalysisErrc::BadInput);
    const auto two = need(tableOf("first-age,second-age\n17,x\n"));
    CHECK(findColumn(two, "age").error().code == AnalysisErrc::BadInput);
    const auto cell = numberColumn(two, 1, 0);
    REQUIRE_FALSE(cell);
    CHECK(cell.error().code == AnalysisErrc::BadInput);
    CHECK(cell.error().context.find("people.csv, line 2") != std::string::npos);
}
