// SPDX-License-Identifier: Apache-2.0
#include "codebook_text.h"
#include "peil/base/markup.h"
#include "peil/base/text.h"
#include "peil/export/csv_export.h"
#include "stat_codes.h"
#include "stat_plan.h"

namespace peil::exports {
namespace {

constexpr std::string_view kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;"
    "background:#fff}h1{font-size:1.7rem}h2{margin-top:2.5rem}section{border-top:1px solid #ccc;padding:.75rem 0}"
    "h3{margin:.25rem 0;font-size:1rem}code{background:#f2f2f2;padding:0 .25rem;overflow-wrap:anywhere}"
    "p{margin:.25rem 0}table{border-collapse:collapse;width:100%;margin:.5rem 0}"
    "th,td{text-align:start;padding:.15rem .5rem;border-bottom:1px solid #eee;vertical-align:top}"
    "td.n,th.n{text-align:end;white-space:nowrap}.bar{background:#2b6cb0;height:.7rem;margin:.4rem 0;min-width:1px}"
    ".none .bar{background:#8a8a8a}.meta{color:#555}@media print{section{break-inside:avoid}}";

class Page {
public:
    Page(const Codebook& codebook, std::string& out)
        : m_codebook(codebook)
        , m_out(out) {}

    void write() {
        const auto& dataset = m_codebook.dataset;
        const auto title = dataset.title.in(language());
        const auto name = markup(title.empty() ? std::string_view(dataset.id) : title);
        m_out += "<!DOCTYPE html>\n<html lang=\"" + std::string(language() == "nl" ? "nl" : "en") +
                 "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
                 word(Heading::Codebook) + " – " + name + "</title>\n<style>" + std::string(kStyle) +
                 "</style></head>\n<body>\n<h1>" + word(Heading::Codebook) + ": " + name + "</h1>\n";
        if (const auto text = dataset.description.in(language()); !text.empty())
            m_out += "<p dir=\"auto\">" + markup(text) + "</p>\n";
        m_out += "<p class=\"meta\">" + word(Heading::Version) + ": " + markup(dataset.version) + " · " +
                 word(Heading::Date) + ": " + markup(dataset.date) + " · " + word(Heading::Producer) + ": " +
                 markup(dataset.producer) + "</p>\n";
        for (std::size_t i = 0; i < dataset.tables.size(); ++i)
            table(i);
        m_out += "</body></html>\n";
    }

private:
    [[nodiscard]] const std::string& language() const { return m_codebook.language; }
    [[nodiscard]] std::string word(Heading which) const { return std::string(heading(which, language())); }
    /// A number as the page's language writes it.
    [[nodiscard]] std::string decimal(std::string number) const {
        return language() == "nl" ? replaceAll(std::move(number), ".", ",") : number;
    }

    void table(std::size_t index) {
        const auto& table = m_codebook.dataset.tables[index]->table();
        const auto& profile = m_codebook.profiles[index];
        m_out += "<h2>" + markup(fileStem(m_codebook.dataset, table)) + ".csv</h2>\n<p class=\"meta\">" +
                 word(Heading::Rows) + ": " + std::to_string(profile.rows) + " · " + word(Heading::Variables) + ": " +
                 std::to_string(table.variables.size()) + "</p>\n";
        const auto plan = planColumns(table, profile, language());
        const auto names = columnNames(table);
        for (std::size_t i = 0; i < table.variables.size(); ++i) {
            m_stat = &plan.columns[plan.own[i]];
            m_out += "<section><h3><code>" + markup(names[i]) + "</code></h3>\n";
            variable(table.variables[i], profile.variables[i], profile.rows);
            m_out += "</section>\n";
        }
    }

    /// Type, class and count, and what .sav and .dta call it when that is another name.
    void facts(const Variable& variable, const VariableProfile& profile) {
        const auto origin = labelOf(variable.typeOrigin, language());
        m_out += "<p class=\"meta\">" + std::string(labelOf(variable.type, language())) +
                 (origin.empty() ? "" : " (" + std::string(origin) + ")") + " · " +
                 std::string(labelOf(variable.variableClass, language())) + " · " + word(Heading::Valid) + ": " +
                 std::to_string(profile.valid) +
                 (m_stat->name == columnOf(variable)
                      ? ""
                      : " · " + word(Heading::StatName) + ": <code>" + markup(m_stat->name) + "</code>") +
                 "</p>\n";
    }

