// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error codes of peil::base: files, text and CSV.

#include "peil/base/result.h"

namespace peil {

enum class BaseErrc {
    FileNotFound = 1, ///< the path does not exist or cannot be opened for reading
    FileUnreadable,   ///< opened, but reading failed or the file is larger than the caller's limit
    FileUnwritable,   ///< the file or its folder cannot be created or written
    DiskFull,         ///< ENOSPC or EDQUOT while writing
    NotUtf8,          ///< text that is not valid UTF-8
    NotANumber,       ///< text that is not a number in the requested format
    BadHex,           ///< text that is not hexadecimal or of odd length
    BadBase64,        ///< text that is not base64
    CsvUnclosedQuote, ///< the file ends inside a quoted cell
    CsvTooLarge,      ///< more rows, columns or bytes than the caller's limit
    CsvMissingColumn, ///< a column that the caller needs is not in the header
    CsvUnevenRow,     ///< a row with more cells than the header has columns, or fewer
    CsvDoubleColumn,  ///< two columns of one name
    CsvUnnamedColumn, ///< a value in a column that has no name in the header
    BadUuid,          ///< text that is not an RFC 4122 UUID
};

std::error_code make_error_code(BaseErrc code) noexcept;

} // namespace peil
