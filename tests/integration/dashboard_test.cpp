// SPDX-License-Identifier: Apache-2.0
#include "server_under_test.h"

#include "peil/base/text.h"

#include <atomic>
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <future>
#include <map>
#include <set>

using namespace integration;

namespace {

constexpr std::string_view kPassword = "correct horse battery";

Call userCall(std::string_view name, std::string_view role, std::string_view city,
              std::string_view password = kPassword) {
    const boost::json::object user{{"name", name}, {"password", password}, {"role", role}, {"city", city}};
    return {.method = "POST",
            .path = "/admin/users",
            .body = boost::json::serialize(user),
            .type = "application/json",
            .fields = {}};
}

Call loginCall(const ServerUnderTest& server, std::string_view name, std::string_view password = kPassword) {
    return {.method = "POST",
            .path = "/api/login",
            .body = boost::json::serialize(boost::json::object{{"name", name}, {"password", password}}),
            .type = "application/json",
            .fields = {"Origin: " + server.dashboardAddress()}};
}

/// "Cookie: ..." of a login.
std::string cookieOf(const Answer& answer) {
    const auto field = answer.field("set-cookie");
    return "Cookie: __Host-peil=" + field.substr(12, field.find(';') - 12);
}

struct User {
    std::string_view name, role, city;
    std::set<std::string_view> may; ///< routes that answer
    std::set<std::string> cities;   ///< seen there
};

const std::set<std::string> kBoth{"AMS", "HRL"};
const std::vector<User> kUsers{
    {"ams", "city_coordinator", "AMS", {"/api/quotas", "/api/devices", "/api/ledger", "/api/interviews"}, {"AMS"}},
    {"hrl", "city_coordinator", "HRL", {"/api/quotas", "/api/devices", "/api/ledger", "/api/interviews"}, {"HRL"}},
    {"national",
     "national_coordinator",
     "",
     {"/api/quotas", "/api/estimate", "/api/devices", "/api/ledger", "/api/interviews"},
     kBoth},
    {"researcher", "researcher", "", {"/api/quotas", "/api/estimate", "/api/ledger", "/api/interviews"}, kBoth},
    {"officer", "data_protection_officer", "", {"/api/ledger", "/api/interviews", "/api/audit"}, kBoth},
    {"admin", "administrator", "", {"/api/devices"}, kBoth},
};
const std::vector<std::string_view> kRoutes{"/api/quotas", "/api/estimate",   "/api/devices",
                                            "/api/ledger", "/api/interviews", "/api/audit"};

std::set<std::string> citiesIn(const boost::json::object& body) {
    std::set<std::string> cities;
    for (const auto* list : {"cells", "devices", "cities", "interviews"})
        if (const auto* items = body.if_contains(list))
            for (const auto& item : items->as_array())
                cities.insert(std::string(item.at("city").as_string()));
    return cities;
}

/// A server with one interview from each city and a benchmark.
void fill(const ServerUnderTest& server, const TestStudy& study) {
    server.publish(study);
    REQUIRE(server
                .admin({.method = "POST",
                        .path = "/admin/benchmark",
                        .body = std::string(kBenchmark),
                        .type = "text/csv",
                        .fields = {}})
                .status == 200);
    std::uint64_t seed = 1;
    for (const auto& [code, city] : std::map<std::string, std::string>{{"AMS", "Amsterdam"}, {"HRL", "Heerlen"}}) {
        auto tablet = server.enrolled(study, code, seed++);
        std::vector<peil::protocol::BatchItem> items;
        for (int i = 0; i < 6; ++i)
            items.push_back(tablet.interview(city, i < 3 ? "opioid" : "crack_only", i % 2 == 0 ? "1" : "0"));
        REQUIRE(server.clientOf(tablet).send(tablet.batch(items)).status == 200);
    }
}

} // namespace

TEST_CASE("each role sees what the table allows and only its own city", "[integration][dashboard]") {
    const ServerUnderTest server;
    const TestStudy study;
    fill(server, study);
    for (const auto& user : kUsers) {
        REQUIRE(server.admin(userCall(user.name, user.role, user.city)).status == 201);
        auto browser = server.browser();
        const auto login = browser.send(loginCall(server, user.name));
        REQUIRE(login.status == 200);
        for (const auto route : kRoutes) {
            INFO(user.name << " " << route);
            const auto answer = browser.send({.path = std::string(route), .fields = {cookieOf(login)}});
            if (!user.may.contains(route)) {
                CHECK(answer.refusal() == "forbidden");
                continue;
            }
            CHECK(answer.status == 200);
            if (route != "/api/estimate" && route != "/api/audit") CHECK(citiesIn(answer.json()) == user.cities);
        }
        CHECK(browser.send({.path = "/admin/devices", .fields = {cookieOf(login)}}).refusal() == "token_required");
    }
}

