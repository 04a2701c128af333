// SPDX-License-Identifier: Apache-2.0
#include "number_format.h"
#include "spreadsheet_readers.h"

#include "peil/base/text.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

using Token = XmlScanner::Token;

std::size_t repeats(const XmlScanner& element, std::string_view attribute) {
    constexpr std::int64_t kMost = 1 << 24; // rows and columns of a spreadsheet
    const auto number = parseInteger(element.attribute(attribute).value_or(""));
    return number ? static_cast<std::size_t>(std::clamp<std::int64_t>(*number, 1, kMost)) : 1;
}

/// "PT13H30M05S" as 13:30:05; anything else as it is.
std::string clockOf(const std::string& duration) {
    if (!duration.starts_with("PT")) return duration;
    double days = 0;
    std::size_t begin = 2;
    for (const auto& [unit, perDay] : {std::pair('H', 24.0), std::pair('M', 1440.0), std::pair('S', 86400.0)}) {
        const auto end = duration.find(unit, begin);
        if (end == std::string::npos) continue;
        days += parseNumber(std::string_view(duration).substr(begin, end - begin)).value_or(0) / perDay;
        begin = end + 1;
    }
    return numberText(days, NumberKind::Elapsed, false);
}

/// Reads content.xml, in which all sheets stand one after the other.
class ContentReader {
public:
    ContentReader(std::size_t sheets, Reading& reading)
        : m_single(sheets == 1)
        , m_reading(reading) {}

    Result<Workbook> read(XmlPart& part) {
        for (;;) {
            const auto token = part.next();
            const auto& scanner = part.scanner();
            if (token == Token::Done) return std::move(m_workbook);
            if (token == Token::Broken) return part.fault();
            if (token == Token::Start)
                PEIL_CHECK(start(scanner));
            else if (token == Token::End)
                PEIL_CHECK(end(scanner.name()));
            else if (m_inText && m_aside == 0)
                PEIL_CHECK(collect(scanner.text()));
        }
    }

private:
    /// Notes at cells, drawings and what was deleted stand among the cells, with tables and texts of their own.
    static bool isAside(std::string_view name) {
        return name == "annotation" || name == "shapes" || name == "frame" || name == "tracked-changes" ||
               name == "ruby-text" || name == "custom-shape";
    }

    Result<> start(const XmlScanner& element) {
        const auto name = element.name();
        if (m_aside > 0 || isAside(name)) {
            ++m_aside;
            return {};
        }
        if (name == "table") {
            return beginSheet(element.attribute("name").value_or(""));
        } else if (name == "table-row") {
            m_column = 0;
            m_rowRepeats = repeats(element, "number-rows-repeated");
        } else if (name == "table-cell" || name == "covered-table-cell") {
            beginCell(element);
        } else if (name == "p") {
            m_inText = true;
            if (m_paragraphs++ > 0) return collect("\n");
        } else if (name == "s")
            return collect(std::string(std::min<std::size_t>(repeats(element, "c"), 1000), ' '));
        else if (name == "tab")
            return collect("\t");
        else if (name == "line-break")
            return collect("\n");
        return {};
    }

    Result<> end(std::string_view name) {
        if (m_aside > 0) {
            --m_aside;
            return {};
        }
        if (name == "p") m_inText = false;
        if (name == "table-cell" || name == "covered-table-cell") return endCell();
        if (name == "table-row") m_row += m_rowRepeats;
        if (name == "table" && m_sheet) {
            m_workbook.sheets.push_back(m_sheet->take());
            m_sheet.reset();
        }
        return {};
    }

    Result<> beginSheet(const std::string& title) {
        PEIL_CHECK(countEntry(m_reading, title.size()));
        m_row = 0;
        m_column = 0;
        m_sheet.reset();
        // The only sheet of a workbook is the survey, whatever its name.
        const std::string name = m_single ? "survey" : title;
        if (wants(m_workbook, name)) m_sheet.emplace(name, m_reading);
        return {};
    }

