// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/estimation_error.h"

#include "peil/base/error_category.h"

namespace peil::estimation {

std::error_code make_error_code(EstimationErrc code) noexcept {
    static constexpr EnumText<EstimationErrc> kMessages[] = {
        {EstimationErrc::NoRows, "there are no rows to estimate from"},
        {EstimationErrc::SizeMismatch, "the columns have different lengths"},
        {EstimationErrc::BadWeight, "a weight is negative, not a number, or all weights are zero"},
        {EstimationErrc::BadIndicator, "an indicator is not 0, 1 or missing"},
        {EstimationErrc::BadFrameSize, "a frame size does not match the sampled clusters"},
        {EstimationErrc::BadLevel, "the confidence level is not between 0 and 1"},
        {EstimationErrc::BadBenchmark, "the benchmark is negative or not a number"},
        {EstimationErrc::BadParameter, "a parameter is out of range"},
        {EstimationErrc::MissingTotal, "the population totals do not match the categories of the sample"},
        {EstimationErrc::NoConvergence, "the iteration did not converge"},
        {EstimationErrc::NotEstimable, "the data do not support this estimate"},
        {EstimationErrc::Cancelled, "cancelled"},
    };
    return errorCode("peil.estimation", kMessages, code);
}

} // namespace peil::estimation
