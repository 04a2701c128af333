// SPDX-License-Identifier: Apache-2.0
#include "peil/base/file.h"
#include "peil/storage/error.h"
#include "server_fixture.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <thread>

using namespace server_test;
using repository::Records;
using repository::RepositoryErrc;

namespace {

Result<> addDevice(Records& records, const std::string& id) {
    return records.addDevice({DeviceId(id), "AMS", {}, TimePoint{}, {}, {}});
}

std::size_t deviceCount(repository::Repository& repository) {
    std::size_t count = 0;
    need(repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(const auto devices, records.devices());
        count = devices.size();
        return {};
    }));
    return count;
}

} // namespace

TEST_CASE("a unit that fails leaves no trace, and its neighbours in the same commit stay", "[server][repository]") {
    ServerFixture fixture;
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 24; ++i)
        threads.emplace_back([&, i] {
            const auto result = fixture.repository->write([&](Records& records) -> Result<> {
                PEIL_CHECK(addDevice(records, "device-" + std::to_string(i)));
                if (i % 3 == 0) return fail(services::ServiceErrc::BadBatch);
                return {};
            });
            if (!result) ++failed;
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(failed == 8);
    CHECK(deviceCount(*fixture.repository) == 16);
}

TEST_CASE("a tablet is the same by its key as by its id", "[server][repository]") {
    ServerFixture fixture;
    const auto at = fixture.clock.now();
    need(fixture.repository->write([&](Records& records) -> Result<> {
        PEIL_CHECK(addDevice(records, "one"));
        return records.blockDevice(DeviceId("one"), at);
    }));
    std::optional<repository::DeviceRow> byId, byKey;
    need(fixture.repository->read([&](Records& records) -> Result<> {
        PEIL_TRY(byId, records.device(DeviceId("one")));
        PEIL_TRY(byKey, records.deviceOfKey({}));
        return {};
    }));
    REQUIRE(byId);
    REQUIRE(byKey);
    CHECK(byKey->id == byId->id);
    CHECK(byKey->blockedAt == at);
    CHECK(byId->blockedAt == at);
}

TEST_CASE("a broken rule of the store undoes one unit only", "[server][repository]") {
    ServerFixture fixture;
    need(fixture.repository->write([](Records& records) { return addDevice(records, "one"); }));
    const auto twice = fixture.repository->write([](Records& records) { return addDevice(records, "one"); });
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == storage::StorageErrc::Constraint);
    need(fixture.repository->write([](Records& records) { return addDevice(records, "two"); }));
    CHECK(deviceCount(*fixture.repository) == 2);
}

TEST_CASE("an exception of a unit reaches its caller and undoes it", "[server][repository]") {
    ServerFixture fixture;
    CHECK_THROWS_AS(fixture.repository->write([](Records& records) -> Result<> {
        need(addDevice(records, "one"));
        throw std::runtime_error("broken invariant");
    }),
                    std::runtime_error);
    CHECK(deviceCount(*fixture.repository) == 0);
}

TEST_CASE("a mark ahead of its store, of another epoch or unreadable is refused", "[server][repository][epoch]") {
    ServerFixture fixture;
    need(fixture.repository->write([](Records& records) { return addDevice(records, "one"); }));
    fixture.repository.reset(); // writes the mark
    const auto open = [&](repository::OpenOptions::Restored restored = repository::OpenOptions::Restored::No) {
        return repository::createSqlcipherRepository({fixture.folder.path(), restored}, fixture.keys.databaseKey,
                                                     fixture.rng);
    };
    const auto markFile = fixture.folder.path() / "server.mark";
    const auto mark = need(readTextFile(markFile, 4096));
    const auto write = [&](std::string_view text) {
        need(writeFileDurably(markFile, bytesOf(text), FileMode::Private));
    };
    for (const auto* ahead : {"peil-mark-1 00000000-0000-4000-8000-000000000000 1\n", "peil-mark-1 "})
        CHECK((write(ahead), !open()));
    write("peil-mark-1 00000000-0000-4000-8000-000000000000 0\n");
    CHECK(open().error().code == RepositoryErrc::OlderThanMark);
    write("peil-mark-2 00000000-0000-4000-8000-000000000000 0\n");
    CHECK(open().error().code == RepositoryErrc::MarkUnreadable);
    write(mark.substr(0, mark.size() - 2) + "9\n");
    CHECK(open().error().code == RepositoryErrc::OlderThanMark);
    write(mark);
    CHECK(open());
    CHECK(open(repository::OpenOptions::Restored::Yes));
    CHECK(need(readTextFile(markFile, 4096)).substr(0, 48) != mark.substr(0, 48));
    CHECK(open());
}

TEST_CASE("after a damaged page nothing is accepted, and the program is notified once", "[server][repository]") {
    ServerFixture fixture;
    fixture.repository.reset();
    std::vector<std::error_code> failures;
    const auto onFailure = [&](const Error& error) { failures.push_back(error.code); };
    fixture.repository = need(repository::createSqlcipherRepository(
        {.folder = fixture.folder.path(), .onFailure = onFailure}, fixture.keys.databaseKey, fixture.rng));
    need(fixture.repository->write([](Records& records) { return addDevice(records, "one"); }));
    for (std::int64_t i = 1; i <= 16; ++i) // more than the page cache and the WAL keep
        need(fixture.repository->write([&](Records& records) {
            repository::EnvelopeRow row;
            row.keys = {InterviewId(std::to_string(i)), 1, DeviceId("one"), i};
            row.bytes = Bytes(1'000'000);
            return records.addEnvelope(row);
        }));
    const auto file = fixture.folder.path() / "server.db";
    auto bytes = need(readFile(file, 1U << 30U));
    std::fstream damage(file, std::ios::in | std::ios::out | std::ios::binary);
    damage.seekp(static_cast<std::streamoff>(40 * 4096));
    damage << std::string(bytes.size() - 80 * 4096, 'x') << std::flush;
    const auto readAll = [](Records& records) -> Result<> {
        PEIL_CHECK(records.envelopes(0, 100, 1U << 30U));
        return {};
    };
    CHECK_FALSE(fixture.repository->read(readAll));
    const auto after = fixture.repository->write([](Records& records) { return addDevice(records, "two"); });
    REQUIRE_FALSE(after);
    CHECK(after.error().code == RepositoryErrc::Closed);
    CHECK(failures.size() == 1);
}

TEST_CASE("envelopes come in pages that are bounded by count and by bytes", "[server][repository]") {
    ServerFixture fixture;
    const auto fill = [](Records& records) -> Result<> {
        PEIL_CHECK(addDevice(records, "one"));
        for (std::int64_t i = 1; i <= 6; ++i) {
            repository::EnvelopeRow row;
            row.keys = {InterviewId(std::to_string(i)), 1, DeviceId("one"), i};
            row.bytes = Bytes(100);
            PEIL_CHECK(records.addEnvelope(row));
        }
        return {};
    };
    need(fixture.repository->write(fill));
    need(fixture.repository->read([](Records& records) -> Result<> {
        PEIL_TRY(const auto two, records.envelopes(1, 2, 100'000));
        CHECK(two.size() == 2);
        CHECK(two.front().number == 2);
        PEIL_TRY(const auto few, records.envelopes(0, 100, 250));
        CHECK(few.size() == 3);
        PEIL_TRY(const auto none, records.envelopes(6, 100, 250));
        CHECK(none.empty());
        return {};
    }));
}
