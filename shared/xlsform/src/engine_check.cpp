// SPDX-License-Identifier: Apache-2.0
#include "checks.h"
#include "writers.h"

#include "peil/base/xml_name.h"

#include <unordered_map>

namespace peil::xlsform {

namespace {

using ElementsByPath = std::unordered_map<std::string, const Element*>;

ElementsByPath elementsOf(const Form& form) {
    ElementsByPath all;
    forEach(form.root, [&](const Element& e) {
        const bool audit = e.type.info != nullptr && e.type.info->name == "audit"; // is moved to the meta block
        all.try_emplace(audit ? form.root.path + "/meta/audit" : e.path, &e);
    });
    return all;
}

/// The element at the engine's place, or the closest one around it.
const Element* elementAt(std::string place, const ElementsByPath& elements) {
    while (!place.empty()) {
        if (const auto found = elements.find(place); found != elements.end()) return found->second;
        place.resize(place.find_last_of('/') == std::string::npos ? 0 : place.find_last_of('/'));
    }
    return nullptr;
}

/// The first question that takes its choices from the list `id`, which comes from a file.
const Element* userOf(std::string_view id, const Form& form) {
    const Element* found = nullptr;
    forEach(form.root, [&](const Element& e) {
        const std::string_view list = e.type.list;
        const bool uses = e.type.info != nullptr && (list.substr(0, list.rfind('.')) == id || e.name == id);
        if (uses && found == nullptr) found = &e;
    });
    return found;
}

/// The column that says a property of a form's node.
std::string_view columnOf(Property property, const Element& element) {
    switch (property) {
    case Property::None:
    case Property::Action:
        break;
    case Property::Type:
        return "type";
    case Property::Class:
        return "bind::peil:class";
    case Property::NoAnswer:
        return "peil:no_answer";
    case Property::Mode:
        return "bind::peil:mode";
    case Property::Relevant:
        return "relevant";
    case Property::Constraint:
        return "constraint";
    case Property::ConstraintMessage:
        return "constraint_message";
    case Property::Calculate: // a node that the compiler adds holds the count of a repeat
        return element.generated && !element.row->text("repeat_count").empty() ? "repeat_count" : "calculation";
    case Property::Readonly:
        return "readonly";
    case Property::Required:
        return "required";
    case Property::RequiredMessage:
        return "required_message";
    case Property::Label:
        return "label";
    case Property::Hint:
        return "hint";
    case Property::ItemSet:
        return element.choiceFilter.empty() ? "type" : "choice_filter";
    case Property::Count:
        return "repeat_count";
    case Property::Appearance:
        return "appearance";
    case Property::Parameters:
        for (const std::string_view column : {"parameters", "rows", "autoplay", "intent"})
            if (!element.row->text(column).empty()) return column;
        break; // a column of its own, body::NAME
    }
    return {};
}

Place cellOf(const Place& node, const Element* element, const Form& form) {
    if (element == nullptr && node.property == Property::ItemSet) element = userOf(node.node, form);
    return element == nullptr ? Place{"survey"} : element->place(columnOf(node.property, *element));
}

/// T or y for yes is an expression, which reads a question of that name.
void explainBareWord(Diagnostic& item, const Element& element) {
    const auto property = item.place.property;
    if (property != Property::Required && property != Property::Readonly && property != Property::Relevant) return;
    const auto word = element.row->text(columnOf(property, element));
    if (!isXmlName(word)) return;
    item.message =
        "\"" + std::string(word) + "\" is neither yes nor no, and no question has this name, so it counts as no.";
    item.cure = "Write yes or no, or an expression with ${name}.";
}

} // namespace

forms::FormPointer checkWithEngine(WrittenForm written, const Form& form, const forms::ResourceLoader& resources,
                                   Reporter& reporter) {
    // Without the files that belong to the form, its lists count as there, and as empty.
    const forms::ResourceLoader emptyFile = [](std::string_view uri) -> std::optional<std::string> {
        if (uri.ends_with(".csv")) return "name,label\n";
        if (uri.ends_with(".geojson")) return R"({"type":"FeatureCollection","features":[]})";
        return "<root/>";
    };
    auto itemsets = resources && form.externalChoices ? itemsetRows(form.externalChoices) : forms::ListsById();
    auto parsed =
        forms::parseTree({std::move(written.document), std::move(written.lists), std::move(itemsets),
                          [&](std::size_t language, const auto& visit) { written.itext->texts(language, visit); }},
                         resources ? resources : emptyFile);
    const auto elements = elementsOf(form);
    for (auto& item : parsed.diagnostics) {
        const auto* element = elementAt(item.place.node, elements);
        // Which actions do nothing, and which media are not shown, has been said at their cells.
        if (item.id == "not_shown" && (item.place.property == Property::Action || element == nullptr)) continue;
        if (item.id == "unknown_node" && element != nullptr) explainBareWord(item, *element);
        item.place = item.id == "unfit_default" && element != nullptr ? element->place("default")
                                                                      : cellOf(item.place, element, form);
        reporter.add(std::move(item));
    }
    return std::move(parsed.form);
}

} // namespace peil::xlsform
