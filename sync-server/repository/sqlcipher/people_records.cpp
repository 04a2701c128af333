// SPDX-License-Identifier: Apache-2.0
// Users, their sessions, and the tokens of scripts.
#include "repository/sqlcipher/sqlcipher_records.h"

namespace peil::server::repository {

namespace {

/// Of nine columns from `first` on.
UserRow userOf(const storage::Statement& row, int first = 0) {
    UserRow user{.name = row.text(first),
                 .passwordHash = row.text(first + 1),
                 .role = static_cast<Role>(row.integer(first + 2)),
                 .cityCode = row.text(first + 3),
                 .createdAt = timeFrom(row.integer(first + 4)),
                 .lockedAt = {},
                 .factor = row.blob(first + 6),
                 .offeredFactor = row.blob(first + 7),
                 .lastStep = row.integer(first + 8)};
    if (!row.isNull(first + 5)) user.lockedAt = timeFrom(row.integer(first + 5));
    return user;
}

/// Of the first eight columns.
SessionRow sessionOf(const storage::Statement& row) {
    return {.id = row.text(0),
            .tokenHash = bytes32(row, 1),
            .kind = static_cast<SessionKind>(row.integer(2)),
            .user = row.text(3),
            .csrfToken = row.text(4),
            .party = row.text(5),
            .begunAt = timeFrom(row.integer(6)),
            .usedAt = timeFrom(row.integer(7))};
}

ApiTokenRow tokenOf(const storage::Statement& row) {
    ApiTokenRow token{.name = row.text(0),
                      .hash = bytes32(row, 1),
                      .role = static_cast<Role>(row.integer(2)),
                      .cityCode = row.text(3),
                      .madeBy = row.text(4),
                      .madeAt = timeFrom(row.integer(5)),
                      .expiresAt = timeFrom(row.integer(6)),
                      .revokedAt = {}};
    if (!row.isNull(7)) token.revokedAt = timeFrom(row.integer(7));
    return token;
}

} // namespace

Result<> Records::putUser(const UserRow& user) {
    PEIL_TRY(auto insert,
             m_db.prepare("INSERT INTO user(name, password_hash, role, city_code, created_at, locked_at, factor, "
                          "offered_factor, last_step) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
                          "ON CONFLICT(name) DO UPDATE SET password_hash = excluded.password_hash, "
                          "role = excluded.role, city_code = excluded.city_code, locked_at = excluded.locked_at, "
                          "factor = excluded.factor, offered_factor = excluded.offered_factor, "
                          "last_step = excluded.last_step"));
    insert.bind(1, user.name).bind(2, user.passwordHash).bind(3, static_cast<std::int64_t>(user.role));
    insert.bind(4, user.cityCode).bind(5, toStored(user.createdAt));
    if (user.lockedAt)
        insert.bind(6, toStored(*user.lockedAt));
    else
        insert.bindNull(6);
    return insert.bindBlob(7, user.factor).bindBlob(8, user.offeredFactor).bind(9, user.lastStep).run();
}

Result<std::optional<UserRow>> Records::user(const std::string& name) {
    PEIL_TRY(auto select, m_db.prepare("SELECT name, password_hash, role, city_code, created_at, locked_at, factor, "
                                       "offered_factor, last_step FROM user WHERE name = ?1"));
    PEIL_TRY(const bool found, select.bind(1, name).step());
    if (!found) return std::optional<UserRow>{};
    return std::optional<UserRow>{userOf(select)};
}

Result<std::vector<UserRow>> Records::users() {
    PEIL_TRY(auto select, m_db.prepare("SELECT name, password_hash, role, city_code, created_at, locked_at, factor, "
                                       "offered_factor, last_step FROM user ORDER BY name"));
    std::vector<UserRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back(userOf(select));
    }
}

Result<> Records::removeUser(const std::string& name) {
    PEIL_CHECK(endSessionsOf(name));
    PEIL_TRY(auto remove, m_db.prepare("DELETE FROM user WHERE name = ?1"));
    return remove.bind(1, name).run();
}

