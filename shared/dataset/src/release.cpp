// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/release.h"

#include "peil/base/text.h"
#include "peil/dataset/dataset_error.h"
#include "peil/dataset/form_logic.h"
#include "peil/dataset/release_check.h"
#include "peil/dataset/release_policy.h"
#include "peil/export/release.h"
#include "released_values.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::dataset {
namespace {

boost::json::object summaryOf(const exports::Release& release, const exports::ReleasePlan& plan) {
    const auto& report = release.report;
    boost::json::object suppressed;
    for (const auto& [column, count] : release.suppressed)
        suppressed[column] = count;
    return {{"checked", true},
            {"safe", release.safe()},
            {"k", plan.rules.k},
            {"l", plan.rules.l},
            {"t", plan.rules.t},
            {"quasi_identifiers", boost::json::value_from(plan.rules.quasiIdentifiers)},
            {"sensitive", boost::json::value_from(plan.rules.sensitive)},
            {"policy", fingerprintOf(plan)},
            {"rungs", release.rungs},
            {"coarsened", boost::json::value_from(release.coarsened)},
            {"suppressed", std::move(suppressed)},
            {"rows", report.rows},
            {"smallest", report.smallest},
            {"rows_below_k", report.rowsBelowK},
            {"rows_below_l", report.rowsBelowL},
            {"rows_above_t", report.rowsAboveT},
            {"earlier", plan.earlier.size()}};
}

Result<> writeReport(const exports::Release& release, const exports::ReleasePlan& plan, boost::json::object json,
                     exports::ExportFolder& folder) {
    boost::json::array classes;
    for (const auto& one : release.report.classes)
        classes.push_back(boost::json::object{{"values", boost::json::value_from(one.values)}, {"rows", one.rows}});
    json["classes"] = std::move(classes);
    PEIL_CHECK(folder.write("disclosure.json", boost::json::serialize(json) + "\n"));
    for (const auto* language : {"en", "nl"})
        PEIL_CHECK(folder.write(std::string("disclosure.") + language + ".txt", describe(release, plan, language)));
    return {};
}

/// The first of them on the terminal.
std::vector<std::string> linesOf(const std::string& words) {
    std::vector<std::string> lines;
    for (const auto line : split(words, '\n'))
        if (!line.empty()) lines.emplace_back(line);
    return lines;
}

Result<> refuseUndeclared(const ReleaseInput& input) {
    const auto& policy = input.subject.study->disclosure;
    if (policy.release.empty())
        return fail(DatasetErrc::BadInput,
                    "The study declares nothing that may be released; list questions under release in [disclosure] of "
                    "study.toml, or use --class internal for your own analysis.");
    const auto faults = releaseFaults(*input.subject.study, Layout(input.subject), FormLogic::of(input.subject.xform));
    if (!faults.empty()) return fail(DatasetErrc::BadInput, "study.toml, [disclosure]: " + faults.front());
    return {};
}

std::vector<exports::TableSource*> pointersTo(std::deque<exports::MemoryTable>& tables) {
    std::vector<exports::TableSource*> out;
    for (auto& one : tables)
        out.push_back(&one);
    return out;
}

std::size_t columnsIn(Sources tables) {
    std::size_t count = 0;
    for (const auto* one : tables)
        count += one->table().variables.size();
    return count;
}

} // namespace

