// SPDX-License-Identifier: Apache-2.0
// user, session, token: what an administrator does with the people and scripts of a server.

#include "cli/command.h"
#include "peil/study/vocabulary.h"

#include "cli/client/server_client.h"
#include "peil/base/file.h"
#include "peil/base/text.h"

#include <boost/json.hpp>
#include <iomanip>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct PeopleOptions {
    ServerPlace place;
    std::string name, role, city;
    std::filesystem::path passwordFile;
    std::int64_t days = 90;
    bool first = false, json = false;
};

/// The token of the data folder makes the first administrator and nothing else.
Result<ServerClient> openFor(const PeopleOptions& options) {
    if (!options.first) return ServerClient::open(options.place);
    if (options.role != idOf(study::Role::Administrator))
        return fail(CliErrc::BadInput, "The first user must be an administrator; give --role administrator.");
    PEIL_TRY(const auto token, readTextFile(options.place.store / "admin.token", 4096));
    return ServerClient::openWith(options.place, std::string(trim(token)));
}

Result<int> addUser(const PeopleOptions& options) {
    PEIL_TRY(const auto password, passphraseFrom(options.passwordFile, AskPassphrase::Twice));
    PEIL_TRY(auto client, openFor(options));
    const boost::json::object user{{"name", options.name},
                                   {"password", peil::textOf(password.view())},
                                   {"role", options.role},
                                   {"city", options.city}};
    PEIL_CHECK(client.post(options.first ? "/admin/first-administrator" : "/admin/users", user));
    std::cout << options.name << " can log in as " << options.role << ".\n";
    return kDone;
}

/// An act of /admin/users/{act} with what to say afterwards.
struct UserVerb {
    const char* name;
    const char* help;
    const char* done;
};
constexpr UserVerb kVerbs[] = {{"lock", "Lock a user and end their sessions", " is locked."},
                               {"unlock", "Unlock a user", " can log in again."},
                               {"remove", "Remove a user; past actions stay in the audit chain", " has been removed."},
                               {"reset", "Reset the second factor of a user who lost the app",
                                " can log in without a code until a new app is set up."}};

Result<int> actOnUser(const PeopleOptions& options, const UserVerb& verb) {
    PEIL_CHECK(tellServer(options.place, std::string("/admin/users/") + verb.name, {{"name", options.name}}));
    std::cout << options.name << verb.done << '\n';
    return kDone;
}

using Line = void (*)(const boost::json::value&);

Result<int> list(const PeopleOptions& options, const std::string& path, const std::string& member, Line line) {
    PEIL_TRY(const auto answer, askServer(options.place, path));
    if (options.json) return printJson(answer);
    for (const auto& item : listOf(answer, member))
        line(item);
    return kDone;
}

void printUser(const boost::json::value& user) {
    std::cout << std::left << std::setw(24) << said(user, "name") << std::setw(26) << said(user, "role") << std::setw(6)
              << orDash(said(user, "city")) << std::setw(15)
              << (records::isTrue(user, "secondFactor") ? "second factor" : "-")
              << (said(user, "lockedAt").empty() ? "-" : "locked") << '\n';
}

void printSession(const boost::json::value& session) {
    std::cout << std::left << std::setw(18) << said(session, "id") << std::setw(24) << said(session, "user")
              << std::setw(14) << said(session, "kind") << std::setw(26) << said(session, "from") << std::setw(26)
              << said(session, "begunAt") << said(session, "usedAt") << '\n';
}

void printToken(const boost::json::value& token) {
    std::cout << std::left << std::setw(24) << said(token, "name") << std::setw(26) << said(token, "role")
              << std::setw(6) << orDash(said(token, "city")) << std::setw(26) << said(token, "expiresAt")
              << (said(token, "revokedAt").empty() ? "-" : "revoked") << '\n';
}

Result<int> endSession(const PeopleOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_CHECK(client.remove("/admin/sessions/" + percentEncoded(options.name)));
    std::cout << "The session " << options.name << " has ended.\n";
    return kDone;
}

