// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "small_study.h"

#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using peil::splitWhitespace;
using peil_test::isOneSentence;
using peil_test::kData;
using peil_test::kRegister;
using peil_test::need;
using peil_test::runPeil;
using peil_test::SmallStudy;
using peil_test::warned;
using peil_test::write;

TEST_CASE("the reference data give the published sizes", "[cli]") {
    const auto said = runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--strata", "city", "--cluster",
                               "site", "--trait", "crack_use"});
    INFO(said.out << said.err);
    CHECK(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("13,300") && ContainsSubstring("16,000") && ContainsSubstring("11,900") &&
                             ContainsSubstring("1,400") && ContainsSubstring("27,900"));
    CHECK_THAT(said.out, ContainsSubstring("strata city, clusters site"));
}

TEST_CASE("a size and its limits are printed to one unit, and the size never on or outside a limit", "[cli]") {
    const auto limits = [](const char* count) {
        const peil_test::TemporaryFolder folder;
        const auto counts = (folder.path() / "register.csv").string();
        write(counts, std::string("group,area,count\nopioid,NL,") + count + "\n");
        const auto said = runPeil({"estimate", "--data", std::string(PEIL_TEST_DATA) + "/estimate/sites_in_frame.csv",
                                   "--benchmark", counts, "--strata", "city", "--cluster", "site", "--weight", "weight",
                                   "--fpc", "frame", "--method", "logit"});
        INFO(said.err);
        REQUIRE(said.code == 0);
        return said.out;
    };
    // Before, the size was rounded to hundreds and its limits to people: "0, 27 to 35" and "100, 106 to 140".
    CHECK_THAT(limits("10"), ContainsSubstring("  15   13 to 17 "));
    CHECK_THAT(limits("20"), ContainsSubstring("  30   27 to 35 "));
    CHECK_THAT(limits("40"), ContainsSubstring("  60   53 to 70 "));
    CHECK_THAT(limits("80"), ContainsSubstring("  120   110 to 140 "));
    CHECK_THAT(limits("8000"), ContainsSubstring("  12,000   10,600 to 14,000 "));
    CHECK_THAT(limits("80000"), ContainsSubstring("  120,000   106,000 to 140,000 "));
}

TEST_CASE("as JSON the sizes are unrounded, with each interval that was requested", "[cli]") {
    const auto said = runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--group", "opioid", "--method",
                               "logit,wald,clopper_pearson", "--json"});
    REQUIRE(said.code == 0);
    const auto json = boost::json::parse(said.out);
    const auto& estimate = json.at("estimates").at(0);
    CHECK_THAT(estimate.at("N").as_double(), WithinAbs(13299.775, 0.001));
    CHECK(estimate.at("n").to_number<int>() == 393);
    CHECK(estimate.at("x").to_number<double>() == 240);
    REQUIRE(estimate.at("intervals").as_array().size() == 3);
    CHECK_THAT(estimate.at("intervals").at(1).at("lower").as_double(), WithinAbs(12326.7, 0.1));
    CHECK_THAT(estimate.at("intervals").at(1).at("upper").as_double(), WithinAbs(14439.7, 0.5));
    CHECK(json.as_object().if_contains("derived") == nullptr);
}

TEST_CASE("the command in the JSON has every option that counts, and gives the same figures again", "[cli]") {
    const auto first = runPeil({"estimate",
                                "--data",
                                kData,
                                "--benchmark",
                                kRegister,
                                "--strata",
                                "city",
                                "--cluster",
                                "site",
                                "--visits",
                                "visits_last_month",
                                "--method",
                                "logit,wilson",
                                "--level",
                                "0.9",
                                "--benchmark-error",
                                "0.05",
                                "--single-cluster",
                                "average",
                                "--json"});
    INFO(first.err);
    REQUIRE(first.code == 0);
    const std::string command(boost::json::parse(first.out).at("command").as_string());
    CHECK(command == "peil estimate --data synthetic.csv --benchmark benchmark.csv --in-care in_care --strata city "
                     "--cluster site --visits visits_last_month --trim 5 --method logit,wilson --level 0.9 "
                     "--benchmark-error 0.05 --single-cluster average --seed 1");
    std::vector<std::string> again;
    for (const auto word : splitWhitespace(command))
        if (word != "peil")
            again.push_back(word == "synthetic.csv" ? kData : word == "benchmark.csv" ? kRegister : std::string(word));
    again.emplace_back("--json");
    CHECK(runPeil(again).out == first.out);
}

