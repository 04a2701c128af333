// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/definition_check.h"

#include "peil/analysis/tables.h"
#include "peil/base/text.h"

#include <algorithm>
#include <set>

namespace peil::analysis {
namespace {

Diagnostic error(std::string message, std::string cure = {}) {
    return {Severity::Error, "benchmark_table", {}, std::move(message), std::move(cure)};
}

/// The rows of one group that are still in question, narrowed column by column.
class RegisterRows {
public:
    RegisterRows(const CsvTable& table, std::size_t groupColumn, const std::string& group)
        : m_table(table)
        , m_group(group) {
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            if (trim(table.cell(row, groupColumn)) == group) m_rows.push_back(row);
    }

    /// Keeps the rows with `declared` in `column`. @return what is wrong if there is none.
    std::optional<Diagnostic> keep(const char* name, std::optional<std::size_t> column, const std::string& declared) {
        if (!column) return std::nullopt;
        std::set<std::string> others;
        std::vector<std::size_t> kept;
        for (const auto row : m_rows) {
            const std::string cell(trim(m_table.cell(row, *column)));
            if (cell == declared)
                kept.push_back(row);
            else
                others.insert(cell);
        }
        if (kept.empty())
            return error(std::string(kBenchmarkFile) + ": the group \"" + m_group + "\" has no row with the " + name +
                             " \"" + declared + "\" that [benchmark] in study.toml declares" +
                             (others.empty() ? "" : "; it has: ") +
                             join(std::vector<std::string>(others.begin(), others.end()), ", ") + ".",
                         "Correct one of the two files.");
        m_rows = std::move(kept);
        return std::nullopt;
    }

private:
    const CsvTable& m_table;
    const std::string& m_group;
    std::vector<std::size_t> m_rows;
};

void checkTable(const study::Study& study, const std::filesystem::path& file, std::vector<Diagnostic>& remarks) {
    const auto source = readTable(file);
    if (!source) return remarks.push_back(error(describe(source.error())));
    const auto& table = source->table;
    if (table.legacyLine > 0)
        remarks.push_back({Severity::Note, "legacy_encoding", {.file = kBenchmarkFile}, table.encodingNotice()});
    const auto group = table.requireColumn("group", kBenchmarkFile), area = table.requireColumn("area", kBenchmarkFile);
    for (const auto* column : {&group, &area})
        if (!*column) return remarks.push_back(error(describe(column->error())));
    const auto& benchmark = *study.benchmark;
    for (const auto& each : study.groups) {
        RegisterRows rows(table, *group, each.id);
        auto fault = rows.keep("area", *area, benchmark.area);
        if (!fault) fault = rows.keep("register", table.column("register"), benchmark.registerName);
        if (!fault) fault = rows.keep("year", table.column("year"), std::to_string(benchmark.year));
        if (fault) remarks.push_back(std::move(*fault));
    }
}

} // namespace

std::vector<Diagnostic> checkDefinitions(const study::Study& study, const std::filesystem::path& folder) {
    std::vector<Diagnostic> remarks;
    for (const auto& difference : study::compareDefinitions(study))
        remarks.push_back({difference.effect == study::SizeEffect::Unknown ? Severity::Note : Severity::Warning,
                           "other_definition",
                           {.file = "study.toml"},
                           study::differenceSentence(difference, "en")});
    std::error_code ignored;
    if (const auto file = folder / kBenchmarkFile; study.benchmark && std::filesystem::exists(file, ignored))
        checkTable(study, file, remarks);
    return remarks;
}

} // namespace peil::analysis