    void variable(const Variable& variable, const VariableProfile& profile, std::uint64_t rows) {
        if (const auto label = variable.label.in(language()); !label.empty())
            m_out += "<p dir=\"auto\">" + markup(label) + "</p>\n";
        facts(variable, profile);
        summary(variable, profile);
        if (!variable.values.empty() || profile.missingTotal() > 0) frequencies(variable, profile, rows);
    }

    void summary(const Variable& variable, const VariableProfile& profile) {
        if (profile.valid == 0) return;
        if (variable.type == VariableType::Number)
            m_out += "<p>" + word(Heading::Minimum) + " " + decimal(formatNumber(profile.minimum)) + " · " +
                     word(Heading::Mean) + " " + decimal(formatFixed(profile.mean, 2)) + " · " +
                     (profile.valid > 1
                          ? word(Heading::Deviation) + " " + decimal(formatFixed(profile.standardDeviation, 2)) + " · "
                          : "") +
                     word(Heading::Maximum) + " " + decimal(formatNumber(profile.maximum)) + "</p>\n";
        if (variable.type == VariableType::Date)
            m_out += "<p>" + word(Heading::First) + " " + markup(profile.firstDate) + " · " + word(Heading::Last) +
                     " " + markup(profile.lastDate) + "</p>\n";
    }

    void frequencies(const Variable& variable, const VariableProfile& profile, std::uint64_t rows) {
        m_out += "<table><thead><tr><th>" + word(Heading::Code) + "</th><th>" + word(Heading::Meaning) +
                 "</th><th class=\"n\">" + word(Heading::Count) + "</th><th class=\"n\">" + word(Heading::Proportion) +
                 "</th><th style=\"width:30%\"></th></tr></thead><tbody>\n";
        for (std::size_t i = 0; i < variable.values.size(); ++i)
            line("", codeCell(variable.values[i].value), variable.values[i].label.in(language()),
                 profile.frequencies[i], rows);
        if (profile.otherValues > 0) line("", "", heading(Heading::Other, language()), profile.otherValues, rows);
        for (std::size_t i = 1; i < kMissingReasons; ++i)
            if (profile.missing[i] > 0)
                line(" class=\"none\"", "", labelOf(static_cast<MissingReason>(i), language()), profile.missing[i],
                     rows);
        m_out += "</tbody></table>\n";
    }

    /// The code, and its number in .sav and .dta when that is another.
    [[nodiscard]] std::string codeCell(const std::string& code) const {
        const auto* number = m_stat->codes.find(code);
        const auto other = number != nullptr && isMapped(code, *number)
                               ? " (" + word(Heading::StatNumber) + ": " + formatNumber(*number) + ")"
                               : std::string();
        return "<code>" + markup(code) + "</code>" + other;
    }

    void line(std::string_view attributes, const std::string& codeMarkup, std::string_view label, std::uint64_t count,
              std::uint64_t rows) {
        const double share = rows > 0 ? 100 * static_cast<double>(count) / static_cast<double>(rows) : 0;
        m_out += "<tr" + std::string(attributes) + "><td>" + codeMarkup + "</td><td dir=\"auto\">" + markup(label) +
                 "</td><td class=\"n\">" + std::to_string(count) + "</td><td class=\"n\">" +
                 decimal(formatFixed(share, 1)) + "%</td><td>";
        if (count > 0) m_out += "<div class=\"bar\" style=\"width:" + formatFixed(share, 1) + "%\"></div>";
        m_out += "</td></tr>\n";
    }

    const Codebook& m_codebook;
    std::string& m_out;
    const StatColumn* m_stat = nullptr; ///< of the variable that is being written
};

} // namespace

std::string codebookHtml(const Codebook& codebook) {
    std::string out;
    Page(codebook, out).write();
    return out;
}

} // namespace peil::exports
