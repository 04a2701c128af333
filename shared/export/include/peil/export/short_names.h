// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names of questions in .sav and .dta: known before there are data, so that the form check can report them.

#include "peil/export/dataset.h"

namespace peil::exports {

/// Why a question has another name in .sav and .dta than in the form.
enum class NameChange {
    None,     ///< it has its own, with its groups where they fit, joined by '_'
    Reserved, ///< SPSS or Stata keeps it for itself
    Letters,  ///< it has other characters than A-Z, a-z, 0-9 and '_', or does not begin with a letter
    Length,   ///< it is longer than 32 characters
    Taken,    ///< another column has it; SPSS ignores case
};
struct ShortName {
    std::string name; ///< ASCII, a letter first, at most 32 characters
    NameChange change = NameChange::None;
};
/// One for each variable. No two are alike but for case, nor like KEY or, in a repeat, PARENT_KEY.
[[nodiscard]] std::vector<ShortName> shortNames(const Table& table);

} // namespace peil::exports
