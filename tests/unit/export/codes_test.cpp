// SPDX-License-Identifier: Apache-2.0
// The numbers that codes have in .sav and .dta, as another program reads them.
#include "peil/base/csv.h"
#include "peil/export/codebook.h"
#include "peil/export/csv_export.h"
#include "peil/export/stat_export.h"
#include "peil_test/result.h"
#include "sample.h"
#include "stat_file.h"

using namespace peil;
using namespace peil::exports;
using peil_test::need;

namespace {

/// A list of codes, each given once, written in all formats.
class CodeList {
public:
    explicit CodeList(const std::vector<std::string>& codes, bool refused = false)
        : m_table(tableOf(codes)) {
        for (const auto& code : codes) {
            const std::vector<Cell> cells{Cell::of(std::string_view(code))};
            REQUIRE(m_table.append({"uuid:" + code, "", cells}));
        }
        const std::vector<Cell> none{Cell::no(MissingReason::Refused)};
        if (refused) REQUIRE(m_table.append({"uuid:none", "", none}));
        auto folder = need(ExportFolder::create(m_scratch.path() / "out"));
        REQUIRE(writeCsv(m_dataset, folder));
        CHECK(need(writeStatFiles(m_dataset, folder)).empty());
        REQUIRE(writeCodebook(m_dataset, folder));
        REQUIRE(folder.commit());
    }

    /// In the order of the codes, the same in .sav and .dta.
    [[nodiscard]] std::vector<double> numbers() const {
        const auto sav = file("f.sav"), dta = file("f.dta");
        std::vector<double> out;
        for (std::size_t row = 0; row < m_table.table().variables[0].values.size(); ++row) {
            const auto& value = m_table.table().variables[0].values[row];
            const auto number = sav.value(row, "q").number;
            CHECK(number == dta.value(row, "q").number);
            CHECK_FALSE(sav.value(row, "q").definedMissing);
            CHECK(sav.variable("q").labels.at(number) == "label " + value.value);
            out.push_back(number);
        }
        return out;
    }
    [[nodiscard]] test::StatFile file(const char* name) const {
        return test::StatFile::read(m_scratch.path() / "out" / name);
    }
    [[nodiscard]] CsvTable csv(const char* name) const {
        return need(parseCsv(test::read(m_scratch.path() / "out" / name)));
    }
    [[nodiscard]] std::string text(const char* name) const { return test::read(m_scratch.path() / "out" / name); }

private:
    static Table tableOf(const std::vector<std::string>& codes) {
        Variable variable{"q", {}, {{"en", "Q"}}, VariableType::Choice, FieldClass::Sealed, {}};
        for (const auto& code : codes)
            variable.values.push_back({code, {{"en", "label " + code}}});
        return {"f", "", {}, {variable}};
    }
    test::Scratch m_scratch;
    MemoryTable m_table;
    Dataset m_dataset{"f", "1", {}, {}, "", "", {&m_table}};
};

using Numbers = std::vector<double>;

} // namespace

TEST_CASE("a code that is a whole number keeps it in every format", "[export][codes]") {
    CHECK(CodeList({"1", "0"}).numbers() == Numbers{1, 0});
    CHECK(CodeList({"0", "1", "dk"}).numbers() == Numbers{0, 1, 2});
    CHECK(CodeList({"dk", "0", "1"}).numbers() == Numbers{2, 0, 1});
    CHECK(CodeList({"1", "2", "98", "other"}).numbers() == Numbers{1, 2, 98, 99});
    CHECK(CodeList({"-92", "-96", "-95"}).numbers() == Numbers{-92, -96, -95});
    CHECK(CodeList({"-2", "-1", "none"}).numbers() == Numbers{-2, -1, 1});
    CHECK(CodeList({"3", "x", "4", "y"}).numbers() == Numbers{3, 5, 4, 6});
    CHECK(CodeList({"2012250177", "2012250178"}).numbers() == Numbers{2012250177, 2012250178});
}

TEST_CASE("words are 1, 2, 3 in the form's order", "[export][codes]") {
    CHECK(CodeList({"yes", "no", "dk"}).numbers() == Numbers{1, 2, 3});
    CHECK(CodeList({"1.5", "1e3", "+4", "-0x"}).numbers() == Numbers{1, 2, 3, 4});
    CHECK(CodeList({"true", "false"}).numbers() == Numbers{1, 0});
}

