// SPDX-License-Identifier: Apache-2.0
#pragma once

// A record as the tablet sealed it: the form's instance in XML, without the questions that were not asked.

#include "peil/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peil::records {

struct RecordAnswer {
    std::string value;
    std::string reason; ///< "", "dont_know", "refused", "skipped"
};

/// Immutable once parsed.
class RecordXml {
public:
    /// One instance of a repeat, or the whole record (its path is then the root's).
    struct Part {
        std::string path;                                         ///< without positions
        std::size_t parent = 0;                                   ///< index of the part around it
        std::size_t position = 1;                                 ///< among its siblings
        std::map<std::string, RecordAnswer, std::less<>> answers; ///< by path without positions
    };

    /// @param repeats  paths of the form's repeats, without positions. @return BadRecord when it is not XML, or is
    /// nested deeper than a form can be.
    [[nodiscard]] static Result<RecordXml> parse(std::string_view xml, const std::vector<std::string>& repeats = {});
    /// The first answer whose path ends in `name`; nothing when it was not asked.
    [[nodiscard]] std::optional<RecordAnswer> byName(std::string_view name) const;
    /// The record itself first, then the instances of repeats in document order.
    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }

private:
    std::vector<Part> m_parts;
};

} // namespace peil::records
