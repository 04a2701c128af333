// SPDX-License-Identifier: Apache-2.0
#pragma once

// [cleaning], [[rule]] and [disclosure] of study.toml. Internal.

#include "table_reader.h"

namespace peil::study {

/// @return MissingKey, BadValue, Duplicate.
[[nodiscard]] Result<Cleaning> readCleaning(const TableReader& root);
/// @return MissingKey, BadValue, Duplicate.
[[nodiscard]] Result<DisclosurePolicy> readDisclosure(const TableReader& root);

} // namespace peil::study
