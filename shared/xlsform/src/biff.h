// SPDX-License-Identifier: Apache-2.0
#pragma once

// The records of an .xls workbook ([MS-XLS]), and the texts in them.

#include "peil/base/byte_stream.h"

#include <string>
#include <vector>

namespace peil::xlsform {

namespace record {
constexpr std::uint16_t kFormula = 0x0006, kEof = 0x000A, kDate1904 = 0x0022, kFilePass = 0x002F, kContinue = 0x003C,
                        kBoundSheet = 0x0085, kMulRk = 0x00BD, kRString = 0x00D6, kXf = 0x00E0, kSst = 0x00FC,
                        kLabelSst = 0x00FD, kNumber = 0x0203, kLabel = 0x0204, kBoolErr = 0x0205, kString = 0x0207,
                        kRk = 0x027E, kFormat = 0x041E, kBof = 0x0809;
} // namespace record

/// One record, and the data of the Continue records behind it.
struct Record {
    std::uint16_t type = 0;
    std::vector<ByteView> parts; ///< never empty

    [[nodiscard]] ByteReader reader() const { return ByteReader(parts.front()); }
    [[nodiscard]] std::size_t size() const { return parts.front().size(); }
};

/// Goes through the records of a stream, which it borrows.
class RecordScanner {
public:
    explicit RecordScanner(ByteView stream, std::size_t at = 0)
        : m_stream(stream)
        , m_at(at) {}

    /// False at the end, and where a record is cut.
    bool next(Record& record);

private:
    ByteView m_stream;
    std::size_t m_at;
};

/// Reads the texts of a record one after the other. A text may go on in the next part, which then says anew how wide
/// its characters are.
class TextReader {
public:
    TextReader(const Record& record, std::size_t at)
        : m_record(record)
        , m_at(at) {}

    [[nodiscard]] bool atEnd();
    /// XLUnicodeRichExtendedString: its length in two bytes (one for the names of sheets), flags, characters.
    [[nodiscard]] std::string text(bool shortLength = false);

private:
    std::uint8_t u8();
    std::uint32_t number(std::size_t bytes);
    void skip(std::size_t bytes);

    const Record& m_record;
    std::size_t m_part = 0;
    std::size_t m_at;
};

} // namespace peil::xlsform
