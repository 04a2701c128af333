// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an estimate found: sizes, intervals by method, cities, checks.

#include "peil/analysis/input.h"
#include "peil/estimation/combine.h"
#include "peil/estimation/derived_sizes.h"
#include "peil/estimation/rounding.h"

namespace peil::analysis {

struct MethodInterval {
    std::string method;
    MethodKind kind = MethodKind::Design;
    estimation::MultiplierEstimate estimate; ///< N is the median for Bayesian, else B/p
    double monteCarloError = 0; ///< people by which chance in the drawing moves a limit; 0: nothing is drawn
    std::size_t draws = 0;      ///< 0: nothing is drawn
};

/// What may be said about the size of one city (METHOD.md, 4.8).
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
    std::optional<double> separate; ///< none when some city has no one in care
};

struct UnitInfluence {
    std::string unit;
    std::size_t n = 0; ///< people of the group interviewed there
    std::optional<double> N;
    double change = 0; ///< (N without - N) / N
};

/// The size from one of several registers.
struct SourceSize {
    std::string column;
    RegisterFacts facts;
    estimation::MultiplierEstimate estimate;
};

struct GroupResult {
    std::string group;
    RegisterFacts facts;                 ///< of the count that the size comes from
    std::size_t rows = 0;                ///< interviews of the group
    bool weighted = false;               ///< shares, sizes and limits are; counts and binomial intervals never are
    std::vector<MethodInterval> methods; ///< in the order requested; at least one
    std::optional<double> unweightedN;   ///< beside a weighted size: B n/x
    std::vector<SourceSize> sources;     ///< with other registers: all of them, the first one included
    std::optional<estimation::CombinedEstimate> pooled;
    std::vector<CityRow> cities;
    std::optional<CitySums> citySums;
    std::vector<UnitInfluence> withoutSite, withoutCity; ///< largest change first
    std::optional<OutsideSample> outside; ///< the part of the register outside the cities of the interviews
    std::vector<estimation::Warning> warnings;

    [[nodiscard]] const estimation::MultiplierEstimate& headline() const { return methods.front().estimate; }
    /// nullptr if it was not requested.
    [[nodiscard]] const MethodInterval* method(std::string_view name) const;
    /// Beside a capped headline, the interval without the minimum design effect; else, or if not requested, nullptr.
    [[nodiscard]] const MethodInterval* uncapped() const;
};

struct EstimateResult {
    double level = 0.95;
    std::string design; ///< designText() in English
    std::vector<GroupResult> groups;
    std::optional<estimation::SizeEstimate> total;   ///< of two groups together, with their covariance
    std::optional<estimation::DerivedSizes> derived; ///< for the first two groups
    std::string derivedFirst, derivedSecond, trait;
};

/// What each part of a group's result is made from. Borrows all of it.
struct GroupContext {
    const AnalysisOptions& options;
    const EstimateInput& input;
    const estimation::Domain& domain;
    double benchmark;
    estimation::MultiplierOptions how;
};

/// True when the interval counts with a larger design effect than the interviews show, and it shows in print.
[[nodiscard]] bool isCapped(const estimation::MultiplierEstimate& estimate);

} // namespace peil::analysis
