// SPDX-License-Identifier: Apache-2.0
#include "store_fixture.h"

#include <thread>

using namespace peil;
using namespace peil::storage;
using namespace store_test;
using peil_test::need;

namespace {

Result<Bytes> refuseToSeal(std::int64_t) {
    return fail(StorageErrc::Corrupt, "no recipient");
}
Result<Bytes> sealNothing(std::int64_t) {
    return Bytes{1};
}

} // namespace

TEST_CASE("answers, position and labels of a draft are there after the store was closed", "[storage][draft]") {
    Fixture f;
    need(f.store->createDraft(interview(1), "form-1", answer("/data/consent", "yes", "/data/consent")));
    f.clock.advance(std::chrono::seconds(30));
    need(f.store->change(interview(1), {{{"/data/age", "", "refused"}, {"/data/consent", "no", ""}}, {}, "/data/age"}));
    need(f.store->change(interview(1), answer("/data/sex", "")));
    need(f.store->label(interview(1), "opioid", "shelter-2", "broken_off"));
    auto& store = f.reopen();
    const std::vector<AnswerRow> expected{
        {"/data/age", "", "refused"}, {"/data/consent", "no", ""}, {"/data/sex", "", ""}};
    CHECK(need(store.answers(interview(1))) == expected);
    CHECK(need(store.place(interview(1))).position == "/data/age");
    const auto summary = need(store.interview(interview(1)));
    CHECK(summary.state == InterviewState::Draft);
    CHECK(summary.formHash == "form-1");
    CHECK(summary.changedAt - summary.startedAt == std::chrono::seconds(30));
    CHECK(summary.group == "opioid");
    CHECK(summary.site == "shelter-2");
    CHECK(summary.outcome == "broken_off");
    CHECK(summary.answered == 2);
    CHECK(summary.sequence == 0);
}

TEST_CASE("a draft keeps the language in which it was asked last", "[storage][draft]") {
    Fixture f;
    DraftChange first;
    first.language = "Nederlands (nl)";
    need(f.store->createDraft(interview(1), "form-1", first));
    need(f.store->change(interview(1), answer("/data/age", "30", "/data/age")));
    CHECK(need(f.reopen().place(interview(1))).language == "Nederlands (nl)");
    DraftChange spoken;
    spoken.language = "English (en)";
    need(f.store->change(interview(1), spoken));
    const auto place = need(f.reopen().place(interview(1)));
    CHECK(place.language == "English (en)");
    CHECK(place.position == "/data/age");
}

TEST_CASE("a removed prefix takes whole steps of a path and leaves its neighbours", "[storage][draft]") {
    Fixture f;
    DraftChange first;
    for (const char* path :
         {"/data/ag", "/data/age", "/data/ag/a", "/data/ag[1]/b", "/data/ag[2]", "/data/a", "/data/ag-x"})
        first.rows.push_back({path, "v", ""});
    need(f.store->createDraft(interview(1), "form-1", first));
    need(f.store->change(interview(1), {{{"/data/ag", "again", ""}}, {"/data/ag"}, ""}));
    const std::vector<AnswerRow> expected{
        {"/data/a", "v", ""}, {"/data/ag", "again", ""}, {"/data/ag-x", "v", ""}, {"/data/age", "v", ""}};
    CHECK(need(f.store->answers(interview(1))) == expected);
}

TEST_CASE("finalising numbers interviews without a gap, also after one that failed", "[storage][finalise]") {
    Fixture f;
    CHECK(f.finalised(interview(1)) == 1);
    need(f.store->createDraft(interview(2), "form-1", answer("/data/q", "two")));
    const auto refused = f.store->finalise(interview(2), refuseToSeal);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == StorageErrc::SealFailed);
    CHECK(refused.error().context.find("no recipient") != std::string::npos);
    CHECK_THROWS_AS(
        (void)f.store->finalise(interview(2), [](std::int64_t) -> Result<Bytes> { throw std::bad_alloc(); }),
        std::bad_alloc);
    CHECK(need(f.store->answers(interview(2))).size() == 1);
    CHECK(need(f.store->interview(interview(2))).state == InterviewState::Draft);
    f.reopen();
    CHECK(f.finalised(interview(3)) == 2);
    CHECK(need(f.store->finalise(interview(2), sealNothing)) == 3);
}

