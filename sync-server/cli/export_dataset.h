// SPDX-License-Identifier: Apache-2.0
#pragma once

// Records and a form as the tables that shared/export writes: a main table and one for each repeat.

#include "export_records.h"
#include "peil/export/dataset.h"
#include "peil/forms/definition.h"

#include <deque>

namespace peil::cli {

/// Owns its tables; `dataset` borrows them.
struct ExportTables {
    std::deque<exports::MemoryTable> tables;
    exports::Dataset dataset;
};

struct ExportSubject {
    const forms::FormDefinition& form;
    std::string_view xform; ///< the same form as text: tells notes from questions
    std::string version, date, title;
};

/// @return BadInput for a record that is not XML, BadRow.
[[nodiscard]] Result<std::unique_ptr<ExportTables>> makeTables(const ExportSubject& subject,
                                                               const std::vector<CleanRecord>& records);

} // namespace peil::cli
