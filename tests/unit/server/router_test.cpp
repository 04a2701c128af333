// SPDX-License-Identifier: Apache-2.0
#include "http/bounds.h"
#include "http/guard.h"
#include "http/router.h"

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

using namespace peil::server::http;

namespace {

Router sample() {
    Router router;
    router.add(Method::Get, "/a/{x}", [](const Request& r) { return Response::json(r.pathParts.at("x")); });
    router.add(Method::Post, "/a/{x}", [](const Request&) { return Response::nothing(); });
    router.add(Method::Get, "/q", [](const Request& r) { return Response::json(r.query.at("name")); });
    router.add(Method::Get, "/throws", [](const Request&) -> Response { throw std::runtime_error("secret detail"); });
    return router;
}

Response ask(Method method, std::string target, std::string* reported = nullptr) {
    const auto router = sample();
    Request request;
    request.head = {method, std::move(target), {}};
    return dispatch(router, request, [&](const std::string& sentence) {
        if (reported != nullptr) *reported = sentence;
    });
}

} // namespace

TEST_CASE("a part in braces takes exactly one part of the path", "[server][router]") {
    CHECK(ask(Method::Get, "/a/one").body == "one");
    CHECK(ask(Method::Head, "/a/one").status == 200);
    for (const auto* path : {"/a/", "/a", "/a/one/two", "/", "/a/one/", "//one"})
        CHECK(ask(Method::Get, path).status == 404);
}

TEST_CASE("a known path with another method is 405 and names those it has", "[server][router]") {
    const auto response = ask(Method::Delete, "/a/one");
    CHECK(response.status == 405);
    CHECK(response.fields.at(0).value == "GET, POST");
}

TEST_CASE("a query is decoded, and a broken one is refused", "[server][router]") {
    CHECK(ask(Method::Get, "/q?name=Den+Haag%21&name=other").body == "Den Haag!");
    for (const auto* query : {"/q?name=%", "/q?name=%4", "/q?name=%zz", "/q?%4=a"})
        CHECK(ask(Method::Get, query).status == 400);
}

TEST_CASE("an exception of a handler becomes a 500 whose reason goes to the log alone", "[server][router]") {
    std::string reported;
    const auto response = ask(Method::Get, "/throws", &reported);
    CHECK(response.status == 500);
    CHECK(response.body.find("secret") == std::string::npos);
    CHECK(reported == "GET /throws: secret detail");
}

TEST_CASE("a router that knows its hosts refuses every other one", "[server][router]") {
    auto router = sample();
    router.setHosts({"localhost", "127.0.0.1", "::1"});
    const auto status = [&](const std::string& host) {
        Request request;
        request.head = {Method::Get, "/a/one", {{"host", host}}};
        return dispatch(router, request, [](const std::string&) {}).status;
    };
    for (const auto* own : {"localhost", "LocalHost:8444", "127.0.0.1:8444", "[::1]:8444", "[::1]"})
        CHECK(status(own) == 200);
    for (const auto* foreign :
         {"", "elsewhere.example", "localhost.elsewhere.example", "127.0.0.2", "[::2]:8444", "[", ":"})
        CHECK(status(foreign) == 421);
}

TEST_CASE("a gate judges each request by its route, before the handler and before a large body", "[server][router]") {
    auto router = sample();
    std::vector<std::string> routes;
    router.setGate([&](const Request& request) -> std::optional<Response> {
        routes.push_back(request.route);
        if (request.pathParts.contains("x") && request.pathParts.at("x") == "open") return std::nullopt;
        return Response::refuse(ApiError::Forbidden);
    });
    const auto noReport = [](const std::string&) {};
    Request request;
    request.head = {Method::Post, "/a/one", {}};
    CHECK(dispatch(router, request, noReport).status == 403);
    CHECK(refuseBody(router, request, 1'000'000, {}, noReport)->status == 403);
    request.head.target = "/a/open";
    CHECK(dispatch(router, request, noReport).status == 204);
    const auto refused = refuseBody(router, request, 1'000'000, {}, noReport);
    CHECK(refused->status == 413);
    CHECK(refused->body.find("larger than 65536 bytes") != std::string::npos);
    request.head.target = "/nowhere";
    CHECK(dispatch(router, request, noReport).status == 404);
    CHECK(routes == std::vector<std::string>(4, "/a/{x}"));
}

TEST_CASE("a slow route is known by method and path", "[server][router]") {
    auto router = sample();
    router.addSlow(Method::Post, "/slow", [](const Request&) { return Response::nothing(); });
    CHECK(router.isSlow({Method::Post, "/slow?x=1", {}}));
    CHECK_FALSE(router.isSlow({Method::Get, "/slow", {}}));
    CHECK_FALSE(router.isSlow({Method::Post, "/a/slow", {}}));
}

TEST_CASE("an IPv6 network is one client, and an IPv4 address is one however it is written", "[server][router]") {
    CHECK(partyOf("192.0.2.1") == "192.0.2.1");
    CHECK(partyOf("::ffff:192.0.2.1") == "192.0.2.1");
    CHECK(partyOf("2001:db8:1:2:3:4:5:6") == partyOf("2001:db8:1:2::1"));
    CHECK(partyOf("2001:db8:1:2::1") != partyOf("2001:db8:1:3::1"));
    CHECK(partyOf("fe80::1%eth0") == partyOf("fe80::2"));
}

TEST_CASE("cookies and media types are read as written", "[server][router]") {
    Request request;
    request.head.fields = {{"cookie", "a=1; __Host-peil=x=y; b"}, {"content-type", "Application/JSON; charset=utf-8"}};
    CHECK(request.cookie("__Host-peil") == "x=y");
    CHECK(request.cookie("b").empty());
    CHECK(request.mediaType() == "application/json");
}
