// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"

#include "peil/base/text.h"

#include <array>

namespace peil {
namespace {

constexpr std::array<bool, 256> tableOf(std::string_view signs) {
    std::array<bool, 256> table{};
    for (const char c : signs)
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

// One look-up a byte: an export writes many millions of cells.
constexpr auto kBeginsFormula = tableOf("=+-@\t\r");
constexpr auto kNeedsQuotes = tableOf(",\"\r\n");

bool isIn(const std::array<bool, 256>& table, char c) {
    return table[static_cast<unsigned char>(c)];
}

/// A spreadsheet runs a cell that begins like this (OWASP, CSV injection). A plain negative number is no formula.
/// Apostrophes before a sign count as well, so that taking one away always gives the text back.
bool looksLikeFormula(std::string_view text) {
    std::size_t first = 0;
    while (first < text.size() && text[first] == '\'')
        ++first;
    if (first == text.size() || !isIn(kBeginsFormula, text[first])) return false;
    return first > 0 || !parseNumber(text);
}

bool needsQuotes(std::string_view text) {
    for (const char c : text)
        if (isIn(kNeedsQuotes, c)) return true;
    return !text.empty() && (text.front() == ' ' || text.back() == ' ');
}

} // namespace

void CsvWriter::cell(std::string_view text) {
    if (m_rowStarted) m_text += ',';
    m_rowStarted = true;
    std::string guarded;
    if (m_guard == FormulaGuard::On && looksLikeFormula(text)) {
        guarded = "'" + std::string(text);
        text = guarded;
    }
    if (!needsQuotes(text)) {
        m_text += text;
        return;
    }
    m_text += '"';
    while (true) {
        const auto quote = text.find('"');
        m_text += text.substr(0, quote);
        if (quote == std::string_view::npos) break;
        m_text += "\"\"";
        text.remove_prefix(quote + 1);
    }
    m_text += '"';
}

void CsvWriter::endRow() {
    m_text += '\n';
    m_rowStarted = false;
}

} // namespace peil
