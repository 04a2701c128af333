// SPDX-License-Identifier: Apache-2.0
#pragma once

// Items finalised, received, in quarantine and why, missing: by tablet, for anyone who may look. Every one that is here
// is counted, also a second one under the same number.

#include "repository/repository.h"

#include <map>
#include <vector>

namespace peil::server::services {

struct LedgerRow {
    repository::DeviceRow device;
    int number = 0;             ///< of the tablet, in order of enrolment, from 1
    std::int64_t finalised = 0; ///< what the tablet said at its last contact, and at least the highest number seen
    std::int64_t received = 0;
    std::map<std::string, std::int64_t> receivedBy; ///< by kind, protocol::idOf(ItemKind); their sum
    std::int64_t quarantined = 0;
    std::map<std::string, std::int64_t> quarantinedBy; ///< by reason, protocol::idOf(Quarantine); their sum
    std::vector<std::int64_t> missing; ///< sequence numbers up to `finalised` (CONTRACT.md, P6); the first kMaxMissing
    std::int64_t missingCount = 0;
    repository::DeviceDay today; ///< what it sent on this day, UTC
};

inline constexpr std::size_t kMaxMissing = 100;

[[nodiscard]] Result<std::vector<LedgerRow>> readLedger(repository::Repository& repository, TimePoint now);

} // namespace peil::server::services
