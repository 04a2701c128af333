// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"

#include "csv_encoding.h"
#include "peil/base/cell.h"
#include "peil/base/error.h"
#include "peil/base/text.h"

#include <algorithm>

namespace peil {
namespace {

/// Reads one record at a time.
class Reader {
public:
    Reader(std::string_view text, char separator, std::size_t line, CsvRules::Blanks blanks)
        : m_text(text)
        , m_separator(separator)
        , m_trims(blanks == CsvRules::Blanks::Trim)
        , m_line(line) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] std::size_t line() const { return m_line; }

    Result<std::vector<std::string>> record(std::size_t maxColumns) {
        std::vector<std::string> cells;
        cells.reserve(m_width);
        for (;;) {
            PEIL_CHECK(cell(cells));
            if (cells.size() > maxColumns)
                return fail(BaseErrc::CsvTooLarge, "Line " + std::to_string(m_line) + " has more than " +
                                                       std::to_string(maxColumns) + " cells.");
            if (atEnd()) break;
            if (m_text[m_at] != m_separator) {
                endLine();
                break;
            }
            ++m_at;
        }
        m_width = cells.size();
        return cells;
    }

private:
    void endLine() {
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') ++m_at;
        ++m_at;
        ++m_line;
    }

    [[nodiscard]] bool endsCell(char c) const { return c == m_separator || c == '\n' || c == '\r'; }

    std::string_view toEndOfCell() {
        const auto start = m_at;
        while (!atEnd() && !endsCell(m_text[m_at]))
            ++m_at;
        return m_text.substr(start, m_at - start);
    }

    /// Whether a quoted text begins here, perhaps behind spaces; steps into it.
    bool opensQuote() {
        auto at = m_at;
        while (m_trims && at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t') && !endsCell(m_text[at]))
            ++at;
        if (at >= m_text.size() || m_text[at] != '"') return false;
        m_at = at + 1;
        return true;
    }

    Result<> cell(std::vector<std::string>& cells) {
        if (!opensQuote()) {
            const auto text = toEndOfCell();
            cells.emplace_back(m_trims ? trimBlanks(text) : text);
            return {};
        }
        std::string text;
        for (const auto opened = m_line;;) {
            const auto quote = m_text.find('"', m_at);
            if (quote == std::string_view::npos)
                return fail(BaseErrc::CsvUnclosedQuote,
                            "The quote that opens on line " + std::to_string(opened) + " is never closed.");
            const auto part = m_text.substr(m_at, quote - m_at);
            m_line += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
            text += part;
            m_at = quote + 1;
            if (atEnd() || m_text[m_at] != '"') break;
            text += '"';
            ++m_at;
        }
        text += toEndOfCell(); // "a"b reads as ab
        cells.push_back(m_trims ? std::string(trimBlanks(text)) : std::move(text));
        return {};
    }

    std::string_view m_text;
    char m_separator;
    bool m_trims;
    std::size_t m_at = 0;
    std::size_t m_line;
    std::size_t m_width = 1; ///< of the last record
};

/// A sheet often has separators up to the last column that was ever used.
void dropEmptyEnd(std::vector<std::string>& cells) {
    const auto wide = cells.size();
    while (!cells.empty() && trimBlanks(cells.back()).empty())
        cells.pop_back();
    if (cells.size() < wide) cells.shrink_to_fit();
}

bool isBlank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return trimBlanks(cell).empty(); });
}

} // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

Result<std::size_t> CsvTable::requireColumn(std::string_view name, std::string_view fileName) const {
    if (const auto found = column(name)) return *found;
    std::string sentence = "\"" + std::string(fileName) + "\" has no column \"" + std::string(name) + "\"";
    sentence += ". Add it to the header";
    if (const auto near = nearest(name, header)) sentence += ", or rename \"" + *near + "\" if that was meant";
    return fail(BaseErrc::CsvMissingColumn, sentence + ".");
}

std::string CsvTable::encodingNotice() const {
    if (legacyLine == 0) return {};
    return "Line " + std::to_string(legacyLine) +
           " is not UTF-8, so the table was read as Windows-1252, which Excel writes in Western Europe. If letters "
           "with "
           "accents look wrong, save it as UTF-8 (in Excel: CSV UTF-8).";
}

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const {
    return column < rows[row].size() ? std::string_view(rows[row][column]) : std::string_view{};
}

Result<CsvTable> parseCsv(std::string_view bytes, const CsvLimits& limits, const CsvRules& rules) {
    if (bytes.size() > limits.maxBytes)
        return fail(BaseErrc::CsvTooLarge, "The table has more than " + std::to_string(limits.maxBytes) + " bytes.");
    std::string room;
    PEIL_TRY(const auto decoded, tableText(bytes, room));
    auto text = decoded.text;
    const auto declared = takeDeclaredSeparator(text);
    CsvTable table;
    table.legacyLine = decoded.legacyLine;
    table.separator = declared.value_or(separatorOf(text, rules.rows));
    table.firstLine = declared ? 2 : 1;
    Reader reader(text, table.separator, table.firstLine, rules.blanks);
    bool headerRead = false;
    std::size_t kept = 0;
    while (!reader.atEnd()) {
        const auto line = reader.line();
        PEIL_TRY(auto cells, reader.record(limits.maxColumns));
        if (isBlank(cells)) continue;
        if (rules.rows != CsvRules::Rows::Even) dropEmptyEnd(cells);
        if (kept += cells.size(); kept > limits.maxCells)
            return fail(BaseErrc::CsvTooLarge,
                        "The table has more than " + std::to_string(limits.maxCells) + " cells.");
        if (!headerRead) {
            table.header = std::move(cells);
            table.headerLine = line;
            headerRead = true;
            continue;
        }
        if (table.rows.size() == limits.maxRows)
            return fail(BaseErrc::CsvTooLarge, "The table has more than " + std::to_string(limits.maxRows) + " rows.");
        table.rows.push_back(std::move(cells));
        table.lines.push_back(line);
    }
    PEIL_CHECK(checkShape(table, rules));
    return table;
}

} // namespace peil
