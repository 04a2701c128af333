// SPDX-License-Identifier: Apache-2.0
#include "checks.h"
#include "references.h"

#include "peil/base/text.h"
#include "peil/base/xml_name.h"

#include <algorithm>
#include <set>

namespace peil::xlsform {

namespace {

bool isStandardPrefix(std::string_view prefix) {
    static const std::set<std::string, std::less<>> kStandard{"h",   "ev",       "xsd",  "jr", "orx",
                                                              "odk", "entities", "peil", "xml"};
    return kStandard.contains(prefix);
}

/// `prefix="uri" prefix2="uri2"` of the namespaces setting.
void readNamespaces(Form& form, const Row& row, Reporter& reporter) {
    for (const auto item : splitWhitespace(form.setting["namespaces"])) {
        const auto equals = item.find('=');
        auto uri = equals == std::string_view::npos ? std::string_view() : item.substr(equals + 1);
        if (uri.size() > 2 && (uri.front() == '"' || uri.front() == '\'')) uri = uri.substr(1, uri.size() - 2);
        const auto prefix = equals == std::string_view::npos ? std::string_view() : item.substr(0, equals);
        if (isStandardPrefix(prefix)) continue;
        if (isXmlName(prefix) && !uri.empty())
            form.namespaces.emplace_back(prefix, uri);
        else
            reporter.warning("bad_namespace", row.place("namespaces"),
                             "\"" + std::string(item) + "\" does not declare a namespace and is ignored.",
                             "Write prefix=\"https://address\".");
    }
}

void readRow(Form& form, const Row& row, Reporter& reporter) {
    const auto& columns = form.settings->columns();
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].key.empty() && !row.cell(i).empty()) form.setting.emplace(columns[i].key, row.cell(i));
    form.rootAttributes = row.withPrefix("attribute::");
    if (form.setting.contains("namespaces")) readNamespaces(form, row, reporter);
    for (std::size_t i = 1; i < form.settings->rows().size(); ++i)
        reporter.warning("second_settings_row", form.settings->rows()[i].place(),
                         "Only the first row of settings is read.", "Move the settings to that row.");
}

void checkDuplicates(const ChoiceList& list, Reporter& reporter) {
    std::map<std::string, const Row*> seen;
    for (const Row* row : list.rows) {
        const auto [first, fresh] = seen.try_emplace(row->text("name"), row);
        if (fresh) continue;
        reporter.error("duplicate_choice", row->place("name"),
                       "The choice \"" + row->text("name") + "\" of list \"" + list.name + "\" is also in row " +
                           std::to_string(first->second->number()) + ".",
                       "Rename it, or set allow_choice_duplicates to yes on the sheet settings.");
    }
}

void checkHeaders(const Table& choices, Reporter& reporter) {
    for (const auto* needed : {"list_name", "name"}) {
        if (choices.has(needed)) continue;
        std::vector<std::string> headers;
        for (const auto& column : choices.columns())
            headers.push_back(column.header);
        reporter.error("missing_column", {choices.sheetName(), 1, {}},
                       "Sheet choices has no column " + std::string(needed) + ".", didYouMean(needed, headers));
    }
    // Columns of the designer's own are elements of each choice, for filters.
    for (const auto& column : choices.columns()) {
        static const std::set<std::string, std::less<>> kOurs{"list_name", "name", "label"};
        if (column.key.empty() || kOurs.contains(column.key) || column.key.starts_with("media::")) continue;
        if (isXmlName(column.header)) continue;
        reporter.warning("unusable_column", {choices.sheetName(), 1, column.header},
                         "\"" + column.header + "\" cannot be used in filters, so this column is ignored.",
                         "Start with a letter or _, then use letters, digits, -, _ and .");
    }
}

} // namespace

