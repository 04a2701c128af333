// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include "peil/base/text.h"
#include "peil/forms/definition.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

/// The element whose path the engine's place begins with; the longest one wins.
const Element* elementAt(std::string_view place, const Form& form) {
    const Element* found = nullptr;
    std::size_t longest = 0;
    forEach(form.root, [&](const Element& e) {
        const bool audit = e.type.info != nullptr && e.type.info->name == "audit"; // is moved to the meta block
        const auto path = audit ? form.root.path + "/meta/audit" : e.path;
        const bool at = place == path || (place.starts_with(path) && place[path.size()] == '/');
        if (!at || path.size() <= longest) return;
        found = &e;
        longest = path.size();
    });
    return found;
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

Place cellOf(const Place& node, const Form& form) {
    const auto* element = elementAt(node.node, form);
    if (element == nullptr && node.property == Property::ItemSet) element = userOf(node.node, form);
    return element == nullptr ? Place{"survey"} : element->place(columnOf(node.property, *element));
}

} // namespace

void checkWithEngine(const std::string& xform, const Form& form, const forms::ResourceLoader& resources,
                     Reporter& reporter) {
    // Without the files that belong to the form, its lists count as there, and as empty.
    const forms::ResourceLoader emptyFile = [](std::string_view uri) -> std::optional<std::string> {
        if (uri.ends_with(".csv")) return "name,label\n";
        if (uri.ends_with(".geojson")) return R"({"type":"FeatureCollection","features":[]})";
        return "<root/>";
    };
    auto parsed = forms::FormDefinition::parse(xform, resources ? resources : emptyFile);
    for (auto& item : parsed.diagnostics) {
        // checkSurvey() has said at their rows which actions do nothing.
        if (item.id == "not_shown" && item.place.property == Property::Action) continue;
        const auto* element = item.id == "unfit_default" ? elementAt(item.place.node, form) : nullptr;
        item.place = element != nullptr ? element->place("default") : cellOf(item.place, form);
        reporter.add(std::move(item));
    }
}

} // namespace peil::xlsform