TEST_CASE("the headline uses a design effect of at least 1, and the interval without this minimum is shown beside it",
          "[cli]") {
    const std::vector<std::string> arguments{"estimate", "--data", kData,       "--benchmark", kRegister,
                                             "--strata", "city",   "--cluster", "site"};
    auto json = arguments;
    json.emplace_back("--json");
    const auto answer = boost::json::parse(runPeil(json).out);
    for (const auto& group : answer.at("estimates").as_array()) {
        INFO(group);
        CHECK(group.at("method") == "logit_capped");
        CHECK(group.at("deff").as_double() < 0.8);
        CHECK(group.at("deff_used").as_double() == 1);
        REQUIRE(group.at("intervals").as_array().size() == 2);
        const auto& alone = group.at("intervals").at(1);
        CHECK(alone.at("method") == "logit");
        CHECK(group.at("lower").as_double() < alone.at("lower").as_double());
        CHECK(group.at("upper").as_double() > alone.at("upper").as_double());
    }
    const auto table = runPeil(arguments).out;
    CHECK_THAT(table, ContainsSubstring("logit_capped, design effect 0.74 raised to 1.00, strata city") &&
                          ContainsSubstring("12,400 to 14,300        logit, strata city"));
    // People at one site who are all alike: the design effect is far above 1, and both are the same.
    const SmallStudy study;
    std::string text = "group,in_care,site\n";
    for (int row = 0; row < 60; ++row)
        text += std::string("opioid,") + (row % 6 < 3 ? "1" : "0") + ",S" + std::to_string(row % 6) + "\n";
    write(study.data, text);
    write(study.counts, "group,area,count\nopioid,all,1000\n");
    const auto alike = study.numbers({"--cluster", "site"}).at("estimates").at(0);
    CHECK(alike.at("deff").as_double() > 5);
    CHECK(alike.at("intervals").at(0).at("lower") == alike.at("intervals").at(1).at("lower"));
    CHECK(alike.at("intervals").at(0).at("upper") == alike.at("intervals").at(1).at("upper"));
}

TEST_CASE("two groups together have their own interval, which accounts for shared sites", "[cli]") {
    const std::vector<std::string> arguments{"estimate", "--data", kData,       "--benchmark", kRegister,
                                             "--strata", "city",   "--cluster", "site",        "--json"};
    const auto sum = [](const boost::json::value& json) { return json.at("total").at("N").as_double(); };
    const auto all = boost::json::parse(runPeil(arguments).out);
    CHECK_THAT(sum(all), WithinAbs(8122.0 * 393 / 240 + 4913.0 * 127 / 39, 1e-6));
    CHECK(all.at("total").at("lower").as_double() <
          all.at("estimates").at(0).at("N").as_double() + all.at("estimates").at(1).at("N").as_double());
    // It needs no trait that one of the groups has as a whole.
    auto without = arguments;
    without.insert(without.end(), {"--trait", "in_care"});
    const auto plain = boost::json::parse(runPeil(without).out);
    CHECK(plain.as_object().if_contains("derived") == nullptr);
    CHECK_THAT(sum(plain), WithinAbs(sum(all), 1e-9));
    without = arguments;
    without.insert(without.end(), {"--group", "opioid"});
    CHECK(boost::json::parse(runPeil(without).out).as_object().if_contains("total") == nullptr);
}

