// SPDX-License-Identifier: Apache-2.0
// The table of `peil estimate`.
#include "estimate_result.h"

#include "peil/base/text.h"

#include <cmath>
#include <iomanip>
#include <sstream>

namespace peil::cli {
namespace {

using estimation::DerivedSize;
using estimation::MultiplierEstimate;

constexpr int kNameWidth = 26, kCareWidth = 14, kNumberWidth = 12, kIntervalWidth = 24;

std::string grouped(double value, double unit) {
    if (!std::isfinite(value)) return "unbounded";
    auto digits = formatFixed(estimation::roundTo(value, unit), 0);
    for (std::size_t at = digits.size(); at > 3 && digits[at - 4] != '-';) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string range(double lower, double upper) {
    return grouped(lower, 1) + " to " + grouped(upper, 1);
}

std::string interval(const MultiplierEstimate& estimate) {
    return range(estimate.lower, estimate.upper.value_or(std::numeric_limits<double>::infinity()));
}

std::string sizeOf(const std::optional<double>& N) {
    return N ? grouped(*N, 100) : "unknown";
}

std::string inCare(const MultiplierEstimate& estimate) {
    return formatFixed(estimate.x, 0) + " of " + std::to_string(estimate.n);
}

/// Columns: name, in care, register, people, interval, words.
void row(std::ostream& stream, const std::string& name, const std::string& care, const std::string& count,
         const std::string& people, const std::string& limits, const std::string& words) {
    stream << std::left << std::setw(kNameWidth) << name << std::right << std::setw(kCareWidth) << care
           << std::setw(kNumberWidth) << count << std::setw(kNumberWidth) << people << "   " << std::left
           << std::setw(kIntervalWidth) << limits << words << '\n';
}

void addMethods(std::ostream& stream, const EstimateResult& result, const GroupResult& group) {
    bool first = true;
    for (const auto& method : group.methods) {
        const auto& one = method.estimate;
        const auto words = (one.exact ? "clopper_pearson, in place of " : "") + method.method +
                           (method.kind == "binomial" ? ", binomial" : ", " + result.designWords);
        const bool own = first || method.kind == "bayesian"; // its median differs from B/p
        row(stream, first ? group.group : "", first ? inCare(one) : "", first ? grouped(one.benchmark, 1) : "",
            own ? sizeOf(one.N) : "", interval(one), words);
        first = false;
    }
    if (group.unweightedN) row(stream, "", "", "", grouped(*group.unweightedN, 100), "", "without weights");
    for (const auto& source : group.sources)
        row(stream, "  " + source.column, inCare(source.estimate), grouped(source.estimate.benchmark, 1),
            sizeOf(source.estimate.N), interval(source.estimate), "from this register alone");
    if (!group.pooled) return;
    const auto& pooled = *group.pooled;
    row(stream, "  all registers", "", "", grouped(pooled.random, 100),
        range(pooled.randomInterval.lower, pooled.randomInterval.upper),
        "random effects (DerSimonian-Laird), I2 " + formatFixed(100 * pooled.I2, 0) + "%");
    row(stream, "", "", "", grouped(pooled.fixed, 100), range(pooled.fixedInterval.lower, pooled.fixedInterval.upper),
        "fixed effect");
    row(stream, "", "", "", grouped(pooled.median, 100), "", "median");
}

void addDerived(std::ostream& stream, const EstimateResult& result) {
    if (!result.derived) return;
    const auto add = [&](const std::string& words, DerivedSize which) {
        const auto& size = (*result.derived)[which];
        row(stream, words, "", "", grouped(size.N, 100), range(size.logNormal.lower, size.logNormal.upper),
            "log-normal, from the same design");
    };
    add(result.derivedFirst + " with " + result.trait, DerivedSize::FirstAndTrait);
    add(result.derivedFirst + " without", DerivedSize::FirstOnly);
    add("all with " + result.trait, DerivedSize::TraitTotal);
}

void addCities(std::ostream& stream, const GroupResult& group) {
    if (!group.citySums) return;
    const auto& sums = *group.citySums;
    stream << "check, " << group.group << ": the cities together, with a register of " << grouped(sums.benchmark, 1)
           << ": " << grouped(sums.combined, 100) << " with the share of the whole group, "
           << grouped(sums.nearUnbiased, 100) << " as the sum of B(n+1)/(x+1), "
           << (sums.separate ? grouped(*sums.separate, 100) : std::string("no size"))
           << " as the sum of B/p (biased upward in small cities)\n";
}

void addNotes(std::ostream& stream, const EstimateResult& result, const WeightNotes& weights) {
    if (weights.limit)
        stream << "weights: " << weights.trimmed << " cut at " << formatFixed(*weights.limit, 3)
               << "; Kish design effect " << formatFixed(weights.kishDeffBefore, 2) << " before\n";
    for (const auto& group : result.groups)
        for (const auto& warning : group.warnings)
            stream << "note, " << group.group << ": " << estimation::sentenceOf(warning.kind)
                   << (warning.detail.empty() ? "" : " (" + warning.detail + ")") << '\n';
    for (const auto& group : result.groups)
        if (group.pooled)
            stream << "note, " << group.group
                   << ": pooled as if the registers were independent; they were asked of the same people, so that the "
                      "pooled interval is too narrow.\n";
}

} // namespace

std::string tableOf(const EstimateResult& result, const WeightNotes& weights) {
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    row(stream, "group", "in care", "register", "people", formatNumber(100 * result.level) + "% interval", "method");
    for (const auto& group : result.groups)
        addMethods(stream, result, group);
    addDerived(stream, result);
    for (const auto& group : result.groups)
        addCities(stream, group);
    addNotes(stream, result, weights);
    stream << "People are rounded to hundreds; --json gives them unrounded.\n";
    return stream.str();
}

} // namespace peil::cli
