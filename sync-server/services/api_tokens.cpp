// SPDX-License-Identifier: Apache-2.0
#include "services/api_tokens.h"

#include "services/audit_log.h"
#include "services/permissions.h"

#include <algorithm>
#include <array>

namespace peil::server::services {

using repository::ApiTokenRow;
using repository::Records;
using repository::Role;

namespace {

constexpr std::size_t kMaxName = 64;

bool isPlainName(const std::string& name) {
    return !name.empty() && name.size() <= kMaxName && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

Result<> check(const Profile& profile, std::chrono::days life) {
    if (!isPlainName(profile.name))
        return fail(ServiceErrc::BadToken,
                    "A token has a name of up to 64 letters, digits, '-', '_' and '.'; choose another.");
    if ((profile.role == Role::CityCoordinator) == profile.cityCode.empty())
        return fail(ServiceErrc::BadToken,
                    "A token of a city coordinator needs a city, and other tokens cannot have one.");
    if (life < std::chrono::days{1} || life > ApiTokens::kLongestLife)
        return fail(ServiceErrc::BadToken, "A token is valid for 1 to 366 days; choose a number in this range.");
    return {};
}

boost::json::object detailOf(const ApiTokenRow& token) {
    boost::json::object detail{{"name", token.name}, {"role", idOf(token.role)}};
    if (!token.cityCode.empty()) detail["city"] = token.cityCode;
    return detail;
}

} // namespace

ApiTokens::ApiTokens(repository::Repository& repository, const Clock& clock, Rng& rng)
    : m_repository(repository)
    , m_clock(clock)
    , m_rng(rng) {}

Result<std::string> ApiTokens::make(const Profile& profile, std::chrono::days life, const std::string& by) {
    PEIL_CHECK(check(profile, life));
    std::array<std::uint8_t, 32> bytes{};
    m_rng.fill(bytes);
    const auto token = std::string(kPrefix) + toHex(bytes);
    const auto now = m_clock.now();
    const ApiTokenRow row{.name = profile.name,
                          .hash = crypto::blake2b(bytesOf(token)),
                          .role = profile.role,
                          .cityCode = profile.cityCode,
                          .madeBy = by,
                          .madeAt = now,
                          .expiresAt = now + life,
                          .revokedAt = {}};
    const auto store = [&](Records& records) -> Result<> {
        PEIL_TRY(const auto tokens, records.apiTokens());
        if (std::ranges::any_of(tokens, [&](const ApiTokenRow& one) { return one.name == row.name; }))
            return fail(ServiceErrc::BadToken, "A token with this name exists or existed; choose another name.");
        PEIL_CHECK(records.addApiToken(row));
        auto detail = detailOf(row);
        detail["until"] = formatUtc(row.expiresAt);
        return appendAct(records, now, by, "token_made", detail);
    };
    PEIL_CHECK(m_repository.write(store));
    return token;
}

Result<> ApiTokens::revoke(const std::string& name, const std::string& by) {
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto tokens, records.apiTokens());
        const auto found = std::ranges::find(tokens, name, &ApiTokenRow::name);
        if (found == tokens.end()) return fail(ServiceErrc::TokenUnknown);
        PEIL_CHECK(records.revokeApiToken(name, m_clock.now()));
        return appendAct(records, m_clock.now(), by, "token_revoked", detailOf(*found));
    });
}

Result<std::vector<ApiTokenRow>> ApiTokens::list() const {
    std::vector<ApiTokenRow> tokens;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(tokens, records.apiTokens());
        return {};
    }));
    return tokens;
}

Result<std::optional<Profile>> ApiTokens::find(std::string_view token) const {
    std::optional<ApiTokenRow> row;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(row, records.apiToken(crypto::blake2b(bytesOf(token))));
        return {};
    }));
    if (!row || row->revokedAt || m_clock.now() >= row->expiresAt) return std::optional<Profile>{};
    return std::optional<Profile>{Profile{row->name, row->role, row->cityCode}};
}

} // namespace peil::server::services
