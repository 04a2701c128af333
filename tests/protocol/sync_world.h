// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two sides of a sync, played by the test.

#include "peil/protocol/sync_machine.h"
#include "peil_test/interview.h"

#include <algorithm>
#include <functional>
#include <map>

namespace sync_test {

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

/// A tablet's queue and a server, both played by the test; the n-th exchange can be made to fail.
struct World {
    peil_test::Tablet tablet;
    crypto::SigningKeyPair server = crypto::makeSigningKeyPair(tablet.rng);
    std::string epoch = "e1";
    std::string packHash;
    bool revoked = false;
    std::map<std::int64_t, BatchItem> kept; ///< all finalised interviews of the tablet
    std::map<std::int64_t, bool> waiting;   ///< sequence -> not receipted yet
    std::map<std::int64_t, Bytes> onServer;
    std::int64_t toldHighest = 0;            ///< highest number that the tablet named to the server
    std::optional<std::int64_t> numberGiven; ///< last one, when it is not the number of interviews kept
    bool tellsHeld = true;                   ///< no: a server of before
    int batchVersion = kBatchVersion;        ///< that the server reads
    std::vector<int> sentVersions;           ///< of the batches that it got
    std::optional<crypto::Digest> otherHead; ///< that it shows in place of the true one
    std::map<std::int64_t, std::optional<crypto::Digest>> named; ///< by number: what items name as the one before
    std::optional<SealedItem> rememberedHead;                    ///< of a tablet that was put back
    std::string storedEpoch = "e1", storedPack;
    int failExchange = -1; ///< which request gets no answer
    enum class Failure : std::uint8_t { BeforeServer, AfterServer, Status500, Garbage } failure = Failure::BeforeServer;
    int exchanges = 0;
    std::optional<Checkpoint> shown; ///< the server's newest checkpoint
    merkle::Proof proof;             ///< from the one that the tablet keeps
    std::function<void()> onBatch;   ///< what else happens on the server with a batch
    Bytes storedCheckpoint;
    std::optional<Witness> verdict;               ///< with the newest manifest
    std::vector<std::optional<Witness>> verdicts; ///< with each
    std::vector<Bytes> newReceipts;               ///< of what left quarantine; all of one turn
    std::int64_t turn = 0, storedTurn = 0;
    std::vector<Receipt> takenIn; ///< stored with a manifest
    std::vector<std::string> trace;
    int storedManifests = 0;
    std::int64_t packVersion = 0, storedVersion = 0;
    bool refusesPack = false; ///< e.g. a full disk
    bool takesPack = true;    ///< no: e.g. a form that this version of the app cannot show

    void finalise(int count) {
        for (int i = 0; i < count; ++i) {
            const auto sequence = static_cast<std::int64_t>(kept.size()) + 1;
            kept.emplace(sequence, tablet.item(sequence));
            waiting[sequence] = true;
        }
    }

    [[nodiscard]] std::int64_t lastNumber() const {
        return numberGiven.value_or(static_cast<std::int64_t>(kept.size()));
    }

    Held held(std::int64_t finalised) {
        toldHighest = std::max(toldHighest, finalised);
        Held result{std::max(toldHighest, onServer.empty() ? 0 : onServer.rbegin()->first), {}};
        if (!onServer.empty())
            result.head = SealedItem{onServer.rbegin()->first, crypto::blake2b(onServer.rbegin()->second)};
        if (otherHead && result.head) result.head->hash = *otherHead;
        for (std::int64_t number = 1; number <= result.highest; ++number)
            if (!onServer.contains(number)) result.gaps.push_back({number, number});
        return result;
    }

    /// What the tablet's store would look like when its folder was put back as it was after `count` interviews.
    void putBack(std::int64_t count) {
        std::erase_if(kept, [count](const auto& entry) { return entry.first > count; });
        std::erase_if(waiting, [count](const auto& entry) { return entry.first > count; });
    }

    Lacking reconcile(const Reconcile& message) {
        Lacking lacking;
        for (const auto& item : message.items) {
            if (!onServer.contains(item.sequence))
                lacking.sequences.push_back(item.sequence);
            else if (crypto::blake2b(onServer.at(item.sequence)) != item.hash)
                lacking.taken.push_back(item.sequence);
        }
        return lacking;
    }

    HttpResponse serve(const SendRequest& request) {
        constexpr std::string_view kManifest = "/v1/manifest?finalised=";
        if (request.path.starts_with(kManifest)) {
            Manifest manifest{epoch, packHash, {}, {}, revoked, "2023-07-03T09:00:00.000Z"};
            manifest.batchVersion = batchVersion;
            if (tellsHeld) manifest.packVersion = packVersion;
            if (tellsHeld) manifest.held = held(std::stoll(request.path.substr(kManifest.size())));
            const auto asksFrom = request.path.find("&receipts=");
            const auto from = asksFrom == std::string::npos ? 0 : std::stoll(request.path.substr(asksFrom + 10));
            manifest.receiptsUpTo = from;
            if (turn > from) manifest.receipts = newReceipts, manifest.receiptsUpTo = turn;
            if (shown) {
                manifest.checkpoint = encodeCheckpoint(*shown, server);
                manifest.consistency = proof;
            }
            return json(encodeManifest(manifest));
        }
        if (request.path == "/v1/reconcile")
            return json(encodeLacking(reconcile(need(decodeReconcile(textOf(request.body))))));
        if (request.path.starts_with("/v1/form/")) return {200, toBytes("the pack"), {}};
        if (onBatch) onBatch();
        BatchReply reply{epoch, {}};
        const auto batch = need(decodeBatch(request.body, tablet.signing.publicKey));
        sentVersions.push_back(batch.version);
        for (const auto& item : batch.items) {
            onServer[item.sequence] = item.envelope;
            named[item.sequence] = item.previous;
            reply.receipts.push_back(encodeReceipt({item.interview,
                                                    item.revision,
                                                    tablet.id,
                                                    item.sequence,
                                                    crypto::blake2b(item.envelope),
                                                    ReceiptStatus::Received,
                                                    epoch,
                                                    {},
                                                    "now"},
                                                   server));
        }
        return json(encodeBatchReply(reply));
    }
    static HttpResponse json(const std::string& text) { return {200, toBytes(text), {}}; }