TEST_CASE("the bootstrap gives the same interval for the same seed, and another for another", "[cli]") {
    const auto limits = [](const char* seed) {
        const auto said =
            runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--group", "opioid", "--strata", "city",
                     "--cluster", "site", "--method", "logit", "--bootstrap", "400", "--seed", seed, "--json"});
        REQUIRE(said.code == 0);
        const auto interval = boost::json::parse(said.out).at("estimates").at(0).at("intervals").at(1);
        CHECK(interval.at("kind") == "bootstrap");
        return std::pair(interval.at("lower").as_double(), interval.at("upper").as_double());
    };
    CHECK(limits("7") == limits("7"));
    CHECK(limits("7") != limits("8"));
    CHECK_THAT(limits("7").first, WithinAbs(12438, 300));
}

TEST_CASE("a benchmark file without a needed column is one sentence that names it", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto file = (folder.path() / "register.csv").string();
    write(file, "group,area,counts\nopioid,Netherlands,8122\n");
    const auto said = runPeil({"estimate", "--data", kData, "--benchmark", file});
    INFO(said.err);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("register.csv") && ContainsSubstring("count"));
}

TEST_CASE("two counts of one group in one area are refused, not chosen between", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto file = (folder.path() / "register.csv").string();
    write(file, "year,group,area,count\n2023,opioid,Netherlands,11326\n2023,opioid,Netherlands,8122\n");
    for (const bool named : {false, true}) {
        std::vector<std::string> arguments{"estimate", "--data", kData, "--benchmark", file};
        if (named) arguments.insert(arguments.end(), {"--area", "Netherlands"});
        const auto said = runPeil(arguments);
        INFO(said.out << said.err);
        CHECK(said.code == 1);
        CHECK(isOneSentence(said.err));
        CHECK_THAT(said.err, ContainsSubstring("register.csv, line 3, column area") && ContainsSubstring("opioid"));
    }
}

TEST_CASE("a cell that is no number is named with file, line and column", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto file = (folder.path() / "register.csv").string();
    write(file, "group,area,count\nopioid,Netherlands,many\n");
    const auto count = runPeil({"estimate", "--data", kData, "--benchmark", file});
    CHECK(count.code == 1);
    CHECK(isOneSentence(count.err));
    CHECK_THAT(count.err, ContainsSubstring("line 2, column count"));
    const auto data = (folder.path() / "data.csv").string();
    write(data, "group,in_care\nopioid,1\nopioid,perhaps\n");
    const auto care = runPeil({"estimate", "--data", data, "--benchmark", kRegister});
    CHECK(care.code == 1);
    CHECK_THAT(care.err, ContainsSubstring("line 3, column in_care"));
}

TEST_CASE("a count that may have a separator is refused, not read as another number", "[cli]") {
    const SmallStudy study;
    study.make("", [](int) { return std::string(); });
    for (const std::string count : {"1.234", "1.000", "12.", ".5", "-5", "\"1,234\"", "1e3", "1 234"}) {
        write(study.counts, "group,area,count\nopioid,all," + count + "\n");
        const auto said = study.estimate({});
        INFO(count << said.out << said.err);
        CHECK(said.code == 1);
        CHECK(isOneSentence(said.err));
        CHECK_THAT(said.err, ContainsSubstring("register.csv, line 2, column count") &&
                                 ContainsSubstring("such as 1234, without a separator"));
    }
    write(study.counts, "group,area,count\nopioid,all,1234.25\n");
    CHECK(study.estimate({}).code == 0);
}

TEST_CASE("a register smaller than the number of people who say they are in it is reported, also for a city or a "
          "second register",
          "[cli]") {
    const SmallStudy study;
    study.make(",city,shelter", [](int row) { return row % 2 == 0 ? ",Delft,1" : ",Utrecht,1"; });
    const auto shelters = (study.folder.path() / "shelters.csv").string();
    write(shelters, "group,area,count\nopioid,all,59\n");
    write(study.counts, "group,area,count\nopioid,all,29\nopioid,Delft,14\nopioid,Utrecht,15\n");
    const auto said = study.estimate({"--also", "shelter=" + shelters});
    INFO(said.err);
    CHECK(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("check the count. (29 / 30)") &&
                             ContainsSubstring("check the count. (Delft: 14 / 15)") &&
                             ContainsSubstring("check the count. (shelter: 59 / 60)") &&
                             !ContainsSubstring("(Utrecht: 15"));
    write(study.counts, "group,area,count\nopioid,all,30\n");
    CHECK_FALSE(warned(study.numbers({}).at("estimates").at(0), "benchmark_below_cases"));
}

