// SPDX-License-Identifier: Apache-2.0
// One register, one area, always named; and no row that is lost without a word.
#include "peil/base/text.h"
#include "peil_program.h"

#include <boost/json.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <functional>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using peil_test::isOneSentence;
using peil_test::need;
using peil_test::runPeil;
using peil_test::Said;
using peil_test::write;

namespace {

/// 120 people of the groups a and b in three cities, half of them in care, and a register that the test writes.
struct TwoGroups {
    peil_test::TemporaryFolder folder;
    std::string data = (folder.path() / "two.csv").string(), counts = (folder.path() / "register.csv").string();

    /// `group` makes the cell of the group.
    void make(const std::function<std::string(int)>& group) const {
        std::string text = "group,in_care,city,site,crack_use,date\n";
        for (int row = 0; row < 120; ++row)
            text += group(row) + (row % 4 < 2 ? ",1" : ",0") + ",C" + std::to_string(row % 3) + ",S" +
                    std::to_string(row % 12) + (row % 2 == 0 ? ",0," : ",1,") + "2023-05-01\n";
        write(data, text);
    }
    TwoGroups() {
        make([](int row) { return std::string(row % 2 == 0 ? "a" : "b"); });
    }
    [[nodiscard]] Said estimate(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"estimate", "--data", data, "--benchmark", counts});
        return runPeil(more);
    }
    [[nodiscard]] std::string text(const std::vector<std::string>& more = {}) const {
        const auto said = estimate(more);
        INFO(said.err);
        REQUIRE(said.code == 0);
        return said.out;
    }
    [[nodiscard]] boost::json::value numbers(std::vector<std::string> more = {}) const {
        more.emplace_back("--json");
        return boost::json::parse(text(more));
    }
    [[nodiscard]] std::string refusal(const std::vector<std::string>& more = {}) const {
        const auto said = estimate(more);
        INFO(said.out << said.err);
        CHECK(said.code == 1);
        CHECK(said.out.empty());
        CHECK(isOneSentence(said.err));
        return said.err;
    }
    /// report.html, and beside it report.json.
    [[nodiscard]] std::pair<std::string, boost::json::value> report(std::vector<std::string> more) const {
        const auto out = folder.path() / "report";
        std::filesystem::remove_all(out);
        more.insert(more.begin(), {"report", "--data", data, "--benchmark", counts, "--out", out.string()});
        const auto said = runPeil(more);
        INFO(said.err);
        REQUIRE(said.code == 0);
        return {need(::peil::readTextFile(out / "report.html", 1U << 24U)),
                boost::json::parse(need(::peil::readTextFile(out / "report.json", 1U << 24U)))};
    }
};

/// "reason value=probably rows; …"
std::string lost(const boost::json::value& notUsed) {
    std::string words;
    for (const auto& one : notUsed.as_array()) {
        words += std::string(one.at("reason").as_string()) + " " + std::string(one.at("value").as_string());
        if (one.at("probably").is_string()) words += "=" + std::string(one.at("probably").as_string());
        words += " " + std::to_string(one.at("rows").as_int64()) + "; ";
    }
    return words;
}

constexpr const char* kTwoAreas =
    "group,area,count\na,Netherlands,8000\na,Amsterdam,1200\nb,Amsterdam,700\nb,Rotterdam,600\n";
const std::string kData = std::string(PEIL_TEST_DATA) + "/opaak/synthetic.csv";
const std::string kRegister = std::string(PEIL_TEST_DATA) + "/opaak/benchmark.csv";

} // namespace

TEST_CASE("all groups are estimated for one area, which is named, and the other counts are listed", "[cli][register]") {
    const TwoGroups study;
    write(study.counts, kTwoAreas);
    const auto json = study.numbers();
    for (const auto& group : json.at("estimates").as_array())
        CHECK(group.at("register").at("area") == "Amsterdam");
    CHECK_THAT(json.at("estimates").at(0).at("N").as_double(), WithinAbs(2400, 1e-9));
    CHECK(json.at("register").at("area_chosen") == "only");
    CHECK(lost(json.at("register").at("rows").at("not_used")) == "other_area Netherlands 1; other_area Rotterdam 1; ");
    CHECK_THAT(study.text(), ContainsSubstring("register: not stated; area: Amsterdam, the only one for which ") &&
                                 ContainsSubstring("the register counts every group; year: not stated") &&
                                 ContainsSubstring("not used, 1: area “Netherlands”"));
    const auto one = study.numbers({"--group", "a"});
    CHECK(one.at("register").at("area") == "Netherlands");
    CHECK(lost(one.at("rows").at("not_used")) == "not_asked_for b 60; ");
}

