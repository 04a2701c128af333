// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include "peil/base/error.h"
#include "peil/base/file.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <toml++/toml.h>

namespace peil::server {

namespace {

constexpr std::uintmax_t kMaxConfig = 1 << 20;
constexpr std::uint64_t kMebibyte = 1 << 20;
/// A setting that is a whole number, with its range. A day holds at least one full batch.
struct NumberSetting {
    std::string_view key;
    std::int64_t least, most;
};
constexpr NumberSetting kWorkers{"workers", 1, 64};
constexpr NumberSetting kDailyMebibytes{"daily_mebibytes", protocol::kMaxBodyBytes / kMebibyte, 1 << 20};
constexpr NumberSetting kDailyItems{"daily_items", protocol::kMaxBatchItems, 10'000'000};

/// Texts as they were given; command line before file before default.
struct Given {
    std::string folder, data, listen, dashboard, config, publicAddress;
    std::vector<std::string> hosts;
    bool restored = false;
    std::size_t eraseWithdrawn = 0;
    std::int64_t workers = 0, dailyMebibytes = 0, dailyItems = 0; ///< 0 = not given
};

tl::unexpected<Error> badConfig(const std::string& file, const toml::source_position& at, const std::string& what) {
    return fail(BaseErrc::FileUnreadable, "In \"" + file + "\", line " + std::to_string(at.line) + ", column " +
                                              std::to_string(at.column) + ": " + what);
}

Result<> takeText(const std::string& file, const toml::node& node, std::string& into) {
    const auto text = node.value<std::string>();
    if (!text || !node.is_string()) return badConfig(file, node.source().begin, "expected a string.");
    if (into.empty()) into = *text;
    return {};
}

Result<> takeHosts(const std::string& file, const toml::node& node, std::vector<std::string>& into) {
    const auto* list = node.as_array();
    if (list == nullptr) return badConfig(file, node.source().begin, "expected a list of host names.");
    for (const auto& item : *list) {
        std::string host;
        PEIL_CHECK(takeText(file, item, host));
        into.push_back(host);
    }
    return {};
}

Result<> takeNumber(const std::string& file, const toml::node& node, const NumberSetting& setting, std::int64_t& into) {
    const auto number = node.value<std::int64_t>();
    if (!number || !node.is_integer() || *number < setting.least || *number > setting.most)
        return badConfig(file, node.source().begin,
                         std::string(setting.key) + " must be a whole number from " + std::to_string(setting.least) +
                             " to " + std::to_string(setting.most) + ".");
    if (into == 0) into = *number;
    return {};
}

Result<> takeSetting(const std::string& file, std::string_view key, const toml::node& node, Given& given) {
    if (key == "listen") return takeText(file, node, given.listen);
    if (key == "dashboard") return takeText(file, node, given.dashboard);
    if (key == "public_address") return takeText(file, node, given.publicAddress);
    if (key == "hosts") return takeHosts(file, node, given.hosts);
    if (key == kWorkers.key) return takeNumber(file, node, kWorkers, given.workers);
    if (key == kDailyMebibytes.key) return takeNumber(file, node, kDailyMebibytes, given.dailyMebibytes);
    if (key == kDailyItems.key) return takeNumber(file, node, kDailyItems, given.dailyItems);
    return badConfig(
        file, node.source().begin,
        "there is no setting '" + std::string(key) +
            "'; the settings are listen, dashboard, public_address, hosts, workers, daily_mebibytes and daily_items.");
}

Result<> readConfig(const std::string& file, Given& given) {
    PEIL_TRY(const auto text, readTextFile(file, kMaxConfig));
    toml::table table;
    try {
        table = toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        return badConfig(file, error.source().begin, std::string(error.description()) + ".");
    }
    for (const auto& [key, node] : table)
        PEIL_CHECK(takeSetting(file, key.str(), node, given));
    return {};
}

Result<Options> finish(const Given& given) {
    Options options;
    options.data = given.data;
    if (!given.listen.empty()) {
        PEIL_TRY(options.device, http::Address::parse(given.listen));
    }
    if (!given.dashboard.empty()) {
        PEIL_TRY(options.dashboard, http::Address::parse(given.dashboard));
    }
    options.publicAddress = given.publicAddress;
    options.hosts = {"localhost", "127.0.0.1", "::1"};
    for (const auto& host : {options.device.host, options.dashboard.host})
        if (host != "0.0.0.0" && host != "::") options.hosts.push_back(host);
    options.hosts.insert(options.hosts.end(), given.hosts.begin(), given.hosts.end());
    std::ranges::sort(options.hosts);
    options.hosts.erase(std::unique(options.hosts.begin(), options.hosts.end()), options.hosts.end());
    options.eraseWithdrawn = given.eraseWithdrawn;
    if (given.restored) options.restored = repository::OpenOptions::Restored::Yes;
    if (given.dailyMebibytes > 0)
        options.dailyBound.bytes = given.dailyMebibytes * static_cast<std::int64_t>(kMebibyte);
    if (given.dailyItems > 0) options.dailyBound.items = given.dailyItems;
    if (given.workers > 0) options.limits.workers = static_cast<std::size_t>(given.workers);
    return options;
}

void addDailyBound(CLI::App& serve, Given& given) {
    const auto inRange = [](const NumberSetting& setting) { return CLI::Range(setting.least, setting.most); };
    serve
        .add_option("--daily-mebibytes", given.dailyMebibytes,
                    "Daily limit of a tablet in MiB, per UTC day (default 256)")
        ->check(inRange(kDailyMebibytes));
    serve.add_option("--daily-items", given.dailyItems, "Daily limit of a tablet in interviews (default 20000)")
        ->check(inRange(kDailyItems));
}

} // namespace

Result<CommandLine> readCommandLine(int argc, const char* const* argv) {
    Given given;
    CLI::App app{"The Peil server: receives sealed interviews from tablets and serves the dashboard.", "peil-server"};
    app.set_version_flag("--version", "peil-server " PEIL_VERSION);
    app.require_subcommand(1);
    auto* serve = app.add_subcommand("serve", "Serve tablets and the dashboard until SIGTERM");
    auto* store = serve->add_option("--store", given.data, "Folder of the store and keys; created at the first start");
    serve->add_option("--data", given.data)->group("")->excludes(store); // its name before; in no help
    serve->parse_complete_callback([&given] {
        if (given.data.empty()) throw CLI::RequiredError("--store");
    });
    serve->add_option("--listen", given.listen,
                      "ADDRESS:PORT for tablets (default 127.0.0.1:8443; port 0 = any free port)");
    serve->add_option("--dashboard", given.dashboard, "ADDRESS:PORT for browsers and peil (default 127.0.0.1:8444)");
    serve->add_option("--config", given.config,
                      "TOML file with listen, dashboard, public_address, hosts, workers, daily_mebibytes, daily_items");
    addDailyBound(*serve, given);
    serve->add_flag("--restored", given.restored,
                    "The store was restored from a backup: tablets resend missing interviews");
    serve->add_option("--erase-withdrawn", given.eraseWithdrawn,
                      "Erase more than ten interviews that the list of withdrawals names; give their exact number");
    auto* reset = app.add_subcommand(
        "reset-admin", "Lock all administrators and write a new token to admin.token, which creates another");
    reset->add_option("--store", given.data, "Folder of the store and keys; no server may be running on it")
        ->required();
    const auto addCopy = [&](const char* name, const char* words, const char* folder) {
        auto* command = app.add_subcommand(name, words);
        command->add_option("DIR", given.folder, folder)->required();
        command->add_option("--store", given.data, "Folder of the store and keys")->required();
        return command;
    };
    const auto* backup = addCopy("backup", "Copy the store of a running server; the keys are not copied", "New folder");
    const auto* restore = addCopy("restore", "Replace the store of a stopped server by a backup", "The backup");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return CommandLine{.exitCode = app.exit(error) == 0 ? 0 : 2};
    }
    if (backup->parsed()) return CommandLine{.copy = CopyTask{CopyTask::Kind::Backup, given.folder, given.data}};
    if (restore->parsed()) return CommandLine{.copy = CopyTask{CopyTask::Kind::Restore, given.folder, given.data}};
    if (!given.config.empty()) PEIL_CHECK(readConfig(given.config, given));
    PEIL_TRY(auto options, finish(given));
    return CommandLine{reset->parsed() ? Command::ResetAdmin : Command::Serve, std::move(options), 0};
}

} // namespace peil::server
