// SPDX-License-Identifier: Apache-2.0
#include "form_bounds.h"
#include "parameters.h"
#include "references.h"
#include "survey.h"

#include "peil/base/text.h"
#include "peil/base/xml_name.h"

#include <algorithm>
#include <optional>
#include <set>

namespace peil::xlsform {

namespace {

std::string_view sectionWord(Section section) {
    return section == Section::Group ? "group" : section == Section::Repeat ? "repeat" : "loop";
}

/// Walks the rows of the survey sheet and builds the tree.
class SurveyReader {
public:
    SurveyReader(Form& form, Reporter& reporter)
        : m_form(form)
        , m_reporter(reporter) {}

    void read();

private:
    struct Open {
        Element* element;
        std::map<std::string, const Row*> names = {}; ///< of the children, with the row of the first
    };

    void row(const Row& row);
    void begin(const Row& row, const ParsedType& type);
    void end(const Row& row, const ParsedType& type);
    bool closeUpTo(const Row& row, const ParsedType& type);
    void question(const Row& row, const ParsedType& type);
    void unknownType(const Row& row, const ParsedType& type);
    void fillTexts(Element& element, const Row& row);
    void fillLogic(Element& element, const Row& row);
    void fillTriggers(Element& element, const Row& row);
    std::string nameOf(const Row& row, const ParsedType& type);
    void checkList(Element& element, const Row& row);
    void checkFile(const Element& element, const Row& row);
    void addOther(const Element& element);
    [[nodiscard]] std::string listCure(const std::string& name) const;
    void tableListHeader(const Element& first, const Row& row);
    void beginTableList(Element& group, const Row& row);
    void inTableList(Element& question, const Row& row);
    bool setting(const Row& row, std::string_view type);
    Element& attach(std::unique_ptr<Element> element);

