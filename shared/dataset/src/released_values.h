// SPDX-License-Identifier: Apache-2.0
#pragma once

// The values of a release before they are made coarser: of the allow list, with numbers in place of city and site; and
// what refuses columns that nearly everybody fills in otherwise.

#include "peil/dataset/release_policy.h"
#include "peil/export/released_tables.h"

namespace peil::dataset {

/// @param tables  the main one first. @return as exports::onlyColumns(), BadInput.
[[nodiscard]] Result<std::deque<exports::MemoryTable>> releasedValues(Sources tables, const study::Study& study,
                                                                      Rng& rng, const exports::Progress& progress);

/// A column that is neither quasi-identifier nor declared harmless may not have so many values that they tell people
/// apart (mostValues()). @return exports::Unsafe, BadRow, Cancelled, or an error of a source.
[[nodiscard]] Result<> refuseNearUnique(Sources tables, const study::Study& study, const exports::Progress& progress);

/// Fewer than k people of one stratum or site could be told by their number. @return as refuseNearUnique().
[[nodiscard]] Result<> refuseSmallPlaces(exports::TableSource& main, const study::Study& study,
                                         const exports::Progress& progress);

} // namespace peil::dataset
