// SPDX-License-Identifier: Apache-2.0
// ledger: finalised, received, missing and quarantined interviews by tablet.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/base/terminal.h"
#include "peil/words/words.h"

#include <iomanip>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct LedgerOptions {
    ServerPlace place;
    bool json = false;
};

/// Below the table: why items are in quarantine, and numbers of finalised interviews that are impossible.
void explain(const boost::json::value& tablet) {
    const auto name = "tablet " + std::to_string(numberOf(tablet, "number")) + " (" + said(tablet, "cityName") + "): ";
    if (const auto* reasons = records::find(tablet, "quarantinedBy"); reasons && reasons->is_object())
        for (const auto& [reason, count] : reasons->as_object())
            if (count.is_int64())
                std::cout << name << count.as_int64()
                          << " in quarantine: " << forTerminal(words::textOf(words::Kind::Quarantine, reason)) << '\n';
    if (!textOf(tablet, "blockedAt").empty()) std::cout << name << "is blocked: everything from it is rejected\n";
    if (const auto* today = records::find(tablet, "today"); today && numberOf(*today, "refused") > 0)
        std::cout << name << "sent " << numberOf(*today, "items") << " items of " << numberOf(*today, "bytes")
                  << " bytes today, which is its limit; " << numberOf(*today, "refused")
                  << " batches were rejected and will be resent tomorrow\n";
    if (const auto doubted = numberOf(tablet, "doubtedFinalised"); doubted > 0)
        std::cout << name << "reports that it finalised " << doubted
                  << ", which is implausible; check the tablet, then give the correct number with peil device reset\n";
}

Result<int> ledger(const LedgerOptions& options) {
    PEIL_TRY(const auto answer, askServer(options.place, "/admin/ledger"));
    if (options.json) return printJson(answer);
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
    printUnknownTablets(answer);
    return kDone;
}

} // namespace

void printUnknownTablets(const boost::json::value& answer) {
    for (const auto& tablet : listOf(answer, "unknown"))
        std::cout << "tablet " << said(tablet, "device") << " was enrolled after the backup that this store was "
                  << "restored from: give it a new code (last contact " << said(tablet, "lastContact") << ", finalised "
                  << numberOf(tablet, "finalised") << ")\n";
}

void addLedgerCommand(CLI::App& app, Task& task) {
    const auto options = std::make_shared<LedgerOptions>();
    auto* command = app.add_subcommand("ledger", "Finalised, received and missing interviews by tablet");
    command->add_flag("--json", options->json, "Print JSON");
    setServerTask(*command, task, options, ledger);
}

} // namespace peil::cli
