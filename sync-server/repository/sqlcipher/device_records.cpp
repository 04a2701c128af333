// SPDX-License-Identifier: Apache-2.0
// Enrolments and tablets.
#include "repository/sqlcipher/sqlcipher_records.h"

namespace peil::server::repository {

namespace {

#define PEIL_SELECT_DEVICE                                                                                             \
    "SELECT id, city_code, public_key, enrolled_at, last_contact, revoked_at, finalised, doubted, sequence_base, "     \
    "blocked_at FROM device "

DeviceRow deviceOf(const storage::Statement& row) {
    DeviceRow device{.id = DeviceId(row.text(0)),
                     .cityCode = row.text(1),
                     .publicKey = bytes32(row, 2),
                     .enrolledAt = timeFrom(row.integer(3)),
                     .lastContact = {},
                     .revokedAt = {},
                     .finalised = 0,
                     .doubted = 0,
                     .sequenceBase = 0,
                     .blockedAt = {}};
    if (!row.isNull(4)) device.lastContact = timeFrom(row.integer(4));
    if (!row.isNull(5)) device.revokedAt = timeFrom(row.integer(5));
    device.finalised = row.integer(6);
    device.doubted = row.integer(7);
    device.sequenceBase = row.integer(8);
    if (!row.isNull(9)) device.blockedAt = timeFrom(row.integer(9));
    return device;
}

} // namespace

Result<> Records::addEnrolment(const EnrolmentRow& enrolment) {
    PEIL_TRY(auto insert, m_db.prepare("INSERT INTO enrolment(secret_id, secret, city_code, expires_at, state) "
                                       "VALUES(?1, ?2, ?3, ?4, ?5)"));
    return insert.bind(1, enrolment.secretId)
        .bindBlob(2, enrolment.secret)
        .bind(3, enrolment.cityCode)
        .bind(4, toStored(enrolment.expiresAt))
        .bind(5, static_cast<std::int64_t>(enrolment.state))
        .run();
}

Result<std::optional<EnrolmentRow>> Records::enrolment(const std::string& secretId) {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT secret, city_code, expires_at, state FROM enrolment WHERE secret_id = ?1"));
    PEIL_TRY(const bool found, select.bind(1, secretId).step());
    if (!found) return std::optional<EnrolmentRow>{};
    return std::optional<EnrolmentRow>{EnrolmentRow{secretId, select.blob(0), select.text(1),
                                                    timeFrom(select.integer(2)),
                                                    static_cast<EnrolmentState>(select.integer(3))}};
}

Result<> Records::endEnrolment(const std::string& secretId, EnrolmentState state) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE enrolment SET state = ?2, "
                                       "secret = CASE WHEN ?3 THEN secret ELSE x'' END WHERE secret_id = ?1"));
    return update.bind(1, secretId)
        .bind(2, static_cast<std::int64_t>(state))
        .bind(3, std::int64_t{state == EnrolmentState::Used ? 1 : 0})
        .run();
}

Result<> Records::expireEnrolments(TimePoint now) {
    PEIL_TRY(auto update,
             m_db.prepare("UPDATE enrolment SET state = CASE state WHEN 1 THEN 4 ELSE state END, secret = x'' "
                          "WHERE secret <> x'' AND expires_at <= ?1"));
    return update.bind(1, toStored(now)).run();
}

Result<> Records::addDevice(const DeviceRow& device) {
    PEIL_TRY(auto insert,
             m_db.prepare("INSERT INTO device(id, city_code, public_key, enrolled_at) VALUES(?1, ?2, ?3, ?4)"));
    return insert.bind(1, device.id.text())
        .bind(2, device.cityCode)
        .bindBlob(3, device.publicKey)
        .bind(4, toStored(device.enrolledAt))
        .run();
}

Result<std::optional<DeviceRow>> Records::device(const DeviceId& id) {
    PEIL_TRY(auto select, m_db.prepare(PEIL_SELECT_DEVICE "WHERE id = ?1"));
    PEIL_TRY(const bool found, select.bind(1, id.text()).step());
    if (!found) return std::optional<DeviceRow>{};
    return std::optional<DeviceRow>{deviceOf(select)};
}

Result<std::optional<DeviceRow>> Records::deviceOfKey(const crypto::PublicKey& key) {
    PEIL_TRY(auto select, m_db.prepare(PEIL_SELECT_DEVICE "WHERE public_key = ?1"));
    PEIL_TRY(const bool found, select.bindBlob(1, key).step());
    if (!found) return std::optional<DeviceRow>{};
    return std::optional<DeviceRow>{deviceOf(select)};
}

Result<> Records::moveDevice(const DeviceId& id, const std::string& cityCode) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE device SET city_code = ?2 WHERE id = ?1"));
    return update.bind(1, id.text()).bind(2, cityCode).run();
}

