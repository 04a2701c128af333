// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words of a report in English and Dutch, and its numbers as each language writes them. Dutch terms are those of
// the Dutch estimates (METHOD.md, 13).

#include "peil/analysis/result.h"
#include "peil/base/markup.h"
#include "peil/estimation/rounding.h"
#include "peil/estimation/sensitivity.h"
#include "peil/report/input.h"

namespace peil::report {

/// A size as it is in the report, rounded together with its limits.
struct SizeWords {
    std::string N;            ///< "–" if there is none
    std::string lower, upper; ///< "unbounded" if there is none
    std::string range;        ///< "12,400 to 14,300"
};

/// Selects the text in the language of the report. {0}, {1}, … are replaced by the arguments.
class Say {
public:
    explicit Say(ReportLanguage language)
        : m_language(language) {}

    [[nodiscard]] std::string operator()(std::string_view english, std::string_view dutch,
                                         const std::vector<std::string>& arguments = {}) const;
    /// People who were counted: "8,122" or "8.122".
    [[nodiscard]] std::string people(double count) const;
    /// People who were estimated, with their limits; how they are rounded: peil/estimation/rounding.h.
    [[nodiscard]] SizeWords size(std::optional<double> N, std::optional<double> lower,
                                 std::optional<double> upper) const;
    [[nodiscard]] SizeWords size(const estimation::MultiplierEstimate& estimate) const;
    [[nodiscard]] SizeWords size(const estimation::SizeEstimate& estimate) const;
    /// The same without limits.
    [[nodiscard]] std::string size(std::optional<double> N) const;
    /// "61.1%" or "61,1%"
    [[nodiscard]] std::string percent(double share, int decimals = 1) const;
    [[nodiscard]] std::string decimal(double value, int decimals) const;
    [[nodiscard]] std::string_view tag() const { return m_language == ReportLanguage::Dutch ? "nl" : "en"; }
    [[nodiscard]] ReportLanguage language() const { return m_language; }

private:
    [[nodiscard]] estimation::NumberMarks marks() const;

    ReportLanguage m_language;
};

/// A code of the data as people read it: the label it was given, else that of the study, else underscores become
/// spaces.
[[nodiscard]] std::string labelOf(const ReportOptions& options, const std::string& code);
/// "95%" or "99,9%".
[[nodiscard]] std::string levelWords(const Say& say, double level);
/// E.g. "Logit, design-based".
[[nodiscard]] std::string describe(const Say& say, const analysis::MethodInterval& method);
/// As analysis::designText(), and where weights were trimmed.
[[nodiscard]] std::string designWords(const Say& say, const analysis::EstimateColumns& columns,
                                      const analysis::WeightNotes& weights);
[[nodiscard]] std::string describe(const Say& say, estimation::BiasFactor factor);
/// What the factor is, and which way it moves the size.
[[nodiscard]] std::string meaningOf(const Say& say, estimation::BiasFactor factor);
/// Why a method has no interval, as a sentence.
[[nodiscard]] std::string describe(const Say& say, estimation::NoInterval why);
[[nodiscard]] std::string describe(const Say& say, estimation::WarningKind kind);

struct Term {
    std::string word, meaning;
};
/// @param level  of the intervals, such as 0.95
[[nodiscard]] std::vector<Term> glossary(const Say& say, double level);
/// @param error  of the register's count, that the intervals count with
[[nodiscard]] std::vector<Term> assumptions(const Say& say, const analysis::BenchmarkError& error);

} // namespace peil::report