    Form& m_form;
    Reporter& m_reporter;
    std::vector<Open> m_open;
    /// The list of the open table-list: "" before its first question. Any end of a section ends it.
    std::optional<std::string> m_tableList;
    std::set<std::string> m_externalLists;
    bool m_tooDeep = false;
};

void SurveyReader::read() {
    m_open.push_back({&m_form.root, {}});
    for (const auto* needed : {"type", "name"}) {
        if (m_form.survey->has(needed)) continue;
        std::vector<std::string> headers;
        for (const auto& column : m_form.survey->columns())
            headers.push_back(column.header);
        m_reporter.error("missing_column", {m_form.survey->sheetName(), 1, {}},
                         "Sheet survey has no column " + std::string(needed) +
                             ". Its first row must contain the column names.",
                         didYouMean(needed, headers));
    }
    if (!m_form.survey->has("type")) return;
    const auto& rows = m_form.survey->rows();
    if (rows.size() > kMaxSurveyRows)
        return m_reporter.error("too_large_form", rows[kMaxSurveyRows].place(),
                                "Sheet survey has more than " + std::to_string(kMaxSurveyRows) + " rows.",
                                "Split the questionnaire into several forms.");
    if (m_form.externalChoices)
        for (const Row& row : m_form.externalChoices->rows())
            m_externalLists.insert(row.text("list_name"));
    for (const Row& row : rows)
        this->row(row);
    for (std::size_t i = 1; i < m_open.size() && !m_tooDeep; ++i) {
        const auto word = std::string(sectionWord(m_open[i].element->type.section));
        m_reporter.error("open_section", m_open[i].element->place("type"),
                         "The " + word + " \"" + m_open[i].element->name + "\" is never closed.",
                         "Add a row with type \"end " + word + "\" after its last question.");
    }
    if (m_form.root.children.empty() && !m_reporter.hasErrors())
        m_reporter.error("empty_survey", {m_form.survey->sheetName(), 0, {}}, "Sheet survey has no questions.",
                         "Add a row with a type and a name.");
}

void SurveyReader::row(const Row& row) {
    if (m_tooDeep || isYes(row.text("disabled"))) return;
    const auto& cell = row.text("type");
    if (cell.empty()) {
        if (!row.text("name").empty() || !row.translations("label").empty())
            m_reporter.error("no_type", row.place("type"), "This row has no type.",
                             "Enter one, such as text or select_one LIST.");
        return;
    }
    if (setting(row, cell)) return;
    const auto type = parseType(cell);
    if (!type.unknown.empty()) return unknownType(row, type);
    if (type.boundary == Boundary::Begin) return begin(row, type);
    if (type.boundary == Boundary::End) return end(row, type);
    question(row, type);
}

/// Old forms have settings among the questions: the setting as type, its value as name.
bool SurveyReader::setting(const Row& row, std::string_view type) {
    static const std::map<std::string, const char*, std::less<>> kSettings{{"form_title", "form_title"},
                                                                           {"set form title", "form_title"},
                                                                           {"form_id", "form_id"},
                                                                           {"set form id", "form_id"},
                                                                           {"submission_url", "submission_url"},
                                                                           {"public_key", "public_key"},
                                                                           {"auto_delete", "auto_delete"},
                                                                           {"auto_send", "auto_send"}};
    const auto found = kSettings.find(toLowerAscii(type));
    if (found == kSettings.end()) return false;
    m_form.setting[found->second] = row.text("name");
    return true;
}

void SurveyReader::unknownType(const Row& row, const ParsedType& type) {
    const auto words = splitWhitespace(type.unknown);
    if (words.size() == 1 && (type.unknown.starts_with("select") || type.unknown == "rank")) {
        const auto near = m_reporter.hint(type.unknown, typeSpellings);
        m_reporter.error("select_without_list", row.place("type"),
                         "\"" + type.unknown + "\" is not the name of a choice list.",
                         "Write \"" + type.unknown + " LIST\"." + near);
        return;
    }
    // In "selectone yesno" only the first word can be misspelled.
    std::string hint = m_reporter.hint(type.unknown, typeSpellings);
    if (hint.empty() && !words.empty()) hint = m_reporter.hint(words.front(), typeSpellings);
    m_reporter.error("unknown_type", row.place("type"), "\"" + type.unknown + "\" is not a question type.",
                     hint.empty() ? "Write one of XLSForm, such as text, integer, select_one LIST or note." : hint);
}

std::string SurveyReader::nameOf(const Row& row, const ParsedType& type) {
    auto name = row.text("name");
    const std::string_view kind = type.info == nullptr ? std::string_view() : type.info->name;
    if (name.empty() && kind == "audit") return "audit";
    if (name.empty() && kind == "note") return "generated_note_name_" + std::to_string(row.number());
    if (name.empty()) {
        m_reporter.error("no_name", row.place("name"), "This row has no name.",
                         "Enter one in the column name: a letter, then letters, digits or _.");
    } else if (!isXmlName(name)) {
        m_reporter.error("bad_name", row.place("name"), "\"" + name + "\" cannot be a name.",
                         "Start with a letter or _, then use letters, digits, -, _ and .");
    } else if (name.size() > kMaxNameBytes) {
        m_reporter.error("long_name", row.place("name"),
                         "This name has more than " + std::to_string(kMaxNameBytes) + " characters.",
                         "Choose a shorter name.");
        name.resize(kMaxNameBytes);
    } else if (name == "meta") {
        m_reporter.error("reserved_name", row.place("name"), "\"meta\" is reserved.", "Choose another name.");
    } else if (kind == "audit" && name != "audit") {
        m_reporter.error("reserved_name", row.place("name"), "A row of type audit must be named audit or have no name.",
                         "Clear the name.");
    }
    return name;
}

Element& SurveyReader::attach(std::unique_ptr<Element> element) {
    Element& parent = *m_open.back().element;
    const auto [twin, fresh] = m_open.back().names.try_emplace(element->name, element->row);
    if (!fresh && !element->name.empty()) {
        const auto first = twin->second == nullptr ? "another node" : "row " + std::to_string(twin->second->number());
        m_reporter.error("duplicate_name", element->place("name"),
                         "The name \"" + element->name + "\" is already used by " + first + " in the same group.",
                         "Rename one of them.");
    }
    return parent.add(std::move(element));
}

void SurveyReader::begin(const Row& row, const ParsedType& type) {
    auto element = std::make_unique<Element>();
    element->kind = type.section == Section::Repeat ? ElementKind::Repeat : ElementKind::Group;
    element->type = type;
    element->row = &row;
    element->name = nameOf(row, type);
    fillTexts(*element, row);
    fillLogic(*element, row);
    element->repeatCount = row.text("repeat_count");
    if (m_open.size() > kMaxSectionDepth && !std::exchange(m_tooDeep, true))
        m_reporter.error("too_deep", row.place("type"),
                         "More than " + std::to_string(kMaxSectionDepth) + " groups are nested here.",
                         "Close groups before you start new ones.");
    if (m_tooDeep) return;
    Element& added = attach(std::move(element));
    m_open.push_back({&added, {}});
    if (type.section == Section::Loop && m_form.list(type.list) == nullptr)
        m_reporter.error("unknown_list", row.place("type"),
                         "There is no list \"" + type.list + "\" on sheet choices to loop over.", listCure(type.list));
    if (added.appearance.find("table-list") != std::string::npos) beginTableList(added, row);
}

/// table-list: the group becomes a field-list whose questions show one shared header of choices.
void SurveyReader::beginTableList(Element& group, const Row& row) {
    std::string rest;
    for (const auto word : splitWhitespace(group.appearance))
        if (word != "table-list") rest += " " + std::string(word);
    group.appearance = "field-list" + rest;
    m_tableList = "";
    if (group.label.empty() && group.hint.empty()) return;
    auto note = std::make_unique<Element>();
    note->type.info = findType("note");
    note->row = &row;
    note->name = "generated_table_list_label_" + std::to_string(row.number());
    note->label = std::exchange(group.label, {});
    note->hint = std::exchange(group.hint, {});
    note->generated = true;
    attach(std::move(note));
}

void SurveyReader::inTableList(Element& question, const Row& row) {
    const auto& list = question.type.list;
    if (m_tableList->empty()) {
        m_tableList = list;
        if (!question.choiceFilter.empty())
            m_reporter.error("filtered_table_list", row.place("choice_filter"),
                             "The questions of a table-list share one header, so their choices cannot be filtered.",
                             "Clear this cell, or remove table-list.");
        tableListHeader(question, row);
    } else if (*m_tableList != list)
        m_reporter.error("mixed_table_list", row.place("type"),
                         "The questions of a table-list share one list, \"" + *m_tableList + "\"; this one has \"" +
                             list + "\".",
                         "Use the same list, or end the group before this question.");
    question.appearance = "list-nolabel";
}

void SurveyReader::tableListHeader(const Element& first, const Row& row) {
    auto header = std::make_unique<Element>();
    header->type = first.type;
    header->row = &row;
    header->name = "reserved_name_for_field_list_labels_" + std::to_string(row.number());
    header->label = {{"", " "}};
    header->appearance = "label";
    header->generated = true;
    attach(std::move(header));
}

/// Makes the section that this row ends the innermost open one. @return false if there is none of its kind.
bool SurveyReader::closeUpTo(const Row& row, const ParsedType& type) {
    const auto word = std::string(sectionWord(type.section));
    const auto same = [&](const Open& open) {
        return open.element->kind != ElementKind::Root && open.element->type.section == type.section;
    };
    if (std::none_of(m_open.begin(), m_open.end(), same)) {
        const Element& open = *m_open.back().element;
        const auto other = std::string(sectionWord(open.type.section));
        m_reporter.error("end_of_other_section", row.place("type"),
                         "This \"end " + word + "\" occurs where \"" + open.name + "\" (begin " + other + ", row " +
                             std::to_string(open.row->number()) + ") is still open.",
                         "Write \"end " + other + "\".");
        return false;
    }
    while (!same(m_open.back())) {
        const Element& open = *m_open.back().element;
        const auto other = std::string(sectionWord(open.type.section));
        m_reporter.error("open_section", open.place("type"),
                         "The " + other + " \"" + open.name + "\" is still open at row " +
                             std::to_string(row.number()) + ", which ends the " + word + " around it.",
                         "Add a row with type \"end " + other + "\" before that.");
        m_open.pop_back();
    }
    return true;
}

void SurveyReader::end(const Row& row, const ParsedType& type) {
    const auto word = std::string(sectionWord(type.section));
    if (m_open.size() == 1) {
        m_reporter.error("end_without_begin", row.place("type"),
                         "This \"end " + word + "\" has no \"begin " + word + "\" above it.",
                         "Remove this row, or add the missing begin row.");
        return;
    }
    if (!closeUpTo(row, type)) return;
    Element& open = *m_open.back().element;
    if (const auto& name = row.text("name"); !name.empty() && name != open.name) {
        m_reporter.warning("end_of_other_name", row.place("name"),
                           "This row ends \"" + name + "\", but the open " + word + " is \"" + open.name + "\" (row " +
                               std::to_string(open.row->number()) + ").",
                           "Correct or remove the name.");
    }
    if (open.children.empty() && open.kind == ElementKind::Group)
        m_reporter.warning("empty_section", open.place("type"),
                           "The " + word + " \"" + open.name + "\" has no questions.");
    m_open.pop_back();
    m_tableList.reset();
    if (open.type.section == Section::Loop) expandLoop(open, m_form, m_reporter);
}

void SurveyReader::question(const Row& row, const ParsedType& type) {
    auto element = std::make_unique<Element>();
    element->type = type;
    element->row = &row;
    element->name = nameOf(row, type);
    fillTexts(*element, row);
    fillLogic(*element, row);
    fillTriggers(*element, row);
    if (element->constraint.empty()) element->constraint = type.info->constraint;
    if (element->hint.empty() && !type.info->hint.empty()) element->hint = {{"", type.info->hint}};
    readParameters(*element, m_form, m_reporter);
    const bool select = isSelect(*type.info);
    if (select && m_tableList) inTableList(*element, row);
    Element& added = attach(std::move(element));
    if (select) checkList(added, row);
    if (type.orOther) addOther(added);
}

void SurveyReader::fillTexts(Element& element, const Row& row) {
    element.label = row.translations("label");
    element.hint = row.translations("hint");
    element.guidance = row.translations("guidance_hint");
    element.constraintMessage = row.translations("constraint_message");
    element.requiredMessage = row.translations("required_message");
    element.noAppErrorString = row.translations("no_app_error_string");
    for (const auto* form : {"image", "audio", "video", "big-image"})
        if (auto text = row.translations(std::string("media::") + form); !text.empty())
            element.media.emplace(form, std::move(text));
}

void SurveyReader::fillLogic(Element& element, const Row& row) {
    element.calculation = row.text("calculation");
    element.relevant = row.text("relevant");
    element.constraint = row.text("constraint");
    element.required = row.text("required");
    element.readonly = row.text("readonly");
    element.defaultValue = row.text("default");
    element.appearance = row.text("appearance");
    element.choiceFilter = row.text("choice_filter");
}

void SurveyReader::fillTriggers(Element& element, const Row& row) {
    const auto& cell = row.text("trigger");
    for (const auto raw : split(cell, ',')) {
        const auto part = trim(raw);
        if (part.empty()) continue;
        const auto names = referencedNames(part);
        if (names.size() == 1 && part == "${" + names.front() + "}") {
            element.triggers.push_back(names.front());
            continue;
        }
        const auto cure = names.size() > 1 ? " Separate the names with commas." : " Write ${name}.";
        m_reporter.error("bad_trigger", row.place("trigger"),
                         "\"" + std::string(part) + "\" is not the name of one question.", cure);
    }
}

void SurveyReader::checkFile(const Element& element, const Row& row) {
    static const std::vector<std::string> kEndings{".csv", ".xml", ".geojson"};
    const auto& file = element.type.list;
    const bool known = std::any_of(kEndings.begin(), kEndings.end(), [&](const auto& e) { return file.ends_with(e); });
    if (!known)
        m_reporter.error("bad_file", row.place("type"), "\"" + file + "\" is not a choice file.",
                         "Its name must end with .csv, .xml or .geojson.");
}

void SurveyReader::checkList(Element& element, const Row& row) {
    const auto& name = element.type.list;
    if (element.type.orOther && (element.type.source != SelectSource::List || hasReference(name)))
        m_reporter.error("other_without_list", row.place("type"),
                         "or_other needs a list on the sheet choices to add \"other\" to.",
                         "Use such a list, or remove or_other.");
    if (element.type.source == SelectSource::File) return checkFile(element, row);
    if (hasReference(name)) {
        if (element.type.info->name == "select_one" || element.type.info->name == "select_multiple" ||
            element.type.info->name == "rank")
            return;
    }
    if (element.type.source == SelectSource::External) {
        if (!m_externalLists.contains(name))
            m_reporter.error("unknown_list", row.place("type"),
                             "There is no list \"" + name + "\" on sheet external_choices.",
                             "Add the sheet and the list.");
        return;
    }
    if (m_form.list(name) != nullptr) {
        if (element.type.orOther && !element.choiceFilter.empty())
            m_reporter.error("other_with_filter", row.place("choice_filter"),
                             "or_other does not work with a choice_filter.",
                             "Add a choice \"other\" to the list and a text question instead.");
        return;
    }
    const bool file = name.ends_with(".csv") || name.ends_with(".xml") || name.ends_with(".geojson");
    m_reporter.error("unknown_list", row.place("type"), "There is no list \"" + name + "\" on sheet choices.",
                     file ? " For a choice file, use select_one_from_file or select_multiple_from_file."
                          : listCure(name));
}

std::string SurveyReader::listCure(const std::string& name) const {
    if (auto near = m_reporter.hint(name, [&] { return m_form.listNames(); }); !near.empty()) return near;
    return (m_form.choices ? "Add rows with list_name \"" : "Add a sheet choices with rows of list_name \"") + name +
           "\".";
}

void SurveyReader::addOther(const Element& element) {
    if (ChoiceList* list = m_form.list(element.type.list)) {
        list->otherChoice = !list->hasOther;
    }
    auto other = std::make_unique<Element>();
    other->type.info = findType("text");
    other->row = element.row;
    other->name = element.name + "_other";
    other->label = {{"", "Specify other."}};
    other->relevant = "selected(../" + element.name + ", 'other')";
    other->generated = true;
    attach(std::move(other));
}

/// The nodes of the meta block, so that an expression can name them.
void addMeta(Form& form) {
    form.meta.kind = ElementKind::Group;
    form.meta.name = "meta";
    form.meta.parent = &form.root;
    form.meta.path = form.root.path + "/meta";
    std::vector<const char*> names;
    if (!omitsInstanceId(form)) names.push_back("instanceID");
    if (form.setting.contains("instance_name")) names.push_back("instanceName");
    for (const auto* name : names) {
        if (form.byName.contains(name)) continue;
        auto node = std::make_unique<Element>();
        node->name = name;
        node->type.info = findType("calculate");
        node->generated = true;
        form.byName[name].push_back(&form.meta.add(std::move(node)));
    }
}

/// A `repeat_count` that is not a single reference gets a separate node with the count.
void addCounts(Element& section, Reporter& reporter) {
    for (std::size_t i = 0; i < section.children.size(); ++i) {
        Element& child = *section.children[i];
        addCounts(child, reporter);
        const auto& count = child.repeatCount;
        const bool plain = count.starts_with("${") && count.find('}') == count.size() - 1;
        if (count.empty() || plain) continue;
        auto node = std::make_unique<Element>();
        node->type.info = findType("calculate");
        node->row = child.row;
        node->name = child.name + "_count";
        const auto same = std::find_if(section.children.begin(), section.children.end(),
                                       [&](const auto& other) { return other->name == node->name; });
        if (same != section.children.end()) {
            reporter.error("duplicate_name", child.place("repeat_count"),
                           "The count of this repeat is stored as \"" + node->name +
                               "\", which is also the name of row " +
                               std::to_string((*same)->row == nullptr ? 0 : (*same)->row->number()) + ".",
                           "Rename that row, or use one question as the count: ${name}.");
            continue;
        }
        node->calculation = std::exchange(child.repeatCount, "${" + child.name + "_count}");
        node->readonly = "true()";
        node->generated = true;
        section.add(std::move(node));
        std::rotate(section.children.begin() + static_cast<std::ptrdiff_t>(i), section.children.end() - 1,
                    section.children.end());
        ++i;
    }
}

} // namespace

void readSurvey(Form& form, Reporter& reporter) {
    SurveyReader(form, reporter).read();
    addCounts(form.root, reporter);
    forEach(form.root, [&](Element& e) { form.byName[e.name].push_back(&e); });
    addMeta(form);
}

} // namespace peil::xlsform