Result<std::vector<DeviceRow>> Records::devices() {
    PEIL_TRY(auto select, m_db.prepare(PEIL_SELECT_DEVICE "ORDER BY rowid"));
    std::vector<DeviceRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back(deviceOf(select));
    }
}

Result<> Records::revokeDevice(const DeviceId& id, TimePoint at) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE device SET revoked_at = coalesce(revoked_at, ?2) WHERE id = ?1"));
    return update.bind(1, id.text()).bind(2, toStored(at)).run();
}

Result<> Records::touchDevice(const DeviceId& id, TimePoint at) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE device SET last_contact = ?2 WHERE id = ?1"));
    return update.bind(1, id.text()).bind(2, toStored(at)).run();
}

Result<> Records::noteFinalised(const DeviceId& id, std::int64_t finalised) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE device SET finalised = max(finalised, ?2) WHERE id = ?1"));
    return update.bind(1, id.text()).bind(2, finalised).run();
}

Result<> Records::doubtFinalised(const DeviceId& id, std::int64_t finalised) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE device SET doubted = ?2 WHERE id = ?1"));
    return update.bind(1, id.text()).bind(2, finalised).run();
}

Result<> Records::resetSequence(const DeviceId& id, std::int64_t finalised) {
    PEIL_TRY(auto update,
             m_db.prepare("UPDATE device SET finalised = ?2, sequence_base = ?2, doubted = 0 WHERE id = ?1"));
    return update.bind(1, id.text()).bind(2, finalised).run();
}

Result<> Records::blockDevice(const DeviceId& id, std::optional<TimePoint> at) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE device SET blocked_at = ?2 WHERE id = ?1"));
    update.bind(1, id.text());
    if (at)
        update.bind(2, toStored(*at));
    else
        update.bindNull(2);
    return update.run();
}

Result<DeviceDay> Records::dayOf(const DeviceId& id, std::int64_t day) {
    PEIL_TRY(auto select, m_db.prepare("SELECT bytes, items, refused FROM device_day WHERE device = ?1 AND day = ?2"));
    PEIL_TRY(const bool found, select.bind(1, id.text()).bind(2, day).step());
    if (!found) return DeviceDay{};
    return DeviceDay{select.integer(0), select.integer(1), select.integer(2)};
}

Result<> Records::addToDay(const DeviceId& id, std::int64_t day, const DeviceDay& more) {
    PEIL_TRY(auto forget, m_db.prepare("DELETE FROM device_day WHERE device = ?1 AND day < ?2"));
    PEIL_CHECK(forget.bind(1, id.text()).bind(2, day).run());
    PEIL_TRY(auto insert,
             m_db.prepare("INSERT INTO device_day(device, day, bytes, items, refused) VALUES(?1, ?2, ?3, ?4, ?5) "
                          "ON CONFLICT(device, day) DO UPDATE SET bytes = bytes + excluded.bytes, "
                          "items = items + excluded.items, refused = refused + excluded.refused"));
    insert.bind(1, id.text()).bind(2, day).bind(3, more.bytes).bind(4, more.items).bind(5, more.refused);
    return insert.run();
}

Result<> Records::noteStranger(const StrangerRow& stranger) {
    PEIL_TRY(auto insert,
             m_db.prepare("INSERT INTO stranger(id, last_contact, finalised) VALUES(?1, ?2, ?3) ON CONFLICT(id) DO "
                          "UPDATE SET last_contact = max(last_contact, excluded.last_contact), "
                          "finalised = max(finalised, excluded.finalised)"));
    return insert.bind(1, stranger.id.text()).bind(2, toStored(stranger.lastContact)).bind(3, stranger.finalised).run();
}

Result<std::vector<StrangerRow>> Records::strangers() {
    PEIL_TRY(auto select, m_db.prepare("SELECT id, last_contact, finalised FROM stranger ORDER BY id"));
    std::vector<StrangerRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back({DeviceId(select.text(0)), timeFrom(select.integer(1)), select.integer(2)});
    }
}

Result<> Records::forgetStranger(const DeviceId& id) {
    PEIL_TRY(auto remove, m_db.prepare("DELETE FROM stranger WHERE id = ?1"));
    return remove.bind(1, id.text()).run();
}

Result<> Records::addSuccession(const SuccessionRow& row) {
    PEIL_TRY(auto insert, m_db.prepare("INSERT OR IGNORE INTO succession(device, successor, at) VALUES(?1, ?2, ?3)"));
    return insert.bind(1, row.device.text()).bind(2, row.successor.text()).bind(3, toStored(row.at)).run();
}

Result<std::vector<SuccessionRow>> Records::successions() {
    PEIL_TRY(auto select, m_db.prepare("SELECT device, successor, at FROM succession ORDER BY rowid"));
    std::vector<SuccessionRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back({DeviceId(select.text(0)), DeviceId(select.text(1)), timeFrom(select.integer(2))});
    }
}

} // namespace peil::server::repository
