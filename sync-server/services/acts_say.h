// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the acts of the log say that the store must hold: reviews, withdrawals, tablets, users. Reads no table but the
// acts, so that a table that was changed by hand can be held against it.

#include "repository/records.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace peil::server::services {

/// The kinds of act that change a state, as they stand in the log. Persisted; never renamed.
inline constexpr const char* kReviewAct = "review";
inline constexpr const char* kWithdrawalAct = "withdrawal";
inline constexpr const char* kDeviceAct = "device_enrolled";
inline constexpr const char* kRevokeAct = "device_revoked";
inline constexpr const char* kUserAct = "user_put";
inline constexpr const char* kUserLockAct = "user_locked";
inline constexpr const char* kUserUnlockAct = "user_unlocked";
inline constexpr const char* kUserRemoveAct = "user_removed";

class ActsSay {
public:
    /// Takes the acts in order. A kind that it does not know changes no state here.
    void take(const repository::AuditRow& act);

    /// A sentence on the first row that is not what the acts say, or that is lacking; nothing when all are.
    [[nodiscard]] std::optional<std::string> faultOf(const std::vector<repository::ReviewRow>& reviews) const;
    [[nodiscard]] std::optional<std::string> faultOf(const std::vector<repository::WithdrawalRow>& withdrawals) const;
    [[nodiscard]] std::optional<std::string> faultOf(const std::vector<repository::DeviceRow>& devices) const;
    [[nodiscard]] std::optional<std::string> faultOf(const std::vector<repository::UserRow>& users) const;

    [[nodiscard]] bool isWithdrawn(const InterviewId& interview) const {
        return m_withdrawn.contains(interview.text());
    }

private:
    struct Judgement {
        std::string state, duplicateOf, by;
        std::int64_t revision = 0;
    };
    struct Device {
        std::string city, key;
        bool revoked = false;
    };
    struct User {
        std::string role, city, password;
        bool locked = false;
    };
    std::map<std::string, Judgement> m_reviews;
    std::set<std::string> m_withdrawn;
    std::map<std::string, Device> m_devices;
    std::map<std::string, User> m_users;
};

/// What the act of a user says of the password: the digest of its hash, so that an exchanged one shows.
[[nodiscard]] std::string passwordMark(const repository::UserRow& user);

} // namespace peil::server::services
