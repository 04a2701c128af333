// SPDX-License-Identifier: Apache-2.0
#include "xlsx_builder.h"

#include <stdexcept>
#include <zip.h>

namespace peil_test {

peil::Bytes zipOf(const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (archive == nullptr) throw std::runtime_error("no zip archive");
    zip_source_keep(target);
    for (const auto& [name, content] : parts) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error("no zip part");
    }
    if (zip_close(archive) != 0) throw std::runtime_error("zip not written");
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    peil::Bytes bytes(stat.size);
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::vector<std::pair<std::string, std::string>>
workbookParts(const std::vector<std::pair<std::string, std::string>>& sheets, const std::string& sharedStrings,
              const std::string& styles) {
    std::string workbook = "<workbook xmlns:r=\"r\"><sheets>";
    std::string relations = "<Relationships>";
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto id = std::to_string(i + 1);
        workbook += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>";
        relations += "<Relationship Id=\"rId" + id + "\" Target=\"worksheets/sheet" + id + ".xml\"/>";
        parts.emplace_back("xl/worksheets/sheet" + id + ".xml", "<worksheet>" + sheets[i].second + "</worksheet>");
    }
    parts.emplace_back("xl/workbook.xml", workbook + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
    if (!sharedStrings.empty()) parts.emplace_back("xl/sharedStrings.xml", sharedStrings);
    if (!styles.empty()) parts.emplace_back("xl/styles.xml", styles);
    return parts;
}

std::string sheetData(const std::vector<std::vector<std::string>>& rows) {
    std::string xml = "<sheetData>";
    for (const auto& row : rows) {
        xml += "<row>";
        for (const auto& cell : row)
            xml += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
        xml += "</row>";
    }
    return xml + "</sheetData>";
}

} // namespace peil_test
