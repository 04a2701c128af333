// SPDX-License-Identifier: Apache-2.0
// Times are milliseconds since 1970 in UTC. Enums are the numbers of records.h.
#include "repository/sqlcipher/schema.h"

#include <array>

namespace peil::server::repository {

namespace {

constexpr const char* kVersion1 = R"sql(
CREATE TABLE house(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    epoch TEXT NOT NULL,
    audit_head BLOB NOT NULL,
    units INTEGER NOT NULL
) STRICT;
CREATE TABLE pack(
    hash TEXT PRIMARY KEY,
    form_hash TEXT NOT NULL,
    bytes BLOB NOT NULL,
    signer BLOB NOT NULL,
    published_at INTEGER NOT NULL,
    turn INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TABLE benchmark(
    group_id TEXT NOT NULL,
    area TEXT NOT NULL,
    people REAL NOT NULL,
    whole INTEGER NOT NULL,
    published_n REAL,
    published_lower REAL,
    published_upper REAL,
    PRIMARY KEY(group_id, area)
) STRICT;
CREATE TABLE enrolment(
    secret_id TEXT PRIMARY KEY,
    secret BLOB NOT NULL,
    city_code TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    state INTEGER NOT NULL
) STRICT;
CREATE TABLE device(
    id TEXT PRIMARY KEY,
    city_code TEXT NOT NULL,
    public_key BLOB NOT NULL,
    enrolled_at INTEGER NOT NULL,
    last_contact INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE TABLE envelope(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    interview TEXT NOT NULL,
    revision INTEGER NOT NULL,
    device TEXT NOT NULL REFERENCES device(id),
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    bytes BLOB NOT NULL,
    status INTEGER NOT NULL,
    reason TEXT NOT NULL,
    outcome TEXT NOT NULL,
    receipt BLOB NOT NULL,
    audit_head BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    holds_keys INTEGER NOT NULL
) STRICT;
CREATE INDEX envelope_interview ON envelope(interview, revision);
CREATE INDEX envelope_sequence ON envelope(device, sequence);
CREATE UNIQUE INDEX envelope_one_interview ON envelope(interview, revision) WHERE status = 1;
CREATE UNIQUE INDEX envelope_one_sequence ON envelope(device, sequence) WHERE status = 1;
CREATE TABLE open_answer(
    envelope INTEGER NOT NULL REFERENCES envelope(number),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX open_answer_envelope ON open_answer(envelope);
CREATE TABLE user(
    name TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL,
    role INTEGER NOT NULL,
    city_code TEXT NOT NULL
) STRICT;
)sql";

constexpr const char* kVersion2 = "ALTER TABLE device ADD COLUMN finalised INTEGER NOT NULL DEFAULT 0;";

/// Reviews, withdrawals, acts of the audit chain, frozen datasets.
constexpr const char* kVersion3 = R"sql(
CREATE TABLE review(
    interview TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    state INTEGER NOT NULL,
    note TEXT NOT NULL,
    duplicate_of TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    judged_at INTEGER NOT NULL
) STRICT;
CREATE TABLE withdrawal(
    interview TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE audit(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    acted_by TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL,
    after_envelope INTEGER NOT NULL,
    head BLOB NOT NULL
) STRICT;
CREATE TABLE frozen(
    name TEXT PRIMARY KEY,
    checksum TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
)sql";

/// What the counts of the register are of. Empty = not stated.
constexpr const char* kVersion4 = R"sql(
ALTER TABLE benchmark ADD COLUMN register TEXT NOT NULL DEFAULT '';
ALTER TABLE benchmark ADD COLUMN year TEXT NOT NULL DEFAULT '';
ALTER TABLE benchmark ADD COLUMN definition TEXT NOT NULL DEFAULT '';
ALTER TABLE benchmark ADD COLUMN deduplicated TEXT NOT NULL DEFAULT '';
)sql";

/// Whether an answer that is not there was sealed by its form depends on the form.
constexpr const char* kVersion5 = "ALTER TABLE envelope ADD COLUMN form_hash TEXT NOT NULL DEFAULT '';";

/// The log that checkpoints sign, the newest checkpoint, and those that tablets have shown.
constexpr const char* kVersion6 = R"sql(
CREATE TABLE log_node(
    level INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY(level, idx)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    epoch TEXT NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE witness(
    device TEXT PRIMARY KEY REFERENCES device(id),
    at INTEGER NOT NULL,
    epoch TEXT NOT NULL,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    verdict INTEGER NOT NULL
) STRICT;
)sql";

/// Successors of tablets, implausible numbers, release from quarantine. A number that a tablet used twice may be
/// received twice after inspection: the interviews differ.
constexpr const char* kVersion7 = R"sql(
CREATE TABLE succession(
    device TEXT NOT NULL REFERENCES device(id),
    successor TEXT NOT NULL REFERENCES device(id),
    at INTEGER NOT NULL,
    PRIMARY KEY(device, successor)
) STRICT;
ALTER TABLE device ADD COLUMN doubted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN sequence_base INTEGER NOT NULL DEFAULT 0;
ALTER TABLE envelope ADD COLUMN judged_again INTEGER NOT NULL DEFAULT 0;
CREATE INDEX envelope_judged_again ON envelope(device, judged_again) WHERE judged_again > 0;
CREATE INDEX envelope_quarantined ON envelope(number) WHERE status = 2;
DROP INDEX envelope_one_sequence;
)sql";

/// What one tablet may send on one day, and a tablet that may send nothing.
constexpr const char* kVersion8 = R"sql(
ALTER TABLE device ADD COLUMN blocked_at INTEGER;
CREATE TABLE device_day(
    device TEXT NOT NULL REFERENCES device(id),
    day INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    items INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    PRIMARY KEY(device, day)
) STRICT;
)sql";

/// What a user needs to log in with a second factor, and sessions that outlive the process.
constexpr const char* kVersion9 = R"sql(
ALTER TABLE user ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE user ADD COLUMN locked_at INTEGER;
ALTER TABLE user ADD COLUMN factor BLOB NOT NULL DEFAULT x'';
ALTER TABLE user ADD COLUMN offered_factor BLOB NOT NULL DEFAULT x'';
ALTER TABLE user ADD COLUMN last_step INTEGER NOT NULL DEFAULT 0;
CREATE TABLE session(
    id TEXT PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    user TEXT NOT NULL REFERENCES user(name),
    csrf_token TEXT NOT NULL,
    party TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_user ON session(user);
)sql";

/// Tokens of scripts.
constexpr const char* kVersion10 = R"sql(
CREATE TABLE api_token(
    name TEXT PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    role INTEGER NOT NULL,
    city_code TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
)sql";

/// Items of several kinds, each with its own signature and the hash of the one before. What is here already is
/// interviews of batches that were signed as a whole.
constexpr const char* kVersion11 = R"sql(
ALTER TABLE envelope ADD COLUMN kind TEXT NOT NULL DEFAULT 'interview';
ALTER TABLE envelope ADD COLUMN previous BLOB;
ALTER TABLE envelope ADD COLUMN item_signature BLOB;
)sql";

/// Tablets that contact a store restored from before their enrolment.
constexpr const char* kVersion12 = R"sql(
CREATE TABLE stranger(
    id TEXT PRIMARY KEY,
    last_contact INTEGER NOT NULL,
    finalised INTEGER NOT NULL
) STRICT;
)sql";

