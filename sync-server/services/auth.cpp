// SPDX-License-Identifier: Apache-2.0
#include "services/auth.h"

#include "peil/base/text.h"
#include "peil/base/unicode.h"

#include <algorithm>
#include <array>

namespace peil::server::services {

using repository::Records;
using repository::Role;

namespace {

constexpr std::size_t kMaxName = 64;
constexpr std::size_t kMaxPassword = 1024;
constexpr std::size_t kMaxSessions = 10'000;

std::string randomToken(Rng& rng) {
    std::array<std::uint8_t, 32> bytes{};
    rng.fill(bytes);
    return toHex(bytes);
}

/// A line break stands in no name that there is.
std::string keyOf(const std::string& name, const std::string& party) {
    return name.substr(0, kMaxName) + '\n' + party;
}

bool isName(const std::string& name) {
    return !name.empty() && name.size() <= kMaxName && isUtf8(name) &&
           std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

} // namespace

Auth::Auth(repository::Repository& repository, const Clock& clock, SteadyClock steadyClock, Rng& rng)
    : m_repository(repository)
    , m_clock(clock)
    , m_rng(rng)
    , m_tries(std::move(steadyClock), kFreeTries) {
    m_nobodysHash = crypto::hashPassword(bytesOf(randomToken(rng))).value_or("");
}

Result<> Auth::putUser(const std::string& name, std::string_view password, Role role, const std::string& cityCode) {
    if (!isName(name))
        return fail(ServiceErrc::BadUser, "A user's name has 1 to 64 bytes of text; choose another one.");
    if (codePointCount(password) < kMinPassword || password.size() > kMaxPassword)
        return fail(ServiceErrc::BadUser, "The password is shorter than 12 characters; choose a longer one.");
    if ((role == Role::CityCoordinator) == cityCode.empty())
        return fail(ServiceErrc::BadUser, "A city coordinator needs a city, and only a city coordinator has one.");
    PEIL_TRY(auto hash, crypto::hashPassword(bytesOf(password)));
    const repository::UserRow user{name, std::move(hash), role, cityCode};
    PEIL_CHECK(m_repository.write([&](Records& records) { return records.putUser(user); }));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_sessions, [&](const auto& entry) { return entry.second.user == name; });
    return {};
}

Result<Session> Auth::login(const std::string& name, std::string_view password, const std::string& party) {
    if (delay(name, party).count() > 0) return fail(ServiceErrc::LoginDelayed);
    std::optional<repository::UserRow> user;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(user, records.user(name));
        return {};
    }));
    m_tries.noteWrong(keyOf(name, party)); // before it is judged: several at once get no free tries
    if (!isRight(user, password)) return fail(ServiceErrc::LoginFailed);
    m_tries.forget(keyOf(name, party));
    return begin(*user);
}

bool Auth::isRight(const std::optional<repository::UserRow>& user, std::string_view password) const {
    if (password.size() > kMaxPassword) return false;
    const bool fits = crypto::verifyPassword(user ? user->passwordHash : m_nobodysHash, bytesOf(password));
    return user.has_value() && fits;
}

std::chrono::seconds Auth::delay(const std::string& name, const std::string& party) const {
    return m_tries.delay(keyOf(name, party));
}

Session Auth::begin(const repository::UserRow& user) {
    const auto now = m_clock.now();
    const auto token = randomToken(m_rng);
    Session session{token, randomToken(m_rng), user.name, user.role, user.cityCode, now, now};
    const std::lock_guard lock(m_mutex);
    if (m_sessions.size() >= kMaxSessions) m_sessions.clear();
    auto kept = session;
    kept.token.clear();
    m_sessions.insert_or_assign(crypto::blake2b(bytesOf(token)), std::move(kept));
    return session;
}

std::optional<Session> Auth::session(std::string_view token, Asking asking) {
    const auto now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    const auto found = m_sessions.find(crypto::blake2b(bytesOf(token)));
    if (found == m_sessions.end()) return std::nullopt;
    auto& session = found->second;
    if (now - session.begunAt >= kLongestSession || now - session.usedAt >= kIdleSession) {
        m_sessions.erase(found);
        return std::nullopt;
    }
    if (asking == Asking::Person) session.usedAt = now;
    return session;
}

void Auth::logout(std::string_view token) {
    const std::lock_guard lock(m_mutex);
    m_sessions.erase(crypto::blake2b(bytesOf(token)));
}

} // namespace peil::server::services
