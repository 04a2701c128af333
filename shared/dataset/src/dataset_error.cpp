// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/dataset_error.h"

namespace peil::dataset {
namespace {

class Category final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.dataset"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<DatasetErrc>(code)) {
        case DatasetErrc::BadInput:
            return "An input of the dataset is invalid.";
        case DatasetErrc::BadAnswer:
            return "The server's list of releases cannot be read.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& datasetCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(DatasetErrc code) noexcept {
    return {static_cast<int>(code), datasetCategory()};
}

} // namespace peil::dataset
