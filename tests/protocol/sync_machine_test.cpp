// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/sync_machine.h"
#include "peil_test/interview.h"

#include <algorithm>
#include <map>

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

namespace {

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
    std::int64_t named = 0;                  ///< highest number that the tablet named to the server
    std::optional<std::int64_t> numberGiven; ///< last one, when it is not the number of interviews kept
    bool tellsHeld = true;                   ///< no: a server of before
    std::string storedEpoch = "e1", storedPack;
    int failExchange = -1; ///< which request gets no answer
    enum class Failure : std::uint8_t { BeforeServer, AfterServer, Status500, Garbage } failure = Failure::BeforeServer;
    int exchanges = 0;
    std::optional<Checkpoint> shown; ///< the server's newest checkpoint
    merkle::Proof proof;             ///< from the one that the tablet keeps
    Bytes storedCheckpoint;
    std::optional<Witness> verdict;
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
        named = std::max(named, finalised);
        Held result{std::max(named, onServer.empty() ? 0 : onServer.rbegin()->first), {}};
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
        for (const auto sequence : message.sequences)
            if (!onServer.contains(sequence)) lacking.sequences.push_back(sequence);
        for (const auto& item : message.unreceipted)
            if (onServer.contains(item.sequence) && crypto::blake2b(onServer.at(item.sequence)) != item.hash)
                lacking.taken.push_back(item.sequence);
        return lacking;
    }

    HttpResponse serve(const SendRequest& request) {
        constexpr std::string_view kManifest = "/v1/manifest?finalised=";
        if (request.path.starts_with(kManifest)) {
            Manifest manifest{epoch, packHash, {}, {}, revoked, "2023-07-03T09:00:00.000Z"};
            if (tellsHeld) manifest.packVersion = packVersion;
            if (tellsHeld) manifest.held = held(std::stoll(request.path.substr(kManifest.size())));
            if (shown) {
                manifest.checkpoint = encodeCheckpoint(*shown, server);
                manifest.consistency = proof;
            }
            return json(encodeManifest(manifest));
        }
        if (request.path == "/v1/reconcile")
            return json(encodeLacking(reconcile(need(decodeReconcile(textOf(request.body))))));
        if (request.path.starts_with("/v1/form/")) return {200, toBytes("the pack"), {}};
        BatchReply reply{epoch, {}};
        for (const auto& item : need(decodeBatch(request.body, tablet.signing.publicKey)).items) {
            onServer[item.sequence] = item.envelope;
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
                if (!waits) continue;
                ++items.waiting;
                if (items.items.size() < load->limit) items.items.push_back(kept.at(sequence));
            }
            return items;
        }
        if (std::holds_alternative<LoadKeptSequences>(effect)) {
            KeptSequences all;
            for (const auto& [sequence, item] : kept) {
                all.sequences.push_back(sequence);
                if (waiting.at(sequence)) all.unreceipted.push_back({sequence, crypto::blake2b(item.envelope)});
            }
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

    void goOnBehind(const GoOnBehind& effect) {
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
        identity.checkpoint = storedCheckpoint;
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

} // namespace

TEST_CASE("everything that waits is sent in batches and receipted", "[protocol][sync]") {
    World world;
    world.finalise(130);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.allReceipted());
    REQUIRE(world.onServer.size() == 130);
    REQUIRE(std::count(world.trace.begin(), world.trace.end(), "POST /v1/batch") == 3);
}

TEST_CASE("after sending, the quotas are asked for again, because they count what was sent", "[protocol][sync]") {
    World world;
    world.finalise(1);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.trace ==
            std::vector<std::string>{"GET /v1/manifest?finalised=1", "POST /v1/batch", "GET /v1/manifest?finalised=1"});
    REQUIRE(world.storedManifests == 2);
}

TEST_CASE("nothing to send is a complete sync", "[protocol][sync]") {
    World world;
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.trace == std::vector<std::string>{"GET /v1/manifest?finalised=0"});
}

