// SPDX-License-Identifier: Apache-2.0
#include "local_impl.h"

#include <array>

namespace peil::storage {
namespace {

// Times are milliseconds since 1970 UTC. `answers` holds drafts only; `sealed` holds what the tablet cannot read.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE settings(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE packs(ordinal INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, pack BLOB NOT NULL) STRICT;
CREATE TABLE counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO counters(name, value) VALUES('sequence', 0);
CREATE TABLE interviews(
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state INTEGER NOT NULL CHECK(state BETWEEN 1 AND 4),
    form_hash TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    subgroup TEXT NOT NULL DEFAULT '',
    site TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    position TEXT NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE answers(
    interview INTEGER NOT NULL REFERENCES interviews(number),
    path TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY(interview, path)) STRICT, WITHOUT ROWID;
CREATE TABLE sealed(
    sequence INTEGER PRIMARY KEY,
    interview INTEGER NOT NULL UNIQUE REFERENCES interviews(number),
    revision INTEGER NOT NULL,
    waiting INTEGER NOT NULL CHECK(waiting IN (0, 1)),
    received_at INTEGER NOT NULL DEFAULT 0,
    envelope BLOB NOT NULL,
    receipt BLOB) STRICT;
CREATE INDEX sealed_waiting ON sealed(sequence) WHERE waiting = 1;
)sql";

// What was under a number whose sealed copy is not here: it was forgotten, or this tablet was restored from a copy.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE chain(
    sequence INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    received INTEGER NOT NULL CHECK(received IN (0, 1))) STRICT;
)sql";

constexpr const char* kVersion3 = "ALTER TABLE interviews ADD COLUMN language TEXT NOT NULL DEFAULT '';";

// Items of every kind in one queue. An item waits in state 2; `announced` is the highest number that a server may know.
constexpr const char* kVersion4 = R"sql(
CREATE TABLE items(
    sequence INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK(state BETWEEN 2 AND 4),
    received_at INTEGER NOT NULL DEFAULT 0,
    payload BLOB NOT NULL,
    receipt BLOB,
    UNIQUE(kind, id, revision)) STRICT;
INSERT INTO items(sequence, kind, id, revision, state, received_at, payload, receipt)
    SELECT s.sequence, 'interview', i.id, s.revision, CASE s.waiting WHEN 1 THEN 2 ELSE i.state END, s.received_at,
    s.envelope, s.receipt FROM sealed s JOIN interviews i ON i.number=s.interview ORDER BY s.sequence;
DROP TABLE sealed;
CREATE INDEX items_waiting ON items(sequence) WHERE state = 2;
INSERT INTO counters(name, value) SELECT 'announced', value FROM counters WHERE name='sequence';
)sql";

constexpr std::array<Migration, 4> kMigrations{{{1, kVersion1}, {2, kVersion2}, {3, kVersion3}, {4, kVersion4}}};

} // namespace

std::span<const Migration> localMigrations() {
    return kMigrations;
}

} // namespace peil::storage
