// SPDX-License-Identifier: Apache-2.0
#pragma once

// Collects the remarks about one form, so that a designer sees all of them at once.

#include "peil/xlsform/compile.h"

namespace peil::xlsform {

class Reporter {
public:
    void error(std::string_view id, Place place, std::string message, std::string_view cure = {});
    void warning(std::string_view id, Place place, std::string message, std::string_view cure = {});
    /// One of the form engine, whose place is a cell now.
    void add(Diagnostic remark);
    [[nodiscard]] bool hasErrors() const { return m_errors > 0; }
    /// False when so much is wrong that "did you mean" for one more cell helps no one.
    [[nodiscard]] bool wantsHints() const { return m_items.size() < kMaxHints; }
    /// didYouMean() for a word that may occur very often in a file: `candidates()` is called only while hints are
    /// useful.
    template <class Candidates>
    [[nodiscard]] std::string hint(std::string_view word, Candidates&& candidates) const;
    /// All remarks, by sheet (survey, choices, settings, others), row and column; equal ones once.
    [[nodiscard]] std::vector<Diagnostic> take();

private:
    static constexpr std::size_t kMaxHints = 50;
    static constexpr std::size_t kMaxItems = 1000;
    std::vector<Diagnostic> m_items;
    std::size_t m_errors = 0;
};

/// " Did you mean "x"?" with a space before it, or nothing when no candidate is near, or when there are too many.
[[nodiscard]] std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates);
/// `source` is what the sentence calls the workbook. Sheets that begin with _ are the designer's own: no candidates.
[[nodiscard]] std::string sayNoSurvey(std::string_view source, std::vector<std::string> otherSheets);

template <class Candidates>
std::string Reporter::hint(std::string_view word, Candidates&& candidates) const {
    return wantsHints() ? didYouMean(word, candidates()) : std::string();
}

} // namespace peil::xlsform
