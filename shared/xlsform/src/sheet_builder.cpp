// SPDX-License-Identifier: Apache-2.0
#include "sheet_builder.h"

#include "reporter.h"

#include "peil/base/text.h"
#include "peil/xlsform/findings.h"

#include <algorithm>
#include <array>

namespace peil::xlsform {

bool isFormSheet(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kNames{"survey",   "choices",          "settings",
                                                            "entities", "external_choices", "osm"};
    return std::ranges::find(kNames, toLowerAscii(trim(name))) != kNames.end();
}

bool wants(Workbook& workbook, const std::string& name) {
    if (isFormSheet(name) && workbook.sheet(toLowerAscii(trim(name))) == nullptr) return true;
    workbook.otherSheets.push_back(name);
    return false;
}

std::string cleanCell(std::string text) {
    for (const auto* space : {"\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\xAF"}) // no-break, figure, narrow no-break
        if (text.find(space) != std::string::npos) text = replaceAll(std::move(text), space, " ");
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n'; };
    if (std::ranges::none_of(text, isControl)) return text;
    text = replaceAll(std::move(text), "\r\n", "\n");
    std::ranges::replace_if(
        text, [](char c) { return c == '\r' || c == '\v' || c == '\f'; }, '\n');
    std::erase_if(text, isControl);
    return text;
}

SheetBuilder::SheetBuilder(std::string name, Reading& reading)
    : m_sheet{std::move(name), {}, {}}
    , m_reading(reading) {}

Result<> SheetBuilder::put(std::size_t row, std::size_t column, std::string text, std::optional<CellNote> note) {
    const auto& limits = m_reading.limits;
    const auto tooLarge = [&](const std::string& what) {
        return fail(XlsformErrc::TooLarge, m_reading.file + ": sheet " + m_sheet.name + " has more than " + what +
                                               " at cell " + Cell{nullptr, row + 1, column}.reference() +
                                               ". Delete the rows and columns that are not part of the form.");
    };
    text = cleanCell(std::move(text));
    if (trim(text).empty() && !note) return {};
    if (row >= limits.maxRows) return tooLarge(std::to_string(limits.maxRows) + " rows");
    if (column >= limits.maxColumns) return tooLarge(std::to_string(limits.maxColumns) + " columns");
    m_reading.textBytes += text.size();
    if (m_reading.textBytes > limits.maxTextBytes)
        return tooLarge(std::to_string(limits.maxTextBytes >> 20U) + " MiB of text");
    if (m_sheet.rows.size() <= row) m_sheet.rows.resize(row + 1);
    auto& cells = m_sheet.rows[row];
    if (cells.size() <= column) {
        m_reading.cells += column + 1 - cells.size();
        if (m_reading.cells > limits.maxCells) return tooLarge(std::to_string(limits.maxCells) + " cells");
        cells.resize(column + 1);
    }
    if (note && m_sheet.marks.size() < limits.maxMarks) m_sheet.marks.push_back({row + 1, column, *note});
    cells[column] = std::move(text);
    return {};
}

Result<> countEntry(Reading& reading, std::size_t bytes) {
    reading.textBytes += bytes;
    if (++reading.entries <= reading.limits.maxEntries && reading.textBytes <= reading.limits.maxTextBytes) return {};
    return tooMany(reading, std::to_string(reading.limits.maxEntries) + " sheets, number formats and relations");
}

tl::unexpected<Error> tooMany(const Reading& reading, std::string_view what) {
    return fail(XlsformErrc::TooLarge,
                reading.file + " has more than " + std::string(what) + ". A form is much smaller.");
}

tl::unexpected<Error> SheetBuilder::noText(std::size_t row, std::size_t column) const {
    return damagedFile(XlsformErrc::BadXml, m_reading.file,
                       "cell " + Cell{nullptr, row + 1, column}.reference() + " of sheet " + m_sheet.name +
                           " has a text that is not in the file");
}

Result<Workbook> withSurvey(Workbook workbook, std::string_view source) {
    if (workbook.sheet("survey") == nullptr)
        return fail(XlsformErrc::NoSurveySheet, sayNoSurvey(source, workbook.otherSheets));
    return workbook;
}

tl::unexpected<Error> damagedFile(XlsformErrc code, const std::string& file, std::string_view what) {
    return fail(code, file + ": " + std::string(what) + ". Save it again with a spreadsheet program.");
}

} // namespace peil::xlsform
