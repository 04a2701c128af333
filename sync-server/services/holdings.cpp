// SPDX-License-Identifier: Apache-2.0
#include "services/holdings.h"

#include "services/error.h"

#include <algorithm>
#include <set>

namespace peil::server::services {

using repository::EnvelopeStatus;
using repository::Records;

namespace {

/// Derived from the rows each time: one look into their index, and no second place that could say something else.
/// Of a number that was used twice the one that was received counts. Where that is not one alone the tablet knows
/// better which of them it chains on to, so there is none.
Result<std::optional<protocol::SealedItem>> headOf(Records& records, const DeviceId& device) {
    PEIL_TRY(const auto highest, records.highestSequence(device));
    PEIL_TRY(const auto rows, records.heldUnder(device, highest));
    std::set<crypto::Digest> received, all;
    for (const auto& row : rows) {
        all.insert(row.hash);
        if (row.status != EnvelopeStatus::Quarantined) received.insert(row.hash);
    }
    const auto& heads = received.empty() ? all : received;
    if (heads.size() != 1 || highest > protocol::kMaxSequence) return std::optional<protocol::SealedItem>{};
    return std::optional(protocol::SealedItem{highest, *heads.begin()});
}

} // namespace

Result<protocol::Held> heldOf(repository::Records& records, const DeviceId& device) {
    PEIL_TRY(const auto row, records.device(device));
    if (!row) return fail(ServiceErrc::DeviceUnknown);
    PEIL_TRY(auto numbers, records.sequencesOf(device));
    protocol::Held held;
    // A number that no tablet can reach is an error of its sender and is ignored.
    std::erase_if(numbers, [](auto number) { return number > protocol::kMaxSequence; });
    held.highest = std::min(row->finalised, protocol::kMaxSequence);
    if (!numbers.empty()) held.highest = std::max(held.highest, numbers.back());
    numbers.push_back(held.highest + 1);
    PEIL_TRY(held.head, headOf(records, device));
    std::int64_t next = 1;
    for (const auto number : numbers) {
        if (number > next && held.gaps.size() < protocol::kMaxGaps) held.gaps.push_back({next, number - 1});
        next = number + 1;
    }
    return held;
}

Result<protocol::Lacking> lackingOf(repository::Records& records, const DeviceId& device,
                                    const protocol::Reconcile& kept) {
    PEIL_TRY(const auto numbers, records.sequencesOf(device));
    const std::set<std::int64_t> used(numbers.begin(), numbers.end());
    protocol::Lacking answer;
    for (const auto& item : kept.items) {
        if (!used.contains(item.sequence)) {
            answer.sequences.push_back(item.sequence);
            continue;
        }
        PEIL_TRY(const bool taken, records.isTaken(device, item.sequence, item.hash));
        if (taken) answer.taken.push_back(item.sequence);
    }
    return answer;
}

} // namespace peil::server::services
