// SPDX-License-Identifier: Apache-2.0
// The transparency log and its signed checkpoints over a real store, also after an attack with the database key.
#include "peil/storage/database.h"
#include "repository/log_entry.h"
#include "repository/sqlcipher/schema.h"
#include "server_fixture.h"
#include "services/audit_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using protocol::Checkpoint;
using protocol::Witness;
using repository::Records;

namespace {

void act(ServerFixture& fixture, const std::string& what) {
    need(fixture.repository->write(
        [&](Records& records) { return services::appendAct(records, fixture.clock.now(), "anna", what, {}); }));
}

services::Comparison compared(ServerFixture& fixture, const std::optional<Checkpoint>& theirs) {
    services::Comparison comparison;
    need(fixture.repository->read([&](Records& records) -> Result<> {
        PEIL_TRY(comparison, services::compareWith(records, theirs));
        return {};
    }));
    return comparison;
}

Checkpoint newest(ServerFixture& fixture) {
    return need(protocol::decodeCheckpoint(compared(fixture, {}).newest, fixture.keys.receiptKey.publicKey));
}

/// What somebody with the database key does while the server is down.
void tamper(ServerFixture& fixture, const char* sql) {
    fixture.repository.reset();
    auto database = need(storage::Database::open(fixture.folder.path() / "server.db", fixture.keys.databaseKey,
                                                 storage::Profile::Server, repository::serverMigrations()));
    need(need(database.prepare(sql)).run());
}

void open(ServerFixture& fixture) {
    fixture.repository = need(repository::createSqlcipherRepository({.folder = fixture.folder.path()},
                                                                    fixture.keys.databaseKey, fixture.rng));
}

} // namespace

TEST_CASE("each act is an entry of the log, and signed by the commit that adds it", "[server][checkpoint]") {
    ServerFixture fixture;
    act(fixture, "one");
    CHECK(newest(fixture).size == 1);
    act(fixture, "two");
    const auto checkpoint = newest(fixture);
    CHECK(checkpoint.size == 2);
    std::vector<repository::AuditRow> rows;
    need(fixture.repository->read([&](Records& records) -> Result<> {
        PEIL_TRY(rows, records.auditRows());
        PEIL_TRY(const auto epoch, records.epoch());
        CHECK(checkpoint.epoch == epoch);
        return {};
    }));
    const auto leaf = [](const repository::AuditRow& row) {
        return protocol::merkle::leafHash(repository::logEntryOf(row));
    };
    CHECK(checkpoint.root == protocol::merkle::nodeHash(leaf(rows[0]), leaf(rows[1])));
}

TEST_CASE("a log that grew follows from the checkpoint of before, another one does not", "[server][checkpoint]") {
    ServerFixture fixture;
    for (int i = 0; i < 3; ++i)
        act(fixture, "early");
    const auto before = newest(fixture);
    for (int i = 0; i < 5; ++i)
        act(fixture, "late");
    const auto grown = compared(fixture, before);
    CHECK(grown.verdict == Witness::Follows);
    CHECK(protocol::compare(before, newest(fixture), grown.consistency) == Witness::Follows);
    auto ahead = newest(fixture);
    ahead.size = 100;
    CHECK(compared(fixture, ahead).verdict == Witness::Contradicts);
    auto other = before;
    other.root[0] ^= 1U;
    CHECK(compared(fixture, other).verdict == Witness::Contradicts);
    other.epoch = "another life";
    CHECK(compared(fixture, other).verdict == Witness::PutBack);
}

TEST_CASE("a log that was changed with the database key is not opened", "[server][checkpoint]") {
    for (const auto* sql :
         {"INSERT INTO log_node(level, idx, hash) VALUES(0, 3, zeroblob(32))", "DELETE FROM log_node WHERE idx = 2",
          "UPDATE log_node SET hash = zeroblob(32) WHERE level = 1", "DELETE FROM checkpoint",
          "UPDATE checkpoint SET bytes = x'00'"}) {
        INFO(sql);
        ServerFixture fixture;
        for (int i = 0; i < 3; ++i)
            act(fixture, "an act");
        need(services::checkLog(*fixture.repository, fixture.keys.receiptKey.publicKey));
        tamper(fixture, sql);
        open(fixture);
        const auto checked = services::checkLog(*fixture.repository, fixture.keys.receiptKey.publicKey);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == services::ServiceErrc::BadDataFolder);
        CHECK(checked.error().context.find("--restored") != std::string::npos);
    }
}
