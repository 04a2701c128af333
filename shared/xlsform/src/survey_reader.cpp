// SPDX-License-Identifier: Apache-2.0
#include "references.h"
#include "survey.h"

#include "peil/base/text.h"

#include <algorithm>
#include <set>

namespace peil::xlsform {

Element& Element::add(std::unique_ptr<Element> child) {
    child->parent = this;
    child->path = path + "/" + child->name;
    children.push_back(std::move(child));
    return *children.back();
}

const Element* Element::enclosingRepeat() const {
    for (const Element* e = parent; e != nullptr; e = e->parent)
        if (e->kind == ElementKind::Repeat) return e;
    return nullptr;
}

Place Element::place(std::string_view key) const { return row == nullptr ? Place{"survey", 0, {}} : row->place(key); }

ChoiceList* Form::list(std::string_view name) {
    const auto found = std::find_if(lists.begin(), lists.end(), [&](const auto& l) { return l.name == name; });
    return found == lists.end() ? nullptr : &*found;
}

const ChoiceList* Form::list(std::string_view name) const {
    const auto found = std::find_if(lists.begin(), lists.end(), [&](const auto& l) { return l.name == name; });
    return found == lists.end() ? nullptr : &*found;
}

std::vector<std::string> Form::names() const {
    std::vector<std::string> out;
    for (const auto& [name, elements] : byName) out.push_back(name);
    return out;
}

std::vector<std::string> Form::listNames() const {
    std::vector<std::string> out;
    for (const auto& l : lists) out.push_back(l.name);
    return out;
}

bool isXmlName(std::string_view name) {
    if (name.empty()) return false;
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    if (!letter(name.front())) return false;
    return std::all_of(name.begin(), name.end(),
                       [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

namespace {

/// Walks the rows of the survey sheet and builds the tree.
class SurveyReader {
public:
    SurveyReader(Form& form, Reporter& reporter) : m_form(form), m_reporter(reporter) {}

    void settings(const std::string& formName, const std::string& fallbackFormId);
    void choices();
    void survey();

private:
    void row(const Row& row);
    void begin(const Row& row, const ParsedType& type);
    void end(const Row& row, const ParsedType& type);
    void question(const Row& row, const ParsedType& type);
    void unknownType(const Row& row, const ParsedType& type);
    void fillTexts(Element& element, const Row& row);
    void fillLogic(Element& element, const Row& row);
    void checkName(const Row& row, const std::string& name);
    void checkList(Element& element, const Row& row);
    void addOther(const Element& element);
    Element& attach(std::unique_ptr<Element> element);

    Form& m_form;
    Reporter& m_reporter;
    std::vector<Element*> m_open;
};

std::string_view sectionWord(Section section) {
    return section == Section::Group ? "group" : section == Section::Repeat ? "repeat" : "loop";
}

void SurveyReader::settings(const std::string& formName, const std::string& fallbackFormId) {
    if (m_form.settings && !m_form.settings->rows().empty()) {
        const Row& row = m_form.settings->rows().front();
        const auto& columns = m_form.settings->columns();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].key.empty() || row.cell(i).empty()) continue;
            m_form.setting.emplace(columns[i].key, row.cell(i));
        }
        m_form.rootAttributes = row.withPrefix("attribute::");
    }
    auto& setting = m_form.setting;
    setting.try_emplace("form_id", fallbackFormId);
    setting.try_emplace("form_title", setting["form_id"]);
    setting.try_emplace("name", formName);
    if (setting.contains("default_language")) m_form.defaultLanguage = setting["default_language"];
    m_form.root.kind = ElementKind::Root;
    m_form.root.name = setting["name"];
    m_form.root.path = "/" + m_form.root.name;
}

void SurveyReader::choices() {
    if (!m_form.choices) return;
    for (const Row& row : m_form.choices->rows()) {
        const auto& name = row.text("list_name");
        if (name.empty()) continue;
        if (row.text("name").empty()) {
            m_reporter.error("choice_without_name", row.place("name"),
                             "This choice of list \"" + name + "\" has no name. Give it a short code in column name.");
            continue;
        }
        ChoiceList* list = m_form.list(name);
        if (list == nullptr) list = &m_form.lists.emplace_back(ChoiceList{name, {}, false, false});
        list->rows.push_back(&row);
    }
}

void SurveyReader::survey() {
    m_open = {&m_form.root};
    for (const Row& row : m_form.survey->rows()) this->row(row);
    for (std::size_t i = 1; i < m_open.size(); ++i) {
        const auto word = m_open[i]->kind == ElementKind::Repeat ? "repeat" : "group";
        m_reporter.error("open_section", m_open[i]->place("type"),
                         "The " + std::string(word) + " \"" + m_open[i]->name +
                             "\" is never closed. Add a row with type \"end " + word + "\" after its last question.");
    }
}

void SurveyReader::row(const Row& row) {
    const auto& cell = row.text("type");
    if (cell.empty()) {
        if (!row.text("name").empty())
            m_reporter.error("no_type", row.place("type"),
                             "This row has a name but no type. Give it a type, such as text or select_one LIST.");
        return;
    }
    const auto type = parseType(cell);
    if (!type.unknown.empty()) return unknownType(row, type);
    if (type.boundary == Boundary::Begin) return begin(row, type);
    if (type.boundary == Boundary::End) return end(row, type);
    question(row, type);
}

void SurveyReader::unknownType(const Row& row, const ParsedType& type) {
    if (type.unknown.starts_with("select") || type.unknown == "rank") {
        m_reporter.error("select_without_list", row.place("type"),
                         "\"" + type.unknown + "\" does not name a list of choices. Write \"" + type.unknown + " LIST\".");
        return;
    }
    m_reporter.error("unknown_type", row.place("type"),
                     "\"" + type.unknown + "\" is not a question type." + didYouMean(type.unknown, typeSpellings()));
}

void SurveyReader::checkName(const Row& row, const std::string& name) {
    if (name.empty()) {
        m_reporter.error("no_name", row.place("name"),
                         "This row has no name. Give it one in column name: a letter, then letters, digits or _.");
    } else if (!isXmlName(name)) {
        m_reporter.error("bad_name", row.place("name"),
                         "\"" + name + "\" cannot be a name. Begin with a letter or _, then use letters, digits, - _ and .");
    }
}

Element& SurveyReader::attach(std::unique_ptr<Element> element) {
    Element& parent = *m_open.back();
    for (const auto& sibling : parent.children) {
        if (sibling->name != element->name || element->name.empty()) continue;
        const auto first = sibling->row == nullptr ? std::string("another node")
                                                   : "row " + std::to_string(sibling->row->number());
        m_reporter.error("double_name", element->place("name"),
                         "The name \"" + element->name + "\" is already used by " + first +
                             " in the same group. Give one of them another name.");
        break;
    }
    Element& added = parent.add(std::move(element));
    m_form.byName[added.name].push_back(&added);
    return added;
}

void SurveyReader::begin(const Row& row, const ParsedType& type) {
    auto element = std::make_unique<Element>();
    element->kind = type.section == Section::Repeat ? ElementKind::Repeat : ElementKind::Group;
    element->type = type;
    element->row = &row;
    element->name = row.text("name");
    checkName(row, element->name);
    fillTexts(*element, row);
    fillLogic(*element, row);
    element->repeatCount = row.text("repeat_count");
    m_open.push_back(&attach(std::move(element)));
}

void SurveyReader::end(const Row& row, const ParsedType& type) {
    const auto word = std::string(sectionWord(type.section));
    if (m_open.size() == 1) {
        m_reporter.error("end_without_begin", row.place("type"),
                         "This \"end " + word + "\" has no \"begin " + word + "\" above it. Remove the row or add the beginning.");
        return;
    }
    const Element& open = *m_open.back();
    if (open.type.section != type.section) {
        m_reporter.error("end_of_other_section", row.place("type"),
                         "This \"end " + word + "\" stands where \"" + open.name + "\" (begin " +
                             std::string(sectionWord(open.type.section)) + ", row " + std::to_string(open.row->number()) +
                             ") is still open. Write \"end " + std::string(sectionWord(open.type.section)) + "\".");
    } else if (const auto& name = row.text("name"); !name.empty() && name != open.name) {
        m_reporter.error("end_of_other_name", row.place("name"),
                         "This row ends \"" + name + "\", but the open " + word + " is \"" + open.name + "\" (row " +
                             std::to_string(open.row->number()) + "). Correct the name or leave it out.");
    }
    m_open.pop_back();
}

void SurveyReader::question(const Row& row, const ParsedType& type) {
    auto element = std::make_unique<Element>();
    element->type = type;
    element->row = &row;
    element->name = row.text("name");
    checkName(row, element->name);
    fillTexts(*element, row);
    fillLogic(*element, row);
    Element& added = attach(std::move(element));
    if (isSelect(*type.info)) checkList(added, row);
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
    for (const auto& name : referencedNames(row.text("trigger"))) element.triggers.push_back(name);
}

void SurveyReader::checkList(Element& element, const Row& row) {
    if (element.type.source != SelectSource::List || hasReference(element.type.list)) return;
    if (m_form.list(element.type.list) != nullptr) return;
    m_reporter.error("unknown_list", row.place("type"),
                     "There is no list \"" + element.type.list + "\" on sheet choices." +
                         didYouMean(element.type.list, m_form.listNames()));
}

void SurveyReader::addOther(const Element& element) {
    if (ChoiceList* list = m_form.list(element.type.list)) {
        const bool present = std::any_of(list->rows.begin(), list->rows.end(),
                                         [](const Row* row) { return row->text("name") == "other"; });
        list->otherChoice = list->otherChoice || !present;
    }
    auto other = std::make_unique<Element>();
    other->type.info = findType("text");
    other->row = element.row;
    other->name = element.name + "_other";
    other->label = {{"", "Specify other."}};
    other->relevant = element.type.info->name == "select_one" ? "${" + element.name + "} = 'other'"
                                                              : "selected(${" + element.name + "}, 'other')";
    attach(std::move(other));
}

} // namespace

void readSurvey(Form& form, const std::string& formName, const std::string& fallbackFormId, Reporter& reporter) {
    SurveyReader reader(form, reporter);
    reader.settings(formName, fallbackFormId);
    reader.choices();
    reader.survey();
}

} // namespace peil::xlsform
