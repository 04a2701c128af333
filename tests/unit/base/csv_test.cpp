// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"
#include "peil/base/error.h"
#include "peil_test/result.h"

using namespace peil;
using peil_test::need;

TEST_CASE("quotes, doubled quotes and line ends inside a cell are kept", "[base][csv]") {
    const auto table = need(parseCsv("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\nlast,one"));
    REQUIRE(table.header == std::vector<std::string>{"a", "b"});
    REQUIRE(table.rows.size() == 2);
    REQUIRE(table.rows[0] == std::vector<std::string>{"x, \"y\"", "two\nlines"});
    REQUIRE(table.lines == std::vector<std::size_t>{2, 4});
    REQUIRE(table.cell(1, 1) == "one");
}

TEST_CASE("a byte order mark and empty lines do no harm, nor do lines and columns of separators alone", "[base][csv]") {
    const auto table = need(parseCsv("\xEF\xBB\xBF\n,,\nname,label,,\n\none,1,, \n , ,,\n\"\",\ntwo,2\n"));
    REQUIRE(table.header == std::vector<std::string>{"name", "label"});
    REQUIRE(table.headerLine == 3);
    REQUIRE(table.lines == std::vector<std::size_t>{5, 8});
    REQUIRE(table.rows[0] == std::vector<std::string>{"one", "1"});
    REQUIRE(table.cell(1, 1) == "2");
}

TEST_CASE("the separator is what stands most often in the header outside quotes", "[base][csv]") {
    const auto separator = [](std::string_view header) { return need(parseCsv(header)).separator; };
    CHECK(separator("a;b") == ';');
    CHECK(separator("\"a;b\",c") == ',');
    CHECK(separator("a\tb\tc, or d") == '\t');
    CHECK(separator("a, b;c") == ';');
    CHECK(separator("a,b,c;d,e") == ',');
    CHECK(separator("a|b") == '|');
    CHECK(separator("a|b,c|d") == ',');
    CHECK(separator("\"two;lines\nof;a;name\"\tb\n") == '\t');
    CHECK(separator("\n;;;\nname;a, b") == ';');
    CHECK(separator("name") == ',');
    CHECK(separator("") == ',');
    CHECK(need(parseCsv("a\tb\n1\tx, y\n")).cell(0, 1) == "x, y");
}

TEST_CASE("a first line that declares the separator is obeyed, in every spelling", "[base][csv]") {
    for (const std::string line :
         {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "\"sep=;\";;\r\n", "sep=;,,\n", "\xEF\xBB\xBFsep=;\r"}) {
        INFO(line);
        const auto table = need(parseCsv(line + "a,b;c,d;e,f\n1,5;2;3\n"));
        CHECK(table.header == std::vector<std::string>{"a,b", "c,d", "e,f"});
        CHECK(table.headerLine == 2);
        CHECK(table.lines == std::vector<std::size_t>{3});
        CHECK(table.cell(0, 0) == "1,5");
    }
    CHECK(need(parseCsv("sep=\t\na,b\tc\n")).header.size() == 2);
    CHECK(need(parseCsv("sep=\\t\na,b\tc\n")).header.size() == 2);
    CHECK(need(parseCsv("sep=^\na^b\n1^2\n")).cell(0, 1) == "2");
    CHECK(need(parseCsv("sep=;")).header.empty());
    for (const char* name : {"sep=", "sep=x", "sep=1", "sep=\"\"", "sep=;b"}) // a name like any other
        CHECK(need(parseCsv(name)).headerLine == 1);
}

namespace {

/// UTF-16 of a text of the basic plane.
std::string utf16(std::u16string_view text, bool bigEndian, bool mark) {
    std::string bytes;
    const auto put = [&](char16_t unit) {
        const auto high = static_cast<char>(unit >> 8U), low = static_cast<char>(unit & 0xFFU);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    };
    if (mark) put(0xFEFF);
    for (const auto unit : text)
        put(unit);
    return bytes;
}

} // namespace

