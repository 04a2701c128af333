// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <system_error>

namespace peil::records {

enum class RecordsErrc {
    BadRule = 1, ///< the form does not understand an expression of study.toml; the context names it
    BadRecord,   ///< an interview is no record of the form
    BadInput,    ///< a file that the user has to correct, or envelopes of a frozen dataset that are gone
    Cancelled,   ///< the caller ended it
};

std::error_code make_error_code(RecordsErrc code) noexcept;

} // namespace peil::records
