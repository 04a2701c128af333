// SPDX-License-Identifier: Apache-2.0
#include "sync_world.h"

using namespace sync_test;

TEST_CASE("everything that waits is sent in batches and receipted", "[protocol][sync]") {
    World world;
    world.finalise(130);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.allReceipted());
    REQUIRE(world.onServer.size() == 130);
    REQUIRE(std::count(world.trace.begin(), world.trace.end(), "POST /v1/batch") == 3);
}

TEST_CASE("after sending, the quotas are requested again, because they count what was sent", "[protocol][sync]") {
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

TEST_CASE("a failure of any kind at any exchange loses and duplicates nothing", "[protocol][sync]") {
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
    world.toldHighest = 8; // the server forgot what it was told as well
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

TEST_CASE("a tablet that was restored from a copy continues after the server's number", "[protocol][sync]") {
    World world;
    world.finalise(6);
    REQUIRE(world.run() == SyncOutcome::Complete);
    world.putBack(4);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.lastNumber() == 6);
    REQUIRE(world.kept.size() == 4);
}

TEST_CASE("items that a restored tablet sealed under used numbers get new ones", "[protocol][sync]") {
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

TEST_CASE("a study pack of a lower version is not requested, and everything is sent before", "[protocol][sync]") {
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

TEST_CASE("a server that forks with a batch is found out by the manifest at the end of the same run",
          "[protocol][sync][checkpoint]") {
    World world;
    const auto one = merkle::leafHash(bytesOf("one")), two = merkle::leafHash(bytesOf("two"));
    world.shown = Checkpoint{"e1", 1, one, "now"};
    REQUIRE(world.run() == SyncOutcome::Complete);
    const auto kept = world.storedCheckpoint;
    world.finalise(1);

    SECTION("a log that grew with it follows") {
        world.onBatch = [&] {
            world.shown = Checkpoint{"e1", 2, merkle::nodeHash(one, two), "now"};
            world.proof = {two};
        };
        REQUIRE(world.run() == SyncOutcome::Complete);
        REQUIRE(world.verdict == Witness::Follows);
        REQUIRE(need(decodeCheckpoint(world.storedCheckpoint, world.server.publicKey)).size == 2);
    }
    SECTION("a log of another past does not, and its checkpoint is not taken") {
        world.onBatch = [&] {
            world.shown = Checkpoint{"e1", 2, merkle::nodeHash(two, one), "now"};
            world.proof = {one};
        };
        REQUIRE(world.run() == SyncOutcome::Complete);
        REQUIRE(world.verdict == Witness::Contradicts);
        REQUIRE(world.storedCheckpoint == kept);
        REQUIRE(world.allReceipted());
    }
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

TEST_CASE("new receipts of quarantined items are stored once, and only those of this tablet", "[protocol][sync]") {
    World world;
    const auto receipt = [&](const DeviceId& device, const crypto::SigningKeyPair& key) {
        return encodeReceipt({InterviewId("5f7d0c1e-0000-4000-8000-000000000001"),
                              1,
                              device,
                              1,
                              {},
                              ReceiptStatus::Received,
                              "e1",
                              {},
                              "now"},
                             key);
    };
    const auto stranger = crypto::makeSigningKeyPair(world.tablet.rng);
    world.newReceipts = {receipt(DeviceId("another"), world.server), receipt(world.tablet.id, stranger),
                         receipt(world.tablet.id, world.server)};
    world.turn = 4;
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.takenIn.size() == 1);
    REQUIRE(world.takenIn[0].status == ReceiptStatus::Received);
    REQUIRE(world.storedTurn == 4);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.takenIn.size() == 1); // it asked for later ones only
    world.epoch = "e2";
    world.turn = 2; // a store from a backup counts from the beginning
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.takenIn.size() == 2);
    REQUIRE(world.storedTurn == 2);
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

TEST_CASE("a revoked tablet still delivers its interviews, receives nothing, and learns that it is revoked",
          "[protocol][sync]") {
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

TEST_CASE("batches go in version 2 to a server that says that it reads it, else in version 1",
          "[protocol][sync][chain]") {
    for (const auto& [reads, sent] : {std::pair{1, 1}, {2, 2}, {9, 2}}) {
        World world;
        world.batchVersion = reads;
        world.finalise(2);
        REQUIRE(world.run() == SyncOutcome::Complete);
        REQUIRE(world.sentVersions == std::vector<int>{sent});
        REQUIRE(world.allReceipted());
    }
}

TEST_CASE("other kinds than interviews wait for a server that reads version 2, and hold nothing up",
          "[protocol][sync][items]") {
    World world;
    world.batchVersion = 1;
    world.finalise(3);
    world.kept.at(2).kind = "contact";
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.onServer.size() == 2);
    REQUIRE(world.waiting.at(2));
    world.batchVersion = 2;
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.onServer.size() == 3);
    REQUIRE(world.allReceipted());
}

TEST_CASE("a tablet that is upgraded, or whose server is, continues in the chain", "[protocol][sync][chain]") {
    World world;
    world.batchVersion = 1;
    world.finalise(2);
    REQUIRE(world.run() == SyncOutcome::Complete);
    world.batchVersion = 2;
    world.finalise(2);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.sentVersions == std::vector<int>{1, 2});
    REQUIRE_FALSE(world.named.at(2));
    for (const std::int64_t number : {3, 4})
        REQUIRE(world.named.at(number) == crypto::blake2b(world.onServer.at(number - 1)));
}

