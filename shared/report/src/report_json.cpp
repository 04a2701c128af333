// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/estimate_json.h"
#include "peil/report/page.h"

namespace peil::report {
namespace {

using namespace analysis;

namespace json = boost::json;

json::value sensitivityJson(const GroupReport& group) {
    if (!group.sensitivity) return nullptr;
    const auto& result = *group.sensitivity;
    json::array tornado;
    for (const auto& row : result.tornado)
        tornado.push_back({{"factor", idOf(row.factor)},
                           {"low", row.low},
                           {"high", row.high},
                           {"N_at_low", jsonNumber(row.NAtLow)},
                           {"N_at_high", jsonNumber(row.NAtHigh)}});
    return {{"tornado", std::move(tornado)},
            {"sampling_error", {jsonNumber(result.samplingError.NAtLow), jsonNumber(result.samplingError.NAtHigh)}},
            {"corrected", jsonNumber(result.corrected)},
            {"median", jsonNumber(result.median)},
            {"joint_lower", jsonNumber(result.joint.lower())},
            {"joint_upper", jsonNumber(result.joint.upper())},
            {"draws", result.draws},
            {"monte_carlo_error", jsonNumber(result.monteCarloError)},
            {"seed", result.seed}};
}

json::array weeksJson(const GroupReport& group) {
    json::array result;
    for (const auto& week : group.weeks)
        result.push_back({{"week", week.week},
                          {"n", week.n},
                          {"x", week.x},
                          {"N", jsonNumber(week.N)},
                          {"lower", jsonNumber(week.lower)},
                          {"upper", jsonNumber(week.upper)}});
    return result;
}

json::object groupReportJson(const GroupReport& group) {
    auto result = groupJson(group.estimate);
    result["sensitivity"] = sensitivityJson(group);
    result["weeks"] = weeksJson(group);
    if (!group.published) return result;
    json::array reproduced;
    for (const auto& method : group.reproducedBy)
        reproduced.push_back(json::value(method));
    result["published"] = {{"N", group.published->N},
                           {"lower", jsonNumber(group.published->lower)},
                           {"upper", jsonNumber(group.published->upper)},
                           {"reproduced_by", std::move(reproduced)}};
    return result;
}

json::array lossesJson(const std::vector<FunnelLoss>& losses) {
    json::array result;
    for (const auto& loss : losses)
        result.push_back({{"reason", loss.reason}, {"count", loss.count}});
    return result;
}

json::object funnelJson(const Funnel& funnel) {
    const auto eligible =
        funnel.approached ? std::optional(*funnel.approached - funnel.ineligible) : std::optional<double>();
    return {{"approached", jsonNumber(funnel.approached)},
            {"eligible_or_unknown", jsonNumber(eligible)},
            {"response", eligible && *eligible > 0 ? jsonNumber(*funnel.interviewed / *eligible) : nullptr},
            {"contacts", lossesJson(funnel.contacts)},
            {"appointments", funnel.appointments},
            {"counted_twice", funnel.countedTwice},
            {"interviewed", jsonNumber(funnel.interviewed)},
            {"received", jsonNumber(funnel.received)},
            {"left_out", lossesJson(funnel.cleaning)}};
}

} // namespace

std::string reportJson(const ReportView& view) {
    const auto& input = view.input.estimate;
    json::array groups, absent;
    for (const auto& group : view.report.groups)
        groups.push_back(groupReportJson(group));
    for (const auto& column : input.absentColumns)
        absent.push_back(json::value(column));
    json::object ranges;
    for (std::size_t i = 0; i < estimation::kBiasFactors; ++i) {
        const auto& range = view.options.ranges[i];
        ranges[idOf(static_cast<estimation::BiasFactor>(i))] = {range.low, range.mode, range.high};
    }
    const json::object result{{"program", "peil " + std::string(view.version)},
                              {"command", view.command},
                              {"seed", view.options.analysis.seed},
                              {"files", filesJson(input.files)},
                              {"absent_columns", std::move(absent)},
                              {"level", view.options.analysis.level},
                              {"design", view.report.estimate.design},
                              {"weights", weightsJson(input.weights)},
                              {"definitions", definitionsJson(input.declared, input.counts.facts)},
                              {"interviews", input.inCare.size()},
                              {"register", registerJson(input.counts)},
                              {"rows", rowsJson(input.rows)},
                              {"funnel", funnelJson(view.input.funnel)},
                              {"groups", std::move(groups)},
                              {"total", totalJson(view.report.estimate)},
                              {"derived", derivedJson(view.report.estimate)},
                              {"ranges", std::move(ranges)}};
    return json::serialize(result) + "\n";
}

} // namespace peil::report
