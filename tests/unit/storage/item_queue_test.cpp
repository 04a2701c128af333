// SPDX-License-Identifier: Apache-2.0
// Items of every kind in the one queue, and stores of earlier versions.
#include "store_fixture.h"

using namespace peil;
using namespace peil::storage;
using namespace store_test;
using peil_test::need;

namespace {

Result<Bytes> refuseToSeal(std::int64_t) {
    return fail(StorageErrc::Corrupt, "no recipient");
}
Result<Bytes> sealNote(std::int64_t sequence) {
    return toBytes("note " + std::to_string(sequence));
}

/// The store as the version before wrote it: each of these statements undoes one of a later version.
void writtenBy(const Fixture& f, int version) {
    const std::array<Migration, 4> made{{{1, ""}, {2, ""}, {3, ""}, {4, ""}}}; // all are in the file already
    auto database = need(Database::open(f.file, keyOf(1), Profile::Tablet, made));
    const auto run = [&](const char* sql) { need(need(database.prepare(sql)).run()); };
    run("CREATE TABLE sealed(sequence INTEGER PRIMARY KEY, interview INTEGER NOT NULL UNIQUE REFERENCES "
        "interviews(number), revision INTEGER NOT NULL, waiting INTEGER NOT NULL CHECK(waiting IN (0, 1)), "
        "received_at INTEGER NOT NULL DEFAULT 0, envelope BLOB NOT NULL, receipt BLOB) STRICT");
    run("CREATE INDEX sealed_waiting ON sealed(sequence) WHERE waiting = 1");
    run("INSERT INTO sealed SELECT t.sequence, i.number, t.revision, t.state=2, t.received_at, t.payload, t.receipt "
        "FROM items t JOIN interviews i ON i.id=t.id");
    run("DROP TABLE items");
    run("DELETE FROM counters WHERE name='announced'");
    if (version < 3) run("ALTER TABLE interviews DROP COLUMN language");
    if (version < 2) run("DROP TABLE chain");
    run(version == 1 ? "UPDATE peil_schema SET version=1" : "UPDATE peil_schema SET version=3");
}

} // namespace

TEST_CASE("a discarded draft leaves one item that waits, and none of its answers", "[storage][draft][items]") {
    Fixture f;
    need(f.store->createDraft(interview(1), "form-1", answer("/data/q", "one")));
    CHECK(f.store->discardDraft(interview(1), "discard", refuseToSeal).error().code == StorageErrc::SealFailed);
    CHECK(need(f.store->answers(interview(1))).size() == 1);
    CHECK(need(f.store->discardDraft(interview(1), "discard", sealNote)) == 1);
    CHECK(need(f.reopen().interviews()).empty());
    CHECK(f.store->answers(interview(1)).error().code == StorageErrc::NotFound);
    const auto items = need(f.store->outbox(10));
    REQUIRE(items.size() == 1);
    CHECK(items[0].id == interview(1));
    CHECK(items[0].kind == "discard");
    CHECK(items[0].envelope == toBytes("note 1"));
    CHECK(need(f.store->ledger()).finalised == 0);
    need(f.store->createDraft(interview(1), "form-1", {}));
    CHECK(need(f.store->answers(interview(1))).empty());
}

TEST_CASE("items of every kind share one numbering, one queue and their receipts", "[storage][items]") {
    Fixture f;
    f.finalised(interview(1));
    CHECK(need(f.store->addItem("contact", interview(2), sealNote)) == 2);
    CHECK(f.store->addItem("contact", interview(2), sealNote).error().code == StorageErrc::Constraint);
    CHECK(f.store->addItem("contact", interview(3), refuseToSeal).error().code == StorageErrc::SealFailed);
    f.finalised(interview(3));
    const auto ledger = need(f.store->ledger());
    CHECK(ledger.waiting == 2);
    CHECK(ledger.waitingItems == 3);
    CHECK(ledger.lastSequence == 3);
    REQUIRE(need(f.store->outbox(10)).size() == 3);
    CHECK(need(f.store->outbox(10))[1].kind == "contact");
    CHECK(need(f.store->outbox(10, kInterviewKind)).size() == 2);
    CHECK(need(f.store->items("contact")).size() == 1);
    const auto hash = crypto::blake2b(bytesOf("note 2"));
    CHECK(f.store->acknowledge(interview(2), 1, hashOfSealed(2), bytesOf("r"), InterviewState::Received).error().code ==
          StorageErrc::NotFound);
    need(f.store->acknowledge(interview(2), 1, hash, bytesOf("r"), InterviewState::Refused));
    need(f.store->acknowledge(interview(2), 1, hash, bytesOf("r"), InterviewState::Received));
    CHECK(need(f.store->outbox(10)).size() == 2);
    CHECK(need(f.store->newestReceived())->sequence == 2);
    CHECK(need(f.store->requeue(std::array<std::int64_t, 1>{2})) == 1);
    CHECK(need(f.store->outbox(10)).size() == 3);
    need(f.store->acknowledge(interview(2), 1, hash, bytesOf("r"), InterviewState::Received));
    CHECK(need(f.store->forgetReceived(std::array<std::int64_t, 1>{2})) == 1);
    CHECK(need(f.store->items("contact")).empty());
    CHECK(need(f.store->hashUnder(2)) == hash);
}

