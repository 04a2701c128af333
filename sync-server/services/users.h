// SPDX-License-Identifier: Apache-2.0
#pragma once

// The users of a server, their roles, and their administration. Each action is audited. Login: auth.h; permissions:
// permissions.h.

#include "peil/base/clock.h"
#include "peil/base/rng.h"
#include "repository/repository.h"
#include "services/error.h"
#include "services/second_factor.h"

namespace peil::server::services {

/// A user's name, role and city.
struct Profile {
    std::string name;
    repository::Role role = repository::Role::CityCoordinator;
    std::string cityCode; ///< of a city coordinator; else empty
};

enum class UserAct : std::uint8_t { Lock, Unlock, Remove, ResetFactor };
/// Stable ids: lock, unlock, remove, reset.
[[nodiscard]] std::optional<UserAct> userActOf(std::string_view id);

/// Threads: any. `by` is who acts, for the audit.
class Users {
public:
    Users(repository::Repository& repository, const Clock& clock, Rng& rng);

    /// Adds a user, or gives the one of that name a new password, role and city; sessions of the old one end. Takes the
    /// time and memory of one Argon2id hash.
    /// @return BadUser with the reason: name empty or too long, password short or easy to guess, missing or unexpected
    /// city; LastAdministrator.
    [[nodiscard]] Result<> put(const Profile& profile, std::string_view password, const std::string& by);
    /// The same for the first administrator. @return TokenOff when there is one who is not locked; BadUser.
    [[nodiscard]] Result<> makeFirstAdministrator(const std::string& name, std::string_view password);
    /// Locking, removing and resetting end the user's sessions, and are idempotent.
    /// @return UserUnknown; LastAdministrator when no one could administer the server afterwards.
    [[nodiscard]] Result<> act(UserAct act, const std::string& name, const std::string& by);
    [[nodiscard]] Result<std::vector<repository::UserRow>> list() const;
    /// Locks every administrator, so that the administration token can create a new one. For someone with access to the
    /// server's disk.
    /// @return how many were locked.
    [[nodiscard]] Result<int> lockAdministrators();

    /// A new secret for the user's app, which takes effect when a code from it is confirmed. @return UserUnknown.
    [[nodiscard]] Result<FactorOffer> offerFactor(const std::string& name);
    /// @return CodeWrong when `code` is not of the secret that was offered last; UserUnknown.
    [[nodiscard]] Result<> confirmFactor(const std::string& name, std::string_view code, const std::string& by);

    static constexpr std::size_t kMaxPassword = 1024; ///< bytes
    static constexpr std::size_t kMaxName = 64;       ///< bytes

private:
    repository::Repository& m_repository;
    const Clock& m_clock;
    Rng& m_rng;
};

} // namespace peil::server::services
