// SPDX-License-Identifier: Apache-2.0
#pragma once

// Logging in to the dashboard: passwords (Argon2id), sessions, growing waits. Sessions live in memory: a restart ends
// them. Who may see what stands in permissions.h.

#include "peil/base/clock.h"
#include "repository/repository.h"
#include "services/error.h"
#include "services/try_limiter.h"

#include <map>
#include <mutex>

namespace peil::server::services {

/// Whether a request is a person's doing. A page that asks by itself must not keep a forgotten screen logged in.
enum class Asking : std::uint8_t { Person, Page };

struct Session {
    std::string token;     ///< 64 hexadecimal characters; only in the answer to the login
    std::string csrfToken; ///< 64 hexadecimal characters
    std::string user;
    repository::Role role = repository::Role::CityCoordinator;
    std::string cityCode;
    TimePoint begunAt, usedAt;
};

/// Threads: any.
class Auth {
public:
    Auth(repository::Repository& repository, const Clock& clock, SteadyClock steadyClock, Rng& rng);

    /// Adds a user or replaces the one of that name, whose sessions end.
    /// @return BadUser with the reason: name empty or too long, password shorter than 12 characters, city missing or
    /// given in vain.
    [[nodiscard]] Result<> putUser(const std::string& name, std::string_view password, repository::Role role,
                                   const std::string& cityCode);
    /// Takes the time and memory of one Argon2id hash (64 MiB).
    /// @param party  where the try comes from; somebody's tries from elsewhere do not delay it.
    /// @return LoginFailed, LoginDelayed (see delay()).
    [[nodiscard]] Result<Session> login(const std::string& name, std::string_view password, const std::string& party);
    /// Time until the next try for `name` from `party` is judged; grows with each wrong one after the third.
    [[nodiscard]] std::chrono::seconds delay(const std::string& name, const std::string& party) const;
    /// The session of a token; a person's asking marks it as used. Nothing when it is unknown or has ended.
    [[nodiscard]] std::optional<Session> session(std::string_view token, Asking asking);
    void logout(std::string_view token);

    static constexpr std::chrono::hours kLongestSession{8};
    static constexpr std::chrono::minutes kIdleSession{30};
    static constexpr int kFreeTries = 3;
    static constexpr std::size_t kMinPassword = 12; ///< characters

private:
    [[nodiscard]] bool isRight(const std::optional<repository::UserRow>& user, std::string_view password) const;
    [[nodiscard]] Session begin(const repository::UserRow& user);

    repository::Repository& m_repository;
    const Clock& m_clock;
    Rng& m_rng;
    std::string m_nobodysHash; ///< judged for unknown names, so that they take as long
    TryLimiter m_tries;        ///< by name and party
    mutable std::mutex m_mutex;
    std::map<crypto::Digest, Session> m_sessions; ///< by hash of the token
};

} // namespace peil::server::services
