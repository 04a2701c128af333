// SPDX-License-Identifier: Apache-2.0
// contacts: how people responded, as a contact log for `peil report`.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/base/file.h"
#include "peil/base/text.h"

#include <filesystem>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct ContactsOptions {
    ServerPlace place;
    std::filesystem::path out;
};

using Line = std::vector<std::string>;

bool isEmpty(const boost::json::value& row, std::string_view name) {
    const auto* counts = records::find(row, name);
    return counts == nullptr || !counts->is_object() || counts->as_object().empty();
}

/// Contacts by place, day and slot, interviews by city alone. Where nobody counts contacts everybody who is known was
/// interviewed, so such cities are left out. @param without  gets them
std::vector<Line> linesOf(const boost::json::value& answer, std::vector<std::string>& without) {
    std::vector<Line> lines;
    for (const auto& cell : listOf(answer, "contacts"))
        lines.push_back({textOf(cell, "city"), textOf(cell, "site"), textOf(cell, "date"), textOf(cell, "slot"),
                         textOf(cell, "outcome"), std::to_string(numberOf(cell, "count"))});
    for (const auto& row : listOf(answer, "response")) {
        if (isEmpty(row, "interviews")) continue;
        if (isEmpty(row, "contacts")) {
            without.push_back(said(row, "city"));
            continue;
        }
        for (const auto& [outcome, count] : records::find(row, "interviews")->as_object())
            lines.push_back({textOf(row, "city"), "", "", "", outcome, std::to_string(count.to_number<int>())});
    }
    return lines;
}

Result<int> contacts(const ContactsOptions& options) {
    PEIL_TRY(const auto answer, askServer(options.place, "/admin/quotas"));
    std::string csv = "city,site,date,slot,outcome,count\n";
    std::vector<std::string> without;
    const auto lines = linesOf(answer, without);
    for (const auto& line : lines)
        csv += join(line, ",") + "\n"; // codes and numbers
    PEIL_CHECK(writeFileDurably(options.out, bytesOf(csv)));
    std::cout << "contacts: wrote " << lines.size() << " lines to " << options.out.string() << '\n';
    if (!without.empty())
        std::cout << "contacts: left out the interviews of cities without a contact log: " << join(without, ", ")
                  << '\n';
    return kDone;
}

} // namespace

void addContactsCommand(CLI::App& app, Task& task) {
    const auto options = std::make_shared<ContactsOptions>();
    auto* command = app.add_subcommand("contacts", "Write how people responded as a contact log for peil report");
    command->add_option("--out", options->out, "CSV file to write")->required();
    setServerTask(*command, task, options, contacts);
}

} // namespace peil::cli
