// SPDX-License-Identifier: Apache-2.0
#pragma once

// Verification of tablet signatures: each item, and the chain of items. Part of audit_proof.h, which passes the rows in
// the order received.

#include "peil/protocol/item_judge.h"
#include "repository/repository.h"

#include <map>
#include <set>

namespace peil::server::services {

/// Whether the signed receipt of `row` says "received", also when its bytes were erased since.
enum class Standing : std::uint8_t { Received, Quarantined };

class DeviceChains {
public:
    DeviceChains(const std::vector<repository::DeviceRow>& devices, const std::vector<repository::AuditRow>& acts);

    /// Checks the item's signature and stores its link. @return the error, as the end of a sentence that starts with
    /// its name.
    [[nodiscard]] std::optional<std::string> add(const repository::EnvelopeRow& row, Standing standing);
    /// After all rows: the first item, by row number, whose previous item differs from the stored one. Items whose
    /// previous number was not received are skipped, and so are pairs that a person accepted.
    /// @return its number, and the end of a sentence.
    [[nodiscard]] std::optional<std::pair<std::int64_t, std::string>> brokenLink() const;

private:
    struct Link {
        std::int64_t number = 0;
        crypto::Digest hash{};
        std::optional<crypto::Digest> previous;
        Standing standing = Standing::Received;
    };
    using Key = std::pair<DeviceId, std::int64_t>; ///< tablet and its number
    [[nodiscard]] bool follows(const Key& key, const Link& link) const;

    std::map<DeviceId, crypto::PublicKey> m_keys;
    std::set<std::string> m_takenIn; ///< hashes, hexadecimal, of what a person took in whatever was wrong with it
    std::multimap<Key, Link> m_links;
};

} // namespace peil::server::services
