// SPDX-License-Identifier: Apache-2.0
#pragma once

// What form, envelope and export say about an answer: why there is none, and who may read it. Persisted as text.

#include "peil/base/enum_text.h"

#include <cstdint>

namespace peil {

enum class NoAnswer : std::uint8_t { None, DontKnow, Refused, Skipped };
inline constexpr EnumText<NoAnswer> kNoAnswers[] = {{NoAnswer::None, ""},
                                                    {NoAnswer::DontKnow, "dont_know"},
                                                    {NoAnswer::Refused, "refused"},
                                                    {NoAnswer::Skipped, "skipped"}};
[[nodiscard]] constexpr std::string_view idOf(NoAnswer reason) {
    return textIn(kNoAnswers, reason);
}
[[nodiscard]] constexpr std::optional<NoAnswer> noAnswerOf(std::string_view id) {
    return valueIn(kNoAnswers, id);
}

/// Who may read an answer (forms/DECISIONS.md, 10): the server reads quota and estimate fields, no one but the
/// researchers the rest.
enum class FieldClass : std::uint8_t { Sealed, Quota, Estimate };
inline constexpr EnumText<FieldClass> kFieldClasses[] = {
    {FieldClass::Quota, "quota"}, {FieldClass::Estimate, "estimate"}, {FieldClass::Sealed, "sealed"}};
[[nodiscard]] constexpr std::string_view idOf(FieldClass fieldClass) {
    return textIn(kFieldClasses, fieldClass);
}

} // namespace peil