TEST_CASE("a finalised interview keeps its envelope and no readable answer", "[storage][finalise]") {
    Fixture f;
    f.finalised(interview(1));
    auto& store = f.reopen();
    CHECK(need(store.answers(interview(1))).empty());
    CHECK(need(store.place(interview(1))).position.empty());
    const auto items = need(store.outbox(10));
    REQUIRE(items.size() == 1);
    CHECK(items[0].id == interview(1));
    CHECK(items[0].sequence == 1);
    CHECK(items[0].revision == 1);
    CHECK(items[0].envelope == toBytes("sealed 1"));
    CHECK(need(store.interview(interview(1))).sequence == 1);
}

TEST_CASE("a finalised interview can be neither answered, finalised again nor discarded", "[storage][finalise]") {
    Fixture f;
    f.finalised(interview(1));
    CHECK(f.store->change(interview(1), answer("/data/q", "late")).error().code == StorageErrc::WrongState);
    CHECK(f.store->finalise(interview(1), sealNothing).error().code == StorageErrc::WrongState);
    CHECK(f.store->discardDraft(interview(1), "discard", sealNothing).error().code == StorageErrc::WrongState);
    CHECK(need(f.store->ledger()).finalised == 1);
}

TEST_CASE("what is not on the tablet is not found", "[storage][draft]") {
    Fixture f;
    CHECK(f.store->change(interview(9), {}).error().code == StorageErrc::NotFound);
    CHECK(f.store->answers(interview(9)).error().code == StorageErrc::NotFound);
    CHECK(f.store->place(interview(9)).error().code == StorageErrc::NotFound);
    CHECK(f.store->interview(interview(9)).error().code == StorageErrc::NotFound);
    CHECK(f.store->label(interview(9), "", "", "").error().code == StorageErrc::NotFound);
    CHECK(f.store->discardDraft(interview(9), "discard", sealNothing).error().code == StorageErrc::NotFound);
    CHECK(f.store->finalise(interview(9), sealNothing).error().code == StorageErrc::NotFound);
    CHECK(f.store->finalisedItem(1).error().code == StorageErrc::NotFound);
    CHECK(f.store->acknowledge(interview(9), 1, hashOfSealed(9), {}, InterviewState::Received).error().code ==
          StorageErrc::NotFound);
}

TEST_CASE("the same interview cannot be started twice", "[storage][draft]") {
    Fixture f;
    need(f.store->createDraft(interview(1), "form-1", answer("/data/q", "one")));
    CHECK(f.store->createDraft(interview(1), "form-1", answer("/data/q", "two")).error().code ==
          StorageErrc::Constraint);
    CHECK(need(f.store->answers(interview(1)))[0].value == "one");
}

TEST_CASE("a receipt takes an interview out of the queue, and coming twice changes nothing", "[storage][queue]") {
    Fixture f;
    f.finalised(interview(1));
    f.finalised(interview(2));
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("receipt"), InterviewState::Received));
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("receipt"), InterviewState::Received));
    need(f.store->acknowledge(interview(2), 1, hashOfSealed(2), bytesOf("notice"), InterviewState::Refused));
    CHECK(need(f.store->outbox(10)).empty());
    CHECK(need(f.store->interview(interview(1))).state == InterviewState::Received);
    CHECK(need(f.store->interview(interview(2))).state == InterviewState::Refused);
    const auto ledger = need(f.store->ledger());
    CHECK(ledger.finalised == 2);
    CHECK(ledger.received == 2);
    CHECK(ledger.waiting == 0);
    CHECK(need(f.store->finalisedItem(1)).envelope == toBytes("sealed 1"));
}

