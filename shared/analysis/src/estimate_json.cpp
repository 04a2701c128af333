// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/estimate_json.h"

#include <cmath>

namespace peil::analysis {
namespace {

namespace json = boost::json;
using estimation::DerivedSize;

constexpr std::string_view kUnweightedNote = "There are no weights: every figure is unweighted.";
constexpr std::string_view kWeightedNote = "rows, n, missing and x count interviews. p, N, their limits and what "
                                           "follows from them are weighted; p_unweighted, "
                                           "unweighted_N and intervals of kind binomial are not.";

json::value orNull(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

/// x of n. @return null without an answer.
json::value countedShare(const estimation::MultiplierEstimate& estimate) {
    return estimate.n == 0 ? json::value(nullptr) : jsonNumber(estimate.x / static_cast<double>(estimate.n));
}

/// The interval instead of the method's own. @return null if it is the method's own.
json::value standInJson(const estimation::MultiplierEstimate& estimate) {
    const auto name = idOf(estimate.basis);
    return name.empty() ? json::value(nullptr) : json::value(name);
}

/// Why there are no limits. @return null if there are.
json::value whyJson(const std::optional<estimation::NoInterval>& why) {
    return why ? json::value(idOf(*why)) : json::value(nullptr);
}

json::array methodsJson(const GroupResult& group) {
    json::array result;
    for (const auto& method : group.methods)
        result.push_back({{"method", method.method},
                          {"kind", idOf(method.kind)},
                          {"weighted", group.weighted && method.kind != MethodKind::Binomial},
                          {"in_place", standInJson(method.estimate)},
                          {"no_interval", whyJson(method.estimate.noInterval)},
                          {"N", jsonNumber(method.estimate.N)},
                          {"lower", jsonNumber(method.estimate.lower)},
                          {"upper", jsonNumber(method.estimate.upper)},
                          {"draws", method.draws},
                          {"monte_carlo_error", jsonNumber(method.monteCarloError)}});
    return result;
}

json::array citiesJson(const GroupResult& group) {
    json::array result;
    for (const auto& row : group.cities)
        result.push_back({{"city", row.city},
                          {"n", row.estimate.n},
                          {"x", row.estimate.x},
                          {"p", jsonNumber(row.estimate.p)},
                          {"p_lower", jsonNumber(row.estimate.pInterval.lower)},
                          {"p_upper", jsonNumber(row.estimate.pInterval.upper)},
                          {"benchmark", jsonNumber(row.estimate.benchmark)},
                          {"size", row.kind == CitySize::Direct         ? "direct"
                                   : row.kind == CitySize::NearUnbiased ? "near_unbiased"
                                                                        : "none"},
                          {"N", jsonNumber(row.N)},
                          {"lower", row.kind == CitySize::Direct ? jsonNumber(row.estimate.lower) : nullptr},
                          {"upper", row.kind == CitySize::Direct ? jsonNumber(row.estimate.upper) : nullptr}});
    return result;
}

json::array influenceJson(const std::vector<UnitInfluence>& units) {
    json::array result;
    for (const auto& unit : units)
        result.push_back(
            {{"without", unit.unit}, {"n", unit.n}, {"N", jsonNumber(unit.N)}, {"change", jsonNumber(unit.change)}});
    return result;
}

json::array sourcesJson(const GroupResult& group) {
    json::array result;
    for (const auto& source : group.sources)
        result.push_back({{"column", source.column},
                          {"register", factsJson(source.facts)},
                          {"n", source.estimate.n},
                          {"missing", source.estimate.missing},
                          {"x", source.estimate.x},
                          {"p", jsonNumber(source.estimate.p)},
                          {"benchmark", source.estimate.benchmark},
                          {"N", jsonNumber(source.estimate.N)},
                          {"lower", jsonNumber(source.estimate.lower)},
                          {"upper", jsonNumber(source.estimate.upper)}});
    return result;
}

json::object pooledJson(const estimation::CombinedEstimate& pooled) {
    return {{"fixed", pooled.fixed},
            {"fixed_lower", jsonNumber(pooled.fixedInterval.lower())},
            {"fixed_upper", jsonNumber(pooled.fixedInterval.upper())},
            {"random", pooled.random},
            {"random_lower", jsonNumber(pooled.randomInterval.lower())},
            {"random_upper", jsonNumber(pooled.randomInterval.upper())},
            {"median", pooled.median},
            {"Q", pooled.Q},
            {"I2", pooled.I2},
            {"tau2", pooled.tau2}};
}

json::object sizeJson(const estimation::SizeEstimate& size) {
    return {{"N", jsonNumber(size.N)},
            {"standard_error", jsonNumber(size.standardError)},
            {"lower", jsonNumber(size.interval.lower())},
            {"upper", jsonNumber(size.interval.upper())},
            {"lower_z", size.interval.limits ? jsonNumber(size.logNormal.lower) : nullptr},
            {"upper_z", size.interval.limits ? jsonNumber(size.logNormal.upper) : nullptr},
            {"no_interval", whyJson(size.interval.why)}};
}

} // namespace

json::value jsonNumber(double value) {
    return std::isfinite(value) ? json::value(value) : json::value(nullptr);
}

json::value jsonNumber(const std::optional<double>& value) {
    return value ? jsonNumber(*value) : json::value(nullptr);
}

json::object groupJson(const GroupResult& group) {
    const auto& headline = group.headline();
    json::array warnings;
    for (const auto& warning : group.warnings)
        warnings.push_back({{"id", estimation::idOf(warning.kind)}, {"detail", warning.detail}});
    json::object result{{"group", group.group},
                        {"register", factsJson(group.facts)},
                        {"outside_cities", outsideJson(group.outside)},
                        {"rows", group.rows},
                        {"weighted", group.weighted},
                        {"n", headline.n},
                        {"missing", headline.missing},
                        {"x", headline.x},
                        {"benchmark", headline.benchmark},
                        {"p", jsonNumber(headline.p)},
                        {"p_unweighted", countedShare(headline)},
                        {"standard_error", jsonNumber(headline.standardError)},
                        {"df", headline.degreesOfFreedom},
                        {"deff", jsonNumber(headline.deff)},
                        {"deff_used", jsonNumber(headline.deffUsed)},
                        {"effective_n", jsonNumber(headline.effectiveN)},
                        {"kish_deff", jsonNumber(headline.kishDeff)},
                        {"p_all_missing_in", jsonNumber(headline.pAllMissingIn)},
                        {"p_all_missing_out", jsonNumber(headline.pAllMissingOut)},
                        {"N", jsonNumber(headline.N)},
                        {"unweighted_N", jsonNumber(group.unweightedN)},
                        {"lower", jsonNumber(headline.lower)},
                        {"upper", jsonNumber(headline.upper)},
                        {"method", group.methods.front().method},
                        {"level", headline.level},
                        {"care_gap", jsonNumber(headline.careGap)},
                        {"no_interval", whyJson(headline.noInterval)},
                        {"in_place", standInJson(headline)},
                        {"people_used", jsonNumber(headline.peopleUsed)},
                        {"care_gap_lower", headline.lower ? jsonNumber(*headline.lower - headline.benchmark) : nullptr},
                        {"care_gap_upper", headline.upper ? jsonNumber(*headline.upper - headline.benchmark) : nullptr},
                        {"intervals", methodsJson(group)},
                        {"sources", sourcesJson(group)},
                        {"cities", citiesJson(group)},
                        {"without_site", influenceJson(group.withoutSite)},
                        {"without_city", influenceJson(group.withoutCity)},
                        {"warnings", std::move(warnings)}};
    if (group.pooled) result["pooled"] = pooledJson(*group.pooled);
    if (group.citySums)
        result["city_sums"] = {{"benchmark", group.citySums->benchmark},
                               {"combined", jsonNumber(group.citySums->combined)},
                               {"separate", jsonNumber(group.citySums->separate)},
                               {"near_unbiased", jsonNumber(group.citySums->nearUnbiased)}};
    return result;
}

json::value totalJson(const EstimateResult& result) {
    return result.total ? json::value(sizeJson(*result.total)) : json::value(nullptr);
}

json::value derivedJson(const EstimateResult& result) {
    if (!result.derived) return nullptr;
    json::object sizes{{"first", result.derivedFirst}, {"second", result.derivedSecond}, {"trait", result.trait}};
    for (const auto which :
         {DerivedSize::FirstAndTrait, DerivedSize::FirstOnly, DerivedSize::TraitTotal, DerivedSize::Union})
        sizes[idOf(which)] = sizeJson((*result.derived)[which]);
    return sizes;
}

json::object weightsJson(const WeightNotes& weights) {
    json::array margins;
    for (const auto& margin : weights.margins)
        margins.push_back(json::value(margin));
    return {{"weighted", weights.weighted},
            {"note", weights.weighted ? kWeightedNote : kUnweightedNote},
            {"cut_at", jsonNumber(weights.limit)},
            {"cut", weights.trimmed},
            {"kish_deff_before", jsonNumber(weights.kishDeffBefore)},
            {"margins", std::move(margins)}};
}

json::array filesJson(const std::vector<InputFile>& files) {
    json::array result;
    for (const auto& file : files) {
        json::object object{{"option", file.option}, {"name", file.name}, {"rows", file.rows}, {"sha256", file.sha256}};
        if (!file.notice.empty()) object["notice"] = file.notice;
        result.push_back(std::move(object));
    }
    return result;
}

json::object factsJson(const RegisterFacts& facts) {
    return {{"register", orNull(facts.registerName)},
            {"area", facts.area},
            {"year", orNull(facts.year)},
            {"definition", orNull(facts.definition)},
            {"deduplicated", orNull(facts.deduplicated)}};
}

json::array unusedJson(const std::vector<UnusedRegisterRows>& rows) {
    json::array unused;
    for (const auto& one : rows)
        unused.push_back({{"reason", idOf(one.reason)},
                          {"value", one.value},
                          {"probably", orNull(one.probably)},
                          {"rows", one.rows},
                          {"people", one.people}});
    return unused;
}

json::object registerJson(const Register& counts) {
    return {{"register", orNull(counts.facts.registerName)},
            {"area", counts.facts.area},
            {"area_chosen", idOf(counts.chosen)},
            {"year", orNull(counts.facts.year)},
            {"rows",
             {{"read", counts.read},
              {"used", counts.used},
              {"for_cities", counts.forCities},
              {"not_used", unusedJson(counts.unused)}}}};
}

json::object rowsJson(const RowAccount& rows) {
    json::array unused;
    for (const auto& one : rows.unused)
        unused.push_back({{"reason", idOf(one.reason)},
                          {"value", one.value},
                          {"probably", orNull(one.probably)},
                          {"rows", one.rows}});
    return {{"read", rows.read}, {"used", rows.used}, {"not_used", std::move(unused)}};
}

json::value outsideJson(const std::optional<OutsideSample>& outside) {
    if (!outside) return nullptr;
    return {{"people", outside->people}, {"share", outside->share}, {"at_most", outside->atMost}};
}

} // namespace peil::analysis
