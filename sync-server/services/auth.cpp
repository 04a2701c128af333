// SPDX-License-Identifier: Apache-2.0
#include "services/auth.h"

#include "services/audit_log.h"
#include "services/second_factor.h"
#include "services/users.h"

#include <algorithm>

namespace peil::server::services {

using repository::Records;
using repository::SessionKind;
using repository::SessionRow;
using repository::UserRow;

namespace {

std::string randomHex(Rng& rng, std::size_t bytes) {
    Bytes random(bytes);
    rng.fill(random);
    return toHex(random);
}

/// A line break is in no name that there is.
std::string keyOf(const std::string& name, const std::string& party) {
    return name.substr(0, Users::kMaxName) + '\n' + party;
}

bool hasEnded(const SessionRow& session, TimePoint now) {
    return now - session.begunAt >= Auth::kLongestSession || now - session.usedAt >= Auth::kIdleSession;
}

Session sessionOf(const SessionRow& row, const UserRow& user) {
    return {.id = row.id,
            .token = {},
            .csrfToken = row.csrfToken,
            .user = user.name,
            .role = user.role,
            .cityCode = user.cityCode,
            .begunAt = row.begunAt,
            .usedAt = row.usedAt,
            .hasFactor = !user.factor.empty()};
}

} // namespace

Auth::Auth(repository::Repository& repository, const Clock& clock, SteadyClock steadyClock, Rng& rng)
    : m_repository(repository)
    , m_clock(clock)
    , m_rng(rng)
    , m_tries(steadyClock, kFreeTries)
    , m_codes(std::move(steadyClock), kFreeCodes) {
    m_nobodysHash = crypto::hashPassword(bytesOf(randomHex(rng, 32))).value_or("");
}

Result<std::optional<UserRow>> Auth::find(const std::string& name) const {
    std::optional<UserRow> user;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(user, records.user(name));
        return {};
    }));
    return user;
}

Result<Session> Auth::login(const Credentials& given, const std::string& party, SessionKind kind) {
    const auto key = keyOf(given.name, party);
    if (m_tries.delay(key).count() > 0) return fail(ServiceErrc::LoginDelayed);
    PEIL_TRY(const auto user, find(given.name));
    m_tries.noteWrong(key); // before it is checked: concurrent attempts are counted too
    if (!isRight(user, given.password)) return fail(ServiceErrc::LoginFailed);
    m_tries.forget(key);
    if (user->lockedAt) return fail(ServiceErrc::UserLocked);
    PEIL_TRY(const auto step, checkCode(*user, given.code));
    return begin(*user, step, party, kind);
}

bool Auth::isRight(const std::optional<UserRow>& user, std::string_view password) const {
    if (password.size() > Users::kMaxPassword) return false;
    const bool fits = crypto::verifyPassword(user ? user->passwordHash : m_nobodysHash, bytesOf(password));
    return user.has_value() && fits;
}

/// The time step of the code; nullopt for a user without a second factor.
Result<std::optional<std::int64_t>> Auth::checkCode(const UserRow& user, std::string_view code) {
    if (user.factor.empty()) return std::optional<std::int64_t>{};
    if (code.empty()) return fail(ServiceErrc::CodeRequired);
    if (m_codes.delay(user.name).count() > 0) return fail(ServiceErrc::LoginDelayed);
    m_codes.noteWrong(user.name);
    const auto step = stepOfCode(user.factor, code, m_clock.now(), user.lastStep);
    if (!step) return fail(ServiceErrc::CodeWrong);
    m_codes.forget(user.name);
    return step;
}

std::chrono::seconds Auth::delay(const std::string& name, const std::string& party) const {
    return std::max(m_tries.delay(keyOf(name, party)), m_codes.delay(name));
}

Result<Session> Auth::begin(const UserRow& judged, std::optional<std::int64_t> codeStep, const std::string& party,
                            SessionKind kind) {
    const auto now = m_clock.now();
    const auto token = randomHex(m_rng, 32);
    const SessionRow row{.id = randomHex(m_rng, 8),
                         .tokenHash = crypto::blake2b(bytesOf(token)),
                         .kind = kind,
                         .user = judged.name,
                         .csrfToken = randomHex(m_rng, 32),
                         .party = party,
                         .begunAt = now,
                         .usedAt = now};
    Session session;
    const auto store = [&](Records& records) -> Result<> {
        // Read again: the code may have been used, or the user changed, since the password was checked.
        PEIL_TRY(auto user, records.user(judged.name));
        if (!user || user->lockedAt || user->passwordHash != judged.passwordHash) return fail(ServiceErrc::LoginFailed);
        if (codeStep) {
            if (user->lastStep >= *codeStep) return fail(ServiceErrc::CodeWrong);
            user->lastStep = *codeStep;
            PEIL_CHECK(records.putUser(*user));
        }
        PEIL_CHECK(records.endSessionsBefore(now - kLongestSession, now - kIdleSession));
        PEIL_CHECK(records.addSession(row));
        session = sessionOf(row, *user);
        return {};
    };
    PEIL_CHECK(m_repository.write(store));
    session.token = token;
    return session;
}

Result<std::optional<Session>> Auth::session(std::string_view token, SessionKind kind, Asking asking) {
    std::optional<repository::SessionOfUser> found;
    if (token.empty()) return std::optional<Session>{};
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(found, records.session(crypto::blake2b(bytesOf(token))));
        return {};
    }));
    const auto now = m_clock.now();
    if (!found || found->session.kind != kind || found->user.lockedAt || hasEnded(found->session, now))
        return std::optional<Session>{};
    if (asking == Asking::Person && now - found->session.usedAt >= kUseNoted) {
        found->session.usedAt = now;
        // A store that cannot be written, e.g. on a full disk, logs no one out.
        static_cast<void>(
            m_repository.write([&](Records& records) { return records.touchSession(found->session.id, now); }));
    }
    return std::optional<Session>{sessionOf(found->session, found->user)};
}

Result<> Auth::logout(std::string_view token) {
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto found, records.session(crypto::blake2b(bytesOf(token))));
        return found ? records.endSession(found->session.id) : Result<>{};
    });
}

Result<std::vector<SessionRow>> Auth::sessions() const {
    std::vector<SessionRow> rows;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(rows, records.sessions());
        return {};
    }));
    std::erase_if(rows, [now = m_clock.now()](const SessionRow& row) { return hasEnded(row, now); });
    return rows;
}

Result<> Auth::endSession(const std::string& id, const std::string& by) {
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto rows, records.sessions());
        const auto found = std::ranges::find(rows, id, &SessionRow::id);
        if (found == rows.end()) return fail(ServiceErrc::SessionUnknown);
        PEIL_CHECK(records.endSession(id));
        return appendAct(records, m_clock.now(), by, "session_ended", {{"name", found->user}});
    });
}

} // namespace peil::server::services