TEST_CASE("without a session nothing is revealed", "[integration][dashboard]") {
    const ServerUnderTest server;
    auto browser = server.browser();
    for (const auto route : kRoutes)
        CHECK(browser.send({.path = std::string(route)}).refusal() == "login_required");
    CHECK(browser.send({.path = "/api/session"}).refusal() == "login_required");
    CHECK(browser.send({.path = "/api/session", .fields = {"Cookie: __Host-peil=" + std::string(64, 'a')}}).refusal() ==
          "login_required");
    for (const auto* path : {"/admin/devices", "/admin/ledger", "/admin/envelopes", "/admin/quotas", "/admin/estimate",
                             "/admin/interviews", "/admin/audit", "/admin/packs"}) {
        CHECK(browser.send({.path = path}).refusal() == "token_required");
        CHECK(browser.send({.path = path, .fields = {"Authorization: Bearer " + std::string(64, '0')}}).refusal() ==
              "token_required");
    }
    for (const auto* path : {"/admin/pack", "/admin/benchmark", "/admin/users", "/admin/devices", "/admin/reviews",
                             "/admin/withdrawals", "/admin/exports"})
        CHECK(browser.send({.method = "POST", .path = path, .body = "{}", .type = "application/json"}).refusal() ==
              "token_required");
    CHECK(browser.send({.method = "DELETE", .path = "/admin/devices/x"}).refusal() == "token_required");
}

TEST_CASE("login and logout need our own page, and logout its token", "[integration][dashboard]") {
    const ServerUnderTest server;
    REQUIRE(server.admin(userCall("anna", "researcher", "")).status == 201);
    auto browser = server.browser();
    auto foreign = loginCall(server, "anna");
    foreign.fields = {"Origin: https://elsewhere.example"};
    CHECK(browser.send(foreign).refusal() == "bad_origin");
    foreign.fields.clear();
    CHECK(browser.send(foreign).refusal() == "bad_origin");

    const auto login = browser.send(loginCall(server, "anna"));
    REQUIRE(login.status == 200);
    const auto cookie = login.field("set-cookie");
    CHECK(cookie.starts_with("__host-peil="));
    for (const auto* part : {"path=/", "secure", "httponly", "samesite=strict"})
        CHECK(cookie.find(part) != std::string::npos);
    CHECK(cookie.find("domain") == std::string::npos);

    const auto origin = "Origin: " + server.dashboardAddress();
    const std::string csrf(login.json().at("csrfToken").as_string());
    Call logout{.method = "POST",
                .path = "/api/logout",
                .body = "{}",
                .type = "application/json",
                .fields = {cookieOf(login), origin, "X-CSRF-Token: " + std::string(64, '0')}};
    CHECK(browser.send(logout).refusal() == "bad_csrf_token");
    logout.fields = {cookieOf(login), "X-CSRF-Token: " + csrf};
    CHECK(browser.send(logout).refusal() == "bad_origin");
    CHECK(browser.send({.path = "/api/session", .fields = {cookieOf(login)}}).status == 200);
    logout.fields = {cookieOf(login), origin, "X-CSRF-Token: " + csrf};
    CHECK(browser.send(logout).status == 204);
    CHECK(browser.send({.path = "/api/session", .fields = {cookieOf(login)}}).refusal() == "login_required");
}

TEST_CASE("wrong passwords are answered alike for known and unknown names, and then delayed",
          "[integration][dashboard]") {
    const ServerUnderTest server;
    REQUIRE(server.admin(userCall("anna", "researcher", "")).status == 201);
    auto browser = server.browser();
    for (const auto* name : {"anna", "nobody"}) {
        std::string body;
        for (int i = 0; i < 4; ++i) {
            const auto answer = browser.send(loginCall(server, name, "wrong password"));
            CHECK(answer.refusal() == "login_failed");
            if (!body.empty()) CHECK(answer.body == body);
            body = answer.body;
        }
        const auto delayed = browser.send(loginCall(server, name, kPassword));
        CHECK(delayed.refusal() == "login_delayed");
        CHECK(peil::parseInteger(delayed.field("retry-after")).value_or(0) >= 1);
    }
}

