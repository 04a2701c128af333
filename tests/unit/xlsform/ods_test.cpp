// SPDX-License-Identifier: Apache-2.0
#include "xlsx_builder.h"

#include "peil/xlsform/compile.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil::xlsform;
using peil_test::zipOf;

namespace {

constexpr auto kType = "application/vnd.oasis.opendocument.spreadsheet";

peil::Bytes odsOf(const std::string& tables, const std::string& manifest = "<m/>") {
    return zipOf({{"mimetype", kType},
                  {"META-INF/manifest.xml", manifest},
                  {"content.xml", "<office:document-content><office:body><office:spreadsheet>" + tables +
                                      "</office:spreadsheet></office:body></office:document-content>"}});
}

std::string tableOf(const std::string& name, const std::string& rows) {
    return "<table:table table:name=\"" + name + "\"><table:table-column/>" + rows + "</table:table>";
}

std::string row(const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
}

std::string text(const std::string& words, const std::string& attributes = {}) {
    return "<table:table-cell office:value-type=\"string\" " + attributes + "><text:p>" + words +
           "</text:p></table:table-cell>";
}

Workbook read(const peil::Bytes& bytes) {
    auto workbook = readSpreadsheet(bytes, "form.ods");
    if (!workbook) FAIL(workbook.error().context);
    return std::move(*workbook);
}

std::error_code codeOf(const peil::Bytes& bytes) {
    const auto workbook = readSpreadsheet(bytes, "form.ods");
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().context.starts_with("form.ods"));
    return workbook.error().code;
}

const std::string kEmptyEnd = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
                              "table:number-columns-repeated=\"16384\"/></table:table-row>";

} // namespace

TEST_CASE("an .ods gives its cells as the text that a spreadsheet shows", "[xlsform][ods]") {
    const std::string rows =
        row(text("ty<text:span>pe</text:span>") + "<table:table-cell table:number-columns-repeated=\"2\"/>" +
            text("a<text:s text:c=\"2\"/>b<text:line-break/>c</text:p><text:p>d")) +
        "<table:table-row table:number-rows-repeated=\"2\">" + text("x", "table:number-columns-repeated=\"2\"") +
        "</table:table-row>" +
        row("<table:table-cell office:value-type=\"float\" "
            "office:value=\"1.50\"><text:p>1,5</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>WAAR</text:p>"
            "</table:table-cell>"
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-01-02\"/>"
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-01-02T13:30:00\"/>"
            "<table:table-cell office:value-type=\"time\" office:time-value=\"PT13H30M05S\"/>") +
        row("<table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" "
            "calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>"
            "<table:table-cell table:formula=\"of:=1+1\"/>" +
            text("said<office:annotation><text:p>a note at the cell</text:p></office:annotation>")) +
        kEmptyEnd;
    const auto workbook = read(odsOf(tableOf("notes", row(text("mine"))) + tableOf("Survey", rows)));
    CHECK(workbook.otherSheets == std::vector<std::string>{"notes"});
    const auto& sheet = *workbook.sheet("survey");
    REQUIRE(sheet.rows.size() == 5);
    CHECK(sheet.rows[0] == SheetRow{"type", "", "", "a  b\nc\nd"});
    CHECK(sheet.rows[1] == SheetRow{"x", "x"});
    CHECK(sheet.rows[2] == SheetRow{"x", "x"});
    CHECK(sheet.rows[3] == SheetRow{"1.5", "TRUE", "2024-01-02", "2024-01-02 13:30:00", "13:30:05"});
    CHECK(sheet.rows[4] == SheetRow{"#N/A", "", "said"});
    REQUIRE(sheet.marks.size() == 5);
    CHECK(sheet.marks[3].note == CellNote::Error);
    CHECK(sheet.marks[4].note == CellNote::NoResult);
    CHECK(sheet.marks[4].row == 5);
}

TEST_CASE("the only sheet of an .ods is the survey, and its faults have row and column", "[xlsform][ods]") {
    const auto workbook = read(odsOf(tableOf("Blad1", row(text("type") + text("name") + text("label")) +
                                                          row(text("text") + text("a") + text("A")) +
                                                          row(text("txt") + text("b") + text("B")))));
    const auto compiled = compile(workbook);
    REQUIRE(compiled.diagnostics.size() == 1);
    CHECK(compiled.diagnostics.front().place.row == 3);
}

TEST_CASE("an .ods that cannot be read is refused with its reason", "[xlsform][ods][error]") {
    CHECK(codeOf(odsOf(tableOf("survey", ""), "<m><e><manifest:encryption-data/></e></m>")) == XlsformErrc::Encrypted);
    CHECK(codeOf(odsOf(tableOf("a", "") + tableOf("b", ""))) == XlsformErrc::NoSurveySheet);
    CHECK(codeOf(odsOf("<table:table>")) == XlsformErrc::BadXml);
    CHECK(codeOf(zipOf({{"mimetype", kType}})) == XlsformErrc::BadArchive);
    CHECK(codeOf(zipOf({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}})) ==
          XlsformErrc::NotAWorkbook);
    const auto repeated = [](const char* attribute) {
        return row("<table:table-cell office:value-type=\"string\" " + std::string(attribute) +
                   "=\"16777216\"><text:p>x</text:p></table:table-cell>");
    };
    CHECK(codeOf(odsOf(tableOf("survey", repeated("table:number-columns-repeated")))) == XlsformErrc::TooLarge);
    CHECK(codeOf(odsOf(tableOf("survey", "<table:table-row table:number-rows-repeated=\"9223372036854775807\">" +
                                             text("x") + "</table:table-row>"))) == XlsformErrc::TooLarge);
}
