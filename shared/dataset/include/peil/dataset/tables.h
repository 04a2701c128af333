// SPDX-License-Identifier: Apache-2.0
#pragma once

// Records and a form as the tables that shared/export writes: a main table and one for each repeat.

#include "peil/dataset/layout.h"
#include "peil/records/judge.h"

#include <deque>

namespace peil::dataset {

/// Owns its tables; `dataset` borrows them.
struct ExportTables {
    std::deque<exports::MemoryTable> tables;
    std::deque<exports::MemoryTable> released; ///< replace the tables once a release was made
    exports::Dataset dataset;
    std::vector<std::string> differences; ///< between versions of the form, as remarks
    std::vector<std::string> remarks;     ///< types that the data do not fit, one sentence without a full stop each
};

/// An interview that was broken off has the reason BrokenOff for every question after the last one that was answered.
/// @return BadInput for a question that means something else in another version of the form; BadRow.
[[nodiscard]] Result<std::unique_ptr<ExportTables>> makeTables(const ExportSubject& subject,
                                                               const std::vector<records::CleanRecord>& records);

} // namespace peil::dataset