TEST_CASE("a failure at any exchange, of any kind, loses and doubles nothing", "[protocol][sync]") {
    for (const auto failure : {World::Failure::BeforeServer, World::Failure::AfterServer, World::Failure::Status500,
                               World::Failure::Garbage}) {
        for (int at = 0; at < 8; ++at) {
            World world;
            world.finalise(70);
            world.packHash = "new";
            world.epoch = "e2";
            world.failure = failure;
            world.failExchange = at;
            REQUIRE(world.run() == SyncOutcome::Complete);
            REQUIRE(world.allReceipted());
            REQUIRE(world.onServer.size() == 70);
            REQUIRE(world.storedPack == "new");
            REQUIRE(world.storedEpoch == "e2");
        }
    }
}

TEST_CASE("a server restored from a backup gets back what it lost", "[protocol][sync]") {
    World world;
    world.finalise(10);
    REQUIRE(world.run() == SyncOutcome::Complete);
    world.onServer.erase(4);
    world.onServer.erase(9);
    world.epoch = "e2";
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.onServer.size() == 10);
    REQUIRE(world.storedEpoch == "e2");
}

TEST_CASE("what has a receipt and is missing on the server is sent again, also in the same epoch", "[protocol][sync]") {
    World world;
    world.finalise(10);
    REQUIRE(world.run() == SyncOutcome::Complete);
    world.onServer.erase(4);
    world.onServer.erase(9);
    world.onServer.erase(10);
    world.named = 8; // the server forgot what it was told as well
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.onServer.size() == 10);
    REQUIRE(world.allReceipted());
    world.trace.clear();
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.trace == std::vector<std::string>{"GET /v1/manifest?finalised=10"});
}

TEST_CASE("a server of before, which does not tell what it holds, is synced with as ever", "[protocol][sync]") {
    World world;
    world.tellsHeld = false;
    world.finalise(3);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.onServer.size() == 3);
    REQUIRE(std::count(world.trace.begin(), world.trace.end(), "POST /v1/reconcile") == 0);
}

TEST_CASE("a server that always lacks something is asked once a run", "[protocol][sync]") {
    World world;
    world.finalise(2);
    REQUIRE(world.run() == SyncOutcome::Complete);
    world.kept.erase(2); // the copy is gone, and so it is on the server
    world.onServer.erase(2);
    world.numberGiven = 2;
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(std::count(world.trace.begin(), world.trace.end(), "POST /v1/reconcile") == 1);
}

TEST_CASE("a tablet that was put back from a copy goes on behind the server's number", "[protocol][sync]") {
    World world;
    world.finalise(6);
    REQUIRE(world.run() == SyncOutcome::Complete);
    world.putBack(4);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.lastNumber() == 6);
    REQUIRE(world.kept.size() == 4);
}

TEST_CASE("what a tablet that was put back had sealed under used numbers goes under new ones", "[protocol][sync]") {
    World world;
    world.finalise(6);
    REQUIRE(world.run() == SyncOutcome::Complete);
    const auto before = world.onServer;
    world.putBack(4);
    for (const std::int64_t number : {5, 6, 7}) { // 5 and 6 are others than those that the server has
        world.kept.emplace(number, world.tablet.item(number, "<data>later</data>"));
        world.waiting[number] = true;
    }
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.allReceipted());
    REQUIRE(world.onServer.size() == 9);
    for (const auto& [number, envelope] : before)
        REQUIRE(world.onServer.at(number) == envelope);
}

TEST_CASE("what was sent and lost its receipt is not renumbered", "[protocol][sync]") {
    World world;
    world.finalise(2);
    REQUIRE(world.run() == SyncOutcome::Complete);
    world.waiting[2] = true;
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.onServer.size() == 2);
    REQUIRE_FALSE(world.numberGiven);
}

TEST_CASE("a new study pack is taken once everything is sent", "[protocol][sync]") {
    World world;
    world.packHash = "p2";
    world.finalise(1);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.storedPack == "p2");
    REQUIRE(world.trace == std::vector<std::string>{"GET /v1/manifest?finalised=1", "POST /v1/batch", "GET /v1/form/p2",
                                                    "GET /v1/manifest?finalised=1"});
}

