// SPDX-License-Identifier: Apache-2.0
// openapi.yaml names exactly the routes that the routers have.
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "server_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace server_test;

namespace {

/// "GET /v1/manifest" for each operation of the file: paths stand at two spaces, methods at four.
std::set<std::string> documented() {
    std::set<std::string> routes;
    std::string path;
    bool inPaths = false;
    const auto text = need(readTextFile(PEIL_SOURCE_DIR "/sync-server/api/openapi.yaml", 1'000'000));
    for (const auto line : split(text, '\n')) {
        if (!line.empty() && line.front() != ' ' && line.front() != '#') inPaths = line == "paths:";
        if (!inPaths || !line.ends_with(':')) continue;
        if (line.starts_with("  /")) path = line.substr(2, line.size() - 3);
        for (const auto* method : {"get", "post", "put", "delete"})
            if (line == std::string("    ") + method + ":") {
                std::string name(method);
                for (auto& c : name)
                    c = static_cast<char>(c - 'a' + 'A');
                routes.insert(name + " " + path);
            }
    }
    return routes;
}

} // namespace

TEST_CASE("the API description and the routers name the same routes", "[server][api]") {
    ServerFixture fixture;
    std::set<std::string> routed;
    for (const auto& router : {api::deviceRouter(fixture.context), api::dashboardRouter(fixture.context)})
        for (const auto& route : router.routes())
            routed.insert(std::string(idOf(route.method)) + " " + route.pattern);
    REQUIRE_FALSE(routed.empty());
    CHECK(documented() == routed);
}
