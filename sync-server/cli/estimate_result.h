// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `peil estimate` found, and its two forms: a table to read and JSON to go on with.

#include "peil/estimation/derived_sizes.h"
#include "peil/estimation/multiplier.h"

#include <ostream>
#include <string>
#include <vector>

namespace peil::cli {

struct MethodInterval {
    std::string method;
    std::string kind; ///< "design", "binomial" (on the unweighted counts) or "bootstrap" (Rao-Wu, on the design)
    estimation::MultiplierEstimate estimate;
};

struct GroupResult {
    std::string group;
    std::vector<MethodInterval> methods; ///< in the order asked for; at least one
};

struct EstimateResult {
    double level = 0.95;
    std::string designWords; ///< e.g. "strata city, clusters site"
    std::vector<GroupResult> groups;
    std::optional<estimation::DerivedSizes> derived; ///< for the first two groups
    std::string derivedFirst, derivedSecond, trait;
};

void printTable(std::ostream& stream, const EstimateResult& result);
[[nodiscard]] std::string toJson(const EstimateResult& result);

} // namespace peil::cli