TEST_CASE("a study pack that the tablet cannot store does not keep its interviews back", "[protocol][sync]") {
    World world;
    world.packHash = "p2";
    world.refusesPack = true;
    world.finalise(3);
    REQUIRE(world.run() == SyncOutcome::StoreFailure);
    REQUIRE(world.onServer.size() == 3);
    REQUIRE(world.allReceipted());
}

TEST_CASE("a study pack of a lower version is not even asked for, and everything is sent before", "[protocol][sync]") {
    World world;
    world.packHash = "p1";
    world.packVersion = 1;
    world.storedPack = "p2";
    world.storedVersion = 2;
    world.finalise(1);
    REQUIRE(world.run() == SyncOutcome::StudyRefused);
    REQUIRE(world.onServer.size() == 1);
    REQUIRE(world.trace == std::vector<std::string>{"GET /v1/manifest?finalised=1", "POST /v1/batch"});
}

TEST_CASE("a study pack that the tablet does not take ends the run after everything is sent", "[protocol][sync]") {
    World world;
    world.packHash = "p2";
    world.finalise(1);
    world.takesPack = false;
    REQUIRE(world.run() == SyncOutcome::StudyRefused);
    REQUIRE(world.allReceipted());
    REQUIRE(world.storedPack.empty());
}

TEST_CASE("a tablet keeps the newest checkpoint, and one that contradicts it is an alarm that does not replace it",
          "[protocol][sync][checkpoint]") {
    World world;
    const auto one = merkle::leafHash(bytesOf("one")), two = merkle::leafHash(bytesOf("two"));
    world.shown = Checkpoint{"e1", 1, one, "now"};
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE_FALSE(world.verdict); // nothing to compare with yet
    REQUIRE(need(decodeCheckpoint(world.storedCheckpoint, world.server.publicKey)).size == 1);

    world.shown = Checkpoint{"e1", 2, merkle::nodeHash(one, two), "now"};
    world.proof = {two};
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.verdict == Witness::Follows);

    const auto kept = world.storedCheckpoint;
    world.finalise(1);
    for (const auto& bad : {std::optional<Checkpoint>(), std::optional(Checkpoint{"e1", 1, one, "now"}),
                            std::optional(Checkpoint{"e1", 2, one, "now"})}) {
        world.shown = bad;
        world.proof.clear();
        REQUIRE(world.run() == SyncOutcome::Complete); // the interview goes all the same
        REQUIRE(world.verdict == Witness::Contradicts);
        REQUIRE(world.storedCheckpoint == kept);
    }
    REQUIRE(world.onServer.size() == 1);

    world.epoch = "e2";
    world.shown = Checkpoint{"e2", 1, one, "now"};
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.verdict == Witness::PutBack);
    REQUIRE(need(decodeCheckpoint(world.storedCheckpoint, world.server.publicKey)).epoch == "e2");
}

TEST_CASE("a checkpoint that the server did not sign is no answer", "[protocol][sync][checkpoint]") {
    World world;
    world.shown = Checkpoint{"e1", 0, crypto::sha256({}), "now"};
    world.server = crypto::makeSigningKeyPair(world.tablet.rng);
    SyncMachine machine({world.tablet.id, world.tablet.signing.clone(),
                         crypto::makeSigningKeyPair(world.tablet.rng).publicKey, "e1", ""});
    const auto effect = machine.next(Begin{}, world.tablet.rng);
    REQUIRE(std::holds_alternative<Wait>(machine.next(world.perform(effect), world.tablet.rng)));
}

TEST_CASE("a revoked tablet still delivers after the server was restored", "[protocol][sync]") {
    World world;
    world.revoked = true;
    world.epoch = "e2";
    world.finalise(2);
    REQUIRE(world.run() == SyncOutcome::Revoked);
    REQUIRE(world.onServer.size() == 2);
    REQUIRE(std::count(world.trace.begin(), world.trace.end(), "POST /v1/reconcile") == 0);
}

TEST_CASE("a revoked tablet still delivers what it holds, takes nothing, and is told", "[protocol][sync]") {
    World world;
    world.revoked = true;
    world.packHash = "p2";
    world.finalise(3);
    REQUIRE(world.run() == SyncOutcome::Revoked);
    REQUIRE(world.onServer.size() == 3);
    REQUIRE(world.storedPack.empty());
}

