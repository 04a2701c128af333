// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/result.h"

namespace peil::storage {

enum class StorageErrc {
    WrongKey = 1, ///< the first page does not decrypt with this key, or the file is damaged
    SchemaTooNew, ///< written by a later version of Peil
    Busy,         ///< another process holds the file
    DiskFull,     ///< no space left; the transaction is undone
    Corrupt,      ///< a page failed its authentication, or the structure is broken
    IoError,      ///< the device failed to read, write or sync: nothing may be acknowledged afterwards
    Constraint,   ///< a UNIQUE, CHECK or FOREIGN KEY rule was broken
    NotFound,     ///< no such row
    WrongState,   ///< e.g. answering a finalised interview
    OpenFailed,   ///< the file or its folder cannot be opened
    BadStatement, ///< a bug in SQL or in binding
    SealFailed,   ///< the envelope could not be built; nothing was written
};

std::error_code make_error_code(StorageErrc code) noexcept;

} // namespace peil::storage
