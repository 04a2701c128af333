// SPDX-License-Identifier: Apache-2.0
#include "xlsx_parts.h"

#include "peil/base/text.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace peil::xlsform {

namespace {

using Token = XmlScanner::Token;

/// What a built-in or custom number format shows.
NumberKind kindOfFormat(std::string_view code) {
    bool date = false;
    bool time = false;
    char quote = '\0';
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"')
            quote = '"';
        else if (c == '[')
            quote = ']';
        else if (c == '\\' || c == '_' || c == '*')
            ++i;
        else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D')
            date = true;
        else if (c == 'h' || c == 'H' || c == 's' || c == 'S')
            time = true;
    }
    if (date) return time ? NumberKind::DateTime : NumberKind::Date;
    return time ? NumberKind::Time : NumberKind::Plain;
}

NumberKind builtIn(std::int64_t id) {
    if (id >= 14 && id <= 17) return NumberKind::Date;
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return NumberKind::Time;
    return id == 22 ? NumberKind::DateTime : NumberKind::Plain;
}

std::string two(long value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "AB12" to the 0-based column; the row is stated by its element.
std::optional<std::size_t> columnOf(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        if (++letters > 3) return std::nullopt;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    if (letters == 0) return std::nullopt;
    return column - 1;
}

/// Reads the cells of one sheet.
class SheetReader {
public:
    SheetReader(const std::string& name, SheetContext& context, std::string_view file, const WorkbookLimits& limits)
        : m_context(context)
        , m_file(file)
        , m_limits(limits) {
        m_sheet.name = name;
    }

    Result<Sheet> read(const std::string& xml) {
        XmlScanner scanner(xml);
        for (;;) {
            const auto token = scanner.next();
            if (token == Token::Done) return std::move(m_sheet);
            if (token == Token::Broken) return brokenXml(m_file, "of sheet " + m_sheet.name);
            if (token == Token::Start)
                start(scanner);
            else if (token == Token::Text && m_collect)
                m_text += scanner.text();
            else if (token == Token::End)
                PEIL_CHECK(end(scanner.name()));
        }
    }

private:
    void start(const XmlScanner& scanner) {
        const auto name = scanner.name();
        if (name == "row") {
            const auto number = parseInteger(scanner.attribute("r").value_or(""));
            m_row = number && *number > 0 ? static_cast<std::size_t>(*number) : m_row + 1;
            m_nextColumn = 0;
            m_inRow = true;
        } else if (name == "c") {
            m_column = columnOf(scanner.attribute("r").value_or("")).value_or(m_nextColumn);
            m_nextColumn = m_column + 1;
            m_type = scanner.attribute("t").value_or("n");
            m_style = parseInteger(scanner.attribute("s").value_or("")).value_or(0);
            m_text.clear();
        } else if (name == "rPh")
            ++m_phonetic;
        m_collect = m_phonetic == 0 && (name == "v" || name == "t");
    }

    Result<> end(std::string_view name) {
        m_collect = false;
        if (name == "rPh") --m_phonetic; // the scanner pairs them
        if (name == "row") m_inRow = false;
        if (name != "c") return {};
        if (!m_inRow)
            return fail(XlsformErrc::BadXml,
                        std::string(m_file) + ": sheet " + m_sheet.name +
                            " has a cell outside a row. Save it again with a spreadsheet program.");
        auto text = value();
        if (trim(text).empty()) return {};
        return store(std::move(text));
    }

    std::string value() const {
        if (m_type == "s") {
            const auto index = parseInteger(trim(m_text));
            const bool known = index && *index >= 0 && static_cast<std::size_t>(*index) < m_context.strings.size();
            return known ? m_context.strings[static_cast<std::size_t>(*index)] : std::string();
        }
        if (m_type == "b") return trim(m_text) == "1" ? "TRUE" : "FALSE";
        if (m_type != "n") return m_text;
        const auto number = parseNumber(trim(m_text));
        if (!number) return m_text;
        const bool styled = m_style >= 0 && static_cast<std::size_t>(m_style) < m_context.styles.size();
        const auto kind = styled ? m_context.styles[static_cast<std::size_t>(m_style)] : NumberKind::Plain;
        return kind == NumberKind::Plain ? formatNumber(*number) : dateText(*number, kind, m_context.from1904);
    }

    Result<> store(std::string text) {
        const auto tooLarge = [&](const std::string& what) {
            return fail(XlsformErrc::TooLarge, std::string(m_file) + ": sheet " + m_sheet.name + " has more than " +
                                                   what + ". Remove what is not part of the form.");
        };
        if (m_row > m_limits.maxRows) return tooLarge(std::to_string(m_limits.maxRows) + " rows");
        if (m_column >= m_limits.maxColumns) return tooLarge(std::to_string(m_limits.maxColumns) + " columns");
        m_context.textBytes += text.size();
        if (m_context.textBytes > m_limits.maxTextBytes)
            return tooLarge(std::to_string(m_limits.maxTextBytes >> 20U) + " MiB of text");
        if (m_sheet.rows.size() < m_row) m_sheet.rows.resize(m_row);
        auto& row = m_sheet.rows[m_row - 1];
        if (row.size() <= m_column) {
            m_cells += m_column + 1 - row.size();
            if (m_cells > m_limits.maxCells) return tooLarge(std::to_string(m_limits.maxCells) + " cells");
            row.resize(m_column + 1);
        }
        row[m_column] = replaceAll(std::move(text), "\xC2\xA0", " ");
        return {};
    }

    Sheet m_sheet;
    SheetContext& m_context;
    std::string_view m_file;
    const WorkbookLimits& m_limits;
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    std::size_t m_nextColumn = 0;
    std::size_t m_cells = 0;
    std::string m_type;
    std::int64_t m_style = 0;
    std::string m_text;
    int m_phonetic = 0;
    bool m_collect = false;
    bool m_inRow = false;
};

} // namespace

