// SPDX-License-Identifier: Apache-2.0
#pragma once

// The study's disclosure policy put to the tables of an export, and what came of it beside the data.

#include "export_dataset.h"
#include "export_options.h"
#include "peil/export/export_folder.h"
#include "peil/study/study.h"

#include <boost/json/object.hpp>

namespace peil::cli {

/// What left the house, and how it was checked.
struct ReleaseOutcome {
    boost::json::object summary; ///< for manifest.json and the audit chain: no value of a column is in it
    std::string sentence;        ///< for the terminal
};

/// Checks what the tables tell of each person, replaces them by coarser ones in `tables` when the policy asks for that,
/// and writes disclosure.json, disclosure.en.txt and disclosure.nl.txt. A study without a policy is released unchecked,
/// and that is said.
/// @return exports::Unsafe, BadInput for questions that the form does not have or an earlier release that cannot be
/// read, Cancelled, or an error of the disk.
[[nodiscard]] Result<ReleaseOutcome> protect(ExportTables& tables, const study::Study& study,
                                             const ExportOptions& options, exports::ExportFolder& folder,
                                             const exports::Progress& progress);

/// Writes one table of counts for each that the policy declares; counts below k are hidden with their complements.
/// @return BadInput when the study declares none, or as protect().
[[nodiscard]] Result<ReleaseOutcome> writeCounts(const ExportTables& tables, const study::Study& study,
                                                 exports::ExportFolder& folder, const exports::Progress& progress);

} // namespace peil::cli
