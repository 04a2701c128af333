// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `peil report` reads beside the columns of an estimate: places, weeks, published sizes, and checksums.

#include "estimate_analysis.h"
#include "peil/estimation/sensitivity.h"

#include <set>

namespace peil::cli {

enum class ReportLanguage { English, Dutch };

/// Columns that a report uses when the interviews have them.
struct PlaceColumns {
    std::string city, site; ///< empty: that of the strata, else "city"; that of the clusters, else "site"
    std::string week = "week", date = "interview_date", siteType = "site_type", code = "self_code";
};

struct ReportOptions {
    AnalysisOptions analysis;
    PlaceColumns places;
    std::filesystem::path published; ///< empty: the columns published_* of the benchmark file, if it has them
    std::filesystem::path out;
    ReportLanguage language = ReportLanguage::English;
    std::vector<std::string> registerRun; ///< site types that the register's own institutions run
    std::array<estimation::BiasRange, estimation::kBiasFactors> ranges{};
    std::map<std::string, std::string> labels; ///< of groups and of the trait, by their code
};

/// A size that was printed elsewhere; by which method is not known.
struct PublishedSize {
    double N = 0;
    std::optional<double> lower, upper;
};

struct InputFile {
    std::string option, name, sha256; ///< name without its folder
    std::size_t rows = 0;
};

struct ReportInput {
    InterviewColumns rows;
    std::optional<estimation::Factor> city, site, siteType, code;
    std::optional<std::vector<double>> week;
    std::string firstDate, lastDate; ///< ISO days; empty without a column of dates
    std::map<std::string, double> register_;
    std::map<std::string, std::map<std::string, double>> registerByArea; ///< group, area
    std::set<std::string> registerYears;
    std::map<std::string, PublishedSize> published; ///< by group, or by the name of a derived size
    std::vector<InputFile> files;
    std::vector<std::string> absentColumns; ///< that would have added a part to the report
};

/// @return as readInterviews and readRegister; BadInput for a published size that is no number.
[[nodiscard]] Result<ReportInput> readReportInput(const ReportOptions& options);

} // namespace peil::cli
