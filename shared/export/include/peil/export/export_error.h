// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error codes of peil::exports (`export` is a C++ keyword). Disk errors are those of peil::base.

#include "peil/base/result.h"

namespace peil::exports {

enum class ExportErrc {
    NoTable = 1,    ///< the dataset has no main table, or more than one
    UnknownParent,  ///< a repeat's table names a parent that is not there
    BadName,        ///< two columns or two files of the same name, or one without a name
    BadRow,         ///< a row with another number of cells than the table has variables, or a value of the wrong type
    TargetExists,   ///< the folder to write already exists and is not empty
    TooManyColumns, ///< more than the format can hold
    WriterFailed,   ///< the library that writes the format refused; its reason is in the context
    Cancelled,      ///< the caller's progress function asked to stop
    Unsafe,         ///< the release would give people away, and the declared ladder does not help or may not be used
};

std::error_code make_error_code(ExportErrc code) noexcept;

} // namespace peil::exports
