// SPDX-License-Identifier: Apache-2.0
#include "export_release.h"

#include "command.h"
#include "peil/base/text.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::cli {
namespace {

constexpr const char* kDisclosureFile = "disclosure.json";
constexpr std::uintmax_t kMaxDisclosureBytes = std::uintmax_t{64} << 20U;

using Tables = std::span<exports::TableSource* const>; ///< the main one first

/// The column of a question, as the rules of a release name it; nothing when this export does not hold it.
/// @return BadInput when several repeats have a question of that name.
Result<std::optional<std::string>> columnOf(Tables tables, const std::string& question) {
    std::optional<std::string> found;
    for (const auto* source : tables) {
        const auto& table = source->table();
        const bool main = source == tables.front();
        for (const auto& variable : table.variables) {
            if (variable.name != question) continue;
            if (main) return exports::columnOf(variable);
            if (found)
                return fail(CliErrc::BadInput, "study.toml, [disclosure]: several repeats have a question \"" +
                                                   question + "\"; give them different names in the form.");
            found = table.name + "/" + exports::columnOf(variable);
        }
    }
    return found;
}

/// Every declared question must be in a row-level export; a narrower one holds some of them.
Result<std::optional<std::string>> need(Tables tables, const std::string& question, DataClass dataClass) {
    PEIL_TRY(auto column, columnOf(tables, question));
    if (column || dataClass == DataClass::Estimation) return column;
    return fail(CliErrc::BadInput, "study.toml, [disclosure]: the form has no question \"" + question + "\"" +
                                       (tables.size() == 1 ? " outside its repeats" : "") + "; correct its name.");
}

Result<std::vector<std::string>> columns(Tables tables, const std::vector<std::string>& questions,
                                         DataClass dataClass) {
    std::vector<std::string> out;
    for (const auto& question : questions) {
        PEIL_TRY(auto column, need(tables, question, dataClass));
        if (column) out.push_back(std::move(*column));
    }
    return out;
}

Result<exports::EarlierRelease> readEarlier(const std::filesystem::path& folder) {
    const auto file = folder / kDisclosureFile;
    PEIL_TRY(const auto text, readText(file, kMaxDisclosureBytes));
    boost::system::error_code error;
    const auto json = boost::json::parse(text, error);
    if (error || !json.is_object())
        return fail(CliErrc::BadInput,
                    "The file " + file.string() + " is damaged; give the folder of an export as peil wrote it.");
    exports::EarlierRelease earlier{
        folder.filename().string(), {}, static_cast<std::size_t>(numberOf(json, "rungs")), {}};
    for (const auto& column : listOf(json, "quasi_identifiers"))
        earlier.columns.emplace_back(column.is_string() ? std::string(column.as_string()) : std::string());
    for (const auto& one : listOf(json, "classes")) {
        exports::LookAlikes alike{{}, static_cast<std::uint64_t>(numberOf(one, "rows")), 0, 0};
        for (const auto& value : listOf(one, "values"))
            alike.values.emplace_back(value.is_string() ? std::string(value.as_string()) : std::string());
        earlier.classes.push_back(std::move(alike));
    }
    return earlier;
}

Result<exports::ReleasePlan> planOf(Tables tables, const study::DisclosurePolicy& policy,
                                    const ExportOptions& options) {
    const auto dataClass = options.settings.dataClass;
    exports::ReleasePlan plan;
    plan.onUnsafe = options.settings.onUnsafe;
    PEIL_TRY(plan.rules.quasiIdentifiers, columns(tables, policy.quasiIdentifiers, dataClass));
    PEIL_TRY(plan.rules.sensitive, columns(tables, policy.sensitive, dataClass));
    plan.rules.k = static_cast<std::uint64_t>(policy.k);
    plan.rules.l = static_cast<std::uint64_t>(policy.l);
    plan.rules.t = policy.t;
    for (const auto& step : policy.ladder) {
        PEIL_TRY(auto column, need(tables, step.question, dataClass));
        if (!column) continue;
        plan.ladder.push_back({std::move(*column), step.band, {step.grouping.begin(), step.grouping.end()}, step.drop});
    }
    for (const auto& folder : options.earlier) {
        PEIL_TRY(auto earlier, readEarlier(folder));
        plan.earlier.push_back(std::move(earlier));
    }
    return plan;
}

boost::json::object summaryOf(const exports::Release& release, const exports::ReleasePlan& plan) {
    const auto& report = release.report;
    return {{"checked", true},
            {"safe", release.safe()},
            {"k", plan.rules.k},
            {"l", plan.rules.l},
            {"t", plan.rules.t},
            {"quasi_identifiers", boost::json::value_from(plan.rules.quasiIdentifiers)},
            {"sensitive", boost::json::value_from(plan.rules.sensitive)},
            {"rungs", release.rungs},
            {"coarsened", boost::json::value_from(release.coarsened)},
            {"rows", report.rows},
            {"smallest", report.smallest},
            {"rows_below_k", report.rowsBelowK},
            {"rows_below_l", report.rowsBelowL},
            {"rows_above_t", report.rowsAboveT},
            {"earlier", plan.earlier.size()},
            {"told_apart", release.told}};
}

Result<> writeReport(const exports::Release& release, const exports::ReleasePlan& plan, boost::json::object json,
                     exports::ExportFolder& folder) {
    boost::json::array classes;
    for (const auto& one : release.report.classes)
        classes.push_back(boost::json::object{{"values", boost::json::value_from(one.values)}, {"rows", one.rows}});
    json["classes"] = std::move(classes);
    PEIL_CHECK(folder.write(kDisclosureFile, boost::json::serialize(json) + "\n"));
    for (const auto* language : {"en", "nl"})
        PEIL_CHECK(folder.write(std::string("disclosure.") + language + ".txt", inWords(release, plan, language)));
    return {};
}

} // namespace