TEST_CASE("an area that some group lacks is refused, and no group is left out", "[cli][register]") {
    const TwoGroups study;
    write(study.counts, kTwoAreas);
    CHECK_THAT(study.refusal({"--area", "Netherlands"}),
               ContainsSubstring("a in Netherlands, Amsterdam") && ContainsSubstring("b in Amsterdam, Rotterdam"));
    write(study.counts, "group,area,count\na,Netherlands,8000\nb,Amsterdam,700\n");
    CHECK_THAT(study.refusal(), ContainsSubstring("a in Netherlands") && ContainsSubstring("b in Amsterdam"));
    write(study.counts, "group,area,count\na,Netherlands,8000\nb,netherlands,700\n");
    CHECK_THAT(study.refusal(), ContainsSubstring("b in netherlands"));
    // Cities only: the largest of them is not the whole.
    write(study.counts, "group,area,count\na,C0,90\na,C1,80\nb,C0,90\nb,C1,80\n");
    CHECK_THAT(study.refusal(), ContainsSubstring("C0, C1") && ContainsSubstring("--area"));
}

TEST_CASE("a register of one city takes the interviews of that city, and counts the others", "[cli][register]") {
    const TwoGroups study;
    write(study.counts, "group,area,count\na,C0,90\na,all,800\nb,C0,90\nb,all,900\n");
    const auto json = study.numbers({"--area", "C0"});
    CHECK(json.at("estimates").at(0).at("rows").to_number<int>() == 20);
    CHECK(lost(json.at("rows").at("not_used")) == "outside_area a 40; outside_area b 40; ");
    CHECK(json.at("rows").at("used").to_number<int>() == 40);
    study.make([](int row) { return std::string(row % 3 == 0 ? "a" : "b"); });
    write(study.counts, "group,area,count\na,C1,90\nb,C1,80\n");
    CHECK_THAT(study.refusal(), ContainsSubstring("No one in the group \"a\" was interviewed in C1"));
}

TEST_CASE("several registers or years of one area are listed, and one is chosen by name", "[cli][register]") {
    const TwoGroups study;
    write(study.counts, "register,year,group,area,count\nLADIS,2012,a,all,1000\nLADIS,2023,a,all,2000\n"
                        "LADIS,2012,b,all,500\nLADIS,2023,b,all,700\nGGD,2023,b,all,300\n");
    CHECK_THAT(study.refusal(), ContainsSubstring("LADIS, GGD") && ContainsSubstring("--register"));
    CHECK_THAT(study.refusal({"--register", "LADIS"}), ContainsSubstring("2012, 2023") && ContainsSubstring("--year"));
    CHECK_THAT(study.refusal({"--register", "ladis"}), ContainsSubstring("LADIS, GGD"));
    CHECK_THAT(study.refusal({"--year", "1999"}), ContainsSubstring("2012, 2023"));
    const auto json = study.numbers({"--register", "LADIS", "--year", "2023"});
    CHECK(json.at("estimates").at(0).at("register").at("register") == "LADIS");
    CHECK(json.at("estimates").at(0).at("register").at("year") == "2023");
    CHECK(json.at("estimates").at(0).at("benchmark").to_number<double>() == 2000);
    CHECK(lost(json.at("register").at("rows").at("not_used")) == "other_year 2012 2; other_register GGD 1; ");
    CHECK_THAT(std::string(json.at("command").as_string()), ContainsSubstring("--register LADIS --year 2023"));
}

TEST_CASE("another register counts the same area, or is refused", "[cli][register]") {
    const TwoGroups study;
    write(study.counts, kTwoAreas);
    const auto shelters = (study.folder.path() / "shelters.csv").string();
    const std::vector<std::string> also{"--also", "crack_use=" + shelters};
    write(shelters, "group,area,count,register,year,definition\na,Amsterdam,300,Shelters,2022,a night or more\n"
                    "b,Amsterdam,200,Shelters,2022,a night or more\nb,Rotterdam,900,Shelters,2022,\n");
    const auto json = study.numbers(also);
    const auto& second = json.at("estimates").at(0).at("sources").at(1).at("register");
    CHECK(second.at("register") == "Shelters");
    CHECK(second.at("area") == "Amsterdam");
    CHECK(second.at("year") == "2022");
    CHECK(second.at("definition") == "a night or more");
    CHECK_THAT(study.text(also), ContainsSubstring("register of crack_use: Shelters; area: Amsterdam; year: 2022") &&
                                     ContainsSubstring("not used, 1: area “Rotterdam”"));
    write(shelters, "group,area,count\na,Netherlands,3000\nb,Netherlands,2000\n");
    CHECK_THAT(study.refusal(also), ContainsSubstring("shelters.csv") && ContainsSubstring("Amsterdam") &&
                                        ContainsSubstring("the same area"));
    write(shelters, "group,area,count\na,Amsterdam,3000\n");
    CHECK_THAT(study.refusal(also), ContainsSubstring("b in none"));
    write(shelters, "group,area,count,year\na,Amsterdam,3,2022\nb,Amsterdam,3,2022\nb,Amsterdam,3,2023\n");
    CHECK_THAT(study.refusal(also), ContainsSubstring("2022, 2023"));
}

