// SPDX-License-Identifier: Apache-2.0
#include "estimate_options.h"

#include "cli/command.h"
#include "peil/base/enum_text.h"
#include "peil/base/text.h"

#include <set>

namespace peil::cli {
namespace {

using namespace analysis;

using estimation::BenchmarkVariance;
using estimation::SingleClusterPolicy;

constexpr double kUsualTrim = 5; ///< medians, for time-location weights

constexpr EnumText<SingleClusterPolicy> kPolicies[] = {{SingleClusterPolicy::Adjust, "adjust"},
                                                       {SingleClusterPolicy::Average, "average"},
                                                       {SingleClusterPolicy::Remove, "remove"},
                                                       {SingleClusterPolicy::Certainty, "certainty"}};
constexpr EnumText<BenchmarkVariance> kBenchmarkErrors[] = {{BenchmarkVariance::None, "none"},
                                                            {BenchmarkVariance::Binomial, "binomial"},
                                                            {BenchmarkVariance::Poisson, "poisson"}};

Result<BenchmarkError> benchmarkErrorOf(const std::string& text) {
    if (const auto kind = valueIn(kBenchmarkErrors, text)) return BenchmarkError{*kind, 0};
    const auto cv = parseNumber(text);
    if (!cv || !(*cv > 0 && *cv <= 1))
        return fail(CliErrc::BadInput, "--benchmark-error must be none, binomial, poisson or a coefficient of "
                                       "variation above 0 and at most 1, such as 0.05, not \"" +
                                           text + "\".");
    return BenchmarkError{BenchmarkVariance::Cv, *cv};
}

/// As CLI11 writes a default of several values: "[a,b]".
std::vector<std::string> withoutBrackets(std::string text) {
    if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
    return text.empty() ? std::vector<std::string>() : std::vector{std::move(text)};
}

std::string withoutFolder(const std::string& value, const std::string& type) {
    const auto nameOf = [](const std::filesystem::path& file) { return file.filename().string(); };
    if (type == kStudyFolder) return "study.toml";
    if (type == kFile) return nameOf(value);
    const auto equals = type == kColumnAndFile ? value.find('=') : std::string::npos;
    return equals == std::string::npos ? value : value.substr(0, equals + 1) + nameOf(value.substr(equals + 1));
}

std::string quoted(const std::string& value) {
    const bool plain = value.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.,/") ==
                       std::string::npos;
    return plain && !value.empty() ? value : "'" + replaceAll(value, "'", "'\\''") + "'";
}

void addColumns(CLI::App& command, AnalysisOptions& options) {
    auto& columns = options.columns;
    command.add_option("--in-care", columns.inCare, "Column that shows who is in the register")->capture_default_str();
    command.add_option("--trait", columns.trait,
                       "Column of a trait that everyone in one group has, for the sizes across two groups (default: "
                       "the trait in --study)");
    command.add_option("--strata", columns.strata, "Column of the strata, such as city");
    command.add_option("--cluster", columns.cluster, "Column of the clusters, such as site");
    command.add_option("--fpc", columns.frame, "Column with the number of clusters in the frame of the stratum");
    auto* weight = command.add_option("--weight", columns.weight, "Column of the weights");
    auto* visits = command.add_option("--visits", columns.visits,
                                      "Column with visits to sites of the frame, for time-location weights: 1/(visits "
                                      "x probability), trimmed at 5 times the median");
    visits->excludes(weight);
    command
        .add_option("--probability", columns.probability, "Column with the selection probability of site and time slot")
        ->needs(visits);
    auto* trim = command.add_option("--trim", options.trim, "Trim weights above N times the median");
    trim->check(CLI::Range(1.0, 1e6));
    visits->each([trim](const std::string&) { trim->default_str(formatNumber(kUsualTrim)); });
    command
        .add_option("--totals", options.totals,
                    "CSV file with known totals: columns margin, category, total and, if they differ, group; one "
                    "margin is post-stratified, several are raked")
        ->type_name(kFile);
    auto& places = options.places;
    command.add_option("--city-column", places.city, "Column of the city (default: that of --strata, or city)");
    command.add_option("--site-column", places.site, "Column of the site (default: that of --cluster, or site)");
    command.add_option("--week", places.week, "Column of the week of the interview (default week)");
    command.add_option("--date", places.date, "Column of the date of the interview (default interview_date)");
    command.add_option("--site-type", places.siteType, "Column of the type of the site (default site_type)");
    command.add_option("--code", places.code,
                       "Column of the self-generated code (default participant_code, or self_code)");
}

void addMethods(CLI::App& command, AnalysisArguments& arguments) {
    auto& options = arguments.options;
    command.add_option("--method", options.methods, "Interval methods, the main one first: " + methodNames())
        ->delimiter(',')
        ->capture_default_str();
    command.add_option("--level", options.level, "Confidence level")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    command
        .add_option("--benchmark-error", arguments.benchmarkError,
                    "Error of the register count, included in every interval: none, binomial, poisson or a coefficient "
                    "of variation")
        ->capture_default_str();
    command.add_option("--single-cluster", arguments.singleCluster, "Variance rule for strata with a single PSU")
        ->check(CLI::IsMember(textsIn(kPolicies)))
        ->capture_default_str();
    command
        .add_option("--also", arguments.others,
                    "Another register of the same area that the interviews ask about, as COLUMN=FILE; repeatable")
        ->type_name(kColumnAndFile)
        ->allow_extra_args(false);
    command.add_flag("--pool", options.pool, "Add a pooled size from all registers, weighted by precision");
    command
        .add_option("--register-run", options.registerRun,
                    "Types of sites run by the institutions that supply the register, separated by commas")
        ->delimiter(',');
    auto* bootstrap =
        command.add_option("--bootstrap", options.bootstrap, "Add a Rao-Wu bootstrap interval (N replicates)");
    bootstrap->check(CLI::Range(100, 1'000'000));
    if (options.bootstrap > 0) bootstrap->capture_default_str();
    command.add_option("--seed", options.seed, "Seed of the random numbers; the same seed gives the same interval")
        ->capture_default_str();
}

} // namespace

void addAnalysisOptions(CLI::App& command, AnalysisArguments& arguments) {
    auto& options = arguments.options;
    command
        .add_option("--data", options.data,
                    "CSV file with one interview per row, with columns group and in_care (1, 0 or empty)")
        ->type_name(kFile)
        ->required();
    command
        .add_option("--benchmark", options.benchmark,
                    "CSV file with people in the register: columns group, area, count; if known, register, year, "
                    "definition, deduplicated")
        ->type_name(kFile)
        ->required();
    command
        .add_option("--study", options.study, "Study folder or study.toml, for the definitions of sample and register")
        ->type_name(kStudyFolder);
    command.add_option("--group", options.group, "Estimate only this group");
    command.add_option("--area", options.registerAsked.area,
                       "Area of the register (default: the area that all groups have; of several, the largest)");
    command.add_option("--register", options.registerAsked.registerName,
                       "Register to use if the benchmark has several");
    command.add_option("--year", options.registerAsked.year, "Year of the register if the benchmark has several");
    addColumns(command, options);
    addMethods(command, arguments);
}

Result<AnalysisOptions> checkedAnalysis(const AnalysisArguments& arguments) {
    auto options = arguments.options;
    PEIL_TRY(options.benchmarkError, benchmarkErrorOf(arguments.benchmarkError));
    options.singleCluster = valueIn(kPolicies, arguments.singleCluster).value_or(options.singleCluster);
    if (!options.columns.visits.empty() && !options.trim) options.trim = kUsualTrim;
    for (const auto& other : arguments.others) {
        const auto equals = other.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == other.size())
            return fail(CliErrc::BadInput,
                        "--also needs COLUMN=FILE, such as in_shelter=shelters.csv, not \"" + other + "\".");
        options.others.push_back({other.substr(0, equals), other.substr(equals + 1)});
    }
    if (options.pool && options.others.empty())
        return fail(CliErrc::BadInput, "--pool needs a second register; add it with --also COLUMN=FILE.");
    return options;
}

std::string commandLineOf(const CLI::App& command) {
    static const std::set<std::string> kOfOutput{"--help", "--json", "--out"};
    auto line = "peil " + command.get_name();
    for (const auto* option : command.get_options()) {
        const auto name = option->get_name();
        auto values = option->results();
        if (kOfOutput.contains(name)) continue;
        if (option->get_items_expected_max() == 0) {
            if (!values.empty()) line += " " + name;
            continue;
        }
        if (values.empty()) values = withoutBrackets(option->get_default_str());
        if (option->get_delimiter() != '\0' && !values.empty())
            values = {join(values, std::string(1, option->get_delimiter()))};
        for (const auto& value : values)
            line += " " + name + " " + quoted(withoutFolder(value, option->get_type_name()));
    }
    return line;
}

} // namespace peil::cli
