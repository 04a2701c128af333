// SPDX-License-Identifier: Apache-2.0
#include "workbook_maker.h"

#include "../unit/xlsform/xlsx_builder.h"

#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "peil_test/compound_file.h"

#include <algorithm>
#include <fstream>
#include <unordered_map>

namespace bench {
namespace {

using peil::Bytes;
using peil_test::appendNumber;
using peil_test::appendRecord;

/// What the cells of a workbook say, each text once.
class SharedTexts {
public:
    std::size_t indexOf(const std::string& text) {
        const auto [known, fresh] = m_index.try_emplace(text, m_all.size());
        if (fresh) m_all.push_back(&known->first);
        return known->second;
    }
    [[nodiscard]] const std::vector<const std::string*>& all() const { return m_all; }

private:
    std::unordered_map<std::string, std::size_t> m_index;
    std::vector<const std::string*> m_all;
};

std::string escaped(std::string text) {
    for (const auto& [sign, entity] : {std::pair{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}})
        text = peil::replaceAll(std::move(text), sign, entity);
    return text;
}

std::string reference(std::size_t row, std::size_t column) {
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row + 1);
}

Bytes xlsx(const std::vector<MadeSheet>& sheets) {
    SharedTexts texts;
    std::vector<std::pair<std::string, std::string>> parts;
    for (const auto& sheet : sheets) {
        std::string xml = "<sheetData>";
        for (std::size_t row = 0; row < sheet.rows.size() + sheet.emptyRows; ++row) {
            xml += "<row r=\"" + std::to_string(row + 1) + "\" spans=\"1:40\">";
            const bool empty = row >= sheet.rows.size();
            for (std::size_t i = 0; i < (empty ? kEmptyCells : sheet.rows[row].size()); ++i) {
                xml += "<c r=\"" + reference(row, i) + "\" s=\"1\"";
                if (empty || sheet.rows[row][i].empty())
                    xml += "/>";
                else
                    xml += " t=\"s\"><v>" + std::to_string(texts.indexOf(sheet.rows[row][i])) + "</v></c>";
            }
            xml += "</row>";
        }
        parts.emplace_back(sheet.name, xml + "</sheetData>");
    }
    std::string strings = "<sst>";
    for (const auto* text : texts.all())
        strings += "<si><t xml:space=\"preserve\">" + escaped(*text) + "</t></si>";
    return peil_test::zipOf(peil_test::workbookParts(
        parts, strings + "</sst>",
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>"));
}

Bytes ods(const std::vector<MadeSheet>& sheets) {
    std::string xml = "<office:document-content><office:body><office:spreadsheet>";
    for (const auto& sheet : sheets) {
        xml += "<table:table table:name=\"" + sheet.name + "\">";
        for (const auto& row : sheet.rows) {
            xml += "<table:table-row>";
            for (const auto& cell : row)
                xml += cell.empty() ? "<table:table-cell/>"
                                    : "<table:table-cell office:value-type=\"string\"><text:p>" + escaped(cell) +
                                          "</text:p></table:table-cell>";
            xml += "</table:table-row>";
        }
        for (std::size_t row = 0; row < sheet.emptyRows; ++row) {
            xml += "<table:table-row table:style-name=\"ro" + std::to_string(row % 3) + "\">";
            for (std::size_t i = 0; i < kEmptyCells; ++i)
                xml += "<table:table-cell table:style-name=\"ce" + std::to_string(i % 7) + "\"/>";
            xml += "</table:table-row>";
        }
        xml += "</table:table>";
    }
    return peil_test::zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                             {"content.xml", xml + "</office:spreadsheet></office:body></office:document-content>"}});
}

/// The texts of an .xls, cut into records of the length that Excel allows.
void appendTexts(Bytes& out, const SharedTexts& texts) {
    constexpr std::size_t kMost = 8224;
    Bytes part;
    std::uint16_t type = 0x00FC;
    const auto flush = [&] {
        appendRecord(out, std::exchange(type, 0x003C), part);
        part.clear();
    };
    appendNumber(part, texts.all().size(), 4);
    appendNumber(part, texts.all().size(), 4);
    for (const auto* text : texts.all()) {
        if (part.size() + 4 > kMost) flush();
        appendNumber(part, text->size(), 2);
        part.push_back(0); // one byte a character
        for (std::size_t at = 0; at < text->size();) {
            if (part.size() == kMost) {
                flush();
                part.push_back(0);
            }
            const auto length = std::min(kMost - part.size(), text->size() - at);
            part.insert(part.end(), text->data() + at, text->data() + at + length);
            at += length;
        }
    }
    flush();
}

Bytes xls(const std::vector<MadeSheet>& sheets) {
    SharedTexts texts;
    std::vector<Bytes> streams;
    const auto beginOf = [](std::uint16_t kind) {
        Bytes data;
        appendNumber(data, 0x0600, 2);
        appendNumber(data, kind, 2);
        return data;
    };
    for (const auto& sheet : sheets) {
        auto& out = streams.emplace_back();
        appendRecord(out, 0x0809, beginOf(0x10));
        for (std::size_t row = 0; row < sheet.rows.size() + sheet.emptyRows; ++row) {
            const bool empty = row >= sheet.rows.size();
            for (std::size_t i = 0; i < (empty ? kEmptyCells : sheet.rows[row].size()); ++i) {
                const bool blank = empty || sheet.rows[row][i].empty();
                Bytes cell;
                for (const auto number : {row, i, std::size_t{0}})
                    appendNumber(cell, number, 2);
                if (!blank) appendNumber(cell, texts.indexOf(sheet.rows[row][i]), 4);
                appendRecord(out, blank ? 0x0201 : 0x00FD, cell);
            }
        }
        appendRecord(out, 0x000A, {});
    }
    Bytes strings, head;
    appendTexts(strings, texts);
    appendRecord(head, 0x0809, beginOf(5));
    auto begin = head.size() + strings.size() + 4;
    for (const auto& sheet : sheets)
        begin += 4 + 8 + sheet.name.size();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        Bytes named;
        appendNumber(named, begin, 4);
        appendNumber(named, 0, 2);
        appendNumber(named, sheets[i].name.size(), 2); // its length and the width of its characters
        named.insert(named.end(), sheets[i].name.begin(), sheets[i].name.end());
        appendRecord(head, 0x0085, named);
        begin += streams[i].size();
    }
    head.insert(head.end(), strings.begin(), strings.end());
    appendRecord(head, 0x000A, {});
    for (const auto& stream : streams)
        head.insert(head.end(), stream.begin(), stream.end());
    return peil_test::compoundFile("Workbook", std::move(head));
}

std::string csv(const MadeSheet& sheet) {
    peil::CsvWriter writer;
    for (const auto& row : sheet.rows) {
        for (const auto& cell : row)
            writer.cell(cell);
        writer.endRow();
    }
    return writer.take() + peil::replaceAll(std::string(sheet.emptyRows, '\n'), "\n",
                                            std::string(sheet.rows.front().size() - 1, ',') + "\n");
}

std::uintmax_t write(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes.size();
}

} // namespace

std::uintmax_t writeWorkbook(const std::filesystem::path& path, const std::string& format,
                             const std::vector<MadeSheet>& sheets) {
    if (format != "csv") {
        const auto bytes = format == "xlsx" ? xlsx(sheets) : format == "ods" ? ods(sheets) : xls(sheets);
        return write(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}); // NOLINT: bytes as text
    }
    std::filesystem::create_directories(path);
    std::uintmax_t size = 0;
    for (const auto& sheet : sheets)
        size += write(path / (sheet.name + ".csv"), csv(sheet));
    return size;
}

} // namespace bench