TEST_CASE("every interview that is read and not used is counted with its reason", "[cli][rows]") {
    const TwoGroups study;
    write(study.counts, "group,area,count\nopioid,NL,5000\ncrack,NL,1000\n");
    const auto account = [&](const std::string& odd) {
        study.make([&](int row) { return row % 5 == 0 ? odd : std::string("opioid"); });
        const auto json = study.numbers();
        const auto& rows = json.at("rows");
        CHECK(json.at("estimates").at(0).at("n") == rows.at("used"));
        std::int64_t sum = rows.at("used").as_int64();
        for (const auto& one : rows.at("not_used").as_array())
            sum += one.at("rows").as_int64();
        CHECK(rows.at("read").as_int64() == 120);
        CHECK(sum == 120);
        return lost(rows.at("not_used"));
    };
    CHECK(account("opioid ").empty());
    CHECK(account("\t opioid").empty());
    CHECK(account("Opioid") == "unknown_group Opioid=opioid 24; ");
    CHECK(account("opiod") == "unknown_group opiod=opioid 24; ");
    CHECK(account("tea") == "unknown_group tea 24; ");
    CHECK(account("") == "no_group  24; ");
    CHECK(account("NA") == "no_group  24; ");
    CHECK_THAT(study.text(), ContainsSubstring("interviews: 120 read, 96 used\n  not used, 24: no group") &&
                                 ContainsSubstring("not used, 1: group “crack”, of which no one was interviewed"));
    study.make([](int row) { return row % 5 == 0 ? std::string("Opioid") : std::string("opioid"); });
    CHECK_THAT(study.text(), ContainsSubstring("not used, 24: the register has no group “Opioid” (probably “opioid”)"));
}

TEST_CASE("missing answers, missing weights and no common group are reported", "[cli][rows]") {
    const TwoGroups study;
    write(study.counts, "group,area,count\nopioid,NL,5000\n");
    write(study.data, "group,in_care,weight\nopioid,1,1\nopioid,0,1\nopioid,,1\nopioid,1,0\nopioid,0,2\nOPIOID,0,2\n");
    const auto rows = study.numbers({"--weight", "weight"}).at("rows");
    CHECK(lost(rows.at("not_used")) == "unknown_group OPIOID=opioid 1; no_answer opioid 1; no_weight opioid 1; ");
    CHECK(rows.at("used").as_int64() == 3);
    write(study.data, "group,in_care\nOpioid,1\nOpioid,0\n,1\n");
    CHECK_THAT(study.refusal(), ContainsSubstring("(Opioid)") && ContainsSubstring("(opioid)"));
}

TEST_CASE("the part of the register outside the cities of the interviews is printed, and is a warning",
          "[cli][register]") {
    const auto said = runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--json"});
    REQUIRE(said.code == 0);
    const auto group = boost::json::parse(said.out).at("estimates").at(0);
    CHECK_THAT(group.at("outside_cities").at("share").as_double(), WithinAbs(3835.0 / 8122, 1e-12));
    bool warned = false;
    for (const auto& warning : group.at("warnings").as_array())
        warned = warned || (warning.at("id") == "beyond_sample" && warning.at("detail") == "47.2%");
    CHECK(warned);
    CHECK_THAT(runPeil({"estimate", "--data", kData, "--benchmark", kRegister}).out,
               ContainsSubstring("47.2% of the register (3,835 of 8,122) is outside the cities"));
    const TwoGroups study;
    write(study.counts, "group,area,count\na,all,100\na,C0,60\nb,all,100\nb,C0,50\nb,C1,30\nb,C2,20\n");
    const auto json = study.numbers();
    CHECK(json.at("estimates").at(0).at("outside_cities").at("at_most").as_bool());
    CHECK(json.at("estimates").at(1).at("outside_cities").at("share").to_number<double>() == 0);
    CHECK_THAT(study.text(), ContainsSubstring("At most 40.0%"));
}

TEST_CASE("the reference register resolves to the whole country, and the output reports it", "[cli][register]") {
    const auto said = runPeil({"estimate", "--data", kData, "--benchmark", kRegister});
    INFO(said.err);
    REQUIRE(said.code == 0);
    CHECK_THAT(said.out,
               ContainsSubstring("register: LADIS (synthetic split); area: Netherlands, which has the largest "
                                 "count of the areas with a count for every group; year: 2023") &&
                   ContainsSubstring("rows: 20 read, 2 used, 16 used for checks of cities") &&
                   ContainsSubstring("not used, 2: area “rest of the Netherlands”") &&
                   ContainsSubstring("interviews: 520 read, 520 used"));
}

