// SPDX-License-Identifier: Apache-2.0
#include "server_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using repository::Role;
using repository::SessionKind;
using services::Asking;
using services::ServiceErrc;

namespace {
constexpr std::string_view kPassword = "correct horse battery";
const std::string kHere = "192.0.2.1";

void add(ServerFixture& fixture, Role role = Role::Researcher, const std::string& city = "") {
    need(fixture.users.put({"anna", role, city}, kPassword, "root"));
}

Result<services::Session> login(ServerFixture& fixture, const std::string& name, std::string_view password,
                                const std::string& party = kHere, std::string_view code = {}) {
    return fixture.auth.login({name, password, code}, party, SessionKind::Browser);
}

std::optional<services::Session> sessionOf(ServerFixture& fixture, std::string_view token, Asking asking,
                                           SessionKind kind = SessionKind::Browser) {
    return need(fixture.auth.session(token, kind, asking));
}

/// Gives anna a second factor. @return its secret.
Bytes addFactor(ServerFixture& fixture) {
    static_cast<void>(need(fixture.users.offerFactor("anna")));
    const auto secret = need(fixture.users.list()).at(0).offeredFactor;
    const auto before = services::codeStepAt(fixture.clock.now()) - 1;
    need(fixture.users.confirmFactor("anna", services::codeOf(secret, before), "anna"));
    return secret;
}

std::string codeNow(ServerFixture& fixture, const Bytes& secret) {
    return services::codeOf(secret, services::codeStepAt(fixture.clock.now()));
}
} // namespace

TEST_CASE("the wait before a login grows with each wrong attempt and ends with a right one", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    for (int i = 0; i < 3; ++i) {
        CHECK(login(fixture, "anna", "wrong password", kHere).error().code == ServiceErrc::LoginFailed);
        CHECK(fixture.auth.delay("anna", kHere).count() == 0);
    }
    CHECK(login(fixture, "anna", "wrong password", kHere).error().code == ServiceErrc::LoginFailed);
    CHECK(fixture.auth.delay("anna", kHere) == std::chrono::seconds{2});
    CHECK(login(fixture, "anna", kPassword, kHere).error().code == ServiceErrc::LoginDelayed);
    fixture.steadyNow += std::chrono::seconds{2};
    CHECK(login(fixture, "anna", "wrong password", kHere).error().code == ServiceErrc::LoginFailed);
    CHECK(fixture.auth.delay("anna", kHere) == std::chrono::seconds{4});
    CHECK(fixture.auth.delay("berta", kHere).count() == 0);
    fixture.steadyNow += std::chrono::seconds{4};
    CHECK(need(login(fixture, "anna", kPassword, kHere)).user == "anna");
    CHECK(fixture.auth.delay("anna", kHere).count() == 0);
}

TEST_CASE("a wall clock that is set back or forward changes no wait", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    for (int i = 0; i < 4; ++i)
        CHECK_FALSE(login(fixture, "anna", "wrong password", kHere));
    fixture.clock.advance(-std::chrono::hours{24});
    CHECK(fixture.auth.delay("anna", kHere) == std::chrono::seconds{2});
    fixture.clock.advance(std::chrono::hours{24 * 365});
    CHECK(fixture.auth.delay("anna", kHere) == std::chrono::seconds{2});
    fixture.steadyNow += std::chrono::seconds{2};
    CHECK(login(fixture, "anna", kPassword, kHere));
}

TEST_CASE("who guesses a name elsewhere does not keep its owner out", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    for (int i = 0; i < 20; ++i) {
        CHECK_FALSE(login(fixture, "anna", "wrong password", "192.0.2.9"));
        fixture.steadyNow += fixture.auth.delay("anna", "192.0.2.9");
    }
    CHECK_FALSE(login(fixture, "anna", "wrong password", "192.0.2.9"));
    CHECK(fixture.auth.delay("anna", "192.0.2.9") == std::chrono::seconds{300});
    CHECK(login(fixture, "anna", kPassword, kHere));
    CHECK(login(fixture, "anna", kPassword, "192.0.2.9").error().code == ServiceErrc::LoginDelayed);
}

TEST_CASE("a session ends after half an hour without use, and after eight hours in any case", "[server][auth]") {
    ServerFixture fixture;
    add(fixture, Role::CityCoordinator, "AMS");
    const auto session = need(login(fixture, "anna", kPassword, kHere));
    CHECK(session.token != session.csrfToken);
    for (int i = 0; i < 16; ++i) {
        REQUIRE(sessionOf(fixture, session.token, Asking::Person));
        fixture.clock.advance(std::chrono::minutes{29} + std::chrono::seconds{59});
    }
    CHECK(sessionOf(fixture, session.token, Asking::Person).value().cityCode == "AMS");
    fixture.clock.advance(std::chrono::minutes{10});
    CHECK_FALSE(sessionOf(fixture, session.token, Asking::Person));

    const auto idle = need(login(fixture, "anna", kPassword, kHere));
    fixture.clock.advance(std::chrono::minutes{30});
    CHECK_FALSE(sessionOf(fixture, idle.token, Asking::Person));
}

TEST_CASE("automatic refreshes of the page do not extend a session", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    const auto session = need(login(fixture, "anna", kPassword, kHere));
    fixture.clock.advance(std::chrono::minutes{20});
    REQUIRE(sessionOf(fixture, session.token, Asking::Page));
    fixture.clock.advance(std::chrono::minutes{10});
    CHECK_FALSE(sessionOf(fixture, session.token, Asking::Page));
    CHECK_FALSE(sessionOf(fixture, session.token, Asking::Person));
}

