// SPDX-License-Identifier: Apache-2.0
#include "device_settings.h"
#include "field_bench.h"
#include "outbox_mirror.h"
#include "rehearsal.h"

#include "peil/base/file.h"
#include "peil/crypto/signer_box.h"
#include "peil/storage/error.h"
#include "peil_test/full_disk.h"
#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::need;

namespace {

constexpr const char* kFirst = "4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a11";
constexpr const char* kSecond = "4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a12";

Result<> hold(FieldBench& bench, const std::string& uuid) {
    auto rehearsal = need(Rehearsal::open(bench.storage(), bench.fieldClock(), bench.rng()));
    const auto interviews = need(parseRehearsal(peil_test::shortInterview(uuid)));
    return rehearsal.play(interviews.front());
}

/// From the last answer on the store cannot grow, which it notices when it commits; the outbox can.
Result<> holdOnFullDisk(FieldBench& bench, const std::string& uuid) {
    auto rehearsal = need(Rehearsal::open(bench.storage(), bench.fieldClock(), bench.rng()));
    const auto interviews = need(parseRehearsal(peil_test::shortInterview(uuid)));
    std::optional<peil_test::FileSizeLimit> full;
    auto left = interviews.front().answers.size();
    rehearsal.tellStored([&](std::string_view) {
        if (--left == 0) full.emplace(std::filesystem::file_size(bench.folder() / "store.db"));
    });
    return rehearsal.play(interviews.front());
}

Result<storage::OutboxItem> itemOf(FieldBench& bench, std::int64_t sequence) {
    return waitFor(
        bench.storage().withStore([sequence](storage::LocalStore& store) { return store.finalisedItem(sequence); }));
}

storage::Ledger ledger(FieldBench& bench) {
    return need(waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.ledger(); })));
}

/// The server has received what is sealed as number 1.
void receiveFirst(FieldBench& bench) {
    const auto item = need(itemOf(bench, 1));
    need(waitFor(bench.storage().withStore([&item](storage::LocalStore& store) {
        return store.acknowledge(item.id, 1, crypto::blake2b(item.envelope), {}, storage::InterviewState::Received);
    })));
}

/// Two finished interviews; the server has the first.
void holdTwo(FieldBench& bench) {
    need(hold(bench, kFirst));
    need(hold(bench, kSecond));
    receiveFirst(bench);
}

/// An interview in the outbox alone, number 1: its store was lost, and an older copy came in its place.
Outbox::Entry holdWithoutStore(FieldBench& bench, const std::string& uuid) {
    const auto store = bench.folder() / "store.db", copy = bench.file("copy.db");
    bench.release();
    std::filesystem::copy_file(store, copy);
    bench.reopen();
    need(hold(bench, uuid));
    bench.release();
    std::filesystem::copy_file(copy, store, std::filesystem::copy_options::overwrite_existing);
    bench.reopen();
    const auto entries = need(Outbox(bench.folder() / "outbox").entries());
    REQUIRE(entries.size() == 1);
    return entries.front();
}

/// How many messages the outbox has once what is old has gone, by these clocks of tablet and server.
std::size_t leftAfter(FieldBench& bench, TimePoint tablet, TimePoint server) {
    need(waitFor(bench.storage().withOutbox([=](storage::LocalStore& store, Outbox& outbox) {
        return forgetReceived(store, outbox, tablet, formatUtc(server));
    })));
    return need(Outbox(bench.folder() / "outbox").entries()).size();
}

std::size_t waiting(FieldBench& bench) {
    return need(Outbox(bench.folder() / "outbox").waiting());
}

} // namespace

TEST_CASE("a finished interview lies in the outbox with what it takes to send it", "[outbox]") {
    FieldBench bench;
    need(hold(bench, kFirst));
    Outbox outbox(bench.folder() / "outbox");
    const auto entries = need(outbox.entries());
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().sequence == 1);
    CHECK_FALSE(entries.front().received);
    const auto message = need(outbox.read(entries.front()));
    CHECK(message.interview.text() == kFirst);
    const auto sender = need(outbox.sender());
    REQUIRE(sender.has_value());
    CHECK(sender->server == "https://127.0.0.1:9");
    for (const auto& file : std::filesystem::directory_iterator(bench.folder() / "outbox"))
        CHECK(std::filesystem::status(file).permissions() == std::filesystem::perms(0600));
}

