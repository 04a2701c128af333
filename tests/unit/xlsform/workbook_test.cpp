// SPDX-License-Identifier: Apache-2.0
#include "xlsx_builder.h"

#include "peil/base/file.h"
#include "peil/xlsform/compile.h"
#include "peil/xlsform/facts.h"
#include "peil_test/temporary_folder.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

using namespace peil::xlsform;
using peil_test::sheetData;
using peil_test::workbookParts;
using peil_test::zipOf;

namespace {

std::error_code codeOf(const peil::Bytes& bytes) {
    const auto workbook = readSpreadsheet(bytes, "form.xlsx");
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().context.find("form.xlsx") != std::string::npos);
    return workbook.error().code;
}

const std::vector<std::vector<std::string>> kSmall{{"type", "name", "label"}, {"text", "a", "A &amp; B"}};

/// A folder that goes away with the test.
struct Folder {
    peil_test::TemporaryFolder folder;
    std::filesystem::path path = folder.path();
    void write(const char* name, std::string_view text) const {
        REQUIRE(peil::writeFileDurably(path / name, peil::bytesOf(text)));
    }
};

} // namespace

TEST_CASE("an .xlsx gives the same form as the same sheets in CSV", "[xlsform][xlsx]") {
    const auto fromXlsx = readSpreadsheet(
        zipOf(workbookParts({{"survey", sheetData(kSmall)}, {"notes", sheetData({{"x"}})}})), "form.xlsx");
    const auto fromCsv = readCsvSheets({{"survey", "type,name,label\ntext,a,A & B\n"}});
    REQUIRE(fromXlsx);
    REQUIRE(fromCsv);
    CHECK(fromXlsx->sheets.size() == 1);
    CHECK(compile(*fromXlsx).xform == compile(*fromCsv).xform);
}

TEST_CASE("shared texts, numbers, truth values and dates become the text that a spreadsheet shows", "[xlsform][xlsx]") {
    const std::string cells =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"b\"><v>1</v></c></row>"
        "<row r=\"4\"><c r=\"A4\"><v>42</v></c><c r=\"B4\"><v>0.5</v></c><c r=\"C4\" s=\"1\"><v>45292</v></c>"
        "<c r=\"D4\" s=\"2\"><v>45292.75</v></c></row></sheetData>";
    const auto workbook = readSpreadsheet(
        zipOf(workbookParts(
            {{"survey", cells}}, "<sst><si><r><t>ty</t></r><r><t>pe</t></r><rPh><t>no</t></rPh></si></sst>",
            "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy-mm-dd hh:mm\"/></numFmts>"
            "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"200\"/></cellXfs></styleSheet>")),
        "form.xlsx");
    REQUIRE(workbook);
    const auto& rows = workbook->sheets.front().rows;
    REQUIRE(rows.size() == 4);
    CHECK(rows[0] == SheetRow{"type", "", "TRUE"});
    CHECK(rows[1].empty());
    CHECK(rows[3] == SheetRow{"42", "0.5", "2024-01-01", "2024-01-01 18:00:00"});
}

namespace {

Sheet surveyOf(const std::string& cells, const std::string& sharedStrings = {}, const std::string& styles = {}) {
    const auto workbook = readSpreadsheet(
        zipOf(workbookParts({{"survey", "<sheetData>" + cells + "</sheetData>"}}, sharedStrings, styles)), "form.xlsx");
    if (!workbook) FAIL(workbook.error().context);
    return workbook->sheets.front();
}

} // namespace

TEST_CASE("escaped characters in the texts of an .xlsx are what they stand for", "[xlsform][xlsx]") {
    const auto sheet = surveyOf("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is>"
                                "<t>a_x000D_\nb_X000D_ _x00_</t></is></c><c t=\"str\"><v>_xD83D__xDE00_</v></c></row>",
                                "<sst><si><t>Line one_x000D_</t></si><si><t>_x005F_x000D_</t></si></sst>");
    CHECK(sheet.rows[0] == SheetRow{"Line one\n", "_x000D_", "a\nb_X000D_ _x00_", "\xF0\x9F\x98\x80"});
}

