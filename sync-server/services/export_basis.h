// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an export is based on. The server lists envelopes page by page, and an export takes its time: what was reviewed
// or withdrawn in between must not be in the data as it was before.

#include "repository/repository.h"

#include <boost/json/value.hpp>
#include <set>

namespace peil::server::services {

struct ExportBasis {
    std::int64_t firstAct = 0, lastAct = 0; ///< newest act when the first page was read, and when the last one was
    bool byReview = true;         ///< false: a frozen dataset again, whose interviews were reviewed when it was frozen
    std::set<Bytes> members = {}; ///< the first kMemberBytes of the hash of each exported envelope
};

/// Of the body of POST /admin/exports. @return BadExport where it states none, or one that makes no sense.
[[nodiscard]] Result<ExportBasis> exportBasisIn(const boost::json::value& body);

/// Inside the unit of work that logs the export.
/// @return ExportMeanwhile when since the first page an exported envelope was withdrawn or its interview reviewed, when
/// anything was reviewed or withdrawn between the first and the last page, or when the store was restored meanwhile.
[[nodiscard]] Result<> checkUnchanged(repository::Records& records, const ExportBasis& basis);

} // namespace peil::server::services
