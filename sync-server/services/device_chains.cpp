// SPDX-License-Identifier: Apache-2.0
#include "services/device_chains.h"

#include "peil/records/json_value.h"
#include "services/acts_say.h"

#include <algorithm>
#include <ranges>

namespace peil::server::services {

using protocol::Quarantine;
using repository::EnvelopeRow;

DeviceChains::DeviceChains(const std::vector<repository::DeviceRow>& devices,
                           const std::vector<repository::AuditRow>& acts) {
    for (const auto& device : devices)
        m_keys.emplace(device.id, device.publicKey);
    for (const auto& act : acts)
        if (act.what == "quarantine_accept") m_takenIn.insert(records::textOf(detailOf(act), "hash"));
}

std::optional<std::string> DeviceChains::add(const EnvelopeRow& row, Standing standing) {
    m_links.emplace(Key{row.keys.device, row.keys.sequence}, Link{row.number, row.hash, row.previous, standing});
    if (!row.itemSignature) {
        const bool plain = row.kind == protocol::idOf(protocol::ItemKind::Interview) && !row.previous;
        if (plain) return std::nullopt;
        return " has a kind or a previous item that its tablet did not sign.";
    }
    // A quarantined item may be there because of its signature; once it is erased, the reason is gone.
    const auto reason = protocol::quarantineOf(row.quarantineReason);
    if (standing == Standing::Quarantined && (!reason || !protocol::holdsNumber(*reason))) return std::nullopt;
    const protocol::ItemClaim claim{row.keys.device, row.kind, row.keys.interview, row.keys.revision, row.keys.sequence,
                                    row.previous,    row.hash};
    const auto key = m_keys.find(row.keys.device);
    if (key != m_keys.end() && protocol::isSignedBy(claim, *row.itemSignature, key->second)) return std::nullopt;
    return " does not match the signature of its tablet.";
}

bool DeviceChains::follows(const Key& key, const Link& link) const {
    if (!link.previous) return true;
    const auto [first, last] = m_links.equal_range(Key{key.first, key.second - 1});
    const auto before = std::ranges::subrange(first, last) | std::views::values;
    const bool judged = std::ranges::any_of(before, [](const Link& one) { return one.standing == Standing::Received; });
    const bool fits = std::ranges::any_of(before, [&](const Link& one) { return one.hash == *link.previous; });
    const bool allowed = m_takenIn.contains(toHex(link.hash)) || std::ranges::any_of(before, [this](const Link& one) {
                             return m_takenIn.contains(toHex(one.hash));
                         });
    return !judged || fits || allowed;
}

std::optional<std::pair<std::int64_t, std::string>> DeviceChains::brokenLink() const {
    std::optional<std::pair<std::int64_t, std::string>> broken;
    for (const auto& [key, link] : m_links) {
        const bool earlier = !broken || link.number < broken->first;
        if (link.standing != Standing::Received || !earlier || follows(key, link)) continue;
        broken = {link.number, " names a different previous item than number " + std::to_string(key.second - 1) +
                                   " of the tablet " + key.first.text() + ", as stored: one of the two was replaced."};
    }
    return broken;
}

} // namespace peil::server::services
