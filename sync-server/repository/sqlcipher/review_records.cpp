// SPDX-License-Identifier: Apache-2.0
// What is made of interviews: reviews and withdrawals.
#include "repository/sqlcipher/sqlcipher_records.h"

namespace peil::server::repository {

namespace {

/// State, note, double, name and time from column `first` on; the state Received when nobody has judged.
ReviewRow reviewOf(const storage::Statement& row, int first, const InterviewId& interview, int revision) {
    if (row.isNull(first)) return {interview, revision, ReviewState::Received, {}, {}, {}, {}};
    return {interview,
            revision,
            static_cast<ReviewState>(row.integer(first)),
            row.text(first + 1),
            row.text(first + 2),
            row.text(first + 3),
            timeFrom(row.integer(first + 4))};
}

ReviewedInterview reviewedOf(const storage::Statement& row) {
    const InterviewId interview(row.text(0));
    const auto revision = static_cast<int>(row.integer(1));
    return {interview,
            revision,
            DeviceId(row.text(2)),
            row.text(3),
            row.text(4),
            timeFrom(row.integer(5)),
            reviewOf(row, 6, interview, revision)};
}

} // namespace

Result<std::vector<ReviewedInterview>> Records::reviewedInterviews() {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT e.interview, e.revision, e.device, d.city_code, e.outcome, e.received_at, r.state, "
                          "r.note, r.duplicate_of, r.judged_by, r.judged_at FROM envelope e "
                          "JOIN device d ON d.id = e.device "
                          "LEFT JOIN review r ON r.interview = e.interview AND r.revision = e.revision "
                          "WHERE e.status = 1 AND e.revision = (SELECT max(f.revision) FROM envelope f "
                          "WHERE f.interview = e.interview AND f.status = 1) ORDER BY e.number"));
    std::vector<ReviewedInterview> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back(reviewedOf(select));
    }
}

Result<std::optional<ReviewRow>> Records::review(const InterviewId& interview, int revision) {
    PEIL_TRY(auto select, m_db.prepare("SELECT state, note, duplicate_of, judged_by, judged_at FROM review "
                                       "WHERE interview = ?1 AND revision = ?2"));
    PEIL_TRY(const bool found, select.bind(1, interview.text()).bind(2, std::int64_t{revision}).step());
    if (!found) return std::optional<ReviewRow>{};
    return std::optional<ReviewRow>{reviewOf(select, 0, interview, revision)};
}

Result<> Records::putReview(const ReviewRow& review) {
    PEIL_TRY(auto insert, m_db.prepare("INSERT OR REPLACE INTO review(interview, revision, state, note, duplicate_of, "
                                       "judged_by, judged_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    insert.bind(1, review.interview.text()).bind(2, std::int64_t{review.revision});
    insert.bind(3, static_cast<std::int64_t>(review.state)).bind(4, review.note).bind(5, review.duplicateOf);
    return insert.bind(6, review.by).bind(7, toStored(review.at)).run();
}

Result<bool> Records::holds(const InterviewId& interview) {
    PEIL_TRY(auto select, m_db.prepare("SELECT 1 FROM envelope WHERE interview = ?1 AND holds_keys = 1 LIMIT 1"));
    return select.bind(1, interview.text()).step();
}

/// The rows of the envelopes stay, without content: the audit chain and the ledger of the tablet go through them.
Result<> Records::erase(const WithdrawalRow& withdrawal) {
    for (const auto* statement :
         {"DELETE FROM open_answer WHERE envelope IN (SELECT number FROM envelope WHERE interview = ?1)",
          "UPDATE envelope SET status = 3, bytes = x'', reason = '', outcome = '' WHERE interview = ?1",
          "DELETE FROM review WHERE interview = ?1"}) {
        PEIL_TRY(auto remove, m_db.prepare(statement));
        PEIL_CHECK(remove.bind(1, withdrawal.interview.text()).run());
    }
    PEIL_TRY(auto insert, m_db.prepare("INSERT OR IGNORE INTO withdrawal(interview, at) VALUES(?1, ?2)"));
    return insert.bind(1, withdrawal.interview.text()).bind(2, toStored(withdrawal.at)).run();
}

Result<std::vector<WithdrawalRow>> Records::withdrawals() {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT w.interview, w.at, (SELECT d.city_code FROM envelope e JOIN device d ON d.id = "
                          "e.device WHERE e.interview = w.interview ORDER BY e.number LIMIT 1) FROM withdrawal w "
                          "ORDER BY w.interview"));
    std::vector<WithdrawalRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back({InterviewId(select.text(0)), timeFrom(select.integer(1)), select.text(2)});
    }
}

Result<std::vector<std::int64_t>> Records::withdrawnOf(const DeviceId& device, std::int64_t limit) {
    PEIL_TRY(auto select, m_db.prepare("SELECT DISTINCT sequence FROM envelope WHERE device = ?1 AND status = 3 "
                                       "ORDER BY sequence LIMIT ?2"));
    select.bind(1, device.text()).bind(2, limit);
    std::vector<std::int64_t> numbers;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return numbers;
        numbers.push_back(select.integer(0));
    }
}

Result<bool> Records::isWithdrawn(const InterviewId& interview) {
    PEIL_TRY(auto select, m_db.prepare("SELECT 1 FROM withdrawal WHERE interview = ?1"));
    return select.bind(1, interview.text()).step();
}

Result<std::vector<ReviewRow>> Records::reviews() {
    PEIL_TRY(auto select, m_db.prepare("SELECT state, note, duplicate_of, judged_by, judged_at, interview, revision "
                                       "FROM review ORDER BY interview"));
    std::vector<ReviewRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back(reviewOf(select, 0, InterviewId(select.text(5)), static_cast<int>(select.integer(6))));
    }
}

} // namespace peil::server::repository
