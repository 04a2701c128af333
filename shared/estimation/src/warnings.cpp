// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/multiplier.h"

#include "peil/base/enum_text.h"

namespace peil::estimation {
namespace {

constexpr EnumText<WarningKind> kIds[] = {
    {WarningKind::NotEstimable, "not_estimable"},
    {WarningKind::ExactIntervalOnly, "exact_interval_only"},
    {WarningKind::FewCases, "few_cases"},
    {WarningKind::BenchmarkBelowCases, "benchmark_below_cases"},
    {WarningKind::FewDegreesOfFreedom, "few_degrees_of_freedom"},
    {WarningKind::OddDesignEffect, "odd_design_effect"},
    {WarningKind::WeightRatio, "weight_ratio"},
    {WarningKind::ItemMissing, "item_missing"},
    {WarningKind::PeriodMismatch, "period_mismatch"},
    {WarningKind::RegisterIncomplete, "register_incomplete"},
    {WarningKind::RegisterRunSites, "register_run_sites"},
    {WarningKind::SiteInfluence, "site_influence"},
    {WarningKind::CityInfluence, "city_influence"},
    {WarningKind::DuplicateCode, "duplicate_code"},
    {WarningKind::SingleCluster, "single_cluster"},
    {WarningKind::BeyondSample, "beyond_sample"},
    {WarningKind::BelowRegister, "below_register"},
    {WarningKind::IntervalWithheld, "interval_withheld"},
};

} // namespace

std::string_view idOf(WarningKind kind) {
    return textIn(kIds, kind);
}

} // namespace peil::estimation