TEST_CASE("a message is of the version that the tablet's server reads, and names the item before it",
          "[outbox][chain]") {
    FieldBench bench;
    const auto server = crypto::makeSigningKeyPair(bench.rng());
    const auto inStore = [&bench](auto job) { return need(waitFor(bench.storage().withStore(job))); };
    const auto tablet = inStore([&](storage::LocalStore& store) -> Result<crypto::PublicKey> {
        auto owner = need(enrolment(store));
        owner.receiptKey = server.publicKey;
        const auto signing = need(signingKey(store));
        PEIL_CHECK(putEnrolment(store, owner, signing, need(tlsKey(store)), "e1"));
        return signing.publicKey;
    });
    const auto hear = [&](const char* epoch, int version) {
        need(waitFor(bench.storage().withStore([=, &bench](storage::LocalStore& store) {
            protocol::Manifest manifest;
            manifest.epoch = epoch;
            manifest.batchVersion = version;
            return putManifest(store, manifest, bench.clock().now());
        })));
    };
    /// The message under a number, as the server reads it.
    const auto sent = [&](std::int64_t sequence) {
        const Outbox outbox(bench.folder() / "outbox");
        for (const auto& entry : need(outbox.entries())) {
            if (entry.sequence != sequence) continue;
            const auto body = need(crypto::boxOpenAsSigner(need(outbox.read(entry)).box, server));
            return need(protocol::decodeBatch(body.view(), tablet));
        }
        FAIL("there is no such message");
        return protocol::Batch{};
    };
    need(hold(bench, kFirst)); // the server has not spoken yet
    CHECK(sent(1).version == 1);
    hear("e1", 2);
    need(hold(bench, kSecond));
    auto second = sent(2);
    CHECK(second.version == 2);
    const auto firstHash = crypto::blake2b(sent(1).items.at(0).envelope);
    CHECK(second.items.at(0).previous == firstHash);
    const auto& item = second.items.at(0);
    CHECK(isSignedBy(item.claim(second.device), item.signature.value(), tablet));
    hear("of another server", 2);
    need(hold(bench, "4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a13"));
    CHECK(sent(3).version == 1);

    // Put back from a copy: what waits follows other items now, and so do its messages.
    hear("e1", 2);
    const auto theirs = crypto::blake2b(bytesOf(std::string_view("what the server has as number 2")));
    need(waitFor(bench.storage().withOutbox([=](storage::LocalStore& store, Outbox& outbox) -> Result<> {
        PEIL_CHECK(store.goOnBehind(3, std::vector<std::int64_t>{2}, storage::NumberHash{2, theirs}));
        PEIL_CHECK(mirrorOutbox(store, outbox));
        return rewriteWaiting(store, outbox);
    })));
    CHECK(waiting(bench) == 3);
    CHECK(sent(3).items.at(0).previous == theirs);
    CHECK(sent(4).items.at(0).previous == crypto::blake2b(sent(3).items.at(0).envelope));
}

TEST_CASE("nothing that was answered can be read in the outbox, not even what the server may read", "[outbox]") {
    FieldBench bench;
    need(hold(bench, kFirst));
    const auto files = peil_test::bytesOfFiles(bench.folder() / "outbox");
    const auto seed = need(waitFor(bench.storage().withStore([](storage::LocalStore& store) -> Result<Bytes> {
        return toBytes(textOf(need(signingKey(store)).seed.view()));
    })));
    for (const auto& [name, bytes] : files) {
        INFO(name);
        const auto holds = [&content = bytes](ByteView part) {
            return std::search(content.begin(), content.end(), part.begin(), part.end()) != content.end();
        };
        for (const std::string_view word : {"AMS-02", "not_eligible", "opioid_days_week", "finalisedAt", "outcome"})
            CHECK_FALSE(holds(bytesOf(word)));
        CHECK_FALSE(holds(seed));
    }
}

TEST_CASE("an interview that cannot be put into the outbox is not finished, and stays a draft", "[outbox]") {
    FieldBench bench;
    need(hold(bench, kFirst));
    std::filesystem::rename(bench.folder() / "outbox", bench.file("kept"));
    need(writeFileDurably(bench.folder() / "outbox", bytesOf("no folder")));
    CHECK_FALSE(hold(bench, kSecond).has_value());
    CHECK(ledger(bench).finalised == 1);
    CHECK(ledger(bench).drafts == 1);
    std::filesystem::remove(bench.folder() / "outbox");
    std::filesystem::rename(bench.file("kept"), bench.folder() / "outbox");
    need(hold(bench, kSecond));
    CHECK(ledger(bench).finalised == 2);
    CHECK(waiting(bench) == 2);
}

