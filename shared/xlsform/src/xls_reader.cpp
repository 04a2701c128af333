// SPDX-License-Identifier: Apache-2.0
#include "biff.h"
#include "compound_file.h"
#include "number_format.h"
#include "spreadsheet_readers.h"

#include "peil/base/enum_text.h"

#include <bit>
#include <map>

namespace peil::xlsform {

namespace {

constexpr std::uint16_t kBiff8 = 0x0600; ///< the version of Excel 97 to 2003

/// What the records before the first sheet say.
struct Globals {
    std::vector<std::string> texts;
    std::map<std::uint16_t, NumberKind> formats;
    std::vector<std::uint16_t> styles;                         ///< the format of each
    std::vector<std::pair<std::string, std::uint32_t>> sheets; ///< name, and where its records begin
    bool from1904 = false;

    [[nodiscard]] NumberKind kindOf(std::uint16_t style) const {
        const auto format = style < styles.size() ? styles[style] : std::uint16_t{0};
        const auto found = formats.find(format);
        return found == formats.end() ? kindOfBuiltIn(format) : found->second;
    }
};

/// RK: 30 bits of a whole number or of a double, perhaps to be divided by 100.
double rkNumber(std::uint32_t rk) {
    constexpr std::uint32_t kHundredth = 1;
    constexpr std::uint32_t kWhole = 2;
    const double value = (rk & kWhole) != 0 ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                                            : std::bit_cast<double>(std::uint64_t{rk & ~3U} << 32U);
    return (rk & kHundredth) != 0 ? value / 100 : value;
}

std::string errorText(std::uint8_t code) {
    static constexpr EnumText<std::uint8_t> kTexts[] = {{0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"},
                                                        {0x17, "#REF!"},  {0x1D, "#NAME?"},  {0x24, "#NUM!"}};
    const auto text = textIn(kTexts, code);
    return text.empty() ? "#N/A" : std::string(text);
}

/// Reads the cells of one sheet.
class SheetRecords {
public:
    SheetRecords(const std::string& name, const Globals& globals, Reading& reading)
        : m_sheet(name, reading)
        , m_globals(globals) {}

    Result<Sheet> read(RecordScanner scanner) {
        Record record;
        std::size_t depth = 0; // charts inside a sheet have records of their own
        while (scanner.next(record)) {
            if (record.type == record::kEof && --depth == 0) break;
            if (record.type == record::kBof)
                ++depth;
            else if (depth == 1)
                PEIL_CHECK(cell(record));
            else if (depth == 0)
                break; // its records do not begin where they should
        }
        return m_sheet.take();
    }

private:
    Result<> put(std::string text, std::optional<CellNote> note = std::nullopt) {
        return m_sheet.put(m_row, m_column, std::move(text), note);
    }

    Result<> number(double value, std::uint16_t style) {
        const auto kind = m_globals.kindOf(style);
        return put(numberText(value, kind, m_globals.from1904),
                   kind == NumberKind::Plain ? std::nullopt : std::optional(CellNote::Date));
    }

    Result<> truth(std::uint8_t value) { return put(value == 0 ? "FALSE" : "TRUE"); }
    Result<> error(std::uint8_t code) { return put(errorText(code), CellNote::Error); }

    /// The last result of a formula; a text follows in a record of its own.
    Result<> formula(const ByteReader& data) {
        constexpr std::uint16_t kNoNumber = 0xFFFF;
        constexpr unsigned kUncalculated = 2; // what programs write that do not calculate, with the result 0
        if (data.u16(12) != kNoNumber) {
            const auto value = std::bit_cast<double>(data.u64(6));
            if (value == 0 && (data.u16(14) & kUncalculated) != 0) return put({}, CellNote::NoResult);
            return number(value, data.u16(4));
        }
        if (data.u8(6) == 1) return truth(data.u8(8));
        return data.u8(6) == 2 ? error(data.u8(8)) : Result<>();
    }

    Result<> manyNumbers(const Record& record) {
        const auto data = record.reader();
        for (std::size_t at = 4; at + 6 < record.size(); at += 6, ++m_column)
            PEIL_CHECK(number(rkNumber(data.u32(at + 2)), data.u16(at)));
        return {};
    }

    Result<> cell(const Record& record) {
        const auto data = record.reader();
        if (record.type == record::kString) return put(TextReader(record, 0).text()); // at the formula before it
        const auto place = [&] {
            m_row = data.u16(0);
            m_column = data.u16(2);
        };
        switch (record.type) {
        case record::kLabelSst: {
            place();
            const auto index = data.u32(6);
            if (index >= m_globals.texts.size()) return m_sheet.noText(m_row, m_column);
            return put(m_globals.texts[index]);
        }
        case record::kLabel:
        case record::kRString:
            place();
            return put(TextReader(record, 6).text());
        case record::kNumber:
            place();
            return number(std::bit_cast<double>(data.u64(6)), data.u16(4));
        case record::kRk:
            place();
            return number(rkNumber(data.u32(6)), data.u16(4));
        case record::kMulRk:
            place();
            return manyNumbers(record);
        case record::kBoolErr:
            place();
            return data.u8(7) == 0 ? truth(data.u8(6)) : error(data.u8(6));
        case record::kFormula:
            place();
            return formula(data);
        default:
            return {};
        }
    }

    SheetBuilder m_sheet;
    const Globals& m_globals;
    std::size_t m_row = 0;
    std::size_t m_column = 0;
};

tl::unexpected<Error> locked(const Reading& reading) {
    return fail(XlsformErrc::Encrypted, reading.file + " is protected by a password. Save it without one.");
}

Result<> readTexts(const Record& record, Globals& globals, const Reading& reading) {
    for (TextReader reader(record, 8); !reader.atEnd();) {
        globals.texts.push_back(reader.text());
        if (globals.texts.size() > reading.limits.maxTexts)
            return tooMany(reading, std::to_string(reading.limits.maxTexts) + " different texts");
    }
    return {};
}

Result<Globals> readGlobals(ByteView stream, Reading& reading) {
    Globals globals;
    RecordScanner scanner(stream);
    Record record;
    if (!scanner.next(record) || record.type != record::kBof)
        return damagedFile(XlsformErrc::BadArchive, reading.file, "its records cannot be read");
    if (record.reader().u16(0) != kBiff8)
        return fail(XlsformErrc::NotAWorkbook,
                    reading.file + " was saved by Excel 95 or an older program. Save it as .xlsx.");
    while (scanner.next(record) && record.type != record::kEof) {
        const auto data = record.reader();
        if (record.type == record::kFilePass) return locked(reading);
        if (record.type == record::kDate1904) globals.from1904 = data.u16(0) == 1;
        if (record.type == record::kFormat) globals.formats[data.u16(0)] = kindOfFormat(TextReader(record, 2).text());
        if (record.type == record::kXf) globals.styles.push_back(data.u16(2));
        if (record.type == record::kSst) PEIL_CHECK(readTexts(record, globals, reading));
        if (record.type != record::kBoundSheet || data.u8(5) != 0) continue; // other types are charts and macros
        PEIL_CHECK(countEntry(reading, record.size()));
        globals.sheets.emplace_back(TextReader(record, 6).text(true), data.u32(0));
    }
    return globals;
}

} // namespace

Result<Workbook> readXls(ByteView bytes, Reading& reading) {
    const auto file = CompoundFile::open(bytes);
    if (!file) return damagedFile(XlsformErrc::BadArchive, reading.file, "the file is damaged");
    if (file->has("EncryptedPackage")) return locked(reading);
    const auto* name = file->has("Workbook") ? "Workbook" : "Book"; // of Excel 95
    if (!file->has(name))
        return fail(XlsformErrc::NotAWorkbook, reading.file + " contains no workbook. Save the form as .xlsx.");
    const auto stream = file->stream(name);
    if (!stream) return damagedFile(XlsformErrc::BadArchive, reading.file, "the file is damaged");
    PEIL_TRY(const auto globals, readGlobals(*stream, reading));
    Workbook workbook;
    for (const auto& [title, begin] : globals.sheets) {
        // The only sheet of a workbook is the survey, whatever its name.
        const std::string sheetName = globals.sheets.size() == 1 ? "survey" : title;
        if (!wants(workbook, sheetName)) continue;
        PEIL_TRY(auto sheet, SheetRecords(sheetName, globals, reading).read(RecordScanner(*stream, begin)));
        workbook.sheets.push_back(std::move(sheet));
    }
    return withSurvey(std::move(workbook), reading.file);
}

} // namespace peil::xlsform
