// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/multiplier.h"

#include <array>

namespace peil::estimation {
namespace {

struct Entry {
    WarningKind kind;
    std::string_view id;
    std::string_view sentence;
};
constexpr std::array<Entry, 18> kEntries{{
    {WarningKind::NotEstimable, "not_estimable",
     "Nobody in the sample is in care: the size has a lower limit and no upper one."},
    {WarningKind::ExactIntervalOnly, "exact_interval_only",
     "The design gives no variance here: the interval is the exact one for the share and the effective number of "
     "people, "
     "and is too narrow where people of one site resemble each other."},
    {WarningKind::FewCases, "few_cases",
     "Fewer than 15 people in the sample are in care: the estimate is biased upward and must not be split further."},
    {WarningKind::BenchmarkBelowCases, "benchmark_below_cases",
     "The register counts fewer people than were interviewed who say they are in it: check the count."},
    {WarningKind::FewDegreesOfFreedom, "few_degrees_of_freedom",
     "Fewer than 8 degrees of freedom: the standard error is itself uncertain."},
    {WarningKind::OddDesignEffect, "odd_design_effect",
     "The design effect lies outside 0.7 to 3: with few sites it is mostly chance."},
    {WarningKind::WeightRatio, "weight_ratio",
     "The largest weight is more than ten times the median: trim the weights and show both results."},
    {WarningKind::ItemMissing, "item_missing", "More than 5% gave no answer on being in care."},
    {WarningKind::PeriodMismatch, "period_mismatch", "The benchmark's period is not the window of the survey."},
    {WarningKind::RegisterIncomplete, "register_incomplete",
     "Less than 95% of the register is complete: read the sensitivity table with this estimate."},
    {WarningKind::RegisterRunSites, "register_run_sites",
     "More than 40% was recruited at sites run by the register's own institutions: the size may be too low."},
    {WarningKind::SiteInfluence, "site_influence", "Leaving out one site changes the size by more than 10%."},
    {WarningKind::CityInfluence, "city_influence", "Leaving out one city changes the size by more than 10%."},
    {WarningKind::DuplicateCode, "duplicate_code", "The same self-made code occurs twice in one city: review them."},
    {WarningKind::SingleCluster, "single_cluster",
     "A stratum has one site only: its part of the variance follows the stated policy."},
    {WarningKind::BeyondSample, "beyond_sample",
     "Part of the register's count lies outside the cities of the interviews: the size is extrapolated to it."},
    {WarningKind::BelowRegister, "below_register",
     "The interval of a method would reach below the register's own count, which cannot be: it is not given, so read "
     "one "
     "that is turned over, such as logit."},
    {WarningKind::IntervalWithheld, "interval_withheld",
     "The interval of a method is not given: the design gives no variance for it, or its limits would contradict its "
     "own estimate."},
}};

} // namespace

std::string_view idOf(WarningKind kind) {
    for (const auto& entry : kEntries)
        if (entry.kind == kind) return entry.id;
    return {};
}

std::string_view sentenceOf(WarningKind kind) {
    for (const auto& entry : kEntries)
        if (entry.kind == kind) return entry.sentence;
    return {};
}

} // namespace peil::estimation
