// SPDX-License-Identifier: Apache-2.0
// The weighted share that R computes from an export, with the design that load.R makes, is the one that
// `peil estimate` computes from the same CSV; and the model study's own questionnaire has the types it should.
#include "clean_record.h"
#include "cli/study_folder.h"
#include "peil/base/csv.h"
#include "peil/dataset/tables.h"
#include "peil/export/csv_export.h"
#include "peil/export/r_script.h"
#include "peil/export/stat_export.h"
#include "peil_program.h"
#include "peil_test/child_process.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <sstream>

using namespace peil;
using Catch::Matchers::WithinRel;
using peil_test::need;

namespace {

const std::string kOpaak = std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak";
const std::string kPeople = std::string(PEIL_TEST_DATA) + "/opaak/synthetic.csv";
const std::string kRegister = std::string(PEIL_TEST_DATA) + "/opaak/benchmark.csv";
const std::vector<std::string> kFields{"city", "site", "group", "week", "in_care", "crack_use", "weight", "outcome"};

/// The reference interviews as records of the model study's questionnaire, open fields only.
std::vector<records::CleanRecord> interviews(const forms::FormDefinition& form) {
    const auto people = need(parseCsv(need(readTextFile(kPeople, 1U << 24U))));
    std::vector<records::CleanRecord> out;
    for (std::size_t row = 0; row < people.rows.size(); ++row) {
        std::string xml = "<data>";
        for (const auto& field : kFields) {
            const auto column = people.column(field);
            const auto value = column ? std::string(people.cell(row, *column)) : "complete";
            xml += "<" + field + ">" + value + "</" + field + ">";
        }
        out.push_back(cli_test::recordOf(std::to_string(row), "complete", xml + "</data>", form));
    }
    return out;
}

/// All of its fields, outside every group.
std::string xform() {
    std::string instance, binds;
    for (const auto& field : kFields) {
        instance += "<" + field + "/>";
        binds += "<bind nodeset=\"/data/" + field + "\" type=\"string\"/>";
    }
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head>"
           "<h:title>OPAAK</h:title><model><instance><data id=\"opaak\">" +
           instance + "</data></instance>" + binds + "</model></h:head><h:body/></h:html>";
}

/// p and standard error of each group, as R has them.
std::map<std::string, std::pair<double, double>> inR(const std::filesystem::path& folder) {
    const auto script = "source('" + (folder / "load.R").string() + R"(', chdir = TRUE)
design <- update(design, number = as.integer(group), yes = as.numeric(if (is.factor(in_care)) in_care == 'Yes' else in_care == 1))
for (i in 1:2) {
    m <- survey::svymean(~yes, subset(design, number == i), na.rm = TRUE)
    cat(c('opioid', 'crack_only')[i], sprintf('%.15g %.15g\n', coef(m), survey::SE(m)))
})";
    const auto run = peil_test::runProgram({PEIL_RSCRIPT, "--vanilla", "-e", script});
    INFO(run.errors);
    REQUIRE(run.status == 0);
    std::map<std::string, std::pair<double, double>> out;
    std::istringstream lines(run.output);
    for (std::string group; lines >> group;)
        lines >> out[group].first >> out[group].second;
    REQUIRE(out.size() == 2);
    return out;
}

} // namespace

TEST_CASE("R finds in an export the weighted shares that peil estimate finds in the same file", "[cli][export][r]") {
    const auto from = GENERATE(exports::LoadFrom::Csv, exports::LoadFrom::Sav, exports::LoadFrom::Dta);
    const peil_test::TemporaryFolder scratch;
    const auto folder = scratch.path() / "export";
    const auto study = need(study::parseStudy(need(readTextFile(kOpaak + "/study.toml", 1U << 20U))));
    const auto text = xform();
    const auto form = forms::FormDefinition::parse(text).form;
    REQUIRE(form);
    const auto tables = need(
        dataset::makeTables({*form, text, "v", "2024-01-01", {}, dataset::Fields::All, &study}, interviews(*form)));
    CHECK(tables->remarks.empty());
    auto out = need(exports::ExportFolder::create(folder));
    REQUIRE(exports::writeCsv(tables->dataset, out));
    CHECK(need(exports::writeStatFiles(tables->dataset, out)).empty());
    REQUIRE(out.write("load.R",
                      exports::loadScript(tables->dataset, {.from = from, .design = {"city", "site", "weight", ""}})));
    REQUIRE(out.commit());

    const auto said =
        peil_test::runPeil({"estimate", "--data", (folder / "opaak.csv").string(), "--benchmark", kRegister, "--strata",
                            "city", "--cluster", "site", "--weight", "weight", "--json"});
    INFO(said.err);
    REQUIRE(said.code == 0);
    const auto shares = inR(folder);
    std::size_t compared = 0;
    const auto estimates = boost::json::parse(said.out).at("estimates");
    for (const auto& group : estimates.as_array()) {
        const auto found = shares.find(std::string(group.at("group").as_string()));
        if (found == shares.end()) continue;
        CHECK_THAT(found->second.first, WithinRel(group.at("p").to_number<double>(), 1e-9));
        CHECK_THAT(found->second.second, WithinRel(group.at("standard_error").to_number<double>(), 1e-6));
        ++compared;
    }
    CHECK(compared == 2);
}

TEST_CASE("the model study's calculated fields have types and labels", "[cli][export][types]") {
    const auto folder = need(cli::readStudyFolder(kOpaak));
    REQUIRE(folder.sound());
    const auto tables = need(dataset::makeTables(
        {*folder.form.form, folder.form.xform, "v", "", {}, dataset::Fields::All, &folder.study}, {}));
    std::map<std::string, std::string> types;
    for (const auto& one : tables->tables.front().table().variables) {
        auto& text = types[one.name] = std::string(idOf(one.type));
        for (const auto& value : one.values)
            text += " " + value.value;
    }
    CHECK(types.at("week") == "number");
    CHECK(types.at("weight") == "number");
    CHECK(types.at("in_care") == "select_one 0 1");
    CHECK(types.at("crack_use") == "select_one 0 1");
    CHECK(types.at("group") == "select_one opioid crack_only not_eligible");
    CHECK(types.at("outcome") == "select_one complete broken_off not_eligible");
    CHECK(types.at("site_type") == "select_one night_shelter drop_in consumption_room public_space");
    for (const auto* flag : {"depression", "anxiety", "oat_via_gp", "insurance_nl", "stopped"})
        CHECK(types.at(flag) == "number");
    CHECK(types.at("shared_needle").starts_with("select_one "));
    CHECK(types.at("ever_regular_opioids").starts_with("select_one "));
    for (const auto* text : {"city", "site", "city_code", "not_eligible_because", "consent_version"})
        CHECK(types.at(text) == "text");
}
