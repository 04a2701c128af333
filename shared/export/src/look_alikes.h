// SPDX-License-Identifier: Apache-2.0
#pragma once

// Groups people by quasi-identifiers. A missing answer could be any answer, so it matches everyone who is otherwise
// alike. Internal.

#include "peil/export/disclosure.h"

namespace peil::exports {

class LookAlikeIndex {
public:
    using Counts = std::map<std::string, std::uint64_t, std::less<>>;
    using Values = std::vector<std::string>; ///< one for each quasi-identifier
    struct Class {
        std::uint64_t rows = 0;
        std::vector<Counts> sensitive; ///< answers to each sensitive column
    };
    /// Everyone who could be meant by some values.
    struct Seen {
        std::uint64_t rows = 0;
        std::uint64_t fewestValues = 0; ///< over the sensitive columns; 0 if there is none
        double farthest = 0;            ///< over the sensitive columns
        [[nodiscard]] bool keeps(const DisclosureRules& rules) const;
    };

    /// Reads the table once. @return BadName for a column that is not there, BadRow, Cancelled, an error of the source.
    [[nodiscard]] static Result<LookAlikeIndex> read(TableSource& source, const DisclosureRules& rules,
                                                     const Progress& progress);
    [[nodiscard]] const std::map<Values, Class>& classes() const { return m_classes; }
    [[nodiscard]] Seen seen(const Values& values) const;
    [[nodiscard]] Values valuesOf(const Row& row) const;
    /// How a quasi-identifier looks without an answer.
    [[nodiscard]] const std::string& open(std::size_t column) const { return m_open[column]; }

private:
    [[nodiscard]] bool couldBe(const Values& one, const Values& other) const;

    const std::vector<Variable>* m_variables = nullptr; ///< of the table, which outlives the index
    std::vector<std::size_t> m_known, m_sensitive;      ///< columns of the table
    std::vector<std::string> m_open;
    std::map<Values, Class> m_classes;
    std::vector<const std::pair<const Values, Class>*> m_withGaps; ///< classes without some answer
    std::vector<Counts> m_overall;
    std::uint64_t m_rows = 0;
};

} // namespace peil::exports
