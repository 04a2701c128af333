// SPDX-License-Identifier: Apache-2.0
// Every role on every route of both ports, in its own city and in another one, over the real routers and a real store.
// The table of routes says who may; this asks each route whether it does what the table says.
#include "api/access.h"
#include "peil/base/text.h"
#include "server_fixture.h"
#include "web/pages.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

using namespace server_test;
using api::Access;
using api::RouteRule;
using http::Method;
using repository::Role;
using repository::SessionKind;
using services::Reach;

namespace {

constexpr std::string_view kHost = "localhost:8444";

struct Person {
    Role role;
    std::string city;
};
const std::vector<Person> kPeople{{Role::CityCoordinator, "AMS"},    {Role::CityCoordinator, "HRL"},
                                  {Role::NationalCoordinator, ""},   {Role::Researcher, ""},
                                  {Role::DataProtectionOfficer, ""}, {Role::Administrator, ""}};

/// What is there in one city.
struct City {
    std::string code, name;
    DeviceId device;
    std::vector<InterviewId> interviews; ///< two for reviews, and one for each withdrawal
};

struct World : ServerFixture {
    integration::TestStudy study;
    std::map<std::string, City> cities;
    http::Router devicePort, dashboard;
    int made = 0;

    World() {
        publish(study);
        need(studies->setBenchmark(std::string(integration::kBenchmark), {}, "root"));
        std::uint64_t seed = 1;
        for (const auto& [code, name] : std::map<std::string, std::string>{{"AMS", "Amsterdam"}, {"HRL", "Heerlen"}})
            fill(code, name, seed++);
        devicePort = api::deviceRouter(context);
        dashboard = api::dashboardRouter(context);
        web::addPages(dashboard);
    }
    void fill(const std::string& code, const std::string& name, std::uint64_t seed) {
        integration::TestTablet tablet(study, seed);
        tablet.adopt(need(enrolment.enrol(tablet.request(need(enrolment.invite(code, "root")).code))));
        City city{code, name, tablet.id(), {}};
        std::vector<protocol::BatchItem> items;
        for (int i = 0; i < 20; ++i) {
            items.push_back(tablet.interview(name, "opioid", "1"));
            city.interviews.push_back(items.back().interview);
        }
        need(intake.receive(tablet.id(), bytesOf(tablet.batch(items).body)));
        cities.emplace(code, std::move(city));
    }

