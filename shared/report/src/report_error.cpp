// SPDX-License-Identifier: Apache-2.0
#include "peil/report/report_error.h"

namespace peil::report {
namespace {

class Category final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.report"; }
    [[nodiscard]] std::string message(int) const override { return "An input of the report cannot be used."; }
};

} // namespace

const std::error_category& reportCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(ReportErrc code) noexcept {
    return {static_cast<int>(code), reportCategory()};
}

} // namespace peil::report