constexpr const char* kVersion13 = "ALTER TABLE house RENAME TO server_state;";

/// How often a manifest named a withdrawn interview, where they do not all fit in one.
constexpr const char* kVersion14 = "ALTER TABLE envelope ADD COLUMN named INTEGER NOT NULL DEFAULT 0;";

/// One received item for each kind, id and revision: the kinds have ids of their own.
constexpr const char* kVersion15 = R"sql(
DROP INDEX envelope_one_interview;
CREATE UNIQUE INDEX envelope_one_item ON envelope(kind, interview, revision) WHERE status = 1;
)sql";

constexpr std::array<storage::Migration, 15> kMigrations{{{1, kVersion1},
                                                          {2, kVersion2},
                                                          {3, kVersion3},
                                                          {4, kVersion4},
                                                          {5, kVersion5},
                                                          {6, kVersion6},
                                                          {7, kVersion7},
                                                          {8, kVersion8},
                                                          {9, kVersion9},
                                                          {10, kVersion10},
                                                          {11, kVersion11},
                                                          {12, kVersion12},
                                                          {13, kVersion13},
                                                          {14, kVersion14},
                                                          {15, kVersion15}}};

} // namespace

std::span<const storage::Migration> serverMigrations() {
    return kMigrations;
}

} // namespace peil::server::repository
