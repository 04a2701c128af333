// SPDX-License-Identifier: Apache-2.0
#pragma once

// A study pack with its form, ready to judge interviews by.

#include "peil/forms/definition.h"
#include "peil/records/judge.h"
#include "peil/study/pack.h"

namespace peil::records {

struct PackForm {
    study::StudyPack pack;
    forms::FormPointer form;
    RuleBook rules;
    std::vector<std::string> repeats; ///< repeatsOf() the form

    /// Borrows from this.
    [[nodiscard]] Judge judge() const { return {&pack.study(), &repeats, &rules}; }
};

/// @return BadInput for a form with faults, the errors of RuleBook::create().
[[nodiscard]] Result<PackForm> readPackForm(study::StudyPack pack);

} // namespace peil::records
