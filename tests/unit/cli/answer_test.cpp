// SPDX-License-Identifier: Apache-2.0
#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/base/error.h"
#include "peil/crypto/error.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("an answer of the server is a value, a refusal with its own words, or a failure", "[cli]") {
    const auto judge = [](long status, const char* body) {
        return cli::judgeAnswer(status, body, "https://server", "/admin/x");
    };
    const auto done = judge(200, R"({"rows":3})");
    REQUIRE(done.has_value());
    CHECK(cli::numberOf(*done, "rows") == 3);
    CHECK(judge(204, "").has_value());

    const auto refused = judge(409, R"({"error":{"id":"no_study","message":"Publish a study first."}})");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == cli::CliErrc::ServerRefused);
    CHECK_THAT(refused.error().context, ContainsSubstring("Publish a study first."));
    CHECK_THAT(judge(409, R"({"error":{"id":"no_study"}})").error().context, ContainsSubstring("no_study"));
    CHECK_THAT(judge(404, "<html>").error().context, ContainsSubstring("404"));
    CHECK_THAT(judge(401, "").error().context, ContainsSubstring("peil login"));

    for (const auto& failed : {judge(500, ""), judge(503, "{}"), judge(302, ""), judge(200, "{")}) {
        REQUIRE_FALSE(failed.has_value());
        CHECK(failed.error().code == cli::CliErrc::ServerFailed);
    }
}

TEST_CASE("the exit code distinguishes the user's errors from bugs", "[cli]") {
    CHECK(cli::exitCodeOf({make_error_code(BaseErrc::DiskFull), ""}) == 3);
    CHECK(cli::exitCodeOf({make_error_code(BaseErrc::FileUnwritable), ""}) == 3);
    CHECK(cli::exitCodeOf({make_error_code(cli::CliErrc::ServerFailed), ""}) == 3);
    CHECK(cli::exitCodeOf({make_error_code(crypto::CryptoErrc::OutOfMemory), ""}) == 3);
    CHECK(cli::exitCodeOf({make_error_code(cli::CliErrc::ServerRefused), ""}) == 1);
    CHECK(cli::exitCodeOf({make_error_code(crypto::CryptoErrc::WrongPassphrase), ""}) == 1);
}
