// SPDX-License-Identifier: Apache-2.0
#include "peil/base/file.h"
#include "peil/xlsform/compile.h"
#include "peil_test/compound_file.h"

#include <bit>
#include <catch2/catch_test_macros.hpp>

using namespace peil::xlsform;
using peil::Bytes;
using peil_test::appendNumber;
using peil_test::appendRecord;
using peil_test::compoundFile;

namespace {

/// Numbers of the given widths, one after the other.
Bytes data(std::initializer_list<std::pair<std::uint64_t, unsigned>> numbers) {
    Bytes out;
    for (const auto& [value, width] : numbers)
        appendNumber(out, value, width);
    return out;
}

void appendText(Bytes& out, std::string_view text, unsigned lengthBytes = 2) {
    appendNumber(out, text.size(), lengthBytes);
    out.push_back(0); // one byte a character
    out.insert(out.end(), text.begin(), text.end());
}

/// A cell's record: row, column, style, then `rest`.
Bytes cell(unsigned row, unsigned column, unsigned style, const Bytes& rest) {
    auto out = data({{row, 2}, {column, 2}, {style, 2}});
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
}

/// A workbook with the sheet survey; `globals` and `cells` are records.
Bytes workbookOf(const Bytes& globals, const Bytes& cells, std::uint16_t version = 0x0600,
                 std::string_view stream = "Workbook") {
    Bytes head;
    appendRecord(head, 0x0809, data({{version, 2}, {5, 2}}));
    head.insert(head.end(), globals.begin(), globals.end());
    constexpr std::size_t kSheetRecord = 4 + 6 + 2 + 6;
    auto sheet = data({{head.size() + kSheetRecord + 4, 4}, {0, 2}});
    appendText(sheet, "Survey", 1);
    appendRecord(head, 0x0085, sheet);
    appendRecord(head, 0x000A, {});
    appendRecord(head, 0x0809, data({{version, 2}, {0x10, 2}}));
    head.insert(head.end(), cells.begin(), cells.end());
    appendRecord(head, 0x000A, {});
    return compoundFile(stream, head);
}

void appendLabel(Bytes& out, unsigned row, unsigned column, std::string_view text) {
    Bytes label;
    appendText(label, text);
    appendRecord(out, 0x0204, cell(row, column, 0, label));
}

Sheet surveyOf(const Bytes& bytes) {
    const auto workbook = readSpreadsheet(bytes, "form.xls");
    if (!workbook) FAIL(workbook.error().context);
    return *workbook->sheet("survey");
}

std::error_code codeOf(const Bytes& bytes) {
    const auto workbook = readSpreadsheet(bytes, "form.xls");
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().context.starts_with("form.xls"));
    return workbook.error().code;
}

std::uint64_t bits(double value) {
    return std::bit_cast<std::uint64_t>(value);
}

} // namespace

TEST_CASE("an .xls gives its cells as the text that a spreadsheet shows", "[xlsform][xls]") {
    Bytes globals;
    appendRecord(globals, 0x00E0, data({{0, 2}, {0, 2}}));   // style 0: plain
    appendRecord(globals, 0x00E0, data({{0, 2}, {14, 2}}));  // style 1: a date
    appendRecord(globals, 0x00E0, data({{0, 2}, {164, 2}})); // style 2: of the workbook
    auto format = data({{164, 2}});
    appendText(format, "[h]:mm");
    appendRecord(globals, 0x041E, format);
    Bytes cells;
    appendLabel(cells, 0, 0, "caf\xE9");
    appendRecord(cells, 0x0203, cell(1, 0, 0, data({{bits(0.5), 8}})));
    appendRecord(cells, 0x027E, cell(1, 1, 0, data({{(1234U << 2U) | 3U, 4}}))); // 12.34 as hundredths
    appendRecord(cells, 0x00BD,
                 data({{2, 2}, {0, 2}, {0, 2}, {7U << 2U | 2U, 4}, {1, 2}, {45292U << 2U | 2U, 4}, {1, 2}}));
    appendRecord(cells, 0x0203, cell(3, 0, 2, data({{bits(0.5625), 8}})));
    appendRecord(cells, 0x0205, cell(3, 1, 0, data({{1, 1}, {0, 1}})));
    appendRecord(cells, 0x0205, cell(3, 2, 0, data({{0x2A, 1}, {1, 1}})));
    const auto sheet = surveyOf(workbookOf(globals, cells));
    REQUIRE(sheet.rows.size() == 4);
    CHECK(sheet.rows[0] == SheetRow{"caf\xC3\xA9"});
    CHECK(sheet.rows[1] == SheetRow{"0.5", "12.34"});
    CHECK(sheet.rows[2] == SheetRow{"7", "2024-01-01"});
    CHECK(sheet.rows[3] == SheetRow{"13:30:00", "TRUE", "#N/A"});
    REQUIRE(sheet.marks.size() == 3);
    CHECK(sheet.marks[0].note == CellNote::Date);
    CHECK(sheet.marks[2].row == 4);
    CHECK(sheet.marks[2].note == CellNote::Error);
}

