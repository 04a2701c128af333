// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/analysis_error.h"

#include "peil/base/error_category.h"

namespace peil::analysis {

std::error_code make_error_code(AnalysisErrc code) noexcept {
    static constexpr EnumText<AnalysisErrc> kMessages[] = {
        {AnalysisErrc::BadRegister, "The register table is invalid."},
        {AnalysisErrc::CountTwice, "A group has two counts for the same area."},
        {AnalysisErrc::NoCommonArea, "No area has a count for every group."},
        {AnalysisErrc::UnknownArea, "The area does not have a count for every group."},
        {AnalysisErrc::SeveralAreas, "Several areas have a count for every group."},
        {AnalysisErrc::SeveralRegisters, "The area has counts from several registers."},
        {AnalysisErrc::SeveralYears, "The area has counts of several years."},
        {AnalysisErrc::UnknownRegister, "The register or year is not in the table."},
        {AnalysisErrc::BadInput, "An input of the estimate is invalid."},
    };
    return errorCode("peil.analysis", kMessages, code);
}

} // namespace peil::analysis