TEST_CASE("dates before March 1900 and times beyond a day are those that Excel shows", "[xlsform][xlsx]") {
    const auto sheet = surveyOf(
        "<row><c s=\"0\"><v>1</v></c><c s=\"0\"><v>59</v></c><c s=\"0\"><v>61</v></c><c s=\"1\"><v>0.5625</v></c>"
        "<c s=\"1\"><v>1.5</v></c><c s=\"2\"><v>0.5</v></c></row>",
        {},
        "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"201\" "
        "formatCode=\"[Red]0.0\"/></numFmts><cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"200\"/><xf "
        "numFmtId=\"201\"/></cellXfs></styleSheet>");
    CHECK(sheet.rows[0] == SheetRow{"1900-01-01", "1900-02-28", "1900-03-01", "13:30:00", "36:00:00", "0.5"});
    CHECK(sheet.marks.size() == 5);
}

TEST_CASE("the shared texts of an .xlsx are found by their relation, whatever the name of their part",
          "[xlsform][xlsx]") {
    auto parts = workbookParts({{"survey", "<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>"}});
    for (auto& [name, content] : parts)
        if (name.ends_with(".rels"))
            content.insert(content.find("</R"),
                           "<Relationship Id=\"x\" Type=\"http://purl.oclc.org/ooxml/"
                           "officeDocument/relationships/sharedStrings\" Target=\"/xl/a/t.xml\"/>");
    parts.emplace_back("xl/a/t.xml", "<sst><si><t>type</t></si></sst>");
    const auto workbook = readSpreadsheet(zipOf(parts), "form.xlsx");
    REQUIRE(workbook);
    CHECK(workbook->sheets.front().rows[0] == SheetRow{"type"});
}

