// SPDX-License-Identifier: Apache-2.0
// load.R makes a design object of the package survey, whichever format it loads, and says why when it cannot.
#include "peil/base/text.h"
#include "peil/export/csv_export.h"
#include "peil/export/r_script.h"
#include "peil/export/stat_export.h"
#include "peil_test/child_process.h"
#include "peil_test/result.h"
#include "sample.h"

#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil;
using namespace peil::exports;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

const SurveyDesign kDesign{.strata = "place-city", .cluster = "place-site", .weight = "weight", .frame = "with"};

/// Two cities of two sites each; three people a site.
class Survey {
public:
    explicit Survey(std::size_t people = 12)
        : m_table(tableOf()) {
        for (std::size_t i = 0; i < people; ++i)
            add(i < 6 ? "A" : "B", "S" + std::to_string(i / 3), Cell::of(1.0 + static_cast<double>(i % 3)),
                Cell::of(i % 2 == 0 ? "1" : "0"));
    }
    void add(const std::string& city, const std::string& site, const Cell& weight, const Cell& care) {
        const std::vector<Cell> cells{Cell::of(std::string_view(city)), Cell::of(std::string_view(site)), weight, care,
                                      Cell::of(5.0)};
        REQUIRE(m_table.append({"uuid:" + std::to_string(m_table.rows() + 1), "", cells}));
    }

    /// Loads the export in R and prints the weighted share in care with its standard error.
    [[nodiscard]] std::string inR(LoadFrom from, const SurveyDesign& design = kDesign, const std::string& before = "") {
        const test::Scratch scratch;
        auto folder = need(ExportFolder::create(scratch.path() / "out"));
        REQUIRE(writeCsv(m_dataset, folder));
        CHECK(need(writeStatFiles(m_dataset, folder)).empty());
        REQUIRE(folder.write("load.R", loadScript(m_dataset, {.from = from, .design = design})));
        REQUIRE(folder.commit());
        const auto load = (scratch.path() / "out" / "load.R").string();
        const auto run = peil_test::runProgram(
            {PEIL_RSCRIPT, "--vanilla", "-e",
             before + "source('" + load +
                 "', chdir = TRUE); if (!is.null(design)) { care <- design$variables$in_care; "
                 "design <- update(design, yes = as.numeric(if (is.factor(care)) care == 'Yes' else care == 1)); "
                 "m <- survey::svymean(~yes, design, na.rm = TRUE); "
                 "cat(sprintf('%.6f %.6f %d\\n', coef(m), survey::SE(m), survey::degf(design))) } else cat('NULL')"});
        INFO(run.errors);
        CHECK(run.status == 0);
        return run.output + run.errors;
    }

private:
    static Table tableOf() {
        Table table{"tea", "", {}, {}};
        table.variables = {{"city", {"place"}, {}, VariableType::Text, FieldClass::Quota, {}},
                           {"site", {"place"}, {}, VariableType::Text, FieldClass::Quota, {}},
                           {"weight", {}, {}, VariableType::Number, FieldClass::Estimate, {}},
                           {"in_care",
                            {},
                            {},
                            VariableType::Choice,
                            FieldClass::Estimate,
                            {{"0", {{"en", "No"}}}, {"1", {{"en", "Yes"}}}}},
                           {"with", {}, {}, VariableType::Number, FieldClass::Sealed, {}}};
        return table;
    }
    MemoryTable m_table;
    Dataset m_dataset{"tea", "1", {}, {}, "", "", {&m_table}};
};

} // namespace

TEST_CASE("load.R makes the design of strata, sites, weights and frame, from every format", "[export][r]") {
    const auto from = GENERATE(LoadFrom::Csv, LoadFrom::Sav, LoadFrom::Dta);
    Survey survey;
    // By hand: (1 - 2/5) 2/(2 - 1) times the squares of the sites' sums of w (y - p)/sum(w) about their city's mean.
    CHECK(survey.inR(from).starts_with("0.500000 0.091287 2"));
    CHECK(survey.inR(from, {.weight = "weight"}).starts_with("0.500000 "));
    // Without sites each person is a unit of its own.
    CHECK_THAT(survey.inR(from, {.strata = "place-city", .cluster = "nowhere"}), ContainsSubstring(" 10\n"));
}

TEST_CASE("rows without a usable weight are not in the design, and are counted", "[export][r]") {
    const auto from = GENERATE(LoadFrom::Csv, LoadFrom::Sav, LoadFrom::Dta);
    Survey survey;
    const auto before = survey.inR(from);
    survey.add("A", "S0", Cell::no(MissingReason::DontKnow), Cell::of("1"));
    survey.add("A", "S0", Cell::of(0.0), Cell::of("1"));
    survey.add("", "S0", Cell::of(1.0), Cell::of("1"));
    const auto after = survey.inR(from);
    CHECK(after.substr(0, before.size()) == before);
    CHECK_THAT(after, ContainsSubstring("load.R: 3 of 15 rows have no usable value in one of "));
}

TEST_CASE("without the package, or with an emptied column, there is no design and a message says why", "[export][r]") {
    const auto from = GENERATE(LoadFrom::Csv, LoadFrom::Sav, LoadFrom::Dta);
    Survey survey;
    const auto without = survey.inR(from, kDesign, "requireNamespace <- function(...) FALSE; ");
    CHECK(without.starts_with("NULL"));
    CHECK_THAT(without, ContainsSubstring("load.R: the package survey is not installed") &&
                            ContainsSubstring("so `design` is NULL"));
    Survey emptied(0);
    emptied.add("A", "", Cell::of(1.0), Cell::of("1"));
    CHECK_THAT(emptied.inR(from), ContainsSubstring("load.R: there are no values in place") &&
                                      ContainsSubstring("site, so `design` is NULL"));
    Survey nobody(0);
    CHECK_THAT(nobody.inR(from), ContainsSubstring("there are no values in"));
}

TEST_CASE("without declared columns the script speaks of no design", "[export][r]") {
    test::Sample sample;
    CHECK(loadScript(sample.dataset).find("survey") == std::string::npos);
    CHECK(loadScript(sample.dataset, {.design = {.weight = "nowhere"}}).find("survey") == std::string::npos);
    CHECK(loadScript(sample.dataset, {.notWritten = {"opaak.csv"}}).find("read_table(\"opaak.csv\")") ==
          std::string::npos);
}

TEST_CASE("factor levels are in the order of their numbers, and no code is lost", "[export][r]") {
    Variable variable{"q", {}, {}, VariableType::Choice, FieldClass::Sealed, {}};
    variable.values = {{"1", {{"en", "Yes"}}}, {"0", {{"en", "No"}}}, {"dk", {{"en", "Not sure"}}}};
    test::Single single(variable, Cell::of("unlisted"));
    const test::Scratch scratch;
    auto folder = need(ExportFolder::create(scratch.path() / "out"));
    REQUIRE(writeCsv(single.dataset, folder));
    REQUIRE(folder.write("load.R", loadScript(single.dataset)));
    REQUIRE(folder.commit());
    const auto load = (scratch.path() / "out" / "load.R").string();
    const auto run = peil_test::runProgram({PEIL_RSCRIPT, "--vanilla", "-e",
                                            "source('" + load +
                                                "', chdir = TRUE); cat(levels(tables$f$q), "
                                                "as.character(tables$f$q), sep = '|')"});
    INFO(run.errors);
    CHECK(trim(run.output) == "No|Yes|Not sure|unlisted|unlisted");
}
