// SPDX-License-Identifier: Apache-2.0
// plan: how many people to interview, and how to spread them over cities.

#include "cli/command.h"
#include "peil/analysis/tables.h"
#include "peil/base/text.h"
#include "peil/estimation/planning.h"

#include <boost/json.hpp>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>

namespace peil::cli {
namespace {

using namespace analysis;

using namespace estimation;
namespace json = boost::json;

// Bounds that keep one place, person or season from deciding the result (METHOD.md, 9.3).
constexpr double kMostAtSite = 0.25, kMostByInterviewer = 0.40, kFewestOnStreet = 0.30;

struct SizeArguments {
    double proportion = 0.5;
    std::optional<double> sizePrecision, proportionPrecision;
    double level = 0.95, nonresponse = 0, benchmarkCv = 0;
    std::optional<double> deff, population; ///< deff: 1 when not given
    bool json = false;
};

struct QuotaArguments {
    std::filesystem::path benchmark;
    std::vector<std::string> cities;
    std::string group;
    std::uint64_t interviews = 0;
    AllocationPlan plan;
    std::uint64_t seasons = 3;
    std::optional<double> proportion;
    bool json = false;
};

Result<SampleSize> sampleSizeOf(const SizeArguments& arguments) {
    if (arguments.sizePrecision.has_value() == arguments.proportionPrecision.has_value())
        return fail(CliErrc::BadInput, "Give exactly one of --size-precision (relative, such as 0.15 for 15% of the "
                                       "population size) and --proportion-precision (absolute, such as 0.05).");
    if (arguments.sizePrecision) {
        if (arguments.population)
            return fail(CliErrc::BadInput, "--population goes with --proportion-precision; with --size-precision, the "
                                           "population size is unknown.");
        return sampleSizeForSize({arguments.proportion, *arguments.sizePrecision, arguments.level,
                                  arguments.deff.value_or(1), arguments.benchmarkCv, arguments.nonresponse});
    }
    ProportionPlan plan{arguments.proportion, *arguments.proportionPrecision, arguments.level,
                        arguments.deff.value_or(1)};
    plan.nonresponse = arguments.nonresponse;
    if (arguments.population) plan.population = *arguments.population;
    return sampleSizeForProportion(plan);
}

Result<int> planSampleSize(const SizeArguments& arguments) {
    PEIL_TRY(const auto size, sampleSizeOf(arguments));
    const double inCare = static_cast<double>(size.n) * (1 - arguments.nonresponse) * arguments.proportion;
    if (arguments.json) {
        std::cout << json::serialize(json::object{{"n0", size.n0}, {"n", size.n}, {"in_care", inCare}}) << '\n';
        return kDone;
    }
    const auto target = arguments.sizePrecision
                            ? "the population size within " + formatNumber(100 * *arguments.sizePrecision) + "%"
                            : "the proportion within " + formatNumber(100 * *arguments.proportionPrecision) + " points";
    std::cout << size.n << " people to approach, for " << target << " (" << formatNumber(100 * arguments.level)
              << "%), if " << formatNumber(100 * arguments.proportion) << "% are in care, with a design effect of "
              << formatNumber(arguments.deff.value_or(1)) << " and " << formatNumber(100 * arguments.nonresponse)
              << "% nonresponse.\nAbout " << formatFixed(inCare, 0) << " of them will be in care"
              << (inCare < 15 ? ": fewer than 15, too few for an estimate; plan more interviews.\n" : ".\n");
    if (!arguments.deff)
        std::cout << "A design effect of 1 is that of a simple random sample. People recruited at the same site are "
                     "more alike: give --deff, such as 1.5.\n";
    return kDone;
}

struct QuotaRow {
    std::string city;
    double benchmark = 0;
    std::uint64_t target = 0;
};

Result<std::vector<QuotaRow>> cellsOf(const QuotaArguments& arguments) {
    PEIL_TRY(const auto source, readTable(arguments.benchmark));
    const auto& table = source.table;
    if (table.legacyLine > 0) std::cerr << "note: " << source.name << ": " << table.encodingNotice() << '\n';
    PEIL_TRY(const auto group, table.requireColumn("group", source.name));
    PEIL_TRY(const auto area, table.requireColumn("area", source.name));
    PEIL_TRY(const auto counts, fullCounts(source, "count", "the number of people is missing; fill it in."));
    const CsvColumn groups(table, group), areas(table, area);
    std::vector<QuotaRow> rows;
    for (const auto& city : arguments.cities) {
        std::optional<double> found;
        for (std::size_t row = 0; row < counts.size(); ++row) {
            if (groups.text(row) != arguments.group || areas.text(row) != city) continue;
            if (found)
                return fail(CliErrc::BadInput, source.name + ", line " + std::to_string(table.lines[row]) + ": " +
                                                   city + " occurs twice for the group \"" + arguments.group +
                                                   "\"; keep one line.");
            found = counts[row];
        }
        if (!found)
            return fail(CliErrc::BadInput, source.name + " has no line for the group \"" + arguments.group +
                                               "\" in the area \"" + city + "\"; correct --group or --cities.");
        rows.push_back({city, *found, 0});
    }
    return rows;
}

std::uint64_t atMost(std::uint64_t target, double part) {
    return static_cast<std::uint64_t>(std::floor(static_cast<double>(target) * part + 1e-9));
}

std::string quotaTable(const QuotaArguments& arguments, const std::vector<QuotaRow>& rows) {
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    const auto line = [&](const std::string& city, const std::vector<std::string>& cells) {
        stream << std::left << std::setw(24) << city << std::right;
        for (const auto& cell : cells)
            stream << std::setw(14) << cell;
        stream << '\n';
    };
    std::vector<std::string> header{"register", "interviews", "on the street", "one site", "interviewer", "a season"};
    if (arguments.proportion) header.push_back("in care");
    line(arguments.group, header);
    for (const auto& row : rows) {
        std::vector<std::string> cells{
            formatFixed(row.benchmark, 0),
            std::to_string(row.target),
            ">= " + formatFixed(std::ceil(static_cast<double>(row.target) * kFewestOnStreet - 1e-9), 0),
            "<= " + std::to_string(atMost(row.target, kMostAtSite)),
            "<= " + std::to_string(atMost(row.target, kMostByInterviewer)),
            "about " + std::to_string((row.target + arguments.seasons / 2) / arguments.seasons)};
        if (arguments.proportion)
            cells.push_back(formatFixed(static_cast<double>(row.target) * *arguments.proportion, 0));
        line(row.city, cells);
    }
    if (arguments.proportion)
        for (const auto& row : rows)
            if (static_cast<double>(row.target) * *arguments.proportion < 15)
                stream << "note: in " << row.city
                       << " fewer than 15 people in care are expected: too few for a separate estimate.\n";
    stream << "Quotas are for monitoring: keep recruiting by site and time slot. Close a cell at 110%, and never fill "
              "one by convenience sampling.\n";
    return stream.str();
}

Result<int> planQuotas(const QuotaArguments& arguments) {
    PEIL_TRY(auto rows, cellsOf(arguments));
    std::vector<double> benchmarks;
    for (const auto& row : rows)
        benchmarks.push_back(row.benchmark);
    auto plan = arguments.plan;
    plan.n = arguments.interviews;
    PEIL_TRY(const auto targets, allocate(benchmarks, plan));
    json::array cells;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].target = targets[i];
        cells.push_back({{"city", rows[i].city},
                         {"group", arguments.group},
                         {"benchmark", rows[i].benchmark},
                         {"target", targets[i]},
                         {"most_at_one_site", atMost(targets[i], kMostAtSite)},
                         {"most_by_one_interviewer", atMost(targets[i], kMostByInterviewer)}});
    }
    std::cout << (arguments.json ? json::serialize(cells) + "\n" : quotaTable(arguments, rows));
    return kDone;
}

