// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words of a report in English and Dutch, and its numbers as each language writes them. Dutch terms are those of
// the Dutch estimates (method note, 12.2).

#include "estimate_result.h"
#include "peil/base/markup.h"
#include "peil/estimation/sensitivity.h"
#include "report_input.h"

namespace peil::cli {

/// Says a thing in the language of the report. {0}, {1}, … stand for the arguments.
class Say {
public:
    explicit Say(ReportLanguage language)
        : m_language(language) {}

    [[nodiscard]] std::string operator()(std::string_view english, std::string_view dutch,
                                         const std::vector<std::string>& arguments = {}) const;
    /// "13,300" or "13.300", rounded to `unit`; "unbounded" for nothing.
    [[nodiscard]] std::string people(std::optional<double> value, double unit = 1) const;
    /// "12,438 to 14,333"
    [[nodiscard]] std::string range(double lower, std::optional<double> upper) const;
    /// "61.1%" or "61,1%"
    [[nodiscard]] std::string percent(double share, int decimals = 1) const;
    [[nodiscard]] std::string decimal(double value, int decimals) const;
    [[nodiscard]] std::string_view tag() const { return m_language == ReportLanguage::Dutch ? "nl" : "en"; }
    [[nodiscard]] ReportLanguage language() const { return m_language; }

private:
    ReportLanguage m_language;
};

/// A code of the data as people read it: the label it was given, else underscores become spaces.
[[nodiscard]] std::string labelOf(const ReportOptions& options, const std::string& code);
/// E.g. "Logit, with the design".
[[nodiscard]] std::string methodWords(const Say& say, const MethodInterval& method);
[[nodiscard]] std::string designInWords(const Say& say, const EstimateColumns& columns, const WeightNotes& weights);
[[nodiscard]] std::string factorWords(const Say& say, estimation::BiasFactor factor);
/// What the factor is, and which way it moves the size.
[[nodiscard]] std::string factorMeaning(const Say& say, estimation::BiasFactor factor);
[[nodiscard]] std::string warningWords(const Say& say, estimation::WarningKind kind);

struct Term {
    std::string word, meaning;
};
[[nodiscard]] std::vector<Term> glossary(const Say& say);
[[nodiscard]] std::vector<Term> assumptions(const Say& say);

} // namespace peil::cli
