// SPDX-License-Identifier: Apache-2.0
#include "report_output.h"

#include <boost/json.hpp>
#include <cmath>

namespace peil::cli {
namespace {

namespace json = boost::json;

json::value number(double value) {
    return std::isfinite(value) ? json::value(value) : json::value(nullptr);
}
json::value number(const std::optional<double>& value) {
    return value ? number(*value) : json::value(nullptr);
}

json::array methodsJson(const GroupReport& group) {
    json::array result;
    for (const auto& method : group.estimate.methods)
        result.push_back({{"method", method.method},
                          {"kind", method.kind},
                          {"exact", method.estimate.exact},
                          {"lower", number(method.estimate.lower)},
                          {"upper", number(method.estimate.upper)}});
    return result;
}

json::array citiesJson(const GroupReport& group) {
    json::array result;
    for (const auto& row : group.cities)
        result.push_back({{"city", row.city},
                          {"n", row.estimate.n},
                          {"x", row.estimate.x},
                          {"p", number(row.estimate.p)},
                          {"p_lower", number(row.estimate.pInterval.lower)},
                          {"p_upper", number(row.estimate.pInterval.upper)},
                          {"benchmark", number(row.estimate.benchmark)},
                          {"size", row.kind == CitySize::Direct         ? "direct"
                                   : row.kind == CitySize::NearUnbiased ? "near_unbiased"
                                                                        : "none"},
                          {"N", number(row.N)},
                          {"lower", row.kind == CitySize::Direct ? number(row.estimate.lower) : nullptr},
                          {"upper", row.kind == CitySize::Direct ? number(row.estimate.upper) : nullptr}});
    return result;
}

json::value sensitivityJson(const GroupReport& group) {
    if (!group.sensitivity) return nullptr;
    const auto& result = *group.sensitivity;
    json::array tornado;
    for (const auto& row : result.tornado)
        tornado.push_back({{"factor", nameOf(row.factor)},
                           {"low", row.low},
                           {"high", row.high},
                           {"N_at_low", number(row.NAtLow)},
                           {"N_at_high", number(row.NAtHigh)}});
    return {{"tornado", std::move(tornado)},
            {"sampling_error", {number(result.samplingError.NAtLow), number(result.samplingError.NAtHigh)}},
            {"corrected", number(result.corrected)},
            {"median", number(result.median)},
            {"joint_lower", number(result.joint.lower)},
            {"joint_upper", number(result.joint.upper)},
            {"draws", result.draws},
            {"seed", result.seed}};
}

json::array weeksJson(const GroupReport& group) {
    json::array result;
    for (const auto& week : group.weeks)
        result.push_back({{"week", week.week},
                          {"n", week.n},
                          {"x", week.x},
                          {"N", number(week.N)},
                          {"lower", number(week.lower)},
                          {"upper", number(week.upper)}});
    return result;
}

json::array influenceJson(const std::vector<UnitInfluence>& units) {
    json::array result;
    for (const auto& unit : units)
        result.push_back(
            {{"without", unit.unit}, {"n", unit.n}, {"N", number(unit.N)}, {"change", number(unit.change)}});
    return result;
}

json::object groupJson(const GroupReport& group) {
    const auto& main = group.main();
    json::array warnings, reproduced;
    for (const auto& warning : group.warnings)
        warnings.push_back({{"id", estimation::idOf(warning.kind)}, {"detail", warning.detail}});
    for (const auto& method : group.reproducedBy)
        reproduced.push_back(json::value(method));
    json::object result{{"group", group.estimate.group},
                        {"rows", group.rows},
                        {"n", main.n},
                        {"missing", main.missing},
                        {"x", main.x},
                        {"benchmark", main.benchmark},
                        {"p", number(main.p)},
                        {"standard_error", number(main.standardError)},
                        {"df", main.degreesOfFreedom},
                        {"deff", number(main.deff)},
                        {"effective_n", number(main.effectiveN)},
                        {"kish_deff", number(main.kishDeff)},
                        {"p_all_missing_in", number(main.pAllMissingIn)},
                        {"p_all_missing_out", number(main.pAllMissingOut)},
                        {"N", number(main.N)},
                        {"lower", number(main.lower)},
                        {"upper", number(main.upper)},
                        {"care_gap", number(main.careGap)},
                        {"intervals", methodsJson(group)},
                        {"cities", citiesJson(group)},
                        {"sensitivity", sensitivityJson(group)},
                        {"weeks", weeksJson(group)},
                        {"without_site", influenceJson(group.withoutSite)},
                        {"without_city", influenceJson(group.withoutCity)},
                        {"warnings", std::move(warnings)}};
    if (group.citySums)
        result["city_sums"] = {{"benchmark", group.citySums->benchmark},
                               {"combined", number(group.citySums->combined)},
                               {"separate", number(group.citySums->separate)},
                               {"near_unbiased", number(group.citySums->nearUnbiased)}};
    if (group.published)
        result["published"] = {{"N", group.published->N},
                               {"lower", number(group.published->lower)},
                               {"upper", number(group.published->upper)},
                               {"reproduced_by", std::move(reproduced)}};
    return result;
}

json::value derivedJson(const EstimateResult& estimate) {
    if (!estimate.derived) return nullptr;
    json::object sizes{{"first", estimate.derivedFirst}, {"second", estimate.derivedSecond}, {"trait", estimate.trait}};
    for (std::size_t i = 0; i < estimation::kDerivedSizes; ++i) {
        const auto which = static_cast<estimation::DerivedSize>(i);
        if (which == estimation::DerivedSize::First || which == estimation::DerivedSize::Second) continue;
        const auto& size = (*estimate.derived)[which];
        sizes[nameOf(which)] = {{"N", number(size.N)},
                                {"standard_error", number(size.standardError)},
                                {"lower", number(size.logNormal.lower)},
                                {"upper", number(size.logNormal.upper)}};
    }
    return sizes;
}

} // namespace

std::string reportJson(const ReportView& view) {
    json::array groups, files, absent;
    for (const auto& group : view.report.groups)
        groups.push_back(groupJson(group));
    for (const auto& file : view.input.files)
        files.push_back({{"option", file.option}, {"name", file.name}, {"rows", file.rows}, {"sha256", file.sha256}});
    for (const auto& column : view.input.absentColumns)
        absent.push_back(json::value(column));
    json::object ranges;
    for (std::size_t i = 0; i < estimation::kBiasFactors; ++i) {
        const auto& range = view.options.ranges[i];
        ranges[nameOf(static_cast<estimation::BiasFactor>(i))] = {range.low, range.mode, range.high};
    }
    const json::object result{{"program", "peil " PEIL_VERSION},
                              {"command", reportCommandLine(view.options)},
                              {"seed", view.options.analysis.seed},
                              {"files", std::move(files)},
                              {"absent_columns", std::move(absent)},
                              {"level", view.options.analysis.level},
                              {"design", view.report.estimate.designWords},
                              {"interviews", view.input.rows.inCare.size()},
                              {"interviews_in_other_groups", view.report.rowsInOtherGroups},
                              {"groups", std::move(groups)},
                              {"derived", derivedJson(view.report.estimate)},
                              {"ranges", std::move(ranges)}};
    return json::serialize(result) + "\n";
}

} // namespace peil::cli