TEST_CASE("a restored tablet continues from the head that the server has", "[protocol][sync][chain]") {
    World world;
    world.finalise(6);
    REQUIRE(world.run() == SyncOutcome::Complete);
    world.putBack(4);
    for (const std::int64_t number : {5, 6, 7}) {
        world.kept.emplace(number, world.tablet.item(number, "<data>later</data>"));
        world.waiting[number] = true;
    }
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.onServer.size() == 9);
    for (std::int64_t number = 2; number <= 9; ++number) // 7 was sealed behind a 6 that is now 9
        REQUIRE(world.named.at(number) == crypto::blake2b(world.onServer.at(number - 1)));
}

TEST_CASE("another head than the one that was receipted is an alarm, and what waits is sent all the same",
          "[protocol][sync][chain]") {
    World world;
    world.finalise(3);
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE_FALSE(world.verdict);
    const auto kept = world.kept.size();
    world.otherHead = crypto::blake2b(bytesOf("other bytes under number 3"));
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.verdict == Witness::Contradicts);
    REQUIRE(world.kept.size() == kept);
    REQUIRE(world.allReceipted());

    World fresh; // no receipt yet, so nothing is contradicted until there is one
    fresh.finalise(3);
    fresh.otherHead = world.otherHead;
    REQUIRE(fresh.run() == SyncOutcome::Complete);
    REQUIRE(fresh.verdicts == std::vector<std::optional<Witness>>{std::nullopt, Witness::Contradicts});
}

TEST_CASE("a server that reports a restore raises an alarm only if its head differs", "[protocol][sync][chain]") {
    World world;
    world.shown = Checkpoint{"e1", 1, merkle::leafHash(bytesOf("one")), "now"};
    world.finalise(3);
    REQUIRE(world.run() == SyncOutcome::Complete);
    world.epoch = "e2";
    world.shown = Checkpoint{"e2", 1, merkle::leafHash(bytesOf("one")), "now"};
    world.onServer.erase(3); // lost, and sent again
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.storedEpoch == "e2");
    REQUIRE(std::ranges::count(world.verdicts, std::optional(Witness::PutBack)) == 1);
    REQUIRE(std::ranges::count(world.verdicts, std::optional(Witness::Contradicts)) == 0);
    world.epoch = "e3";
    world.shown->epoch = "e3";
    world.otherHead = crypto::blake2b(bytesOf("what took its place"));
    REQUIRE(world.run() == SyncOutcome::Complete);
    REQUIRE(world.verdict == Witness::Contradicts);
}
