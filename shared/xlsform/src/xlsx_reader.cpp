// SPDX-License-Identifier: Apache-2.0
#include "xlsx_parts.h"

#include "peil/base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace peil::xlsform {

namespace {

constexpr std::array<std::string_view, 6> kSheets{"survey",   "choices",          "settings",
                                                  "entities", "external_choices", "osm"};

bool isFormSheet(std::string_view name) {
    const auto plain = toLowerAscii(trim(name));
    return std::find(kSheets.begin(), kSheets.end(), plain) != kSheets.end();
}

/// What xl/workbook.xml says: sheets by relation, and the epoch of dates.
struct WorkbookPart {
    std::vector<std::pair<std::string, std::string>> sheets; ///< name, relation id
    bool from1904 = false;
};

Result<WorkbookPart> readWorkbookPart(const std::string& xml, std::string_view file) {
    WorkbookPart part;
    XmlScanner scanner(xml);
    for (;;) {
        const auto token = scanner.next();
        if (token == XmlScanner::Token::Done) return part;
        if (token == XmlScanner::Token::Broken) return brokenXml(file, "xl/workbook.xml");
        if (token != XmlScanner::Token::Start) continue;
        if (scanner.name() == "workbookPr") {
            const auto flag = scanner.attribute("date1904").value_or("");
            part.from1904 = flag == "1" || flag == "true";
        }
        if (scanner.name() != "sheet") continue;
        // "r:id" and "sheetId" have different local names, so this is the relation.
        part.sheets.emplace_back(scanner.attribute("name").value_or(""), scanner.attribute("id").value_or(""));
    }
}

Result<std::map<std::string, std::string>> readRelations(const std::string& xml, std::string_view file) {
    std::map<std::string, std::string> targets;
    XmlScanner scanner(xml);
    for (;;) {
        const auto token = scanner.next();
        if (token == XmlScanner::Token::Done) return targets;
        if (token == XmlScanner::Token::Broken) return brokenXml(file, "xl/_rels/workbook.xml.rels");
        if (token != XmlScanner::Token::Start || scanner.name() != "Relationship") continue;
        auto target = scanner.attribute("Target").value_or("");
        if (target.starts_with('/'))
            target.erase(0, 1);
        else
            target = "xl/" + target;
        targets[scanner.attribute("Id").value_or("")] = target;
    }
}

/// One archive being read.
class Reader {
public:
    Reader(Archive archive, std::string_view file, const WorkbookLimits& limits)
        : m_archive(std::move(archive))
        , m_file(file)
        , m_limits(limits) {}

    Result<Workbook> read() {
        PEIL_TRY(const auto workbookXml, m_archive.part("xl/workbook.xml", m_limits.maxPartBytes));
        PEIL_TRY(const auto part, readWorkbookPart(workbookXml, m_file));
        PEIL_TRY(const auto relationsXml, m_archive.part("xl/_rels/workbook.xml.rels", m_limits.maxPartBytes));
        PEIL_TRY(const auto targets, readRelations(relationsXml, m_file));
        PEIL_CHECK(shared(part.from1904));
        Workbook workbook;
        for (const auto& [stated, relation] : part.sheets) {
            // The only sheet of a workbook is the survey, whatever its name.
            const std::string name = part.sheets.size() == 1 ? "survey" : stated;
            if (!isFormSheet(name)) {
                workbook.otherSheets.push_back(name);
                continue;
            }
            if (workbook.sheet(toLowerAscii(trim(name))) != nullptr) continue;
            const auto target = targets.find(relation);
            if (target == targets.end())
                return fail(XlsformErrc::BadArchive,
                            std::string(m_file) + ": sheet " + name +
                                " is listed but missing. Save it again with a spreadsheet program.");
            PEIL_TRY(const auto xml, m_archive.part(target->second, m_limits.maxPartBytes));
            PEIL_TRY(auto sheet, readSheet(name, xml, m_context, m_file, m_limits));
            workbook.sheets.push_back(std::move(sheet));
        }
        if (workbook.sheet("survey") == nullptr) return noSurvey(m_file, workbook.otherSheets);
        return workbook;
    }

private:
    Result<> shared(bool from1904) {
        m_context.from1904 = from1904;
        if (m_archive.has("xl/sharedStrings.xml")) {
            PEIL_TRY(const auto xml, m_archive.part("xl/sharedStrings.xml", m_limits.maxPartBytes));
            PEIL_TRY(m_context.strings, readSharedStrings(xml, m_file, m_limits));
        }
        if (m_archive.has("xl/styles.xml")) {
            PEIL_TRY(const auto xml, m_archive.part("xl/styles.xml", m_limits.maxPartBytes));
            PEIL_TRY(m_context.styles, readStyles(xml, m_file, m_limits));
        }
        return {};
    }

    Archive m_archive;
    std::string_view m_file;
    const WorkbookLimits& m_limits;
    SheetContext m_context;
};

} // namespace

tl::unexpected<Error> brokenXml(std::string_view file, std::string_view part) {
    return fail(XlsformErrc::BadXml, std::string(file) + ": the part " + std::string(part) +
                                         " is not well-formed XML. Save it again with a spreadsheet program.");
}

Result<Workbook> readXlsx(ByteView bytes, std::string_view name, const WorkbookLimits& limits) {
    PEIL_TRY(auto archive, Archive::open(bytes, name, limits));
    return Reader(std::move(archive), name, limits).read();
}

} // namespace peil::xlsform
