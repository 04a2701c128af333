// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `peil report` reads beside the input of an estimate: published sizes, and how people fell away before analysis.

#include "peil/analysis/input.h"
#include "peil/estimation/sensitivity.h"

namespace peil::report {

enum class ReportLanguage { English, Dutch };
enum class PdfToo { No, Yes };

struct ReportOptions {
    analysis::AnalysisOptions analysis;
    std::filesystem::path published; ///< empty: the columns published_* of the benchmark file, if it has them
    /// Contact logs: columns outcome and count; of several also site and date, and the first that has a place and day
    /// counts.
    std::vector<std::filesystem::path> contacts;
    std::filesystem::path manifest; ///< of the export that the interviews come from; empty = none
    std::filesystem::path out;
    ReportLanguage language = ReportLanguage::English;
    PdfToo pdf = PdfToo::No;
    std::array<estimation::BiasRange, estimation::kBiasFactors> ranges{};
    std::map<std::string, std::string> labels;      ///< of groups and of the trait, by their code
    std::map<std::string, std::string> studyLabels; ///< of groups, as the study names them; `labels` come first
};

/// A size that was printed elsewhere; by which method is not known.
struct PublishedSize {
    double N = 0;
    std::optional<double> lower, upper;
};

/// People or interviews that fell away at one step, by the name that the file gives the reason.
struct FunnelLoss {
    std::string reason;
    double count = 0;
};
/// From approached to exported; each part only when its file was given.
struct Funnel {
    std::vector<FunnelLoss> contacts; ///< outcomes of the contact log, "interviewed" apart
    std::optional<double> approached, interviewed;
    double appointments = 0;          ///< not among those approached
    double countedTwice = 0;          ///< of a later log, left out because an earlier one has them
    double ineligible = 0;            ///< of those approached: found not eligible, or interviewed before
    std::vector<FunnelLoss> cleaning; ///< what the export left out
    std::optional<double> received;   ///< envelopes that the export saw
};

struct ReportInput {
    analysis::EstimateInput estimate;
    std::map<std::string, PublishedSize> published; ///< by group, or by the name of a derived size
    Funnel funnel;
};

/// @return as readEstimateInput; BadInput for a published size, a contact log or a manifest that cannot be read.
[[nodiscard]] Result<ReportInput> readReportInput(const ReportOptions& options);

} // namespace peil::report