TEST_CASE("cells that hold no plain text are reported where the form reads them", "[xlsform][xlsx]") {
    const auto sheet =
        surveyOf("<row><c t=\"str\"><v>type</v></c><c t=\"str\"><v>name</v></c><c t=\"str\"><v>label</v></c>"
                 "<c t=\"str\"><v>relevant</v></c><c t=\"str\"><v>my note</v></c><c t=\"str\"><v>default</v></c></row>"
                 "<row><c t=\"str\"><v>text</v></c><c t=\"str\"><v>a</v></c><c t=\"e\"><f>B1</f><v>#N/A</v></c></row>"
                 "<row><c t=\"str\"><v>text</v></c><c t=\"str\"><v>b</v></c><c s=\"0\"><v>45293</v></c><c><f>A1</f></c>"
                 "<c><f>A1</f></c><c s=\"0\"><v>45293</v></c></row>"
                 "<row><c t=\"str\"><v>text</v></c><c t=\"str\"><v>c</v></c><c t=\"str\"><v>C</v></c>"
                 "<c t=\"str\"><f>A1</f><v></v></c></row>",
                 {}, "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
    Workbook workbook;
    workbook.sheets.push_back(sheet);
    const auto said = compile(workbook).diagnostics;
    REQUIRE(said.size() == 3);
    CHECK(said[0].id == "failed_formula");
    CHECK(said[0].place.column == "label");
    CHECK(said[1].id == "date_cell");
    CHECK(said[1].message.find("2024-01-02") != std::string::npos);
    CHECK(said[2].id == "formula_without_result");
    CHECK(said[2].place.row == 3);
    CHECK(said[2].place.column == "relevant");
}

TEST_CASE("no-break spaces and control characters in CSV are cleaned as in a workbook", "[xlsform][csv]") {
    const auto workbook =
        readCsvSheets({{"survey", "type,name,label\nselect_one\xC2\xA0l,a,A\x0B\x01.\nnote,b\xE2\x80\xAF,B\n"},
                       {"choices", "list_name,name,label\nl,x,X\n"}});
    REQUIRE(workbook);
    CHECK(workbook->sheets.front().rows[1] == SheetRow{"select_one l", "a", "A\n."});
    CHECK(compile(*workbook).diagnostics.empty());
}

TEST_CASE("a folder is read by the names of its sheets, and rows count as a spreadsheet counts them",
          "[xlsform][csv]") {
    const Folder folder;
    folder.write("survey.csv", "\xEF\xBB\xBFtype;name;label\ntext;a;\"two\nlines\"\n\ntxt;b;B\n");
    folder.write("benchmark.csv", "not a sheet \"");
    const auto workbook = readWorkbook(folder.path);
    REQUIRE(workbook);
    CHECK(workbook->sheets.size() == 1);
    const auto compiled = compile(*workbook);
    REQUIRE(compiled.diagnostics.size() == 1);
    CHECK(compiled.diagnostics.front().place.row == 4);
}

TEST_CASE("one CSV file holds the survey, or all sheets below each other", "[xlsform][csv]") {
    const Folder folder;
    folder.write("plain.csv", "type,name,label\ntext,a,A\n");
    folder.write("all.csv",
                 "survey,,,\n,type,name,label\n,select_one l,a,A\nchoices,,,\n,list_name,name,label\n,l,x,X\n");
    const auto plain = readWorkbook(folder.path / "plain.csv");
    REQUIRE(plain);
    CHECK(compile(*plain).ok());
    const auto all = readWorkbook(folder.path / "all.csv");
    REQUIRE(all);
    CHECK(all->sheets.size() == 2);
    CHECK(compile(*all).ok());
}

namespace {

std::string refusalOf(std::string_view survey) {
    const auto workbook = readCsvSheets({{"survey", std::string(survey)}});
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().code == XlsformErrc::BadCsv);
    return workbook.error().context;
}

} // namespace

TEST_CASE("a row of a sheet in CSV may end at its last cell, and may not continue beyond the header",
          "[xlsform][csv]") {
    const auto shortRows = readCsvSheets({{"survey", "type,name,label,hint,,\ntext,a,A\nnote,b,B,,,,\n,,\n"}});
    REQUIRE(shortRows);
    CHECK(compile(*shortRows).ok());
    CHECK(refusalOf("type,name,label\n\nnote,a,Hello, world\n")
              .starts_with(
                  "Sheet survey: Line 3 has 4 cells, but the header has 3 columns; put text that contains a comma"));
    CHECK(refusalOf("type,name,label,\nnote,a,Hello, world\n").find("Line 2 has 4 cells") != std::string::npos);
}

TEST_CASE("sheets below each other are checked against the header of each", "[xlsform][csv]") {
    const Folder folder;
    folder.write("wide.csv",
                 "survey\n,type,name,label,relevant\n,select_one l,a,A\nchoices\n,list_name,name,label\n,l,x,X\n");
    const auto wide = readWorkbook(folder.path / "wide.csv");
    REQUIRE(wide);
    CHECK(compile(*wide).ok());
    folder.write("cut.csv",
                 "survey,,,\n,type,name,label\n,select_one l,a,A\nchoices,,,\n,list_name,name,label\n,l,x,X, Y\n");
    const auto cut = readWorkbook(folder.path / "cut.csv");
    REQUIRE_FALSE(cut);
    CHECK(cut.error().code == XlsformErrc::BadCsv);
    CHECK(cut.error().context.starts_with("Sheet choices: Line 6 has 4 cells, but the header has 3 columns"));
    folder.write("alone.csv", "type,name,label\nnote,a,Hello, world\n");
    const auto alone = readWorkbook(folder.path / "alone.csv");
    REQUIRE_FALSE(alone);
    CHECK(alone.error().context.starts_with("Sheet survey: Line 2 has 4 cells"));
    folder.write("faulty.csv", "survey,,,\n,type,name,label\n,text,a,A\n\n,txt,b,B\n");
    const auto faulty = compile(*readWorkbook(folder.path / "faulty.csv"));
    REQUIRE(faulty.diagnostics.size() == 1);
    CHECK(faulty.diagnostics.front().place.row == 4); // counted from the header of its sheet
}

