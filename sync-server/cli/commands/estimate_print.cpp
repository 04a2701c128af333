// SPDX-License-Identifier: Apache-2.0
#include "estimate_print.h"
#include "peil/analysis/estimate_json.h"
#include "peil/base/text.h"
#include "peil/words/words.h"

#include <iomanip>
#include <iostream>
#include <sstream>

namespace peil::cli {
namespace {

using namespace analysis;

using estimation::DerivedSize;
using estimation::groupedText;
using estimation::MultiplierEstimate;
using estimation::PrintedSize;
using estimation::printedSize;

constexpr int kNameWidth = 26, kCareWidth = 14, kProportionWidth = 12, kNumberWidth = 12, kIntervalWidth = 24;

PrintedSize printed(const MultiplierEstimate& estimate) {
    return printedSize(estimate.N, estimate.lower, estimate.upper);
}

PrintedSize printed(double N, const estimation::CheckedInterval& interval) {
    return printedSize(N, interval.lower(), interval.upper());
}

std::string sizeOf(const PrintedSize& size) {
    return size.N ? groupedText(*size.N, size.decimals) : "unknown";
}

/// A size without an interval.
std::string sizeOf(double N) {
    return sizeOf(printedSize(N));
}

std::string limitsOf(const PrintedSize& size) {
    if (!size.lower) return words::textOf(words::Kind::Phrase, "no_interval");
    const auto text = [&](std::optional<double> limit) {
        return limit ? groupedText(*limit, size.decimals) : std::string("unbounded");
    };
    return text(size.lower) + " to " + text(size.upper);
}

std::string inCare(const MultiplierEstimate& estimate) {
    return formatFixed(estimate.x, 0) + " of " + std::to_string(estimate.n);
}

std::string percent(double proportion) {
    return formatFixed(100 * proportion, 1) + "%";
}

/// Who was counted, the proportion that was estimated from them, and the register's count.
struct Basis {
    std::string care, proportion, count;
};

Basis basisOf(const MultiplierEstimate& estimate) {
    return {inCare(estimate), percent(estimate.p), groupedText(estimate.benchmark)};
}

/// Columns: name, in care, proportion, register, people, interval, words.
void row(std::ostream& stream, const std::string& name, const Basis& basis, const std::string& people,
         const std::string& limits, const std::string& words) {
    stream << std::left << std::setw(kNameWidth) << name << std::right << std::setw(kCareWidth) << basis.care
           << std::setw(kProportionWidth) << basis.proportion << std::setw(kNumberWidth) << basis.count
           << std::setw(kNumberWidth) << people << "   " << std::left << std::setw(kIntervalWidth) << limits << words
           << '\n';
}

/// "logit, strata city" or "wilson, binomial"; a weighted table says which of its lines have no weights.
std::string describeMethod(const EstimateResult& result, const GroupResult& group, const MethodInterval& method) {
    const auto& one = method.estimate;
    const std::string standIn(estimation::idOf(one.basis));
    const auto name = (standIn.empty() ? "" : standIn + ", instead of ") + method.method;
    if (method.kind == MethodKind::Design && isCapped(one))
        return name + ", design effect " + formatFixed(*one.deff, 2) + " raised to " + formatFixed(*one.deffUsed, 2) +
               ", " + result.design;
    if (method.method == "likelihood") return name + " (as in R at n/(n-1) people), " + result.design;
    if (method.kind != MethodKind::Binomial) return name + ", " + result.design;
    return name + ", binomial" + (group.weighted ? ", unweighted: " + percent(method.estimate.p) : "");
}

/// The same with what the drawing leaves to chance, and with the reason where there is no interval.
std::string describe(const EstimateResult& result, const GroupResult& group, const MethodInterval& method) {
    auto words = describeMethod(result, group, method);
    const auto& why = method.estimate.noInterval;
    if (method.draws > 0 && !why) words += ", Monte Carlo error " + formatFixed(method.monteCarloError, 1);
    return why ? words + ": " + words::textOf(words::Kind::NoInterval, idOf(*why)) : words;
}

void addMethods(std::ostream& stream, const EstimateResult& result, const GroupResult& group) {
    bool first = true;
    const auto headline = printed(group.headline());
    for (const auto& method : group.methods) {
        const auto& one = method.estimate;
        const auto size = printed(one);
        const bool own = first || size.N != headline.N; // another size, or the same to another unit
        row(stream, first ? group.group : "", first ? basisOf(one) : Basis{}, own ? sizeOf(size) : "", limitsOf(size),
            describe(result, group, method));
        first = false;
    }
    if (group.unweightedN)
        row(stream, "", {}, sizeOf(*group.unweightedN), "",
            "unweighted: " + percent(group.headline().x / static_cast<double>(group.headline().n)));
    for (const auto& source : group.sources) {
        const auto size = printed(source.estimate);
        row(stream, "  " + source.column, basisOf(source.estimate), sizeOf(size), limitsOf(size),
            "from this register alone");
    }
    if (!group.pooled) return;
    const auto& pooled = *group.pooled;
    const auto random = printed(pooled.random, pooled.randomInterval);
    const auto fixed = printed(pooled.fixed, pooled.fixedInterval);
    row(stream, "  all registers", {}, sizeOf(random), limitsOf(random),
        "random effects (DerSimonian-Laird), I2 " + formatFixed(100 * pooled.I2, 0) + "%");
    row(stream, "", {}, sizeOf(fixed), limitsOf(fixed), "fixed effect");
    row(stream, "", {}, sizeOf(pooled.median), "", "median");
}

void addDerived(std::ostream& stream, const EstimateResult& result) {
    if (result.total) {
        const auto size = printed(result.total->N, result.total->interval);
        row(stream, "both groups together", {}, sizeOf(size), limitsOf(size), "log scale, t distribution, same design");
    }
    if (!result.derived) return;
    const auto add = [&](const std::string& words, DerivedSize which) {
        const auto& derived = (*result.derived)[which];
        const auto size = printed(derived.N, derived.interval);
        row(stream, words, {}, sizeOf(size), limitsOf(size), "log scale, t distribution, same design");
    };
    add(result.derivedFirst + " with " + result.trait, DerivedSize::FirstAndTrait);
    add(result.derivedFirst + " without", DerivedSize::FirstOnly);
    add("everyone with " + result.trait, DerivedSize::TraitTotal);
}

void addCities(std::ostream& stream, const GroupResult& group) {
    if (!group.citySums) return;
    const auto& sums = *group.citySums;
    stream << "check, " << group.group << ": the cities together, with a register of " << groupedText(sums.benchmark)
           << ": " << sizeOf(sums.combined) << " with the proportion of the whole group, " << sizeOf(sums.nearUnbiased)
           << " as the sum of B(n+1)/(x+1), " << (sums.separate ? sizeOf(*sums.separate) : std::string("no size"))
           << " as the sum of B/p (biased upward in small cities)\n";
}

void addNotes(std::ostream& stream, const EstimateResult& result, const WeightNotes& weights) {
    if (weights.limit)
        stream << "weights: " << weights.trimmed << " trimmed at " << formatFixed(*weights.limit, 3)
               << "; Kish design effect " << formatFixed(weights.kishDeffBefore, 2) << " before\n";
    for (const auto& group : result.groups)
        for (const auto& warning : group.warnings)
            stream << "note, " << group.group << ": " << words::textOf(words::Kind::Warning, idOf(warning.kind))
                   << (warning.detail.empty() ? "" : " (" + warning.detail + ")") << '\n';
    for (const auto& group : result.groups)
        if (group.pooled)
            stream << "note, " << group.group
                   << ": pooled as if the registers were independent; the same people were asked about all of them, so "
                      "the pooled interval is too narrow.\n";
}

} // namespace

void printNotices(const std::vector<InputFile>& files) {
    for (const auto& file : files)
        if (!file.notice.empty()) std::cerr << "note: " << file.name << ": " << file.notice << '\n';
}

std::string tableOf(const EstimateResult& result, const EstimateInput& input) {
    const auto& weights = input.weights;
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    row(stream, "group",
        {weights.weighted ? "counted" : "in care", weights.weighted ? "weighted" : "proportion", "register"}, "people",
        formatNumber(100 * result.level) + "% interval", "method");
    for (const auto& group : result.groups)
        addMethods(stream, result, group);
    addDerived(stream, result);
    for (const auto& group : result.groups)
        addCities(stream, group);
    addNotes(stream, result, weights);
    stream << sourcesText(result, input);
    if (weights.weighted)
        stream << "counted: people in care among those who answered, unweighted; weighted: the weighted proportion, "
                  "which gives the size and its interval.\n";
    stream << "A size and its limits are rounded together: to 10 from 100 people, to 100 from 1,000, to 1,000 from "
              "100,000, and finer where the size would coincide with a limit. --json prints unrounded figures.\n";
    return stream.str();
}

std::string jsonOf(const EstimateResult& result, const std::string& command, std::uint64_t seed,
                   const EstimateInput& input) {
    boost::json::array estimates;
    for (const auto& group : result.groups)
        estimates.push_back(groupJson(group));
    boost::json::object all{{"program", "peil " PEIL_VERSION},
                            {"command", command},
                            {"files", filesJson(input.files)},
                            {"seed", seed},
                            {"level", result.level},
                            {"design", result.design},
                            {"weights", weightsJson(input.weights)},
                            {"definitions", definitionsJson(input.declared, input.counts.facts)},
                            {"register", registerJson(input.counts)},
                            {"rows", rowsJson(input.rows)},
                            {"estimates", std::move(estimates)}};
    if (result.total) all["total"] = totalJson(result);
    if (result.derived) all["derived"] = derivedJson(result);
    return boost::json::serialize(all);
}

} // namespace peil::cli
