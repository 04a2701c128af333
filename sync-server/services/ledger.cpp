// SPDX-License-Identifier: Apache-2.0
#include "services/ledger.h"

#include <map>

namespace peil::server::services {

namespace {

/// Counts one tablet's numbers, which come in order.
void count(LedgerRow& row, std::int64_t& next, const repository::SequenceRow& seen) {
    ++(seen.status == repository::EnvelopeStatus::Received ? row.received : row.quarantined);
    // A sequence number far ahead must not cost a million steps.
    row.missingCount += seen.sequence > next ? seen.sequence - next : 0;
    for (; next < seen.sequence && row.missing.size() < kMaxMissing; ++next)
        row.missing.push_back(next);
    next = seen.sequence + 1;
}

} // namespace

Result<std::vector<LedgerRow>> readLedger(repository::Repository& repository) {
    std::vector<LedgerRow> rows;
    PEIL_CHECK(repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto devices, records.devices());
        PEIL_TRY(const auto sequences, records.sequences());
        std::map<DeviceId, std::size_t> at;
        for (const auto& device : devices) {
            at.emplace(device.id, rows.size());
            rows.push_back({device, static_cast<int>(rows.size()) + 1, 0, 0, {}, 0});
        }
        std::vector<std::int64_t> next(rows.size(), 1);
        for (const auto& seen : sequences)
            if (const auto found = at.find(seen.device); found != at.end())
                count(rows[found->second], next[found->second], seen);
        return {};
    }));
    return rows;
}

} // namespace peil::server::services
