// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything that a report says, as numbers: the estimate, and what could move it. No words and no pictures.

#include "report_input.h"

namespace peil::cli {

/// What may be said about the size of one city (method note, sections 3 and 10).
enum class CitySize {
    None,         ///< fewer than 5 people in care in the city, fewer than 15 in all, or no count in the register
    NearUnbiased, ///< 5 to 14 people in care: B (n+1)/(x+1), without an interval
    Direct,       ///< from 15: B/p with its interval
};
struct CityRow {
    std::string city;
    estimation::MultiplierEstimate estimate; ///< its benchmark is 0 when the register does not name the city
    CitySize kind = CitySize::None;
    std::optional<double> N;
};
/// Sum over the cities that were sampled and are in the register, in three ways.
struct CitySums {
    double benchmark = 0;
    double combined = 0; ///< sum of B_c over the share of the whole group
    double nearUnbiased = 0;
    std::optional<double> separate; ///< none when some city has nobody in care
};

/// The estimate from the interviews up to and with one week.
struct WeekRow {
    double week = 0;
    std::size_t n = 0;
    double x = 0;
    std::optional<double> N, upper;
    double lower = 0;
};

struct UnitInfluence {
    std::string unit;
    std::size_t n = 0; ///< people of the group interviewed there
    std::optional<double> N;
    double change = 0; ///< (N without - N) / N
};

struct GroupReport {
    GroupResult estimate; ///< the methods asked for, the bootstrap, and the delta method
    std::size_t rows = 0; ///< interviews of the group
    std::vector<CityRow> cities;
    std::optional<CitySums> citySums;
    std::vector<WeekRow> weeks;
    std::optional<estimation::SensitivityResult> sensitivity; ///< none when the share is 0 or 1
    std::vector<UnitInfluence> withoutSite, withoutCity;      ///< largest change first
    std::vector<estimation::Warning> warnings;
    std::optional<PublishedSize> published;
    std::vector<std::string> reproducedBy; ///< methods whose limits, rounded to hundreds, are the published ones

    [[nodiscard]] const estimation::MultiplierEstimate& main() const { return estimate.methods.front().estimate; }
};

struct Report {
    EstimateResult estimate; ///< for its derived sizes; its groups are in `groups`
    std::vector<GroupReport> groups;
    std::size_t rowsInOtherGroups = 0;
};

/// @return as estimateGroups, sensitivity and leaveOneOut.
[[nodiscard]] Result<Report> analyse(const ReportOptions& options, const ReportInput& input);

} // namespace peil::cli
