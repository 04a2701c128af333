// SPDX-License-Identifier: Apache-2.0
#include "services/users.h"

#include "peil/base/enum_text.h"
#include "peil/base/text.h"
#include "peil/crypto/strength.h"
#include "services/acts_say.h"
#include "services/audit_log.h"
#include "services/permissions.h"

#include <algorithm>

namespace peil::server::services {

using repository::Records;
using repository::Role;
using repository::UserRow;

namespace {

constexpr EnumText<UserAct> kActs[] = {
    {UserAct::Lock, "lock"}, {UserAct::Unlock, "unlock"}, {UserAct::Remove, "remove"}, {UserAct::ResetFactor, "reset"}};

bool isName(const std::string& name) {
    return !name.empty() && name.size() <= Users::kMaxName && isUtf8(name) &&
           std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

Result<> check(const Profile& profile, std::string_view password) {
    if (!isName(profile.name))
        return fail(ServiceErrc::BadUser, "A user name has 1 to 64 bytes of text; choose another name.");
    if ((profile.role == Role::CityCoordinator) == profile.cityCode.empty())
        return fail(ServiceErrc::BadUser, "A city coordinator needs a city, and other roles cannot have one.");
    if (password.size() > Users::kMaxPassword)
        return fail(ServiceErrc::BadUser, "The password is longer than 1,024 bytes; choose a shorter one.");
    const auto strength = crypto::strengthOf(bytesOf(password), {profile.name});
    if (strength == crypto::Strength::TooShort)
        return fail(ServiceErrc::BadUser,
                    "The password has fewer than 12 characters, not counting spaces; choose a longer one.");
    if (strength == crypto::Strength::Easy)
        return fail(ServiceErrc::BadUser,
                    "The password is easy to guess; choose another one, such as five unrelated words.");
    return {};
}

bool isActiveAdministrator(const UserRow& user) {
    return user.role == Role::Administrator && !user.lockedAt;
}

/// LastAdministrator when `name` is the only one left.
Result<> keepOneAdministrator(Records& records, const std::string& name) {
    PEIL_TRY(const auto users, records.users());
    const auto others = std::ranges::count_if(
        users, [&](const UserRow& user) { return isActiveAdministrator(user) && user.name != name; });
    if (others == 0) return fail(ServiceErrc::LastAdministrator);
    return {};
}

/// The logged facts about a user: enough to derive the expected state of the store from the log. Includes a digest of
/// the password hash, so that a replaced one is detected.
boost::json::object detailOf(const UserRow& user) {
    return {{"name", user.name}, {"role", idOf(user.role)}, {"city", user.cityCode}, {"password", passwordMark(user)}};
}

Result<UserRow> required(Records& records, const std::string& name) {
    PEIL_TRY(auto user, records.user(name));
    if (!user) return fail(ServiceErrc::UserUnknown);
    return std::move(*user);
}

} // namespace

std::optional<UserAct> userActOf(std::string_view id) {
    return valueIn(kActs, id);
}

Users::Users(repository::Repository& repository, const Clock& clock, Rng& rng)
    : m_repository(repository)
    , m_clock(clock)
    , m_rng(rng) {}

Result<> Users::put(const Profile& profile, std::string_view password, const std::string& by) {
    PEIL_CHECK(check(profile, password));
    PEIL_TRY(const auto hash, crypto::hashPassword(bytesOf(password)));
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto before, records.user(profile.name));
        if (before && isActiveAdministrator(*before) && profile.role != Role::Administrator)
            PEIL_CHECK(keepOneAdministrator(records, profile.name));
        UserRow user = before.value_or(UserRow{.name = profile.name, .createdAt = m_clock.now()});
        user.passwordHash = hash;
        user.role = profile.role;
        user.cityCode = profile.cityCode;
        PEIL_CHECK(records.putUser(user));
        PEIL_CHECK(records.endSessionsOf(user.name));
        return appendAct(records, m_clock.now(), by, kUserAct, detailOf(user));
    });
}

Result<> Users::makeFirstAdministrator(const std::string& name, std::string_view password) {
    PEIL_CHECK(check({name, Role::Administrator, ""}, password));
    PEIL_TRY(const auto hash, crypto::hashPassword(bytesOf(password)));
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto users, records.users());
        if (std::ranges::any_of(users, isActiveAdministrator)) return fail(ServiceErrc::TokenOff);
        const UserRow user{.name = name, .passwordHash = hash, .role = Role::Administrator, .createdAt = m_clock.now()};
        PEIL_CHECK(records.putUser(user));
        PEIL_CHECK(records.endSessionsOf(name));
        return appendAct(records, m_clock.now(), "administration token", kUserAct, detailOf(user));
    });
}

Result<> Users::act(UserAct act, const std::string& name, const std::string& by) {
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(auto user, required(records, name));
        if ((act == UserAct::Lock || act == UserAct::Remove) && isActiveAdministrator(user))
            PEIL_CHECK(keepOneAdministrator(records, name));
        std::string_view what;
        switch (act) {
        case UserAct::Lock:
            what = kUserLockAct;
            if (!user.lockedAt) user.lockedAt = m_clock.now();
            break;
        case UserAct::Unlock:
            what = kUserUnlockAct;
            user.lockedAt.reset();
            break;
        case UserAct::Remove:
            PEIL_CHECK(records.removeUser(name));
            return appendAct(records, m_clock.now(), by, kUserRemoveAct, detailOf(user));
        case UserAct::ResetFactor:
            what = kFactorOffAct;
            user.factor.clear();
            user.offeredFactor.clear();
            break;
        }
        PEIL_CHECK(records.putUser(user));
        if (act != UserAct::Unlock) PEIL_CHECK(records.endSessionsOf(name));
        return appendAct(records, m_clock.now(), by, std::string(what), detailOf(user));
    });
}

Result<std::vector<UserRow>> Users::list() const {
    std::vector<UserRow> users;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(users, records.users());
        return {};
    }));
    return users;
}

Result<int> Users::lockAdministrators() {
    int locked = 0;
    const auto lockAll = [&](Records& records) -> Result<> {
        PEIL_TRY(const auto users, records.users());
        for (auto user : users) {
            if (!isActiveAdministrator(user)) continue;
            user.lockedAt = m_clock.now();
            PEIL_CHECK(records.putUser(user));
            PEIL_CHECK(records.endSessionsOf(user.name));
            PEIL_CHECK(appendAct(records, m_clock.now(), "reset-admin", kUserLockAct, detailOf(user)));
            ++locked;
        }
        return {};
    };
    PEIL_CHECK(m_repository.write(lockAll));
    return locked;
}

Result<FactorOffer> Users::offerFactor(const std::string& name) {
    Bytes secret(kFactorBytes);
    m_rng.fill(secret);
    PEIL_CHECK(m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(auto user, required(records, name));
        user.offeredFactor = secret;
        return records.putUser(user);
    }));
    auto offer = offerOf(name, secret);
    crypto::wipe(secret);
    return offer;
}

Result<> Users::confirmFactor(const std::string& name, std::string_view code, const std::string& by) {
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(auto user, required(records, name));
        const auto step =
            user.offeredFactor.empty() ? std::nullopt : stepOfCode(user.offeredFactor, code, m_clock.now(), 0);
        if (!step) return fail(ServiceErrc::CodeWrong);
        user.factor = std::exchange(user.offeredFactor, {});
        user.lastStep = *step;
        PEIL_CHECK(records.putUser(user));
        return appendAct(records, m_clock.now(), by, kFactorOnAct, detailOf(user));
    });
}

} // namespace peil::server::services