TEST_CASE("what was refused at first may be received later, and never the other way round", "[storage][queue]") {
    Fixture f;
    f.finalised(interview(1));
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("notice"), InterviewState::Refused));
    need(f.store->acknowledge(interview(1), 2, hashOfSealed(1), bytesOf("of a revision that is not here"),
                              InterviewState::Received));
    CHECK(need(f.store->interview(interview(1))).state == InterviewState::Refused);
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("receipt"), InterviewState::Received));
    CHECK(need(f.store->interview(interview(1))).state == InterviewState::Received);
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("notice"), InterviewState::Refused));
    CHECK(need(f.store->interview(interview(1))).state == InterviewState::Received);
    CHECK(need(f.store->outbox(10)).empty());
}

TEST_CASE("a receipt for a draft, for another revision or with another state is refused", "[storage][queue]") {
    Fixture f;
    need(f.store->createDraft(interview(1), "form-1", {}));
    f.finalised(interview(2));
    CHECK(f.store->acknowledge(interview(1), 1, hashOfSealed(1), {}, InterviewState::Received).error().code ==
          StorageErrc::WrongState);
    CHECK(f.store->acknowledge(interview(2), 2, hashOfSealed(2), {}, InterviewState::Received).error().code ==
          StorageErrc::NotFound);
    CHECK(f.store->acknowledge(interview(2), 1, hashOfSealed(2), {}, InterviewState::Draft).error().code ==
          StorageErrc::WrongState);
    CHECK(need(f.store->outbox(10)).size() == 1);
}

TEST_CASE("a receipt for other bytes than those that are sealed here changes nothing", "[storage][queue]") {
    Fixture f;
    f.finalised(interview(1));
    const auto other = hashOfSealed(2);
    const auto receive = [&](const crypto::Digest& hash, InterviewState state) {
        return f.store->acknowledge(interview(1), 1, hash, bytesOf("receipt"), state);
    };
    CHECK(receive(other, InterviewState::Received).error().code == StorageErrc::NotFound);
    CHECK(need(f.store->outbox(10)).size() == 1);
    need(receive(hashOfSealed(1), InterviewState::Refused));
    CHECK(receive(other, InterviewState::Received).error().code == StorageErrc::NotFound);
    CHECK(need(f.store->interview(interview(1))).state == InterviewState::Refused);
}

TEST_CASE("the queue comes in order of sequence and no longer than asked", "[storage][queue]") {
    Fixture f;
    for (std::uint64_t i = 1; i <= 5; ++i)
        f.finalised(interview(i));
    need(f.store->acknowledge(interview(2), 1, hashOfSealed(2), bytesOf("r"), InterviewState::Received));
    const auto items = need(f.store->outbox(3));
    REQUIRE(items.size() == 3);
    CHECK(items[0].sequence == 1);
    CHECK(items[1].sequence == 3);
    CHECK(items[2].sequence == 4);
    CHECK(need(f.store->outbox(std::numeric_limits<std::size_t>::max())).size() == 4);
}

TEST_CASE("what a restored server lost goes back into the queue once", "[storage][queue]") {
    Fixture f;
    for (std::uint64_t i = 1; i <= 3; ++i) {
        f.finalised(interview(i));
        if (i < 3) need(f.store->acknowledge(interview(i), 1, hashOfSealed(i), bytesOf("r"), InterviewState::Received));
    }
    const std::array<std::int64_t, 4> lost{2, 3, 7, 2};
    CHECK(need(f.store->requeue(lost)) == 1);
    const auto items = need(f.store->outbox(10));
    REQUIRE(items.size() == 2);
    CHECK(items[0].sequence == 2);
    CHECK(need(f.store->interview(interview(2))).state == InterviewState::Finalised);
    need(f.store->acknowledge(interview(2), 1, hashOfSealed(2), bytesOf("r2"), InterviewState::Received));
    CHECK(need(f.store->ledger()).received == 2);
}

