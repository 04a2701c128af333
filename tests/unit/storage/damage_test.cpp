// SPDX-License-Identifier: Apache-2.0
// A disk that is full, a disk that lies or refuses, and files that were changed.
#include "failing_disk.h"
#include "file_bytes.h"
#include "store_fixture.h"

#include <functional>

using namespace peil;
using namespace peil::storage;
using namespace store_test;
using peil_test::need;

namespace {

/// Several pages of answers in a draft.
DraftChange manyAnswers(int first) {
    DraftChange change;
    for (int i = first; i < first + 60; ++i)
        change.rows.push_back({"/data/q" + std::to_string(i), std::string(400, 'a'), ""});
    return change;
}

template <class T>
std::error_code codeOf(const Result<T>& result) {
    return result ? std::error_code() : result.error().code;
}

Result<Bytes> sealLarge(std::int64_t) {
    return Bytes(50'000, 7);
}

} // namespace

TEST_CASE("on a full disk a change is undone, and goes through when there is space again", "[storage][disk]") {
    Fixture f;
    need(f.store->createDraft(interview(1), "form-1", answer("/data/q", "kept")));
    {
        const FileSizeLimit limit(std::filesystem::file_size(f.file));
        const auto changed = f.store->change(interview(1), manyAnswers(0));
        REQUIRE_FALSE(changed);
        CHECK(changed.error().code == StorageErrc::DiskFull);
        CHECK(f.store->finalise(interview(1), sealLarge).error().code == StorageErrc::DiskFull);
        CHECK(need(f.store->answers(interview(1))).size() == 1);
    }
    need(f.store->change(interview(1), manyAnswers(0)));
    CHECK(need(f.store->finalise(interview(1), sealLarge)) == 1);
    CHECK(need(f.reopen().outbox(1)).size() == 1);
}

TEST_CASE("on a full disk no store is made and nothing is left behind", "[storage][disk]") {
    const peil_test::TemporaryFolder folder;
    const peil_test::ManualClock clock;
    {
        const FileSizeLimit limit(4096);
        CHECK(LocalStore::open(folder.path() / "x.db", keyOf(1), clock).error().code == StorageErrc::DiskFull);
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "x.db"));
}

TEST_CASE("a copy to a full disk fails and leaves no partial file", "[storage][disk][backup]") {
    const peil_test::TemporaryFolder folder;
    constexpr std::array<Migration, 1> schema{{{1, "CREATE TABLE t(v TEXT)"}}};
    auto database = need(Database::open(folder.path() / "x.db", keyOf(1), Profile::Tablet, schema));
    const FileSizeLimit limit(4096);
    CHECK(database.backupTo(folder.path() / "copy.db").error().code == StorageErrc::DiskFull);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "copy.db.part"));
}

TEST_CASE("after a failed sync nothing is acknowledged until the store is opened again", "[storage][disk]") {
    Fixture f;
    FailingDisk disk;
    f.reopen();
    need(f.store->createDraft(interview(1), "form-1", answer("/data/q", "one")));
    disk.failSyncs(true);
    const auto changed = f.store->change(interview(1), answer("/data/q", "two"));
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code == StorageErrc::IoError);
    disk.failSyncs(false);
    CHECK(f.store->change(interview(1), answer("/data/q", "three")).error().code == StorageErrc::IoError);
    CHECK(f.store->answers(interview(1)).error().code == StorageErrc::IoError);
    CHECK(f.store->ledger().error().code == StorageErrc::IoError);
    const auto value = need(f.reopen().answers(interview(1)))[0].value;
    CHECK((value == "one" || value == "two"));
    need(f.store->change(interview(1), answer("/data/q", "four")));
}

TEST_CASE("a sync that fails at any point of an answer never loses one that was acknowledged", "[storage][disk]") {
    Fixture f;
    FailingDisk disk;
    f.reopen();
    need(f.store->createDraft(interview(1), "form-1", answer("/data/q", "0")));
    int acknowledged = 0;
    int refused = 0;
    for (int attempt = 1; attempt <= 24; ++attempt) {
        disk.failSyncAfter(attempt % 6);
        const auto changed = f.store->change(interview(1), answer("/data/q", std::to_string(attempt)));
        disk.failSyncs(false);
        const auto value = std::stoi(need(f.reopen().answers(interview(1)))[0].value);
        if (changed)
            acknowledged = attempt;
        else
            ++refused;
        REQUIRE((value == acknowledged || value == attempt));
        acknowledged = value;
    }
    CHECK(refused >= 12);
}

