// SPDX-License-Identifier: Apache-2.0
#pragma once

// The state that follows from the actions in the log: reviews, withdrawals, tablets and their successors, users. Reads
// only the actions, so that manually changed tables are detected.

#include "repository/records.h"

#include <boost/json/value.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace peil::server::services {

/// The kinds of act that change a state, as they are in the log. Persisted; never renamed.
inline constexpr const char* kReviewAct = "review";
inline constexpr const char* kWithdrawalAct = "withdrawal";
inline constexpr const char* kDeviceAct = "device_enrolled";
inline constexpr const char* kRevokeAct = "device_revoked";
inline constexpr const char* kBlockAct = "block";
inline constexpr const char* kUnblockAct = "unblock";
inline constexpr const char* kResetAct = "sequence_reset";
inline constexpr const char* kSuccessionAct = "succession";
inline constexpr const char* kUserAct = "user_put";
inline constexpr const char* kUserLockAct = "user_locked";
inline constexpr const char* kUserUnlockAct = "user_unlocked";
inline constexpr const char* kUserRemoveAct = "user_removed";
inline constexpr const char* kFactorOnAct = "second_factor_on";
inline constexpr const char* kFactorOffAct = "second_factor_reset";

class ActsSay {
public:
    /// Takes the acts in order. A kind that it does not know changes no state here.
    void take(const repository::AuditRow& act);

    /// A sentence on the first row that is not what the acts say, or that is lacking; nullopt if all are.
    [[nodiscard]] std::optional<std::string> faultOf(const std::vector<repository::ReviewRow>& reviews) const;
    [[nodiscard]] std::optional<std::string> faultOf(const std::vector<repository::WithdrawalRow>& withdrawals) const;
    [[nodiscard]] std::optional<std::string> faultOf(const std::vector<repository::DeviceRow>& devices) const;
    [[nodiscard]] std::optional<std::string> faultOf(const std::vector<repository::SuccessionRow>& successions) const;
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
        bool revoked = false, blocked = false;
        std::int64_t sequenceBase = 0;
    };
    struct User {
        std::string role, city, password;
        bool locked = false, factor = false;
    };
    void takeOfDevice(const std::string& what, const boost::json::value& detail);
    void takeOfUser(const std::string& what, const boost::json::value& detail);
    std::map<std::string, Judgement> m_reviews;
    std::set<std::string> m_withdrawn;
    std::map<std::string, Device> m_devices;
    std::set<std::pair<std::string, std::string>> m_successions; ///< tablet and who took its place
    std::map<std::string, User> m_users;
};

/// What the act says as JSON; null if that cannot be read.
[[nodiscard]] boost::json::value detailOf(const repository::AuditRow& act);
/// What the act of a user says of the password: the digest of its hash, so that an exchanged one shows.
[[nodiscard]] std::string passwordMark(const repository::UserRow& user);

} // namespace peil::server::services