TEST_CASE("UTF-16 is read in either order of bytes, with and without a mark", "[base][csv]") {
    for (const bool big : {false, true})
        for (const bool marked : {false, true}) {
            INFO(big << marked);
            const auto latin = need(parseCsv(utf16(u"sep=;\r\nname;label\r\na;Caf\u00E9 \u20AC\r\n", big, marked)));
            CHECK(latin.cell(0, 1) == "Caf\xC3\xA9 \xE2\x82\xAC");
            const auto arabic =
                need(parseCsv(utf16(u"\u0627\u0633\u0645\tn\r\n\u0646\u0639\u0645\t1\r\n", big, marked)));
            CHECK(arabic.header.front() == "\xD8\xA7\xD8\xB3\xD9\x85");
            CHECK(arabic.cell(0, 1) == "1");
            const auto emoji = need(parseCsv(utf16(u"name,label\na,\U0001F600\n", big, marked)));
            CHECK(emoji.cell(0, 1) == "\xF0\x9F\x98\x80");
        }
}

TEST_CASE("a table in Windows-1252, as a Dutch Excel saves it, is read, and the reader says so", "[base][csv]") {
    const auto table = need(parseCsv("stad;aantal\r\nHo\xEBveneind;1,5\r\n\x80 \x93x\x94;2\r\n"));
    CHECK(table.separator == ';');
    CHECK(table.cell(0, 0) == "Ho\xC3\xABveneind");
    CHECK(table.cell(1, 0) == "\xE2\x82\xAC \xE2\x80\x9Cx\xE2\x80\x9D");
    CHECK(table.legacyLine == 2);
    CHECK(table.encodingNotice().starts_with("Line 2 is not UTF-8, so the table was read as Windows-1252"));
    CHECK(need(parseCsv("a\nb\n")).encodingNotice().empty());
}

TEST_CASE("UTF-16 that was cut, bytes that are not UTF-8 and zero bytes are refused with the line", "[base][csv]") {
    const auto fault = [](std::string_view text) {
        const auto table = parseCsv(text);
        REQUIRE_FALSE(table);
        CHECK(table.error().code == BaseErrc::NotUtf8);
        return table.error().context;
    };
    const auto whole = utf16(u"a,b\n1,2\n", false, true);
    CHECK(fault(whole.substr(0, whole.size() - 1)).starts_with("Line 2 "));
    for (const auto* broken : {u"a\n\xD83D", u"a\n\xD83Dx", u"a\n\xDE00"})
        CHECK(fault(utf16(broken, true, true)).starts_with("Line 2 is truncated"));
    CHECK(fault("\xEF\xBB\xBF"
                "a\nb\n\xFF\n") == "Line 3 is not UTF-8; save the table as UTF-8 (in Excel: CSV UTF-8).");
    CHECK(fault("a\ncaf\xC3\xA9 caf\xE9").starts_with("Line 2 is not UTF-8")); // damaged UTF-8
    CHECK(fault("a\n\x81\xE9").starts_with("Line 2 is not UTF-8"));            // no character of Windows-1252
    CHECK(fault(std::string_view("a,b\n1,\0\n", 8)).starts_with("Line 2 has a zero byte"));
    CHECK(fault(std::string_view("a,b\n1,2\n\0\0\0\0\0\0\0\0", 16)).starts_with("Line 3 has a zero byte"));
}

TEST_CASE("spaces around cells go, those inside stay, and a blank may stand before a quote", "[base][csv]") {
    const auto table = need(parseCsv(" name ,label\n opioid\t,\" two  words \"\n\xC2\xA0x\xE2\x80\xAF, \"a, b\" \n"));
    CHECK(table.header.front() == "name");
    CHECK(table.rows[0] == std::vector<std::string>{"opioid", "two  words"});
    CHECK(table.rows[1] == std::vector<std::string>{"x", "a, b"});
    const auto kept = need(parseCsv("a, b\n x , \"y\"\n", {}, {.blanks = CsvRules::Blanks::Keep}));
    CHECK(kept.rows[0] == std::vector<std::string>{" x ", " \"y\""});
    CHECK(need(parseCsv("a\tb\n1\t \"2\"\n")).rows[0] == std::vector<std::string>{"1", "2"});
}