TEST_CASE("a code with zeros before it is its number only when no other code is", "[export][codes]") {
    CHECK(CodeList({"01", "02", "10"}).numbers() == Numbers{1, 2, 10});
    CHECK(CodeList({"01", "1", "2"}).numbers() == Numbers{3, 1, 2});
    CHECK(CodeList({"001", "01", "7"}).numbers() == Numbers{8, 9, 7});
    CHECK(CodeList({"0", "00", "1"}).numbers() == Numbers{0, 2, 1});
}

TEST_CASE("a code beyond what Stata labels keeps its number, and its label in .sav", "[export][codes]") {
    const CodeList large({"3012345678", "1", "other"});
    CHECK(large.numbers() == Numbers{3012345678, 1, 2});
    CHECK(large.file("f.dta").variable("q").labels ==
          std::map<double, std::string>{{1, "label 1"}, {2, "label other"}});
    // Beyond what a double holds exactly, a code is a word.
    CHECK(CodeList({"12345678901234567", "12345678901234568"}).numbers() == Numbers{1, 2});
    // Stata's missing values begin at 2,147,483,621.
    CHECK(CodeList({"2147483620", "other"}).numbers() == Numbers{2147483620, 1});
    CHECK(CodeList({"2147483621"}).numbers() == Numbers{2147483621});
}

TEST_CASE("reasons keep clear of the codes of a list", "[export][codes]") {
    const CodeList codes({"-92", "-95", "1"}, true);
    CHECK(codes.numbers() == Numbers{-92, -95, 1});
    CHECK(codes.file("f.sav").value(3, "q").number == -995);
    CHECK(codes.file("f.sav").value(3, "q").definedMissing);
    CHECK(codes.file("f.dta").value(3, "q").tag == 'b');
}

TEST_CASE("a number that leaves no room for reasons has them in their own column", "[export][codes]") {
    MemoryTable table(Table{"f", "", {}, {{"n", {}, {}, VariableType::Number}}});
    for (const auto& cell : {Cell::of(-5e18), Cell::of(5e18), Cell::no(MissingReason::Refused)}) {
        const std::vector<Cell> cells{cell};
        REQUIRE(table.append({"uuid:1", "", cells}));
    }
    const Dataset dataset{"f", "1", {}, {}, "", "", {&table}};
    const test::Scratch scratch;
    auto folder = need(ExportFolder::create(scratch.path() / "out"));
    CHECK(need(writeStatFiles(dataset, folder)).empty());
    REQUIRE(folder.commit());
    for (const auto* name : {"f.sav", "f.dta"}) {
        const auto file = test::StatFile::read(scratch.path() / "out" / name);
        CHECK(file.value(0, "n").number == -5e18);
        CHECK_FALSE(file.value(0, "n").definedMissing);
        CHECK(file.value(2, "n").systemMissing);
        CHECK(file.value(2, "n_r").number == 5);
    }
}

TEST_CASE("codebooks and names.csv say the number of a code that is not its own", "[export][codes]") {
    const CodeList codes({"0", "1", "dk"}, true);
    const auto csv = codes.csv("f.csv");
    CHECK(csv.cell(2, *csv.column("q")) == "dk");
    CHECK(codes.csv("names.csv").rows[0] == std::vector<std::string>{"f", "q", "q", "", "dk = 2"});
    const auto book = codes.csv("codebook.csv");
    const auto cell = [&](std::size_t row, const char* column) {
        return std::string(book.cell(row, *book.column(column)));
    };
    REQUIRE(book.rows.size() == 5); // the question, three codes, one reason
    CHECK(cell(1, "value") + " " + cell(1, "sav_value") + " " + cell(1, "dta_value") == "0 0 0");
    CHECK(cell(3, "value") + " " + cell(3, "sav_value") + " " + cell(3, "dta_value") == "dk 2 2");
    CHECK(cell(4, "value") + " " + cell(4, "sav_value") + " " + cell(4, "dta_value") == "(refused) -95 .b");
    CHECK(codes.text("codebook.html").find("<code>dk</code> (Number in .sav and .dta: 2)") != std::string::npos);
    CHECK(codes.text("codebook.html").find("<code>1</code></td>") != std::string::npos);
    CHECK(codes.text("codebook.xml").find("<txt>Number in .sav and .dta: 2</txt>") != std::string::npos);
}