Result<> Records::addSession(const SessionRow& session) {
    PEIL_TRY(auto insert, m_db.prepare("INSERT INTO session(id, token_hash, kind, user, csrf_token, party, begun_at, "
                                       "used_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    insert.bind(1, session.id).bindBlob(2, session.tokenHash).bind(3, static_cast<std::int64_t>(session.kind));
    insert.bind(4, session.user).bind(5, session.csrfToken).bind(6, session.party);
    PEIL_CHECK(insert.bind(7, toStored(session.begunAt)).bind(8, toStored(session.usedAt)).run());
    PEIL_TRY(auto trim, m_db.prepare("DELETE FROM session WHERE user = ?1 AND rowid NOT IN (SELECT rowid FROM session "
                                     "WHERE user = ?1 ORDER BY rowid DESC LIMIT ?2)"));
    return trim.bind(1, session.user).bind(2, std::int64_t{kMostSessions}).run();
}

Result<std::optional<SessionOfUser>> Records::session(const crypto::Digest& tokenHash) {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT s.id, s.token_hash, s.kind, s.user, s.csrf_token, s.party, s.begun_at, s.used_at, "
                          "u.name, u.password_hash, u.role, u.city_code, u.created_at, u.locked_at, u.factor, "
                          "u.offered_factor, u.last_step FROM session s JOIN user u ON u.name = s.user "
                          "WHERE s.token_hash = ?1"));
    PEIL_TRY(const bool found, select.bindBlob(1, tokenHash).step());
    if (!found) return std::optional<SessionOfUser>{};
    return std::optional<SessionOfUser>{SessionOfUser{sessionOf(select), userOf(select, 8)}};
}

Result<std::vector<SessionRow>> Records::sessions() {
    PEIL_TRY(auto select, m_db.prepare("SELECT id, token_hash, kind, user, csrf_token, party, begun_at, used_at "
                                       "FROM session ORDER BY rowid"));
    std::vector<SessionRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back(sessionOf(select));
    }
}

Result<> Records::touchSession(const std::string& id, TimePoint usedAt) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE session SET used_at = max(used_at, ?2) WHERE id = ?1"));
    return update.bind(1, id).bind(2, toStored(usedAt)).run();
}

Result<> Records::endSession(const std::string& id) {
    PEIL_TRY(auto remove, m_db.prepare("DELETE FROM session WHERE id = ?1"));
    return remove.bind(1, id).run();
}

Result<> Records::endSessionsOf(const std::string& user) {
    PEIL_TRY(auto remove, m_db.prepare("DELETE FROM session WHERE user = ?1"));
    return remove.bind(1, user).run();
}

Result<> Records::endSessionsBefore(TimePoint begun, TimePoint used) {
    PEIL_TRY(auto remove, m_db.prepare("DELETE FROM session WHERE begun_at <= ?1 OR used_at <= ?2"));
    return remove.bind(1, toStored(begun)).bind(2, toStored(used)).run();
}

Result<> Records::addApiToken(const ApiTokenRow& token) {
    PEIL_TRY(auto insert, m_db.prepare("INSERT INTO api_token(name, hash, role, city_code, made_by, made_at, "
                                       "expires_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    insert.bind(1, token.name).bindBlob(2, token.hash).bind(3, static_cast<std::int64_t>(token.role));
    insert.bind(4, token.cityCode).bind(5, token.madeBy);
    return insert.bind(6, toStored(token.madeAt)).bind(7, toStored(token.expiresAt)).run();
}

Result<std::optional<ApiTokenRow>> Records::apiToken(const crypto::Digest& hash) {
    PEIL_TRY(auto select, m_db.prepare("SELECT name, hash, role, city_code, made_by, made_at, expires_at, revoked_at "
                                       "FROM api_token WHERE hash = ?1"));
    PEIL_TRY(const bool found, select.bindBlob(1, hash).step());
    if (!found) return std::optional<ApiTokenRow>{};
    return std::optional<ApiTokenRow>{tokenOf(select)};
}

Result<std::vector<ApiTokenRow>> Records::apiTokens() {
    PEIL_TRY(auto select, m_db.prepare("SELECT name, hash, role, city_code, made_by, made_at, expires_at, revoked_at "
                                       "FROM api_token ORDER BY name"));
    std::vector<ApiTokenRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back(tokenOf(select));
    }
}

Result<> Records::revokeApiToken(const std::string& name, TimePoint at) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE api_token SET revoked_at = coalesce(revoked_at, ?2) WHERE name = ?1"));
    return update.bind(1, name).bind(2, toStored(at)).run();
}

} // namespace peil::server::repository