bool isUsableAttribute(const Form& form, const std::string& name, const Place& place, Reporter& reporter) {
    const auto colon = name.find(':');
    const auto prefix = name.substr(0, colon == std::string::npos ? 0 : colon);
    const auto local = colon == std::string::npos ? name : name.substr(colon + 1);
    const bool declared =
        colon == std::string::npos || isStandardPrefix(prefix) ||
        std::any_of(form.namespaces.begin(), form.namespaces.end(), [&](const auto& n) { return n.first == prefix; });
    if (isXmlName(local) && declared) return true;
    if (isXmlName(local))
        reporter.warning("bad_attribute", place,
                         "The prefix \"" + prefix + "\" is not declared, so this column is ignored.",
                         "Write " + prefix + "=\"https://address\" in column namespaces of sheet settings.");
    else
        reporter.warning("bad_attribute", place,
                         "\"" + name + "\" cannot be the name of an attribute, so this column is ignored.");
    return false;
}

bool isYes(std::string_view cell) {
    const auto word = toLowerAscii(trim(cell));
    return word == "yes" || word == "true" || word == "true()";
}

bool omitsInstanceId(const Form& form) {
    const auto omit = form.setting.find("omit_instanceid");
    return omit != form.setting.end() && isYes(omit->second);
}

void readSettings(Form& form, const std::string& formName, const std::string& fallbackFormId, Reporter& reporter) {
    if (form.settings && !form.settings->rows().empty()) readRow(form, form.settings->rows().front(), reporter);
    auto& setting = form.setting;
    if (setting.contains("id_string")) setting.try_emplace("form_id", setting["id_string"]);
    setting.try_emplace("form_id", fallbackFormId);
    setting.try_emplace("form_title", setting["form_id"]);
    if (!setting.contains("name") && !isXmlName(formName))
        reporter.error("bad_form_name", {}, "\"" + formName + "\" cannot be the name of the form's root element.",
                       "Start with a letter or _.");
    setting.try_emplace("name", formName);
    if (!isXmlName(setting["name"]))
        reporter.error("bad_form_name", form.settings ? form.settings->headerPlace("name") : Place{},
                       "\"" + setting["name"] + "\" cannot be the name of the form's root element.",
                       "Start with a letter or _, then use letters, digits, -, _ and .");
    if (omitsInstanceId(form) && setting.contains("public_key"))
        reporter.error("omitted_id_of_encrypted_form", form.settings->rows().front().place("omit_instanceid"),
                       "An encrypted form needs instanceID.", "Clear this column, or public_key.");
    if (setting.contains("default_language")) form.defaultLanguage = setting["default_language"];
    form.root.kind = ElementKind::Root;
    form.root.name = setting["name"];
    form.root.path = "/" + form.root.name;
}

void readChoices(Form& form, Reporter& reporter) {
    if (!form.choices || form.choices->rows().empty()) return;
    checkHeaders(*form.choices, reporter);
    const auto& columns = form.choices->columns();
    const bool anyMedia =
        std::any_of(columns.begin(), columns.end(), [](const Column& c) { return c.key.starts_with("media::"); });
    for (const Row& row : form.choices->rows()) {
        if (anyMedia) checkMedia(row, reporter);
        const auto& listName = row.text("list_name");
        const auto& name = row.text("name");
        if (listName.empty()) {
            if (!name.empty() && form.choices->has("list_name"))
                reporter.warning("choice_without_list", row.place("list_name"),
                                 "The choice \"" + name + "\" does not belong to a list, so it is ignored.",
                                 "Fill in list_name.");
            continue;
        }
        if (name.empty()) {
            if (form.choices->has("name"))
                reporter.error("choice_without_name", row.place("name"),
                               "This choice of list \"" + listName + "\" has no name.",
                               "Enter a short code in the column name.");
            continue;
        }
        const auto label = row.translations("label");
        const bool media = anyMedia && !row.withPrefix("media::").empty();
        if (label.empty() && !media)
            reporter.warning("choice_without_label", row.place("label"),
                             "The choice \"" + name + "\" of list \"" + listName +
                                 "\" has no label, so it is shown without text.");
        ChoiceList* list = form.list(listName);
        if (list == nullptr) list = &form.addList(listName);
        list->rows.push_back(&row);
        list->hasOther = list->hasOther || name == "other";
        list->needsItext =
            list->needsItext || isTranslated(label) || media || (!label.empty() && hasOutput(label.front().second));
    }
    const auto allowed = form.setting.find("allow_choice_duplicates");
    if (allowed != form.setting.end() && isYes(allowed->second)) return;
    for (const auto& list : form.lists)
        checkDuplicates(list, reporter);
}

} // namespace peil::xlsform
