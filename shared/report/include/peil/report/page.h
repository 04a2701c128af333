// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two files of a report: a self-contained page, and the unrounded numbers. The same input gives the same bytes: no
// clock, no locale, no local paths.

#include "peil/report/report.h"
#include "peil/report/words.h"

namespace peil::report {

struct ReportView {
    const ReportOptions& options;
    const ReportInput& input;
    const Report& report;
    Say say;
    std::string_view version; ///< of peil
    std::string_view command; ///< that gives this report again
};

[[nodiscard]] std::string reportHtml(const ReportView& view);
[[nodiscard]] std::string reportJson(const ReportView& view);

// Sections of the page, each a <section>, or empty if there is nothing to show.
[[nodiscard]] std::string headlineSection(const ReportView& view);
[[nodiscard]] std::string registerSection(const ReportView& view);
[[nodiscard]] std::string definitionSection(const ReportView& view);
[[nodiscard]] std::string publishedSection(const ReportView& view);
[[nodiscard]] std::string methodsSection(const ReportView& view);
[[nodiscard]] std::string registersSection(const ReportView& view);
[[nodiscard]] std::string derivedSection(const ReportView& view);
[[nodiscard]] std::string citiesSection(const ReportView& view);
[[nodiscard]] std::string warningsSection(const ReportView& view);
[[nodiscard]] std::string sensitivitySection(const ReportView& view);
[[nodiscard]] std::string weeksSection(const ReportView& view);
[[nodiscard]] std::string influenceSection(const ReportView& view);
[[nodiscard]] std::string funnelSection(const ReportView& view);
[[nodiscard]] std::string assumptionsSection(const ReportView& view);
[[nodiscard]] std::string provenanceSection(const ReportView& view);

/// Headers of a column with x of n and of one with p: in a weighted report they say which is which.
[[nodiscard]] std::string countHeader(const ReportView& view);
[[nodiscard]] std::string proportionHeader(const ReportView& view);

/// "LADIS, Netherlands, 2023"; missing facts are marked as not stated.
[[nodiscard]] std::string describe(const Say& say, const analysis::RegisterFacts& facts);
/// First column names the row, the others hold numbers. Cells are escaped here.
[[nodiscard]] std::string htmlTable(const std::string& caption, const std::vector<std::string>& header,
                                    const std::vector<std::vector<std::string>>& rows);
[[nodiscard]] std::string htmlSection(const std::string& id, const std::string& title, const std::string& content);
[[nodiscard]] std::string paragraph(const std::string& text);
/// A plot above the table with its numbers.
[[nodiscard]] std::string figure(const std::string& heading, const std::string& plot, const std::string& table);

} // namespace peil::report
