// SPDX-License-Identifier: Apache-2.0
#include "services/checkpoints.h"

#include "services/error.h"

#include <memory>

namespace peil::server::services {

using protocol::Witness;
using repository::Records;

namespace {

protocol::merkle::ReadNode nodesOf(Records& records) {
    return [&records](int level, std::int64_t index) { return records.logNode(level, index); };
}

Result<> sign(Records& records, const crypto::SigningKeyPair& key, const Clock& clock) {
    PEIL_TRY(const auto size, records.logSize());
    PEIL_TRY(const auto epoch, records.epoch());
    PEIL_TRY(const auto newest, records.checkpoint());
    if (newest && newest->size == size && newest->epoch == epoch) return {};
    PEIL_TRY(const auto root, protocol::merkle::rootOf(size, nodesOf(records)));
    return records.setCheckpoint(
        {epoch, size, protocol::encodeCheckpoint({epoch, size, root, formatUtc(clock.now())}, key)});
}

tl::unexpected<Error> changed(const std::string& what) {
    return fail(ServiceErrc::BadDataFolder,
                what + ": the store was modified outside the server, or is damaged. Keep it unchanged, restore the "
                       "newest good backup, and start once with --restored.");
}

} // namespace

std::function<Result<>(Records&)> checkpointSigner(crypto::SigningKeyPair key, const Clock& clock) {
    const auto shared = std::make_shared<const crypto::SigningKeyPair>(std::move(key)); // a std::function is copied
    return [shared, &clock](Records& records) { return sign(records, *shared, clock); };
}

Result<> checkLog(repository::Repository& repository, const crypto::PublicKey& key) {
    return repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(const auto size, records.logSize());
        PEIL_TRY(const auto newest, records.checkpoint());
        if (!newest && size == 0) return {};
        if (!newest) return changed("The log of the store has no signed checkpoint");
        const auto checkpoint = protocol::decodeCheckpoint(newest->bytes, key);
        if (!checkpoint) return changed("The newest checkpoint of the store is not signed by this server");
        if (checkpoint->size != size)
            return changed("The log of the store has " + std::to_string(size) + " entries, but its newest checkpoint " +
                           std::to_string(checkpoint->size));
        const auto root = protocol::merkle::rootOf(size, nodesOf(records));
        if (!root || *root != checkpoint->root)
            return changed("The log of the store does not match its newest checkpoint");
        return {};
    });
}

Result<Comparison> compareWith(Records& records, const std::optional<protocol::Checkpoint>& theirs) {
    Comparison comparison;
    PEIL_TRY(const auto newest, records.checkpoint());
    if (!newest) return comparison;
    comparison.newest = newest->bytes;
    if (!theirs) return comparison;
    if (theirs->epoch != newest->epoch) {
        comparison.verdict = Witness::PutBack;
        return comparison;
    }
    comparison.verdict = Witness::Contradicts;
    if (theirs->size > newest->size) return comparison;
    PEIL_TRY(const auto root, protocol::merkle::rootOf(theirs->size, nodesOf(records)));
    if (root != theirs->root) return comparison;
    comparison.verdict = Witness::Follows;
    PEIL_TRY(comparison.consistency, protocol::merkle::consistencyProof(theirs->size, newest->size, nodesOf(records)));
    return comparison;
}

} // namespace peil::server::services
