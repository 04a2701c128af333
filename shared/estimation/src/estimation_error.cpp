// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/estimation_error.h"

namespace peil::estimation {
namespace {

class Category final : public std::error_category {
public:
    const char* name() const noexcept override { return "peil.estimation"; }
    std::string message(int value) const override {
        switch (static_cast<EstimationErrc>(value)) {
        case EstimationErrc::NoRows:
            return "there are no rows to estimate from";
        case EstimationErrc::SizeMismatch:
            return "the columns have different lengths";
        case EstimationErrc::BadWeight:
            return "a weight is negative, not a number, or all weights are zero";
        case EstimationErrc::BadIndicator:
            return "an indicator is not 0, 1 or missing";
        case EstimationErrc::BadFrameSize:
            return "a frame size does not match the sampled clusters";
        case EstimationErrc::BadLevel:
            return "the confidence level is not between 0 and 1";
        case EstimationErrc::BadBenchmark:
            return "the benchmark is negative or not a number";
        case EstimationErrc::BadParameter:
            return "a parameter is out of range";
        case EstimationErrc::MissingTotal:
            return "the population totals do not match the categories of the sample";
        case EstimationErrc::NoConvergence:
            return "the iteration did not converge";
        case EstimationErrc::NotEstimable:
            return "the data do not support this estimate";
        case EstimationErrc::Cancelled:
            return "cancelled";
        }
        return "unknown error";
    }
};

} // namespace

const std::error_category& estimationCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(EstimationErrc code) noexcept {
    return {static_cast<int>(code), estimationCategory()};
}

} // namespace peil::estimation