TEST_CASE("in one CSV file, every name in the first column begins a sheet", "[xlsform][csv]") {
    const Folder folder;
    const auto read = [&](std::string_view text) {
        folder.write("all.csv", text);
        const auto workbook = readWorkbook(folder.path / "all.csv");
        REQUIRE(workbook);
        return *workbook;
    };
    const auto own = read("survey,,,\n,type,name,label\n,text,a,A\nnotes,,,\n,ask,the,boss,again,and,again\n");
    CHECK(own.sheets.front().rows.size() == 2);
    CHECK(own.otherSheets == std::vector<std::string>{"notes"});
    CHECK(compile(own).ok());
    const auto misspelt = compile(read("survey,,,\n,type,name,label\n,text,a,A\nchoises,,,\n,list_name,name,label\n"));
    REQUIRE(misspelt.diagnostics.size() == 1);
    CHECK(misspelt.diagnostics.front().id == "unknown_sheet");
    const auto twice =
        compile(read("survey,,,\n,type,name,label\n,text,a,A\nSurvey,,,\n,type,name,label\n,text,b,B\n"));
    CHECK_FALSE(twice.ok());
    REQUIRE(twice.diagnostics.size() == 1);
    CHECK(twice.diagnostics.front().id == "double_sheet");
    const auto semicolons = read("survey\n;type;name;label\n;text;a;A, B\n");
    CHECK(semicolons.sheets.front().rows[1] == SheetRow{"text", "a", "A, B"});
}

TEST_CASE("two sheets of one name are an error, whatever they are stored in", "[xlsform][csv]") {
    const auto twice = [](const Workbook& workbook) {
        const auto compiled = compile(workbook);
        return !compiled.ok() && compiled.diagnostics.front().id == "double_sheet";
    };
    const Folder folder;
    folder.write("survey.csv", "type,name,label\ntext,a,A\n");
    folder.write("Survey.csv", "type,name,label\ntext,b,B\n");
    CHECK(twice(*readWorkbook(folder.path)));
    CHECK(twice(*readSpreadsheet(zipOf(workbookParts({{"survey", sheetData(kSmall)}, {"survey ", sheetData(kSmall)}})),
                                 "form.xlsx")));
}

TEST_CASE("a row of a sheet in CSV knows its line of the file", "[xlsform][csv]") {
    const Folder folder;
    folder.write("survey.CSV", "sep=;\ntype;name;label\ntext;a;\"two\nlines\"\n\ntxt;b;B\n");
    const auto workbook = readWorkbook(folder.path);
    REQUIRE(workbook);
    const auto& sheet = workbook->sheets.front();
    CHECK(sheet.file == "survey.CSV");
    CHECK(sheet.lines == std::vector<std::size_t>{2, 3, 0, 6});
    CHECK(compile(*workbook).diagnostics.front().place.row == 4); // a spreadsheet does not show the line sep=
    folder.write("all.csv", "survey,,,\n,type,name,label\n,text,a,A\n\n,text,b,B\n");
    CHECK(readWorkbook(folder.path / "all.csv")->sheets.front().lines == std::vector<std::size_t>{2, 3, 0, 5});
}