    /// A new session of a new user. @return the token.
    std::string sessionOf(const Person& person, SessionKind kind) {
        const auto name = "user " + std::to_string(made++);
        std::array<std::uint8_t, 32> random{};
        rng.fill(random);
        const auto token = toHex(random);
        need(repository->write([&](repository::Records& records) -> Result<> {
            PEIL_CHECK(records.putUser({.name = name, .role = person.role, .cityCode = person.city}));
            return records.addSession({.id = name,
                                       .tokenHash = crypto::blake2b(bytesOf(token)),
                                       .kind = kind,
                                       .user = name,
                                       .csrfToken = "csrf",
                                       .party = "192.0.2.1",
                                       .begunAt = clock.now(),
                                       .usedAt = clock.now()});
        }));
        return token;
    }
    std::string tokenOf(const Person& person) {
        return need(
            tokens.make({"t" + std::to_string(made++), person.role, person.city}, std::chrono::days{1}, "root"));
    }
    http::Response ask(const http::Router& router, const http::Request& request) {
        return http::dispatch(router, request, [this](const std::string& sentence) { reports.push_back(sentence); });
    }
};

boost::json::object jsonOf(const http::Response& response) {
    boost::system::error_code ec;
    auto value = boost::json::parse(response.body, ec);
    return !ec && value.is_object() ? value.as_object() : boost::json::object{};
}

std::string refusalOf(const http::Response& response) {
    const auto object = jsonOf(response);
    const auto* error = object.if_contains("error");
    return error == nullptr ? std::string() : std::string(error->at("id").as_string());
}

void setJson(http::Request& request, const boost::json::object& body) {
    request.body = toBytes(boost::json::serialize(body));
    request.head.fields.push_back({"content-type", "application/json"});
}

/// A request for the route that is about `city`; what it is about may change from one to the next.
http::Request requestFor(const RouteRule& rule, const City& city, std::size_t turn) {
    http::Request request;
    std::string path(rule.pattern);
    const auto put = [&](std::string_view part, const std::string& value) { path = replaceAll(path, part, value); };
    put("/devices/{id}", "/devices/" + city.device.text());
    put("{act}", "lock");
    for (const auto* part : {"{id}", "{name}", "{hash}"})
        put(part, "x");
    request.head = {rule.method, path, {{"host", std::string(kHost)}}};
    const std::string_view pattern = rule.pattern;
    if (pattern.ends_with("/reviews"))
        setJson(request, {{"interviews", boost::json::array{boost::json::string(city.interviews[0].text())}},
                          {"state", "approved"}});
    else if (pattern.ends_with("/withdrawals"))
        setJson(request, {{"interview", city.interviews.at(2 + turn).text()}});
    else if (pattern == "/admin/devices" && rule.method == Method::Post)
        setJson(request, {{"city", city.code}});
    else if (rule.method == Method::Post)
        setJson(request, {{"name", "nobody"}});
    request.remote = "192.0.2.1";
    return request;
}

/// Routes that act on something of one city; each must be tried on another one's.
const std::set<std::string_view> kOfOneCity{"/api/reviews",       "/api/withdrawals", "/admin/reviews",
                                            "/admin/withdrawals", "/admin/devices",   "/admin/devices/{id}"};

std::set<std::string> citiesIn(const boost::json::object& body) {
    std::set<std::string> cities;
    for (const auto* list : {"cells", "devices", "cities", "interviews"})
        if (const auto* items = body.if_contains(list); items != nullptr && items->is_array())
            for (const auto& item : items->as_array())
                cities.insert(std::string(item.at("city").as_string()));
    return cities;
}

void identify(http::Request& request, Access access, const std::string& token) {
    if (access == Access::Command) {
        request.head.fields.push_back({"authorization", "Bearer " + token});
        return;
    }
    request.head.fields.push_back({"cookie", std::string(api::kSessionCookie) + "=" + token});
    request.head.fields.push_back({"origin", "https://" + std::string(kHost)});
    request.head.fields.push_back({"x-csrf-token", "csrf"});
}

bool isOfPeople(const RouteRule& rule) {
    return rule.access == Access::Page || rule.access == Access::Command;
}

Reach reachOf(const RouteRule& rule, Role role) {
    return rule.permission ? services::reachOf(role, *rule.permission) : Reach::All;
}

/// One request, judged by the tables alone.
void check(World& world, const RouteRule& rule, const Person& person, const City& city, const std::string& token,
           std::size_t turn) {
    auto request = requestFor(rule, city, turn);
    identify(request, rule.access, token);
    const auto response = world.ask(world.dashboard, request);
    const auto refusal = refusalOf(response);
    INFO(idOf(rule.method) << " " << rule.pattern << " as " << idOf(person.role) << " " << person.city << " about "
                           << city.code << ": " << response.status << " " << response.body);
    const auto reach = reachOf(rule, person.role);
    CHECK(response.status < 500);
    CHECK((refusal == "forbidden") ==
          (reach == Reach::None || (reach == Reach::OwnCity && rule.pattern == "/admin/devices" &&
                                    rule.method == Method::Post && person.city != city.code)));
    if (reach == Reach::None) return;
    CHECK(refusal != "login_required");
    CHECK(refusal != "token_required");
    const bool isOwn = reach == Reach::All || person.city == city.code;
    if (rule.method == Method::Get) {
        if (const auto seen = citiesIn(jsonOf(response)); !seen.empty())
            CHECK(seen ==
                  (reach == Reach::All ? std::set<std::string>{"AMS", "HRL"} : std::set<std::string>{person.city}));
    } else if (kOfOneCity.contains(rule.pattern)) {
        CHECK((response.status < 300) == isOwn);
    } else {
        CHECK(reach == Reach::All); // else say above what a request about another city looks like
    }
}

} // namespace

TEST_CASE("each route has one rule, and each rule a route", "[server][access]") {
    World world;
    std::multiset<std::string> routed, ruled;
    for (const auto& router : {world.devicePort, world.dashboard})
        for (const auto& route : router.routes()) {
            INFO(idOf(route.method) << " " << route.pattern);
            CHECK(api::ruleOf(route.method, route.pattern) != nullptr);
            routed.insert(std::string(idOf(route.method)) + " " + route.pattern);
        }
    for (const auto& rule : api::routeRules())
        ruled.insert(std::string(idOf(rule.method)) + " " + std::string(rule.pattern));
    CHECK(routed == ruled);
}

