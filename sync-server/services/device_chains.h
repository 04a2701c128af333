// SPDX-License-Identifier: Apache-2.0
#pragma once

// The audit's view of what tablets signed: each item by itself, and the chain in which it names the one before. A part
// of audit_proof.h, which reads the rows and gives them in the order received.

#include "peil/protocol/item_judge.h"
#include "repository/repository.h"

#include <map>
#include <set>

namespace peil::server::services {

/// Whether the signed receipt of `row` says "received", also when its bytes were erased since.
enum class Standing : std::uint8_t { Received, SetAside };

class DeviceChains {
public:
    DeviceChains(const std::vector<repository::DeviceRow>& devices, const std::vector<repository::AuditRow>& acts);

    /// Checks the item's own signature and keeps its link. @return what is wrong with it, as the end of a sentence that
    /// begins with its name.
    [[nodiscard]] std::optional<std::string> add(const repository::EnvelopeRow& row, Standing standing);
    /// After all: the first item, by number received, that names another one before it than what is here. One whose
    /// number before is not here as received is not judged, nor is a pair that a person took in all the same.
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
