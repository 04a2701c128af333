// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an estimate is made from: interviews under their design, registers, and what the checks need to know of them.

#include "declared_study.h"
#include "estimate_weights.h"

#include <map>
#include <set>

namespace peil::cli {

struct InputFile {
    std::string option, name, sha256; ///< name without its folder
    std::size_t rows = 0;
};

/// A second register, and who of the interviewed is in it.
struct OtherRegister {
    std::string column;
    std::vector<double> indicator;
    std::map<std::string, double> counts; ///< people by group
};

struct EstimateInput {
    explicit EstimateInput(WeightedDesign weighted)
        : design(std::move(weighted.design))
        , weights(std::move(weighted.notes)) {}

    estimation::Design design;
    WeightNotes weights;
    estimation::Factor group;
    std::vector<double> inCare;
    std::optional<std::vector<double>> trait; ///< absent when the table has no such column
    std::optional<estimation::Factor> city, site, siteType, code;
    std::optional<std::vector<double>> week;
    std::string firstDate, lastDate;                                     ///< ISO days; empty without a column of dates
    std::map<std::string, double> register_;                             ///< people by group
    std::map<std::string, std::map<std::string, double>> registerByArea; ///< group, area
    std::set<std::string> registerYears;
    std::vector<OtherRegister> others;
    std::optional<DeclaredStudy> declared; ///< whose definitions are printed
    std::vector<InputFile> files;
    std::vector<std::string> absentColumns; ///< that would have added a check or a part of the report
};

[[nodiscard]] InputFile inputFileOf(const std::string& option, const NamedTable& source);

/// @return a file or CSV error, CsvMissingColumn, BadInput with line and column, or as designOf.
[[nodiscard]] Result<EstimateInput> readEstimateInput(const AnalysisOptions& options);

} // namespace peil::cli
