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
    return join("peil-item-1", {row.keys.interview.text(), std::to_string(row.keys.revision), row.keys.device.text(),
                                std::to_string(row.keys.sequence), toHex(row.hash), formatUtc(row.receivedAt)});
}

Bytes logEntryOf(const AuditRow& row) {
    return join("peil-act-1", {formatUtc(row.at), row.by, row.what, row.detail});
}

} // namespace peil::server::repository
