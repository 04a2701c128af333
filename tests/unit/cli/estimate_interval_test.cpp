// SPDX-License-Identifier: Apache-2.0
// Intervals of `peil estimate`: the register's error, designs without a variance, what is drawn and what is not given.
#include "small_study.h"

#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using peil_test::kData;
using peil_test::kRegister;
using peil_test::runPeil;
using peil_test::SmallStudy;
using peil_test::warned;
using peil_test::write;

TEST_CASE("an uncertain benchmark widens the delta and the Bayesian interval", "[cli]") {
    const auto intervals = [](const char* error) {
        const auto said =
            runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--group", "opioid", "--method",
                     "logit,delta_z,log_delta_z,bayes", "--benchmark-error", error, "--json"});
        INFO(said.err);
        REQUIRE(said.code == 0);
        return boost::json::parse(said.out).at("estimates").at(0).at("intervals");
    };
    const auto sure = intervals("none"), unsure = intervals("0.05");
    CHECK_THAT(sure.at(1).at("lower").as_double(), WithinAbs(12248.6, 2)); // 12,250 on n in place of n-1
    CHECK_THAT(sure.at(2).at("upper").as_double(), WithinAbs(14393, 3));
    for (std::size_t method = 1; method < 4; ++method) {
        CHECK(unsure.at(method).at("lower").as_double() < sure.at(method).at("lower").as_double());
        CHECK(unsure.at(method).at("upper").as_double() > sure.at(method).at("upper").as_double());
    }
    // The headline, too.
    CHECK(unsure.at(0).at("lower").as_double() < sure.at(0).at("lower").as_double());
    CHECK(unsure.at(0).at("upper").as_double() > sure.at(0).at("upper").as_double());
    CHECK(runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--benchmark-error", "lots"}).code == 1);
    CHECK(runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--method", "delta,logit"}).code == 1);
}

TEST_CASE("where the design gives no variance every interval holds its weighted size, or says why there is none",
          "[cli]") {
    const SmallStudy study;
    // One city with one site; two cities of one site each; a group that one of six sites holds. In care counts three
    // times.
    const auto weight = [](int row) { return std::string(row < 30 ? ",3" : ",1"); };
    study.make("", [](int) { return std::string(); }); // for its register
    for (const int cities : {1, 2, 6}) {
        std::string text = "group,in_care,city,place,weight\n";
        for (int row = 0; row < 60; ++row) {
            const auto place = std::to_string(row % cities);
            text += std::string(cities == 6 && row % 6 != 2 ? "crack" : "opioid") + (row < 30 ? ",1," : ",0,") +
                    (cities == 6 ? "C" : "C" + place) + ",S" + place + weight(row) + "\n";
        }
        write(study.data, text);
        const auto json = study.numbers(
            {"--group", "opioid", "--strata", "city", "--cluster", "place", "--weight", "weight", "--method",
             "logit,logit_capped,beta,beta_nchs,likelihood,asin,mean,delta,log_delta,bayes", "--bootstrap", "100"});
        const auto& group = json.at("estimates").at(0);
        CHECK_THAT(group.at("N").as_double(), WithinAbs(1000 / 0.75, 1e-6));
        CHECK(warned(group, "exact_interval_only"));
        CHECK(group.at("in_place") == "korn_graubard");
        for (const auto& interval : group.at("intervals").as_array()) {
            INFO(interval);
            const double N = interval.at("N").as_double();
            if (interval.at("lower").is_null()) {
                CHECK(interval.at("no_interval").is_string());
                continue;
            }
            CHECK(interval.at("lower").to_number<double>() <= N);
            CHECK(interval.at("lower").to_number<double>() >= 1000);
            if (!interval.at("upper").is_null()) CHECK(interval.at("upper").as_double() >= N);
        }
    }
}

TEST_CASE("a bootstrap continues until its Monte Carlo error is below half of the printed unit, and reports it",
          "[cli]") {
    const auto json =
        boost::json::parse(runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--group", "crack_only",
                                    "--strata", "city", "--cluster", "site", "--bootstrap", "500", "--json"})
                               .out);
    const auto& drawn = json.at("estimates").at(0).at("intervals").as_array().back();
    INFO(drawn);
    CHECK(drawn.at("monte_carlo_error").as_double() > 0);
    CHECK(drawn.at("monte_carlo_error").as_double() <= 50);
    CHECK(std::string(drawn.at("method").as_string()).find("bootstrap of 500,") == std::string::npos);
}

TEST_CASE("the register's error reaches the sizes across groups and the bootstrap", "[cli]") {
    const auto run = [](const char* error) {
        const auto said =
            runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--strata", "city", "--cluster", "site",
                     "--trait", "crack_use", "--bootstrap", "500", "--benchmark-error", error, "--json"});
        INFO(said.err);
        REQUIRE(said.code == 0);
        return boost::json::parse(said.out);
    };
    const auto sure = run("none"), unsure = run("0.1");
    const auto wider = [](const boost::json::value& a, const boost::json::value& b) {
        CHECK(b.at("lower").as_double() < a.at("lower").as_double());
        CHECK(b.at("upper").as_double() > a.at("upper").as_double());
    };
    for (const char* name : {"both", "first_only", "trait_total", "union"})
        wider(sure.at("derived").at(name), unsure.at("derived").at(name));
    wider(sure.at("total"), unsure.at("total"));
    for (std::size_t group = 0; group < 2; ++group) {
        wider(sure.at("estimates").at(group), unsure.at("estimates").at(group));
        wider(sure.at("estimates").at(group).at("intervals").as_array().back(),
              unsure.at("estimates").at(group).at("intervals").as_array().back());
    }
}

TEST_CASE("an interval that extends below the register is reported with its method", "[cli]") {
    const SmallStudy study;
    study.make(
        "", [](int) { return std::string(); }, 3);
    const auto told = [&](const char* error) {
        std::vector<std::string> methods;
        const auto numbers = study.numbers({"--method", "logit,delta,log_delta", "--benchmark-error", error});
        for (const auto& warning : numbers.at("estimates").at(0).at("warnings").as_array())
            if (warning.at("id") == "below_register") methods.emplace_back(warning.at("detail").as_string());
        return methods;
    };
    CHECK(told("none") == std::vector<std::string>{"delta"});
    CHECK(told("1") == std::vector<std::string>{"delta"});
    const auto delta = study.numbers({"--method", "logit,delta"}).at("estimates").at(0).at("intervals").at(1);
    CHECK(delta.at("lower").is_null());
    CHECK(delta.at("no_interval") == "below_register");
    CHECK_THAT(study.estimate({"--method", "logit,delta"}).out, ContainsSubstring("no interval"));
}

TEST_CASE("methods that use counts only are rejected as the main one or replaced by the exact interval", "[cli]") {
    const SmallStudy study;
    const auto none = [](int) { return std::string(); };
    study.make("", none, 0);
    const auto nobody = study.numbers({"--method", "logit,logit_binomial,delta_binomial,log_delta_binomial"});
    for (const auto& interval : nobody.at("estimates").at(0).at("intervals").as_array()) {
        INFO(interval);
        CHECK(interval.at("in_place") == "clopper_pearson");
        CHECK_THAT(interval.at("lower").as_double(), WithinAbs(1000 / 0.0596, 10)); // 1 - 0.025^(1/60)
        CHECK(interval.at("upper").is_null());
    }
    study.make("", none);
    CHECK(study.estimate({"--method", "delta_binomial,logit"}).code == 1);
}
