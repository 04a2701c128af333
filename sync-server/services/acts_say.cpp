// SPDX-License-Identifier: Apache-2.0
#include "services/acts_say.h"

#include "peil/records/json_value.h"
#include "services/permissions.h"
#include "services/review.h"

#include <boost/json.hpp>

namespace peil::server::services {

using records::listOf;
using records::textOf;

namespace {

std::string differs(const std::string& what) {
    return what + " is not what the signed acts say.";
}

std::string lacks(const std::string& what) {
    return what + " is in the signed log but not in the store.";
}

/// Keys of `said` that no row has.
template <class Map>
std::optional<std::string> firstLacking(const Map& said, const std::set<std::string>& there, const std::string& kind) {
    for (const auto& [key, value] : said)
        if (!there.contains(key)) return lacks(kind + key);
    return std::nullopt;
}

} // namespace

boost::json::value detailOf(const repository::AuditRow& act) {
    boost::system::error_code unreadable;
    return boost::json::parse(act.detail, unreadable);
}

std::string passwordMark(const repository::UserRow& user) {
    return toHex(crypto::blake2b(bytesOf(user.passwordHash)));
}

void ActsSay::take(const repository::AuditRow& act) {
    const auto detail = detailOf(act);
    if (!detail.is_object()) return;
    if (act.what == kReviewAct) {
        const auto revisions = listOf(detail, "revisions");
        std::size_t at = 0;
        for (const auto& interview : listOf(detail, "interviews")) {
            const auto revision = at < revisions.size() && revisions[at].is_int64() ? revisions[at].as_int64() : 0;
            ++at;
            if (interview.is_string())
                m_reviews[std::string(interview.as_string())] = {textOf(detail, "state"), textOf(detail, "duplicateOf"),
                                                                 act.by, revision};
        }
    } else if (act.what == kWithdrawalAct) {
        const auto interview = textOf(detail, "interview");
        m_withdrawn.insert(interview);
        m_reviews.erase(interview);
    } else if (act.what == kSuccessionAct) {
        m_successions.emplace(textOf(detail, "device"), textOf(detail, "successor"));
    } else {
        takeOfDevice(act.what, detail);
        takeOfUser(act.what, detail);
    }
}

void ActsSay::takeOfDevice(const std::string& what, const boost::json::value& detail) {
    if (what == kDeviceAct) {
        auto& device = m_devices[textOf(detail, "device")]; // a tablet that enrols again keeps the rest
        device.city = textOf(detail, "city");
        device.key = textOf(detail, "publicKey");
    } else if (what == kRevokeAct) {
        m_devices[textOf(detail, "device")].revoked = true;
    } else if (what == kBlockAct || what == kUnblockAct) {
        m_devices[textOf(detail, "device")].blocked = what == kBlockAct;
    } else if (what == kResetAct) {
        m_devices[textOf(detail, "device")].sequenceBase = records::numberOf(detail, "finalised");
    }
}

void ActsSay::takeOfUser(const std::string& what, const boost::json::value& detail) {
    const auto name = textOf(detail, "name");
    if (what == kUserAct) {
        auto& user = m_users[name];
        user.role = textOf(detail, "role");
        user.city = textOf(detail, "city");
        user.password = textOf(detail, "password");
    } else if (what == kUserLockAct || what == kUserUnlockAct) {
        m_users[name].locked = what == kUserLockAct;
    } else if (what == kFactorOnAct || what == kFactorOffAct) {
        m_users[name].factor = what == kFactorOnAct;
    } else if (what == kUserRemoveAct) {
        m_users.erase(name);
    }
}

std::optional<std::string> ActsSay::faultOf(const std::vector<repository::ReviewRow>& reviews) const {
    std::set<std::string> there;
    for (const auto& row : reviews) {
        const auto id = row.interview.text();
        there.insert(id);
        const auto said = m_reviews.find(id);
        if (said == m_reviews.end() || said->second.state != idOf(row.state) ||
            said->second.duplicateOf != row.duplicateOf || said->second.by != row.by ||
            said->second.revision != row.revision)
            return differs("The review of interview " + id);
    }
    return firstLacking(m_reviews, there, "A review of interview ");
}

std::optional<std::string> ActsSay::faultOf(const std::vector<repository::WithdrawalRow>& withdrawals) const {
    std::set<std::string> there;
    for (const auto& row : withdrawals) {
        there.insert(row.interview.text());
        if (!isWithdrawn(row.interview)) return differs("The withdrawal of interview " + row.interview.text());
    }
    for (const auto& id : m_withdrawn)
        if (!there.contains(id)) return lacks("The withdrawal of interview " + id);
    return std::nullopt;
}

std::optional<std::string> ActsSay::faultOf(const std::vector<repository::DeviceRow>& devices) const {
    std::set<std::string> there;
    for (const auto& row : devices) {
        const auto id = row.id.text();
        there.insert(id);
        const auto said = m_devices.find(id);
        if (said == m_devices.end() || said->second.city != row.cityCode || said->second.key != toHex(row.publicKey) ||
            said->second.revoked != row.revokedAt.has_value() || said->second.blocked != row.blockedAt.has_value() ||
            said->second.sequenceBase != row.sequenceBase)
            return differs("City, key or state of the tablet " + id);
    }
    return firstLacking(m_devices, there, "The tablet ");
}

std::optional<std::string> ActsSay::faultOf(const std::vector<repository::SuccessionRow>& successions) const {
    const auto sentence = [](const std::string& successor, const std::string& device) {
        return "That the tablet " + successor + " took the place of " + device;
    };
    std::set<std::pair<std::string, std::string>> there;
    for (const auto& row : successions) {
        there.emplace(row.device.text(), row.successor.text());
        if (!m_successions.contains({row.device.text(), row.successor.text()}))
            return differs(sentence(row.successor.text(), row.device.text()));
    }
    for (const auto& said : m_successions)
        if (!there.contains(said)) return lacks(sentence(said.second, said.first));
    return std::nullopt;
}

std::optional<std::string> ActsSay::faultOf(const std::vector<repository::UserRow>& users) const {
    std::set<std::string> there;
    for (const auto& row : users) {
        there.insert(row.name);
        const auto said = m_users.find(row.name);
        if (said == m_users.end() || said->second.role != idOf(row.role) || said->second.city != row.cityCode ||
            said->second.password != passwordMark(row) || said->second.locked != row.lockedAt.has_value() ||
            said->second.factor == row.factor.empty())
            return differs("Role, city, password or state of the user " + row.name);
    }
    return firstLacking(m_users, there, "The user ");
}

} // namespace peil::server::services
