// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tokens for scripts: 256 random bits, stored as a hash, with a name, the right of one role (and city), and an end.

#include "peil/base/clock.h"
#include "peil/base/rng.h"
#include "repository/repository.h"
#include "services/error.h"
#include "services/users.h"

namespace peil::server::services {

/// Threads: any.
class ApiTokens {
public:
    ApiTokens(repository::Repository& repository, const Clock& clock, Rng& rng);

    /// @param profile  name of the token (1 to 64 letters, digits, '-', '_' and '.'), role and city.
    /// @return the token, shown only once; BadToken with the reason: invalid or used name, lifetime not 1 day to
    /// kLongestLife, missing or unexpected city.
    [[nodiscard]] Result<std::string> make(const Profile& profile, std::chrono::days life, const std::string& by);
    /// @return TokenUnknown.
    [[nodiscard]] Result<> revoke(const std::string& name, const std::string& by);
    [[nodiscard]] Result<std::vector<repository::ApiTokenRow>> list() const;
    /// Whose right a token gives now; nullopt if it is unknown, revoked or has ended.
    [[nodiscard]] Result<std::optional<Profile>> find(std::string_view token) const;

    static constexpr std::string_view kPrefix = "peil_"; ///< so that a token that leaked is known for one
    static constexpr std::chrono::days kLongestLife{366};

private:
    repository::Repository& m_repository;
    const Clock& m_clock;
    Rng& m_rng;
};

} // namespace peil::server::services