    SyncEvent exchange(const SendRequest& request) {
        trace.push_back(request.method + " " + request.path.substr(0, request.path.find('&')));
        if (exchanges++ != failExchange) return serve(request);
        switch (failure) {
        case Failure::BeforeServer:
            return NetworkFailed{};
        case Failure::AfterServer:
            (void)serve(request);
            return NetworkFailed{};
        case Failure::Status500:
            return HttpResponse{500, {}, {}};
        case Failure::Garbage:
            return HttpResponse{200, toBytes("<html>hotel wifi</html>"), {}};
        }
        return NetworkFailed{};
    }

    SyncEvent perform(const SyncEffect& effect) {
        if (const auto* request = std::get_if<SendRequest>(&effect)) return exchange(*request);
        if (const auto* load = std::get_if<LoadOutbox>(&effect)) {
            OutboxItems items;
            for (const auto& [sequence, waits] : waiting) {
                if (!waits || (load->version == 1 && kept.at(sequence).kind != "interview")) continue;
                ++items.waiting;
                if (items.items.size() >= load->limit) continue;
                items.items.push_back(kept.at(sequence));
                items.items.back().previous = hashUnder(sequence - 1);
            }
            return items;
        }
        if (std::holds_alternative<LoadKeptItems>(effect)) {
            KeptItems all;
            for (const auto& [sequence, item] : kept)
                all.items.push_back({sequence, crypto::blake2b(item.envelope)});
            return all;
        }
        if (const auto* receipts = std::get_if<StoreReceipts>(&effect))
            for (const auto& received : receipts->receipts)
                waiting[received.receipt.sequence] = false;
        if (const auto* again = std::get_if<RequeueSequences>(&effect))
            for (const auto sequence : again->sequences)
                waiting[sequence] = true;
        if (const auto* behind = std::get_if<GoOnBehind>(&effect)) goOnBehind(*behind);
        if (const auto* told = std::get_if<StoreManifest>(&effect)) {
            ++storedManifests;
            verdict = told->verdict;
            verdicts.push_back(verdict);
            for (const auto& one : told->receipts)
                takenIn.push_back(one.receipt);
            storedTurn = told->manifest.receiptsUpTo;
            if (!told->checkpoint.empty()) storedCheckpoint = told->checkpoint;
        }
        if (const auto* told = std::get_if<StoreEpoch>(&effect)) storedEpoch = told->epoch;
        if (const auto* pack = std::get_if<StorePack>(&effect)) {
            if (refusesPack) return StoreFailed{};
            if (!takesPack) return PackRefused{};
            storedPack = pack->hash;
        }
        if (std::holds_alternative<Wait>(effect)) return WaitOver{};
        return Done{};
    }

    /// What the tablet has, or remembers, under a number.
    [[nodiscard]] std::optional<crypto::Digest> hashUnder(std::int64_t sequence) const {
        if (const auto found = kept.find(sequence); found != kept.end()) return crypto::blake2b(found->second.envelope);
        if (rememberedHead && rememberedHead->sequence == sequence) return rememberedHead->hash;
        return std::nullopt;
    }

    void goOnBehind(const GoOnBehind& effect) {
        rememberedHead = effect.head;
        numberGiven = std::max(lastNumber(), effect.highest);
        for (const auto sequence : effect.taken) {
            auto item = kept.extract(sequence);
            waiting.erase(sequence);
            item.key() = item.mapped().sequence = ++*numberGiven;
            waiting[item.key()] = true;
            kept.insert(std::move(item));
        }
    }

    SyncOutcome run() {
        SyncIdentity identity{tablet.id,  tablet.signing.clone(), server.publicKey, storedEpoch,
                              storedPack, storedVersion,          lastNumber()};
        for (const auto& [sequence, waits] : waiting)
            (waits ? identity.waiting : identity.receipted).insert(sequence);
        for (const auto& [sequence, waits] : waiting)
            if (!waits && kept.contains(sequence))
                identity.newestReceived = SealedItem{sequence, crypto::blake2b(kept.at(sequence).envelope)};
        identity.checkpoint = storedCheckpoint;
        identity.receiptsUpTo = storedTurn;
        SyncMachine machine(std::move(identity));
        SyncEffect effect = machine.next(Begin{}, tablet.rng);
        for (int steps = 0; steps < 1000; ++steps) {
            if (const auto* end = std::get_if<Finish>(&effect)) return end->outcome;
            effect = machine.next(perform(effect), tablet.rng);
        }
        FAIL("the sync does not end");
        return SyncOutcome::Offline;
    }
    [[nodiscard]] bool allReceipted() const {
        return std::none_of(waiting.begin(), waiting.end(), [](const auto& entry) { return entry.second; });
    }
};

} // namespace sync_test
