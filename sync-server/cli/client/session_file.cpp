// SPDX-License-Identifier: Apache-2.0
#include "session_file.h"

#include "peil/base/file.h"
#include "peil/base/text.h"

#include <cstdlib>

namespace peil::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxToken = 4096;

std::string environment(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): before any thread
    return value == nullptr ? std::string() : std::string(value);
}

/// Empty if the machine has no place for it.
fs::path stateFolder() {
    const auto state = environment("XDG_STATE_HOME");
    if (fs::path(state).is_absolute()) return fs::path(state) / "peil";
    const auto home = environment("HOME");
    return home.empty() ? fs::path() : fs::path(home) / ".local" / "state" / "peil";
}

fs::path sessionFile(const std::string& url) {
    return stateFolder() / ("session-" + percentEncoded(url));
}

Result<std::string> firstLine(const fs::path& file) {
    PEIL_TRY(const auto text, readTextFile(file, kMaxToken));
    auto line = std::string(trim(std::string_view(text).substr(0, text.find('\n'))));
    if (line.empty()) return fail(CliErrc::BadInput, "The file " + file.string() + " has no token on its first line.");
    return line;
}

} // namespace

Result<std::string> serverUrl(const std::string& text) {
    if (!text.starts_with("https://"))
        return fail(CliErrc::BadInput, "--server must begin with https://, not \"" + text +
                                           "\"; peil-server prints its address when it starts.");
    return text.substr(0, text.find_last_not_of('/') + 1);
}

Result<std::string> tokenFor(const ServerPlace& place) {
    if (!place.tokenFile.empty()) return firstLine(place.tokenFile);
    if (const auto file = environment("PEIL_TOKEN_FILE"); !file.empty()) return firstLine(file);
    if (auto token = environment("PEIL_TOKEN"); !token.empty()) return token;
    PEIL_TRY(const auto url, serverUrl(place.url));
    PEIL_TRY(auto token, sessionToken(url));
    if (token.empty())
        return fail(CliErrc::BadInput,
                    "You are not logged in to " + url + "; run peil login, or give an API token with --token-file.");
    return token;
}

Result<> keepSession(const std::string& url, const std::string& token) {
    const auto folder = stateFolder();
    if (folder.empty())
        return fail(CliErrc::BadInput, "There is no folder for the session; set HOME or XDG_STATE_HOME.");
    std::error_code status;
    fs::create_directories(folder, status);
    fs::permissions(folder, fs::perms::owner_all, status);
    return writeFileDurably(sessionFile(url), bytesOf(token + "\n"), FileMode::Private);
}

Result<std::string> sessionToken(const std::string& url) {
    const auto file = sessionFile(url);
    std::error_code status;
    const auto found = fs::status(file, status);
    if (!fs::exists(found)) return std::string();
    if ((found.permissions() & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none)
        return fail(CliErrc::BadInput, "Other users of this machine can read the session in " + file.string() +
                                           "; run peil logout, then peil login.");
    return firstLine(file);
}

void forgetSession(const std::string& url) {
    std::error_code ignored;
    fs::remove(sessionFile(url), ignored);
}

} // namespace peil::cli
