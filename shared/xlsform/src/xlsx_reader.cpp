// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet_readers.h"
#include "xlsx_parts.h"

#include "peil/base/text.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

using Token = XmlScanner::Token;

struct Relation {
    std::string id, type, target;
};

/// What a part refers to, by its .rels; nothing when there is none.
Result<std::vector<Relation>> readRelations(Archive& archive, const std::string& folder, const std::string& rels,
                                            Reading& reading) {
    std::vector<Relation> relations;
    if (!archive.has(rels)) return relations;
    PEIL_TRY(auto part, archive.part(rels));
    for (;;) {
        const auto token = part.next();
        if (token == Token::Done) return relations;
        if (token == Token::Broken) return part.fault();
        const auto& element = part.scanner();
        if (token != Token::Start || element.name() != "Relationship") continue;
        auto target = element.attribute("Target").value_or("");
        target = target.starts_with('/') ? target.substr(1) : folder + target;
        Relation relation{element.attribute("Id").value_or(""), element.attribute("Type").value_or(""), target};
        PEIL_CHECK(countEntry(reading, relation.id.size() + relation.type.size() + target.size()));
        relations.push_back(std::move(relation));
    }
}

/// The part of that kind; its usual name when the relations do not say.
std::string targetOf(const std::vector<Relation>& relations, std::string_view type, const char* usual) {
    const auto found = std::ranges::find_if(relations, [&](const Relation& r) { return r.type.ends_with(type); });
    return found == relations.end() ? usual : found->target;
}

/// What the main part says: sheets by relation, and the epoch of dates.
struct WorkbookPart {
    std::vector<std::pair<std::string, std::string>> sheets; ///< name, relation id
    bool from1904 = false;
};

Result<WorkbookPart> readWorkbookPart(XmlPart part, Reading& reading) {
    WorkbookPart workbook;
    for (;;) {
        const auto token = part.next();
        if (token == Token::Done) return workbook;
        if (token == Token::Broken) return part.fault();
        if (token != Token::Start) continue;
        const auto& element = part.scanner();
        if (element.name() == "workbookPr") {
            const auto flag = element.attribute("date1904").value_or("");
            workbook.from1904 = flag == "1" || flag == "true";
        }
        if (element.name() != "sheet") continue;
        // "r:id" and "sheetId" have different local names, so this is the relation.
        workbook.sheets.emplace_back(element.attribute("name").value_or(""), element.attribute("id").value_or(""));
        PEIL_CHECK(countEntry(reading, workbook.sheets.back().first.size() + workbook.sheets.back().second.size()));
    }
}

Result<SheetContext> readContext(Archive& archive, const std::vector<Relation>& relations, Reading& reading) {
    SheetContext context;
    if (const auto name = targetOf(relations, "/sharedStrings", "xl/sharedStrings.xml"); archive.has(name)) {
        PEIL_TRY(auto part, archive.part(name));
        PEIL_TRY(context.strings, readSharedStrings(part, reading));
    }
    if (const auto name = targetOf(relations, "/styles", "xl/styles.xml"); archive.has(name)) {
        PEIL_TRY(auto part, archive.part(name));
        PEIL_TRY(context.styles, readStyles(part, reading));
    }
    return context;
}

} // namespace

Result<Workbook> readXlsx(Archive& archive, Reading& reading) {
    PEIL_TRY(const auto packageRelations, readRelations(archive, "", "_rels/.rels", reading));
    const auto main = targetOf(packageRelations, "/officeDocument", "xl/workbook.xml");
    if (!main.ends_with(".xml") || !archive.has(main) || main.starts_with("word/") || main.starts_with("ppt/"))
        return fail(XlsformErrc::NotAWorkbook,
                    reading.file + " is a zip archive, but not an .xlsx workbook. Save the form as .xlsx.");
    const auto slash = main.rfind('/');
    const auto folder = slash == std::string::npos ? std::string() : main.substr(0, slash + 1);
    PEIL_TRY(auto mainPart, archive.part(main));
    PEIL_TRY(const auto stated, readWorkbookPart(std::move(mainPart), reading));
    PEIL_TRY(const auto relations,
             readRelations(archive, folder, folder + "_rels/" + main.substr(folder.size()) + ".rels", reading));
    PEIL_TRY(auto context, readContext(archive, relations, reading));
    context.from1904 = stated.from1904;
    Workbook workbook;
    for (const auto& [title, relation] : stated.sheets) {
        // The only sheet of a workbook is the survey, whatever its name.
        const std::string name = stated.sheets.size() == 1 ? "survey" : title;
        if (!wants(workbook, name)) continue;
        const auto target = std::ranges::find_if(relations, [&id = relation](const Relation& r) { return r.id == id; });
        if (target == relations.end())
            return damagedFile(XlsformErrc::BadArchive, reading.file, "sheet " + name + " is listed but missing");
        PEIL_TRY(auto part, archive.part(target->target));
        PEIL_TRY(auto sheet, readSheet(name, part, context, reading));
        workbook.sheets.push_back(std::move(sheet));
    }
    return withSurvey(std::move(workbook), reading.file);
}

} // namespace peil::xlsform
