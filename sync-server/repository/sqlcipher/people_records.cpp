// SPDX-License-Identifier: Apache-2.0
// Users, their sessions, and the tokens of scripts.
#include "repository/sqlcipher/sqlcipher_records.h"

namespace peil::server::repository {

namespace {

/// Of nine columns from `first` on.
UserRow userFrom(const Row& row, int first) {
    return {.name = row.text(first),
            .passwordHash = row.text(first + 1),
            .role = static_cast<Role>(row.integer(first + 2)),
            .cityCode = row.text(first + 3),
            .createdAt = timeFrom(row.integer(first + 4)),
            .lockedAt = timeOrNothing(row, first + 5),
            .factor = row.blob(first + 6),
            .offeredFactor = row.blob(first + 7),
            .lastStep = row.integer(first + 8)};
}

UserRow userOf(const Row& row) {
    return userFrom(row, 0);
}

/// Of the first eight columns.
SessionRow sessionOf(const Row& row) {
    return {.id = row.text(0),
            .tokenHash = bytes32(row, 1),
            .kind = static_cast<SessionKind>(row.integer(2)),
            .user = row.text(3),
            .csrfToken = row.text(4),
            .party = row.text(5),
            .begunAt = timeFrom(row.integer(6)),
            .usedAt = timeFrom(row.integer(7))};
}

ApiTokenRow tokenOf(const Row& row) {
    return {.name = row.text(0),
            .hash = bytes32(row, 1),
            .role = static_cast<Role>(row.integer(2)),
            .cityCode = row.text(3),
            .madeBy = row.text(4),
            .madeAt = timeFrom(row.integer(5)),
            .expiresAt = timeFrom(row.integer(6)),
            .revokedAt = timeOrNothing(row, 7)};
}

} // namespace

Result<> Records::putUser(const UserRow& user) {
    return Query(m_db,
                 "INSERT INTO user(name, password_hash, role, city_code, created_at, locked_at, factor, "
                 "offered_factor, last_step) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
                 "ON CONFLICT(name) DO UPDATE SET password_hash = excluded.password_hash, "
                 "role = excluded.role, city_code = excluded.city_code, locked_at = excluded.locked_at, "
                 "factor = excluded.factor, offered_factor = excluded.offered_factor, "
                 "last_step = excluded.last_step",
                 user.name, user.passwordHash, user.role, user.cityCode, user.createdAt, user.lockedAt, user.factor,
                 user.offeredFactor, user.lastStep)
        .run();
}

Result<std::optional<UserRow>> Records::user(const std::string& name) {
    return Query(m_db,
                 "SELECT name, password_hash, role, city_code, created_at, locked_at, factor, "
                 "offered_factor, last_step FROM user WHERE name = ?1",
                 name)
        .row(userOf);
}

Result<std::vector<UserRow>> Records::users() {
    return Query(m_db, "SELECT name, password_hash, role, city_code, created_at, locked_at, factor, "
                       "offered_factor, last_step FROM user ORDER BY name")
        .rows(userOf);
}

Result<> Records::removeUser(const std::string& name) {
    PEIL_CHECK(endSessionsOf(name));
    return Query(m_db, "DELETE FROM user WHERE name = ?1", name).run();
}

Result<> Records::addSession(const SessionRow& session) {
    PEIL_CHECK(Query(m_db,
                     "INSERT INTO session(id, token_hash, kind, user, csrf_token, party, begun_at, "
                     "used_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                     session.id, session.tokenHash, session.kind, session.user, session.csrfToken, session.party,
                     session.begunAt, session.usedAt)
                   .run());
    return Query(m_db,
                 "DELETE FROM session WHERE user = ?1 AND rowid NOT IN (SELECT rowid FROM session "
                 "WHERE user = ?1 ORDER BY rowid DESC LIMIT ?2)",
                 session.user, kMostSessions)
        .run();
}

Result<std::optional<SessionOfUser>> Records::session(const crypto::Digest& tokenHash) {
    return Query(m_db,
                 "SELECT s.id, s.token_hash, s.kind, s.user, s.csrf_token, s.party, s.begun_at, s.used_at, "
                 "u.name, u.password_hash, u.role, u.city_code, u.created_at, u.locked_at, u.factor, "
                 "u.offered_factor, u.last_step FROM session s JOIN user u ON u.name = s.user "
                 "WHERE s.token_hash = ?1",
                 tokenHash)
        .row([](const Row& row) {
            return SessionOfUser{sessionOf(row), userFrom(row, 8)};
        });
}

Result<std::vector<SessionRow>> Records::sessions() {
    return Query(m_db, "SELECT id, token_hash, kind, user, csrf_token, party, begun_at, used_at "
                       "FROM session ORDER BY rowid")
        .rows(sessionOf);
}

Result<> Records::touchSession(const std::string& id, TimePoint usedAt) {
    return Query(m_db, "UPDATE session SET used_at = max(used_at, ?2) WHERE id = ?1", id, usedAt).run();
}

Result<> Records::endSession(const std::string& id) {
    return Query(m_db, "DELETE FROM session WHERE id = ?1", id).run();
}

Result<> Records::endSessionsOf(const std::string& user) {
    return Query(m_db, "DELETE FROM session WHERE user = ?1", user).run();
}

Result<> Records::endSessionsBefore(TimePoint begun, TimePoint used) {
    return Query(m_db, "DELETE FROM session WHERE begun_at <= ?1 OR used_at <= ?2", begun, used).run();
}

Result<> Records::addApiToken(const ApiTokenRow& token) {
    return Query(m_db,
                 "INSERT INTO api_token(name, hash, role, city_code, made_by, made_at, "
                 "expires_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                 token.name, token.hash, token.role, token.cityCode, token.madeBy, token.madeAt, token.expiresAt)
        .run();
}

Result<std::optional<ApiTokenRow>> Records::apiToken(const crypto::Digest& hash) {
    return Query(m_db,
                 "SELECT name, hash, role, city_code, made_by, made_at, expires_at, revoked_at "
                 "FROM api_token WHERE hash = ?1",
                 hash)
        .row(tokenOf);
}

Result<std::vector<ApiTokenRow>> Records::apiTokens() {
    return Query(m_db, "SELECT name, hash, role, city_code, made_by, made_at, expires_at, revoked_at "
                       "FROM api_token ORDER BY name")
        .rows(tokenOf);
}

Result<> Records::revokeApiToken(const std::string& name, TimePoint at) {
    return Query(m_db, "UPDATE api_token SET revoked_at = coalesce(revoked_at, ?2) WHERE name = ?1", name, at).run();
}

} // namespace peil::server::repository
