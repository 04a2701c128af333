// SPDX-License-Identifier: Apache-2.0
#pragma once

// The golden numbers of the method: every size, interval and design effect that follows from the model study's
// interviews, compared to its last printed digit. What asks for them runs `peil estimate` on its own table.

#include "peil/base/result.h"

#include <boost/json.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace peil_demo {

/// One way to ask for the estimate.
struct GoldenQuestion {
    std::string_view benchmark;       ///< the register's counts, a table in CSV
    std::vector<std::string> options; ///< further options of `peil estimate`
};
/// Gives what `peil estimate --json` says to a question.
using GoldenEstimator = std::function<peil::Result<boost::json::object>(const GoldenQuestion&)>;

struct GoldenCheck {
    std::string figure;
    std::string got, printed; ///< rounded half up to the printed digit
    [[nodiscard]] bool ok() const { return got == printed; }
};

/// Every golden number, in a fixed order. @return the estimator's own error.
[[nodiscard]] peil::Result<std::vector<GoldenCheck>> checkGolden(const GoldenEstimator& estimate);

} // namespace peil_demo
