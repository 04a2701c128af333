// SPDX-License-Identifier: Apache-2.0
#include "peil/export/codebook.h"

#include "peil/base/csv.h"
#include "peil_test/result.h"
#include "sample.h"

#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <pugixml.hpp>

using namespace peil;
using namespace peil::exports;
using Catch::Matchers::WithinRel;
using peil_test::need;

namespace {

struct Profiled {
    test::Sample sample;
    std::vector<TableProfile> profiles;
    Profiled() {
        for (auto* source : sample.dataset.tables) {
            auto one = profile(*source);
            REQUIRE(one);
            profiles.push_back(*one);
        }
    }
    [[nodiscard]] Codebook codebook(const std::string& language = "en") const {
        return {sample.dataset, profiles, language};
    }
};

} // namespace

TEST_CASE("a profile counts values, reasons and ranges", "[export][codebook]") {
    const Profiled profiled;
    const auto& variables = profiled.profiles[0].variables;
    CHECK(profiled.profiles[0].rows == 3);
    CHECK(variables[0].frequencies == std::vector<std::uint64_t>{2, 1});
    CHECK(variables[1].valid == 2);
    CHECK(variables[1].minimum == -1.5);
    CHECK(variables[1].maximum == 41);
    CHECK_THAT(variables[1].mean, WithinRel(19.75, 1e-12));
    CHECK_THAT(variables[1].standardDeviation, WithinRel(30.052038200428, 1e-10));
    CHECK_FALSE(variables[1].wholeNumbers);
    CHECK(variables[1].missing[static_cast<std::size_t>(MissingReason::DontKnow)] == 1);
    CHECK(variables[2].frequencies == std::vector<std::uint64_t>{1, 2});
    CHECK_FALSE(variables[3].hasReasons());
    CHECK(variables[4].firstDate == "2023-12-01");
    CHECK(variables[4].lastDate == "2024-01-31");
    CHECK(profiled.profiles[0].longestKey == 6);
}

TEST_CASE("the table of the codebook has every language, value and reason", "[export][codebook]") {
    const Profiled profiled;
    const auto table = parseCsv(codebookCsv(profiled.codebook()));
    REQUIRE(table);
    const auto column = [&](std::string_view name) {
        REQUIRE(table->column(name));
        return *table->column(name);
    };
    bool crack = false;
    bool refused = false;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        const auto cell = [&](std::string_view name) { return table->cell(row, column(name)); };
        if (cell("column") == "drugs-now-use" && cell("value") == "2") {
            crack = true;
            CHECK(cell("value_label::nl") == "Basecoke");
            CHECK(cell("count") == "2");
            CHECK(cell("class") == "sealed");
        }
        if (cell("column") == "care" && cell("value") == "(refused)") {
            refused = true;
            CHECK(cell("value_label::nl") == "Geweigerd");
        }
    }
    CHECK(crack);
    CHECK(refused);
    CHECK(table->column("label::ar"));
}

TEST_CASE("the DDI codebook names every variable once, in the schema's order", "[export][codebook]") {
    const Profiled profiled;
    pugi::xml_document document;
    REQUIRE(document.load_string(codebookDdi(profiled.codebook("nl")).c_str()));
    const auto root = document.child("codeBook");
    CHECK(std::string(root.attribute("xmlns").value()) == "ddi:codebook:2_5");
    CHECK(std::string(root.child("stdyDscr").child("citation").child("titlStmt").child("titl").text().get()) ==
          "OPAAK-onderzoek");
    const auto data = root.child("dataDscr");
    CHECK(std::distance(data.children("var").begin(), data.children("var").end()) == 8);
    const auto care = data.find_child_by_attribute("var", "name", "care");
    REQUIRE(care);
    CHECK(std::string(care.child("qstn").child("qstnLit").text().get()) == "In zorg?");
    CHECK(std::string(care.child("invalrng").child("item").attribute("VALUE").value()) == "refused");
    std::string order;
    for (const auto child : care.children())
        if (order.empty() || !order.ends_with(std::string(child.name()) + " "))
            order += std::string(child.name()) + " ";
    CHECK(order == "labl security qstn invalrng sumStat catgry varFormat notes ");
    CHECK(std::string(care.find_child_by_attribute("catgry", "missing", "Y").child("catValu").text().get()) ==
          "refused");
    const auto file = root.child("fileDscr").child("fileTxt");
    CHECK(std::string(file.child("fileName").text().get()) == "opaak.csv");
    CHECK(std::string(file.child("dimensns").child("caseQnty").text().get()) == "3");
}

