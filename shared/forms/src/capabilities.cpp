// SPDX-License-Identifier: Apache-2.0
#include "peil/forms/capabilities.h"

#include "peil/base/text.h"

#include <algorithm>

namespace peil::forms {
namespace {

bool isNumber(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether a form that writes `written` means the entry `name`.
bool means(std::string_view name, std::string_view written) {
    if (const auto open = name.find("..."); open != std::string_view::npos)
        return written.starts_with(name.substr(0, open));
    if (name.ends_with('N')) {
        name.remove_suffix(1);
        return written.starts_with(name) && isNumber(written.substr(name.size()));
    }
    return name == written.substr(0, written.find('(')); // such as autocomplete(...)
}

/// The name of an attribute without its prefix.
std::string_view localNameOf(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

} // namespace

const AppearanceCapability* appearanceCapability(Kinds kind, std::string_view appearance) {
    const auto found = std::ranges::find_if(kAppearanceCapabilities, [&](const AppearanceCapability& each) {
        return (each.on & kind) != 0 &&
               std::ranges::any_of(splitWhitespace(each.names), [&](auto name) { return means(name, appearance); });
    });
    return found == kAppearanceCapabilities.end() ? nullptr : &*found;
}

const ParameterCapability* attributeCapability(Kinds kind, std::string_view attribute) {
    const auto found = std::ranges::find_if(kParameterCapabilities, [&](const ParameterCapability& each) {
        return (each.on & kind) != 0 && !each.attribute.empty() && localNameOf(each.attribute) == attribute;
    });
    return found == kParameterCapabilities.end() ? nullptr : &*found;
}

const UnaskedCapability* unaskedCapability(std::string_view name) {
    const auto found = std::ranges::find_if(kUnaskedCapabilities, [name](const UnaskedCapability& each) {
        return std::ranges::any_of(splitWhitespace(each.names), [name](auto one) { return means(one, name); });
    });
    return found == kUnaskedCapabilities.end() ? nullptr : &*found;
}

bool takesParameter(const ParameterCapability& parameter, std::string_view type) {
    const auto types = splitWhitespace(parameter.types);
    return std::ranges::find(types, type) != types.end();
}

const QuestionCapability* questionCapability(Control control, DataType type) {
    const auto found = std::ranges::find_if(kQuestionCapabilities, [&](const QuestionCapability& each) {
        return each.control == control && each.type.value_or(type) == type;
    });
    return found == kQuestionCapabilities.end() ? nullptr : &*found;
}

Widget widgetOf(const ControlWords& words) {
    const auto* question = questionCapability(words.control, words.type);
    if (question == nullptr) return Widget::Unsupported;
    const auto kind = kinds(question->widget);
    if (words.steps && words.steps->count() <= kMostTiles) return Widget::Tiles;
    if (question->widget == Widget::ShortText && words.readonly) return Widget::Note;
    // Of several appearances the first entry of the table counts, whatever their order in the form.
    for (const auto& each : kAppearanceCapabilities)
        for (const auto& appearance : words.appearances)
            if (each.widget && appearanceCapability(kind, appearance) == &each) return *each.widget;
    for (const auto& [name, value] : words.attributes)
        if (const auto* entry = attributeCapability(kind, name); entry != nullptr && entry->widget)
            return *entry->widget;
    return question->widget;
}

} // namespace peil::forms