TEST_CASE("an interview whose commit fails after its message was written is a draft, and comes once", "[outbox]") {
    FieldBench bench;
    need(hold(bench, kFirst));
    const auto touched = [&bench] { return std::filesystem::last_write_time(bench.folder() / "outbox"); };
    const auto earlier = touched();
    CHECK_FALSE(holdOnFullDisk(bench, kSecond).has_value());
    CHECK(touched() != earlier); // the message was there
    CHECK(ledger(bench).finalised == 1);
    CHECK(ledger(bench).drafts == 1);
    CHECK(waiting(bench) == 1);

    // The message is there and the power goes before the store commits: the store of before, the outbox of after.
    const auto store = bench.folder() / "store.db", before = bench.file("before.db");
    bench.release();
    std::filesystem::copy_file(store, before);
    bench.reopen();
    need(hold(bench, kSecond));
    const auto lost = need(itemOf(bench, 2)).envelope;
    bench.release();
    std::filesystem::copy_file(before, store, std::filesystem::copy_options::overwrite_existing);
    bench.reopen();
    CHECK(ledger(bench).finalised == 1);
    CHECK(ledger(bench).drafts == 1);
    CHECK(waiting(bench) == 2); // it may be all that is left of the interview

    need(hold(bench, kSecond));
    CHECK(ledger(bench).finalised == 2);
    CHECK(ledger(bench).drafts == 0);
    const Outbox outbox(bench.folder() / "outbox");
    const auto entries = need(outbox.entries());
    REQUIRE(entries.size() == 2);
    const auto message = need(outbox.read(entries.back()));
    const auto kept = need(itemOf(bench, 2)).envelope;
    CHECK(message.interview.text() == kSecond);
    CHECK(message.envelopeHash == crypto::blake2b(kept));
    CHECK(kept != lost);
}

TEST_CASE("what the outbox lacks is added when the store is opened", "[outbox]") {
    FieldBench bench;
    need(hold(bench, kFirst));
    need(hold(bench, kSecond));
    std::filesystem::remove_all(bench.folder() / "outbox");
    bench.release();
    bench.reopen();
    CHECK(waiting(bench) == 2);
    CHECK(need(Outbox(bench.folder() / "outbox").sender()).has_value());

    receiveFirst(bench);
    bench.release();
    bench.reopen();
    CHECK(waiting(bench) == 1);
    need(waitFor(bench.storage().withStore([](storage::LocalStore& store) -> Result<> {
        const std::int64_t first = 1;
        PEIL_CHECK(store.requeue({&first, 1}));
        return {};
    })));
    bench.release();
    bench.reopen();
    CHECK(waiting(bench) == 2);
}

TEST_CASE("a message of the same number but another interview is kept: its store was lost", "[outbox]") {
    const peil_test::TemporaryFolder folder;
    Outbox outbox(folder.path() / "outbox");
    const auto message = [](const char* id, std::uint8_t hash) {
        SealedMessage one{InterviewId(id), 1, {}, toBytes("box")};
        one.envelopeHash.fill(hash);
        return one;
    };
    need(outbox.put(message(kFirst, 1)));
    need(outbox.put(message(kSecond, 2)));
    CHECK(need(outbox.entries()).size() == 2);
    // The same one again, sealed anew: the first try was never committed.
    need(outbox.put(message(kSecond, 3)));
    CHECK(need(outbox.entries()).size() == 2);
    // The same under a new number, since the server has the old one of somebody else.
    auto renumbered = message(kSecond, 3);
    renumbered.sequence = 4;
    need(outbox.put(renumbered));
    CHECK(need(outbox.entries()).size() == 2);
    CHECK(need(outbox.entries()).back().sequence == 4);
    need(outbox.putReceipt(message(kSecond, 3).envelopeHash, bytesOf(std::string_view("receipt"))));
    CHECK(need(outbox.waiting()) == 1);
    need(outbox.forget(InterviewId(kFirst)));
    CHECK(need(outbox.waiting()) == 0);
    need(outbox.forget(message(kSecond, 3).envelopeHash));
    CHECK(need(outbox.entries()).empty());
}

