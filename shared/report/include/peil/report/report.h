// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything that a report says, as numbers: the estimate, and what could move it. No words and no pictures.

#include "peil/analysis/estimate.h"
#include "peil/report/input.h"

namespace peil::report {

/// The estimate from the interviews up to and with one week.
struct WeekRow {
    double week = 0;
    std::size_t n = 0;
    double x = 0;
    std::optional<double> N, lower, upper;
};

struct GroupReport {
    analysis::GroupResult estimate;
    std::vector<WeekRow> weeks;
    std::optional<estimation::SensitivityResult> sensitivity; ///< none when the share is 0 or 1
    std::optional<PublishedSize> published;
    std::vector<std::string> reproducedBy; ///< methods whose limits, rounded as the published ones, are those

    [[nodiscard]] const estimation::MultiplierEstimate& headline() const { return estimate.headline(); }
};

struct Report {
    analysis::EstimateResult estimate; ///< for its derived sizes; its groups are in `groups`
    std::vector<GroupReport> groups;
};

/// @return as estimateGroups and sensitivity.
[[nodiscard]] Result<Report> analyse(const ReportOptions& options, const ReportInput& input);

} // namespace peil::report