TEST_CASE("every role reaches of every route what the tables say, in its own city and in another one",
          "[server][access]") {
    World world;
    std::size_t asked = 0;
    for (const auto& rule : api::routeRules()) {
        if (!isOfPeople(rule)) continue;
        std::size_t turn = 0;
        for (const auto& person : kPeople)
            for (const auto& [code, city] : world.cities) {
                const auto kind = rule.access == Access::Page ? SessionKind::Browser : SessionKind::CommandLine;
                check(world, rule, person, city, world.sessionOf(person, kind), turn);
                ++asked;
                if (rule.access == Access::Command && rule.permission) {
                    check(world, rule, person, city, world.tokenOf(person), turn);
                    ++asked;
                }
                ++turn;
            }
    }
    CHECK(asked > 400);
    CHECK(world.reports.empty());
}

TEST_CASE("without a session, or with one of the other kind, no route of people answers", "[server][access]") {
    World world;
    const Person person{Role::Administrator, ""};
    const auto& city = world.cities.at("AMS");
    for (const auto& rule : api::routeRules()) {
        if (!isOfPeople(rule)) continue;
        INFO(idOf(rule.method) << " " << rule.pattern);
        const std::string wanted = rule.access == Access::Page ? "login_required" : "token_required";
        const auto otherKind = rule.access == Access::Page ? SessionKind::CommandLine : SessionKind::Browser;
        for (const auto& token :
             {std::string(), std::string(64, '0'), world.keys.adminToken, world.sessionOf(person, otherKind)}) {
            auto request = requestFor(rule, city, 0);
            identify(request, rule.access, token);
            CHECK(refusalOf(world.ask(world.dashboard, request)) == wanted);
        }
    }
}

TEST_CASE("what changes something on the page needs its origin and its token", "[server][access]") {
    World world;
    const Person person{Role::NationalCoordinator, ""};
    for (const auto& rule : api::routeRules()) {
        if (rule.access != Access::Page || rule.method == Method::Get) continue;
        INFO(rule.pattern);
        auto request = requestFor(rule, world.cities.at("AMS"), 0);
        identify(request, rule.access, world.sessionOf(person, SessionKind::Browser));
        auto& fields = request.head.fields;
        fields.back().value = "other";
        CHECK(refusalOf(world.ask(world.dashboard, request)) == "bad_csrf_token");
        fields[fields.size() - 2].value = "https://elsewhere.example";
        CHECK(refusalOf(world.ask(world.dashboard, request)) == "bad_origin");
    }
}

TEST_CASE("a route of tablets answers to the certificate of an enrolled tablet alone, and of its own city",
          "[server][access]") {
    World world;
    for (const auto& rule : api::routeRules()) {
        if (rule.access != Access::Tablet) continue;
        INFO(rule.pattern);
        auto request = requestFor(rule, world.cities.at("AMS"), 0);
        CHECK(refusalOf(world.ask(world.devicePort, request)) == "certificate_required");
        request.head.fields.push_back({"authorization", "Bearer " + world.keys.adminToken});
        CHECK(refusalOf(world.ask(world.devicePort, request)) == "certificate_required");
        request.clientName = "a tablet of another server";
        CHECK(refusalOf(world.ask(world.devicePort, request)) == "device_unknown");
    }
    for (const auto& [code, city] : world.cities) {
        http::Request request;
        request.head = {Method::Get, "/v1/manifest", {}};
        request.clientName = city.device.text();
        const auto quotas = jsonOf(world.ask(world.devicePort, request)).at("quotas").as_array();
        REQUIRE_FALSE(quotas.empty());
        for (const auto& cell : quotas)
            CHECK(std::string(cell.at("city").as_string()) == code);
    }
}

TEST_CASE("a route without a rule is closed to everyone", "[server][access]") {
    World world;
    world.dashboard.add(Method::Get, "/admin/forgotten",
                        [](const http::Request&) { return http::Response::nothing(); });
    for (const auto& person : kPeople) {
        http::Request request;
        request.head = {Method::Get, "/admin/forgotten", {}};
        identify(request, Access::Command, world.tokenOf(person));
        CHECK(refusalOf(world.ask(world.dashboard, request)) == "forbidden");
    }
}
