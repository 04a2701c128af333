// SPDX-License-Identifier: Apache-2.0
// What questions are called in each format. The lists are those of Stata's User's Guide 11.3 and SPSS's Command Syntax
// Reference; every name here must reach every file.
#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "peil/export/codebook.h"
#include "peil/export/csv_export.h"
#include "peil/export/short_names.h"
#include "peil/export/stat_export.h"
#include "peil_test/result.h"
#include "sample.h"
#include "stat_file.h"

#include <cctype>
#include <set>

using namespace peil;
using namespace peil::exports;
using peil_test::need;

namespace {

/// A table of texts, each of which says the name of its question.
struct Named {
    MemoryTable table;
    Dataset dataset{"f", "1", {}, {}, "", "", {&table}};

    explicit Named(const std::vector<std::string>& names, const std::vector<std::string>& groups = {})
        : table(tableOf(names, groups)) {
        std::vector<Cell> cells;
        for (const auto& name : names)
            cells.push_back(Cell::of(std::string_view(name)));
        REQUIRE(table.append({"uuid:1", "", cells}));
    }
    [[nodiscard]] std::vector<ShortName> shortNames() const { return exports::shortNames(table.table()); }

private:
    static Table tableOf(const std::vector<std::string>& names, const std::vector<std::string>& groups) {
        Table out{"f", "", {}, {}};
        for (const auto& name : names)
            out.variables.push_back({name, groups, {}});
        return out;
    }
};

std::vector<std::string> namesOf(const Named& named) {
    std::vector<std::string> out;
    for (const auto& one : named.shortNames())
        out.push_back(one.name);
    return out;
}

bool isPlain(const std::string& name) {
    return name.size() <= 32 && std::isalpha(static_cast<unsigned char>(name[0])) != 0 && name.back() != '_' &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
               std::string::npos;
}

/// Writes all formats and finds each question's value under its name in each.
void checkEverywhere(Named& named) {
    const test::Scratch scratch;
    auto folder = need(ExportFolder::create(scratch.path() / "out"));
    REQUIRE(writeCsv(named.dataset, folder));
    CHECK(need(writeStatFiles(named.dataset, folder)).empty());
    REQUIRE(writeCodebook(named.dataset, folder));
    REQUIRE(folder.commit());
    const auto at = [&](const char* name) { return scratch.path() / "out" / name; };
    const auto csv = need(parseCsv(test::read(at("f.csv"))));
    const auto map = need(parseCsv(test::read(at("names.csv"))));
    const auto sav = test::StatFile::read(at("f.sav")), dta = test::StatFile::read(at("f.dta"));
    const auto codebook = test::read(at("codebook.csv"));
    const auto columns = columnNames(named.table.table());
    const auto names = namesOf(named);
    std::set<std::string> seen{"key"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& wanted = named.table.table().variables[i].name;
        INFO(wanted << " is " << names[i]);
        CHECK(isPlain(names[i]));
        CHECK(seen.insert(toLowerAscii(names[i])).second);
        CHECK(sav.value(0, names[i]).text == wanted);
        CHECK(dta.value(0, names[i]).text == wanted);
        REQUIRE(csv.column(columns[i]));
        CHECK(csv.cell(0, *csv.column(columns[i])) == wanted);
        CHECK(map.rows[i] == std::vector<std::string>{"f", columns[i], names[i], "", ""});
        CHECK(codebook.find("f," + columns[i] + "," + wanted + ",") != std::string::npos);
    }
    CHECK(sav.value(0, "KEY").text == "uuid:1");
    CHECK(csv.cell(0, *csv.column("KEY")) == "uuid:1");
}

} // namespace