TEST_CASE("a receipt that cannot be taken back is reported, also when another one could", "[outbox]") {
    const peil_test::TemporaryFolder folder;
    Outbox outbox(folder.path());
    crypto::Digest hash{};
    need(outbox.put({InterviewId(kFirst), 1, hash, toBytes("box")}));
    need(outbox.put({InterviewId(kSecond), 2, hash, toBytes("box")}));
    const auto entries = need(outbox.entries());
    std::filesystem::create_directories(folder.path() / (entries.front().name + ".receipt") / "not empty");
    need(writeFileDurably(folder.path() / (entries.back().name + ".receipt"), {}));
    CHECK_FALSE(outbox.takeReceiptBack(hash).has_value());
}

TEST_CASE("what only the outbox has stays when another interview of its number leaves the tablet", "[outbox]") {
    FieldBench bench;
    const auto lost = holdWithoutStore(bench, kFirst);
    need(hold(bench, kSecond)); // number 1 again
    receiveFirst(bench);
    const auto later = bench.clock().now() + std::chrono::days(91);
    CHECK(leftAfter(bench, later, later) == 1);
    CHECK(need(Outbox(bench.folder() / "outbox").entries()).front().name == lost.name);
    CHECK(waiting(bench) == 1);
}

TEST_CASE("what only the outbox has leaves it when the server's receipt is old enough", "[outbox]") {
    FieldBench bench;
    const auto lost = holdWithoutStore(bench, kFirst);
    Outbox outbox(bench.folder() / "outbox");
    const auto server = crypto::makeSigningKeyPair(bench.rng());
    const auto now = bench.clock().now(), later = now + std::chrono::days(91);
    CHECK(leftAfter(bench, later, later) == 1);
    need(waitFor(bench.storage().withStore([&](storage::LocalStore& store) {
        auto owner = need(enrolment(store));
        owner.receiptKey = server.publicKey;
        return putEnrolment(store, owner, need(signingKey(store)), need(tlsKey(store)), "e1");
    })));
    protocol::Receipt receipt;
    receipt.interview = InterviewId(kFirst);
    receipt.sequence = 1;
    receipt.envelopeHash = need(outbox.read(lost)).envelopeHash;
    receipt.at = formatUtc(now);
    need(outbox.putReceipt(receipt.envelopeHash, encodeReceipt(receipt, server)));
    CHECK(leftAfter(bench, now + std::chrono::days(89), later) == 1);
    CHECK(leftAfter(bench, later, later) == 0);
}

TEST_CASE("messages of one number are completed and marked each by its own envelope", "[outbox]") {
    FieldBench bench;
    const auto lost = holdWithoutStore(bench, kFirst);
    need(hold(bench, kSecond));
    Outbox outbox(bench.folder() / "outbox");
    need(outbox.forget(crypto::blake2b(need(itemOf(bench, 1)).envelope)));
    bench.release();
    bench.reopen();
    CHECK(need(outbox.entries()).size() == 2); // the second one was added again
    need(outbox.putReceipt(need(outbox.read(lost)).envelopeHash, bytesOf(std::string_view("receipt"))));
    receiveFirst(bench);
    bench.release();
    bench.reopen();
    CHECK(waiting(bench) == 0);
    need(waitFor(bench.storage().withStore([](storage::LocalStore& store) {
        return store.requeue(std::array<std::int64_t, 1>{1}); // the server lost it
    })));
    bench.release();
    bench.reopen();
    CHECK(waiting(bench) == 1);
}

TEST_CASE("an outbox that waits is named where keys and store are gone, and nothing is made over it", "[outbox]") {
    FieldBench bench;
    need(hold(bench, kFirst));
    bench.release();
    for (const char* name : {"keyslots", "keyslots.copy", "device-secret", "store.db"})
        std::filesystem::remove(bench.folder() / name);
    Vault vault(bench.folder(), bench.clock(), bench.rng(), crypto::PassphraseCost::minimal());
    CHECK(vault.lockState().error().code == FieldErrc::KeysLost);
    CHECK(vault.create(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase))).error().code ==
          FieldErrc::StoreExists);
    CHECK(waiting(bench) == 1);
}

