// SPDX-License-Identifier: Apache-2.0
#pragma once

// The estimate as it stands: benchmark-multiplier on the open answers, strata city, clusters site.

#include "peil/analysis/register.h"
#include "peil/analysis/rows.h"
#include "peil/estimation/derived_sizes.h"
#include "peil/estimation/multiplier.h"
#include "services/open_table.h"
#include "services/study_publishing.h"

namespace peil::server::services {

struct GroupEstimate {
    std::string groupId;
    repository::BenchmarkRow benchmark;
    std::optional<analysis::OutsideSample> outside; ///< the part of the register outside the cities of the interviews
    estimation::MultiplierEstimate design; ///< unweighted, interval from the design with a design effect of at least 1
    std::optional<estimation::MultiplierEstimate> uncapped; ///< the same from the design alone, when that is narrower
    std::optional<estimation::MultiplierEstimate> binomial; ///< Clopper-Pearson on x of n
    std::optional<estimation::MultiplierEstimate> weighted; ///< with the time-location weights, when they differ
};

struct PopulationEstimate {
    std::vector<GroupEstimate> groups;                ///< of the study, those with a benchmark and interviews
    analysis::RowAccount rows;                        ///< every interview that the server holds: used, or not and why
    std::optional<analysis::RegisterFacts> register_; ///< none while there is no register
    std::vector<analysis::UnusedRegisterRows> groupsWithoutPeople; ///< of the register
    std::optional<estimation::DerivedSizes> derived; ///< with two groups of which one wholly has the trait
    std::string derivedFirst, derivedSecond;         ///< group ids that `derived` calls first and second
    std::size_t interviews = 0;                      ///< that count, on which it rests
    study::NotCountedTally notCounted;               ///< the others, by reason
    std::size_t withoutWeight = 0;                   ///< of these, left out of the weighted figures
};

/// @return NoStudy, or the errors of the repository and the estimator.
[[nodiscard]] Result<PopulationEstimate> estimatePopulation(const OpenTable& table, const StudyPublishing& studies,
                                                            repository::Repository& repository);

} // namespace peil::server::services
