// SPDX-License-Identifier: Apache-2.0
// login, logout, second-factor: the session on this machine.

#include "cli/command.h"

#include "cli/client/server_client.h"
#include "cli/client/session_file.h"
#include "peil/base/file.h"
#include "peil/base/text.h"

#include <boost/json.hpp>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct LoginOptions {
    ServerPlace place;
    std::string name;
    std::filesystem::path passwordFile, codeFile;
};

/// The code of the authenticator app, from a file or the terminal. It is no secret once it was used.
Result<std::string> readCode(const std::filesystem::path& file) {
    if (!file.empty()) {
        PEIL_TRY(const auto text, readTextFile(file, 64));
        return std::string(trim(text));
    }
    std::cerr << "Code from your authenticator app: ";
    std::string code;
    if (!std::getline(std::cin, code))
        return fail(CliErrc::NotATerminal,
                    "A code is needed, but there is no terminal to ask for it; give --code-file FILE.");
    return std::string(trim(code));
}

Result<boost::json::value> tryLogin(ServerClient& client, const LoginOptions& options,
                                    const crypto::SecretBytes& password, const std::string& code) {
    return client.post("/admin/login",
                       {{"name", options.name}, {"password", peil::textOf(password.view())}, {"code", code}});
}

Result<int> login(const LoginOptions& options) {
    PEIL_TRY(const auto url, serverUrl(options.place.url));
    PEIL_TRY(const auto password, passphraseFrom(options.passwordFile, AskPassphrase::Once));
    PEIL_TRY(auto client, ServerClient::openWith(options.place, {}));
    std::string code;
    if (!options.codeFile.empty()) {
        PEIL_TRY(code, readCode(options.codeFile));
    }
    auto answer = tryLogin(client, options, password, code);
    if (!answer && code.empty() && client.lastRefusal() == "code_required") {
        PEIL_TRY(code, readCode({}));
        answer = tryLogin(client, options, password, code);
    }
    if (!answer) return tl::unexpected(answer.error());
    PEIL_CHECK(keepSession(url, textOf(*answer, "token")));
    std::cout << "Logged in to " << url << " as " << said(*answer, "user") << " (" << said(*answer, "role")
              << "), until " << said(*answer, "expiresAt") << ".\n";
    return kDone;
}

/// Removes the file in any case: a session that the server does not know has ended.
Result<int> logout(const LoginOptions& options) {
    PEIL_TRY(const auto url, serverUrl(options.place.url));
    const auto token = sessionToken(url);
    forgetSession(url);
    if (token && !token->empty()) {
        PEIL_TRY(auto client, ServerClient::openWith(options.place, *token));
        auto ended = client.post("/admin/logout", boost::json::object());
        if (!ended && client.lastRefusal().empty()) return tl::unexpected(ended.error());
    }
    std::cout << "Logged out of " << url << ".\n";
    return kDone;
}

/// Two rows of the picture on one line of the terminal, with the margin that readers need.
void printPicture(const std::vector<boost::json::value>& rows) {
    const auto width = rows.empty() ? std::size_t{0} : rows.front().as_string().size();
    const auto dark = [&](std::size_t y, std::size_t x) {
        if (y < 2 || x < 2 || y - 2 >= rows.size() || x - 2 >= width) return false;
        return rows[y - 2].as_string().at(x - 2) == '1';
    };
    for (std::size_t y = 0; y < rows.size() + 4; y += 2) {
        for (std::size_t x = 0; x < width + 4; ++x) {
            const bool upper = dark(y, x), lower = dark(y + 1, x);
            // Light is drawn, dark is left: readers want dark on light, and most terminals are dark.
            std::cout << (upper ? (lower ? " " : "\u2584") : (lower ? "\u2580" : "\u2588"));
        }
        std::cout << '\n';
    }
}

Result<int> setSecondFactor(const LoginOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_TRY(const auto offer, client.post("/admin/second-factor", boost::json::object()));
    printPicture(listOf(offer, "picture"));
    std::cout << "Scan this QR code with your authenticator app, or type the key " << said(offer, "secret") << ".\n"
              << said(offer, "uri") << '\n'
              << std::flush;
    PEIL_TRY(const auto code, readCode(options.codeFile));
    PEIL_CHECK(client.post("/admin/second-factor/confirm", {{"code", code}}));
    std::cout << "From now on, you also need a code to log in.\n";
    return kDone;
}

} // namespace

void addLoginCommands(CLI::App& app, Task& task) {
    const auto options = std::make_shared<LoginOptions>();
    auto* in = app.add_subcommand(
        "login", "Log in to a server; the session ends after 8 hours, or after 30 minutes without use");
    in->add_option("NAME", options->name, "Your name as a user of the server")->required();
    in->add_option("--password-file", options->passwordFile, "File whose first line is the password (default: ask)");
    in->add_option("--code-file", options->codeFile, "File with the code from your authenticator app (default: ask)");
    setServerTask(*in, task, options, login);
    setServerTask(*app.add_subcommand("logout", "End the session"), task, options, logout);
    auto* factor = app.add_subcommand("second-factor", "Require a code from an authenticator app when you log in");
    factor->add_option("--code-file", options->codeFile, "File with the first code from the app (default: ask)");
    setServerTask(*factor, task, options, setSecondFactor);
}

} // namespace peil::cli