TEST_CASE("what was received leaves the tablet after ninety days by both clocks, and what waits never", "[outbox]") {
    FieldBench bench;
    holdTwo(bench);
    const auto now = bench.clock().now();
    const auto later = now + std::chrono::days(91);
    CHECK(leftAfter(bench, now + std::chrono::days(89), now + std::chrono::days(89)) == 2);
    CHECK(leftAfter(bench, later, now) == 2); // the tablet's clock is ahead
    CHECK(leftAfter(bench, now, later) == 2);
    CHECK(leftAfter(bench, later, later) == 1);
    CHECK(ledger(bench).received == 1);
    CHECK(ledger(bench).waiting == 1);
    CHECK(leftAfter(bench, later, later) == 1);
}

TEST_CASE("the study says after how many days what was received leaves, and without it nothing goes", "[outbox]") {
    FieldBench bench;
    holdTwo(bench);
    auto files = bench.study()->pack.files();
    auto& toml = files.at("study.toml");
    const auto key = bytesOf("\n[tablet]\nkeep_received_days = 30\n");
    toml.insert(toml.end(), key.begin(), key.end());
    const auto signer = crypto::makeSigningKeyPair(bench.rng());
    const auto pack = need(study::StudyPack::build(files, signer));
    const auto now = bench.clock().now();
    const auto early = now + std::chrono::days(29), late = now + std::chrono::days(31);
    need(waitFor(bench.storage().withStore([&](storage::LocalStore& store) {
        auto owner = need(enrolment(store));
        owner.signerKey = signer.publicKey; // a tablet that is enrolled in another study, whose pack has not come yet
        return putEnrolment(store, owner, crypto::makeSigningKeyPair(bench.rng()), "", "");
    })));
    CHECK(leftAfter(bench, now + std::chrono::days(400), now + std::chrono::days(400)) == 2);
    need(waitFor(bench.storage().withStore([&](storage::LocalStore& store) {
        return takePack(store, toHex(crypto::sha256(pack)), pack, signer.publicKey);
    })));
    CHECK(leftAfter(bench, early, early) == 2);
    CHECK(leftAfter(bench, late, late) == 1);
}

TEST_CASE("what its participant took back leaves the tablet, and what waits does not", "[outbox]") {
    FieldBench bench;
    holdTwo(bench);
    need(waitFor(bench.storage().withOutbox([](storage::LocalStore& store, Outbox& outbox) {
        return forgetWithdrawn(store, outbox, std::vector<std::int64_t>{1, 2, 3});
    })));
    const auto entries = need(Outbox(bench.folder() / "outbox").entries());
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().sequence == 2);
    CHECK(ledger(bench).received == 1); // its number stays
    CHECK(ledger(bench).waiting == 1);
    const auto copy =
        waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.finalisedItem(1); }));
    REQUIRE_FALSE(copy);
    CHECK(copy.error().code == storage::StorageErrc::NotFound);
}

TEST_CASE("while an alarm stands nothing leaves the tablet, neither what is old nor what its participant took back",
          "[outbox]") {
    FieldBench bench;
    holdTwo(bench);
    const auto setAlarm = [&bench](const std::string& since) {
        need(waitFor(bench.storage().withStore(
            [since](storage::LocalStore& store) { return setTextSetting(store, kAlarmSetting, since); })));
    };
    const auto later = bench.clock().now() + std::chrono::days(91);
    setAlarm(formatUtc(bench.clock().now()));
    CHECK(leftAfter(bench, later, later) == 2);
    need(waitFor(bench.storage().withOutbox([](storage::LocalStore& store, Outbox& outbox) {
        return forgetWithdrawn(store, outbox, std::vector<std::int64_t>{1, 2});
    })));
    CHECK(need(Outbox(bench.folder() / "outbox").entries()).size() == 2);
    need(itemOf(bench, 1));
    setAlarm({});
    CHECK(leftAfter(bench, later, later) == 1);
}

TEST_CASE("a damaged sender is named", "[outbox]") {
    FieldBench bench;
    need(hold(bench, kFirst));
    need(writeFileDurably(bench.folder() / "outbox" / "sender.json", bytesOf("{}"), FileMode::Private));
    CHECK(Outbox(bench.folder() / "outbox").sender().error().code == FieldErrc::BadOutbox);
}
