// SPDX-License-Identifier: Apache-2.0
#include "codebook_text.h"
#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "peil/export/csv_export.h"
#include "stat_plan.h"

namespace peil::exports {
namespace {

/// The texts of `labels` in the order of `languages`; empty where there is none.
void putLabels(const Labels& labels, const std::vector<std::string>& languages, CsvWriter& out) {
    for (const auto& language : languages) {
        const auto found = labels.all().find(language);
        out.cell(found == labels.all().end() ? std::string_view() : found->second);
    }
}

/// How a value is in .sav and .dta: the column's name and what is in it.
struct InStat {
    std::string name, sav, dta;
};

class TableOfColumns {
public:
    TableOfColumns(const Codebook& codebook, std::size_t table, const std::vector<std::string>& languages,
                   CsvWriter& out)
        : m_table(codebook.dataset.tables[table]->table())
        , m_profile(codebook.profiles[table])
        , m_languages(languages)
        , m_names(columnNames(m_table))
        , m_plan(planColumns(m_table, m_profile, codebook.language))
        , m_out(out) {}

    void write() {
        for (m_at = 0; m_at < m_table.variables.size(); ++m_at)
            variable();
    }

private:
    [[nodiscard]] const Variable& now() const { return m_table.variables[m_at]; }
    [[nodiscard]] const StatColumn& own() const { return m_plan.columns[m_plan.own[m_at]]; }

    void variable() {
        const auto& profile = m_profile.variables[m_at];
        line({}, {}, profile.valid, {own().name, {}, {}});
        for (std::size_t i = 0; i < now().values.size(); ++i)
            line(now().values[i].value, now().values[i].label, profile.frequencies[i], valueInStat(i));
        for (std::size_t i = 1; i < kMissingReasons; ++i) {
            if (profile.missing[i] == 0) continue;
            const auto reason = static_cast<MissingReason>(i);
            Labels labels;
            for (const auto& language : m_languages)
                labels.set(language, std::string(labelOf(reason, language)));
            line("(" + std::string(idOf(reason)) + ")", labels, profile.missing[i], reasonInStat(reason));
        }
    }

    [[nodiscard]] InStat valueInStat(std::size_t index) const {
        const auto& code = now().values[index].value;
        if (now().type == VariableType::Choices) return {flagOf(code), "1", "1"};
        const auto* number = own().codes.find(code);
        if (number == nullptr) return {own().name, code, code};
        return {own().name, formatNumber(*number), formatNumber(*number)};
    }

    [[nodiscard]] std::string flagOf(std::string_view code) const {
        for (std::size_t i = m_plan.own[m_at]; i < m_plan.columns.size() && m_plan.columns[i].variable == m_at; ++i)
            if (m_plan.columns[i].kind == StatKind::Flag && m_plan.columns[i].choice == code)
                return m_plan.columns[i].name;
        return {};
    }

    [[nodiscard]] InStat reasonInStat(MissingReason reason) const {
        const auto number = std::to_string(static_cast<int>(reason));
        if (const auto at = m_plan.reasons[m_at]; at != StatPlan::kNoColumn)
            return {m_plan.columns[at].name, number, number};
        if (own().kind == StatKind::Text) return {own().name, {}, {}};
        if (reason == MissingReason::Missing || !own().reasons) return {own().name, ".", "."};
        return {own().name, formatNumber(savCode(own(), reason)), std::string(".") + dtaTag(reason)};
    }

    void line(std::string_view value, const Labels& labels, std::uint64_t count, const InStat& stat) {
        m_out.cell(m_table.name);
        m_out.cell(m_names[m_at]);
        m_out.cell(now().name);
        m_out.cell(idOf(now().type));
        m_out.cell(idOf(now().variableClass));
        putLabels(now().label, m_languages, m_out);
        m_out.cell(value);
        putLabels(labels, m_languages, m_out);
        m_out.cell(std::to_string(count));
        m_out.cell(idOf(now().typeOrigin));
        for (const auto& text : {stat.name, stat.sav, stat.dta})
            m_out.cell(text);
        m_out.endRow();
    }

    const Table& m_table;
    const TableProfile& m_profile;
    const std::vector<std::string>& m_languages;
    std::vector<std::string> m_names;
    StatPlan m_plan;
    CsvWriter& m_out;
    std::size_t m_at = 0;
};

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
    for (const auto* name : {"count", "type_from", "stat_name", "sav_value", "dta_value"})
        out.cell(name);
    out.endRow();
    for (std::size_t t = 0; t < codebook.dataset.tables.size(); ++t)
        TableOfColumns(codebook, t, languages, out).write();
    return out.take();
}

Result<> writeCodebook(const Dataset& dataset, ExportFolder& folder, const std::string& language,
                       const Progress& progress) {
    PEIL_CHECK(checkDataset(dataset));
    std::vector<TableProfile> profiles;
    for (auto* source : dataset.tables) {
        PEIL_TRY(auto one, profile(*source, progress));
        profiles.push_back(std::move(one));
    }
    const Codebook codebook{dataset, profiles, language};
    PEIL_CHECK(folder.write("codebook.csv", codebookCsv(codebook)));
    PEIL_CHECK(folder.write("codebook.xml", codebookDdi(codebook)));
    return folder.write("codebook.html", codebookHtml(codebook));
}

} // namespace peil::exports
