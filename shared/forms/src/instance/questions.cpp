// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

#include "codecs/codec.h"
#include "peil/base/text.h"

#include <cmath>

namespace peil::forms {

Validity Session::Impl::validity(NodeIndex node) const {
    if (!alive(node) || !isRelevant(node)) return Validity::Ok;
    const auto& state = states[node];
    const bool empty = document.text(node).empty();
    if (empty && state.required && state.reason == NoAnswer::None) return Validity::RequiredMissing;
    return state.constraintOk || empty ? Validity::Ok : Validity::ConstraintBroken;
}

std::string Session::Impl::message(NodeIndex node, Validity why) const {
    if (why == Validity::RequiredMissing) return text(defOf(node).extras().requiredMessage, node).text;
    if (why == Validity::ConstraintBroken) return text(defOf(node).extras().constraintMessage, node).text;
    return {};
}

Question Session::Impl::question(NodeIndex node) const {
    Question result;
    if (!alive(node)) return result;
    const auto& definition = defOf(node);
    result.node = node;
    result.path = pathOf(node);
    result.name = definition.name;
    result.control = Control::None;
    result.type = definition.type;
    result.fieldClass = definition.fieldClass;
    result.value = document.text(node);
    result.reason = states[node].reason;
    for (std::size_t i = 0; i < kReasons.size(); ++i)
        if ((definition.extras().reasons >> i & 1U) != 0) result.reasons.push_back(kReasons.at(i));
    result.required = states[node].required;
    result.readonly = isReadonly(node);
    result.validity = validity(node);
    result.message = message(node, result.validity);
    if (definition.group) describeGroup(states[node].def, node, result);
    if (definition.control == kNone) return result;
    const auto& control = def.controls[definition.control];
    result.control = control.control;
    result.appearances = control.appearances;
    result.attributes = control.attributes;
    for (const auto& attribute : definition.extras().attributes)
        result.attributes.push_back(attribute);
    Text fromLabel, fromHint;
    result.label = text(control.label, node, &fromLabel);
    result.hint = text(control.hint, node, &fromHint);
    result.guidance = text(control.guidance, node);
    if (result.guidance.text.empty()) result.guidance = fromHint.text.empty() ? fromLabel : fromHint;
    if (control.guidance.kind == TextSource::Kind::Itext && !fromHint.text.empty()) result.guidance = fromHint;
    result.choices = choices(control, node);
    return result;
}

void Session::Impl::describeGroup(DefId group, NodeIndex context, Question& result) const {
    const auto found = def.groups.find(group);
    if (found == def.groups.end()) return;
    result.label = text(found->second.label, context);
    result.appearances = found->second.appearances;
}

std::vector<Violation> Session::Impl::violations() const {
    std::vector<Violation> all;
    eachNode(document.documentElement(), [&](NodeIndex node) {
        if (!states[node].required && states[node].constraintOk) return;
        const auto why = validity(node);
        if (why == Validity::Ok || defOf(node).group) return;
        all.push_back({node, pathOf(node), why, message(node, why)});
    });
    return all;
}

Result<> Session::Impl::check(NodeId id, const ControlDef*& control) const {
    if (rangeOf(id) && !alive(id)) return fail(FormsErrc::NotAQuestion, "A repeat takes no answer.");
    if (!alive(id)) return fail(FormsErrc::NoSuchNode, "This interview has no such question any more.");
    const auto& definition = defOf(id);
    if (definition.group) return fail(FormsErrc::NotAQuestion, pathOf(id) + " is a group and takes no answer.");
    if (isReadonly(id)) return fail(FormsErrc::ReadOnly, pathOf(id) + " may not be changed.");
    if (!isRelevant(id)) return fail(FormsErrc::NotRelevant, pathOf(id) + " is not asked here.");
    control = definition.control == kNone ? nullptr : &def.controls[definition.control];
    return {};
}

namespace {

// A range question takes the steps between its ends, whichever way they run.
bool inRange(const ControlDef& control, std::string_view text) {
    const auto number = parseNumber(text);
    if (!number || !control.rangeStart || !control.rangeEnd) return false;
    const auto low = std::min(*control.rangeStart, *control.rangeEnd);
    const auto high = std::max(*control.rangeStart, *control.rangeEnd);
    return *number >= low - 1e-9 && *number <= high + 1e-9;
}

} // namespace

Result<Changes> Session::Impl::answer(NodeId id, std::string_view value, NoAnswer reason) {
    const ControlDef* control = nullptr;
    PEIL_CHECK(check(id, control));
    std::string stored;
    if (!value.empty()) {
        const auto encoded = encodeValue(defOf(id).codec, value);
        const auto bad = [&] {
            return fail(FormsErrc::BadValue, "The answer does not fit the question " + pathOf(id) + ".");
        };
        if (!encoded) return bad();
        if (control != nullptr && !isChoice(*control, id, *encoded)) return bad();
        if (control != nullptr && control->control == Control::Range && !inRange(*control, *encoded)) return bad();
        if (control != nullptr && control->control == Control::Trigger && *encoded != "OK") return bad();
        stored = *encoded;
    }
    if (states[id].reason != reason) {
        states[id].reason = reason;
        changedValues.insert(id);
        changedStates.insert(id);
        rowNodes.insert(id);
    }
    setValue(id, stored);
    states[id].reason = reason;
    states[id].ranked = control != nullptr && control->control == Control::Rank && !stored.empty();
    recompute();
    return finish();
}

} // namespace peil::forms
