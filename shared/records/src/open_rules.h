// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules of study.toml that can be evaluated from open answers: they use only open questions outside repeats, and no
// paths, choice lists or time. They are evaluated on a small form with only the open questions, because the sealed
// answers would be missing in the full form.

#include "peil/records/counting.h"

#include <set>
#include <string>
#include <vector>

namespace peil::records {

/// Immutable. Threads: any.
class OpenRules {
public:
    OpenRules() = default; ///< judges nothing
    [[nodiscard]] static OpenRules of(const forms::FormDefinition& form, const study::Study& study);

    struct Verdict {
        bool broken = false;                     ///< some rule of action leave_out
        std::optional<std::string> derivedGroup; ///< by [cleaning].group
    };
    /// @param sameForm  whether the answers come from this form: then a missing answer is empty. Otherwise, an
    /// expression is only evaluated if all its answers are present.
    [[nodiscard]] Verdict judge(const OpenAnswers& answers, bool sameForm) const;
    /// Ids of the rules with action leave_out that are not evaluated here, and "group" for [cleaning].group.
    [[nodiscard]] const std::vector<std::string>& left() const { return m_left; }

private:
    struct Expression {
        std::string field;          ///< of the small form
        std::set<std::string> asks; ///< questions
        bool isGroup = false;
    };
    forms::FormPointer m_form;     ///< null: there are no rules to evaluate
    std::set<std::string> m_asked; ///< questions of the small form
    std::vector<Expression> m_expressions;
    std::vector<std::string> m_left;
    std::string m_timeZone;
};

} // namespace peil::records