TEST_CASE("a store restored from a copy continues after a number, and items under used numbers get new ones",
          "[storage][queue]") {
    Fixture f;
    for (std::uint64_t i = 1; i <= 3; ++i)
        f.finalised(interview(i));
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("r"), InterviewState::Received));
    need(f.store->acknowledge(interview(2), 1, hashOfSealed(2), bytesOf("notice"), InterviewState::Refused));
    const std::array<std::int64_t, 4> taken{1, 2, 3, 9}; // the first one was received, by a server that has lost it
    need(f.store->goOnBehind(7, taken));
    const auto numbers = need(f.reopen().sealedNumbers());
    REQUIRE(numbers.size() == 3);
    CHECK(numbers[0].sequence == 8);
    CHECK(numbers[1].sequence == 9);
    CHECK(numbers[2].sequence == 10);
    const auto items = need(f.store->outbox(10));
    REQUIRE(items.size() == 3);
    CHECK(items[0].id == interview(1));
    CHECK(items[0].envelope == toBytes("sealed 1"));
    CHECK(need(f.store->interview(interview(3))).sequence == 10);
    CHECK(need(f.store->ledger()).finalised == 3);
    CHECK(need(f.store->ledger()).received == 0);
    CHECK(need(f.store->ledger()).lastSequence == 10);
    need(f.store->goOnBehind(4, {}));
    CHECK(f.finalised(interview(4)) == 11);
}

TEST_CASE("a sealed copy goes only when its receipt is old enough", "[storage][queue]") {
    Fixture f;
    for (std::uint64_t i = 1; i <= 3; ++i)
        f.finalised(interview(i));
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("r"), InterviewState::Received));
    f.clock.advance(std::chrono::hours(24) * 31);
    need(f.store->acknowledge(interview(2), 1, hashOfSealed(2), bytesOf("r"), InterviewState::Received));
    CHECK(need(f.store->forgetReceived(need(f.store->receivedBefore(f.clock.now() - std::chrono::hours(24) * 30)))) ==
          1);
    CHECK(f.store->finalisedItem(1).error().code == StorageErrc::NotFound);
    CHECK(need(f.store->finalisedItem(2)).sequence == 2);
    CHECK(need(f.store->outbox(10)).size() == 1);
    CHECK(need(f.store->ledger()).received == 2);
    const auto listed = need(f.store->interviews());
    REQUIRE(listed.size() == 2);
    CHECK(listed.front().id == interview(2));
    CHECK(need(f.store->interview(interview(1))).startedAt == TimePoint{});
    // The receipt may still come again from a late answer of the server.
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("r"), InterviewState::Received));
    CHECK(need(f.store->receivedBefore(f.clock.now())).empty());
    CHECK(need(f.store->receivedBefore(f.clock.now() + std::chrono::hours(1))) == std::vector<std::int64_t>{2});
    CHECK(f.finalised(interview(4)) == 4);
}

TEST_CASE("the hash of what was under a number outlives its copy, and the newest received one is known by it",
          "[storage][queue][chain]") {
    Fixture f;
    const auto hashOf = [](const char* envelope) { return crypto::blake2b(bytesOf(std::string_view(envelope))); };
    CHECK_FALSE(need(f.store->hashUnder(1)));
    CHECK_FALSE(need(f.store->newestReceived()));
    for (std::uint64_t i = 1; i <= 3; ++i)
        f.finalised(interview(i));
    CHECK(need(f.store->hashUnder(2)) == hashOf("sealed 2"));
    CHECK_FALSE(need(f.store->newestReceived()));
    need(f.store->acknowledge(interview(1), 1, hashOfSealed(1), bytesOf("r"), InterviewState::Received));
    need(f.store->acknowledge(interview(2), 1, hashOfSealed(2), bytesOf("notice"), InterviewState::Refused));
    const NumberHash first{1, hashOf("sealed 1")};
    CHECK(need(f.store->newestReceived()) == first); // the second one was set aside
    CHECK(need(f.store->forgetReceived(std::array<std::int64_t, 3>{1, 2, 3})) == 2);
    CHECK(need(f.reopen().sealedNumbers()).size() == 1);
    CHECK(need(f.store->hashUnder(1)) == first.hash);
    CHECK(need(f.store->hashUnder(2)) == hashOf("sealed 2"));
    CHECK(need(f.store->hashUnder(3)) == hashOf("sealed 3"));
    CHECK(need(f.store->newestReceived()) == first);
    need(f.store->acknowledge(interview(3), 1, hashOfSealed(3), bytesOf("r"), InterviewState::Received));
    CHECK(need(f.store->newestReceived()) == NumberHash{3, hashOf("sealed 3")});
}

