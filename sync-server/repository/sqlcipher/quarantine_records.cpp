// SPDX-License-Identifier: Apache-2.0
// Envelopes in quarantine and what becomes of them.
#include "repository/sqlcipher/envelope_row.h"
#include "repository/sqlcipher/sqlcipher_records.h"

namespace peil::server::repository {

Result<std::vector<EnvelopeRow>> Records::quarantined(std::int64_t after, std::int64_t limit, std::size_t maxBytes) {
    PEIL_TRY(auto select,
             m_db.prepare(PEIL_SELECT_ENVELOPE "WHERE status = 2 AND number > ?1 ORDER BY number LIMIT ?2"));
    select.bind(1, after).bind(2, limit);
    return envelopesOf(select, maxBytes);
}

Result<std::optional<EnvelopeRow>> Records::envelope(std::int64_t number) {
    PEIL_TRY(auto select, m_db.prepare(PEIL_SELECT_ENVELOPE "WHERE number = ?1"));
    PEIL_TRY(const bool found, select.bind(1, number).step());
    if (!found) return std::optional<EnvelopeRow>{};
    return std::optional<EnvelopeRow>{envelopeOf(select)};
}

Result<> Records::judgeAgain(const EnvelopeRow& row) {
    PEIL_TRY(auto update, m_db.prepare("UPDATE envelope SET status = ?2, reason = ?3, outcome = ?4, receipt = ?5, "
                                       "form_hash = ?6, holds_keys = ?7 WHERE number = ?1"));
    update.bind(1, row.number).bind(2, static_cast<std::int64_t>(row.status)).bind(3, row.quarantineReason);
    update.bind(4, row.outcome).bindBlob(5, row.receipt).bind(6, row.formHash);
    PEIL_CHECK(update.bind(7, std::int64_t{holdsKeys(row) ? 1 : 0}).run());
    if (row.status != EnvelopeStatus::Received) return {};
    PEIL_TRY(auto turn, m_db.prepare("UPDATE envelope SET judged_again = "
                                     "(SELECT coalesce(max(judged_again), 0) + 1 FROM envelope WHERE judged_again > 0) "
                                     "WHERE number = ?1"));
    PEIL_CHECK(turn.bind(1, row.number).run());
    return addOpenAnswers(row.number, row.open);
}

Result<std::vector<NewReceiptRow>> Records::newReceipts(const DeviceId& device, std::int64_t after,
                                                        std::int64_t limit) {
    PEIL_TRY(auto select, m_db.prepare("SELECT judged_again, receipt FROM envelope WHERE device = ?1 "
                                       "AND judged_again > ?2 AND judged_again > 0 ORDER BY judged_again LIMIT ?3"));
    select.bind(1, device.text()).bind(2, after).bind(3, limit);
    std::vector<NewReceiptRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back({select.integer(0), select.blob(1)});
    }
}

Result<bool> Records::holdsRevision(const InterviewId& interview, int revision) {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT 1 FROM envelope WHERE interview = ?1 AND revision = ?2 AND status = 1 LIMIT 1"));
    return select.bind(1, interview.text()).bind(2, std::int64_t{revision}).step();
}

} // namespace peil::server::repository
