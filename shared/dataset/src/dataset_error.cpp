// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/dataset_error.h"

#include "peil/base/error_category.h"

namespace peil::dataset {

std::error_code make_error_code(DatasetErrc code) noexcept {
    static constexpr EnumText<DatasetErrc> kMessages[] = {
        {DatasetErrc::BadInput, "An input of the dataset is invalid."},
        {DatasetErrc::BadAnswer, "The server's list of releases cannot be read."},
    };
    return errorCode("peil.dataset", kMessages, code);
}

} // namespace peil::dataset
