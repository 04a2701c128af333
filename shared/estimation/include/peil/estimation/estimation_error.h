// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error codes of peil::estimation. An estimate that cannot exist (no one in care) is not an error: it comes back with
// an unbounded limit and a warning. Errors are inputs from which nothing can be computed.

#include "peil/base/result.h"

namespace peil::estimation {

enum class EstimationErrc {
    NoRows = 1,    ///< the design, the domain or the table of counts is empty
    SizeMismatch,  ///< columns of different lengths
    BadWeight,     ///< a weight that is negative, not finite or above 1e100, or all weights zero
    BadIndicator,  ///< an indicator other than 0, 1 or missing
    BadFrameSize,  ///< a frame size below the number of sampled clusters, or different within one stratum
    BadLevel,      ///< a confidence level outside (0, 1)
    BadBenchmark,  ///< a benchmark that is negative or not finite
    BadParameter,  ///< any other number outside its range; the context names it
    MissingTotal,  ///< calibration: a category of the sample has no total, or a total has no row in the sample
    NoConvergence, ///< an iteration (raking, log-linear model) did not settle within its limit
    NotEstimable,  ///< the data do not support the model: no overlap, a singular matrix, too few sources
    Cancelled,     ///< the caller's progress function asked to stop
};

std::error_code make_error_code(EstimationErrc code) noexcept;

} // namespace peil::estimation