TEST_CASE("a cell whose text is missing from the file is damaged", "[xlsform][xlsx]") {
    for (const std::string index : {"1", "-1", "x"}) {
        const auto workbook =
            readSpreadsheet(zipOf(workbookParts({{"survey", "<sheetData><row r=\"3\"><c r=\"B3\" t=\"s\"><v>" + index +
                                                                "</v></c></row></sheetData>"}},
                                                "<sst><si><t>type</t></si></sst>")),
                            "form.xlsx");
        REQUIRE_FALSE(workbook);
        CHECK(workbook.error().code == XlsformErrc::BadXml);
        CHECK(workbook.error().context.find("cell B3 of sheet survey") != std::string::npos);
    }
    CHECK(codeOf(zipOf(workbookParts({{"survey", "<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>"}}))) ==
          XlsformErrc::BadXml);
}

TEST_CASE("a sheet in Windows-1252 is read, and a warning says so", "[xlsform][csv]") {
    const auto workbook = readCsvSheets({{"survey", "type;name;label\r\ntext;cafe;Welk caf\xE9?\r\n"}});
    REQUIRE(workbook);
    CHECK(workbook->sheets.front().rows[1][2] == "Welk caf\xC3\xA9?");
    const auto compiled = compile(*workbook);
    REQUIRE(compiled.ok());
    CHECK(std::ranges::any_of(compiled.diagnostics, [](const peil::Diagnostic& one) {
        return one.id == "legacy_encoding" && one.place.sheet == "survey";
    }));
}

TEST_CASE("sheets between tabs, and in UTF-16, are sheets too", "[xlsform][csv]") {
    std::string wide = "\xFF\xFE";
    for (const char c : std::string_view("type\tname\tlabel\ntext\ta\tA, b\n")) {
        wide += c;
        wide += '\0';
    }
    const auto workbook = readCsvSheets({{"survey", wide}});
    REQUIRE(workbook);
    CHECK(compile(*workbook).ok());
    CHECK(workbook->sheets.front().rows[1] == SheetRow{"text", "a", "A, b"});
}

TEST_CASE("two columns of one name in a sheet are reported once, by the form", "[xlsform][csv]") {
    const auto workbook = readCsvSheets({{"survey", "type,name,label,label\ntext,a,A,B\n"}});
    REQUIRE(workbook);
    const auto diagnostics = compile(*workbook).diagnostics;
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.front().id == "duplicate_column");
}

TEST_CASE("a path without a file is NotFound", "[xlsform][error]") {
    const auto workbook = readWorkbook("no-such-form.xlsx");
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().code == XlsformErrc::NotFound);
}

TEST_CASE("files that are no workbook are NotAWorkbook", "[xlsform][error]") {
    CHECK(codeOf(peil::toBytes("type,name,label")) == XlsformErrc::NotAWorkbook);
    CHECK(codeOf({}) == XlsformErrc::NotAWorkbook);
    CHECK(codeOf(zipOf({{"word/document.xml", "<a/>"}})) == XlsformErrc::NotAWorkbook);
}

TEST_CASE("a cut or changed archive is BadArchive", "[xlsform][error]") {
    auto bytes = zipOf(workbookParts({{"survey", sheetData(kSmall)}}));
    auto cut = bytes;
    cut.resize(cut.size() / 2);
    CHECK(codeOf(cut) == XlsformErrc::BadArchive);
    auto parts = workbookParts({{"survey", sheetData(kSmall)}});
    parts.erase(parts.begin());
    CHECK(codeOf(zipOf(parts)) == XlsformErrc::BadArchive);
}

TEST_CASE("broken XML is BadXml, also when it tries to define entities", "[xlsform][error]") {
    const auto sheet = [](const std::string& xml) { return zipOf(workbookParts({{"survey", xml}})); };
    CHECK(codeOf(sheet("<sheetData><row></sheetData>")) == XlsformErrc::BadXml);
    CHECK(codeOf(sheet("<sheetData><row><c t=\"str\"><v>&lol;</v></c></row></sheetData>")) == XlsformErrc::BadXml);
    CHECK(codeOf(sheet("<!DOCTYPE a [<!ENTITY b \"c\">]>")) == XlsformErrc::BadXml);
    CHECK(codeOf(sheet("<sheetData a=1/>")) == XlsformErrc::BadXml);
    std::string deep;
    for (int i = 0; i < 100; ++i)
        deep += "<a>";
    CHECK(codeOf(sheet(deep)) == XlsformErrc::BadXml);
    auto parts = workbookParts({{"survey", sheetData(kSmall)}}, "<sst><si>");
    CHECK(codeOf(zipOf(parts)) == XlsformErrc::BadXml);
}

