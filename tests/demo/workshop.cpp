// SPDX-License-Identifier: Apache-2.0
#include "workshop.h"

#include "peil/base/file.h"
#include "peil/base/text.h"

#include <csignal>

namespace demo {
namespace {

namespace fs = std::filesystem;
using namespace peil;

// The demo's stores hold made-up answers only; its passphrases are no secret.
constexpr std::string_view kPassphrase = "gulls above the harbour sing\n";
constexpr std::string_view kPassword = "tide-gauge-by-the-lock\n";

std::string lastLine(const std::string& text) {
    const auto trimmed = trim(text);
    const auto end = trimmed.rfind('\n');
    return std::string(end == std::string_view::npos ? trimmed : trimmed.substr(end + 1));
}

} // namespace

tl::unexpected<Error> failure(std::string sentence) {
    return fail(std::make_error_code(std::errc::protocol_error), std::move(sentence));
}

Result<boost::json::object> parseObject(std::string_view text) {
    boost::json::error_code status;
    auto value = boost::json::parse({text.data(), text.size()}, status);
    if (status || !value.is_object()) return failure("A program did not print the JSON that was asked for.");
    return std::move(value.as_object());
}

Places::Places(const fs::path& work)
    : passphrase(work / "passphrase.txt")
    , password(work / "password.txt")
    , signingKey(work / "keys" / "signing.key")
    , sealingKey(work / "keys" / "researchers.key")
    , pack(work / "opaak.pack")
    , server(work / "server")
    , tablets(work / "tablets")
    , answers(work / "answers")
    , exports(work / "export")
    , release(work / "release")
    , estimate(work / "estimate.json")
    , reports(work / "report")
    , sessions(work / "sessions") {}

Workshop::Workshop(Options options)
    : m_options(std::move(options))
    , m_places(m_options.work) {}

Result<> Workshop::prepare() {
    std::error_code status;
    fs::remove_all(m_options.work, status);
    fs::create_directories(m_options.work / "keys", status);
    fs::create_directories(m_places.tablets, status);
    if (status) return failure("\"" + m_options.work.string() + "\" cannot be made: " + status.message() + ".");
    PEIL_CHECK(writeFileDurably(m_places.passphrase, bytesOf(kPassphrase), FileMode::Private));
    return writeFileDurably(m_places.password, bytesOf(kPassword), FileMode::Private);
}

std::vector<std::string> Workshop::command(const std::string& program, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), (m_options.bin / program).string());
    return arguments;
}

Result<std::string> Workshop::run(const std::string& program, std::vector<std::string> arguments) const {
    auto ended = peil_test::runProgram(command(program, std::move(arguments)));
    if (ended.status == 0) return std::move(ended.output);
    return failure(program + " ended with exit code " + std::to_string(ended.status) + ": " +
                   lastLine(ended.errors.empty() ? ended.output : ended.errors));
}

/// Each role sits at a machine of its own: the folder of its session is not that of the others.
Result<std::string> Workshop::as(const std::string& role, std::vector<std::string> arguments) const {
    // A relative path would be passed over, as the specification of XDG_STATE_HOME asks.
    std::vector<std::string> words{"XDG_STATE_HOME=" + fs::absolute(m_places.sessions / role).string(),
                                   (m_options.bin / "peil").string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    words.insert(words.end(), {"--server", "https://" + m_dashboard, "--store", m_places.server.string()});
    words.insert(words.begin(), "env");
    auto ended = peil_test::runProgram(words);
    if (ended.status == 0) return std::move(ended.output);
    return failure("peil " + arguments.front() + " ended with exit code " + std::to_string(ended.status) + ": " +
                   lastLine(ended.errors.empty() ? ended.output : ended.errors));
}

Result<> Workshop::logIn(const std::string& role) const {
    PEIL_CHECK(as(role, {"login", role, "--password-file", m_places.password.string()}));
    return {};
}

Result<> Workshop::makePeople() const {
    const std::string first = "administrator";
    PEIL_CHECK(
        as(first, {"user", "add", first, "--role", first, "--first", "--password-file", m_places.password.string()}));
    PEIL_CHECK(logIn(first));
    for (const std::string role : {"national_coordinator", "researcher"}) {
        PEIL_CHECK(as(first, {"user", "add", role, "--role", role, "--password-file", m_places.password.string()}));
        PEIL_CHECK(logIn(role));
    }
    return {};
}

Result<> Workshop::startServer() {
    m_server.emplace(command("peil-server", {"serve", "--store", m_places.server.string(), "--listen", m_device,
                                             "--dashboard", m_dashboard}));
    for (const auto& [word, address] :
         {std::pair{"device https://", &m_device}, std::pair{"dashboard https://", &m_dashboard}}) {
        const auto line = m_server->readLine();
        if (!line || !line->starts_with(word))
            return failure("peil-server did not start: " + lastLine(m_server->errors()));
        *address = line->substr(std::string_view(word).size());
    }
    return {};
}

void Workshop::killServer() {
    m_server->signal(SIGKILL);
    m_server->wait();
    m_server.reset();
}

void Workshop::stopServer() {
    if (!m_server) return;
    m_server->signal(SIGTERM);
    m_server->finish();
    m_server.reset();
}

Result<> Workshop::enrolTablet(const std::string& cityCode, const std::string& name) const {
    PEIL_TRY(const auto code, as("national_coordinator", {"device", "enrol", "--city", cityCode}));
    PEIL_CHECK(run("peil-tablet", {"--store", tablet(name).string(), "--passphrase-file", m_places.passphrase.string(),
                                   "--enrol", std::string(trim(code))}));
    return {};
}

} // namespace demo
