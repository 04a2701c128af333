// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sent, received, missing: by tablet, for anyone who may look.

#include "repository/repository.h"

#include <vector>

namespace peil::server::services {

struct LedgerRow {
    repository::DeviceRow device;
    int number = 0;             ///< of the tablet, in order of enrolment, from 1
    std::int64_t finalised = 0; ///< what the tablet said at its last contact, and at least the highest number seen
    std::int64_t received = 0;
    std::int64_t quarantined = 0;
    std::vector<std::int64_t> missing; ///< sequence numbers up to `finalised` (contract P6); the first kMaxMissing
    std::int64_t missingCount = 0;
};

inline constexpr std::size_t kMaxMissing = 100;

[[nodiscard]] Result<std::vector<LedgerRow>> readLedger(repository::Repository& repository);

} // namespace peil::server::services
