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
    return Query(m_db, PEIL_SELECT_ENVELOPE "WHERE number = ?1", number).row(envelopeOf);
}

Result<> Records::judgeAgain(const EnvelopeRow& row) {
    PEIL_CHECK(Query(m_db,
                     "UPDATE envelope SET status = ?2, reason = ?3, outcome = ?4, receipt = ?5, "
                     "form_hash = ?6, holds_keys = ?7 WHERE number = ?1",
                     row.number, row.status, row.quarantineReason, row.outcome, row.receipt, row.formHash,
                     row.holdsKeys)
                   .run());
    if (row.status != EnvelopeStatus::Received) return {};
    PEIL_CHECK(Query(m_db,
                     "UPDATE envelope SET judged_again = "
                     "(SELECT coalesce(max(judged_again), 0) + 1 FROM envelope WHERE judged_again > 0) "
                     "WHERE number = ?1",
                     row.number)
                   .run());
    return addOpenAnswers(row.number, row.open);
}

Result<std::vector<NewReceiptRow>> Records::newReceipts(const DeviceId& device, std::int64_t after,
                                                        std::int64_t limit) {
    return Query(m_db,
                 "SELECT judged_again, receipt FROM envelope WHERE device = ?1 "
                 "AND judged_again > ?2 AND judged_again > 0 ORDER BY judged_again LIMIT ?3",
                 device, after, limit)
        .rows([](const Row& row) {
            return NewReceiptRow{row.integer(0), row.blob(1)};
        });
}

Result<std::optional<ReceivedRow>> Records::receivedAs(const std::string& kind, const InterviewId& id, int revision) {
    return Query(m_db,
                 "SELECT hash, receipt FROM envelope WHERE interview = ?1 AND revision = ?2 AND kind = ?3 "
                 "AND status = 1",
                 id, revision, kind)
        .row([](const Row& row) {
            return ReceivedRow{bytes32(row, 0), row.blob(1)};
        });
}

} // namespace peil::server::repository
