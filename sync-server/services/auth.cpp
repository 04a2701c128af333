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
constexpr std::size_t kMaxFailureNames = 10'000;
constexpr std::size_t kMaxSessions = 10'000;

std::string randomToken(Rng& rng) {
    std::array<std::uint8_t, 32> bytes{};
    rng.fill(bytes);
    return toHex(bytes);
}

/// Gives the permit back on every way out.
class Permit {
public:
    explicit Permit(std::counting_semaphore<2>& semaphore)
        : m_semaphore(semaphore)
        , m_taken(semaphore.try_acquire()) {}
    ~Permit() {
        if (m_taken) m_semaphore.release();
    }
    Permit(const Permit&) = delete;
    Permit& operator=(const Permit&) = delete;
    explicit operator bool() const { return m_taken; }

private:
    std::counting_semaphore<2>& m_semaphore;
    bool m_taken;
};

bool isName(const std::string& name) {
    return !name.empty() && name.size() <= kMaxName && isUtf8(name) &&
           std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

} // namespace

Auth::Auth(repository::Repository& repository, const Clock& clock, Rng& rng)
    : m_repository(repository)
    , m_clock(clock)
    , m_rng(rng) {
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

Result<Session> Auth::login(const std::string& name, std::string_view password) {
    if (delay(name).count() > 0) return fail(ServiceErrc::LoginDelayed);
    const Permit permit(m_hashing);
    if (!permit) return fail(ServiceErrc::Busy);
    std::optional<repository::UserRow> user;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(user, records.user(name));
        return {};
    }));
    if (!isRight(user, password)) {
        noteFailure(name);
        return fail(ServiceErrc::LoginFailed);
    }
    return begin(*user);
}

bool Auth::isRight(const std::optional<repository::UserRow>& user, std::string_view password) const {
    if (password.size() > kMaxPassword) return false;
    const bool fits = crypto::verifyPassword(user ? user->passwordHash : m_nobodysHash, bytesOf(password));
    return user.has_value() && fits;
}

void Auth::noteFailure(const std::string& name) {
    const auto now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    if (m_failures.size() >= kMaxFailureNames)
        std::erase_if(m_failures, [&](const auto& entry) { return entry.second.nextTry <= now; });
    auto& failures = m_failures[name.substr(0, kMaxName)];
    ++failures.count;
    if (failures.count <= kFreeTries) {
        failures.nextTry = now;
        return;
    }
    const auto delay = std::chrono::seconds{std::int64_t{1} << std::min(failures.count - kFreeTries, 10)};
    failures.nextTry = now + std::min<std::chrono::seconds>(delay, kLongestDelay);
}

std::chrono::seconds Auth::delay(const std::string& name) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_failures.find(name.substr(0, kMaxName));
    if (found == m_failures.end()) return std::chrono::seconds{0};
    const auto left = found->second.nextTry - m_clock.now();
    return std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds{0});
}

Session Auth::begin(const repository::UserRow& user) {
    const auto now = m_clock.now();
    const auto token = randomToken(m_rng);
    Session session{token, randomToken(m_rng), user.name, user.role, user.cityCode, now, now};
    const std::lock_guard lock(m_mutex);
    m_failures.erase(user.name);
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
