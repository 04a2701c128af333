// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"

#include "peil/base/text.h"

#include <algorithm>
#include <array>

namespace peil {
namespace {

enum Signs : std::uint8_t { kNeedQuotes = 1, kSeparates = 2, kMayBeginFormula = 4 };

constexpr std::string_view kFormulaSigns = "=+-@";
constexpr std::string_view kBeforeFormula = "'\"";
constexpr std::string_view kSeparators = ";\t\r\n";

// One look-up a byte: an export writes many millions of cells.
constexpr auto kSigns = [] {
    std::array<std::uint8_t, 256> table{};
    const auto mark = [&](std::string_view signs, Signs as) {
        for (const char c : signs)
            table[static_cast<unsigned char>(c)] |= as;
    };
    mark(",\"\r\n", kNeedQuotes);
    mark(kSeparators, kSeparates);
    mark(kFormulaSigns, kMayBeginFormula);
    mark(kBeforeFormula, kMayBeginFormula);
    return table;
}();

unsigned signsOf(std::string_view text) {
    unsigned signs = 0;
    for (const char c : text)
        signs |= kSigns[static_cast<unsigned char>(c)];
    return signs;
}

/// One number, or several with spaces between: a telephone number, a point of a geotrace.
bool isNumbers(std::string_view text) {
    return std::ranges::all_of(splitWhitespace(text), [](auto word) { return parseNumber(word).has_value(); });
}

/// A spreadsheet runs a cell that begins like this (OWASP, CSV injection). Apostrophes and quotes before the sign count
/// as well, so that removing one apostrophe always gives the text back.
bool looksLikeFormula(std::string_view text) {
    const auto first = text.find_first_not_of(kBeforeFormula);
    if (first == std::string_view::npos || kFormulaSigns.find(text[first]) == std::string_view::npos) return false;
    return first > 0 || !isNumbers(text);
}

/// Guards each piece between separators as if it were a cell. A spreadsheet that separates cells by semicolons, as in
/// most of Europe, ignores our quotes in the middle of a line and begins a cell, or a row, after each of kSeparators.
std::string guarded(std::string_view text) {
    std::string result;
    while (true) {
        const auto end = text.find_first_of(kSeparators);
        const auto piece = text.substr(0, end);
        if (looksLikeFormula(piece)) result += '\'';
        result += piece;
        if (end == std::string_view::npos) return result;
        result += text[end];
        text.remove_prefix(end + 1);
    }
}

} // namespace

void CsvWriter::plainCell(std::string_view text) {
    if (m_rowStarted) m_text += ',';
    m_rowStarted = true;
    m_text += text;
}

void CsvWriter::cell(std::string_view text) {
    plainCell({});
    const auto signs = signsOf(text);
    const bool quoted = (signs & kNeedQuotes) != 0 || (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    std::string harmless;
    const bool suspect = (signs & kSeparates) != 0 ||
                         (!text.empty() && (kSigns[static_cast<unsigned char>(text.front())] & kMayBeginFormula) != 0);
    if (m_guard == FormulaGuard::On && suspect) {
        harmless = guarded(text); // changes none of these
        text = harmless;
    }
    if (!quoted) {
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