std::string dateText(double serial, NumberKind kind, bool from1904) {
    using namespace std::chrono;
    if (!(serial >= 0 && serial < 3'000'000)) return formatNumber(serial);
    const auto base = sys_days(from1904 ? year{1904} / 1 / 1 : year{1899} / 12 / 30);
    auto whole = static_cast<long>(std::floor(serial));
    auto milliseconds = std::lround((serial - static_cast<double>(whole)) * 86'400'000);
    if (milliseconds == 86'400'000) {
        ++whole;
        milliseconds = 0;
    }
    const auto second = milliseconds / 1000;
    const auto fraction = std::to_string(1000 + milliseconds % 1000).substr(1);
    const year_month_day day(base + days(whole));
    std::string date = std::to_string(static_cast<int>(day.year())) + "-" +
                       two(static_cast<long>(static_cast<unsigned>(day.month()))) + "-" +
                       two(static_cast<long>(static_cast<unsigned>(day.day())));
    std::string time = two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60) +
                       (milliseconds % 1000 == 0 ? "" : "." + fraction + "000");
    if (kind == NumberKind::Time && whole == 0) return time;
    return kind == NumberKind::Date && milliseconds == 0 ? date : date + " " + time;
}

namespace {

/// A quick check before a part is read.
bool holdsMore(std::string_view xml, std::string_view word, std::size_t times) {
    std::size_t count = 0;
    for (auto at = xml.find(word); at != std::string_view::npos; at = xml.find(word, at + word.size()))
        if (++count > times) return true;
    return false;
}

tl::unexpected<Error> tooManyTexts(std::string_view file, const WorkbookLimits& limits) {
    return fail(XlsformErrc::TooLarge, std::string(file) + " has more than " + std::to_string(limits.maxTexts) +
                                           " different texts. A form is far smaller.");
}

} // namespace

Result<std::vector<std::string>> readSharedStrings(const std::string& xml, std::string_view file,
                                                   const WorkbookLimits& limits) {
    std::vector<std::string> strings;
    if (holdsMore(xml, "<si", limits.maxTexts)) return tooManyTexts(file, limits);
    XmlScanner scanner(xml);
    std::string current;
    bool collect = false;
    int phonetic = 0;
    for (;;) {
        const auto token = scanner.next();
        if (token == Token::Done) return strings;
        if (token == Token::Broken) return brokenXml(file, "xl/sharedStrings.xml");
        if (token == Token::Text && collect) current += scanner.text();
        if (token == Token::Start) {
            if (scanner.name() == "rPh") ++phonetic;
            collect = scanner.name() == "t" && phonetic == 0;
        }
        if (token != Token::End) continue;
        collect = false;
        if (scanner.name() == "rPh") --phonetic;
        if (scanner.name() != "si") continue;
        strings.push_back(std::move(current));
        current.clear();
        if (strings.size() > limits.maxTexts) return tooManyTexts(file, limits);
    }
}

Result<std::vector<NumberKind>> readStyles(const std::string& xml, std::string_view file,
                                           const WorkbookLimits& limits) {
    std::map<std::int64_t, NumberKind> custom;
    std::vector<NumberKind> styles;
    bool inside = false;
    XmlScanner scanner(xml);
    for (;;) {
        const auto token = scanner.next();
        if (token == Token::Done) return styles;
        if (token == Token::Broken) return brokenXml(file, "xl/styles.xml");
        if (token == Token::End && scanner.name() == "cellXfs") inside = false;
        if (token != Token::Start) continue;
        if (scanner.name() == "cellXfs") inside = true;
        const auto id = parseInteger(scanner.attribute("numFmtId").value_or("")).value_or(0);
        if (scanner.name() == "numFmt") custom[id] = kindOfFormat(scanner.attribute("formatCode").value_or(""));
        if (scanner.name() != "xf" || !inside) continue;
        const auto found = custom.find(id);
        styles.push_back(found == custom.end() ? builtIn(id) : found->second);
        if (styles.size() > limits.maxTexts)
            return fail(XlsformErrc::TooLarge, std::string(file) + " has too many cell styles. A form is far smaller.");
    }
}

Result<Sheet> readSheet(const std::string& name, const std::string& xml, SheetContext& context, std::string_view file,
                        const WorkbookLimits& limits) {
    return SheetReader(name, context, file, limits).read(xml);
}

} // namespace peil::xlsform
