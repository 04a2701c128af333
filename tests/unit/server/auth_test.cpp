// SPDX-License-Identifier: Apache-2.0
#include "server_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using repository::Role;
using services::Asking;
using services::ServiceErrc;

namespace {
constexpr std::string_view kPassword = "correct horse battery";
const std::string kHere = "192.0.2.1";
} // namespace

TEST_CASE("the wait before a login grows with each wrong try and ends with a right one", "[server][auth]") {
    ServerFixture fixture;
    need(fixture.auth.putUser("anna", kPassword, Role::Researcher, ""));
    for (int i = 0; i < 3; ++i) {
        CHECK(fixture.auth.login("anna", "wrong password", kHere).error().code == ServiceErrc::LoginFailed);
        CHECK(fixture.auth.delay("anna", kHere).count() == 0);
    }
    CHECK(fixture.auth.login("anna", "wrong password", kHere).error().code == ServiceErrc::LoginFailed);
    CHECK(fixture.auth.delay("anna", kHere) == std::chrono::seconds{2});
    CHECK(fixture.auth.login("anna", kPassword, kHere).error().code == ServiceErrc::LoginDelayed);
    fixture.steadyNow += std::chrono::seconds{2};
    CHECK(fixture.auth.login("anna", "wrong password", kHere).error().code == ServiceErrc::LoginFailed);
    CHECK(fixture.auth.delay("anna", kHere) == std::chrono::seconds{4});
    CHECK(fixture.auth.delay("berta", kHere).count() == 0);
    fixture.steadyNow += std::chrono::seconds{4};
    CHECK(need(fixture.auth.login("anna", kPassword, kHere)).user == "anna");
    CHECK(fixture.auth.delay("anna", kHere).count() == 0);
}

TEST_CASE("a wall clock that is set back or forward changes no wait", "[server][auth]") {
    ServerFixture fixture;
    need(fixture.auth.putUser("anna", kPassword, Role::Researcher, ""));
    for (int i = 0; i < 4; ++i)
        CHECK_FALSE(fixture.auth.login("anna", "wrong password", kHere));
    fixture.clock.advance(-std::chrono::hours{24});
    CHECK(fixture.auth.delay("anna", kHere) == std::chrono::seconds{2});
    fixture.clock.advance(std::chrono::hours{24 * 365});
    CHECK(fixture.auth.delay("anna", kHere) == std::chrono::seconds{2});
    fixture.steadyNow += std::chrono::seconds{2};
    CHECK(fixture.auth.login("anna", kPassword, kHere));
}

TEST_CASE("who guesses a name elsewhere does not keep its owner out", "[server][auth]") {
    ServerFixture fixture;
    need(fixture.auth.putUser("anna", kPassword, Role::Researcher, ""));
    for (int i = 0; i < 20; ++i) {
        CHECK_FALSE(fixture.auth.login("anna", "wrong password", "192.0.2.9"));
        fixture.steadyNow += fixture.auth.delay("anna", "192.0.2.9");
    }
    CHECK_FALSE(fixture.auth.login("anna", "wrong password", "192.0.2.9"));
    CHECK(fixture.auth.delay("anna", "192.0.2.9") == std::chrono::seconds{300});
    CHECK(fixture.auth.login("anna", kPassword, kHere));
    CHECK(fixture.auth.login("anna", kPassword, "192.0.2.9").error().code == ServiceErrc::LoginDelayed);
}

TEST_CASE("a session ends after half an hour without use, and after eight hours in any case", "[server][auth]") {
    ServerFixture fixture;
    need(fixture.auth.putUser("anna", kPassword, Role::CityCoordinator, "AMS"));
    const auto session = need(fixture.auth.login("anna", kPassword, kHere));
    CHECK(session.token != session.csrfToken);
    for (int i = 0; i < 16; ++i) {
        REQUIRE(fixture.auth.session(session.token, Asking::Person));
        fixture.clock.advance(std::chrono::minutes{29} + std::chrono::seconds{59});
    }
    CHECK(fixture.auth.session(session.token, Asking::Person).value().cityCode == "AMS");
    fixture.clock.advance(std::chrono::minutes{10});
    CHECK_FALSE(fixture.auth.session(session.token, Asking::Person));

    const auto idle = need(fixture.auth.login("anna", kPassword, kHere));
    fixture.clock.advance(std::chrono::minutes{30});
    CHECK_FALSE(fixture.auth.session(idle.token, Asking::Person));
}

TEST_CASE("what the page asks by itself does not keep a session", "[server][auth]") {
    ServerFixture fixture;
    need(fixture.auth.putUser("anna", kPassword, Role::Researcher, ""));
    const auto session = need(fixture.auth.login("anna", kPassword, kHere));
    fixture.clock.advance(std::chrono::minutes{20});
    REQUIRE(fixture.auth.session(session.token, Asking::Page));
    fixture.clock.advance(std::chrono::minutes{10});
    CHECK_FALSE(fixture.auth.session(session.token, Asking::Page));
    CHECK_FALSE(fixture.auth.session(session.token, Asking::Person));
}

TEST_CASE("a new password ends the sessions of the old one", "[server][auth]") {
    ServerFixture fixture;
    need(fixture.auth.putUser("anna", kPassword, Role::Researcher, ""));
    const auto session = need(fixture.auth.login("anna", kPassword, kHere));
    need(fixture.auth.putUser("anna", "another long password", Role::Researcher, ""));
    CHECK_FALSE(fixture.auth.session(session.token, Asking::Person));
    CHECK(fixture.auth.login("anna", kPassword, kHere).error().code == ServiceErrc::LoginFailed);
    CHECK(fixture.auth.login("nobody", kPassword, kHere).error().code == ServiceErrc::LoginFailed);
    CHECK_FALSE(fixture.auth.session("", Asking::Person));
}

TEST_CASE("a user that cannot be is refused", "[server][auth]") {
    ServerFixture fixture;
    const auto code = [&](const std::string& name, std::string_view password, Role role, const std::string& city) {
        return fixture.auth.putUser(name, password, role, city).error().code;
    };
    CHECK(code("", kPassword, Role::Researcher, "") == ServiceErrc::BadUser);
    CHECK(code("a\nb", kPassword, Role::Researcher, "") == ServiceErrc::BadUser);
    CHECK(code(std::string(65, 'a'), kPassword, Role::Researcher, "") == ServiceErrc::BadUser);
    CHECK(code("anna", "11 letters.", Role::Researcher, "") == ServiceErrc::BadUser);
    CHECK(code("anna", kPassword, Role::CityCoordinator, "") == ServiceErrc::BadUser);
    CHECK(code("anna", kPassword, Role::Administrator, "AMS") == ServiceErrc::BadUser);
}
