// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet_readers.h"

namespace peil::xlsform {

namespace {

constexpr std::string_view kOdsType = "application/vnd.oasis.opendocument.spreadsheet";

tl::unexpected<Error> stranger(const Reading& reading) {
    return fail(XlsformErrc::NotAWorkbook, reading.file +
                                               " is not a workbook. Save the form as .xlsx, .ods or .xls, or as a "
                                               "folder with one CSV file for each sheet.");
}

} // namespace

Result<Workbook> readSpreadsheet(ByteView bytes, std::string_view name, const WorkbookLimits& limits) {
    Reading reading{std::string(name), limits};
    if (bytes.size() > limits.maxFileBytes)
        return fail(XlsformErrc::TooLarge,
                    reading.file + " is larger than " + std::to_string(limits.maxFileBytes >> 20U) + " MiB.");
    const auto text = textOf(bytes);
    if (text.starts_with("\xD0\xCF\x11\xE0")) return readXls(bytes, reading);
    if (!text.starts_with("PK")) return stranger(reading);
    PEIL_TRY(auto archive, Archive::open(bytes, reading));
    if (archive.beginning("mimetype").starts_with(kOdsType)) return readOds(archive, reading);
    if (archive.has("_rels/.rels") || archive.has("xl/workbook.xml")) return readXlsx(archive, reading);
    return stranger(reading);
}

} // namespace peil::xlsform
