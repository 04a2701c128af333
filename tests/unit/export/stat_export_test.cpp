// SPDX-License-Identifier: Apache-2.0
#include "peil/export/stat_export.h"

#include "peil/base/csv.h"
#include "sample.h"
#include "stat_file.h"

using namespace peil;
using namespace peil::exports;

namespace {

struct Written {
    test::Scratch scratch;
    Result<std::vector<NotWritten>> result;
    explicit Written(const Dataset& dataset, const StatOptions& options = {}, const Progress& progress = {}) {
        auto folder = ExportFolder::create(scratch.path() / "out");
        REQUIRE(folder);
        result = writeStatFiles(dataset, *folder, options, progress);
        if (result) REQUIRE(folder->commit());
    }
    [[nodiscard]] test::StatFile file(const std::string& name) const {
        return test::StatFile::read(scratch.path() / "out" / name);
    }
    [[nodiscard]] std::string bytes(const std::string& name) const { return test::read(scratch.path() / "out" / name); }
};

/// One table with one variable and one row.
using test::Single;

} // namespace

TEST_CASE("a .sav file reads back with values, labels and missing codes", "[export][stat]") {
    test::Sample sample;
    const Written written(sample.dataset, {.language = "nl"});
    REQUIRE(written.result);
    const auto file = written.file("opaak.sav");
    REQUIRE(file.rows.size() == 3);
    CHECK(file.label == "Interviews");
    CHECK(file.variable("start_age").label == "Leeftijd");
    CHECK(file.value(0, "start_age").number == 41);
    CHECK(file.value(1, "start_age").number == -1.5);
    CHECK(file.value(2, "start_age").number == -96);
    CHECK(file.value(2, "start_age").definedMissing);
    CHECK(file.variable("start_age").labels.at(-96) == "Weet niet");
    CHECK(file.variable("start_city").labels == std::map<double, std::string>{{1, "Amsterdam"}, {2, "Rotterdam"}});
    CHECK(file.value(1, "start_city").number == 2);
    CHECK(file.variable("care").labels.at(1) == "Ja");
    CHECK(file.value(1, "care").number == -95);
    CHECK(file.value(2, "care").number == 0);
    CHECK_FALSE(file.value(2, "care").definedMissing);
    CHECK(file.value(1, "remark").text == "فاطمة, \"x\"\nJürgen");
    CHECK(file.value(0, "day").number == 13926038400.0); // 2024-01-31 in seconds since 1582-10-14
    CHECK(file.value(0, "drugs_now_use_1").number == 1);
    CHECK(file.value(1, "drugs_now_use_1").number == 0);
    CHECK(file.variable("drugs_now_use_2").label == "Gebruikt: Basecoke");
    CHECK(file.value(2, "drugs_now_use_2").number == -92);
    CHECK(file.value(2, "drugs_now_use_r").number == 2);
    CHECK(file.value(2, "KEY").text == "uuid:3");
}

TEST_CASE("a .dta file reads back with values, labels and tagged missing values", "[export][stat]") {
    test::Sample sample;
    const Written written(sample.dataset);
    REQUIRE(written.result);
    const auto file = written.file("opaak.dta");
    REQUIRE(file.rows.size() == 3);
    CHECK(file.value(1, "start_age").number == -1.5);
    CHECK(file.value(2, "start_age").tag == 'a');
    CHECK(file.variable("start_age").tagLabels.at('a') == "Does not know");
    CHECK(file.value(1, "care").tag == 'b');
    CHECK(file.value(2, "day").tag == 'd');
    CHECK(file.value(2, "drugs_now_use_1").tag == 'e');
    CHECK(file.value(2, "remark").text.empty());
    CHECK(file.variable("care").labels.at(0) == "No");
    CHECK(file.value(0, "care").number == 1);
    CHECK(file.value(0, "day").number == 23406); // 2024-01-31 in days since 1960-01-01
    CHECK(file.variable("day").format == "%td");
    CHECK(file.value(1, "remark").text == "فاطمة, \"x\"\nJürgen");
}

TEST_CASE("a repeat has its own file and the map names every column", "[export][stat]") {
    test::Sample sample;
    const Written written(sample.dataset);
    const auto visits = written.file("opaak-visit.dta");
    CHECK(visits.value(1, "PARENT_KEY").text == "uuid:1");
    CHECK(visits.value(1, "KEY").text == "uuid:1/visit[2]");
    CHECK(visits.value(0, "times").number == 3);
    const auto names = parseCsv(written.bytes("names.csv"));
    REQUIRE(names);
    const auto main = written.file("opaak.sav");
    CHECK(names->rows.size() == main.variables.size() + visits.variables.size());
    CHECK(names->header == std::vector<std::string>{"table", "column", "name", "holds", "codes"});
    CHECK(names->rows[0] == std::vector<std::string>{"opaak", "start-city", "start_city", "", "AMS = 1; RTM = 2"});
}

TEST_CASE("a long text continues in further variables, cut between characters", "[export][stat]") {
    std::string text;
    while (text.size() < 5000)
        text += "aé€";
    const Single single({"story", {}, {}, VariableType::Text}, Cell::of(text));
    const Written written(single.dataset);
    REQUIRE(written.result);
    for (const auto* name : {"f.sav", "f.dta"}) {
        const auto file = written.file(name);
        std::string back;
        for (const auto* part : {"story", "story_p2", "story_p3"})
            back += file.value(0, part).text;
        CHECK(back == text);
    }
}

