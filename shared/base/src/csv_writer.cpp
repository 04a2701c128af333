// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"

#include "peil/base/text.h"

namespace peil {
namespace {

/// A spreadsheet runs a cell that begins like this (OWASP, CSV injection). A plain negative number is no formula.
bool looksLikeFormula(std::string_view text) {
    if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
    return !parseNumber(text);
}

/// One comparison a byte; find_first_of would search the four signs for each.
bool needsQuotes(std::string_view text) {
    for (const char c : text)
        if (c == ',' || c == '"' || c == '\r' || c == '\n') return true;
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