TEST_CASE("formulas of an .xls give their last result, and say when there is none", "[xlsform][xls]") {
    Bytes cells;
    appendRecord(cells, 0x0006, cell(0, 0, 0, data({{0, 6}, {0xFFFF, 2}, {0, 2}}))); // a text follows
    Bytes text;
    appendText(text, "type");
    appendRecord(cells, 0x0207, text);
    appendRecord(cells, 0x0006, cell(0, 1, 0, data({{bits(3), 8}, {0, 2}})));
    appendRecord(cells, 0x0006, cell(0, 2, 0, data({{1, 1}, {0, 1}, {1, 1}, {0, 3}, {0xFFFF, 2}, {0, 2}})));
    appendRecord(cells, 0x0006, cell(0, 3, 0, data({{2, 1}, {0, 1}, {0x17, 1}, {0, 3}, {0xFFFF, 2}, {0, 2}})));
    appendRecord(cells, 0x0006, cell(0, 4, 0, data({{bits(0), 8}, {3, 2}}))); // written by a program, never calculated
    const auto sheet = surveyOf(workbookOf({}, cells));
    REQUIRE(sheet.rows.size() == 1);
    CHECK(sheet.rows[0] == SheetRow{"type", "3", "TRUE", "#REF!", ""});
    REQUIRE(sheet.marks.size() == 2);
    CHECK(sheet.marks[1].column == 4);
    CHECK(sheet.marks[1].note == CellNote::NoResult);
}

TEST_CASE("shared texts of an .xls go on in the next record, with characters of another width", "[xlsform][xls]") {
    Bytes globals;
    auto table = data({{2, 4}, {2, 4}, {4, 2}, {0, 1}}); // "type": two characters of one byte, two of two bytes
    table.insert(table.end(), {'t', 'y'});
    appendRecord(globals, 0x00FC, table);
    auto rest = data({{1, 1}, {'p', 2}, {'e', 2}});
    rest.insert(rest.end(), {2, 0, 9, 1, 0, 0x3D, 0xD8, 0x00, 0xDE, 1, 2, 3, 4}); // an emoji, and a run of fonts
    appendRecord(globals, 0x003C, rest);
    Bytes cells;
    appendRecord(cells, 0x00FD, cell(0, 0, 0, data({{0, 4}})));
    appendRecord(cells, 0x00FD, cell(0, 1, 0, data({{1, 4}})));
    const auto sheet = surveyOf(workbookOf(globals, cells));
    REQUIRE(sheet.rows.size() == 1);
    CHECK(sheet.rows[0] == SheetRow{"type", "\xF0\x9F\x98\x80"});
    appendRecord(cells, 0x00FD, cell(0, 2, 0, data({{99, 4}})));
    CHECK(codeOf(workbookOf(globals, cells)) == XlsformErrc::BadXml);
}

TEST_CASE("a form in .xls is compiled as any other", "[xlsform][xls]") {
    Bytes cells;
    const std::vector<std::vector<std::string>> rows{{"type", "name", "label"}, {"text", "a", "A"}, {"txt", "b", "B"}};
    for (unsigned row = 0; row < rows.size(); ++row)
        for (unsigned column = 0; column < rows[row].size(); ++column)
            appendLabel(cells, row + (row > 1 ? 5 : 0), column, rows[row][column]);
    const auto workbook = readSpreadsheet(workbookOf({}, cells), "form.xls");
    REQUIRE(workbook);
    const auto compiled = compile(*workbook);
    REQUIRE(compiled.diagnostics.size() == 1);
    CHECK(compiled.diagnostics.front().place.row == 8);
    CHECK(compiled.diagnostics.front().place.column == "type");
}

TEST_CASE("what is in the container of .xls and no readable workbook is refused with its reason",
          "[xlsform][xls][error]") {
    CHECK(codeOf(compoundFile("EncryptedPackage", {})) == XlsformErrc::Encrypted);
    Bytes locked;
    appendRecord(locked, 0x002F, data({{0, 6}}));
    CHECK(codeOf(workbookOf(locked, {})) == XlsformErrc::Encrypted);
    CHECK(codeOf(workbookOf({}, {}, 0x0500, "Book")) == XlsformErrc::NotAWorkbook); // Excel 95
    CHECK(codeOf(compoundFile("WordDocument", {})) == XlsformErrc::NotAWorkbook);
    CHECK(codeOf(compoundFile("Workbook", {})) == XlsformErrc::BadArchive);
    CHECK(codeOf(peil::toBytes("\xD0\xCF\x11\xE0 cut")) == XlsformErrc::BadArchive);
    auto circle = workbookOf({}, {});
    circle[512 + 4 * 2] = 2; // the first sector of the stream follows itself
    CHECK(codeOf(circle) == XlsformErrc::BadArchive);
    Bytes far;
    appendRecord(far, 0x0203, cell(0xFFFF, 0xFFFF, 0, data({{bits(1), 8}})));
    CHECK(codeOf(workbookOf({}, far)) == XlsformErrc::TooLarge);
}

TEST_CASE("no byte of an .xls can be changed so that reading it does harm", "[xlsform][xls][hostile]") {
    Bytes cells;
    appendLabel(cells, 0, 0, "type");
    appendLabel(cells, 0, 1, "name");
    const auto bytes = workbookOf({}, cells);
    std::size_t read = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto changed = bytes;
        changed[i] = static_cast<std::uint8_t>(changed[i] ^ 0x55U);
        if (const auto workbook = readSpreadsheet(changed, "form.xls")) read += workbook->sheets.size();
    }
    CHECK(read > 0);
}