TEST_CASE("guessing names and passwords does not lock others out", "[integration][dashboard]") {
    const ServerUnderTest server;
    REQUIRE(server.admin(userCall("anna", "researcher", "")).status == 201);
    std::atomic<bool> done = false;
    std::vector<std::future<void>> guessers;
    for (int i = 2; i <= 5; ++i)
        guessers.push_back(std::async(std::launch::async, [&server, &done, i] {
            auto browser = server.browser();
            browser.setSource("127.0.0." + std::to_string(i));
            for (int round = 0; !done; ++round) {
                const auto name = round % 2 == 0 ? "anna" : "made up " + std::to_string(round);
                static_cast<void>(browser.send(loginCall(server, name, "wrong password")));
            }
        }));
    for (int i = 0; i < 8; ++i)
        CHECK(server.browser().send(loginCall(server, "anna")).status == 200);
    done = true;
    for (auto& guesser : guessers)
        guesser.get();
}

TEST_CASE("the dashboard answers to this server's own names alone", "[integration][dashboard]") {
    const ServerUnderTest server;
    REQUIRE(server.admin(userCall("anna", "researcher", "")).status == 201);
    auto browser = server.browser();
    auto call = loginCall(server, "anna");
    call.fields = {"Origin: https://elsewhere.example", "Host: elsewhere.example"};
    CHECK(browser.send(call).refusal() == "unknown_host");
    CHECK(browser.send({.path = "/", .fields = {"Host: elsewhere.example"}}).refusal() == "unknown_host");
    const auto port = server.dashboardAddress().substr(server.dashboardAddress().rfind(':'));
    call.fields = {"Origin: https://localhost" + port, "Host: localhost" + port};
    CHECK(browser.send(call).status == 200);
}

TEST_CASE("invalid users are refused with the reason", "[integration][dashboard]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    CHECK(server.admin(userCall("anna", "queen", "")).refusal() == "bad_user");
    CHECK(server.admin(userCall("anna", "city_coordinator", "")).refusal() == "bad_user");
    CHECK(server.admin(userCall("anna", "city_coordinator", "XYZ")).refusal() == "unknown_city");
    CHECK(server.admin(userCall("anna", "researcher", "AMS")).refusal() == "bad_user");
    CHECK(server.admin(userCall("anna", "researcher", "", "short")).refusal() == "bad_user");
    CHECK(server.admin(userCall("", "researcher", "")).refusal() == "bad_user");
    Call call = userCall("anna", "researcher", "");
    call.body = "[]";
    CHECK(server.admin(call).refusal() == "bad_message");
    call.type = "text/plain";
    CHECK(server.admin(call).refusal() == "unsupported_type");
}

TEST_CASE("a study pack of a lower version, or another of the same, is not published", "[integration][admin]") {
    const ServerUnderTest server;
    const auto version = [](const std::string& number, int edition) {
        return TestStudy("version = " + number + "\n" + harbourStudy(), edition);
    };
    const auto post = [&](const TestStudy& study) {
        return server.admin({.method = "POST",
                             .path = "/admin/pack",
                             .body = std::string(peil::textOf(study.pack)),
                             .type = "application/octet-stream",
                             .fields = {"X-Peil-Signer: " + peil::toHex(study.signer.publicKey)}});
    };
    const auto second = version("2", 1);
    server.publish(second);
    CHECK(post(second).status == 200); // the same again
    for (const auto& refused : {post(version("2", 2)), post(version("1", 3)), post(TestStudy(4))}) {
        CHECK(refused.status == 409);
        CHECK(refused.refusal() == "older_pack");
        CHECK(refused.body.find("set version = 3") != std::string::npos);
    }
    CHECK(post(version("3", 5)).json().at("version").as_int64() == 3);
}