TEST_CASE("a report names register, area, year and definition, and counts what is not used, in both languages",
          "[cli][report][register]") {
    const TwoGroups study;
    study.make([](int row) { return std::string(row % 10 == 0 ? "A<b>" : row % 2 == 0 ? "a" : ""); });
    write(study.counts, "group,area,count,register,year,definition,deduplicated\n"
                        "a,all,100,LADIS,2023,opioids weekly & more,yes\na,C0,60,LADIS,2023,,\nz,all,5,LADIS,2023,,\n");
    const auto [english, json] = study.report({});
    CHECK_THAT(english, ContainsSubstring("register: LADIS, all, 2023.</p>") &&
                            ContainsSubstring("(LADIS, all, 2023)") &&
                            ContainsSubstring("<td>opioids weekly &amp; more</td><td>yes</td>") &&
                            ContainsSubstring("Interviews: 120 read, 48 used.") &&
                            ContainsSubstring("<th scope=\"row\">no group</th><td>60</td>") &&
                            ContainsSubstring("the register has no group “A&lt;b&gt;”</th><td>12</td>") &&
                            ContainsSubstring("group “z”, of which no one was interviewed</th><td>1</td><td>5</td>") &&
                            ContainsSubstring("At most 40.0% of the register (40 of 100)"));
    CHECK_THAT(english, ContainsSubstring("<th scope=\"row\">excluded: Without a group</th><td>60</td>"));
    CHECK(lost(json.at("rows").at("not_used")) == "no_group  60; unknown_group A<b> 12; ");
    CHECK(json.at("register").at("area") == "all");
    CHECK(json.at("groups").at(0).at("register").at("definition") == "opioids weekly & more");
    const auto dutch = study.report({"--language", "nl"}).first;
    CHECK_THAT(dutch, ContainsSubstring("Interviews: 120 gelezen, 48 gebruikt.") &&
                          ContainsSubstring("<th scope=\"row\">geen groep</th><td>60</td>") &&
                          ContainsSubstring("het register heeft geen groep “A&lt;b&gt;”") &&
                          ContainsSubstring("waarvan niemand is geïnterviewd") &&
                          ContainsSubstring("<th scope=\"col\">Gebied</th>"));
    write(study.counts, "group,area,count\na,all,100\n");
    CHECK_THAT(study.report({}).first, ContainsSubstring("register not stated, all, year not stated") &&
                                           ContainsSubstring("<td>not stated</td>"));
    CHECK_THAT(study.report({"--language", "nl"}).first,
               ContainsSubstring("register niet vermeld, all, jaar niet vermeld"));
}

TEST_CASE("a published size is shown beside the size of its own area, and is not chosen between", "[cli][report]") {
    const TwoGroups study;
    write(study.counts, "group,area,count,published_n\na,all,100,210\na,C0,60,130\nb,all,90,\n");
    const auto json = study.report({}).second;
    CHECK(json.at("groups").at(0).at("published").at("N").to_number<double>() == 210);
    const auto published = (study.folder.path() / "published.csv").string();
    write(published, "group,published_n,published_lower,published_upper\na,200,,\na,210,,\n");
    const auto said = runPeil({"report", "--data", study.data, "--benchmark", study.counts, "--published", published,
                               "--out", (study.folder.path() / "r").string()});
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("published.csv, line 3") && ContainsSubstring("two published sizes"));
}

TEST_CASE("a column that is named and not in the table is refused by its name; a usual one may be absent",
          "[cli][columns]") {
    const TwoGroups study;
    write(study.counts, "group,area,count\na,all,300\nb,all,200\n");
    for (const char* option :
         {"--city-column", "--site-column", "--site-type", "--week", "--date", "--code", "--trait", "--in-care"}) {
        INFO(option);
        CHECK_THAT(study.refusal({option, "nowhere"}), ContainsSubstring("\"nowhere\""));
    }
    // The table has none of week, interview_date, site_type and participant_code, and nobody asked for them.
    const auto command = std::string(study.numbers().at("command").as_string());
    CHECK_THAT(command, !ContainsSubstring("--week") && !ContainsSubstring("--date") &&
                            !ContainsSubstring("--site-type") && !ContainsSubstring("--trait"));
    CHECK_THAT(std::string(study.numbers({"--date", "date"}).at("command").as_string()),
               ContainsSubstring("--date date"));
    CHECK_THAT(study.report({}).first, ContainsSubstring("the data have no column participant_code"));
    CHECK_THAT(study.refusal({"--register-run", "shelter"}), ContainsSubstring("--site-type"));
}
