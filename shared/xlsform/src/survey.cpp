// SPDX-License-Identifier: Apache-2.0
#include "survey.h"

#include "form_bounds.h"

#include "peil/base/text.h"
#include "peil/base/xml_name.h"

#include <algorithm>

namespace peil::xlsform {

Element::Element() = default;
Element::~Element() = default;

Element& Element::add(std::unique_ptr<Element> child) {
    child->parent = this;
    child->setPath(path + "/" + child->name);
    children.push_back(std::move(child));
    return *children.back();
}

void Element::setPath(const std::string& newPath) {
    path = newPath;
    for (auto& child : children)
        child->setPath(path + "/" + child->name);
}

std::unique_ptr<Element> Element::clone() const {
    auto copy = std::make_unique<Element>();
    copy->kind = kind;
    copy->name = name;
    copy->row = row;
    copy->type = type;
    copy->label = label;
    copy->hint = hint;
    copy->guidance = guidance;
    copy->constraintMessage = constraintMessage;
    copy->requiredMessage = requiredMessage;
    copy->noAppErrorString = noAppErrorString;
    copy->media = media;
    copy->calculation = calculation;
    copy->relevant = relevant;
    copy->constraint = constraint;
    copy->required = required;
    copy->readonly = readonly;
    copy->defaultValue = defaultValue;
    copy->appearance = appearance;
    copy->choiceFilter = choiceFilter;
    copy->repeatCount = repeatCount;
    copy->triggers = triggers;
    copy->parameters = parameters;
    copy->generated = generated;
    for (const auto& child : children)
        copy->add(child->clone());
    return copy;
}

const Element* Element::enclosingRepeat() const {
    for (const Element* e = parent; e != nullptr; e = e->parent)
        if (e->kind == ElementKind::Repeat) return e;
    return nullptr;
}

Place Element::place(std::string_view key) const {
    return row == nullptr ? Place{"survey", 0, {}} : row->place(key);
}

ChoiceList* Form::list(std::string_view name) {
    const auto found = listIndex.find(name);
    return found == listIndex.end() ? nullptr : &lists[found->second];
}

const ChoiceList* Form::list(std::string_view name) const {
    const auto found = listIndex.find(name);
    return found == listIndex.end() ? nullptr : &lists[found->second];
}

ChoiceList& Form::addList(const std::string& name) {
    listIndex.emplace(name, lists.size());
    return lists.emplace_back(ChoiceList{name, {}, false, false, false});
}

std::vector<std::string> Form::names() const {
    std::vector<std::string> out;
    if (byName.size() > kMaxHintCandidates) return out;
    for (const auto& [name, elements] : byName)
        out.push_back(name);
    return out;
}

std::vector<std::string> Form::listNames() const {
    std::vector<std::string> out;
    if (lists.size() > kMaxHintCandidates) return out;
    for (const auto& l : lists)
        out.push_back(l.name);
    return out;
}

namespace {

/// Fills `%(label)s` and `%(name)s` of a loop's template in, for one choice.
struct Filling {
    const std::string& name;
    const Text& label;
    std::deque<std::string>& texts;

    [[nodiscard]] std::string operator()(std::string_view words, std::string_view language = {}) const {
        const auto named = replaceAll(std::string(words), "%(name)s", name);
        const auto same =
            std::ranges::find(label, language, [](const auto& one) { return std::string_view(one.first); });
        return label.empty() ? named
                             : replaceAll(named, "%(label)s", (same == label.end() ? label.front() : *same).second);
    }
    void fill(Text& text) const {
        for (auto& [language, words] : text)
            if (words.find("%(") != std::string_view::npos) words = texts.emplace_back((*this)(words, language));
    }
};

/// All columns of a row: a rule that kept its `%(name)s` would compare with this text.
void fillIn(Element& element, const Filling& filling, Form& form) {
    for (auto* text : {&element.label, &element.hint, &element.guidance, &element.constraintMessage,
                       &element.requiredMessage, &element.noAppErrorString})
        filling.fill(*text);
    for (auto& [kind, text] : element.media)
        filling.fill(text);
    for (auto* cell :
         {&element.calculation, &element.relevant, &element.constraint, &element.required, &element.readonly,
          &element.defaultValue, &element.appearance, &element.choiceFilter, &element.repeatCount})
        *cell = filling(*cell);
    for (auto& trigger : element.triggers)
        trigger = filling(trigger);
    for (auto& [key, value] : element.parameters)
        value = filling(value);
    if (element.row != nullptr && element.row->placeOf("%("))
        element.row = &form.loopRows.emplace_back(element.row->with(filling, form.loopCells));
}

/// XLSForm substitutes only in questions directly in the loop; those in a group inside it are unchanged.
void warnOfNested(const Element& element, Reporter& reporter) {
    if (const auto place = element.row == nullptr ? std::nullopt : element.row->placeOf("%("))
        reporter.warning("loop_in_group", *place,
                         "%(label)s and %(name)s are filled in only for questions directly in the loop, not in a "
                         "group inside it.");
}

/// Each choice becomes a group. As in XLSForm, the choice "none" does not.
bool becomesGroup(const Row& choice, const Element& loop, Reporter& reporter) {
    const auto& name = choice.text("name");
    if (name == "none") return false;
    if (isXmlName(name)) return true;
    reporter.error("bad_name", choice.place("name"),
                   "\"" + name + "\" cannot be the name of a group, and the loop \"" + loop.name +
                       "\" makes a group of each choice of this list.",
                   "Start with a letter or _, then use letters, digits, -, _ and .");
    return false;
}

} // namespace

void expandLoop(Element& loop, Form& form, Reporter& reporter) {
    const auto* list = std::as_const(form).list(loop.type.list);
    if (list == nullptr) return;
    const auto pattern = std::exchange(loop.children, {});
    std::size_t nodes = 1;
    const auto count = [&](const Element& e) { nodes += 1 + (e.row == nullptr ? 0 : e.row->bytes() / kLoopNodeBytes); };
    for (const auto& child : pattern) {
        count(*child);
        forEach(static_cast<const Element&>(*child), count);
    }
    form.loopNodes += nodes * list->rows.size();
    if (form.loopNodes > kMaxLoopNodes)
        return reporter.error("too_large_form", loop.place("type"),
                              "The loops in this form expand to more than " + std::to_string(kMaxLoopNodes) +
                                  " questions.",
                              "Use a shorter list, or a repeat.");
    for (const auto& child : pattern)
        forEach(static_cast<const Element&>(*child), [&](const Element& inner) { warnOfNested(inner, reporter); });
    for (const Row* choice : list->rows) {
        if (!becomesGroup(*choice, loop, reporter)) continue;
        auto group = std::make_unique<Element>();
        group->kind = ElementKind::Group;
        group->name = choice->text("name");
        group->label = choice->translations("label");
        for (const auto* media : {"image", "audio", "video", "big-image"})
            if (auto text = choice->translations(std::string("media::") + media); !text.empty())
                group->media.emplace(media, std::move(text));
        group->generated = true;
        const auto label = group->label;
        Element& added = loop.add(std::move(group));
        for (const auto& child : pattern) {
            Element& copy = added.add(child->clone());
            fillIn(copy, {added.name, label, form.words}, form);
        }
    }
}

} // namespace peil::xlsform
