// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

#include "codecs/codec.h"
#include "peil/base/text.h"

namespace peil::forms {
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

Result<> Session::Impl::check(NodeId id, NoAnswer reason, const ControlDef*& control) const {
    if (!instance.alive(id) && instance.rangeOf(id))
        return fail(FormsErrc::NotAQuestion, "A repeat cannot have an answer.");
    if (!instance.alive(id)) return fail(FormsErrc::NoSuchNode, "The interview no longer has this question.");
    const auto& definition = instance.defOf(id);
    const auto path = [&] { return instance.pathOf(id); };
    if (definition.group) return fail(FormsErrc::NotAQuestion, path() + " is a group and cannot have an answer.");
    // A reason changes no value: an interview that is broken off needs one where the form did not fill in a value.
    const bool onlyReason = reason != NoAnswer::None && instance.text(id).empty();
    if (instance.isReadonly(id) && !onlyReason) return fail(FormsErrc::ReadOnly, path() + " is read-only.");
    if (!instance.isRelevant(id)) return fail(FormsErrc::NotRelevant, path() + " is not asked here.");
    control = definition.control == kNone ? nullptr : &instance.form().controls[definition.control];
    return {};
}

Result<std::string> Session::Impl::encode(NodeId id, const ControlDef* control, std::string_view value) const {
    if (value.empty()) return std::string();
    const auto bad = [&] {
        return fail(FormsErrc::BadValue, "The answer is not valid for the question " + instance.pathOf(id) + ".");
    };
    auto encoded = encodeValue(instance.defOf(id).codec, value);
    if (!encoded) return bad();
    if (control == nullptr) return std::move(*encoded);
    if (!choices.allow(*control, id, *encoded)) return bad();
    if (control->control == Control::Range && !inRange(*control, *encoded)) return bad();
    if (control->control == Control::Trigger && *encoded != "OK") return bad();
    return std::move(*encoded);
}

Result<Changes> Session::Impl::answer(NodeId id, std::string_view value, NoAnswer reason) {
    const ControlDef* control = nullptr;
    PEIL_CHECK(check(id, reason, control));
    PEIL_TRY(const auto stored, encode(id, control, value));
    recomputation.setReason(id, reason);
    recomputation.setValue(id, stored);
    instance.setReason(id, reason);
    instance.setRanked(id, control != nullptr && control->control == Control::Rank && !stored.empty());
    recomputation.settle();
    return finish();
}

} // namespace peil::forms