    void beginCell(const XmlScanner& element) {
        m_columnRepeats = repeats(element, "number-columns-repeated");
        m_type = element.attribute("office:value-type").value_or("");
        m_formula = element.attribute("formula").has_value();
        m_value = element.attribute(m_type == "date"      ? "date-value"
                                    : m_type == "time"    ? "time-value"
                                    : m_type == "boolean" ? "boolean-value"
                                                          : "value");
        m_isError = element.attribute("calcext:value-type").value_or("") == "error";
        m_text.clear();
        m_paragraphs = 0;
    }

    Result<> collect(std::string_view text) {
        if (!m_sheet) return {};
        m_text += text;
        if (m_text.size() > m_reading.limits.maxTextBytes) return m_sheet->put(m_row, m_column, m_text);
        return {};
    }

    std::string value(std::optional<CellNote>& note) {
        if (m_isError || (m_formula && m_text.starts_with("#"))) note = CellNote::Error;
        if (m_formula && m_type.empty() && m_text.empty()) note = CellNote::NoResult;
        if (note || !m_value || m_type == "string") return std::move(m_text);
        if (m_type == "boolean") return *m_value == "true" ? "TRUE" : "FALSE";
        if (m_type == "date" || m_type == "time") note = CellNote::Date;
        if (m_type == "date") return isoText(*m_value);
        if (m_type == "time") return clockOf(*m_value);
        const auto number = parseNumber(*m_value);
        return number ? formatNumber(*number) : *m_value;
    }

    /// Keeps the cell as often as it is repeated. What is empty is repeated to the end of the sheet.
    Result<> endCell() {
        const auto column = std::exchange(m_column, m_column + m_columnRepeats);
        if (!m_sheet) return {};
        std::optional<CellNote> note;
        const auto text = cleanCell(value(note)); // once, since a cell can be repeated 10^12 times
        if (trim(text).empty() && !note) return {};
        for (std::size_t row = 0; row < m_rowRepeats; ++row)
            for (std::size_t i = 0; i < m_columnRepeats; ++i)
                PEIL_CHECK(m_sheet->put(m_row + row, column + i, text, note));
        return {};
    }

    bool m_single;
    Reading& m_reading;
    Workbook m_workbook;
    std::optional<SheetBuilder> m_sheet; ///< the open one, unless it is the designer's own
    std::size_t m_row = 0, m_column = 0;
    std::size_t m_rowRepeats = 1, m_columnRepeats = 1;
    std::string m_type, m_text;
    std::optional<std::string> m_value;
    std::size_t m_paragraphs = 0, m_aside = 0;
    bool m_inText = false, m_formula = false, m_isError = false;
};

/// The number of sheets, which has to be known before the first one is read.
Result<std::size_t> countSheets(XmlPart part) {
    std::size_t sheets = 0;
    for (;;) {
        const auto token = part.next();
        if (token == Token::Done || sheets > 1) return sheets;
        if (token == Token::Broken) return part.fault();
        if (token == Token::Start && part.scanner().name() == "table") ++sheets;
    }
}

/// The manifest says of an encrypted workbook how its parts were locked.
Result<bool> isLocked(Archive& archive) {
    constexpr auto kManifest = "META-INF/manifest.xml";
    if (!archive.has(kManifest)) return false;
    PEIL_TRY(auto part, archive.part(kManifest));
    for (;;) {
        const auto token = part.next();
        if (token == Token::Done) return false;
        if (token == Token::Broken) return part.fault();
        if (token == Token::Start && part.scanner().name() == "encryption-data") return true;
    }
}

} // namespace

Result<Workbook> readOds(Archive& archive, Reading& reading) {
    PEIL_TRY(const bool locked, isLocked(archive));
    if (locked) return fail(XlsformErrc::Encrypted, reading.file + " is protected by a password. Save it without one.");
    PEIL_TRY(auto first, archive.part("content.xml"));
    PEIL_TRY(const auto sheets, countSheets(std::move(first)));
    PEIL_TRY(auto content, archive.part("content.xml"));
    PEIL_TRY(auto workbook, ContentReader(sheets, reading).read(content));
    return withSurvey(std::move(workbook), reading.file);
}

} // namespace peil::xlsform