Result<ReleaseOutcome> makeRelease(ExportTables& tables, const ReleaseInput& input, exports::ExportFolder& folder,
                                   const exports::Progress& progress) {
    const auto& study = *input.subject.study;
    PEIL_CHECK(refuseUndeclared(input));
    const auto all = columnsIn(tables.dataset.tables);
    PEIL_TRY(auto released, releasedValues(tables.dataset.tables, study, input.rng, progress));
    const auto sources = pointersTo(released);
    PEIL_TRY(auto plan, planOf(sources, study, input.onUnsafe));
    plan.earlier = input.earlier;
    PEIL_CHECK(refuseOtherPolicy(input.known, fingerprintOf(plan)));
    PEIL_CHECK(refuseNearUnique(sources, study, progress));
    PEIL_CHECK(refuseSmallPlaces(*sources.front(), study, progress));
    PEIL_TRY(auto release, exports::decideRelease(sources, plan, progress));
    auto summary = summaryOf(release, plan);
    summary["columns"] = columnsIn(sources);
    summary["columns_not_released"] = all - std::min(all, columnsIn(sources));
    PEIL_CHECK(writeReport(release, plan, summary, folder));
    PEIL_TRY(tables.released, exports::withoutOrigin(pointersTo(release.tables), input.rng, progress));
    tables.dataset.tables = pointersTo(tables.released);
    auto lines = linesOf(describe(release, plan, "en"));
    lines.insert(lines.begin(), std::to_string(columnsIn(sources)) + " columns are released, as the study declares; " +
                                    std::to_string(all) + " were there.");
    return ReleaseOutcome{std::move(summary), std::move(lines), release.rungs, fingerprintOf(plan)};
}

Result<ReleaseOutcome> reportOnly(ExportTables& tables, const study::Study& study, exports::ExportFolder& folder,
                                  const exports::Progress& progress) {
    const std::string keep = "This export is for your own analysis; it is not a release, so do not share it.";
    if (!study.disclosure.declared())
        return ReleaseOutcome{{{"checked", false}}, {"The study declares no [disclosure]: nothing was checked.", keep}};
    const auto& sources = tables.dataset.tables;
    PEIL_TRY(const auto plan, planOf(sources, study, exports::OnUnsafe::Report));
    PEIL_TRY(const auto release, exports::decideRelease(sources, plan, progress));
    auto summary = summaryOf(release, plan);
    PEIL_CHECK(writeReport(release, plan, summary, folder));
    return ReleaseOutcome{std::move(summary), {linesOf(describe(release, plan, "en")).front(), keep}};
}

Result<ReleaseOutcome> writeCounts(const ExportTables& tables, const ReleaseInput& input, exports::ExportFolder& folder,
                                   const exports::Progress& progress) {
    const auto& policy = input.subject.study->disclosure;
    const auto k = static_cast<std::uint64_t>(policy.k);
    if (policy.tables.empty())
        return fail(DatasetErrc::BadInput,
                    "The study declares no table of counts; add a [[disclosure.table]] with rows and "
                    "columns to study.toml.");
    auto& main = *tables.dataset.tables.front();
    PEIL_CHECK(exports::refuseDifferences(main, input.earlier, k, progress));
    const auto onlyMain = Sources(tables.dataset.tables).first(1);
    for (const auto& [down, across] : policy.tables) {
        PEIL_TRY(const auto rows, columnOf(onlyMain, down));
        PEIL_TRY(const auto columns, columnOf(onlyMain, across));
        if (!rows || !columns)
            return fail(DatasetErrc::BadInput, "study.toml, [disclosure]: the form has no question \"" +
                                                   (rows ? across : down) +
                                                   "\" outside its repeats; correct its name.");
        PEIL_TRY(const auto crossing, exports::cross(main, *rows, *columns, input.earlier, progress));
        PEIL_CHECK(folder.write("counts-" + down + "-" + across + ".csv", exports::crossingCsv(crossing, k)));
    }
    return ReleaseOutcome{
        {{"checked", true},
         {"safe", true},
         {"k", policy.k},
         {"tables", policy.tables.size()},
         {"earlier", input.earlier.size()}},
        {"Counts below " + std::to_string(policy.k) + " and cells that would reveal them are hidden."}};
}

exports::SurveyDesign designOf(const exports::Table& main, const study::OpenFields& fields, DataClass dataClass) {
    const auto columns = exports::columnNames(main);
    const auto columnOf = [&](const std::string& field) {
        for (std::size_t i = 0; i < columns.size() && !field.empty(); ++i)
            if (main.variables[i].name == field) return columns[i];
        return std::string();
    };
    const bool released = dataClass == DataClass::Release;
    return {columnOf(released ? kStratum : fields.city), columnOf(released ? kPsu : fields.site),
            columnOf(fields.weight), columnOf(fields.frame)};
}

} // namespace peil::dataset