namespace {

Error refusalOf(std::string_view text, const CsvRules& rules = {}) {
    const auto table = parseCsv(text, {}, rules);
    REQUIRE_FALSE(table);
    return table.error();
}

} // namespace

TEST_CASE("a row with more cells than the header is refused with its line", "[base][csv]") {
    const auto comma = refusalOf("group,area,count\nopioid,NL,7\nopioid,NL,72,000\n");
    CHECK(comma.code == BaseErrc::CsvUnevenRow);
    CHECK(comma.context == "Line 3 has 4 cells, but the header has 3 columns; put text that contains a comma in "
                           "quotes, and write numbers without commas, such as 72000 or 0.726.");
    CHECK(refusalOf("a;b\n1;x;y;;\n").context ==
          "Line 2 has 3 cells, but the header has 2 columns; put text that contains a semicolon in quotes.");
    CHECK(refusalOf("a\tb\n1\t2\t3\n").context.ends_with("text that contains a tab in quotes."));
    CHECK(refusalOf("a|b\n1|2|3\n").context.ends_with("text that contains \"|\" in quotes."));
    CHECK(refusalOf("a\n1,2\n").context.starts_with("Line 2 has 2 cells, but the header has 1 column;"));
    // An empty name at the end of the header makes no room for half a number.
    CHECK(refusalOf("group,area,count,\nopioid,NL,72,000\n").code == BaseErrc::CsvUnevenRow);
    CHECK(refusalOf("a,b\n1,2,3\n", {.rows = CsvRules::Rows::Short}).code == BaseErrc::CsvUnevenRow);
    CHECK(need(parseCsv("a,b\n1,2,3\n", {}, {.rows = CsvRules::Rows::AnyWidth})).rows[0].size() == 3);
}

TEST_CASE("a row with fewer cells than the header is refused, where it is not a sheet typed by hand", "[base][csv]") {
    const auto refused = refusalOf("a,b,c\n\"two\nlines\",2,3\n1,2\n");
    CHECK(refused.code == BaseErrc::CsvUnevenRow);
    CHECK(refused.context.starts_with("Line 4 has 2 cells, but the header has 3 columns; add the missing cells"));
    CHECK(refusalOf("a,b\n1,2\nSource: the register\n").context.starts_with("Line 3 has 1 cell, but"));
    const auto sheet = need(parseCsv("a,b,c\n1\n", {}, {.rows = CsvRules::Rows::Short}));
    CHECK(sheet.cell(0, 2).empty());
}

TEST_CASE("two columns of one name are refused, and a value in a column without a name", "[base][csv]") {
    const auto twice = refusalOf("id,weight,x, weight\n1,2,3,4\n");
    CHECK(twice.code == BaseErrc::CsvDoubleColumn);
    CHECK(twice.context == "The columns 2 and 4 are both named \"weight\" in the header, line 1; rename or remove one "
                           "of them.");
    CHECK(need(parseCsv("a,a\n1,2\n", {}, {.names = CsvRules::Names::Any})).header.size() == 2);
    CHECK(need(parseCsv("a,A,,b\n1,2,,3\n")).header.size() == 4);
    const auto nameless = refusalOf("group,area,count,,year\nopioid,NL,72,,2023\nopioid,NL,72,000,2023\n");
    CHECK(nameless.code == BaseErrc::CsvUnnamedColumn);
    CHECK(nameless.context ==
          "Column 4 has no name in the header, but line 3 has a value there; name the column, or remove the value.");
    CHECK(need(parseCsv("\"\",\"group\"\n\"1\",\"a\"\n")).cell(0, 1) == "a"); // R's numbers of rows
}

