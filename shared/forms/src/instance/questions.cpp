// SPDX-License-Identifier: Apache-2.0
#include "instance/presentation.h"

#include <cmath>

namespace peil::forms {
namespace {

std::optional<WholeSteps> stepsOf(const ControlDef& control, const NodeDef& node) {
    if (control.control == Control::Input) {
        const auto& bounds = node.extras().bounds;
        if (node.type != DataType::Integer || !bounds.least || !bounds.most || *bounds.least > *bounds.most)
            return std::nullopt;
        return WholeSteps{*bounds.least, *bounds.most, 1};
    }
    if (control.control != Control::Range || !control.rangeStart || !control.rangeEnd || !control.rangeStep)
        return std::nullopt;
    constexpr double kLargest = 1.0e9;
    const auto isWhole = [](double number) { return std::abs(number) <= kLargest && std::trunc(number) == number; };
    const auto from = *control.rangeStart, to = *control.rangeEnd, step = std::abs(*control.rangeStep);
    if (!isWhole(from) || !isWhole(to) || !isWhole(step) || step == 0) return std::nullopt;
    const auto last = from + std::trunc((to - from) / step) * step; // an end between two steps is no answer
    return WholeSteps{static_cast<std::int64_t>(from), static_cast<std::int64_t>(last),
                      static_cast<std::int64_t>(step)};
}

} // namespace

Validity Presentation::validity(NodeIndex node) const {
    if (!m_instance.alive(node) || !m_instance.isRelevant(node)) return Validity::Ok;
    const auto& state = m_instance.state(node);
    const bool empty = m_instance.text(node).empty();
    if (empty && state.required && state.reason == NoAnswer::None) return Validity::RequiredMissing;
    return state.constraintOk || empty ? Validity::Ok : Validity::ConstraintBroken;
}

std::string Presentation::message(NodeIndex node, Validity why) const {
    if (why == Validity::RequiredMissing)
        return m_texts.text(m_instance.defOf(node).extras().requiredMessage, node).text;
    if (why == Validity::ConstraintBroken)
        return m_texts.text(m_instance.defOf(node).extras().constraintMessage, node).text;
    return {};
}

Question Presentation::question(NodeId id) const {
    if (m_instance.alive(id)) return questionAt(id);
    Question result;
    const auto range = m_instance.rangeOf(id);
    if (!range) return result;
    result.node = id;
    result.control = Control::None;
    result.path = m_instance.pathOf(*range);
    result.name = m_instance.form().nodes[range->repeat].name;
    describeGroup(range->repeat, range->parent, result);
    return result;
}

Question Presentation::questionAt(NodeIndex node) const {
    Question result;
    const auto& definition = m_instance.defOf(node);
    result.node = node;
    result.path = m_instance.pathOf(node);
    result.name = definition.name;
    result.control = Control::None;
    result.type = definition.type;
    result.fieldClass = definition.fieldClass;
    result.value = m_instance.text(node);
    result.reason = m_instance.state(node).reason;
    for (std::size_t i = 0; i < kReasons.size(); ++i)
        if ((definition.extras().reasons >> i & 1U) != 0) result.reasons.push_back(kReasons.at(i));
    result.required = m_instance.state(node).required;
    result.readonly = m_instance.isReadonly(node);
    result.validity = validity(node);
    result.message = message(node, result.validity);
    if (definition.group) describeGroup(m_instance.state(node).def, node, result);
    if (definition.control != kNone) describeControl(m_instance.form().controls[definition.control], node, result);
    return result;
}

void Presentation::describeControl(const ControlDef& control, NodeIndex node, Question& result) const {
    result.control = control.control;
    result.appearances = control.appearances;
    result.attributes = control.attributes;
    for (const auto& attribute : m_instance.defOf(node).extras().attributes)
        result.attributes.push_back(attribute);
    Text fromLabel, fromHint;
    result.label = m_texts.text(control.label, node, &fromLabel);
    result.hint = m_texts.text(control.hint, node, &fromHint);
    result.guidance = m_texts.text(control.guidance, node);
    if (result.guidance.text.empty()) result.guidance = fromHint.text.empty() ? fromLabel : fromHint;
    if (control.guidance.kind == TextSource::Kind::Itext && !fromHint.text.empty()) result.guidance = fromHint;
    result.choices = m_choices.of(control, node);
    result.steps = stepsOf(control, m_instance.defOf(node));
}

void Presentation::describeGroup(DefId group, NodeIndex context, Question& result) const {
    const auto found = m_instance.form().groups.find(group);
    if (found == m_instance.form().groups.end()) return;
    result.label = m_texts.text(found->second.label, context);
    result.appearances = found->second.appearances;
}

std::vector<Violation> Presentation::violations() const {
    std::vector<Violation> all;
    m_instance.eachNode(m_instance.root(), [&](NodeIndex node) {
        if (!m_instance.state(node).required && m_instance.state(node).constraintOk) return;
        const auto why = validity(node);
        if (why == Validity::Ok || m_instance.defOf(node).group) return;
        all.push_back({node, m_instance.pathOf(node), why, message(node, why)});
    });
    return all;
}

} // namespace peil::forms
