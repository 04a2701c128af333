// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules of study.toml put to a record. They are written in the form's own expression language, so they become
// calculated fields of a copy of the form, and the form engine answers them.

#include "peil/forms/definition.h"
#include "peil/study/study.h"

#include <string>
#include <string_view>
#include <vector>

namespace peil::records {

/// What the rules say of one record.
struct Verdict {
    std::string group;       ///< derived again; empty if the form gives none
    std::vector<bool> holds; ///< one for each rule of the study, in its order
};

/// Immutable. Threads: any.
class RuleBook {
public:
    /// @param xform  text of the study's form. @param form  the same, parsed.
    /// @return BadRule that names the rule whose expression the form does not understand, also one that reads what the
    /// form does not have. `fault` (when given) receives the same with its place: the node is `rule "ID"` or
    /// `[cleaning], group`.
    [[nodiscard]] static Result<RuleBook> create(std::string_view xform, const forms::FormDefinition& form,
                                                 const study::Study& study, const forms::ResourceLoader& resources,
                                                 Diagnostic* fault = nullptr);
    /// @param finalisedAt  RFC 3339; the value of now() and today(). @return BadRecord for a record that does not match
    /// the form.
    [[nodiscard]] Result<Verdict> judge(std::string_view recordXml, std::string_view finalisedAt) const;

private:
    forms::FormPointer m_form; ///< with the rules as fields
    std::string m_timeZone;
    std::string m_groupPath;
    std::vector<std::string> m_rulePaths;
};

} // namespace peil::records
