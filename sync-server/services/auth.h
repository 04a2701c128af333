// SPDX-License-Identifier: Apache-2.0
#pragma once

// Logging in to the dashboard: passwords (Argon2id), sessions, growing delays. Sessions live in memory: a restart ends
// them. Who may see what stands in permissions.h.

#include "peil/base/clock.h"
#include "repository/repository.h"
#include "services/error.h"

#include <map>
#include <mutex>
#include <semaphore>

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
    Auth(repository::Repository& repository, const Clock& clock, Rng& rng);

    /// Adds a user or replaces the one of that name, whose sessions end.
    /// @return BadUser with the reason: name empty or too long, password shorter than 12 characters, city missing or
    /// given in vain.
    [[nodiscard]] Result<> putUser(const std::string& name, std::string_view password, repository::Role role,
                                   const std::string& cityCode);
    /// @return LoginFailed, LoginDelayed (see delay()), Busy.
    [[nodiscard]] Result<Session> login(const std::string& name, std::string_view password);
    /// Time until the next try for `name` is judged; grows with each wrong one after the third.
    [[nodiscard]] std::chrono::seconds delay(const std::string& name) const;
    /// The session of a token; a person's asking marks it as used. Nothing when it is unknown or has ended.
    [[nodiscard]] std::optional<Session> session(std::string_view token, Asking asking);
    void logout(std::string_view token);

    static constexpr std::chrono::hours kLongestSession{8};
    static constexpr std::chrono::minutes kIdleSession{30};
    static constexpr int kFreeTries = 3;
    static constexpr std::chrono::seconds kLongestDelay{300};
    static constexpr std::size_t kMinPassword = 12; ///< characters

private:
    struct Failures {
        int count = 0;
        TimePoint nextTry;
    };
    [[nodiscard]] bool isRight(const std::optional<repository::UserRow>& user, std::string_view password) const;
    void noteFailure(const std::string& name);
    [[nodiscard]] Session begin(const repository::UserRow& user);

    repository::Repository& m_repository;
    const Clock& m_clock;
    Rng& m_rng;
    std::string m_nobodysHash;               ///< judged for unknown names, so that they take as long
    std::counting_semaphore<2> m_hashing{2}; ///< each hash takes 64 MiB
    mutable std::mutex m_mutex;
    std::map<crypto::Digest, Session> m_sessions; ///< by hash of the token
    std::map<std::string, Failures> m_failures;
};

} // namespace peil::server::services
