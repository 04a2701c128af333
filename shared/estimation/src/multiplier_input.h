// SPDX-License-Identifier: Apache-2.0
#pragma once

// Checks that the multiplier estimates share. Internal.

#include "peil/estimation/multiplier.h"

namespace peil::estimation {

[[nodiscard]] Result<> checkLevel(double level);
[[nodiscard]] Result<> checkBenchmark(double benchmark);
/// A coefficient of variation of the benchmark, 0 to 1.
[[nodiscard]] Result<> checkBenchmarkCv(double cv);
/// Every value inside the domain is 0, 1 or NaN.
[[nodiscard]] Result<> checkIndicator(const Domain& domain, std::span<const double> indicator);
[[nodiscard]] ProportionStatistics statisticsOf(const MeanEstimate& mean);

} // namespace peil::estimation
