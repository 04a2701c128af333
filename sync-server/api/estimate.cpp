// SPDX-License-Identifier: Apache-2.0
// GET /api/estimate: the running estimate.
#include "api/respond.h"
#include "api/routes.h"
#include "peil/estimation/rounding.h"
#include "peil/study/definition_json.h"
#include "peil/words/words.h"
#include "services/population_estimate.h"

#include <boost/json.hpp>
#include <cmath>

namespace peil::server::api {

namespace {

/// JSON has no NaN and no infinity.
boost::json::value number(double value) {
    return std::isfinite(value) ? boost::json::value(value) : nullptr;
}
boost::json::value number(const std::optional<double>& value) {
    return value ? number(*value) : nullptr;
}

/// N, lower and upper unrounded, and as every page shows them: one rule, in rounding.h, and none in the browser. Where
/// there is no interval, also why.
boost::json::object sizeJson(std::optional<double> N, std::optional<double> lower, std::optional<double> upper,
                             const std::optional<estimation::NoInterval>& why) {
    const auto printed = estimation::printedSize(N, lower, upper);
    boost::json::object object{{"N", number(N)},
                               {"lower", number(lower)},
                               {"upper", number(upper)},
                               {"printed",
                                {{"N", number(printed.N)},
                                 {"lower", number(printed.lower)},
                                 {"upper", number(printed.upper)},
                                 {"decimals", printed.decimals}}}};
    if (why)
        object["noInterval"] = {{"id", estimation::idOf(*why)},
                                {"sentence", words::textOf(words::Kind::NoInterval, estimation::idOf(*why))}};
    return object;
}

boost::json::object sizeJson(const estimation::MultiplierEstimate& estimate) {
    return sizeJson(estimate.N, estimate.lower, estimate.upper, estimate.noInterval);
}

boost::json::object multiplierJson(const estimation::MultiplierEstimate& estimate,
                                   const std::vector<estimation::Warning>& said) {
    boost::json::array warnings;
    for (const auto& warning : said)
        warnings.push_back(
            boost::json::object{{"id", estimation::idOf(warning.kind)},
                                {"sentence", words::textOf(words::Kind::Warning, estimation::idOf(warning.kind))},
                                {"detail", warning.detail}});
    auto object = sizeJson(estimate);
    object["n"] = estimate.n;
    object["x"] = estimate.x;
    object["missing"] = estimate.missing;
    object["p"] = number(estimate.p);
    object["pLower"] = number(estimate.pInterval.lower);
    object["pUpper"] = number(estimate.pInterval.upper);
    object["level"] = estimate.level;
    object["method"] =
        estimate.basis == estimation::IntervalBasis::Method ? idOf(estimate.method) : idOf(estimate.basis);
    object["degreesOfFreedom"] = number(estimate.degreesOfFreedom);
    object["deff"] = number(estimate.deff);
    object["deffUsed"] = number(estimate.deffUsed);
    object["warnings"] = std::move(warnings);
    return object;
}

/// null for what the register table does not say.
boost::json::value stated(const std::string& text) {
    return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
}

boost::json::object rowsJson(const analysis::RowAccount& rows) {
    boost::json::array unused;
    for (const auto& one : rows.unused)
        unused.push_back(boost::json::object{{"reason", analysis::idOf(one.reason)},
                                             {"value", one.value},
                                             {"probably", stated(one.probably)},
                                             {"rows", one.rows}});
    return {{"read", rows.read}, {"used", rows.used}, {"notUsed", std::move(unused)}};
}

boost::json::value registerJson(const services::PopulationEstimate& estimate) {
    if (!estimate.registerFacts) return nullptr;
    return boost::json::object{{"register", stated(estimate.registerFacts->registerName)},
                               {"area", estimate.registerFacts->area},
                               {"year", stated(estimate.registerFacts->year)},
                               {"notUsed", unusedJson(estimate.groupsWithoutPeople)}};
}

boost::json::object groupJson(const services::GroupEstimate& group) {
    const auto& result = group.result;
    auto object = multiplierJson(result.headline(), result.warnings);
    object["group"] = result.group;
    object["benchmark"] = group.benchmark.count;
    object["register"] = stated(group.benchmark.registerName);
    object["area"] = group.benchmark.area;
    object["year"] = stated(group.benchmark.year);
    object["definition"] = stated(group.benchmark.definition);
    object["deduplicated"] = stated(group.benchmark.deduplicated);
    if (result.outside)
        object["outsideCities"] = {
            {"people", result.outside->people}, {"share", result.outside->share}, {"atMost", result.outside->atMost}};
    const auto add = [&](const char* key, const analysis::MethodInterval* method) {
        if (method == nullptr) return;
        auto size = sizeJson(method->estimate);
        size["method"] = method->method;
        object[key] = std::move(size);
    };
    add("uncapped", result.uncapped());
    add("binomial", result.method(services::kBinomialMethod));
    if (group.weighted) object["weighted"] = multiplierJson(*group.weighted, group.weighted->warnings);
    if (group.benchmark.publishedN)
        object["published"] = {{"N", number(group.benchmark.publishedN)},
                               {"lower", number(group.benchmark.publishedLower)},
                               {"upper", number(group.benchmark.publishedUpper)}};
    return object;
}

boost::json::array notCountedJson(const study::NotCountedTally& tally) {
    boost::json::array rows;
    for (std::size_t i = 0; i < study::kNotCounted; ++i)
        if (const auto reason = static_cast<study::NotCounted>(i); tally[reason] > 0)
            rows.push_back(boost::json::object{{"reason", study::idOf(reason)}, {"count", tally[reason]}});
    return rows;
}

} // namespace

boost::json::array unusedJson(const std::vector<analysis::UnusedRegisterRows>& rows) {
    boost::json::array unused;
    for (const auto& one : rows)
        unused.push_back(
            boost::json::object{{"reason", analysis::idOf(one.reason)},
                                {"value", one.value},
                                {"probably", one.probably.empty() ? nullptr : boost::json::value(one.probably)},
                                {"rows", one.rows},
                                {"people", one.people}});
    return unused;
}

Result<boost::json::object> estimateJson(const Context& context) {
    PEIL_TRY(const auto estimate, services::estimatePopulation(context.openTable, context.studies, context.repository));
    boost::json::array groups;
    for (const auto& group : estimate.groups)
        groups.push_back(groupJson(group));
    boost::json::object object{
        {"interviews", estimate.interviews},       {"notCounted", notCountedJson(estimate.notCounted)},
        {"withoutWeight", estimate.withoutWeight}, {"rows", rowsJson(estimate.rows)},
        {"register", registerJson(estimate)},      {"groups", std::move(groups)}};
    const auto current = context.studies.current();
    if (current) {
        object["definitions"] = study::definitionsJson(current->study());
        object["publishedNote"] = study::textsJson(current->study().publishedNote);
    }
    if (!estimate.derived) return object;
    boost::json::object sizes;
    for (std::size_t i = 0; i < estimation::kDerivedSizes; ++i) {
        const auto& size = estimate.derived->sizes[i];
        sizes[estimation::idOf(static_cast<estimation::DerivedSize>(i))] =
            sizeJson(size.N, size.interval.lower(), size.interval.upper(), size.interval.why);
    }
    object["derived"] = {
        {"first", estimate.derivedFirst}, {"second", estimate.derivedSecond}, {"sizes", std::move(sizes)}};
    if (current && current->study().trait)
        object["derived"].as_object()["trait"] = study::textsJson(current->study().trait->label);
    return object;
}

void addEstimate(http::Router& router, Context& context) {
    const auto answer = [&context](const http::Request&) -> Answer {
        PEIL_TRY(const auto estimate, estimateJson(context));
        return respond(estimate);
    };
    for (const auto* path : {"/api/estimate", "/admin/estimate"})
        router.add(http::Method::Get, path, with(context, answer));
}

} // namespace peil::server::api
