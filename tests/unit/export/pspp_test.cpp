// SPDX-License-Identifier: Apache-2.0
// PSPP, which reads .sav with code of its own, weights by the weight and finds labels and missing values.
#include "peil/export/stat_export.h"
#include "peil_test/child_process.h"
#include "peil_test/result.h"
#include "sample.h"

#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil;
using namespace peil::exports;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

Table surveyTable() {
    Table table{"tea", "", {}, {}};
    table.variables = {
        {"group",
         {},
         {{"en", "Group"}},
         VariableType::Choice,
         FieldClass::Quota,
         {{"opioid", {{"en", "Opioids"}}}, {"crack_only", {{"en", "Crack"}}}}},
        {"in_care",
         {},
         {{"en", "In care"}},
         VariableType::Choice,
         FieldClass::Estimate,
         {{"0", {{"en", "No"}}}, {"1", {{"en", "Yes"}}}, {"dk", {{"en", "Not sure"}}}}},
        {"weight", {}, {{"en", "Weight"}}, VariableType::Number, FieldClass::Estimate, {}},
        {"str1", {}, {{"en", "A reserved name"}}, VariableType::Number, FieldClass::Sealed, {}},
    };
    return table;
}

/// Six people; the weights of those in care add up to 3.5, of those not to 3.
void fill(MemoryTable& table) {
    const auto refused = Cell::no(MissingReason::Refused);
    auto add = [&, n = 0](const char* group, const Cell& care, const Cell& weight, const Cell& other) mutable {
        const std::vector<Cell> cells{Cell::of(group), care, weight, other};
        REQUIRE(table.append({"uuid:" + std::to_string(++n), "", cells}));
    };
    add("opioid", Cell::of("1"), Cell::of(0.5), Cell::of(7.0));
    add("opioid", Cell::of("0"), Cell::of(2.0), refused);
    add("crack_only", Cell::of("1"), Cell::of(3.0), Cell::no(MissingReason::DontKnow));
    add("crack_only", Cell::of("0"), Cell::of(1.0), Cell::of(-95.0));
    add("crack_only", Cell::of("dk"), Cell::of(0.25), Cell::of(1.0));
    add("opioid", refused, Cell::of(4.0), Cell::of(2.0));
}

/// What PSPP prints, as CSV, for `commands` on the file.
std::string pspp(const Dataset& dataset, const std::string& commands) {
    const test::Scratch scratch;
    auto folder = need(ExportFolder::create(scratch.path() / "out"));
    CHECK(need(writeStatFiles(dataset, folder)).empty());
    REQUIRE(folder.commit());
    const auto file = (scratch.path() / "out" / "tea.sav").string();
    const auto syntax = scratch.path() / "test.sps";
    REQUIRE(writeFileDurably(syntax, bytesOf("GET FILE='" + file + "'.\n" + commands)));
    const auto run = peil_test::runProgram({PEIL_PSPP, "-O", "format=csv", "-o", "-", syntax.string()});
    INFO(run.output << run.errors);
    CHECK(run.status == 0);
    CHECK(run.output.find("error:") == std::string::npos);
    CHECK(run.output.find("warning:") == std::string::npos);
    return run.output;
}

} // namespace

TEST_CASE("PSPP weights by the weight and counts by it", "[export][pspp]") {
    MemoryTable table(surveyTable());
    fill(table);
    const Dataset dataset{"tea", "1", {}, {}, "", "", {&table}};
    const auto said = pspp(dataset, "WEIGHT BY weight.\nFREQUENCIES in_care.\n"
                                    "CROSSTABS /TABLES=group BY in_care /CELLS=COUNT.\n");
    INFO(said);
    CHECK_THAT(said, ContainsSubstring("In care"));
    CHECK_THAT(said, ContainsSubstring("Valid,No,3.0000,") && ContainsSubstring(",Yes,3.5000,") &&
                         ContainsSubstring(",Not sure,.2500,"));
    CHECK_THAT(said, ContainsSubstring("Missing,Refused,4.0000,"));
    CHECK_THAT(said, ContainsSubstring("Opioids,Count,2.0000,.5000,") &&
                         ContainsSubstring("Crack,Count,1.0000,3.0000,.2500,"));
}

TEST_CASE("PSPP knows names, codes, labels and missing values", "[export][pspp]") {
    MemoryTable table(surveyTable());
    fill(table);
    const Dataset dataset{"tea", "1", {}, {}, "", "", {&table}};
    const auto said = pspp(dataset, "DISPLAY DICTIONARY.\nDESCRIPTIVES str_1.\nLIST str_1 weight.\n");
    INFO(said);
    CHECK_THAT(said, ContainsSubstring("A reserved name"));
    CHECK_THAT(said, ContainsSubstring("-996 THRU -992"));
    CHECK_THAT(said, ContainsSubstring("-96 THRU -92"));
    CHECK_THAT(said, ContainsSubstring("Not sure"));
    // 7, -95, 1 and 2 are answers; what was refused and not known is none.
    CHECK_THAT(said, ContainsSubstring("A reserved name,4,-21.25,"));
    CHECK_THAT(said, ContainsSubstring(".5000"));
}