TEST_CASE("a store restored from a copy remembers the head of the server, under a number that it does not have itself",
          "[storage][queue][chain]") {
    Fixture f;
    for (std::uint64_t i = 1; i <= 3; ++i)
        f.finalised(interview(i));
    const auto theirs = crypto::blake2b(bytesOf("what the server has"));
    need(f.store->goOnBehind(3, std::array<std::int64_t, 1>{2}, NumberHash{2, theirs}));
    CHECK(need(f.reopen().hashUnder(2)) == theirs); // the one that was there is number 4 now
    CHECK(need(f.store->hashUnder(4)) == crypto::blake2b(bytesOf("sealed 2")));
    need(f.store->goOnBehind(3, {}, NumberHash{3, theirs}));
    CHECK(need(f.store->hashUnder(3)) == crypto::blake2b(bytesOf("sealed 3")));
    CHECK_FALSE(need(f.store->newestReceived())); // no receipt says so
}

TEST_CASE("settings and packs read back as they were stored", "[storage][settings]") {
    Fixture f;
    CHECK_FALSE(need(f.store->setting("device")));
    CHECK_FALSE(need(f.store->currentPackHash()));
    CHECK_FALSE(need(f.store->pack("a")));
    need(f.store->setSetting("device", bytesOf("one")));
    need(f.store->setSetting("device", bytesOf("two")));
    need(f.store->setSetting("empty", {}));
    need(f.store->putPack("a", bytesOf("pack a")));
    need(f.store->putPack("b", bytesOf("pack b")));
    CHECK(need(f.reopen().setting("device")) == toBytes("two"));
    CHECK(need(f.store->setting("empty")) == Bytes{});
    CHECK(need(f.store->currentPackHash()) == "b");
    need(f.store->putPack("a", bytesOf("pack a")));
    CHECK(need(f.store->currentPackHash()) == "a");
    CHECK(need(f.store->pack("b")) == toBytes("pack b"));
}

TEST_CASE("the list shows every interview in the order in which they were started", "[storage][draft]") {
    Fixture f;
    need(f.store->createDraft(interview(2), "form-1", answer("/data/q", "x")));
    f.finalised(interview(1));
    const auto list = need(f.store->interviews());
    REQUIRE(list.size() == 2);
    CHECK(list[0].id == interview(2));
    CHECK(list[0].answered == 1);
    CHECK(list[1].id == interview(1));
    CHECK(list[1].answered == 0);
    CHECK(need(f.store->ledger()).drafts == 1);
}

TEST_CASE("eight stores can be in use in eight threads at once", "[storage][threads]") {
    constexpr std::size_t kStores = 8;
    constexpr int kAnswers = 12;
    const peil_test::TemporaryFolder folder;
    const peil_test::ManualClock clock;
    // Catch2 checks in one thread only: each thread notes how many answers went through.
    std::array<int, kStores> stored{};
    std::vector<std::thread> threads;
    const auto work = [&](std::size_t number) {
        auto store = LocalStore::open(folder.path() / std::to_string(number), keyOf(number), clock);
        if (!store || !store->createDraft(interview(number), "form-1", {})) return;
        for (int i = 0; i < kAnswers; ++i)
            if (store->change(interview(number), answer("/data/q" + std::to_string(i), "v"))) ++stored[number];
    };
    for (std::size_t number = 0; number < kStores; ++number)
        threads.emplace_back(work, number);
    for (auto& thread : threads)
        thread.join();
    for (std::size_t number = 0; number < kStores; ++number) {
        auto store = need(LocalStore::open(folder.path() / std::to_string(number), keyOf(number), clock));
        CHECK(stored[number] == kAnswers);
        CHECK(need(store.answers(interview(number))).size() == kAnswers);
    }
}
