// SPDX-License-Identifier: Apache-2.0
#pragma once

// Logging in: password (Argon2id), code of a second factor, sessions, growing waits after wrong attempts. Sessions are
// in the store, so that a restart ends none. Users are made in users.h; who may see what is in permissions.h.

#include "peil/base/clock.h"
#include "peil/base/rng.h"
#include "repository/repository.h"
#include "services/error.h"
#include "services/try_limiter.h"

namespace peil::server::services {

/// Whether a person caused the request. Automatic refreshes of the page must not keep an unattended screen logged in.
enum class Asking : std::uint8_t { Person, Page };

struct Credentials {
    std::string name;
    std::string_view password;
    std::string_view code; ///< of the second factor; empty if none was typed
};

struct Session {
    std::string id;
    std::string token;     ///< 64 hexadecimal characters; only in the answer to the login
    std::string csrfToken; ///< 64 hexadecimal characters
    std::string user;
    repository::Role role = repository::Role::CityCoordinator;
    std::string cityCode;
    TimePoint begunAt, usedAt;
    bool hasFactor = false; ///< the user has a second factor
};

/// Threads: any.
class Auth {
public:
    Auth(repository::Repository& repository, const Clock& clock, SteadyClock steadyClock, Rng& rng);

    /// Takes the time and memory of one Argon2id hash (64 MiB).
    /// @param party  the origin of the attempt; attempts from elsewhere do not delay it.
    /// @return LoginFailed, LoginDelayed (see delay()); with the right password CodeRequired, CodeWrong, UserLocked.
    [[nodiscard]] Result<Session> login(const Credentials& given, const std::string& party,
                                        repository::SessionKind kind);
    /// Time until the next attempt for `name` from `party` is allowed; grows with each wrong one after the third. Wrong
    /// codes after the correct password count regardless of their origin.
    [[nodiscard]] std::chrono::seconds delay(const std::string& name, const std::string& party) const;
    /// The session of a token; a person's asking marks it as used. Nothing when it is unknown, of another kind, has
    /// ended, or its user is locked.
    [[nodiscard]] Result<std::optional<Session>> session(std::string_view token, repository::SessionKind kind,
                                                         Asking asking);
    [[nodiscard]] Result<> logout(std::string_view token);
    /// Those that have not ended.
    [[nodiscard]] Result<std::vector<repository::SessionRow>> sessions() const;
    /// Ends one for its user. @return SessionUnknown.
    [[nodiscard]] Result<> endSession(const std::string& id, const std::string& by);

    static constexpr std::chrono::hours kLongestSession{8};
    static constexpr std::chrono::minutes kIdleSession{30};
    static constexpr std::chrono::minutes kUseNoted{1}; ///< a use is written down once in this time
    static constexpr int kFreeTries = 3;
    static constexpr int kFreeCodes = 5; ///< wrong codes after a right password

private:
    [[nodiscard]] Result<std::optional<repository::UserRow>> find(const std::string& name) const;
    [[nodiscard]] bool isRight(const std::optional<repository::UserRow>& user, std::string_view password) const;
    [[nodiscard]] Result<std::optional<std::int64_t>> checkCode(const repository::UserRow& user, std::string_view code);
    [[nodiscard]] Result<Session> begin(const repository::UserRow& user, std::optional<std::int64_t> codeStep,
                                        const std::string& party, repository::SessionKind kind);

    repository::Repository& m_repository;
    const Clock& m_clock;
    Rng& m_rng;
    std::string m_nobodysHash; ///< checked for unknown names, so that they take as long
    TryLimiter m_tries;        ///< by name and party
    TryLimiter m_codes;        ///< by name: only who knows the password gets here
};

} // namespace peil::server::services
