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
    PEIL_TRY(auto insert, m_db.prepare("INSERT INTO audit(at, acted_by, what, detail, after_envelope, head) "
                                       "VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    insert.bind(1, toStored(row.at)).bind(2, row.by).bind(3, row.what).bind(4, row.detail);
    PEIL_CHECK(insert.bind(5, row.afterEnvelope).bindBlob(6, row.head).run());
    PEIL_TRY(auto head, m_db.prepare("UPDATE server_state SET audit_head = ?1"));
    PEIL_CHECK(head.bindBlob(1, row.head).run());
    return appendToLog(logEntryOf(row));
}

Result<std::vector<AuditRow>> Records::auditRows() {
    PEIL_TRY(auto select, m_db.prepare("SELECT number, at, acted_by, what, detail, after_envelope, head FROM audit "
                                       "ORDER BY number"));
    std::vector<AuditRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back({select.integer(0), timeFrom(select.integer(1)), select.text(2), select.text(3), select.text(4),
                        select.integer(5), bytes32(select, 6)});
    }
}

Result<std::optional<FrozenRow>> Records::frozen(const std::string& name) {
    PEIL_TRY(auto select, m_db.prepare("SELECT checksum, at FROM frozen WHERE name = ?1"));
    PEIL_TRY(const bool found, select.bind(1, name).step());
    if (!found) return std::optional<FrozenRow>{};
    return std::optional<FrozenRow>{FrozenRow{name, select.text(0), timeFrom(select.integer(1))}};
}

Result<> Records::addFrozen(const FrozenRow& row) {
    PEIL_TRY(auto insert, m_db.prepare("INSERT INTO frozen(name, checksum, at) VALUES(?1, ?2, ?3)"));
    return insert.bind(1, row.name).bind(2, row.checksum).bind(3, toStored(row.at)).run();
}

} // namespace peil::server::repository
