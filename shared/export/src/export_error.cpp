// SPDX-License-Identifier: Apache-2.0
#include "peil/export/export_error.h"

#include "peil/base/error_category.h"

namespace peil::exports {

std::error_code make_error_code(ExportErrc code) noexcept {
    static constexpr EnumText<ExportErrc> kMessages[] = {
        {ExportErrc::NoTable, "the dataset needs exactly one main table"},
        {ExportErrc::UnknownParent, "a repeat belongs to a table that does not exist"},
        {ExportErrc::BadName, "a name is empty or used twice"},
        {ExportErrc::BadRow, "a row does not match its table"},
        {ExportErrc::TargetExists, "the output folder already exists"},
        {ExportErrc::TooManyColumns, "the format cannot hold so many columns"},
        {ExportErrc::WriterFailed, "writing the file format failed"},
        {ExportErrc::Cancelled, "cancelled"},
        {ExportErrc::Unsafe, "people could be recognised in the release"},
    };
    return errorCode("peil.export", kMessages, code);
}

} // namespace peil::exports
