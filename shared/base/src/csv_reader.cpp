// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"

#include "peil/base/error.h"
#include "peil/base/text.h"

#include <algorithm>

namespace peil {
namespace {

char detectSeparator(std::string_view text) {
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        if (c == ';') return ';';
    }
    return ',';
}

/// Reads one record at a time.
class Reader {
public:
    Reader(std::string_view text, char separator)
        : m_text(text)
        , m_separator(separator) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] std::size_t line() const { return m_line; }

    Result<std::vector<std::string>> record(std::size_t maxColumns) {
        std::vector<std::string> cells;
        for (;;) {
            PEIL_TRY(auto text, cell());
            cells.push_back(std::move(text));
            if (cells.size() > maxColumns)
                return fail(BaseErrc::CsvTooLarge, "Line " + std::to_string(m_line) + " has more than " +
                                                       std::to_string(maxColumns) + " cells.");
            if (atEnd()) return cells;
            if (m_text[m_at] == m_separator) {
                ++m_at;
                continue;
            }
            endLine();
            return cells;
        }
    }

private:
    void endLine() {
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') ++m_at;
        ++m_at;
        ++m_line;
    }

    [[nodiscard]] bool endsCell(char c) const { return c == m_separator || c == '\n' || c == '\r'; }

    Result<std::string> cell() {
        std::string text;
        if (atEnd() || m_text[m_at] != '"') {
            const auto start = m_at;
            while (!atEnd() && !endsCell(m_text[m_at]))
                ++m_at;
            return std::string(m_text.substr(start, m_at - start));
        }
        const auto opened = m_line;
        for (++m_at;; ++m_at) {
            if (atEnd())
                return fail(BaseErrc::CsvUnclosedQuote,
                            "The quote that opens on line " + std::to_string(opened) + " is never closed.");
            if (m_text[m_at] == '\n') ++m_line;
            if (m_text[m_at] != '"') {
                text += m_text[m_at];
                continue;
            }
            if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                text += '"';
                ++m_at;
                continue;
            }
            break;
        }
        for (++m_at; !atEnd() && !endsCell(m_text[m_at]); ++m_at)
            text += m_text[m_at]; // "a"b reads as ab
        return text;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

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

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const {
    return column < rows[row].size() ? std::string_view(rows[row][column]) : std::string_view{};
}

Result<CsvTable> parseCsv(std::string_view text, const CsvLimits& limits, CsvSeparator separator) {
    if (text.size() > limits.maxBytes)
        return fail(BaseErrc::CsvTooLarge, "The table has more than " + std::to_string(limits.maxBytes) + " bytes.");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!isUtf8(text)) return fail(BaseErrc::NotUtf8, "The table is not UTF-8; save it as UTF-8.");
    const char mark = separator == CsvSeparator::Comma       ? ','
                      : separator == CsvSeparator::Semicolon ? ';'
                                                             : detectSeparator(text);
    Reader reader(text, mark);
    CsvTable table;
    bool headerRead = false;
    while (!reader.atEnd()) {
        const auto line = reader.line();
        PEIL_TRY(auto cells, reader.record(limits.maxColumns));
        if (cells.size() == 1 && cells.front().empty()) continue;
        if (!headerRead) {
            table.header = std::move(cells);
            headerRead = true;
            continue;
        }
        if (table.rows.size() == limits.maxRows)
            return fail(BaseErrc::CsvTooLarge, "The table has more than " + std::to_string(limits.maxRows) + " rows.");
        table.rows.push_back(std::move(cells));
        table.lines.push_back(line);
    }
    return table;
}

} // namespace peil
