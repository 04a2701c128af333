// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an estimate can be asked: files, columns, weights, methods.

#include "peil/analysis/interval_methods.h"
#include "peil/analysis/register.h"
#include "peil/estimation/multiplier.h"

#include <filesystem>

namespace peil::analysis {

/// Names of the columns to read; empty = not used.
struct EstimateColumns {
    std::string group = "group", inCare = "in_care";
    std::string strata, cluster, weight, frame;
    std::string trait;       ///< empty: that of the study, when the table has it
    std::string visits;      ///< instead of `weight`: time-location weights
    std::string probability; ///< of the site and slot, with `visits`
};

/// Columns that the checks use. One that is named must be in the table. Empty: the usual one, when the table has it.
struct PlaceColumns {
    std::string city, site;           ///< else that of the strata, else "city"; that of the clusters, else "site"
    std::string week, date, siteType; ///< else "week", "interview_date", "site_type"
    std::string code;                 ///< else "participant_code" as in the model study, or "self_code"
};

/// Usual columns of self-generated codes.
inline constexpr const char* kCodeColumn = "participant_code";

/// How sure the register's count is.
struct BenchmarkError {
    estimation::BenchmarkVariance kind = estimation::BenchmarkVariance::None;
    double cv = 0; ///< with BenchmarkVariance::Cv
};

/// Another register that the interviews also asked about.
struct OtherMultiplier {
    std::string column; ///< who is in it: 1, 0 or empty
    std::filesystem::path benchmark;
};

struct AnalysisOptions {
    std::filesystem::path data, benchmark;
    std::filesystem::path study; ///< study.toml or its folder, for the definitions; empty = none
    std::string language = "en"; ///< of the study's texts
    EstimateColumns columns;
    PlaceColumns places;
    std::string group;           ///< empty: every group
    RegisterAsked registerAsked; ///< area, register and year that were requested
    estimation::SingleClusterPolicy singleCluster = estimation::SingleClusterPolicy::Adjust;
    std::optional<double> trim;                           ///< weights are cut at so many medians
    std::filesystem::path totals;                         ///< known totals to which weights are adjusted; empty = none
    std::vector<std::string> methods = headlineMethods(); ///< the first one makes the headline
    BenchmarkError benchmarkError;
    std::vector<OtherMultiplier> others;
    bool pool = false;                    ///< one size from all registers, on request only
    std::vector<std::string> registerRun; ///< site types that the register's own institutions run
    double level = 0.95;
    std::size_t bootstrap = 0; ///< replicates; 0 = none
    std::uint64_t seed = 1;
};

} // namespace peil::analysis