TEST_CASE("a receipt by another server, or for other bytes, does not count", "[protocol][sync]") {
    World world;
    world.finalise(1);
    SyncMachine machine({world.tablet.id, world.tablet.signing.clone(), world.server.publicKey, "e1", ""});
    auto effect = machine.next(Begin{}, world.tablet.rng);
    effect = machine.next(world.perform(effect), world.tablet.rng); // store the manifest
    effect = machine.next(Done{}, world.tablet.rng);
    effect = machine.next(world.perform(effect), world.tablet.rng);
    REQUIRE(std::get<SendRequest>(effect).path == "/v1/batch");
    const auto& item = world.kept.at(1);
    const auto forger = crypto::makeSigningKeyPair(world.tablet.rng);
    const auto forged = encodeReceipt({item.interview,
                                       1,
                                       world.tablet.id,
                                       1,
                                       crypto::blake2b(item.envelope),
                                       ReceiptStatus::Received,
                                       "e1",
                                       {},
                                       "now"},
                                      forger);
    effect = machine.next(World::json(encodeBatchReply({"e1", {forged}})), world.tablet.rng);
    REQUIRE(std::holds_alternative<Wait>(effect));
}

TEST_CASE("after five failures in a row the run ends and says why", "[protocol][sync]") {
    World world;
    SyncMachine machine({world.tablet.id, world.tablet.signing.clone(), world.server.publicKey, "e1", ""});
    auto effect = machine.next(Begin{}, world.tablet.rng);
    std::vector<std::chrono::milliseconds> waits;
    for (int i = 0; i < SyncMachine::kMaxAttempts; ++i) {
        effect = machine.next(NetworkFailed{}, world.tablet.rng);
        if (const auto* wait = std::get_if<Wait>(&effect)) {
            waits.push_back(wait->time);
            effect = machine.next(WaitOver{}, world.tablet.rng);
            REQUIRE(std::get<SendRequest>(effect).path == "/v1/manifest?finalised=0");
        }
    }
    REQUIRE(std::get<Finish>(effect).outcome == SyncOutcome::Offline);
    for (std::size_t i = 0; i < waits.size(); ++i)
        REQUIRE(waits[i] <= SyncMachine::kFirstBackoff * (1 << i));
}

TEST_CASE("a busy server is obeyed: not before the time it names", "[protocol][sync]") {
    World world;
    SyncMachine machine({world.tablet.id, world.tablet.signing.clone(), world.server.publicKey, "e1", ""});
    (void)machine.next(Begin{}, world.tablet.rng);
    const auto effect = machine.next(HttpResponse{503, {}, std::chrono::seconds{7}}, world.tablet.rng);
    REQUIRE(std::get<Wait>(effect).time >= std::chrono::seconds{7});
}

TEST_CASE("when the store fails nothing more is acknowledged", "[protocol][sync]") {
    World world;
    world.finalise(1);
    SyncMachine machine({world.tablet.id, world.tablet.signing.clone(), world.server.publicKey, "e1", ""});
    auto effect = machine.next(Begin{}, world.tablet.rng);
    effect = machine.next(world.perform(effect), world.tablet.rng);
    effect = machine.next(StoreFailed{}, world.tablet.rng);
    REQUIRE(std::get<Finish>(effect).outcome == SyncOutcome::StoreFailure);
}

TEST_CASE("a refusal ends the run; a message out of turn does too", "[protocol][sync]") {
    World world;
    SyncMachine refused({world.tablet.id, world.tablet.signing.clone(), world.server.publicKey, "e1", ""});
    (void)refused.next(Begin{}, world.tablet.rng);
    REQUIRE(std::get<Finish>(refused.next(HttpResponse{403, {}, {}}, world.tablet.rng)).outcome ==
            SyncOutcome::ServerRefused);
    SyncMachine confused({world.tablet.id, world.tablet.signing.clone(), world.server.publicKey, "e1", ""});
    REQUIRE(std::holds_alternative<Finish>(confused.next(Done{}, world.tablet.rng)));
}
