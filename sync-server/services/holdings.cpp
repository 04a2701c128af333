// SPDX-License-Identifier: Apache-2.0
#include "services/holdings.h"

#include "services/error.h"
#include "services/intake.h"

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

/// Whether bytes that use up no number would do so if their tablet sent them again: the signature or the keys beside
/// them were another tablet's. Of a withdrawn interview the server cannot tell, and would keep only the number.
bool mayBeProven(const repository::EnvelopeRow& row, const protocol::KnownDevice& device) {
    if (row.status == EnvelopeStatus::Withdrawn) return true;
    protocol::BatchItem item{row.keys.interview, row.keys.revision, row.keys.sequence, row.bytes, row.kind};
    if (const auto envelope = protocol::Envelope::parse(row.bytes)) {
        item.interview = envelope->header().interview;
        item.revision = envelope->header().revision;
    }
    const auto judged = protocol::judgeItem(item, device, {});
    return !judged.reason || protocol::holdsNumber(*judged.reason);
}

} // namespace

Result<protocol::Held> heldOf(repository::Records& records, const DeviceId& device) {
    PEIL_TRY(const auto row, records.device(device));
    if (!row) return fail(ServiceErrc::DeviceUnknown);
    PEIL_TRY(auto numbers, records.usedNumbers(device));
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
    PEIL_TRY(const auto row, records.device(device));
    if (!row) return fail(ServiceErrc::DeviceUnknown);
    PEIL_TRY(const auto known, knownDevice(records, *row));
    PEIL_TRY(const auto numbers, records.usedNumbers(device));
    const std::set<std::int64_t> used(numbers.begin(), numbers.end());
    protocol::Lacking answer;
    for (const auto& item : kept.items) {
        if (!used.contains(item.sequence)) {
            PEIL_TRY(const auto here, records.unproven(device, item.sequence, item.hash));
            if (!here || mayBeProven(*here, known)) answer.sequences.push_back(item.sequence);
            continue;
        }
        PEIL_TRY(const bool taken, records.isTaken(device, item.sequence, item.hash));
        if (taken) answer.taken.push_back(item.sequence);
    }
    return answer;
}

} // namespace peil::server::services
