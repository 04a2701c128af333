// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/dataset_error.h"

#include "peil/base/error_category.h"

namespace peil::dataset {

const std::error_category& datasetCategory() noexcept {
    static const ErrorCategory<DatasetErrc>::Messages messages{
        {DatasetErrc::BadInput, "An input of the dataset is invalid."},
        {DatasetErrc::BadAnswer, "The server's list of releases cannot be read."},
    };
    static const ErrorCategory<DatasetErrc> category("peil.dataset", messages);
    return category;
}

std::error_code make_error_code(DatasetErrc code) noexcept {
    return {static_cast<int>(code), datasetCategory()};
}

} // namespace peil::dataset
