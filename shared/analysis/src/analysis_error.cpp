// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/analysis_error.h"

namespace peil::analysis {
namespace {

class Category final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.analysis"; }
    [[nodiscard]] std::string message(int value) const override {
        switch (static_cast<AnalysisErrc>(value)) {
        case AnalysisErrc::BadRegister:
            return "The register table is invalid.";
        case AnalysisErrc::CountTwice:
            return "A group has two counts for the same area.";
        case AnalysisErrc::NoCommonArea:
            return "No area has a count for every group.";
        case AnalysisErrc::UnknownArea:
            return "The area does not have a count for every group.";
        case AnalysisErrc::SeveralAreas:
            return "Several areas have a count for every group.";
        case AnalysisErrc::SeveralRegisters:
            return "The area has counts from several registers.";
        case AnalysisErrc::SeveralYears:
            return "The area has counts of several years.";
        case AnalysisErrc::UnknownRegister:
            return "The register or year is not in the table.";
        case AnalysisErrc::BadInput:
            return "An input of the estimate is invalid.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& analysisCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(AnalysisErrc code) noexcept {
    return {static_cast<int>(code), analysisCategory()};
}

} // namespace peil::analysis
