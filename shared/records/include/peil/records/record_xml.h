// SPDX-License-Identifier: Apache-2.0
#pragma once

// A record as the tablet sealed it: the form's instance in XML, without the questions that were not asked.

#include "peil/base/result.h"
#include "peil/forms/definition.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace peil::records {

/// Paths that many records share. Must outlive the records that name them; may be moved.
class PathPool {
public:
    [[nodiscard]] const std::string* add(std::string_view path);

private:
    std::set<std::string, std::less<>> m_paths; ///< whose nodes stay where they are
};

struct RecordAnswer {
    std::string value;
    std::string reason; ///< "", "dont_know", "refused", "skipped"
};

/// Immutable once parsed.
class RecordXml {
public:
    /// One instance of a repeat, or the whole record (its path is then the root's). Paths have no positions.
    struct Part {
        const std::string* path = nullptr;
        std::size_t parent = 0;                                                ///< index of the part around it
        std::size_t position = 1;                                              ///< among its siblings
        std::vector<std::pair<const std::string*, RecordAnswer>> answers = {}; ///< by path
        /// Null when it was not asked here.
        [[nodiscard]] const RecordAnswer* find(std::string_view answerPath) const;
    };

    /// @param repeats  repeatsOf() the form. @return BadRecord when it is not XML, or is nested deeper than a form can
    /// be.
    [[nodiscard]] static Result<RecordXml> parse(std::string_view xml, const std::vector<std::string>& repeats,
                                                 PathPool& paths);
    /// The answer whose path ends in `name`: outside repeats, else in their last instance; null if it was not asked.
    [[nodiscard]] const RecordAnswer* byName(std::string_view name) const;
    /// The record itself first, then the instances of repeats in document order.
    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }

private:
    std::vector<Part> m_parts;
};

/// Paths of the form's repeats that hold questions, without positions.
[[nodiscard]] std::vector<std::string> repeatsOf(const forms::FormDefinition& form);

} // namespace peil::records
