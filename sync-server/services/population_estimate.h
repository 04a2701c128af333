// SPDX-License-Identifier: Apache-2.0
#pragma once

// The estimate as it is: benchmark-multiplier on the open answers, strata city, clusters site. Everything is computed
// by shared/analysis, as `peil estimate` does.

#include "peil/analysis/estimate.h"
#include "services/open_table.h"
#include "services/study_publishing.h"

namespace peil::server::services {

/// The interval that is shown beside the usual ones (analysis::headlineMethods()).
inline constexpr const char* kBinomialMethod = "clopper_pearson";

struct GroupEstimate {
    repository::BenchmarkRow benchmark;
    /// Without weights.
    analysis::GroupResult result;
    /// With the time-location weights, when they differ.
    std::optional<estimation::MultiplierEstimate> weighted;
};

struct PopulationEstimate {
    std::vector<GroupEstimate> groups; ///< of the study, those with a benchmark and interviews
    analysis::RowAccount rows;         ///< every interview that the server holds: used, or not and why
    std::optional<analysis::RegisterFacts> registerFacts;          ///< none while there is no register
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
