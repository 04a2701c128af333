// SPDX-License-Identifier: Apache-2.0
// device list|enrol|revoke, ledger: what an administrator does with a running server.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "quarantine_words.h"

#include <boost/json.hpp>
#include <iomanip>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct ServerOptions {
    ServerPlace place;
    std::string city, device;
    bool json = false;
};

std::string orDash(const std::string& text) {
    return text.empty() ? "-" : text;
}

Result<boost::json::value> ask(const ServerOptions& options, const char* path) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    return client.get(path);
}

/// Below the table: tablets that the store does not know, because it was restored from before their enrolment.
void explainUnknown(const boost::json::value& answer) {
    for (const auto& tablet : listOf(answer, "unknown"))
        std::cout << "tablet " << said(tablet, "device") << " was enrolled after the backup that this store was "
                  << "restored from: give it a new code (last contact " << said(tablet, "lastContact") << ", finalised "
                  << numberOf(tablet, "finalised") << ")\n";
}

Result<int> listDevices(const ServerOptions& options) {
    PEIL_TRY(const auto answer, ask(options, "/admin/devices"));
    if (options.json) {
        std::cout << jsonText(answer) << '\n';
        return kDone;
    }
    std::cout << std::left << std::setw(8) << "tablet" << std::setw(12) << "city" << std::setw(38) << "id"
              << std::setw(26) << "enrolled" << std::setw(26) << "last contact"
              << "revoked\n";
    for (const auto& device : listOf(answer, "devices"))
        std::cout << std::left << std::setw(8) << numberOf(device, "number") << std::setw(12)
                  << said(device, "cityName") << std::setw(38) << said(device, "device") << std::setw(26)
                  << said(device, "enrolledAt") << std::setw(26) << orDash(said(device, "lastContact"))
                  << orDash(said(device, "revokedAt")) << '\n';
    explainUnknown(answer);
    return kDone;
}

Result<int> enrol(const ServerOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    const auto body = boost::json::serialize(boost::json::object{{"city", options.city}});
    PEIL_TRY(const auto answer, client.post("/admin/devices", "application/json", bytesOf(body)));
    if (options.json) {
        std::cout << jsonText(answer) << '\n';
        return kDone;
    }
    std::cout << said(answer, "code") << '\n';
    std::cerr << "This code enrols one tablet in " << options.city << " and is valid until "
              << said(answer, "expiresAt") << ".\n";
    return kDone;
}

Result<int> revoke(const ServerOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_CHECK(client.remove("/admin/devices/" + percentEncoded(options.device)));
    std::cout << "The tablet " << options.device
              << " is revoked: anything that it still sends is quarantined, and it receives nothing.\n";
    return kDone;
}

/// Below the table: why what is in quarantine is there, and numbers that no tablet can have reached.
void explain(const boost::json::value& tablet) {
    const auto name = "tablet " + std::to_string(numberOf(tablet, "number")) + " (" + said(tablet, "cityName") + "): ";
    if (const auto* reasons = tablet.as_object().if_contains("quarantinedBy"); reasons && reasons->is_object())
        for (const auto& [reason, count] : reasons->as_object())
            if (count.is_int64())
                std::cout << name << count.as_int64() << " in quarantine: " << quarantineWords(reason) << '\n';
    if (!textOf(tablet, "blockedAt").empty()) std::cout << name << "is blocked: everything from it is rejected\n";
    if (const auto* today = tablet.as_object().if_contains("today"); today && numberOf(*today, "refused") > 0)
        std::cout << name << "sent " << numberOf(*today, "items") << " items of " << numberOf(*today, "bytes")
                  << " bytes today, which is its limit; " << numberOf(*today, "refused")
                  << " batches were rejected and will be resent tomorrow\n";
    if (const auto doubted = numberOf(tablet, "doubtedFinalised"); doubted > 0)
        std::cout << name << "reports that it finalised " << doubted
                  << ", which is implausible; check the tablet, then give the correct number with peil device reset\n";
}

Result<int> ledger(const ServerOptions& options) {
    PEIL_TRY(const auto answer, ask(options, "/admin/ledger"));
    if (options.json) {
        std::cout << jsonText(answer) << '\n';
        return kDone;
    }
    const auto line = [](const auto& tablet, const std::string& city, auto finalised, auto received, auto missing,
                         auto quarantined) {
        std::cout << std::left << std::setw(8) << tablet << std::setw(14) << city << std::right << std::setw(10)
                  << finalised << std::setw(10) << received << std::setw(10) << missing << std::setw(13) << quarantined
                  << '\n';
    };
    line("tablet", "city", "finalised", "received", "missing", "quarantined");
    const auto numbers = [&line](const auto& tablet, const std::string& city, const auto& sums) {
        line(tablet, city, numberOf(sums, "finalised"), numberOf(sums, "received"), numberOf(sums, "missing"),
             numberOf(sums, "quarantined"));
    };
    const auto devices = listOf(answer, "devices");
    for (const auto& device : devices)
        numbers(numberOf(device, "number"), said(device, "cityName"), device);
    numbers("all", "", answer);
    for (const auto& device : devices)
        explain(device);
    explainUnknown(answer);
    return kDone;
}

} // namespace

void addServerCommands(CLI::App& app, Task& task) {
    const auto options = std::make_shared<ServerOptions>();
    const auto finish = [options, &task](CLI::App* command, Result<int> (*run)(const ServerOptions&)) {
        addServerOptions(*command, options->place);
        command->callback([options, run, &task] { task = [options, run] { return run(*options); }; });
    };
    auto* device = app.add_subcommand("device", "Tablets");
    device->require_subcommand(1);
    auto* list = device->add_subcommand("list", "List all tablets with their last contact");
    list->add_flag("--json", options->json, "Print JSON");
    finish(list, listDevices);
    auto* invite = device->add_subcommand("enrol", "Create a one-time code for a tablet");
    invite->add_option("--city", options->city, "Code of the city, such as AMS")->required();
    invite->add_flag("--json", options->json, "Print JSON");
    finish(invite, enrol);
    auto* stop = device->add_subcommand("revoke", "Revoke a tablet");
    stop->add_option("ID", options->device, "Id of the tablet, from `peil device list`")->required();
    finish(stop, revoke);
    addDeviceActs(*device, task);
    auto* sums = app.add_subcommand("ledger", "Finalised, received and missing interviews by tablet");
    sums->add_flag("--json", options->json, "Print JSON");
    finish(sums, ledger);
}

} // namespace peil::cli