Result<int> addToken(const PeopleOptions& options) {
    PEIL_TRY(
        const auto answer,
        tellServer(options.place, "/admin/tokens",
                   {{"name", options.name}, {"role", options.role}, {"city", options.city}, {"days", options.days}}));
    std::cout << textOf(answer, "token") << '\n';
    std::cerr << "This token is shown only once; store it in a file that only its script can read.\n";
    return kDone;
}

Result<int> revokeToken(const PeopleOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_CHECK(client.remove("/admin/tokens/" + percentEncoded(options.name)));
    std::cout << "The token " << options.name << " is revoked.\n";
    return kDone;
}

/// Registers commands that share one set of options.
class Commands {
public:
    Commands(Task& task, std::shared_ptr<PeopleOptions> options)
        : m_task(task)
        , m_options(std::move(options)) {}

    void add(CLI::App* command, std::function<Result<int>(const PeopleOptions&)> run) const {
        setServerTask(*command, m_task, m_options, std::move(run));
    }
    CLI::App* named(CLI::App* parent, const char* verb, const char* help, const char* what) const {
        auto* command = parent->add_subcommand(verb, help);
        command->add_option(what == std::string("session") ? "ID" : "NAME", m_options->name, std::string("The ") + what)
            ->required();
        return command;
    }
    void addList(CLI::App* parent, const char* help, const std::string& path, const std::string& member,
                 Line line) const {
        auto* command = parent->add_subcommand("list", help);
        command->add_flag("--json", m_options->json, "Print JSON");
        add(command, [path, member, line](const PeopleOptions& all) { return list(all, path, member, line); });
    }
    void addRole(CLI::App* command, const char* help) const {
        command->add_option("--role", m_options->role, help)->required()->check(CLI::IsMember(study::roleIds()));
        command->add_option("--city", m_options->city, "Code of the city, for a city coordinator");
    }
    [[nodiscard]] PeopleOptions& options() const { return *m_options; }

private:
    Task& m_task;
    std::shared_ptr<PeopleOptions> m_options;
};

void addUserCommands(CLI::App& app, const Commands& commands) {
    auto* user = app.add_subcommand("user", "Users of the server");
    user->require_subcommand(1);
    auto* add = commands.named(user, "add", "Add a user, or give one a new password and role", "user");
    commands.addRole(add, "Role of the user");
    add->add_option("--password-file", commands.options().passwordFile,
                    "File whose first line is the password (default: ask)");
    add->add_flag("--first", commands.options().first,
                  "Create the first administrator with the token in the --store folder; only while there is none");
    commands.add(add, addUser);
    commands.addList(user, "All users", "/admin/users", "users", printUser);
    for (const auto& verb : kVerbs)
        commands.add(commands.named(user, verb.name, verb.help, "user"),
                     [&verb](const PeopleOptions& all) { return actOnUser(all, verb); });
}

} // namespace

void addPeopleCommands(CLI::App& app, Task& task) {
    const Commands commands(task, std::make_shared<PeopleOptions>());
    addUserCommands(app, commands);
    auto* session = app.add_subcommand("session", "Sessions of users");
    session->require_subcommand(1);
    commands.addList(session, "All sessions", "/admin/sessions", "sessions", printSession);
    commands.add(commands.named(session, "end", "End a session", "session"), endSession);
    auto* token = app.add_subcommand("token", "API tokens of scripts");
    token->require_subcommand(1);
    auto* make = commands.named(token, "add", "Create a token and print it once", "token");
    commands.addRole(make, "Role of the script");
    make->add_option("--days", commands.options().days, "Validity in days, 1 to 366")->capture_default_str();
    commands.add(make, addToken);
    commands.addList(token, "All tokens, without their secrets", "/admin/tokens", "tokens", printToken);
    commands.add(commands.named(token, "revoke", "Revoke a token", "token"), revokeToken);
}

} // namespace peil::cli