TEST_CASE("a group, area, method or column that does not exist is refused with what does", "[cli]") {
    const auto refusal = [](std::vector<std::string> more) {
        std::vector<std::string> arguments{"estimate", "--data", kData, "--benchmark", kRegister};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto said = runPeil(arguments);
        INFO(said.err);
        CHECK(said.code == 1);
        CHECK(isOneSentence(said.err));
        return said.err;
    };
    CHECK_THAT(refusal({"--group", "tea"}), ContainsSubstring("opioid, crack_only"));
    CHECK_THAT(refusal({"--area", "Mars"}), ContainsSubstring("Mars"));
    CHECK_THAT(refusal({"--method", "magic"}), ContainsSubstring("logit"));
    CHECK_THAT(refusal({"--strata", "towns"}), ContainsSubstring("towns"));
}

TEST_CASE("columns with the names of their sections are found, unless there are two", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto file = (folder.path() / "data.csv").string();
    const auto text = need(::peil::readTextFile(kData, 1U << 20U));
    write(file, ::peil::replaceAll(text, "\"in_care\"", "\"care-in_care\""));
    CHECK(runPeil({"estimate", "--data", file, "--benchmark", kRegister}).code == 0);
    write(file, "group,a-in_care,b-in_care\nopioid,1,1\n");
    const auto two = runPeil({"estimate", "--data", file, "--benchmark", kRegister});
    CHECK(two.code == 1);
    CHECK_THAT(two.err, ContainsSubstring("a-in_care and b-in_care"));
}

TEST_CASE("a missing weight, stratum or site is refused with its line and what to do", "[cli]") {
    const SmallStudy study;
    study.make(",weight,city,frame",
               [](int row) { return row == 4 ? std::string(",,,") : std::string(",2,Utrecht,9"); });
    const auto refusal = [&](const std::vector<std::string>& more) {
        const auto said = study.estimate(more);
        INFO(said.out << said.err);
        CHECK(said.code == 1);
        CHECK(said.out.empty());
        CHECK(isOneSentence(said.err));
        return said.err;
    };
    CHECK_THAT(refusal({"--weight", "weight"}),
               ContainsSubstring("line 6, column weight") && ContainsSubstring("or 0 to leave it out"));
    CHECK_THAT(refusal({"--visits", "weight"}), ContainsSubstring("line 6, column weight"));
    CHECK_THAT(refusal({"--strata", "city"}), ContainsSubstring("line 6, column city"));
    CHECK_THAT(refusal({"--fpc", "frame"}), ContainsSubstring("line 6, column frame"));
}

TEST_CASE("visits give trimmed time-location weights, and the unweighted size is shown beside", "[cli]") {
    const SmallStudy study;
    study.make(",visits,chance", [](int row) { return row < 30 ? std::string(",4,1") : std::string(",2,0.5"); });
    const auto json = study.numbers({"--visits", "visits", "--cluster", "site"});
    const auto& group = json.at("estimates").at(0);
    CHECK_THAT(group.at("N").as_double(), WithinAbs(3000, 1e-6)); // in care 30 x 1/4, others 30 x 1/2
    CHECK_THAT(group.at("unweighted_N").as_double(), WithinAbs(2000, 1e-6));
    const auto chance = study.numbers({"--visits", "visits", "--probability", "chance", "--trim", "2"});
    CHECK_THAT(chance.at("estimates").at(0).at("N").as_double(), WithinAbs(5000, 1e-6));
    CHECK_THAT(chance.at("weights").at("cut_at").as_double(), WithinAbs(1.25, 1e-12));
    CHECK(study.estimate({"--trim", "5"}).code == 1);
    CHECK(study.estimate({"--visits", "visits", "--weight", "chance"}).code == 2);
}

