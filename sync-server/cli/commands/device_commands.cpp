// SPDX-License-Identifier: Apache-2.0
// device succeed|reset|block|unblock: what the study office decides about a tablet, by name and with a reason.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/base/terminal.h"

#include <boost/json.hpp>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct ActOptions {
    ServerPlace place;
    std::string device, successor, note, by;
    std::int64_t finalised = 0;
};

Result<> act(const ActOptions& options, const std::string& what, boost::json::object body) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    body["why"] = options.note;
    PEIL_CHECK(client.post("/admin/devices/" + percentEncoded(options.device) + "/" + what, "application/json",
                           bytesOf(boost::json::serialize(body))));
    return {};
}

Result<int> succeed(const ActOptions& options) {
    PEIL_CHECK(act(options, "successor", {{"successor", options.successor}}));
    std::cout << "The tablet " << forTerminal(options.successor) << " may now revise interviews of "
              << forTerminal(options.device) << ".\n";
    return kDone;
}

Result<int> reset(const ActOptions& options) {
    PEIL_CHECK(act(options, "reset", {{"finalised", options.finalised}}));
    std::cout << "The tablet " << forTerminal(options.device) << " has finalised " << options.finalised
              << " interviews according to the ledger now.\n";
    return kDone;
}

Result<int> block(const ActOptions& options) {
    PEIL_CHECK(act(options, "block", {}));
    std::cout << "The tablet " << forTerminal(options.device)
              << " is blocked: the server rejects everything that it sends. To undo this, run peil device unblock.\n";
    return kDone;
}

Result<int> unblock(const ActOptions& options) {
    PEIL_CHECK(act(options, "unblock", {}));
    std::cout << "The tablet " << forTerminal(options.device) << " may send again.\n";
    return kDone;
}

} // namespace

void addDeviceActs(CLI::App& device, Task& task) {
    const auto options = std::make_shared<ActOptions>();
    const auto finish = [options, &task](CLI::App* command, Result<int> (*run)(const ActOptions&)) {
        command->add_option("--note", options->note, "Reason; do not include answers")->required();
        command->add_option("--by", options->by)->group("");
        addServerOptions(*command, options->place);
        command->callback([options, run, &task] { task = [options, run] { return run(*options); }; });
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

} // namespace peil::cli