void addSampleSize(CLI::App& plan, Task& task) {
    const auto arguments = std::make_shared<SizeArguments>();
    auto* command = plan.add_subcommand("sample-size", "Number of people to approach for a given precision");
    command->add_option("--proportion", arguments->proportion, "Expected proportion in care")->capture_default_str();
    command->add_option("--size-precision", arguments->sizePrecision,
                        "Half-width of the interval of the population size, relative to the size");
    command->add_option("--proportion-precision", arguments->proportionPrecision,
                        "Half-width of the interval of the proportion in care");
    command->add_option("--level", arguments->level, "Confidence level")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    command->add_option("--deff", arguments->deff, "Design effect (default 1)");
    command->add_option("--nonresponse", arguments->nonresponse, "Proportion of people approached who do not take part")
        ->capture_default_str();
    command->add_option("--benchmark-error", arguments->benchmarkCv, "Coefficient of variation of the register count")
        ->capture_default_str();
    command->add_option("--population", arguments->population, "Size of a population that is known to be small");
    command->add_flag("--json", arguments->json, "Print JSON");
    command->callback([arguments, &task] { task = [arguments] { return planSampleSize(*arguments); }; });
}

void addQuotas(CLI::App& plan, Task& task) {
    const auto arguments = std::make_shared<QuotaArguments>();
    auto* command = plan.add_subcommand("quotas", "Allocate the interviews of one group to cities");
    command
        ->add_option("--benchmark", arguments->benchmark,
                     "CSV file with people in the register: columns group, area, count")
        ->required();
    command->add_option("--group", arguments->group, "The group")->required();
    command->add_option("--cities", arguments->cities, "Areas of the register, separated by commas")
        ->delimiter(',')
        ->required();
    command->add_option("--interviews", arguments->interviews, "Total number of interviews")->required();
    command
        ->add_option("--power", arguments->plan.power,
                     "Exponent: a city's part is proportional to its count to this power")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--floor", arguments->plan.floor, "Minimum number of interviews per city")
        ->capture_default_str();
    command->add_option("--seasons", arguments->seasons, "Number of fieldwork periods to spread the interviews over")
        ->check(CLI::Range(1, 12))
        ->capture_default_str();
    command
        ->add_option("--proportion", arguments->proportion, "Expected proportion in care, to show the expected number")
        ->check(CLI::Range(0.0, 1.0));
    command->add_flag("--json", arguments->json, "Print JSON");
    command->callback([arguments, &task] { task = [arguments] { return planQuotas(*arguments); }; });
}

} // namespace

void addPlanCommand(CLI::App& app, Task& task) {
    auto* plan = app.add_subcommand("plan", "How many people to interview, and where");
    plan->require_subcommand(1);
    addSampleSize(*plan, task);
    addQuotas(*plan, task);
}

} // namespace peil::cli
