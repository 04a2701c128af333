// SPDX-License-Identifier: Apache-2.0
#include "estimate_result.h"

#include "peil/base/text.h"

#include <boost/json.hpp>
#include <cmath>
#include <iomanip>

namespace peil::cli {
namespace {

using estimation::DerivedSize;
using estimation::MultiplierEstimate;

std::string grouped(double value, double unit) {
    auto digits = formatFixed(estimation::roundTo(value, unit), 0);
    for (std::size_t at = digits.size(); at > 3 && digits[at - 4] != '-';) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string interval(const MultiplierEstimate& estimate) {
    return grouped(estimate.lower, 1) + " to " +
           (estimate.upper ? grouped(*estimate.upper, 1) : std::string("unbounded"));
}

boost::json::value number(double value) {
    return std::isfinite(value) ? boost::json::value(value) : boost::json::value(nullptr);
}
boost::json::value number(const std::optional<double>& value) {
    return value ? number(*value) : boost::json::value(nullptr);
}

boost::json::object jsonOf(const GroupResult& group) {
    const auto& main = group.methods.front().estimate;
    boost::json::array intervals, warnings;
    for (const auto& method : group.methods)
        intervals.push_back({{"method", method.method},
                             {"kind", method.kind},
                             {"lower", number(method.estimate.lower)},
                             {"upper", number(method.estimate.upper)},
                             {"exact", method.estimate.exact}});
    for (const auto& warning : main.warnings)
        warnings.push_back({{"id", estimation::idOf(warning.kind)}, {"detail", warning.detail}});
    return {{"group", group.group},
            {"n", main.n},
            {"missing", main.missing},
            {"x", main.x},
            {"benchmark", main.benchmark},
            {"p", number(main.p)},
            {"standard_error", number(main.standardError)},
            {"df", main.degreesOfFreedom},
            {"deff", number(main.deff)},
            {"N", number(main.N)},
            {"lower", number(main.lower)},
            {"upper", number(main.upper)},
            {"method", group.methods.front().method},
            {"level", main.level},
            {"care_gap", number(main.careGap)},
            {"intervals", std::move(intervals)},
            {"warnings", std::move(warnings)}};
}

boost::json::object jsonOf(const estimation::SizeEstimate& size) {
    return {{"N", number(size.N)},
            {"standard_error", number(size.standardError)},
            {"lower", number(size.logNormal.lower)},
            {"upper", number(size.logNormal.upper)}};
}

struct Row {
    std::string words;
    const estimation::SizeEstimate& size;
};

std::vector<Row> derivedRows(const EstimateResult& result) {
    const auto& sizes = *result.derived;
    return {{result.derivedFirst + " with " + result.trait, sizes[DerivedSize::FirstAndTrait]},
            {result.derivedFirst + " without", sizes[DerivedSize::FirstOnly]},
            {"all with " + result.trait, sizes[DerivedSize::TraitTotal]}};
}

} // namespace

void printTable(std::ostream& stream, const EstimateResult& result) {
    const auto percent = formatNumber(100 * result.level) + "% interval";
    stream << std::left << std::setw(26) << "group" << std::right << std::setw(14) << "in care" << std::setw(12)
           << "register" << std::setw(12) << "people"
           << "   " << std::left << std::setw(24) << percent << "method\n";
    for (const auto& group : result.groups) {
        bool first = true;
        for (const auto& method : group.methods) {
            const auto& main = method.estimate;
            const auto share = formatFixed(main.x, 0) + " of " + std::to_string(main.n);
            stream << std::left << std::setw(26) << (first ? group.group : "") << std::right << std::setw(14)
                   << (first ? share : "") << std::setw(12) << (first ? grouped(main.benchmark, 1) : "")
                   << std::setw(12)
                   << (!first   ? ""
                       : main.N ? grouped(*main.N, 100)
                                : "unknown")
                   << "   " << std::left << std::setw(24) << interval(main)
                   << (main.exact && method.kind == "design" ? "clopper_pearson, in place of " : "") << method.method
                   << (method.kind == "binomial" ? ", binomial" : ", " + result.designWords) << '\n';
            first = false;
        }
    }
    if (result.derived) {
        for (const auto& row : derivedRows(result))
            stream << std::left << std::setw(52) << row.words << std::right << std::setw(12) << grouped(row.size.N, 100)
                   << "   " << std::left << std::setw(24)
                   << grouped(row.size.logNormal.lower, 1) + " to " + grouped(row.size.logNormal.upper, 1)
                   << "log-normal, from the same design\n";
    }
    for (const auto& group : result.groups)
        for (const auto& warning : group.methods.front().estimate.warnings)
            stream << "note, " << group.group << ": " << estimation::sentenceOf(warning.kind)
                   << (warning.detail.empty() ? "" : " (" + warning.detail + ")") << '\n';
    stream << "People are rounded to hundreds; --json gives them unrounded.\n";
}

std::string toJson(const EstimateResult& result) {
    boost::json::array estimates;
    for (const auto& group : result.groups)
        estimates.push_back(jsonOf(group));
    boost::json::object json{
        {"level", result.level}, {"design", result.designWords}, {"estimates", std::move(estimates)}};
    if (result.derived) {
        const auto& sizes = *result.derived;
        json["derived"] = {{"first", result.derivedFirst},
                           {"second", result.derivedSecond},
                           {"trait", result.trait},
                           {"both", jsonOf(sizes[DerivedSize::FirstAndTrait])},
                           {"first_only", jsonOf(sizes[DerivedSize::FirstOnly])},
                           {"trait_total", jsonOf(sizes[DerivedSize::TraitTotal])},
                           {"union", jsonOf(sizes[DerivedSize::Union])}};
    }
    return boost::json::serialize(json);
}

} // namespace peil::cli
