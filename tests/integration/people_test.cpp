// SPDX-License-Identifier: Apache-2.0
// Real programs: who may do what at a command line, from the first administrator on.
#include "peil/base/file.h"
#include "peil_test/result.h"
#include "server_under_test.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <chrono>
#include <liboath/oath.h>

using namespace integration;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPassword = "gravel-lantern-otter-nine";

/// A server, and machines from which people call `peil`.
struct Office {
    ServerUnderTest server;
    peil_test::TemporaryFolder folder;
    fs::path password = folder.path() / "password";

    Office() { need(peil::writeFileDurably(password, peil::bytesOf(kPassword), peil::FileMode::Private)); }

    [[nodiscard]] fs::path state(const std::string& machine) const { return folder.path() / machine; }
    /// The session's file of a machine that is logged in.
    [[nodiscard]] fs::path session(const std::string& machine) const {
        for (const auto& entry : fs::directory_iterator(state(machine) / "peil"))
            return entry.path();
        return {};
    }
    [[nodiscard]] peil_test::ProgramRun peil(const std::string& machine, std::vector<std::string> words,
                                             const std::vector<std::string>& variables = {}) const {
        words.insert(words.begin(), PEIL_BIN_DIR "/peil");
        words.insert(words.begin(), "XDG_STATE_HOME=" + state(machine).string());
        words.insert(words.begin(), variables.begin(), variables.end());
        words.insert(words.begin(), "env");
        words.insert(words.end(), {"--server", server.dashboardAddress(), "--store", server.data().string()});
        return peil_test::runProgram(words);
    }
    [[nodiscard]] peil_test::ProgramRun addUser(const std::string& machine, const std::string& name,
                                                const std::string& role,
                                                const std::vector<std::string>& further = {}) const {
        std::vector<std::string> words{"user", "add", name, "--role", role, "--password-file", password.string()};
        words.insert(words.end(), further.begin(), further.end());
        return peil(machine, words);
    }
    [[nodiscard]] peil_test::ProgramRun logIn(const std::string& name,
                                              const std::vector<std::string>& further = {}) const {
        std::vector<std::string> words{"login", name, "--password-file", password.string()};
        words.insert(words.end(), further.begin(), further.end());
        return peil(name, words);
    }
    /// The first administrator, "root", who is logged in.
    void begin() const {
        REQUIRE(addUser("root", "root", "administrator", {"--first"}).status == 0);
        REQUIRE(logIn("root").status == 0);
    }
};

/// The code of the step that is `ahead` of the present one.
std::string codeOf(const std::string& secret, int ahead) {
    char* bytes = nullptr;
    std::size_t length = 0;
    REQUIRE(oath_base32_decode(secret.data(), secret.size(), &bytes, &length) == OATH_OK);
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()) + 30 * ahead;
    char code[7] = {};
    REQUIRE(oath_totp_generate(bytes, length, now, OATH_TOTP_DEFAULT_TIME_STEP_SIZE, OATH_TOTP_DEFAULT_START_TIME, 6,
                               code) == OATH_OK);
    std::free(bytes);
    return code;
}

} // namespace

TEST_CASE("the administration token makes one administrator and is then off", "[integration][people]") {
    const Office office;
    CHECK(office.addUser("x", "anna", "researcher", {"--first"}).status == 1);
    const auto weak = office.folder.path() / "weak";
    need(peil::writeFileDurably(weak, peil::bytesOf("password1234"), peil::FileMode::Private));
    const auto refused = office.peil(
        "x", {"user", "add", "root", "--role", "administrator", "--first", "--password-file", weak.string()});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, ContainsSubstring("easy to guess"));
    office.begin();
    const auto again = office.addUser("x", "second", "administrator", {"--first"});
    CHECK(again.status == 1);
    CHECK_THAT(again.errors, ContainsSubstring("is disabled"));
    auto client = office.server.browser();
    for (const auto* path : {"/admin/devices", "/admin/users", "/admin/envelopes", "/admin/audit"})
        CHECK(
            client.send({.path = path, .fields = {"Authorization: Bearer " + office.server.adminToken()}}).refusal() ==
            "token_required");
}

