// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error codes of peil::analysis. The context of each error is one sentence: what, where, what to do.

#include "peil/base/result.h"

namespace peil::analysis {

enum class AnalysisErrc {
    BadRegister = 1,  ///< a column or cell of a register table that cannot be used
    CountTwice,       ///< one group has two counts for one area in one register and one year
    NoCommonArea,     ///< no area has a count of every group
    UnknownArea,      ///< the requested area does not have a count for every group
    SeveralAreas,     ///< several areas have, and none of them is plainly the whole
    SeveralRegisters, ///< the area has counts from several registers
    SeveralYears,     ///< the area has counts of several years
    UnknownRegister,  ///< the requested register or year is not in the table
    BadInput,         ///< a table, column or option that the user has to correct
};

std::error_code make_error_code(AnalysisErrc code) noexcept;

} // namespace peil::analysis
