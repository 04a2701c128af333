// SPDX-License-Identifier: Apache-2.0
#pragma once

// The study's disclosure policy put to the tables of an export, and what came of it beside the data.

#include "peil/dataset/known_release.h"
#include "peil/dataset/settings.h"
#include "peil/dataset/tables.h"
#include "peil/export/export_folder.h"
#include "peil/export/r_script.h"

#include <boost/json/object.hpp>

namespace peil::dataset {

/// The result of a release, and how it was checked.
struct ReleaseOutcome {
    boost::json::object summary;        ///< for manifest.json and the audit chain: no value of a column is in it
    std::vector<std::string> sentences; ///< for the terminal
    std::size_t rungs = 0;
    std::string policy = {}; ///< fingerprintOf() the plan of a release
};

/// Inputs of a release besides the interviews.
struct ReleaseInput {
    const ExportSubject& subject; ///< with a study
    exports::OnUnsafe onUnsafe;
    const std::vector<KnownRelease>& known;              ///< that others may hold
    const std::vector<exports::EarlierRelease>& earlier; ///< the same beside these interviews
    Rng& rng;                                            ///< for row ids and place numbers
};

/// Selects the releasable columns of the study, checks them for disclosure risk, coarsens and suppresses answers
/// according to the policy, gives the rows new ids and replaces `tables` by the result. Writes disclosure.json,
/// disclosure.en.txt and disclosure.nl.txt.
/// @return exports::Unsafe, BadInput for a policy that may not be released so, Cancelled, or an error of the disk.
[[nodiscard]] Result<ReleaseOutcome> makeRelease(ExportTables& tables, const ReleaseInput& input,
                                                 exports::ExportFolder& folder, const exports::Progress& progress);

/// For the researchers' own use: leaves the tables unchanged and writes a report on what they would disclose.
/// @return as makeRelease().
[[nodiscard]] Result<ReleaseOutcome> reportOnly(ExportTables& tables, const study::Study& study,
                                                exports::ExportFolder& folder, const exports::Progress& progress);

/// Writes one table of counts for each that the policy declares; counts below k are hidden with their complements, and
/// so are those that grew by less than k since an earlier release.
/// @return exports::Unsafe, BadInput when the study declares none, or as makeRelease().
[[nodiscard]] Result<ReleaseOutcome> writeCounts(const ExportTables& tables, const ReleaseInput& input,
                                                 exports::ExportFolder& folder, const exports::Progress& progress);

/// The columns of the study's fields, as far as this export has them; in a release, those that replace city and site.
[[nodiscard]] exports::SurveyDesign designOf(const exports::Table& main, const study::OpenFields& fields,
                                             DataClass dataClass);

} // namespace peil::dataset
