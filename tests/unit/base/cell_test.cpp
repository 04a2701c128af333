// SPDX-License-Identifier: Apache-2.0
#include "peil/base/cell.h"

#include "peil_test/result.h"

#include <cmath>

using namespace peil;
using peil_test::need;

namespace {

constexpr auto kPoint = DecimalMark::Point, kComma = DecimalMark::Comma;

double valueOf(const CellValue& value) {
    if (!value) FAIL(value.error().expected << "; " << value.error().cure);
    return *value;
}

bool missing(const CellValue& value) {
    return value && std::isnan(*value);
}

std::string cureOf(const CellValue& value) {
    REQUIRE_FALSE(value);
    CHECK_FALSE(value.error().expected.empty());
    return std::string(value.error().cure);
}

} // namespace

TEST_CASE("nothing is nothing in the spelling of every program", "[base][cell]") {
    for (const auto* text :
         {"", "  ", "NA", "na", " NA ", "<NA>", ".", "NaN", "#NULL!", "#N/A", "n/a", "#N/B", "\xC2\xA0"}) {
        INFO(text);
        CHECK(isMissingCell(text));
        CHECK(missing(numberCell(text, kPoint)));
        CHECK(missing(numberCell(text, kComma)));
        CHECK(missing(countCell(text, kPoint)));
        CHECK(missing(indicatorCell(text, kPoint)));
    }
    for (const auto* text : {"0", "-", "none", "NAN1", "#DIV/0!", "..", "nana", "NA NA", "verylongtext"}) {
        INFO(text);
        CHECK_FALSE(isMissingCell(text));
    }
}

TEST_CASE("a number has a point before its decimals, or a comma where the column has one", "[base][cell]") {
    for (const auto& [text, value] : {std::pair{"0.726", 0.726},
                                      {" 1.049 ", 1.049},
                                      {"-.5", -0.5},
                                      {"+2", 2.0},
                                      {"1e+05", 1e5},
                                      {"1.5E-3", 0.0015},
                                      {"0", 0.0},
                                      {"-0", 0.0}})
        CHECK(valueOf(numberCell(text, kPoint)) == value);
    for (const auto& [text, value] :
         {std::pair{"0,726", 0.726}, {"1,049", 1.049}, {",5", 0.5}, {"-1,5e-02", -0.015}, {"7", 7.0}})
        CHECK(valueOf(numberCell(text, kComma)) == value);
    CHECK(cureOf(numberCell("0,726", kPoint)).find("a decimal point") != std::string::npos);
    CHECK(cureOf(numberCell("1.049", kComma)).find("decimal commas") != std::string::npos);
    for (const auto* text : {"1 234", "1.2.3", "1,234.5", "x", "12a", "inf", "--1", "1'234", "#DIV/0!", "TRUE"}) {
        INFO(text);
        CHECK_FALSE(numberCell(text, kPoint));
        CHECK_FALSE(numberCell(text, kComma));
    }
}

TEST_CASE("numbers so large or so small that no sum holds them are refused", "[base][cell]") {
    CHECK(valueOf(numberCell("1e12", kPoint)) == kLargestCell);
    CHECK(valueOf(numberCell("-1e-12", kPoint)) == -1e-12);
    for (const auto* text : {"1e308", "-1e13", "1e-13", "1e999", "1e-999", "1000000000001"})
        CHECK_FALSE(numberCell(text, kPoint));
    CHECK_FALSE(countCell("1000000000001", kPoint));
    CHECK_FALSE(countCell("1e+99", kPoint));
}

TEST_CASE("a count has nothing in it that may separate thousands", "[base][cell]") {
    for (const auto& [text, value] : {std::pair{"72000", 72000.0},
                                      {"8122.14", 8122.14},
                                      {"1.0", 1.0},
                                      {"0", 0.0},
                                      {"1e+05", 1e5},
                                      {"1.5e+06", 1.5e6},
                                      {"8122.145", 8122.145}})
        CHECK(valueOf(countCell(text, kPoint)) == value);
    CHECK(valueOf(countCell("8122,14", kComma)) == 8122.14);
    CHECK(valueOf(countCell("1,5e+06", kComma)) == 1.5e6);
    for (const auto* text : {"72.000", "72,000", "1.234.567", "1 234", "1e3", "1e5", "-5", "+5", ".5", "12.", "many"}) {
        INFO(text);
        for (const auto mark : {kPoint, kComma})
            CHECK(cureOf(countCell(text, mark)) == "write it in digits, such as 1234, without a separator");
    }
}

TEST_CASE("yes and no are read as R, SPSS and a Dutch Excel write them", "[base][cell]") {
    for (const auto* text : {"1", "1.0", "1.00", " 1 ", "TRUE", "True", "WAAR", "waar", "WAHR", "Yes", "ja", "1e+00"}) {
        INFO(text);
        CHECK(valueOf(indicatorCell(text, kPoint)) == 1);
    }
    for (const auto* text : {"0", "0.0", "FALSE", "ONWAAR", "Falsch", "no", "Nee", "nein"}) {
        INFO(text);
        CHECK(valueOf(indicatorCell(text, kPoint)) == 0);
    }
    CHECK(valueOf(indicatorCell("1,0", kComma)) == 1);
    for (const auto* text : {"2", "0.5", "-1", "1,0", "perhaps", "T", "10"}) {
        INFO(text);
        CHECK(indicatorCell(text, kPoint).error().expected == "1, 0 or nothing");
    }
}

TEST_CASE("in a table with semicolons or tabs, the first unambiguous number determines the decimal mark",
          "[base][cell]") {
    const auto column = [](const std::string& cells, char separator) {
        std::string text = std::string("x") + separator + "n\n";
        for (const auto& cell : {cells.substr(0, cells.find(' ')), cells.substr(cells.find(' ') + 1)})
            text += std::string("a") + separator + cell + "\n";
        const auto table = need(parseCsv(text));
        const CsvColumn numbers(table, 1);
        CHECK(numbers.name() == "n");
        CHECK(numbers.line(1) == 3);
        return std::pair(numbers.number(0), numbers.number(1));
    };
    for (const char separator : {';', '\t'}) {
        CHECK(valueOf(column("1,049 0,726", separator).first) == 1.049);
        CHECK(valueOf(column("1,049 2,000", separator).first) == 1.049); // no sign of a point
        CHECK(valueOf(column("1.049 0.726", separator).first) == 1.049);
        CHECK(valueOf(column("1.049 1234.567", separator).first) == 1.049);
        CHECK(valueOf(column("1.049 1.5e+06", separator).first) == 1.049);
        CHECK_FALSE(column("1.049 2.000", separator).first); // a thousand, or a little over one
        CHECK_FALSE(column("0.726 1,5", separator).second);
        CHECK_FALSE(column("0,726 1.5", separator).second);
        CHECK_FALSE(column("1.234,5 1", separator).first);
        CHECK(missing(column("NA 1", separator).first));
    }
    CHECK(valueOf(column("1.049 2.000", ',').second) == 2);
}

TEST_CASE("the text of a cell has no spaces around it, and none where it is missing", "[base][cell]") {
    const auto table = need(parseCsv("group,x\n\"opioid \",1\nNA,1\n\xC2\xA0\xE2\x80\x8BOpioid,1\n", {},
                                     {.blanks = CsvRules::Blanks::Keep}));
    const CsvColumn groups(table, 0);
    CHECK(groups.size() == 3);
    CHECK(groups.text(0) == "opioid");
    CHECK(groups.cell(0) == "opioid ");
    CHECK(groups.text(1).empty());
    CHECK(groups.text(2) == "Opioid");
}