TEST_CASE("a changed byte is found on every page, and never read as an answer", "[storage][damage]") {
    Fixture f;
    need(f.store->createDraft(interview(1), "form-1", manyAnswers(0)));
    const auto expected = need(f.store->answers(interview(1)));
    f.store.reset();
    const auto good = bytesOfFile(f.file);
    constexpr std::size_t pageBytes = 4096;
    std::size_t found = 0;
    for (std::size_t page = 0; page < good.size() / pageBytes; ++page) {
        auto bad = good;
        auto& byte = bad[page * pageBytes + 100 + 37 * page % 3900];
        byte = static_cast<std::uint8_t>(byte ^ 4U);
        writeBytes(f.file, bad);
        auto opened = LocalStore::open(f.file, keyOf(1), f.clock);
        if (!opened) {
            const auto code = opened.error().code;
            REQUIRE((code == StorageErrc::WrongKey || code == StorageErrc::Corrupt));
            continue;
        }
        const auto rows = opened->answers(interview(1));
        if (rows) {
            REQUIRE(*rows == expected);
        } else {
            REQUIRE(rows.error().code == StorageErrc::Corrupt);
            ++found;
        }
    }
    CHECK(found >= 6); // 24 kB of answers
}

TEST_CASE("whatever a damaged page stops is called damage, not a full disk and not a bug", "[storage][damage]") {
    Fixture f;
    need(f.store->createDraft(interview(1), "form-1", manyAnswers(0)));
    f.finalised(interview(2));
    need(f.store->setSetting("device", bytesOf("name")));
    need(f.store->putPack("hash", Bytes(20'000, 3)));
    f.store.reset();
    const auto good = bytesOfFile(f.file);
    constexpr std::size_t kPage = 4096;
    std::size_t found = 0;
    for (std::size_t page = 0; page < good.size() / kPage; ++page) {
        INFO("page " << page);
        std::vector<std::function<std::error_code(LocalStore&)>> uses{
            [](LocalStore& store) { return codeOf(store.ledger()); },
            [](LocalStore& store) { return codeOf(store.interviews()); },
            [](LocalStore& store) { return codeOf(store.outbox(10)); },
            [](LocalStore& store) { return codeOf(store.setting("device")); },
            [](LocalStore& store) { return codeOf(store.pack("hash")); },
            [](LocalStore& store) { return codeOf(store.answers(interview(1))); },
            [](LocalStore& store) { return codeOf(store.change(interview(1), manyAnswers(30))); },
            [](LocalStore& store) { return codeOf(store.finalise(interview(1), sealLarge)); },
        };
        for (const auto& use : uses) {
            auto bad = good;
            bad[page * kPage + 2000] ^= 1U;
            writeBytes(f.file, bad);
            auto opened = LocalStore::open(f.file, keyOf(1), f.clock);
            const auto code = opened ? use(*opened) : opened.error().code;
            if (!code) continue;
            ++found;
            CHECK((code == StorageErrc::WrongKey || code == StorageErrc::Corrupt));
        }
    }
    CHECK(found >= 20);
}

TEST_CASE("the check of a store finds one changed byte", "[storage][damage]") {
    const peil_test::TemporaryFolder folder;
    const auto file = folder.path() / "x.db";
    constexpr std::array<Migration, 1> schema{{{1, "CREATE TABLE t(v TEXT); CREATE TABLE u(v TEXT)"}}};
    {
        auto database = need(Database::open(file, keyOf(1), Profile::Tablet, schema));
        need(database.checkIntegrity());
    }
    auto bytes = bytesOfFile(file);
    bytes[bytes.size() - 2000] = static_cast<std::uint8_t>(bytes[bytes.size() - 2000] ^ 1U);
    writeBytes(file, bytes);
    auto database = need(Database::open(file, keyOf(1), Profile::Tablet, schema));
    CHECK(database.checkIntegrity().error().code == StorageErrc::Corrupt);
}