Result<ReleaseOutcome> protect(ExportTables& tables, const study::Study& study, const ExportOptions& options,
                               exports::ExportFolder& folder, const exports::Progress& progress) {
    if (!study.disclosure.declared())
        return ReleaseOutcome{{{"checked", false}},
                              "The study declares no [disclosure]: nothing was checked, so keep this export to "
                              "yourselves."};
    auto& sources = tables.dataset.tables;
    PEIL_TRY(const auto plan, planOf(sources, study.disclosure, options));
    PEIL_TRY(const auto release, exports::decideRelease(sources, plan, progress));
    auto summary = summaryOf(release, plan);
    PEIL_CHECK(writeReport(release, plan, summary, folder));
    PEIL_TRY(tables.coarsened, exports::coarsenTables(sources, plan.ladder, release.rungs));
    for (std::size_t i = 0; i < sources.size(); ++i)
        sources[i] = &tables.coarsened[i];
    const auto words = inWords(release, plan, "en");
    return ReleaseOutcome{std::move(summary), words.substr(0, words.find('\n'))};
}

Result<ReleaseOutcome> writeCounts(const ExportTables& tables, const study::Study& study, exports::ExportFolder& folder,
                                   const exports::Progress& progress) {
    const auto& policy = study.disclosure;
    if (policy.tables.empty())
        return fail(CliErrc::BadInput,
                    "The study declares no table of counts; add a [[disclosure.table]] with rows and "
                    "columns to study.toml.");
    auto& main = *tables.dataset.tables.front();
    const auto onlyMain = Tables(tables.dataset.tables).first(1);
    for (const auto& [down, across] : policy.tables) {
        PEIL_TRY(const auto rows, need(onlyMain, down, DataClass::Rows));
        PEIL_TRY(const auto columns, need(onlyMain, across, DataClass::Rows));
        PEIL_TRY(const auto crossing, exports::cross(main, *rows, *columns, progress));
        PEIL_CHECK(folder.write("counts-" + down + "-" + across + ".csv",
                                exports::crossingCsv(crossing, static_cast<std::uint64_t>(policy.k))));
    }
    return ReleaseOutcome{{{"checked", true}, {"safe", true}, {"k", policy.k}, {"tables", policy.tables.size()}},
                          "Counts below " + std::to_string(policy.k) + " and what would give them away are hidden."};
}

} // namespace peil::cli
