// SPDX-License-Identifier: Apache-2.0
#pragma once

// The values of a release before they are made coarser: of the allow list, with numbers instead of city and site; and
// what refuses columns that nearly everyone fills in otherwise.

#include "peil/dataset/release_policy.h"
#include "peil/export/released_tables.h"

namespace peil::dataset {

/// @param tables  the main one first. @return as exports::onlyColumns(), BadInput.
[[nodiscard]] Result<std::deque<exports::MemoryTable>> releasedValues(Sources tables, const study::Study& study,
                                                                      Rng& rng, const exports::Progress& progress);

/// A column that is neither a quasi-identifier nor declared harmless must not have enough different values to identify
/// people (mostValues()). @return exports::Unsafe, BadRow, Cancelled, or an error of a source.
[[nodiscard]] Result<> refuseNearUnique(Sources tables, const study::Study& study, const exports::Progress& progress);

/// Rejects strata and sites with fewer than k people, whose numbers could identify them. @return as refuseNearUnique().
[[nodiscard]] Result<> refuseSmallPlaces(exports::TableSource& main, const study::Study& study,
                                         const exports::Progress& progress);

} // namespace peil::dataset
