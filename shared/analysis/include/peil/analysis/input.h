// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an estimate is made from: interviews under their design, registers, and what the checks need to know of them.

#include "peil/analysis/declared_study.h"
#include "peil/analysis/register.h"
#include "peil/analysis/rows.h"
#include "peil/analysis/weights.h"

namespace peil::analysis {

struct InputFile {
    std::string option, name, sha256; ///< name without its folder
    std::size_t rows = 0;
    std::string notice = {}; ///< how it was read, when the user should know (CsvTable::encodingNotice())
};

/// A second register, and who of the interviewed is in it.
struct OtherRegister {
    std::string column;
    std::vector<double> indicator;
    Register counts; ///< of the same area as the first register
};

struct EstimateInput {
    explicit EstimateInput(WeightedDesign weighted)
        : design(std::move(weighted.design))
        , weights(std::move(weighted.notes)) {}

    estimation::Design design;
    WeightNotes weights;
    estimation::Factor group;
    std::vector<double> inCare;
    std::string traitColumn;                  ///< the name of `trait`
    std::optional<std::vector<double>> trait; ///< absent when the table has no such column
    std::optional<estimation::Factor> city, site, siteType, code;
    std::optional<std::vector<double>> week;
    std::string firstDate, lastDate;          ///< ISO days; empty without a column of dates
    std::vector<std::string> groups;          ///< to estimate, in the order of the interviews
    Register counts;                          ///< the counts of these groups
    std::optional<estimation::Domain> inArea; ///< interviews of the city that the register is about, when it is one
    RowAccount rows;                          ///< of the interviews: used, or not and why
    std::vector<OtherRegister> others;
    std::optional<DeclaredStudy> declared; ///< whose definitions are printed
    std::vector<InputFile> files;
    std::vector<std::string> absentColumns; ///< usual ones that would have added a check or a part of the report

    /// Interviews of a group that the estimate is about.
    [[nodiscard]] estimation::Domain domainOf(const std::string& name) const;
    /// Cities of the interviews; empty without a column of cities.
    [[nodiscard]] std::vector<std::string> cities() const;
};

[[nodiscard]] InputFile inputFileOf(const std::string& option, const NamedTable& source);

/// @return a file or CSV error, CsvMissingColumn, BadInput with line and column, or as designOf, readRegister and
/// chooseRegister.
[[nodiscard]] Result<EstimateInput> readEstimateInput(const AnalysisOptions& options);

} // namespace peil::analysis
