// SPDX-License-Identifier: Apache-2.0
// quarantine list|accept: quarantined items, their reasons, and accepting them after inspection.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/words/words.h"

#include <boost/json.hpp>
#include <iomanip>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct QuarantineOptions {
    ServerPlace place;
    std::vector<std::int64_t> numbers;
    std::string reason, note, by;
    bool json = false;
};

Result<boost::json::array> askAll(ServerClient& client, const std::string& reason) {
    boost::json::array rows;
    for (std::int64_t after = 0;;) {
        PEIL_TRY(const auto page, client.get("/admin/quarantine?after=" + std::to_string(after)));
        const auto items = listOf(page, "quarantine");
        for (const auto& item : items)
            if (reason.empty() || textOf(item, "reason") == reason) rows.push_back(item);
        const auto next = numberOf(page, "next");
        if (items.empty() || next <= after) return rows;
        after = next;
    }
}

Result<int> list(const QuarantineOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_TRY(const auto rows, askAll(client, options.reason));
    if (options.json) return printJson(rows);
    std::cout << std::left << std::setw(8) << "number" << std::setw(26) << "received" << std::setw(38) << "interview"
              << std::setw(10) << "revision" << std::setw(38) << "tablet" << std::setw(18) << "reason"
              << "why\n";
    for (const auto& row : rows)
        std::cout << std::left << std::setw(8) << numberOf(row, "number") << std::setw(26) << said(row, "receivedAt")
                  << std::setw(38) << said(row, "interview") << std::setw(10) << numberOf(row, "revision")
                  << std::setw(38) << said(row, "device") << std::setw(18) << said(row, "reason")
                  << words::textOf(words::Kind::Quarantine, said(row, "reason")) << '\n';
    return kDone;
}

Result<int> accept(const QuarantineOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    for (const auto number : options.numbers) {
        PEIL_CHECK(client.post("/admin/quarantine/" + std::to_string(number) + "/accept", {{"why", options.note}}));
        std::cout << "Number " << number << " is received; whether it counts depends on the rules of the study.\n";
    }
    return kDone;
}

} // namespace

void addQuarantineCommands(CLI::App& app, Task& task) {
    const auto options = std::make_shared<QuarantineOptions>();
    auto* quarantine = app.add_subcommand("quarantine", "Items that the server quarantined");
    quarantine->require_subcommand(1);
    auto* listing = quarantine->add_subcommand("list", "List the items and their reasons");
    listing->add_option("--reason", options->reason, "Only items with this reason, such as unknown_form");
    listing->add_flag("--json", options->json, "Print JSON");
    setServerTask(*listing, task, options, list);
    auto* take = quarantine->add_subcommand("accept", "Accept items that a person has inspected");
    take->add_option("NUMBER", options->numbers, "Numbers, from `peil quarantine list`")->required();
    take->add_option("--note", options->note, "Reason; do not include answers")->required();
    take->add_option("--by", options->by)->group("");
    setServerTask(*take, task, options, accept);
}

} // namespace peil::cli
