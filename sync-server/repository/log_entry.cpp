// SPDX-License-Identifier: Apache-2.0
#include "repository/log_entry.h"

#include <initializer_list>

namespace peil::server::repository {
namespace {

/// Each part with its length, so that no two rows give the same bytes.
Bytes join(std::string text, std::initializer_list<std::string> parts) {
    for (const auto& part : parts)
        text += "\n" + std::to_string(part.size()) + "\n" + part;
    return toBytes(text);
}

} // namespace

Bytes logEntryOf(const EnvelopeRow& row) {
    const auto revision = std::to_string(row.keys.revision), sequence = std::to_string(row.keys.sequence),
               hash = toHex(row.hash), at = formatUtc(row.receivedAt);
    // Entries of before keep their form, since their checkpoints are signed.
    if (!row.itemSignature)
        return join("peil-item-1", {row.keys.interview.text(), revision, row.keys.device.text(), sequence, hash, at});
    return join("peil-item-2", {row.kind, row.keys.interview.text(), revision, row.keys.device.text(), sequence, hash,
                                row.previous ? toHex(*row.previous) : std::string(), toHex(*row.itemSignature), at});
}

Bytes logEntryOf(const AuditRow& row) {
    return join("peil-act-1", {formatUtc(row.at), row.by, row.what, row.detail});
}

} // namespace peil::server::repository
