// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"

#include "peil/base/text.h"

#include <array>

namespace peil {
namespace {

/// A spreadsheet runs a cell that begins like this (OWASP, CSV injection). A plain negative number is no formula.
/// Apostrophes before a sign count as well, so that taking one away always gives the text back.
bool looksLikeFormula(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    if (first == std::string_view::npos || std::string_view("=+-@\t\r").find(text[first]) == std::string_view::npos)
        return false;
    return first > 0 || !parseNumber(text);
}

/// True for the signs of CSV itself. One look-up a byte.
constexpr auto kNeedsQuotes = [] {
    std::array<bool, 256> table{};
    for (const char c : {',', '"', '\r', '\n'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool needsQuotes(std::string_view text) {
    for (const char c : text)
        if (kNeedsQuotes[static_cast<unsigned char>(c)]) return true;
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
    for (const char c : text) {
        if (c == '"') m_text += '"';
        m_text += c;
    }
    m_text += '"';
}

void CsvWriter::endRow() {
    m_text += '\n';
    m_rowStarted = false;
}

} // namespace peil
