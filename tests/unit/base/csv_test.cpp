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

TEST_CASE("a byte order mark, empty lines and short rows do no harm", "[base][csv]") {
    const auto table = need(parseCsv("\xEF\xBB\xBFname,label\n\none\n"));
    REQUIRE(table.column("name") == 0U);
    REQUIRE(table.rows.size() == 1);
    REQUIRE(table.cell(0, 1).empty());
}

TEST_CASE("a semicolon in the header is taken as the separator when asked to look", "[base][csv]") {
    REQUIRE(need(parseCsv("a;b\n1;2\n", {}, CsvSeparator::Detect)).cell(0, 1) == "2");
    REQUIRE(need(parseCsv("\"a;b\",c\n1,2\n", {}, CsvSeparator::Detect)).header.size() == 2);
}

TEST_CASE("a broken table is refused with the line", "[base][csv]") {
    const auto open = parseCsv("a\n\"never closed\nx");
    REQUIRE(open.error().code == BaseErrc::CsvUnclosedQuote);
    REQUIRE(open.error().context.find("line 2") != std::string::npos);
    REQUIRE(parseCsv("a\n\xFF\n").error().code == BaseErrc::NotUtf8);
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
    REQUIRE(need(parseCsv(writer.text())).rows.front() == cells);
}

TEST_CASE("a cell that a spreadsheet would run is made harmless, a negative number is not touched", "[base][csv]") {
    CsvWriter writer(FormulaGuard::On);
    for (const auto& cell : {"=1+1", "+31", "-4.5", "@x", "-cmd"})
        writer.cell(cell);
    writer.endRow();
    REQUIRE(writer.text() == "'=1+1,+31,-4.5,'@x,'-cmd\n");
}

TEST_CASE("taking one apostrophe away gives a guarded text back", "[base][csv]") {
    CsvWriter writer(FormulaGuard::On);
    for (const auto& cell : {"'=1+1", "''@x", "'quoted'", "it's"})
        writer.cell(cell);
    REQUIRE(writer.text() == "''=1+1,'''@x,'quoted',it's");
}
