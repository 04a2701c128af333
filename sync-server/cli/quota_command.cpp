// SPDX-License-Identifier: Apache-2.0
// quotas: what is reached and what is asked for, by city and group, as the server counts it from the open answers.

#include "command.h"
#include "server_client.h"

#include <algorithm>
#include <boost/json.hpp>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>

namespace peil::cli {
namespace {

struct QuotaOptions {
    ServerPlace place;
    bool json = false;
};

constexpr std::int64_t kBarWidth = 20;

std::string bar(std::int64_t achieved, std::int64_t target) {
    const auto filled = target > 0 ? std::min(kBarWidth, achieved * kBarWidth / target) : 0;
    return std::string(static_cast<std::size_t>(filled), '#') +
           std::string(static_cast<std::size_t>(kBarWidth - filled), '.');
}

void printRow(const std::string& city, const std::string& group, std::int64_t achieved, std::int64_t target) {
    std::cout << std::left << std::setw(14) << city << std::setw(14) << group << std::right << std::setw(6) << achieved
              << " of " << std::left << std::setw(6) << target << bar(achieved, target) << '\n';
}

Result<int> showQuotas(const QuotaOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_TRY(const auto answer, client.get("/admin/quotas"));
    if (options.json) {
        std::cout << boost::json::serialize(answer) << '\n';
        return kDone;
    }
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> totals;
    for (const auto& cell : listOf(answer, "cells")) {
        const auto group = textOf(cell, "group");
        const auto achieved = numberOf(cell, "achieved"), target = numberOf(cell, "target");
        printRow(textOf(cell, "cityName"), group, achieved, target);
        totals[group].first += achieved;
        totals[group].second += target;
    }
    for (const auto& [group, sums] : totals)
        printRow("all cities", group, sums.first, sums.second);
    return kDone;
}

} // namespace

void addQuotaCommand(CLI::App& app, Task& task) {
    const auto options = std::make_shared<QuotaOptions>();
    auto* command = app.add_subcommand("quotas", "Interviews by city and group, beside what was planned");
    command->add_flag("--json", options->json, "As JSON");
    addServerOptions(*command, options->place);
    command->callback([options, &task] { task = [options] { return showQuotas(*options); }; });
}

} // namespace peil::cli
