// SPDX-License-Identifier: Apache-2.0
#include "services/ledger.h"

#include <algorithm>
#include <map>

namespace peil::server::services {

namespace {

/// Notes the numbers from `next` to before `end` as missing. One far ahead must not cost a million steps.
void skip(LedgerRow& row, std::int64_t next, std::int64_t end) {
    row.missingCount += std::max<std::int64_t>(end - next, 0);
    for (; next < end && row.missing.size() < kMaxMissing; ++next)
        row.missing.push_back(next);
}

/// Counts one tablet's numbers, which come in order.
void count(LedgerRow& row, const repository::SequenceRow& seen) {
    // A withdrawn interview has arrived; that its content is gone is no loss on the way.
    ++(seen.status == repository::EnvelopeStatus::Quarantined ? row.quarantined : row.received);
    skip(row, row.finalised + 1, seen.sequence);
    row.finalised = seen.sequence;
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
            rows.push_back({device, static_cast<int>(rows.size()) + 1, 0, 0, 0, {}, 0});
        }
        for (const auto& seen : sequences)
            if (const auto found = at.find(seen.device); found != at.end()) count(rows[found->second], seen);
        for (auto& row : rows) {
            skip(row, row.finalised + 1, row.device.finalised + 1);
            row.finalised = std::max(row.finalised, row.device.finalised);
        }
        return {};
    }));
    return rows;
}

} // namespace peil::server::services