TEST_CASE("the newest item can be taken back until a server may know it, and its number is given again",
          "[storage][items]") {
    Fixture f;
    f.finalised(interview(1));
    CHECK(need(f.store->addItem("contact", interview(2), sealNote)) == 2);
    CHECK(need(f.store->mayTakeBack("contact", interview(2))));
    CHECK_FALSE(need(f.store->mayTakeBack("contact", interview(1))));
    need(f.store->takeBack("contact", interview(2)));
    CHECK(need(f.reopen().items("contact")).empty());
    CHECK(need(f.store->ledger()).lastSequence == 1);

    CHECK(need(f.store->addItem("contact", interview(2), sealNote)) == 2);
    CHECK(need(f.store->addItem("contact", interview(3), sealNote)) == 3);
    CHECK(f.store->takeBack("contact", interview(2)).error().code == StorageErrc::WrongState); // 3 follows it
    need(f.store->announce());
    CHECK(f.store->takeBack("contact", interview(3)).error().code == StorageErrc::WrongState);
    CHECK(need(f.store->outbox(10)).size() == 3);
    CHECK(need(f.store->addItem("contact", interview(4), sealNote)) == 4);
    need(f.store->takeBack("contact", interview(4)));
}

TEST_CASE("a store of the first version is taken over with what waits in it", "[storage][migration]") {
    Fixture f;
    f.finalised(interview(1));
    f.store.reset();
    writtenBy(f, 1);
    CHECK(need(f.reopen().outbox(10)).size() == 1);
    CHECK(need(f.store->hashUnder(1)) == crypto::blake2b(bytesOf("sealed 1")));
    CHECK(f.finalised(interview(2)) == 2);
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("r"), InterviewState::Received));
    CHECK(need(f.store->forgetReceived(std::array<std::int64_t, 1>{1})) == 1);
    CHECK(need(f.store->hashUnder(1)) == crypto::blake2b(bytesOf("sealed 1")));
}

TEST_CASE("a store of the version before is taken over with its drafts, queue and receipts", "[storage][migration]") {
    Fixture f;
    for (std::uint64_t i = 1; i <= 4; ++i)
        f.finalised(interview(i));
    need(f.store->createDraft(interview(5), "form-1", answer("/data/q", "one")));
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("r"), InterviewState::Received));
    need(f.store->acknowledge(interview(2), 1, hashOfSealed(2), bytesOf("r"), InterviewState::Refused));
    need(f.store->acknowledge(interview(3), 1, hashOfSealed(3), bytesOf("r"), InterviewState::Received));
    need(f.store->forgetReceived(std::array<std::int64_t, 1>{3}));
    const auto before = need(f.store->interviews());
    f.store.reset();
    writtenBy(f, 3);
    const auto after = need(f.reopen().interviews());
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        CHECK(after[i].id == before[i].id);
        CHECK(after[i].state == before[i].state);
        CHECK(after[i].sequence == before[i].sequence);
    }
    CHECK(need(f.store->answers(interview(5)))[0].value == "one");
    REQUIRE(need(f.store->outbox(10)).size() == 1);
    CHECK(need(f.store->outbox(10))[0].sequence == 4);
    CHECK(need(f.store->outbox(10))[0].kind == kInterviewKind);
    CHECK(need(f.store->newestReceived())->sequence == 3);
    CHECK(need(f.store->receivedBefore(f.clock.now() + std::chrono::hours(1))) == std::vector<std::int64_t>{1, 2});
    CHECK_FALSE(need(f.store->mayTakeBack(kInterviewKind, interview(4)))); // the version before may have sent it
    CHECK(need(f.store->addItem("contact", interview(6), sealNote)) == 5);
}
