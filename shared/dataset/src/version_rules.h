// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which questions of two versions of a form are the same, and when the same question can share a column.

#include "peil/dataset/layout.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace peil::dataset {

/// A question, or a repeat, as two versions know it.
struct Named {
    std::string exact; ///< with its groups
    std::string loose; ///< without
};
[[nodiscard]] std::vector<Named> questionsOf(const exports::Table& table);
/// Of the path of a repeat, or of the root, which is the same in all versions whatever its name is.
[[nodiscard]] Named repeatAt(const std::string& path);

[[nodiscard]] std::vector<Named> repeatsOf(const Layout& layout);

/// For each of `theirs` the place of the same one in `ours`: the one with that exact name, else the one with the loose
/// name if both have it once. A name that stands in two groups does not say which is meant.
[[nodiscard]] std::vector<std::optional<std::size_t>> samePlaces(const std::vector<Named>& ours,
                                                                 const std::vector<Named>& theirs);

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
