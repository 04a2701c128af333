// SPDX-License-Identifier: Apache-2.0
// Enrolments and tablets.
#include "repository/sqlcipher/sqlcipher_records.h"

namespace peil::server::repository {

namespace {

#define PEIL_SELECT_DEVICE                                                                                             \
    "SELECT id, city_code, public_key, enrolled_at, last_contact, revoked_at, finalised, doubted, sequence_base, "     \
    "blocked_at FROM device "

DeviceRow deviceOf(const Row& row) {
    return {.id = DeviceId(row.text(0)),
            .cityCode = row.text(1),
            .publicKey = bytes32(row, 2),
            .enrolledAt = timeFrom(row.integer(3)),
            .lastContact = timeOrNothing(row, 4),
            .revokedAt = timeOrNothing(row, 5),
            .finalised = row.integer(6),
            .doubted = row.integer(7),
            .sequenceBase = row.integer(8),
            .blockedAt = timeOrNothing(row, 9)};
}

} // namespace

Result<> Records::addEnrolment(const EnrolmentRow& enrolment) {
    return Query(m_db,
                 "INSERT INTO enrolment(secret_id, secret, city_code, expires_at, state) "
                 "VALUES(?1, ?2, ?3, ?4, ?5)",
                 enrolment.secretId, enrolment.secret, enrolment.cityCode, enrolment.expiresAt, enrolment.state)
        .run();
}

Result<std::optional<EnrolmentRow>> Records::enrolment(const std::string& secretId) {
    return Query(m_db, "SELECT secret, city_code, expires_at, state FROM enrolment WHERE secret_id = ?1", secretId)
        .row([&](const Row& row) {
            return EnrolmentRow{secretId, row.blob(0), row.text(1), timeFrom(row.integer(2)),
                                static_cast<EnrolmentState>(row.integer(3))};
        });
}

Result<> Records::endEnrolment(const std::string& secretId, EnrolmentState state) {
    return Query(m_db,
                 "UPDATE enrolment SET state = ?2, "
                 "secret = CASE WHEN ?3 THEN secret ELSE x'' END WHERE secret_id = ?1",
                 secretId, state, state == EnrolmentState::Used)
        .run();
}

Result<> Records::expireEnrolments(TimePoint now) {
    return Query(m_db,
                 "UPDATE enrolment SET state = CASE state WHEN 1 THEN 4 ELSE state END, secret = x'' "
                 "WHERE secret <> x'' AND expires_at <= ?1",
                 now)
        .run();
}

Result<> Records::addDevice(const DeviceRow& device) {
    return Query(m_db, "INSERT INTO device(id, city_code, public_key, enrolled_at) VALUES(?1, ?2, ?3, ?4)", device.id,
                 device.cityCode, device.publicKey, device.enrolledAt)
        .run();
}

Result<std::optional<DeviceRow>> Records::device(const DeviceId& id) {
    return Query(m_db, PEIL_SELECT_DEVICE "WHERE id = ?1", id).row(deviceOf);
}

Result<std::optional<DeviceRow>> Records::deviceOfKey(const crypto::PublicKey& key) {
    return Query(m_db, PEIL_SELECT_DEVICE "WHERE public_key = ?1", key).row(deviceOf);
}

Result<> Records::moveDevice(const DeviceId& id, const std::string& cityCode) {
    return Query(m_db, "UPDATE device SET city_code = ?2 WHERE id = ?1", id, cityCode).run();
}

Result<std::vector<DeviceRow>> Records::devices() {
    return Query(m_db, PEIL_SELECT_DEVICE "ORDER BY rowid").rows(deviceOf);
}

Result<> Records::revokeDevice(const DeviceId& id, TimePoint at) {
    return Query(m_db, "UPDATE device SET revoked_at = coalesce(revoked_at, ?2) WHERE id = ?1", id, at).run();
}

Result<> Records::touchDevice(const DeviceId& id, TimePoint at) {
    return Query(m_db, "UPDATE device SET last_contact = ?2 WHERE id = ?1", id, at).run();
}

Result<> Records::noteFinalised(const DeviceId& id, std::int64_t finalised) {
    return Query(m_db, "UPDATE device SET finalised = max(finalised, ?2) WHERE id = ?1", id, finalised).run();
}

Result<> Records::doubtFinalised(const DeviceId& id, std::int64_t finalised) {
    return Query(m_db, "UPDATE device SET doubted = ?2 WHERE id = ?1", id, finalised).run();
}

Result<> Records::resetSequence(const DeviceId& id, std::int64_t finalised) {
    return Query(m_db, "UPDATE device SET finalised = ?2, sequence_base = ?2, doubted = 0 WHERE id = ?1", id, finalised)
        .run();
}

Result<> Records::blockDevice(const DeviceId& id, std::optional<TimePoint> at) {
    return Query(m_db, "UPDATE device SET blocked_at = ?2 WHERE id = ?1", id, at).run();
}

Result<DeviceDay> Records::dayOf(const DeviceId& id, std::int64_t day) {
    const auto counts = [](const Row& row) { return DeviceDay{row.integer(0), row.integer(1), row.integer(2)}; };
    PEIL_TRY(const auto found,
             Query(m_db, "SELECT bytes, items, refused FROM device_day WHERE device = ?1 AND day = ?2", id, day)
                 .row(counts));
    return found.value_or(DeviceDay{});
}

Result<> Records::addToDay(const DeviceId& id, std::int64_t day, const DeviceDay& more) {
    PEIL_CHECK(Query(m_db, "DELETE FROM device_day WHERE device = ?1 AND day < ?2", id, day).run());
    return Query(m_db,
                 "INSERT INTO device_day(device, day, bytes, items, refused) VALUES(?1, ?2, ?3, ?4, ?5) "
                 "ON CONFLICT(device, day) DO UPDATE SET bytes = bytes + excluded.bytes, "
                 "items = items + excluded.items, refused = refused + excluded.refused",
                 id, day, more.bytes, more.items, more.refused)
        .run();
}

Result<> Records::noteStranger(const StrangerRow& stranger) {
    return Query(m_db,
                 "INSERT INTO stranger(id, last_contact, finalised) VALUES(?1, ?2, ?3) ON CONFLICT(id) DO "
                 "UPDATE SET last_contact = max(last_contact, excluded.last_contact), "
                 "finalised = max(finalised, excluded.finalised)",
                 stranger.id, stranger.lastContact, stranger.finalised)
        .run();
}

Result<std::vector<StrangerRow>> Records::strangers() {
    return Query(m_db, "SELECT id, last_contact, finalised FROM stranger ORDER BY id").rows([](const Row& row) {
        return StrangerRow{DeviceId(row.text(0)), timeFrom(row.integer(1)), row.integer(2)};
    });
}

Result<> Records::forgetStranger(const DeviceId& id) {
    return Query(m_db, "DELETE FROM stranger WHERE id = ?1", id).run();
}

Result<> Records::addSuccession(const SuccessionRow& row) {
    return Query(m_db, "INSERT OR IGNORE INTO succession(device, successor, at) VALUES(?1, ?2, ?3)", row.device,
                 row.successor, row.at)
        .run();
}

Result<std::vector<SuccessionRow>> Records::successions() {
    return Query(m_db, "SELECT device, successor, at FROM succession ORDER BY rowid").rows([](const Row& row) {
        return SuccessionRow{DeviceId(row.text(0)), DeviceId(row.text(1)), timeFrom(row.integer(2))};
    });
}

} // namespace peil::server::repository
