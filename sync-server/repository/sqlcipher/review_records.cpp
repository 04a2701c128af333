// SPDX-License-Identifier: Apache-2.0
// Reviews and withdrawals.
#include "repository/sqlcipher/sqlcipher_records.h"

namespace peil::server::repository {

namespace {

/// State, note, duplicate, name and time from column `first` on; Received if there is no review.
ReviewRow reviewOf(const Row& row, int first, const InterviewId& interview, int revision) {
    if (row.isNull(first)) return {interview, revision, ReviewState::Received, {}, {}, {}, {}};
    return {interview,
            revision,
            static_cast<ReviewState>(row.integer(first)),
            row.text(first + 1),
            row.text(first + 2),
            row.text(first + 3),
            timeFrom(row.integer(first + 4))};
}

ReviewedInterview reviewedOf(const Row& row) {
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
    return Query(m_db, "SELECT e.interview, e.revision, e.device, d.city_code, e.outcome, e.received_at, r.state, "
                       "r.note, r.duplicate_of, r.judged_by, r.judged_at FROM envelope e "
                       "JOIN device d ON d.id = e.device "
                       "LEFT JOIN review r ON r.interview = e.interview AND r.revision = e.revision "
                       "WHERE e.status = 1 AND e.kind = 'interview' AND e.revision = (SELECT max(f.revision) "
                       "FROM envelope f WHERE f.interview = e.interview AND f.kind = 'interview' AND f.status = 1) "
                       "ORDER BY e.number")
        .rows(reviewedOf);
}

Result<std::optional<ReviewRow>> Records::review(const InterviewId& interview, int revision) {
    return Query(m_db,
                 "SELECT state, note, duplicate_of, judged_by, judged_at FROM review "
                 "WHERE interview = ?1 AND revision = ?2",
                 interview, revision)
        .row([&](const Row& row) { return reviewOf(row, 0, interview, revision); });
}

Result<> Records::putReview(const ReviewRow& review) {
    return Query(m_db,
                 "INSERT OR REPLACE INTO review(interview, revision, state, note, duplicate_of, "
                 "judged_by, judged_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                 review.interview, review.revision, review.state, review.note, review.duplicateOf, review.by, review.at)
        .run();
}

Result<bool> Records::holds(const InterviewId& interview) {
    return Query(m_db, "SELECT 1 FROM envelope WHERE interview = ?1 AND kind = 'interview' AND holds_keys = 1 LIMIT 1",
                 interview)
        .any();
}

/// The rows of the envelopes stay, without content: the audit chain and the ledger of the tablet go through them.
Result<> Records::erase(const WithdrawalRow& withdrawal) {
    for (const auto* statement :
         {"DELETE FROM open_answer WHERE envelope IN (SELECT number FROM envelope WHERE interview = ?1)",
          "UPDATE envelope SET status = 3, bytes = x'', reason = '', outcome = '' WHERE interview = ?1 "
          "AND kind = 'interview'",
          "DELETE FROM review WHERE interview = ?1"}) {
        PEIL_CHECK(Query(m_db, statement, withdrawal.interview).run());
    }
    return Query(m_db, "INSERT OR IGNORE INTO withdrawal(interview, at) VALUES(?1, ?2)", withdrawal.interview,
                 withdrawal.at)
        .run();
}

Result<std::vector<WithdrawalRow>> Records::withdrawals() {
    return Query(m_db, "SELECT w.interview, w.at, (SELECT d.city_code FROM envelope e JOIN device d ON d.id = "
                       "e.device WHERE e.interview = w.interview AND e.kind = 'interview' ORDER BY e.number LIMIT 1) "
                       "FROM withdrawal w "
                       "ORDER BY w.interview")
        .rows([](const Row& row) {
            return WithdrawalRow{InterviewId(row.text(0)), timeFrom(row.integer(1)), row.text(2)};
        });
}

Result<std::vector<std::int64_t>> Records::nameWithdrawn(const DeviceId& device, std::size_t limit) {
    PEIL_TRY(auto numbers, Query(m_db,
                                 "SELECT sequence FROM envelope WHERE device = ?1 AND status = 3 AND holds_keys = 1 "
                                 "GROUP BY sequence ORDER BY min(named), sequence DESC LIMIT ?2",
                                 device, static_cast<std::int64_t>(limit) + 1)
                               .rows([](const Row& row) { return row.integer(0); }));
    if (numbers.size() <= limit) return numbers;
    numbers.pop_back();
    constexpr const char* kNamed =
        "UPDATE envelope SET named = named + 1 WHERE device = ?1 AND sequence = ?2 AND status = 3";
    for (const auto sequence : numbers)
        PEIL_CHECK(Query(m_db, kNamed, device, sequence).run());
    return numbers;
}

Result<bool> Records::isWithdrawn(const InterviewId& interview) {
    return Query(m_db, "SELECT 1 FROM withdrawal WHERE interview = ?1", interview).any();
}

Result<std::vector<ReviewRow>> Records::reviews() {
    return Query(m_db, "SELECT state, note, duplicate_of, judged_by, judged_at, interview, revision "
                       "FROM review ORDER BY interview")
        .rows([](const Row& row) {
            return reviewOf(row, 0, InterviewId(row.text(5)), static_cast<int>(row.integer(6)));
        });
}

} // namespace peil::server::repository