TEST_CASE("a new password ends the sessions of the old one", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    const auto session = need(login(fixture, "anna", kPassword, kHere));
    need(fixture.users.put({"anna", Role::Researcher, ""}, "marble-ferry-window-otter", "root"));
    CHECK_FALSE(sessionOf(fixture, session.token, Asking::Person));
    CHECK(login(fixture, "anna", kPassword, kHere).error().code == ServiceErrc::LoginFailed);
    CHECK(login(fixture, "nobody", kPassword, kHere).error().code == ServiceErrc::LoginFailed);
    CHECK_FALSE(sessionOf(fixture, "", Asking::Person));
}

TEST_CASE("a restart ends no session, and the store never holds its token", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    const auto session = need(login(fixture, "anna", kPassword));
    services::Auth again(*fixture.repository, fixture.clock, fixture.steadyClock, fixture.rng);
    CHECK(need(again.session(session.token, SessionKind::Browser, Asking::Person)).value().user == "anna");
    const auto rows = need(again.sessions());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].tokenHash == crypto::blake2b(bytesOf(session.token)));
    CHECK(rows[0].id != session.token);
    CHECK(rows[0].party == kHere);
}

TEST_CASE("a session of the page is none of the command line", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    const auto session = need(login(fixture, "anna", kPassword));
    CHECK_FALSE(sessionOf(fixture, session.token, Asking::Person, SessionKind::CommandLine));
    CHECK(sessionOf(fixture, session.token, Asking::Person));
    need(fixture.auth.logout(session.token));
    CHECK_FALSE(sessionOf(fixture, session.token, Asking::Person));
}

TEST_CASE("sessions are listed and ended by id", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    const auto first = need(login(fixture, "anna", kPassword)), second = need(login(fixture, "anna", kPassword));
    REQUIRE(need(fixture.auth.sessions()).size() == 2);
    need(fixture.auth.endSession(first.id, "root"));
    CHECK_FALSE(sessionOf(fixture, first.token, Asking::Person));
    CHECK(sessionOf(fixture, second.token, Asking::Person));
    CHECK(fixture.auth.endSession(first.id, "root").error().code == ServiceErrc::SessionUnknown);
    fixture.clock.advance(std::chrono::minutes{30});
    CHECK(need(fixture.auth.sessions()).empty());
}

TEST_CASE("one user has at most twenty sessions, and the oldest goes", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    const auto first = need(login(fixture, "anna", kPassword));
    for (int i = 0; i < repository::Records::kMostSessions; ++i)
        REQUIRE(login(fixture, "anna", kPassword));
    CHECK_FALSE(sessionOf(fixture, first.token, Asking::Person));
    CHECK(need(fixture.auth.sessions()).size() == repository::Records::kMostSessions);
}

TEST_CASE("a user with a second factor needs a code, and each code is good once", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    const auto secret = addFactor(fixture);
    CHECK(login(fixture, "anna", kPassword).error().code == ServiceErrc::CodeRequired);
    CHECK(login(fixture, "anna", "wrong password", kHere, codeNow(fixture, secret)).error().code ==
          ServiceErrc::LoginFailed);
    const auto code = codeNow(fixture, secret);
    CHECK(need(login(fixture, "anna", kPassword, kHere, code)).hasFactor);
    CHECK(login(fixture, "anna", kPassword, kHere, code).error().code == ServiceErrc::CodeWrong);
    fixture.clock.advance(std::chrono::seconds{30});
    CHECK(login(fixture, "anna", kPassword, kHere, codeNow(fixture, secret)));
    fixture.clock.advance(std::chrono::minutes{5});
    CHECK(login(fixture, "anna", kPassword, kHere, code).error().code == ServiceErrc::CodeWrong);
}

TEST_CASE("who knows a password cannot try codes without end, from wherever", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    const auto secret = addFactor(fixture);
    const auto right = codeNow(fixture, secret);
    const auto wrong = std::string(right == "000000" ? "000001" : "000000");
    for (int i = 0; i <= services::Auth::kFreeCodes; ++i)
        CHECK(login(fixture, "anna", kPassword, "192.0.2." + std::to_string(i), wrong).error().code ==
              ServiceErrc::CodeWrong);
    CHECK(login(fixture, "anna", kPassword, kHere, right).error().code == ServiceErrc::LoginDelayed);
    CHECK(fixture.auth.delay("anna", kHere) == std::chrono::seconds{2});
    fixture.steadyNow += std::chrono::seconds{2};
    CHECK(login(fixture, "anna", kPassword, kHere, right));
}

TEST_CASE("a locked user learns that only with the right password, and the user's sessions end", "[server][auth]") {
    ServerFixture fixture;
    add(fixture);
    const auto session = need(login(fixture, "anna", kPassword));
    need(fixture.users.act(services::UserAct::Lock, "anna", "root"));
    CHECK_FALSE(sessionOf(fixture, session.token, Asking::Person));
    CHECK(login(fixture, "anna", kPassword).error().code == ServiceErrc::UserLocked);
    CHECK(login(fixture, "anna", "wrong password").error().code == ServiceErrc::LoginFailed);
    need(fixture.users.act(services::UserAct::Unlock, "anna", "root"));
    CHECK(login(fixture, "anna", kPassword));
}