TEST_CASE("a weighted estimate says which of its figures are counted and which are weighted", "[cli]") {
    const SmallStudy study;
    study.make(",visits", [](int row) { return row < 30 ? std::string(",4") : std::string(",2"); });
    const std::vector<std::string> arguments{"--visits", "visits", "--method", "logit,wilson"};
    const auto table = study.estimate(arguments).out;
    INFO(table);
    CHECK_THAT(table, ContainsSubstring("counted    weighted    register") &&
                          ContainsSubstring("30 of 60       33.3%") &&
                          ContainsSubstring("wilson, binomial, unweighted: 50.0%") &&
                          ContainsSubstring("counted: people in care among those who answered, unweighted"));
    const auto json = study.numbers(arguments);
    CHECK_THAT(std::string(json.at("weights").at("note").as_string()), ContainsSubstring("x count interviews"));
    const auto& group = json.at("estimates").at(0);
    CHECK(group.at("weighted").as_bool());
    CHECK_THAT(group.at("p").as_double(), WithinAbs(1.0 / 3, 1e-9));
    CHECK(group.at("p_unweighted").as_double() == 0.5);
    CHECK(group.at("intervals").at(0).at("weighted").as_bool());
    CHECK_FALSE(group.at("intervals").at(1).at("weighted").as_bool());
    const auto plain = study.estimate({"--method", "logit,wilson"}).out;
    CHECK_THAT(plain, ContainsSubstring("in care  proportion    register") &&
                          ContainsSubstring("30 of 60       50.0%") && !ContainsSubstring("weighted"));
    CHECK_FALSE(study.numbers({}).at("estimates").at(0).at("weighted").as_bool());
}

TEST_CASE("known totals post-stratify one margin and rake several", "[cli]") {
    const SmallStudy study;
    study.make(",city,born", [](int row) {
        return std::string(row % 3 == 0 ? ",Utrecht" : ",Delft") + (row % 2 == 0 ? ",here" : ",abroad");
    });
    const auto totals = (study.folder.path() / "totals.csv").string();
    write(totals, "margin,category,total\ncity,Utrecht,500\ncity,Delft,500\n");
    const auto one = study.numbers({"--totals", totals});
    CHECK(one.at("design") == "post-stratified to city");
    CHECK(one.at("files").as_array().size() == 3);
    write(totals, "group,margin,category,total\nopioid,city,Utrecht,500\nopioid,city,Delft,500\n"
                  "opioid,born,here,700\nopioid,born,abroad,300\n");
    CHECK(study.numbers({"--totals", totals}).at("design") == "raked to city, born");
    write(totals, "margin,category,total\ncity,Utrecht,500\n");
    const auto missing = study.estimate({"--totals", totals});
    CHECK(missing.code == 1);
    CHECK(isOneSentence(missing.err));
    CHECK_THAT(missing.err, ContainsSubstring("totals.csv") && ContainsSubstring("Delft"));
    CHECK_THAT(missing.err, ContainsSubstring("city") && ContainsSubstring("add its line"));
    write(totals, "margin,category,total\ncity,Utrecht,500\ncity,Utrecht,500\n");
    CHECK_THAT(study.estimate({"--totals", totals}).err, ContainsSubstring("line 3"));
    write(totals, "margin,category,total\ncity,Utrecht,1.700\ncity,Delft,500\n");
    const auto dutch = study.estimate({"--totals", totals});
    CHECK(dutch.code == 1);
    CHECK(isOneSentence(dutch.err));
    CHECK_THAT(dutch.err, ContainsSubstring("line 2") && ContainsSubstring("1.700"));
}