TEST_CASE("a study pack is published by one key only, and a benchmark needs a study", "[integration][admin]") {
    const ServerUnderTest server;
    const TestStudy study, next(2);
    Call benchmark{.method = "POST",
                   .path = "/admin/benchmark",
                   .body = std::string(kBenchmark),
                   .type = "text/csv",
                   .fields = {}};
    CHECK(server.admin(benchmark).refusal() == "no_study");
    CHECK(server.admin({.path = "/admin/estimate"}).refusal() == "no_study");
    Call pack{.method = "POST",
              .path = "/admin/pack",
              .body = std::string(peil::textOf(study.pack)),
              .type = "application/octet-stream",
              .fields = {}};
    CHECK(server.admin(pack).refusal() == "signer_required");
    pack.fields = {"X-Peil-Signer: " + std::string(64, 'a')};
    CHECK(server.admin(pack).refusal() == "bad_pack");
    pack.fields = {"X-Peil-Signer: 12"};
    CHECK(server.admin(pack).refusal() == "signer_required");
    server.publish(study);
    pack.fields = {"X-Peil-Signer: " + std::string(64, 'a')};
    CHECK(server.admin(pack).refusal() == "other_signer");
    server.publish(next); // the same key: a new edition

    CHECK(server.admin(benchmark).status == 200);
    benchmark.path = "/admin/benchmark?register=LADIS&year=2023";
    benchmark.body = "group,area,count,register,year\nopioid,Netherlands,800,LADIS,2023\n"
                     "opioid,Netherlands,700,LADIS,2012\nopioid,Netherlands,600,GGD,2023\n";
    const auto taken = server.admin(benchmark).json();
    CHECK(taken.at("rows").as_int64() == 1);
    CHECK(taken.at("register").as_string() == "LADIS");
    CHECK(taken.at("year").as_string() == "2023");
    CHECK(taken.at("area").as_string() == "Netherlands");
    CHECK(taken.at("notUsed").as_array().size() == 2);
    CHECK(taken.at("groupsWithoutCount").as_array().size() == 1);
    benchmark.path = "/admin/benchmark";
    CHECK(server.admin(benchmark).refusal() == "bad_benchmark");
    benchmark.body = "group,area\nopioid,Netherlands\n";
    const auto refused = server.admin(benchmark);
    CHECK(refused.refusal() == "bad_benchmark");
    CHECK(refused.body.find("count") != std::string::npos);
}

TEST_CASE("the estimate rests on the open answers and is shown beside the published one", "[integration][admin]") {
    const ServerUnderTest server;
    const TestStudy study;
    fill(server, study);
    const auto estimate = server.admin({.path = "/admin/estimate"}).json();
    CHECK(estimate.at("interviews").as_int64() == 12);
    const auto& opioid = estimate.at("groups").as_array().at(0).as_object();
    CHECK(opioid.at("n").as_int64() == 6);
    CHECK(opioid.at("N").to_number<double>() == 1200); // 800 / (4/6)
    CHECK(opioid.at("published").at("N").to_number<double>() == 1300);
    CHECK(opioid.at("area").as_string() == "Netherlands");
    CHECK(opioid.at("register").is_null());
    CHECK(estimate.at("register").at("area").as_string() == "Netherlands");
    CHECK(estimate.at("register").at("year").is_null());
    CHECK(estimate.at("rows").at("read").as_int64() >= 12);
    // The test's study declares no definitions; that is said for each group, and not left out.
    const auto& definitions = estimate.at("definitions").as_object();
    CHECK(definitions.at("register").is_null());
    CHECK(definitions.at("groups").at(0).at("sample").is_null());
    CHECK(definitions.at("differences").as_array().size() == 2);
    CHECK(server.admin({.path = "/admin/envelopes?after=x"}).refusal() == "bad_message");
    CHECK(server.admin({.path = "/admin/envelopes?limit=0"}).refusal() == "bad_message");
}

TEST_CASE("a size without an interval says why, by an id and in words", "[integration][admin]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    REQUIRE(server
                .admin({.method = "POST",
                        .path = "/admin/benchmark",
                        .body = std::string(kBenchmark),
                        .type = "text/csv",
                        .fields = {}})
                .status == 200);
    // One site: it tells nothing of how sites differ.
    auto tablet = server.enrolled(study, "AMS", 1);
    std::vector<peil::protocol::BatchItem> items;
    for (int i = 0; i < 8; ++i)
        items.push_back(tablet.interview("Amsterdam", i < 4 ? "opioid" : "crack_only", i % 2 == 0 ? "1" : "0",
                                         i < 4 && i % 3 == 0 ? "0" : "1"));
    REQUIRE(server.clientOf(tablet).send(tablet.batch(items)).status == 200);
    const auto estimate = server.admin({.path = "/admin/estimate"}).json();
    const auto& union_ = estimate.at("derived").at("sizes").at("union").as_object();
    CHECK(union_.at("lower").is_null());
    CHECK(union_.at("noInterval").at("id").as_string() == "no_variance");
    CHECK(union_.at("noInterval").at("sentence").as_string() == "The design gives no variance for this size.");
    for (const auto& group : estimate.at("groups").as_array()) {
        CHECK(group.at("lower").is_number()); // what stands in for the design's interval
        CHECK(group.as_object().if_contains("noInterval") == nullptr);
    }
}
