// SPDX-License-Identifier: Apache-2.0
#include "services/device_acts.h"

#include "peil/base/text.h"
#include "peil/protocol/item_judge.h"
#include "services/acts_say.h"
#include "services/audit_log.h"
#include "services/error.h"

#include <limits>

namespace peil::server::services {

using repository::Records;

namespace {

constexpr std::size_t kMaxNameBytes = 64;
constexpr std::size_t kMaxReasonBytes = 1000;

Result<repository::DeviceRow> require(Records& records, const DeviceId& id) {
    PEIL_TRY(auto row, records.device(id));
    if (!row) return fail(ServiceErrc::DeviceUnknown);
    return std::move(*row);
}

} // namespace

Result<> check(const Authority& authority) {
    if (authority.by.empty() || authority.by.size() > kMaxNameBytes)
        return fail(ServiceErrc::BadAct,
                    "The action needs the name of the person who does it, of at most 64 bytes; add it.");
    if (trim(authority.why).empty() || authority.why.size() > kMaxReasonBytes)
        return fail(ServiceErrc::BadAct, "The action needs a reason of 1 to 1,000 bytes; add it.");
    return {};
}

Result<> DeviceActs::nameSuccessor(const DeviceId& device, const DeviceId& successor, const Authority& authority) {
    PEIL_CHECK(check(authority));
    if (device == successor) return fail(ServiceErrc::BadAct, "A tablet cannot succeed itself; name another tablet.");
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto before, require(records, device));
        PEIL_TRY(const auto after, require(records, successor));
        if (before.cityCode != after.cityCode)
            return fail(ServiceErrc::BadAct,
                        "The two tablets belong to different cities; name a tablet of the same city.");
        if (after.revokedAt) return fail(ServiceErrc::BadAct, "The successor is revoked; name another tablet.");
        PEIL_CHECK(records.addSuccession({device, successor, m_clock.now()}));
        return appendAct(records, m_clock.now(), authority.by, kSuccessionAct,
                         {{"device", device.text()}, {"successor", successor.text()}, {"why", authority.why}});
    });
}

Result<> DeviceActs::resetSequence(const DeviceId& device, std::int64_t finalised, const Authority& authority) {
    PEIL_CHECK(check(authority));
    if (finalised < 0 || finalised > std::numeric_limits<std::int32_t>::max())
        return fail(ServiceErrc::BadAct, "A tablet finalises at most 2,147,483,647 interviews; give a lower number.");
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto row, require(records, device));
        PEIL_TRY(const auto highest, records.highestSequence(device));
        if (finalised < highest)
            return fail(ServiceErrc::BadAct,
                        "Interview number " + std::to_string(highest) +
                            " of this tablet has been received; give that number or a higher one.");
        PEIL_CHECK(records.resetSequence(device, finalised));
        return appendAct(records, m_clock.now(), authority.by, kResetAct,
                         {{"device", device.text()}, {"finalised", finalised}, {"why", authority.why}});
    });
}

Result<> DeviceActs::block(const DeviceId& device, const Authority& authority) {
    PEIL_CHECK(check(authority));
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_CHECK(require(records, device));
        PEIL_CHECK(records.blockDevice(device, m_clock.now()));
        return appendAct(records, m_clock.now(), authority.by, kBlockAct,
                         {{"device", device.text()}, {"why", authority.why}});
    });
}

Result<> DeviceActs::unblock(const DeviceId& device, const Authority& authority) {
    PEIL_CHECK(check(authority));
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_CHECK(require(records, device));
        PEIL_CHECK(records.blockDevice(device, std::nullopt));
        return appendAct(records, m_clock.now(), authority.by, kUnblockAct,
                         {{"device", device.text()}, {"why", authority.why}});
    });
}

} // namespace peil::server::services