TEST_CASE("a name that SPSS or Stata keeps for itself is mapped, and reaches every file", "[export][names]") {
    Named named({"_all",  "_b",   "byte",  "_coef", "_cons",    "double", "float", "if",       "in",     "int",
                 "long",  "_n",   "_N",    "_pi",   "_pred",    "_rc",    "_se",   "_skip",    "str1",   "str2045",
                 "str99", "strL", "using", "with",  "str2045x", "STR2",   "Str3",  "str99999", "str0",   "str",
                 "ALL",   "AND",  "BY",    "EQ",    "GE",       "GT",     "LE",    "LT",       "NE",     "NOT",
                 "OR",    "TO",   "WITH",  "to",    "By",       "If",     "strl",  "strong",   "string1"});
    checkEverywhere(named);
    for (const auto& one : named.shortNames())
        CHECK((one.change == NameChange::None) == (one.name == "str" || one.name == "strong" || one.name == "string1"));
}

TEST_CASE("mapped names stay near their own", "[export][names]") {
    CHECK(namesOf(Named({"using", "str1", "str99999", "1st", "_x_", "a-b", "naïve", "TO"})) ==
          std::vector<std::string>{"using_2", "str_1", "str_99999", "v1st", "v_x", "a_b", "na_ve", "TO_2"});
}

TEST_CASE("names that are alike once mapped, cut or without their capitals are distinguished", "[export][names]") {
    const std::string cut(32, 'n');
    Named named({"a_b",
                 "a-b",
                 "a.b",
                 "A_B",
                 "a_b_2",
                 cut,
                 cut + "1",
                 cut + "2",
                 cut + "_",
                 "é",
                 "è",
                 "日本",
                 "véééééééééééééééééééééééééééééééééééééééé",
                 "vèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèè",
                 "1",
                 "v1",
                 "_1",
                 "str1",
                 "str_1",
                 "KEY",
                 "Key",
                 "PARENT_KEY",
                 "if",
                 "if_2",
                 "IF"});
    checkEverywhere(named);
    CHECK(named.shortNames()[0].change == NameChange::None);
    CHECK(named.shortNames()[3].change == NameChange::Taken);
    CHECK(named.shortNames()[6].change == NameChange::Length);
}

TEST_CASE("long groups are left out of a name that they do not fit", "[export][names]") {
    const Named named({"age", "if"}, {std::string(40, 'g')});
    CHECK(namesOf(named) == std::vector<std::string>{"age", "if_2"});
    CHECK(named.shortNames()[0].change == NameChange::None);
}

TEST_CASE("the names of questions depend neither on the data nor on what is made of other questions",
          "[export][names]") {
    Table table{"f", "", {}, {}};
    table.variables = {
        {"x", {}, {}, VariableType::Choices, FieldClass::Sealed, {{"1", {}}, {"r", {}}}},
        {"x_r", {}, {}, VariableType::Text},
        {"x_1", {}, {}, VariableType::Number},
        {"x_reason", {}, {}, VariableType::Text},
    };
    MemoryTable source(table);
    const std::vector<Cell> cells{Cell::no(MissingReason::Refused), Cell::of("r"), Cell::of(1.0), Cell::of("why")};
    REQUIRE(source.append({"uuid:1", "", cells}));
    const Dataset dataset{"f", "1", {}, {}, "", "", {&source}};
    const test::Scratch scratch;
    auto folder = need(ExportFolder::create(scratch.path() / "out"));
    REQUIRE(writeCsv(dataset, folder));
    CHECK(need(writeStatFiles(dataset, folder)).empty());
    REQUIRE(folder.commit());
    const auto dta = test::StatFile::read(scratch.path() / "out" / "f.dta");
    CHECK(dta.value(0, "x_r").text == "r");
    CHECK(dta.value(0, "x_1").number == 1);
    const auto csv = need(parseCsv(test::read(scratch.path() / "out" / "f.csv")));
    CHECK(csv.header == std::vector<std::string>{"x", "x_reason_2", "x_r", "x_1", "x_reason", "KEY"});
}

TEST_CASE("questions whose columns are alike in CSV get columns of their own", "[export][names]") {
    MemoryTable table(Table{"f", "", {}, {{"b", {"a"}, {}}, {"a-b", {}, {}}, {"KEY", {}, {}}, {"KEY_2", {}, {}}}});
    CHECK(columnNames(table.table()) == std::vector<std::string>{"a-b", "a-b_2", "KEY_3", "KEY_2"});
}