TEST_CASE("whoever logs in does what the role may, until the session ends", "[integration][people]") {
    Office office;
    office.begin();
    for (const auto* role : {"national_coordinator", "researcher", "data_protection_officer"})
        REQUIRE(office.addUser("root", role, role).status == 0);
    const auto before = office.peil("researcher", {"quotas"});
    CHECK(before.status == 1);
    CHECK_THAT(before.errors, ContainsSubstring("peil login"));
    REQUIRE(office.logIn("researcher").status == 0);
    CHECK((fs::status(office.session("researcher")).permissions() & fs::perms::mask) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(office.peil("researcher", {"ledger"}).status == 0);
    const auto denied = office.peil("researcher", {"user", "list"});
    CHECK(denied.status == 1);
    CHECK_THAT(denied.errors, ContainsSubstring("role"));

    const auto people = office.peil("root", {"session", "list", "--json"});
    CHECK_THAT(people.output, ContainsSubstring("researcher") && ContainsSubstring("command_line"));

    REQUIRE(office.peil("root", {"user", "lock", "researcher"}).status == 0);
    CHECK(office.peil("researcher", {"ledger"}).status == 1);
    CHECK_THAT(office.logIn("researcher").errors, ContainsSubstring("account is locked"));
    REQUIRE(office.peil("root", {"user", "unlock", "researcher"}).status == 0);
    REQUIRE(office.logIn("researcher").status == 0);
    REQUIRE(office.peil("researcher", {"logout"}).status == 0);
    CHECK_THAT(office.peil("researcher", {"ledger"}).errors, ContainsSubstring("peil login"));
    REQUIRE(office.peil("root", {"user", "remove", "researcher"}).status == 0);
    CHECK(office.logIn("researcher").status == 1);
    CHECK(office.peil("root", {"user", "remove", "root"}).status == 1);

    REQUIRE(office.logIn("data_protection_officer").status == 0);
    const auto audit = office.peil("data_protection_officer", {"audit"});
    CHECK(audit.status == 0);
    for (const auto* what : {"administration token", "user_put", "user_locked", "user_unlocked", "user_removed"})
        CHECK_THAT(audit.output, ContainsSubstring(what) && ContainsSubstring("root (administrator)"));

    REQUIRE(office.server.stop() == 0);
    const auto token = need(peil::readTextFile(office.session("root"), 4096)).substr(0, 64);
    office.server.start(); // a restart ends no session; the port is another one
    CHECK(office.server.browser().send({.path = "/admin/users", .fields = {"Authorization: Bearer " + token}}).status ==
          200);
}

TEST_CASE("a session that others on the machine can read is not used", "[integration][people]") {
    const Office office;
    office.begin();
    fs::permissions(office.session("root"), fs::perms::others_read, fs::perm_options::add);
    const auto refused = office.peil("root", {"user", "list"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, ContainsSubstring("can read the session"));
    REQUIRE(office.peil("root", {"logout"}).status == 0);
    REQUIRE(office.logIn("root").status == 0);
    CHECK(office.peil("root", {"user", "list"}).status == 0);
}

TEST_CASE("a user with a second factor logs in with its code, and an administrator takes a lost one away",
          "[integration][people]") {
    const Office office;
    office.begin();
    REQUIRE(office.addUser("root", "anna", "researcher").status == 0);
    REQUIRE(office.logIn("anna").status == 0);
    auto client = office.server.browser();
    const auto post = [&](const std::string& path, const boost::json::object& body) {
        const auto token = need(peil::readTextFile(office.session("anna"), 4096));
        return client.send({.method = "POST",
                            .path = path,
                            .body = boost::json::serialize(body),
                            .type = "application/json",
                            .fields = {"Authorization: Bearer " + token.substr(0, 64)}});
    };
    const auto offer = post("/admin/second-factor", {});
    REQUIRE(offer.status == 200);
    const std::string secret(offer.json().at("secret").as_string());
    CHECK(post("/admin/second-factor/confirm", {{"code", "abcdef"}}).refusal() == "code_wrong");
    REQUIRE(post("/admin/second-factor/confirm", {{"code", codeOf(secret, 0)}}).status == 204);

    CHECK_THAT(office.logIn("anna").errors, ContainsSubstring("--code-file"));
    const auto file = office.folder.path() / "code";
    need(peil::writeFileDurably(file, peil::bytesOf(codeOf(secret, 1))));
    CHECK(office.logIn("anna", {"--code-file", file.string()}).status == 0);
    CHECK(office.logIn("anna", {"--code-file", file.string()}).status == 1); // each code is good once
    CHECK_THAT(office.peil("root", {"user", "list"}).output, ContainsSubstring("second factor"));
    REQUIRE(office.peil("root", {"user", "reset", "anna"}).status == 0);
    CHECK(office.peil("anna", {"ledger"}).status == 1); // the session went with it
    CHECK(office.logIn("anna").status == 0);
}

TEST_CASE("a script's token does what its role may, until it is revoked", "[integration][people]") {
    const Office office;
    office.begin();
    const auto made = office.peil("root", {"token", "add", "nightly", "--role", "researcher", "--days", "30"});
    REQUIRE(made.status == 0);
    CHECK(made.output.starts_with("peil_"));
    const auto file = office.folder.path() / "token";
    need(peil::writeFileDurably(file, peil::bytesOf(made.output), peil::FileMode::Private));
    CHECK(office.peil("script", {"ledger", "--token-file", file.string()}).status == 0);
    CHECK(office.peil("script", {"ledger"}, {"PEIL_TOKEN_FILE=" + file.string()}).status == 0);
    CHECK(office.peil("script", {"ledger"}, {"PEIL_TOKEN=" + made.output.substr(0, 69)}).status == 0);
    CHECK(office.peil("script", {"token", "list", "--token-file", file.string()}).status == 1);
    CHECK(office.peil("root", {"token", "add", "other", "--role", "researcher", "--days", "367"}).status == 1);
    CHECK_THAT(office.peil("root", {"token", "list"}).output, ContainsSubstring("nightly"));
    REQUIRE(office.peil("root", {"token", "revoke", "nightly"}).status == 0);
    CHECK(office.peil("script", {"ledger", "--token-file", file.string()}).status == 1);
    CHECK(office.peil("root", {"token", "revoke", "nobody"}).status == 1);
}

TEST_CASE("with the server's disk, a new administrator can be made when the old ones are lost",
          "[integration][people]") {
    Office office;
    office.begin();
    const auto reset = [&] {
        return peil_test::runProgram({serverProgram(), "reset-admin", "--store", office.server.data().string()});
    };
    CHECK(reset().status == 1); // the server runs
    const auto before = office.server.adminToken();
    REQUIRE(office.server.stop() == 0);
    const auto done = reset();
    INFO(done.errors);
    CHECK(done.status == 0);
    CHECK_THAT(done.output, ContainsSubstring("Administrators locked: 1."));
    CHECK(office.server.adminToken() != before);
    office.server.start();
    CHECK_THAT(office.logIn("root").errors, ContainsSubstring("account is locked"));
    CHECK(office.addUser("x", "second", "administrator", {"--first"}).status == 0);
    CHECK(office.logIn("second").status == 0);
}
