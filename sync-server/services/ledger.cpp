// SPDX-License-Identifier: Apache-2.0
#include "services/ledger.h"

#include "services/intake.h"

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

/// Goes through a tablet's numbers, which come in order.
void findGaps(LedgerRow& row, const std::vector<std::int64_t>& numbers) {
    for (const auto number : numbers) {
        skip(row, row.finalised + 1, number);
        row.finalised = number;
    }
    skip(row, row.finalised + 1, row.device.finalised + 1);
    row.finalised = std::max(row.finalised, row.device.finalised);
}

void add(LedgerRow& row, const repository::TallyRow& tally) {
    if (tally.status == repository::EnvelopeStatus::Quarantined) {
        row.quarantined += tally.count;
        row.quarantinedBy[tally.quarantineReason] += tally.count;
    } else {
        // A withdrawn interview was received; its deleted content does not count as missing.
        row.received += tally.count;
        row.receivedBy[tally.kind] += tally.count;
    }
}

} // namespace

Result<std::vector<LedgerRow>> readLedger(repository::Repository& repository, TimePoint now) {
    std::vector<LedgerRow> rows;
    PEIL_CHECK(repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto devices, records.devices());
        std::map<DeviceId, std::size_t> at;
        for (const auto& device : devices) {
            at.emplace(device.id, rows.size());
            LedgerRow row;
            row.device = device;
            row.number = static_cast<int>(rows.size()) + 1;
            PEIL_TRY(const auto numbers, records.usedNumbers(device.id));
            findGaps(row, numbers);
            PEIL_TRY(row.today, records.dayOf(device.id, dayOf(now)));
            rows.push_back(std::move(row));
        }
        PEIL_TRY(const auto tallies, records.tallies());
        for (const auto& tally : tallies)
            if (const auto found = at.find(tally.device); found != at.end()) add(rows[found->second], tally);
        return {};
    }));
    return rows;
}

} // namespace peil::server::services
