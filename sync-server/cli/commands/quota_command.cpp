// SPDX-License-Identifier: Apache-2.0
// quotas: the interviews that count and their target, by city and group, as the server counts them from the open
// answers.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/base/text.h"
#include "peil/study/counts.h"
#include "peil/words/words.h"

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

/// "not counted: 2 (Broken off), 1 (Without consent)", over all cities; nothing when all count.
std::string notCounted(const boost::json::value& answer) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& row : listOf(answer, "notCounted"))
        counts[said(row, "reason")] += numberOf(row, "count");
    std::vector<std::string> parts;
    for (const auto& [id, count] : counts) {
        const auto reason = study::notCountedOf(id); // some ids have an earlier form
        parts.push_back(std::to_string(count) + " (" +
                        words::textOf(words::Kind::NotCounted, reason ? idOf(*reason) : std::string_view(id)) + ")");
    }
    return parts.empty() ? std::string() : "not counted: " + join(parts, ", ") + "\n";
}

/// In English, else in the first language there is.
std::string labelOf(const boost::json::value& check) {
    const auto* label = check.is_object() ? check.as_object().if_contains("label") : nullptr;
    if (label == nullptr || !label->is_object() || label->as_object().empty()) return said(check, "id");
    const auto& texts = label->as_object();
    return said(*label, texts.contains("en") ? boost::json::string_view("en") : texts.begin()->key());
}

/// What the figures take on trust, because the answers are sealed for the researchers.
std::string leftToExport(const boost::json::value& answer) {
    std::vector<std::string> left;
    for (const auto& check : listOf(answer, "leftToExport"))
        left.push_back(labelOf(check));
    return left.empty() ? std::string() : "checked only by the export: " + join(left, "; ") + "\n";
}

Result<int> showQuotas(const QuotaOptions& options) {
    PEIL_TRY(const auto answer, askServer(options.place, "/admin/quotas"));
    if (options.json) return printJson(answer);
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> totals;
    for (const auto& cell : listOf(answer, "cells")) {
        const auto group = said(cell, "group");
        const auto achieved = numberOf(cell, "achieved"), target = numberOf(cell, "target");
        printRow(said(cell, "cityName"), group, achieved, target);
        totals[group].first += achieved;
        totals[group].second += target;
    }
    for (const auto& [group, sums] : totals)
        printRow("all cities", group, sums.first, sums.second);
    std::cout << notCounted(answer) << leftToExport(answer);
    return kDone;
}

} // namespace

void addQuotaCommand(CLI::App& app, Task& task) {
    const auto options = std::make_shared<QuotaOptions>();
    auto* command = app.add_subcommand("quotas", "Interviews by city and group, compared with the quotas");
    command->add_flag("--json", options->json, "Print JSON");
    setServerTask(*command, task, options, showQuotas);
}

} // namespace peil::cli