TEST_CASE("a second register gives its own size, and a pooled size on request", "[cli]") {
    const SmallStudy study;
    study.make(",shelter", [](int row) { return row % 4 == 0 ? std::string(",1") : std::string(",0"); });
    const auto shelters = (study.folder.path() / "shelters.csv").string();
    write(shelters, "group,area,count\nopioid,all,600\n");
    const auto json = study.numbers({"--also", "shelter=" + shelters, "--pool"});
    const auto& group = json.at("estimates").at(0);
    REQUIRE(group.at("sources").as_array().size() == 2);
    CHECK_THAT(group.at("sources").at(0).at("N").as_double(), WithinAbs(2000, 1e-6));
    CHECK_THAT(group.at("sources").at(1).at("N").as_double(), WithinAbs(2400, 1e-6));
    CHECK(group.at("pooled").at("fixed").as_double() > 2000);
    CHECK(group.at("pooled").at("fixed").as_double() < 2400);
    CHECK_THAT(group.at("pooled").at("median").as_double(), WithinAbs(2200, 1e-6));
    CHECK_THAT(study.estimate({"--also", "shelter=" + shelters, "--pool"}).out, ContainsSubstring("too narrow"));
    CHECK(study.numbers({"--also", "shelter=" + shelters}).at("estimates").at(0).as_object().if_contains("pooled") ==
          nullptr);
    CHECK(study.estimate({"--pool"}).code == 1);
    CHECK(study.estimate({"--also", "shelter"}).code == 1);
}

TEST_CASE("the sums over cities are shown beside the combined size", "[cli]") {
    const auto said = runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--strata", "city", "--cluster",
                               "site", "--group", "opioid", "--json"});
    REQUIRE(said.code == 0);
    const auto group = boost::json::parse(said.out).at("estimates").at(0);
    const auto& sums = group.at("city_sums");
    CHECK_THAT(sums.at("combined").as_double(), WithinAbs(4287.0 * 393 / 240, 1e-6));
    CHECK(sums.at("separate").as_double() > sums.at("near_unbiased").as_double());
    CHECK(group.at("cities").as_array().size() == 8);
    CHECK(group.at("without_site").as_array().size() > 20);
}

TEST_CASE("each automatic check is raised by data that fail it", "[cli]") {
    const SmallStudy study;
    // Sites run by the register itself, a code twice in one city, a survey of another year, one site that decides.
    study.make(",site_type,self_code,interview_date,city,weight", [](int row) {
        return std::string(row % 2 == 0 ? ",clinic" : ",street") + ",c" + std::to_string(row == 9 ? 8 : row) +
               ",2024-02-0" + std::to_string(1 + row % 9) + (row < 40 ? ",Utrecht" : ",Delft") +
               (row == 0 ? ",90" : ",1");
    });
    write(study.counts,
          "year,group,area,count\n2023,opioid,all,1000\n2023,opioid,Utrecht,500\n2023,opioid,Delft,400\n");
    const auto all = study.numbers({"--register-run", "clinic", "--cluster", "site", "--weight", "weight"});
    const auto& group = all.at("estimates").at(0);
    for (const char* id : {"period_mismatch", "register_run_sites", "duplicate_code", "site_influence",
                           "city_influence", "weight_ratio", "few_degrees_of_freedom"}) {
        INFO(id);
        CHECK(warned(group, id));
    }
    // Nobody in care; then few, with many missing answers and each city a stratum of one site.
    study.make(
        "", [](int) { return std::string(); }, 0);
    const auto nobody = study.numbers({}).at("estimates").at(0);
    CHECK(warned(nobody, "not_estimable"));
    CHECK(warned(nobody, "exact_interval_only"));
    CHECK(warned(nobody, "few_cases"));
    CHECK(nobody.at("upper").is_null());
    std::string text = "group,in_care,city,site\n";
    for (int row = 0; row < 60; ++row)
        text += std::string("opioid,") +
                (row % 10 == 0  ? ""
                 : row % 3 == 0 ? "1"
                                : "0") +
                ",C" + std::to_string(row % 3) + ",S\n";
    write(study.data, text);
    const auto few = study.numbers({"--strata", "city", "--cluster", "site"}).at("estimates").at(0);
    CHECK(warned(few, "item_missing"));
    CHECK(warned(few, "single_cluster"));
}