TEST_CASE("codes for no answer keep out of the way of real values", "[export][stat]") {
    const Variable degrees{"degrees", {}, {}, VariableType::Number};
    MemoryTable table(Table{"f", "", {}, {degrees}});
    for (const double value : {-94.0, 5.0}) {
        const std::vector<Cell> cells{Cell::of(value)};
        REQUIRE(table.append({"uuid:1", "", cells}));
    }
    const std::vector<Cell> refused{Cell::no(MissingReason::Refused)};
    REQUIRE(table.append({"uuid:2", "", refused}));
    const Dataset dataset{"f", "1", {}, {}, "", "", {&table}};
    const Written written(dataset);
    const auto file = written.file("f.sav");
    CHECK_FALSE(file.value(0, "degrees").definedMissing);
    CHECK(file.value(2, "degrees").number == -995);
    CHECK(file.value(2, "degrees").definedMissing);
}

TEST_CASE("a day that is none and a choice that is not on the list stay as text", "[export][stat]") {
    const Single day({"day", {}, {}, VariableType::Date}, Cell::of("soon"));
    CHECK(Written(day.dataset).file("f.sav").value(0, "day").text == "soon");
    const Single choice({"q", {}, {}, VariableType::Choice, FieldClass::Sealed, {{"1", {}}}}, Cell::of("other"));
    CHECK(Written(choice.dataset).file("f.dta").value(0, "q").text == "other");
}

TEST_CASE("a whole number takes the smallest type that holds it", "[export][stat]") {
    for (const double value : {100.0, -127.0, 32740.0, 2147483620.0, 2147483647.0, 1e15, -2147483648.0}) {
        const Single single({"n", {}, {}, VariableType::Number}, Cell::of(value));
        const Written written(single.dataset);
        REQUIRE(written.result);
        CHECK(written.file("f.dta").value(0, "n").number == value);
        CHECK(written.file("f.sav").value(0, "n").number == value);
    }
}

TEST_CASE("no rows give a file with its variables, and two runs the same bytes", "[export][stat]") {
    MemoryTable empty(test::interviewTable());
    const Dataset none{"opaak", "1", {}, {}, "", "", {&empty}};
    const Written written(none);
    REQUIRE(written.result);
    CHECK(written.file("opaak.sav").rows.empty());
    CHECK(written.file("opaak.dta").variables.size() == 9);
    test::Sample sample;
    const Written first(sample.dataset);
    const Written second(sample.dataset);
    for (const auto* name : {"opaak.sav", "opaak.dta", "names.csv"})
        CHECK(first.bytes(name) == second.bytes(name));
}

TEST_CASE("a statistics export can be stopped", "[export][stat]") {
    test::Sample sample;
    CHECK(Written(sample.dataset, {}, [](double) { return false; }).result.error().code == ExportErrc::Cancelled);
}

TEST_CASE("what one format cannot hold costs no other format its file", "[export][stat]") {
    Table wide{"f", "", {}, std::vector<Variable>(32767, {"q", {}, {}, VariableType::Number})};
    for (std::size_t i = 0; i < wide.variables.size(); ++i)
        wide.variables[i].name = "q" + std::to_string(i);
    MemoryTable table(wide), visits(Table{"visit", "f", {}, {{"days", {}, {}, VariableType::Number}}});
    const std::vector<Cell> cells(wide.variables.size(), Cell::of(7.0)), days{Cell::of(3.0)};
    REQUIRE(table.append({"uuid:1", "", cells}));
    REQUIRE(visits.append({"uuid:1/visit[1]", "uuid:1", days}));
    const Dataset dataset{"f", "1", {}, {}, "", "", {&table, &visits}};
    const Written written(dataset);
    REQUIRE(written.result);
    REQUIRE(written.result->size() == 1);
    CHECK(written.result->front().file == "f.dta");
    CHECK(written.result->front().error.code == ExportErrc::TooManyColumns);
    CHECK_FALSE(std::filesystem::exists(written.scratch.path() / "out" / "f.dta"));
    CHECK(written.file("f.sav").value(0, "q32766").number == 7);
    CHECK(written.file("f-visit.dta").value(0, "days").number == 3);
    CHECK(written.bytes("names.csv").find("f,q32766,q32766") != std::string::npos);
}

TEST_CASE("a number too large for Stata costs SPSS nothing", "[export][stat]") {
    const Single single({"n", {}, {}, VariableType::Number}, Cell::of(1.5e308));
    const Written written(single.dataset);
    REQUIRE(written.result);
    REQUIRE(written.result->size() == 1);
    CHECK(written.result->front().error.code == ExportErrc::WriterFailed);
    CHECK(written.result->front().error.context.find("column n") != std::string::npos);
    CHECK(written.file("f.sav").value(0, "n").number == 1.5e308);
}

TEST_CASE("a table that grows while it is written is reported by the writer", "[export][stat]") {
    /// Gives one row more on every reading.
    class Growing final : public TableSource {
    public:
        const Table& table() const override { return m_table; }
        Result<> rewind() override {
            ++m_rows;
            m_next = 0;
            return {};
        }
        Result<bool> next(Row& row) override {
            if (m_next == m_rows) return false;
            ++m_next;
            row = {"uuid:1", "", m_cells};
            return true;
        }

    private:
        Table m_table{"f", "", {}, {{"q", {}, {}, VariableType::Number}}};
        std::vector<Cell> m_cells{Cell::of(1.0)};
        std::size_t m_rows = 0, m_next = 0;
    };
    Growing growing;
    const Dataset dataset{"f", "1", {}, {}, "", "", {&growing}};
    const Written written(dataset);
    REQUIRE(written.result);
    REQUIRE(written.result->size() == 2);
    for (const auto& one : *written.result)
        CHECK(one.error.code == ExportErrc::WriterFailed);
}
