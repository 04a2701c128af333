// SPDX-License-Identifier: Apache-2.0
#include "released_values.h"

#include "peil/base/text.h"
#include "peil/dataset/dataset_error.h"
#include "peil/dataset/release_check.h"

#include <algorithm>

namespace peil::dataset {
namespace {

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

exports::Variable numberNamed(const char* name, exports::Labels label) {
    exports::Variable variable;
    variable.name = name;
    variable.label = std::move(label);
    variable.type = exports::VariableType::Number;
    variable.typeOrigin = exports::TypeOrigin::Study;
    return variable;
}

/// The main table with a column for the stratum and one for the site.
Result<exports::MemoryTable> withDesign(exports::TableSource& main, const study::Study& study, Rng& rng,
                                        const exports::Progress& progress) {
    exports::TableSource* const only[] = {&main};
    PEIL_TRY(const auto city, columnOf(only, study.fields.city));
    PEIL_TRY(const auto site, columnOf(only, study.fields.site));
    if (!city || !site)
        return fail(DatasetErrc::BadInput, "study.toml, [disclosure]: design = true needs the questions \"" +
                                               study.fields.city + "\" and \"" + study.fields.site + "\" of [fields].");
    PEIL_TRY(auto strata, exports::withNumbers(main, *city,
                                               numberNamed(kStratum, {{"en", "Stratum, a random number"},
                                                                      {"nl", "Stratum, een willekeurig nummer"}}),
                                               rng, progress));
    return exports::withNumbers(
        strata, *site, numberNamed(kPsu, {{"en", "Site, a random number"}, {"nl", "Plek, een willekeurig nummer"}}),
        rng, progress);
}

/// Calls `use` for each row. @return Cancelled, an error of the source.
Result<> eachRow(exports::TableSource& table, const exports::Progress& progress, auto use) {
    if (progress && !progress(0.5)) return fail(exports::ExportErrc::Cancelled, "The export was interrupted.");
    PEIL_CHECK(table.rewind());
    for (exports::Row row;;) {
        PEIL_TRY(const bool more, table.next(row));
        if (!more) return {};
        use(row);
    }
}

using Different = std::set<std::string, std::less<>>;

/// The different answers of each column, and how many rows there are.
Result<std::uint64_t> gather(exports::TableSource& table, std::vector<Different>& answers,
                             const exports::Progress& progress) {
    const auto& variables = table.table().variables;
    answers.assign(variables.size(), {});
    std::uint64_t rows = 0;
    PEIL_CHECK(eachRow(table, progress, [&](const exports::Row& row) {
        ++rows;
        for (std::size_t i = 0; i < variables.size(); ++i) {
            const auto& cell = row.cells[i];
            if (cell.missing != exports::MissingReason::None) continue;
            answers[i].insert(variables[i].type == exports::VariableType::Number ? formatNumber(cell.number)
                                                                                 : std::string(cell.text));
        }
    }));
    return rows;
}

} // namespace

Result<std::deque<exports::MemoryTable>> releasedValues(Sources tables, const study::Study& study, Rng& rng,
                                                        const exports::Progress& progress) {
    std::vector<exports::TableSource*> sources(tables.begin(), tables.end());
    std::vector<std::string> columns;
    for (const auto& question : study.disclosure.release) {
        PEIL_TRY(auto column, columnOf(sources, question));
        if (column) columns.push_back(std::move(*column));
    }
    if (!study.disclosure.design) return exports::onlyColumns(sources, columns, progress);
    PEIL_TRY(auto main, withDesign(*sources.front(), study, rng, progress));
    sources.front() = &main;
    columns.insert(columns.end(), {kStratum, kPsu});
    return exports::onlyColumns(sources, columns, progress);
}

Result<> refuseNearUnique(Sources tables, const study::Study& study, const exports::Progress& progress) {
    const auto& policy = study.disclosure;
    for (auto* table : tables) {
        std::vector<Different> answers;
        PEIL_TRY(const auto rows, gather(*table, answers, progress));
        const auto most = mostValues(rows, policy.k);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const auto& name = table->table().variables[i].name;
            const bool made = policy.design && (name == kStratum || name == kPsu);
            if (answers[i].size() <= most || made || has(policy.quasiIdentifiers, name) || has(policy.harmless, name))
                continue;
            return fail(exports::ExportErrc::Unsafe,
                        "The column " + name + " has " + std::to_string(answers[i].size()) + " different answers in " +
                            std::to_string(rows) + " rows, and above " + std::to_string(most) +
                            " fewer than k people share one; add it to quasi_identifiers of study.toml, remove it from "
                            "release, or declare it harmless.");
        }
    }
    return {};
}

Result<> refuseSmallPlaces(exports::TableSource& main, const study::Study& study, const exports::Progress& progress) {
    const auto& policy = study.disclosure;
    if (!policy.design) return {};
    for (const auto* column : {kStratum, kPsu}) {
        const exports::DisclosureRules rules{{column}, {}, static_cast<std::uint64_t>(policy.k), 1, 1};
        PEIL_TRY(const auto report, exports::checkDisclosure(main, rules, progress));
        if (!report.safe())
            return fail(exports::ExportErrc::Unsafe, "A " + std::string(column == kStratum ? "city" : "site") +
                                                         " has fewer than " + std::to_string(policy.k) +
                                                         " interviews, so its number could identify them; wait for "
                                                         "more, or remove design = true from study.toml.");
    }
    return {};
}

} // namespace peil::dataset
