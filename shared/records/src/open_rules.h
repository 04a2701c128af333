// SPDX-License-Identifier: Apache-2.0
#pragma once

// Those rules of study.toml that open answers can judge: they name open questions outside repeats only, and neither
// paths, lists of the form, nor time. They are put to a small form of nothing but the open questions, because in the
// whole form the sealed answers would be lacking.

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
    /// @param sameForm  whether the answers come from this very form: then an answer that is not there is an empty one.
    /// Without it, an expression is only judged when every answer that it names is there.
    [[nodiscard]] Verdict judge(const OpenAnswers& answers, bool sameForm) const;
    /// Ids of the rules of action leave_out that are not judged here, and "group" for [cleaning].group.
    [[nodiscard]] const std::vector<std::string>& left() const { return m_left; }

private:
    struct Expression {
        std::string field;          ///< of the small form
        std::set<std::string> asks; ///< questions
        bool isGroup = false;
    };
    forms::FormPointer m_form;     ///< null: there is nothing to judge
    std::set<std::string> m_asked; ///< questions of the small form
    std::vector<Expression> m_expressions;
    std::vector<std::string> m_left;
    std::string m_timeZone;
};

} // namespace peil::records
