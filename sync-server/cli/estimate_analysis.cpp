// SPDX-License-Identifier: Apache-2.0
#include "estimate_analysis.h"

#include "peil/base/text.h"
#include "peil/estimation/resample.h"

#include <algorithm>

namespace peil::cli {
namespace {

using namespace estimation;

std::string designWords(const EstimateColumns& columns) {
    std::vector<std::string> words;
    if (!columns.strata.empty()) words.push_back("strata " + columns.strata);
    if (!columns.cluster.empty()) words.push_back("clusters " + columns.cluster);
    if (!columns.weight.empty()) words.push_back("weights " + columns.weight);
    if (!columns.frame.empty()) words.push_back("frame " + columns.frame);
    return words.empty() ? "simple random sample" : join(words, ", ");
}

Result<MethodInterval> oneMethod(const InterviewColumns& rows, const Domain& domain, double benchmark,
                                 const std::string& method, double level) {
    MultiplierOptions options;
    options.level = level;
    const auto ofDesign = designMethod(method);
    if (ofDesign) options.method = *ofDesign;
    PEIL_TRY(auto estimate, multiplierEstimate(rows.design, domain, rows.inCare, benchmark, options));
    if (ofDesign) return MethodInterval{method, "design", std::move(estimate)};
    const auto binomial = binomialMethod(method);
    if (!binomial)
        return fail(CliErrc::BadInput,
                    "There is no method \"" + method +
                        "\"; take some of logit, beta, beta_nchs, likelihood, asin, mean (with the "
                        "design) or wald, wilson, agresti_coull, clopper_pearson, jeffreys, mid_p (binomial).");
    PEIL_TRY(auto counted,
             multiplierFromCounts(estimate.x, static_cast<double>(estimate.n), benchmark, *binomial, level));
    counted.missing = estimate.missing;
    return MethodInterval{method, "binomial", std::move(counted)};
}

bool allHave(const InterviewColumns& rows, const std::string& group) {
    const auto code = rows.group.code(group);
    for (std::size_t row = 0; row < rows.inCare.size(); ++row)
        if (rows.group.codes[row] == code && (*rows.trait)[row] != 1) return false;
    return true;
}

/// Two groups, of which one has the trait by definition: then the sizes across them follow.
void addDerived(EstimateResult& result, const AnalysisOptions& options, const InterviewColumns& rows,
                const std::map<std::string, double>& register_) {
    if (!rows.trait || result.groups.size() != 2) return;
    auto first = result.groups[0].group, second = result.groups[1].group;
    if (allHave(rows, first)) std::swap(first, second);
    if (allHave(rows, first) || !allHave(rows, second)) return;
    const auto firstDomain = Domain::where(rows.group, first), secondDomain = Domain::where(rows.group, second);
    auto derived = derivedSizes({rows.design, firstDomain, secondDomain, rows.inCare, *rows.trait, register_.at(first),
                                 register_.at(second), options.level});
    if (!derived) return;
    result.derived = std::move(*derived);
    result.derivedFirst = first;
    result.derivedSecond = second;
    result.trait = options.columns.trait;
}

} // namespace

void addAnalysisOptions(CLI::App& command, AnalysisOptions& options) {
    options.columns.trait = "crack_use";
    command
        .add_option("--data", options.data,
                    "Interviews in CSV: one row a person, with columns group and in_care (1, 0 or empty)")
        ->required();
    command.add_option("--benchmark", options.benchmark, "People in the register in CSV: columns group, area, count")
        ->required();
    command.add_option("--group", options.group, "Only this group");
    command.add_option("--area", options.area, "Area of the register; else the largest of each group");
    command.add_option("--in-care", options.columns.inCare, "Column that says who is in the register")
        ->capture_default_str();
    command.add_option("--trait", options.columns.trait, "Column for the sizes across two groups")
        ->capture_default_str();
    command.add_option("--strata", options.columns.strata, "Column of the strata, such as city");
    command.add_option("--cluster", options.columns.cluster, "Column of the clusters, such as site");
    command.add_option("--weight", options.columns.weight, "Column of the weights");
    command.add_option("--fpc", options.columns.frame, "Column with the number of clusters in the stratum's frame");
    command.add_option("--method", options.methods, "Methods of the interval, the main one first")
        ->delimiter(',')
        ->capture_default_str();
    command.add_option("--level", options.level, "Confidence level")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    command.add_option("--bootstrap", options.bootstrap, "Also an interval from so many Rao-Wu replicates")
        ->check(CLI::Range(100, 1'000'000));
    command.add_option("--seed", options.seed, "Seed of the bootstrap: the same seed, the same interval")
        ->capture_default_str();
}

Result<std::vector<std::string>> groupsOf(const AnalysisOptions& options, const InterviewColumns& rows,
                                          const std::map<std::string, double>& register_) {
    std::vector<std::string> both;
    for (const auto& level : rows.group.levels)
        if (register_.contains(level)) both.push_back(level);
    if (options.group.empty() && !both.empty()) return both;
    if (std::find(both.begin(), both.end(), options.group) != both.end()) return std::vector{options.group};
    if (options.group.empty())
        return fail(CliErrc::BadInput, options.data.string() + " and " + options.benchmark.string() +
                                           " have no group in common; write the groups in the same way in both.");
    return fail(CliErrc::BadInput, "The group \"" + options.group + "\" does not stand in both " +
                                       options.data.string() + " and " + options.benchmark.string() +
                                       "; take one of: " + join(both, ", ") + ".");
}

Result<GroupResult> estimateGroup(const AnalysisOptions& options, const InterviewColumns& rows,
                                  const std::string& group, double benchmark) {
    GroupResult result{group, {}};
    const auto domain = Domain::where(rows.group, group);
    for (const auto& method : options.methods) {
        PEIL_TRY(auto one, oneMethod(rows, domain, benchmark, method, options.level));
        result.methods.push_back(std::move(one));
    }
    if (options.bootstrap > 0) {
        BootstrapOptions how;
        how.replicates = options.bootstrap;
        how.seed = options.seed;
        how.level = options.level;
        PEIL_TRY(const auto drawn, raoWuBootstrap(rows.design, domain, rows.inCare, benchmark, how));
        auto estimate = result.methods.front().estimate;
        estimate.lower = drawn.lower;
        estimate.upper = drawn.upper;
        estimate.exact = false;
        const auto name =
            "bootstrap of " + std::to_string(options.bootstrap) + ", seed " + std::to_string(options.seed);
        result.methods.push_back({name, "bootstrap", std::move(estimate)});
    }
    return result;
}

Result<EstimateResult> estimateGroups(const AnalysisOptions& options, const InterviewColumns& rows,
                                      const std::map<std::string, double>& register_) {
    PEIL_TRY(const auto groups, groupsOf(options, rows, register_));
    EstimateResult result;
    result.level = options.level;
    result.designWords = designWords(options.columns);
    for (const auto& group : groups) {
        PEIL_TRY(auto one, estimateGroup(options, rows, group, register_.at(group)));
        result.groups.push_back(std::move(one));
    }
    addDerived(result, options, rows, register_);
    return result;
}

} // namespace peil::cli
