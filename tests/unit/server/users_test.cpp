// SPDX-License-Identifier: Apache-2.0
#include "server_fixture.h"
#include "services/audit_log.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using repository::Role;
using services::ServiceErrc;
using services::UserAct;

namespace {

constexpr std::string_view kPassword = "correct horse battery";

struct People : ServerFixture {
    People() { need(users.makeFirstAdministrator("root", kPassword)); }

    ServiceErrc refusal(const Result<>& result) {
        REQUIRE_FALSE(result);
        return static_cast<ServiceErrc>(result.error().code.value());
    }
    /// Who did what to whom, in which role after it.
    std::vector<std::string> acts() {
        std::vector<std::string> list;
        for (const auto& act : need(services::readAudit(*repository, keys.receiptKey.publicKey)).acts) {
            const auto detail = boost::json::parse(act.detail).as_object();
            const auto text = [&](const char* name) {
                const auto* value = detail.if_contains(name);
                return value == nullptr ? std::string("-") : std::string(value->as_string());
            };
            list.push_back(act.by + ": " + act.what + " " + text("name") + " " + text("role") + " " + text("city"));
        }
        return list;
    }
    std::optional<repository::UserRow> row(const std::string& name) {
        for (const auto& user : need(users.list()))
            if (user.name == name) return user;
        return std::nullopt;
    }
};

} // namespace

TEST_CASE("an invalid user is refused", "[server][users]") {
    People f;
    const auto put = [&](const std::string& name, std::string_view password, Role role, const std::string& city) {
        return f.refusal(f.users.put({name, role, city}, password, "root"));
    };
    CHECK(put("", kPassword, Role::Researcher, "") == ServiceErrc::BadUser);
    CHECK(put("a\nb", kPassword, Role::Researcher, "") == ServiceErrc::BadUser);
    CHECK(put(std::string(65, 'a'), kPassword, Role::Researcher, "") == ServiceErrc::BadUser);
    CHECK(put("anna", kPassword, Role::CityCoordinator, "") == ServiceErrc::BadUser);
    CHECK(put("anna", kPassword, Role::Administrator, "AMS") == ServiceErrc::BadUser);
}

TEST_CASE("a password that is short or easy to guess is refused", "[server][users]") {
    People f;
    const std::vector<std::string> refused{
        "11 letters.",      "password1234",         "123456789012",           "a b c d e",
        "aaaaaaaaaaaaaaaa", "qwertyuiop12",         "annaannaanna",           "peilpeilpeil",
        "Amsterdam2026!",   std::string(1025, 'x'), "a a a a a a a a a a a a"};
    for (const auto& password : refused) {
        INFO(password);
        CHECK(f.refusal(f.users.put({"anna", Role::Researcher, ""}, password, "root")) == ServiceErrc::BadUser);
    }
    CHECK(f.users.put({"anna", Role::Researcher, ""}, "tide-gauge-by-the-lock", "root"));
}

TEST_CASE("the first administrator is made once, and then the token is off", "[server][users]") {
    People f;
    CHECK(f.refusal(f.users.makeFirstAdministrator("other", kPassword)) == ServiceErrc::TokenOff);
    CHECK(f.refusal(f.users.makeFirstAdministrator("other", "short")) == ServiceErrc::BadUser);
    CHECK(need(f.users.lockAdministrators()) == 1);
    need(f.users.makeFirstAdministrator("other", kPassword));
    CHECK(f.row("root")->lockedAt);
    CHECK_FALSE(f.row("other")->lockedAt);
    CHECK(need(f.users.lockAdministrators()) == 1);
}

TEST_CASE("the last administrator can be neither locked, removed nor given another role", "[server][users]") {
    People f;
    CHECK(f.refusal(f.users.act(UserAct::Lock, "root", "root")) == ServiceErrc::LastAdministrator);
    CHECK(f.refusal(f.users.act(UserAct::Remove, "root", "root")) == ServiceErrc::LastAdministrator);
    CHECK(f.refusal(f.users.put({"root", Role::Researcher, ""}, kPassword, "root")) == ServiceErrc::LastAdministrator);
    need(f.users.put({"second", Role::Administrator, ""}, kPassword, "root"));
    need(f.users.act(UserAct::Lock, "second", "root"));
    CHECK(f.refusal(f.users.act(UserAct::Lock, "root", "root")) == ServiceErrc::LastAdministrator);
    need(f.users.act(UserAct::Unlock, "second", "root"));
    need(f.users.act(UserAct::Remove, "root", "second"));
    CHECK_FALSE(f.row("root"));
}

