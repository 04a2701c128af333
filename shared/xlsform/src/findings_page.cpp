// SPDX-License-Identifier: Apache-2.0
// The page of `peil form check --html`, for designers who use no terminal: the sheets as they know them, each finding
// at its cell.
#include "peil/base/markup.h"
#include "peil/base/text.h"
#include "peil/xlsform/findings.h"

#include <algorithm>
#include <map>
#include <set>

namespace peil::xlsform {
namespace {

constexpr std::size_t kWholeSheet = 200;   ///< rows of a sheet that is drawn as a whole
constexpr std::size_t kNear = 3;           ///< rows drawn around each finding of a longer one
constexpr std::size_t kMaxDrawn = 500;     ///< rows of one sheet
constexpr std::size_t kMaxCellBytes = 400; ///< of a text in a cell

constexpr std::string_view kStyle = R"css(
*{box-sizing:border-box}
body{margin:0 auto;max-width:96rem;padding:2rem 1.5rem 4rem;background:#fff;color:#1d2730;font:16px/1.5 "Source Sans 3","Noto Sans","Segoe UI",Arial,sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem}h2{font-size:1.35rem;margin:2.4rem 0 .3rem;overflow-wrap:anywhere}h3{font-size:1.05rem;margin:1.8rem 0 .4rem}
p{margin:.3rem 0 .8rem;max-width:48rem}a{color:#1c5d88}
ol{padding:0;margin:.6rem 0;list-style:none}
li,.said p{margin:.4rem 0;padding:.45rem .8rem;border-left:4px solid;max-width:60rem}
.error{border-color:#a4262c!important;background:#fbeeee}.warning{border-color:#8a5a00!important;background:#fdf5e2}.note{border-color:#1c5d88!important;background:#eef4f8}
li b,.said b{display:block}
.scroll{overflow-x:auto;border:1px solid #c9d1d8}
table{border-collapse:collapse;font-size:.86rem;width:max-content}
th,td{border:1px solid #d9dfe4;padding:.25rem .5rem;text-align:left;vertical-align:top;max-width:22rem;white-space:pre-wrap;overflow-wrap:break-word}
thead th,tbody th{background:#f0f3f5;color:#55636f;font-weight:400;text-align:center}
tbody th{position:sticky;left:0}.names td{font-weight:600;background:#f7f9fa}
td.error,td.warning,td.note{outline:2px solid;outline-offset:-2px}td.error{outline-color:#a4262c}td.warning{outline-color:#8a5a00}td.note{outline-color:#1c5d88}
.said td{padding:.1rem .5rem;max-width:none;white-space:normal}.said p{position:sticky;left:3.5rem;width:min(58rem,calc(100vw - 8rem))}
.gap td{color:#55636f;font-style:italic;max-width:none}
@media print{body{padding:0;font-size:10pt}.scroll{overflow:visible;border:0}table{width:auto}tr{break-inside:avoid}th,td{max-width:none}.said p{width:auto}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

using RowFindings = std::map<std::size_t, std::vector<const Diagnostic*>>; ///< by row; 0: of the whole sheet

std::string counted(std::size_t number, std::string_view thing) {
    return std::to_string(number) + " " + std::string(thing) + (number == 1 ? "" : "s");
}

std::string tallyOf(std::size_t errors, std::size_t warnings, std::size_t notes) {
    auto text = counted(errors, "error") + ", " + counted(warnings, "warning");
    return notes == 0 ? text : text + ", " + counted(notes, "note");
}

std::string shortened(const std::string& text) {
    if (text.size() <= kMaxCellBytes) return markup(text);
    auto end = kMaxCellBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return markup(text.substr(0, end)) + "…";
}

std::string classOf(const Diagnostic& finding) {
    return " class=\"" + std::string(idOf(finding.severity)) + "\"";
}

std::string itemOf(const Diagnostic& finding, const std::string& where) {
    return "<b>" +
           std::string(finding.severity == Severity::Error     ? "Error"
                       : finding.severity == Severity::Warning ? "Warning"
                                                               : "Note") +
           (where.empty() ? "" : ", " + where) + "</b>" + markup(sentencesOf(finding));
}

/// One sheet of one form; `id` is unique on the page.
class SheetDrawing {
public:
    SheetDrawing(const Sheet& sheet, RowFindings findings, std::string id)
        : m_sheet(&sheet)
        , m_findings(std::move(findings))
        , m_id(std::move(id)) {
        for (const auto& row : sheet.rows)
            m_width = std::max(m_width, row.size());
    }

    [[nodiscard]] std::string html() const {
        std::string out = "<h3 id=\"" + m_id + "r0\">Sheet " + markup(m_sheet->name) + "</h3>\n";
        out += said(0, "p") + "<div class=\"scroll\"><table><thead><tr><th></th>";
        for (std::size_t column = 0; column < m_width; ++column) {
            const auto name = Cell{nullptr, 1, column}.reference();
            out += "<th scope=\"col\">" + name.substr(0, name.size() - 1) + "</th>";
        }
        out += "</tr></thead><tbody>\n";
        std::size_t before = 0;
        for (const auto row : drawnRows()) {
            if (row > before + 1) out += gap(before + 1, row - 1);
            out += drawn(row);
            before = row;
        }
        if (before < m_sheet->rows.size()) out += gap(before + 1, m_sheet->rows.size());
        return out + "</tbody></table></div>\n";
    }

private:
    using Marks = std::vector<const Diagnostic*>; ///< by column; null where nothing is

    [[nodiscard]] std::set<std::size_t> drawnRows() const {
        std::set<std::size_t> rows;
        const auto last = m_sheet->rows.size();
        const auto add = [&](std::size_t first, std::size_t end) {
            for (auto row = first; row <= std::min(end, last) && rows.size() < kMaxDrawn; ++row)
                rows.insert(row);
        };
        if (last <= kWholeSheet) add(1, last);
        add(1, 1);
        for (const auto& [row, findings] : m_findings)
            if (row > 0) add(row > kNear ? row - kNear : 1, row + kNear);
        return rows;
    }

    [[nodiscard]] std::string gap(std::size_t first, std::size_t last) const {
        return "<tr class=\"gap\"><th></th><td colspan=\"" + std::to_string(std::max<std::size_t>(m_width, 1)) + "\">" +
               (first == last ? "Row " + std::to_string(first) + " is"
                              : "Rows " + std::to_string(first) + " to " + std::to_string(last) + " are") +
               " not shown.</td></tr>\n";
    }

    [[nodiscard]] std::string drawn(std::size_t row) const {
        const auto& cells = m_sheet->rows[row - 1];
        const auto found = m_findings.find(row);
        const auto worst = found == m_findings.end() ? Marks(m_width) : worstOf(found->second);
        std::string out = "<tr id=\"" + m_id + "r" + std::to_string(row) + "\"" + (row == 1 ? " class=\"names\"" : "") +
                          "><th scope=\"row\">" + std::to_string(row) + "</th>";
        for (std::size_t column = 0; column < m_width; ++column) {
            out += "<td" + (worst[column] == nullptr ? std::string() : classOf(*worst[column])) + ">" +
                   (column < cells.size() ? shortened(cells[column]) : std::string()) + "</td>";
        }
        out += "</tr>\n";
        if (found != m_findings.end())
            out += "<tr class=\"said\"><th></th><td colspan=\"" + std::to_string(m_width) + "\">" + said(row, "p") +
                   "</td></tr>\n";
        return out;
    }

    /// The worst finding of each column; one at a header that several columns have is at all of them.
    [[nodiscard]] Marks worstOf(const std::vector<const Diagnostic*>& findings) const {
        Marks worst(m_width);
        const auto& header = m_sheet->rows.front();
        for (const auto* finding : findings)
            for (std::size_t i = 0; i < header.size() && !finding->place.column.empty(); ++i)
                if ((worst[i] == nullptr || finding->severity > worst[i]->severity) &&
                    trim(header[i]) == trim(finding->place.column))
                    worst[i] = finding;
        return worst;
    }

    [[nodiscard]] std::string said(std::size_t row, const std::string& element) const {
        const auto found = m_findings.find(row);
        std::string out;
        if (found == m_findings.end()) return out;
        for (const auto* finding : found->second)
            out += "<" + element + classOf(*finding) + ">" +
                   itemOf(*finding, finding->place.column.empty() ? "" : "column " + markup(finding->place.column)) +
                   "</" + element + ">";
        return out;
    }

    const Sheet* m_sheet;
    RowFindings m_findings;
    std::string m_id;
    std::size_t m_width = 0;
};

std::string formSection(const CheckedForm& form, const std::string& id) {
    std::map<const Sheet*, RowFindings> bySheet;
    std::string list;
    for (const auto& finding : form.findings) {
        const auto cell = cellOf(form.sheets, finding.place);
        const auto row = cell.sheet != nullptr && cell.row <= cell.sheet->rows.size() ? cell.row : 0;
        auto where = markup(describe(finding.place));
        if (cell.sheet != nullptr) {
            bySheet[cell.sheet][row].push_back(&finding);
            const auto sheet = std::to_string(cell.sheet - form.sheets.sheets.data());
            where = "<a href=\"#" + id + "s" + sheet + "r" + std::to_string(row) + "\">" + where + "</a>";
        }
        list += "<li" + classOf(finding) + ">" + itemOf(finding, where) + "</li>\n";
    }
    std::string out = "<h2>" + markup(form.source) + "</h2>\n<p>" +
                      tallyOf(form.count(Severity::Error), form.count(Severity::Warning), form.count(Severity::Note));
    if (form.count(Severity::Error) > 0)
        out += ". The form cannot be used until the errors are corrected.";
    else
        out += "; " + counted(form.fields, "field") + ", " + counted(form.languages, "language") + ".";
    out += "</p>\n" + (list.empty() ? std::string() : "<ol>\n" + list + "</ol>\n");
    for (std::size_t i = 0; i < form.sheets.sheets.size(); ++i) {
        const auto& sheet = form.sheets.sheets[i];
        if (!sheet.rows.empty()) out += SheetDrawing(sheet, bySheet[&sheet], id + "s" + std::to_string(i)).html();
    }
    return out;
}

} // namespace

std::string findingsPage(std::span<const CheckedForm> forms) {
    std::size_t errors = 0, warnings = 0, notes = 0;
    std::string sections;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        errors += forms[i].count(Severity::Error);
        warnings += forms[i].count(Severity::Warning);
        notes += forms[i].count(Severity::Note);
        sections += formSection(forms[i], "f" + std::to_string(i));
    }
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\"><title>Form check</title><style>" +
           std::string(kStyle) + "</style></head>\n<body>\n<h1>Form check</h1>\n<p>" + counted(forms.size(), "form") +
           ": " + tallyOf(errors, warnings, notes) + ".</p>\n" + sections + "</body>\n</html>\n";
}

} // namespace peil::xlsform
