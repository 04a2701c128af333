// SPDX-License-Identifier: Apache-2.0
#pragma once

// When two versions of a question can share a column.

#include "peil/export/dataset.h"

#include <algorithm>

namespace peil::dataset {

[[nodiscard]] inline bool isCoded(exports::VariableType type) {
    return type == exports::VariableType::Choice || type == exports::VariableType::Choices;
}

/// A number, a date and the code of a choice cannot be distinguished by their text; a text column can contain each of
/// them.
[[nodiscard]] inline bool mixesUp(const exports::Variable& one, const exports::Variable& other) {
    if (one.typeOrigin != exports::TypeOrigin::Form || other.typeOrigin != exports::TypeOrigin::Form) return false;
    if (one.type == exports::VariableType::Text || other.type == exports::VariableType::Text || one.type == other.type)
        return false;
    return !(isCoded(one.type) && isCoded(other.type));
}

/// In some language that both have.
[[nodiscard]] inline bool otherWords(const exports::Labels& one, const exports::Labels& other) {
    return std::ranges::any_of(one.all(), [&](const auto& text) {
        const auto found = other.all().find(text.first);
        return found != other.all().end() && found->second != text.second;
    });
}

} // namespace peil::dataset
