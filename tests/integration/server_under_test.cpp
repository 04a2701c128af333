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

std::string addressIn(peil_test::ChildProcess& process, const std::string& name) {
    const auto line = process.readLine();
    if (!line || !line->starts_with(name + " https://")) FAIL("the server did not start: " << process.errors());
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

void ServerUnderTest::await(const std::vector<std::string>& words) {
    m_process.emplace(words);
    m_device = addressIn(*m_process, "device");
    m_dashboard = addressIn(*m_process, "dashboard");
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

Answer ServerUnderTest::admin(Call call) const {
    call.fields.push_back("Authorization: Bearer " + adminToken());
    return browser().send(call);
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
