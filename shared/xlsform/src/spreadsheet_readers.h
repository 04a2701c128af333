// SPDX-License-Identifier: Apache-2.0
#pragma once

// A reader for each format of spreadsheets. All put their cells together with SheetBuilder.

#include "archive.h"

namespace peil::xlsform {

/// Excel 2007 and later (ECMA-376).
[[nodiscard]] Result<Workbook> readXlsx(Archive& archive, Reading& reading);
/// LibreOffice and other programs (OpenDocument 1.2 and later).
[[nodiscard]] Result<Workbook> readOds(Archive& archive, Reading& reading);
/// Excel 97 to 2003 ([MS-XLS]), and the container in which workbooks with a password lie.
[[nodiscard]] Result<Workbook> readXls(ByteView bytes, Reading& reading);

} // namespace peil::xlsform
