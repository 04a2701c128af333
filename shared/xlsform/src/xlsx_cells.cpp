// SPDX-License-Identifier: Apache-2.0
#include "utf.h"
#include "xlsx_parts.h"

#include "peil/base/text.h"

#include <charconv>
#include <map>

namespace peil::xlsform {

namespace {

using Token = XmlScanner::Token;

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
    SheetReader(const std::string& name, const SheetContext& context, Reading& reading)
        : m_sheet(name, reading)
        , m_context(context)
        , m_reading(reading) {}

    Result<Sheet> read(XmlPart& part) {
        for (;;) {
            const auto token = part.next();
            if (token == Token::Done) return m_sheet.take();
            if (token == Token::Broken) return part.fault();
            if (token == Token::Start)
                start(part.scanner());
            else if (token == Token::Text && m_collect)
                PEIL_CHECK(collect(part.scanner().text()));
            else if (token == Token::End)
                PEIL_CHECK(end(part.scanner().name()));
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
            m_formula = false;
        } else if (name == "f")
            m_formula = true;
        else if (name == "rPh")
            ++m_phonetic;
        m_collect = m_phonetic == 0 && (name == "v" || name == "t");
    }

    Result<> collect(const std::string& text) {
        m_text += text;
        if (m_text.size() > m_reading.limits.maxTextBytes)
            return m_sheet.put(m_row == 0 ? 0 : m_row - 1, m_column, m_text);
        return {};
    }

    Result<> end(std::string_view name) {
        m_collect = false;
        if (name == "rPh") --m_phonetic; // the scanner pairs them
        if (name == "row") m_inRow = false;
        if (name != "c") return {};
        if (!m_inRow)
            return damagedFile(XlsformErrc::BadXml, m_reading.file,
                               "sheet " + m_sheet.name() + " has a cell outside a row");
        if (m_type == "s") return sharedText();
        std::optional<CellNote> note;
        auto text = value(note);
        return m_sheet.put(m_row - 1, m_column, std::move(text), note);
    }

    Result<> sharedText() {
        if (trim(m_text).empty()) return {};
        const auto index = parseInteger(trim(m_text)).value_or(-1);
        if (index < 0 || static_cast<std::size_t>(index) >= m_context.strings.size())
            return m_sheet.noText(m_row - 1, m_column);
        return m_sheet.put(m_row - 1, m_column, m_context.strings[static_cast<std::size_t>(index)]);
    }

    std::string value(std::optional<CellNote>& note) const {
        if (m_type == "str" || m_type == "inlineStr") return unescaped(m_text);
        if (m_text.empty()) { // a program that calculates would have written at least what the formula fails with
            if (m_formula) note = CellNote::NoResult;
            return {};
        }
        if (m_type == "b") return trim(m_text) == "1" ? "TRUE" : "FALSE";
        if (m_type == "e") note = CellNote::Error;
        if (m_type == "d") note = CellNote::Date;
        if (m_type == "d") return isoText(m_text);
        if (m_type != "n") return m_text;
        const auto number = parseNumber(trim(m_text));
        if (!number) return m_text;
        const bool styled = m_style >= 0 && static_cast<std::size_t>(m_style) < m_context.styles.size();
        const auto kind = styled ? m_context.styles[static_cast<std::size_t>(m_style)] : NumberKind::Plain;
        if (kind != NumberKind::Plain) note = CellNote::Date;
        return numberText(*number, kind, m_context.from1904);
    }

    SheetBuilder m_sheet;
    const SheetContext& m_context;
    Reading& m_reading;
    std::size_t m_row = 0; ///< from 1
    std::size_t m_column = 0;
    std::size_t m_nextColumn = 0;
    std::string m_type;
    std::int64_t m_style = 0;
    std::string m_text;
    int m_phonetic = 0;
    bool m_collect = false;
    bool m_inRow = false;
    bool m_formula = false;
};

/// The four hexadecimal digits of "_x000D_" at the beginning of `text`.
std::optional<char16_t> escapedUnit(std::string_view text) {
    constexpr std::size_t kLength = 7;
    if (text.size() < kLength || !text.starts_with("_x") || text[kLength - 1] != '_') return std::nullopt;
    std::uint16_t code = 0;
    const auto* last = text.data() + kLength - 1;
    const auto [end, error] = std::from_chars(text.data() + 2, last, code, 16);
    if (error != std::errc() || end != last) return std::nullopt;
    return static_cast<char16_t>(code);
}

} // namespace

std::string unescaped(std::string text) {
    if (text.find("_x") == std::string::npos) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::u16string units; // two escapes may be one character
        for (auto unit = escapedUnit(std::string_view(text).substr(at)); unit;
             unit = escapedUnit(std::string_view(text).substr(at))) {
            units += *unit;
            at += 7;
        }
        out += utf8Of(units);
        if (at < text.size()) out += text[at++];
    }
    return out;
}

Result<std::vector<std::string>> readSharedStrings(XmlPart& part, const Reading& reading) {
    std::vector<std::string> strings;
    std::string current;
    std::size_t bytes = 0;
    bool collect = false;
    int phonetic = 0;
    for (;;) {
        const auto token = part.next();
        const auto& scanner = part.scanner();
        if (token == Token::Done) return strings;
        if (token == Token::Broken) return part.fault();
        if (token == Token::Text && collect) {
            current += scanner.text();
            bytes += scanner.text().size();
            if (bytes > reading.limits.maxTextBytes)
                return tooMany(reading, std::to_string(reading.limits.maxTextBytes >> 20U) + " MiB of text");
        }
        if (token == Token::Start) {
            if (scanner.name() == "rPh") ++phonetic;
            collect = scanner.name() == "t" && phonetic == 0;
        }
        if (token != Token::End) continue;
        collect = false;
        if (scanner.name() == "rPh") --phonetic;
        if (scanner.name() != "si") continue;
        strings.push_back(unescaped(std::move(current)));
        current.clear();
        if (strings.size() > reading.limits.maxTexts)
            return tooMany(reading, std::to_string(reading.limits.maxTexts) + " different texts");
    }
}

Result<std::vector<NumberKind>> readStyles(XmlPart& part, Reading& reading) {
    std::map<std::int64_t, NumberKind> custom;
    std::vector<NumberKind> styles;
    bool inside = false;
    for (;;) {
        const auto token = part.next();
        const auto& scanner = part.scanner();
        if (token == Token::Done) return styles;
        if (token == Token::Broken) return part.fault();
        if (token == Token::End && scanner.name() == "cellXfs") inside = false;
        if (token != Token::Start) continue;
        if (scanner.name() == "cellXfs") inside = true;
        const auto id = parseInteger(scanner.attribute("numFmtId").value_or("")).value_or(0);
        if (scanner.name() == "numFmt") {
            PEIL_CHECK(countEntry(reading, 0));
            custom[id] = kindOfFormat(scanner.attribute("formatCode").value_or(""));
        }
        if (scanner.name() != "xf" || !inside) continue;
        const auto found = custom.find(id);
        styles.push_back(found == custom.end() ? kindOfBuiltIn(id) : found->second);
        if (styles.size() > reading.limits.maxTexts)
            return tooMany(reading, std::to_string(reading.limits.maxTexts) + " cell styles");
    }
}

Result<Sheet> readSheet(const std::string& name, XmlPart& part, const SheetContext& context, Reading& reading) {
    return SheetReader(name, context, reading).read(part);
}

} // namespace peil::xlsform
