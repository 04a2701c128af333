// SPDX-License-Identifier: Apache-2.0
// device: the tablets of a server, and what the study office decides about one, with a reason.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/base/terminal.h"

#include <boost/json.hpp>
#include <iomanip>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct DeviceOptions {
    ServerPlace place;
    std::string city, device, successor, note, by;
    std::int64_t finalised = 0;
    bool json = false;
};

Result<int> listDevices(const DeviceOptions& options) {
    PEIL_TRY(const auto answer, askServer(options.place, "/admin/devices"));
    if (options.json) return printJson(answer);
    std::cout << std::left << std::setw(8) << "tablet" << std::setw(12) << "city" << std::setw(38) << "id"
              << std::setw(26) << "enrolled" << std::setw(26) << "last contact"
              << "revoked\n";
    for (const auto& device : listOf(answer, "devices"))
        std::cout << std::left << std::setw(8) << numberOf(device, "number") << std::setw(12)
                  << said(device, "cityName") << std::setw(38) << said(device, "device") << std::setw(26)
                  << said(device, "enrolledAt") << std::setw(26) << orDash(said(device, "lastContact"))
                  << orDash(said(device, "revokedAt")) << '\n';
    printUnknownTablets(answer);
    return kDone;
}

Result<int> enrol(const DeviceOptions& options) {
    PEIL_TRY(const auto answer, tellServer(options.place, "/admin/devices", {{"city", options.city}}));
    if (options.json) return printJson(answer);
    std::cout << said(answer, "code") << '\n';
    std::cerr << "This code enrols one tablet in " << options.city << " and is valid until "
              << said(answer, "expiresAt") << ".\n";
    return kDone;
}

Result<int> revoke(const DeviceOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_CHECK(client.remove("/admin/devices/" + percentEncoded(options.device)));
    std::cout << "The tablet " << options.device
              << " is revoked: anything that it still sends is quarantined, and it receives nothing.\n";
    return kDone;
}

Result<> act(const DeviceOptions& options, const std::string& what, boost::json::object body) {
    body["why"] = options.note;
    PEIL_CHECK(tellServer(options.place, "/admin/devices/" + percentEncoded(options.device) + "/" + what, body));
    return {};
}

Result<int> succeed(const DeviceOptions& options) {
    PEIL_CHECK(act(options, "successor", {{"successor", options.successor}}));
    std::cout << "The tablet " << forTerminal(options.successor) << " may now revise interviews of "
              << forTerminal(options.device) << ".\n";
    return kDone;
}

Result<int> reset(const DeviceOptions& options) {
    PEIL_CHECK(act(options, "reset", {{"finalised", options.finalised}}));
    std::cout << "The ledger now says that tablet " << forTerminal(options.device) << " has finalised "
              << options.finalised << " interviews.\n";
    return kDone;
}

Result<int> block(const DeviceOptions& options) {
    PEIL_CHECK(act(options, "block", {}));
    std::cout << "The tablet " << forTerminal(options.device)
              << " is blocked: the server rejects everything that it sends. To undo this, run peil device unblock.\n";
    return kDone;
}

Result<int> unblock(const DeviceOptions& options) {
    PEIL_CHECK(act(options, "unblock", {}));
    std::cout << "The tablet " << forTerminal(options.device) << " may send again.\n";
    return kDone;
}

/// device succeed|reset|block|unblock: each needs a reason.
void addActs(CLI::App& device, const std::shared_ptr<DeviceOptions>& options, Task& task) {
    const auto finish = [options, &task](CLI::App* command, Result<int> (*run)(const DeviceOptions&)) {
        command->add_option("--note", options->note, "Reason; do not include answers")->required();
        command->add_option("--by", options->by)->group("");
        setServerTask(*command, task, options, run);
    };
    auto* successor = device.add_subcommand("succeed", "Name the successor of a tablet");
    successor->add_option("ID", options->device, "Id of the tablet that made the interviews")->required();
    successor->add_option("SUCCESSOR", options->successor, "Id of the tablet that may revise these interviews")
        ->required();
    finish(successor, succeed);
    auto* again = device.add_subcommand("reset", "Correct a tablet's number of finalised interviews");
    again->add_option("ID", options->device, "Id of the tablet, from `peil device list`")->required();
    again->add_option("--finalised", options->finalised, "The number that the tablet shows")
        ->required()
        ->check(CLI::NonNegativeNumber);
    finish(again, reset);
    auto* stop = device.add_subcommand(
        "block", "Reject everything from a tablet; a revoked tablet may still send its interviews");
    stop->add_option("ID", options->device, "Id of the tablet, from `peil device list`")->required();
    finish(stop, block);
    auto* back = device.add_subcommand("unblock", "Remove a block");
    back->add_option("ID", options->device, "Id of the tablet, from `peil device list`")->required();
    finish(back, unblock);
}

} // namespace

void addDeviceCommands(CLI::App& app, Task& task) {
    const auto options = std::make_shared<DeviceOptions>();
    auto* device = app.add_subcommand("device", "Tablets");
    device->require_subcommand(1);
    auto* list = device->add_subcommand("list", "List all tablets with their last contact");
    list->add_flag("--json", options->json, "Print JSON");
    setServerTask(*list, task, options, listDevices);
    auto* invite = device->add_subcommand("enrol", "Create a one-time code for a tablet");
    invite->add_option("--city", options->city, "Code of the city, such as AMS")->required();
    invite->add_flag("--json", options->json, "Print JSON");
    setServerTask(*invite, task, options, enrol);
    auto* stop = device->add_subcommand("revoke", "Revoke a tablet");
    stop->add_option("ID", options->device, "Id of the tablet, from `peil device list`")->required();
    setServerTask(*stop, task, options, revoke);
    addActs(*device, options, task);
}

} // namespace peil::cli