TEST_CASE("a broken table is refused with the line", "[base][csv]") {
    const auto open = parseCsv("a\n\"never closed\nx");
    REQUIRE(open.error().code == BaseErrc::CsvUnclosedQuote);
    REQUIRE(open.error().context.find("line 2") != std::string::npos);
    REQUIRE(parseCsv("a\n1\n2\n", {.maxRows = 1}).error().code == BaseErrc::CsvTooLarge);
    REQUIRE(parseCsv("a,b,c\n", {.maxColumns = 2}).error().code == BaseErrc::CsvTooLarge);
    REQUIRE(parseCsv("abc\n", {.maxBytes = 2}).error().code == BaseErrc::CsvTooLarge);
}

TEST_CASE("a missing column is named, with the nearest one that exists", "[base][csv]") {
    const auto missing = need(parseCsv("year,cuont\n")).requireColumn("count", "benchmark.csv");
    REQUIRE(missing.error().code == BaseErrc::CsvMissingColumn);
    REQUIRE(missing.error().context ==
            "\"benchmark.csv\" has no column \"count\". Add it to the header, or rename \"cuont\" if that "
            "was meant.");
}

TEST_CASE("what the writer writes, the reader reads", "[base][csv]") {
    const std::vector<std::string> cells{"plain", " spaced ", "comma,", "quote\"", "line\nend", ""};
    CsvWriter writer;
    for (const auto& cell : {"1", "2", "3", "4", "5", "6"})
        writer.cell(cell);
    writer.endRow();
    for (const auto& cell : cells)
        writer.cell(cell);
    writer.endRow();
    REQUIRE(need(parseCsv(writer.text(), {}, {.blanks = CsvRules::Blanks::Keep})).rows.front() == cells);
}

TEST_CASE("a cell that a spreadsheet would run is made harmless, a negative number is not touched", "[base][csv]") {
    CsvWriter writer(FormulaGuard::On);
    for (const auto& cell : {"=1+1", "+31", "-4.5", "@x", "-cmd"})
        writer.cell(cell);
    writer.endRow();
    REQUIRE(writer.text() == "'=1+1,+31,-4.5,'@x,'-cmd\n");
}

TEST_CASE("a formula behind a semicolon, tab or line end is made harmless, for spreadsheets that separate cells there",
          "[base][csv]") {
    CsvWriter writer(FormulaGuard::On);
    for (const auto& cell : {";=1+1", "a;@x;b;+y", "tab\t=1", "line\n-cmd", "\r\n=1", ";\"\"=A1", "=1;=2"})
        writer.cell(cell);
    writer.endRow();
    REQUIRE(writer.text() == ";'=1+1,a;'@x;b;'+y,tab\t'=1,\"line\n'-cmd\",\"\r\n'=1\",\";'\"\"\"\"=A1\",'=1;'=2\n");
}

TEST_CASE("numbers stay as they are, also several in one cell", "[base][csv]") {
    CsvWriter writer(FormulaGuard::On);
    for (const auto& cell : {"-4.5;-3", "52.1 -4.3 0 5;-52.2 4.4 0 5", "+31 6 1234", "a - b; c-d"})
        writer.cell(cell);
    REQUIRE(writer.text() == "-4.5;-3,52.1 -4.3 0 5;-52.2 4.4 0 5,+31 6 1234,a - b; c-d");
}

TEST_CASE("taking one apostrophe away gives a guarded text back", "[base][csv]") {
    CsvWriter writer(FormulaGuard::On);
    for (const auto& cell : {"'=1+1", "''@x", "'quoted'", "it's"})
        writer.cell(cell);
    REQUIRE(writer.text() == "''=1+1,'''@x,'quoted',it's");
}
