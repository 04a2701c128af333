// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of an .xlsx workbook: the archive, the shared strings, the number formats and the cells of one sheet.

#include "xml_scanner.h"

#include "peil/xlsform/workbook.h"

#include <memory>

struct zip;

namespace peil::xlsform {

/// A zip archive in memory. Borrows the bytes.
class Archive {
public:
    /// @return NotAWorkbook, Encrypted, BadArchive or TooLarge.
    static Result<Archive> open(ByteView bytes, std::string_view file, const WorkbookLimits& limits);

    [[nodiscard]] bool has(const std::string& part) const;
    /// One part, unpacked. @return BadArchive when it is absent or damaged, TooLarge past `maxBytes`.
    [[nodiscard]] Result<std::string> part(const std::string& name, std::size_t maxBytes) const;

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    Archive(zip* archive, std::string_view file)
        : m_zip(archive)
        , m_file(file) {}

    std::unique_ptr<zip, Close> m_zip;
    std::string m_file;
};

/// The number format by style index, to convert number cells to text.
enum class NumberKind : unsigned char { Plain, Date, Time, DateTime };

/// What the cells of a sheet refer to.
struct SheetContext {
    std::vector<std::string> strings;
    std::vector<NumberKind> styles;
    bool from1904 = false;
    std::size_t textBytes = 0; ///< of all sheets so far
};

/// NoSurveySheet; `source` is what the sentence calls the file.
[[nodiscard]] tl::unexpected<Error> noSurvey(std::string_view source, const std::vector<std::string>& otherSheets);
[[nodiscard]] tl::unexpected<Error> brokenXml(std::string_view file, std::string_view part);
[[nodiscard]] Result<std::vector<std::string>> readSharedStrings(const std::string& xml, std::string_view file,
                                                                 const WorkbookLimits& limits);
[[nodiscard]] Result<std::vector<NumberKind>> readStyles(const std::string& xml, std::string_view file,
                                                         const WorkbookLimits& limits);
[[nodiscard]] Result<Sheet> readSheet(const std::string& name, const std::string& xml, SheetContext& context,
                                      std::string_view file, const WorkbookLimits& limits);
/// A date serial of a spreadsheet as ISO 8601 text.
[[nodiscard]] std::string dateText(double serial, NumberKind kind, bool from1904);

} // namespace peil::xlsform
