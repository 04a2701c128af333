// SPDX-License-Identifier: Apache-2.0
#include "codebook_text.h"
#include "peil/base/csv.h"
#include "peil/export/csv_export.h"

namespace peil::exports {
namespace {

/// The texts of `labels` in the order of `languages`; empty where there is none.
void putLabels(const Labels& labels, const std::vector<std::string>& languages, CsvWriter& out) {
    for (const auto& language : languages) {
        const auto found = labels.all().find(language);
        out.cell(found == labels.all().end() ? std::string_view() : found->second);
    }
}

struct Line {
    const Table& table;
    const Variable& variable;
    const std::vector<std::string>& languages;
};

void putStart(const Line& line, CsvWriter& out) {
    out.cell(line.table.name);
    out.cell(columnOf(line.variable));
    out.cell(line.variable.name);
    out.cell(wordOf(line.variable.type));
    out.cell(wordOf(line.variable.variableClass));
    putLabels(line.variable.label, line.languages, out);
}

void putVariable(const Line& line, const VariableProfile& profile, const CodebookOptions& options, CsvWriter& out) {
    putStart(line, out);
    out.cell({});
    for (std::size_t i = 0; i < line.languages.size(); ++i)
        out.cell({});
    out.cell(printedCount(profile.valid, options));
    out.endRow();
    for (std::size_t i = 0; i < line.variable.values.size(); ++i) {
        putStart(line, out);
        out.cell(line.variable.values[i].value);
        putLabels(line.variable.values[i].label, line.languages, out);
        out.cell(printedCount(profile.frequencies[i], options));
        out.endRow();
    }
    for (std::size_t reason = 1; reason < kMissingReasons; ++reason) {
        if (profile.missing[reason] == 0) continue;
        putStart(line, out);
        out.cell("(" + std::string(wordOf(static_cast<MissingReason>(reason))) + ")");
        for (const auto& language : line.languages)
            out.cell(reasonLabel(static_cast<MissingReason>(reason), language));
        out.cell(printedCount(profile.missing[reason], options));
        out.endRow();
    }
}

} // namespace

std::string codebookCsv(const Codebook& codebook) {
    const auto languages = languagesOf(codebook.dataset);
    CsvWriter out(FormulaGuard::On);
    for (const auto* name : {"table", "column", "name", "type", "class"})
        out.cell(name);
    for (const auto& language : languages)
        out.cell("label::" + language);
    out.cell("value");
    for (const auto& language : languages)
        out.cell("value_label::" + language);
    out.cell("count");
    out.endRow();
    for (std::size_t t = 0; t < codebook.dataset.tables.size(); ++t) {
        const auto& table = codebook.dataset.tables[t]->table();
        for (std::size_t i = 0; i < table.variables.size(); ++i)
            putVariable({table, table.variables[i], languages}, codebook.profiles[t].variables[i], codebook.options,
                        out);
    }
    return out.take();
}

Result<> writeCodebook(const Dataset& dataset, ExportFolder& folder, const CodebookOptions& options,
                       const Progress& progress) {
    PEIL_CHECK(checkDataset(dataset));
    std::vector<TableProfile> profiles;
    for (auto* source : dataset.tables) {
        PEIL_TRY(auto one, profile(*source, progress));
        profiles.push_back(std::move(one));
    }
    const Codebook codebook{dataset, profiles, options};
    PEIL_CHECK(folder.write("codebook.csv", codebookCsv(codebook)));
    PEIL_CHECK(folder.write("codebook.xml", codebookDdi(codebook)));
    return folder.write("codebook.html", codebookHtml(codebook));
}

} // namespace peil::exports