TEST_CASE("a cell outside a row is BadXml", "[xlsform][error]") {
    const std::string cell = "<c t=\"str\"><v>type</v></c>";
    const std::string row = "<row>" + cell + "</row>";
    for (const auto& cells : {cell + row, row + cell}) {
        CAPTURE(cells);
        CHECK(codeOf(zipOf(workbookParts({{"survey", "<sheetData>" + cells + "</sheetData>"}}))) ==
              XlsformErrc::BadXml);
    }
}

TEST_CASE("a CSV sheet with an open quote is BadCsv", "[xlsform][error]") {
    const auto workbook = readCsvSheets({{"survey", "type,name\ntext,\"a\n"}});
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().code == XlsformErrc::BadCsv);
}

TEST_CASE("a workbook without a survey is NoSurveySheet", "[xlsform][error]") {
    CHECK(codeOf(zipOf(workbookParts({{"a", sheetData(kSmall)}, {"b", sheetData(kSmall)}}))) ==
          XlsformErrc::NoSurveySheet);
    CHECK_FALSE(readCsvSheets({{"choices", "list_name,name\n"}}));
}

TEST_CASE("a sheet that the designer keeps for themselves is not proposed as the survey", "[xlsform][error]") {
    const auto message = [](const char* sheet) {
        const auto workbook = readCsvSheets({{sheet, "type,name\n"}});
        REQUIRE_FALSE(workbook);
        return workbook.error().context;
    };
    CHECK(message("surveys").find("Did you mean \"surveys\"?") != std::string::npos);
    CHECK(message("_survey").find("Did you mean") == std::string::npos);
}

TEST_CASE("text that is no XForm has no facts", "[xlsform][facts]") {
    for (const auto* text : {"", "<a", "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"/>"}) {
        const auto facts = factsJson(text);
        REQUIRE_FALSE(facts);
        CHECK(facts.error().code == XlsformErrc::NotAnXForm);
    }
}

TEST_CASE("facts do not depend on prefixes and white space", "[xlsform][facts]") {
    const auto workbook = readCsvSheets({{"survey", "type,name,label\ntext,a,Hello ${b}\ntext,b,B\n"}});
    REQUIRE(workbook);
    const auto xform = compile(*workbook).xform.value();
    auto other = xform;
    for (auto at = other.find("h:"); at != std::string::npos; at = other.find("h:", at + 3))
        if (other.compare(at - 1, 1, ":") != 0) other.replace(at, 2, "w:");
    for (auto at = other.find("xmlns:h="); at != std::string::npos; at = other.find("xmlns:h="))
        other.replace(at, 8, "xmlns:w=");
    const auto facts = factsJson(xform);
    REQUIRE(facts);
    CHECK(facts->find("Hello ${{ /data/b }}") != std::string::npos);
    const auto same = factsJson(other);
    REQUIRE(same);
    CHECK(same->substr(same->find("\"title\"")) == facts->substr(facts->find("\"title\"")));
}

TEST_CASE("every error code has a sentence", "[xlsform][error]") {
    for (int code = 1; code <= static_cast<int>(XlsformErrc::NotAnXForm); ++code)
        CHECK(make_error_code(static_cast<XlsformErrc>(code)).message().back() == '.');
    CHECK(std::string(make_error_code(XlsformErrc::NotAnXForm).category().name()) == "peil.xlsform");
}
