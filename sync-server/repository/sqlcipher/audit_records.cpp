// SPDX-License-Identifier: Apache-2.0
// Acts of the audit chain, and frozen datasets.
#include "repository/log_entry.h"
#include "repository/sqlcipher/sqlcipher_records.h"

namespace peil::server::repository {

Result<std::int64_t> Records::lastEnvelope() {
    PEIL_TRY(auto select, m_db.prepare("SELECT coalesce(max(number), 0) FROM envelope"));
    PEIL_CHECK(select.step());
    return select.integer(0);
}

Result<> Records::addAudit(const AuditRow& row) {
    PEIL_CHECK(Query(m_db,
                     "INSERT INTO audit(at, acted_by, what, detail, after_envelope, head) "
                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
                     row.at, row.by, row.what, row.detail, row.afterEnvelope, row.head)
                   .run());
    PEIL_CHECK(Query(m_db, "UPDATE server_state SET audit_head = ?1", row.head).run());
    return appendToLog(logEntryOf(row));
}

Result<std::int64_t> Records::lastAct() {
    PEIL_TRY(auto select, m_db.prepare("SELECT coalesce(max(number), 0) FROM audit"));
    PEIL_CHECK(select.step());
    return select.integer(0);
}

Result<std::vector<AuditRow>> Records::auditRows(std::int64_t after) {
    return Query(m_db,
                 "SELECT number, at, acted_by, what, detail, after_envelope, head FROM audit "
                 "WHERE number > ?1 ORDER BY number",
                 after)
        .rows([](const Row& row) {
            return AuditRow{row.integer(0), timeFrom(row.integer(1)), row.text(2),    row.text(3),
                            row.text(4),    row.integer(5),           bytes32(row, 6)};
        });
}

Result<std::optional<FrozenRow>> Records::frozen(const std::string& name) {
    return Query(m_db, "SELECT checksum, at FROM frozen WHERE name = ?1", name).row([&](const Row& row) {
        return FrozenRow{name, row.text(0), timeFrom(row.integer(1))};
    });
}

Result<> Records::addFrozen(const FrozenRow& row) {
    return Query(m_db, "INSERT INTO frozen(name, checksum, at) VALUES(?1, ?2, ?3)", row.name, row.checksum, row.at)
        .run();
}

} // namespace peil::server::repository