TEST_CASE("every action on a user is in the audit with who did it", "[server][users]") {
    People f;
    need(f.users.put({"anna", Role::CityCoordinator, "AMS"}, kPassword, "root (administrator)"));
    need(f.users.put({"anna", Role::Researcher, ""}, kPassword, "root (administrator)"));
    static_cast<void>(need(f.users.offerFactor("anna")));
    const auto secret = f.row("anna")->offeredFactor;
    CHECK(f.refusal(f.users.confirmFactor("anna", "abc", "anna (researcher)")) == ServiceErrc::CodeWrong);
    CHECK(f.row("anna")->factor.empty());
    need(f.users.confirmFactor("anna", services::codeOf(secret, services::codeStepAt(f.clock.now())),
                               "anna (researcher)"));
    CHECK(f.row("anna")->factor == secret);
    CHECK(f.refusal(f.users.confirmFactor("anna", "000000", "anna")) == ServiceErrc::CodeWrong);
    need(f.users.act(UserAct::ResetFactor, "anna", "root (administrator)"));
    CHECK(f.row("anna")->factor.empty());
    need(f.users.act(UserAct::Lock, "anna", "root (administrator)"));
    need(f.users.act(UserAct::Unlock, "anna", "root (administrator)"));
    need(f.users.act(UserAct::Remove, "anna", "root (administrator)"));
    CHECK(f.acts() == std::vector<std::string>{"administration token: user_put root administrator ",
                                               "root (administrator): user_put anna city_coordinator AMS",
                                               "root (administrator): user_put anna researcher ",
                                               "anna (researcher): second_factor_on anna researcher ",
                                               "root (administrator): second_factor_reset anna researcher ",
                                               "root (administrator): user_locked anna researcher ",
                                               "root (administrator): user_unlocked anna researcher ",
                                               "root (administrator): user_removed anna researcher "});
    const auto first =
        boost::json::parse(need(services::readAudit(*f.repository, f.keys.receiptKey.publicKey)).acts.at(0).detail)
            .as_object();
    CHECK(std::string(first.at("password").as_string()) ==
          toHex(crypto::blake2b(bytesOf(f.row("root")->passwordHash))));
    CHECK(need(services::readAudit(*f.repository, f.keys.receiptKey.publicKey)).intact);
}

TEST_CASE("a user that is not there is an error", "[server][users]") {
    People f;
    CHECK(f.refusal(f.users.act(UserAct::Lock, "nobody", "root")) == ServiceErrc::UserUnknown);
    CHECK(f.users.offerFactor("nobody").error().code == ServiceErrc::UserUnknown);
    CHECK(f.refusal(f.users.confirmFactor("nobody", "000000", "root")) == ServiceErrc::UserUnknown);
    CHECK_FALSE(services::userActOf("promote"));
}

TEST_CASE("an API token gives the right of its role until it ends or is revoked", "[server][tokens]") {
    People f;
    const auto token = need(f.tokens.make({"ledger", Role::CityCoordinator, "AMS"}, std::chrono::days{30}, "root"));
    CHECK(token.size() == 5 + 64);
    const auto found = need(f.tokens.find(token));
    REQUIRE(found);
    CHECK(found->role == Role::CityCoordinator);
    CHECK(found->cityCode == "AMS");
    CHECK_FALSE(need(f.tokens.find(token + "0")));
    CHECK_FALSE(need(f.tokens.find("peil_")));
    CHECK(need(f.tokens.list()).at(0).hash == crypto::blake2b(bytesOf(token)));
    f.clock.advance(std::chrono::days{30} - std::chrono::milliseconds{1});
    CHECK(need(f.tokens.find(token)));
    f.clock.advance(std::chrono::milliseconds{1});
    CHECK_FALSE(need(f.tokens.find(token)));
    const auto other = need(f.tokens.make({"other", Role::Researcher, ""}, std::chrono::days{1}, "root"));
    need(f.tokens.revoke("other", "root"));
    CHECK_FALSE(need(f.tokens.find(other)));
    CHECK(f.tokens.revoke("nobody's", "root").error().code == ServiceErrc::TokenUnknown);
    CHECK(f.acts().back() == "root: token_revoked other researcher -");
}

TEST_CASE("an invalid API token is refused", "[server][tokens]") {
    People f;
    const auto make = [&](const std::string& name, Role role, const std::string& city, int days) {
        const auto made = f.tokens.make({name, role, city}, std::chrono::days{days}, "root");
        REQUIRE_FALSE(made);
        return made.error().code;
    };
    CHECK(make("", Role::Researcher, "", 1) == ServiceErrc::BadToken);
    CHECK(make("a b", Role::Researcher, "", 1) == ServiceErrc::BadToken);
    CHECK(make(std::string(65, 'a'), Role::Researcher, "", 1) == ServiceErrc::BadToken);
    CHECK(make("a", Role::Researcher, "AMS", 1) == ServiceErrc::BadToken);
    CHECK(make("a", Role::CityCoordinator, "", 1) == ServiceErrc::BadToken);
    CHECK(make("a", Role::Researcher, "", 0) == ServiceErrc::BadToken);
    CHECK(make("a", Role::Researcher, "", 367) == ServiceErrc::BadToken);
    REQUIRE(f.tokens.make({"a", Role::Researcher, ""}, std::chrono::days{366}, "root"));
    CHECK(make("a", Role::Researcher, "", 1) == ServiceErrc::BadToken);
}
