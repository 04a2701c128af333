// SPDX-License-Identifier: Apache-2.0
#include "peil/forms/capabilities.h"

#include <algorithm>

namespace peil::forms {
namespace {

template <class Table>
const DetailCapability* find(const Table& table, Control control, std::string_view written) {
    const auto found = std::ranges::find_if(
        table, [&](const DetailCapability& each) { return each.control == control && each.name == written; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace

const DetailCapability* appearanceCapability(Control control, std::string_view appearance) {
    // Of autocomplete(...) the part in front of the bracket counts; search(...) reads a file instead.
    const auto name = appearance.starts_with("search(") ? appearance : appearance.substr(0, appearance.find('('));
    return find(kAppearanceCapabilities, control, name);
}

const DetailCapability* parameterCapability(Control control, std::string_view parameter) {
    return find(kParameterCapabilities, control, parameter);
}

const QuestionCapability* questionCapability(Control control, DataType type) {
    const auto found = std::ranges::find_if(kQuestionCapabilities, [&](const QuestionCapability& each) {
        return each.control == control && each.type.value_or(type) == type;
    });
    return found == kQuestionCapabilities.end() ? nullptr : &*found;
}

Widget widgetOf(Control control, DataType type, bool readonly, std::span<const std::string> appearances) {
    const auto* question = questionCapability(control, type);
    if (question == nullptr) return Widget::Unsupported;
    const bool text = question->widget == Widget::ShortText;
    if (text && readonly) return Widget::Note;
    if (!text && control == Control::Input) return question->widget;
    for (const auto& each : kAppearanceCapabilities)
        for (const auto& appearance : appearances)
            if (appearanceCapability(control, appearance) == &each && each.widget != Widget::Unsupported)
                return each.widget;
    return question->widget;
}

} // namespace peil::forms
