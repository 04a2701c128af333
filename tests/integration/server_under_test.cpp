// SPDX-License-Identifier: Apache-2.0
#include "server_under_test.h"

#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

namespace integration {

using peil_test::need;

namespace {

/// @return nothing when the server did not start.
std::optional<std::string> addressIn(peil_test::ChildProcess& process, const std::string& name) {
    const auto line = process.readLine();
    if (!line || !line->starts_with(name + " https://")) return std::nullopt;
    return line->substr(name.size() + 1);
}

} // namespace

std::string serverProgram() {
    return PEIL_BIN_DIR "/peil-server";
}

std::vector<std::string> ServerUnderTest::command(const std::vector<std::string>& further, const std::string& device,
                                                  const std::string& dashboard) const {
    std::vector<std::string> words{serverProgram(), "serve", "--store",     m_data.string(),
                                   "--listen",      device,  "--dashboard", dashboard};
    words.insert(words.end(), further.begin(), further.end());
    return words;
}

void ServerUnderTest::start(const std::vector<std::string>& further) {
    await(command(further));
}

void ServerUnderTest::startAgain(const std::vector<std::string>& further) {
    constexpr std::string_view kScheme = "https://";
    await(command(further, m_device.substr(kScheme.size()), m_dashboard.substr(kScheme.size())));
}

void ServerUnderTest::startOnSmallDisk(std::size_t bytes) {
    // 512 bytes is what sh counts in.
    std::vector<std::string> words{"sh", "-c", "ulimit -f " + std::to_string(bytes / 512) + "; exec \"$@\"", "sh"};
    const auto server = command({});
    words.insert(words.end(), server.begin(), server.end());
    await(words);
}

bool ServerUnderTest::begin(const std::vector<std::string>& words) {
    m_process.emplace(words);
    const auto device = addressIn(*m_process, "device");
    const auto dashboard = device ? addressIn(*m_process, "dashboard") : std::nullopt;
    if (!dashboard) return false;
    m_device = *device;
    m_dashboard = *dashboard;
    return true;
}

void ServerUnderTest::await(const std::vector<std::string>& words) {
    if (!begin(words)) FAIL("the server did not start: " << m_process->errors());
}

std::optional<peil_test::ProgramRun> ServerUnderTest::tryToStart() {
    if (begin(command({}))) return std::nullopt;
    peil_test::ProgramRun run;
    run.status = m_process->finish(&run.output);
    run.errors = m_process->errors();
    m_process.reset();
    return run;
}

void ServerUnderTest::kill() {
    m_process->signal(SIGKILL);
    m_process->wait();
    m_process.reset();
}

int ServerUnderTest::stop() {
    m_process->signal(SIGTERM);
    const auto status = m_process->finish();
    m_process.reset();
    return status;
}

peil_test::ProgramRun ServerUnderTest::runToEnd(const std::vector<std::string>& further) const {
    return peil_test::runProgram(command(further));
}

std::string ServerUnderTest::authorityPem() const {
    return need(peil::readTextFile(m_data / "keys/authority.crt", 65536));
}

std::string ServerUnderTest::adminToken() const {
    return std::string(peil::trim(need(peil::readTextFile(m_data / "admin.token", 1024))));
}

std::string ServerUnderTest::roleFor(std::string_view path) {
    for (const auto* start : {"/admin/users", "/admin/sessions", "/admin/tokens"})
        if (path.starts_with(start)) return "administrator";
    for (const auto* start : {"/admin/envelopes", "/admin/exports", "/admin/packs", "/admin/release", "/admin/recalls"})
        if (path.starts_with(start)) return "researcher";
    for (const auto* start : {"/admin/withdrawals", "/admin/audit"})
        if (path.starts_with(start)) return "data_protection_officer";
    return "national_coordinator";
}

/// The first administrator, who logs in and makes a token for each role.
std::string ServerUnderTest::tokenOf(const std::string& role) const {
    if (const auto found = m_tokens.find(role); found != m_tokens.end()) return found->second;
    auto client = browser();
    const auto post = [&](const std::string& path, const std::string& bearer, const boost::json::object& body) {
        return client.send({.method = "POST",
                            .path = path,
                            .body = boost::json::serialize(body),
                            .type = "application/json",
                            .fields = {"Authorization: Bearer " + bearer}});
    };
    const boost::json::object root{{"name", "root"}, {"password", "gravel-lantern-otter-nine"}};
    const auto made = post("/admin/first-administrator", adminToken(), root);
    INFO(made.body << made.failure);
    REQUIRE((made.status == 201 || made.refusal() == "token_off"));
    const auto login = post("/admin/login", "", root);
    INFO(login.body);
    REQUIRE(login.status == 200);
    const std::string session(login.json().at("token").as_string());
    for (const auto* each : {"administrator", "national_coordinator", "researcher", "data_protection_officer"}) {
        // A store that was put back may know the names that were given before.
        const auto name = std::string(each) + "-" + session.substr(0, 12);
        const auto token = post("/admin/tokens", session, {{"name", name}, {"role", each}, {"days", 1}});
        INFO(token.body);
        REQUIRE(token.status == 201);
        m_tokens[each] = std::string(token.json().at("token").as_string());
    }
    return m_tokens.at(role);
}

std::filesystem::path ServerUnderTest::tokenFileOf(const std::string& role) const {
    const auto file = m_folder.path() / ("token-" + role);
    need(peil::writeFileDurably(file, peil::bytesOf(tokenOf(role) + "\n"), peil::FileMode::Private));
    return file;
}

Answer ServerUnderTest::as(const std::string& role, Call call) const {
    call.fields.push_back("Authorization: Bearer " + tokenOf(role));
    auto answer = browser().send(call);
    if (answer.refusal() != "token_required") return answer;
    m_tokens.clear(); // the store was put back to before they were made
    call.fields.back() = "Authorization: Bearer " + tokenOf(role);
    return browser().send(call);
}

Answer ServerUnderTest::admin(Call call) const {
    const auto role = roleFor(call.path);
    return as(role, std::move(call));
}

void ServerUnderTest::publish(const TestStudy& study) const {
    const auto answer = admin({.method = "POST",
                               .path = "/admin/pack",
                               .body = std::string(peil::textOf(study.pack)),
                               .type = "application/octet-stream",
                               .fields = {"X-Peil-Signer: " + peil::toHex(study.signer.publicKey)}});
    INFO(answer.body << answer.failure);
    REQUIRE(answer.status == 200);
    REQUIRE(answer.json().at("hash").as_string() == study.packHash);
}

std::string ServerUnderTest::invite(const std::string& city) const {
    const auto answer = admin({.method = "POST",
                               .path = "/admin/devices",
                               .body = boost::json::serialize(boost::json::object{{"city", city}}),
                               .type = "application/json",
                               .fields = {}});
    INFO(answer.body << answer.failure);
    REQUIRE(answer.status == 201);
    return std::string(answer.json().at("code").as_string());
}

TestTablet ServerUnderTest::enrolled(const TestStudy& study, const std::string& city, std::uint64_t seed) const {
    TestTablet tablet(study, seed);
    auto client = anyone();
    const auto answer = tablet.enrol(client, invite(city));
    INFO(answer.body << answer.failure);
    REQUIRE(answer.status == 200);
    return tablet;
}

} // namespace integration