TEST_CASE("the page escapes labels, runs nothing and speaks the language requested", "[export][codebook]") {
    const Profiled profiled;
    const auto dutch = codebookHtml(profiled.codebook("nl"));
    CHECK(dutch.find("Codeboek: OPAAK-onderzoek") != std::string::npos);
    CHECK(dutch.find("Basecoke") != std::string::npos);
    CHECK(dutch.find("Remark &lt;b&gt;&amp;") != std::string::npos);
    CHECK(dutch.find("<script") == std::string::npos);
    CHECK(dutch.find("http") == std::string::npos);
    const auto english = codebookHtml(profiled.codebook());
    CHECK(english.find("Does not know") != std::string::npos);
    CHECK(english == codebookHtml(profiled.codebook()));
    // Free text is never shown, only counted.
    CHECK(english.find("Jürgen") == std::string::npos);
}

TEST_CASE("the page writes decimals as its language does", "[export][codebook]") {
    const Profiled profiled;
    const auto english = codebookHtml(profiled.codebook()), dutch = codebookHtml(profiled.codebook("nl"));
    CHECK(english.find("Smallest -1.5 · Mean 19.75") != std::string::npos);
    CHECK(english.find(">66.7%<") != std::string::npos);
    CHECK(dutch.find("Kleinste -1,5 · Gemiddelde 19,75") != std::string::npos);
    CHECK(dutch.find(">66,7%<") != std::string::npos);
    CHECK(dutch.find("width:66.7%") != std::string::npos); // a style sheet knows the point only
}

TEST_CASE("one number has no standard deviation", "[export][codebook]") {
    MemoryTable table(Table{"f", "", {}, {{"q", {}, {}, VariableType::Number}}});
    const std::vector<Cell> cells{Cell::of(18.0)};
    const Dataset dataset{"f", "1", {}, {}, "", "", {&table}};
    for (const bool several : {false, true}) {
        REQUIRE(table.append({"uuid:1", "", cells}));
        const std::vector<TableProfile> profiles{need(profile(table))};
        const Codebook codebook{dataset, profiles};
        CHECK((codebookHtml(codebook).find("Standard deviation") != std::string::npos) == several);
        CHECK((codebookDdi(codebook).find("stdev") != std::string::npos) == several);
    }
}

TEST_CASE("a codebook is written beside the data, also without rows", "[export][codebook]") {
    const test::Scratch scratch;
    MemoryTable empty(test::interviewTable());
    const Dataset dataset{"opaak", "1", {}, {}, "", "", {&empty}};
    auto folder = ExportFolder::create(scratch.path() / "out");
    REQUIRE(folder);
    REQUIRE(writeCodebook(dataset, *folder));
    CHECK(folder->files() == std::vector<std::string>{"codebook.csv", "codebook.xml", "codebook.html"});
    test::Sample sample;
    CHECK(profile(sample.interviews, [](double) { return false; }).error().code == ExportErrc::Cancelled);
}

TEST_CASE("a number that is none is found before anything is written", "[export][codebook]") {
    MemoryTable table(Table{"f", "", {}, {{"q", {}, {}, VariableType::Number}}});
    const std::vector<Cell> cells{Cell::of(std::numeric_limits<double>::quiet_NaN())};
    REQUIRE(table.append({"uuid:1", "", cells}));
    CHECK(profile(table).error().code == ExportErrc::BadRow);
}
