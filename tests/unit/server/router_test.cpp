// SPDX-License-Identifier: Apache-2.0
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

TEST_CASE("cookies and media types are read as written", "[server][router]") {
    Request request;
    request.head.fields = {{"cookie", "a=1; __Host-peil=x=y; b"}, {"content-type", "Application/JSON; charset=utf-8"}};
    CHECK(request.cookie("__Host-peil") == "x=y");
    CHECK(request.cookie("b").empty());
    CHECK(request.mediaType() == "application/json");
}
