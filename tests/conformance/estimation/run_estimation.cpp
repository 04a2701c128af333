// SPDX-License-Identifier: Apache-2.0
// Walks the files of a folder of reference vectors; each file name says what its records are.
#include "peil/base/error.h"
#include "peil/base/file.h"
#include "record.h"

#include <algorithm>
#include <array>

namespace peil::conformance {
namespace {

namespace fs = std::filesystem;

Result<boost::json::value> readJson(const fs::path& file) {
    PEIL_TRY(const auto text, readTextFile(file, std::uintmax_t{64} << 20U));
    boost::system::error_code error;
    auto value = boost::json::parse(text, error);
    if (error)
        return peil::fail(BaseErrc::FileUnreadable, file.filename().string() + " is not JSON: " + error.message());
    return value;
}

std::string idOf(const Record& record, std::size_t index) {
    std::string id = "survey_reference:" + std::to_string(index) + ":" + record.text("kind");
    for (const auto field : {"design", "domain", "group", "city", "quantity", "method", "option", "type"})
        if (const auto text = record.text(field); !text.empty()) id += ":" + text;
    return id;
}

Result<> runSurvey(const fs::path& file, Checker& checker) {
    PEIL_TRY(const auto root, readJson(file));
    PEIL_TRY(const auto data, Microdata::load(file.parent_path()));
    const auto* list = root.is_object() ? root.get_object().if_contains("records") : &root;
    if (list == nullptr || !list->is_array())
        return peil::fail(BaseErrc::FileUnreadable, file.filename().string() + " has no list of records.");
    const auto& records = list->get_array();
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record record(records[i].get_object());
        checker.begin(idOf(record, i));
        const bool known = checkSurveyRecord(record, data, checker) || checkSizeRecord(record, data, checker) ||
                           checkReplicationRecord(record, data, checker) ||
                           checkEdgeRecord(record, file.parent_path(), checker);
        if (!known) checker.fail("a known kind of record", record.text("kind"));
        checker.end();
    }
    return {};
}

Result<> runList(const fs::path& file, Checker& checker, void (*check)(const boost::json::array&, Checker&)) {
    PEIL_TRY(const auto root, readJson(file));
    if (!root.is_array()) return peil::fail(BaseErrc::FileUnreadable, file.filename().string() + " is not a list.");
    check(root.get_array(), checker);
    return {};
}

Result<> runTable(const fs::path& file, Checker& checker, void (*check)(const Columns&, Checker&)) {
    PEIL_TRY(const auto table, Columns::load(file));
    check(table, checker);
    return {};
}

Result<> runLogLinear(const fs::path& file, Checker& checker) {
    PEIL_TRY(const auto table, Columns::load(file));
    PEIL_TRY(const auto counts, readJson(file.parent_path() / "loglinear_counts.json"));
    checkLogLinear(table, counts.get_object(), checker);
    return {};
}

/// False for a file that holds no records: microdata, benchmarks, counts, a README.
Result<bool> runFile(const fs::path& file, Checker& checker) {
    const auto name = file.filename().string();
    if (name == "survey_reference.json")
        PEIL_CHECK(runSurvey(file, checker));
    else if (name == "combine_reference.json")
        PEIL_CHECK(runList(file, checker, &checkCombine));
    else if (name == "worked_examples.json")
        PEIL_CHECK(runList(file, checker, &checkWorkedExamples));
    else if (name == "binomial_intervals.csv")
        PEIL_CHECK(runTable(file, checker, &checkBinomial));
    else if (name == "capture_recapture_two_source.csv")
        PEIL_CHECK(runTable(file, checker, &checkTwoSource));
    else if (name == "chao_zelterman.csv")
        PEIL_CHECK(runTable(file, checker, &checkRepeatedContacts));
    else if (name == "planning_proportion.csv")
        PEIL_CHECK(runTable(file, checker, &checkPlanningProportion));
    else if (name == "planning_relative_N.csv")
        PEIL_CHECK(runTable(file, checker, &checkPlanningSize));
    else if (name == "loglinear.csv")
        PEIL_CHECK(runLogLinear(file, checker));
    else
        return false;
    return true;
}

/// The files of a folder and of those inside it, or the file itself; sorted, so that every run prints the same.
std::vector<fs::path> filesOf(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) return {path};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(path, ignored))
        if (entry.is_regular_file(ignored)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace
} // namespace peil::conformance

namespace peil_conformance {

int runEstimation(std::span<const std::string> paths, Report& report) {
    using namespace peil::conformance;
    Checker checker(report);
    std::size_t files = 0;
    for (const auto& path : paths) {
        std::error_code ignored;
        if (!fs::exists(path, ignored)) {
            report.note("There is nothing at " + path + "; give the folder with survey_reference.json.");
            return 2;
        }
        for (const auto& file : filesOf(path)) {
            const auto done = runFile(file, checker);
            if (!done)
                report.fail(file.filename().string(), "a readable file", peil::describe(done.error()));
            else if (*done)
                ++files;
        }
    }
    if (files > 0 || report.failed() > 0) return 0;
    report.note("No file of reference vectors was found; give the folder with survey_reference.json.");
    return 2;
}

} // namespace peil_conformance
