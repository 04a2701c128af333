// SPDX-License-Identifier: Apache-2.0
#include "services/review.h"

#include "services/acts_say.h"
#include "services/audit_log.h"
#include "services/error.h"

#include <algorithm>
#include <boost/json/array.hpp>

namespace peil::server::services {

using repository::Records;
using repository::ReviewedInterview;
using repository::ReviewState;

namespace {

using Found = std::map<std::string, const ReviewedInterview*, std::less<>>;

tl::unexpected<Error> unknown(const InterviewId& interview) {
    return fail(ServiceErrc::UnknownInterview,
                "There is no interview " + interview.text() + " here; see peil review list.");
}

tl::unexpected<Error> unknownYet(const InterviewId& interview) {
    return fail(ServiceErrc::UnknownInterview, "There is no interview " + interview.text() +
                                                   " here; see peil review list. After a restore, peil withdraw "
                                                   "--ahead accepts an interview that its tablet has yet to resend.");
}

Result<> check(const std::vector<InterviewId>& interviews, const Judgement& judgement, const std::string& by) {
    if (interviews.empty() || interviews.size() > Review::kMostAtOnce)
        return fail(ServiceErrc::BadReview, "A review covers 1 to 1,000 interviews; split it.");
    if (judgement.note.size() > Review::kMaxNoteBytes)
        return fail(ServiceErrc::BadReview, "A note has at most 1,000 bytes; shorten it.");
    if (by.empty()) return fail(ServiceErrc::BadReview, "A review needs the name of the reviewer; add it.");
    return {};
}

Result<> checkDuplicate(const Found& found, const std::vector<InterviewId>& interviews, const std::string& other) {
    if (other.empty()) return {};
    if (!found.contains(other)) return unknown(InterviewId(other));
    if (std::ranges::any_of(interviews, [&](const InterviewId& one) { return one.text() == other; }))
        return fail(ServiceErrc::BadReview, "An interview cannot be a duplicate of itself; name the other interview.");
    if (!found.find(other)->second->review.duplicateOf.empty())
        return fail(ServiceErrc::BadReview,
                    "The interview " + other + " is itself marked as a duplicate; name the interview that stays.");
    return {};
}

} // namespace

Result<std::vector<ReviewedInterview>> Review::interviews(const std::optional<std::string>& onlyCity) const {
    std::vector<ReviewedInterview> rows;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(rows, records.reviewedInterviews());
        return {};
    }));
    if (onlyCity) std::erase_if(rows, [&](const ReviewedInterview& row) { return row.cityCode != *onlyCity; });
    return rows;
}

Result<> Review::judge(const std::vector<InterviewId>& interviews, const Judgement& judgement, const std::string& by,
                       const std::optional<std::string>& onlyCity) {
    PEIL_CHECK(check(interviews, judgement, by));
    const std::lock_guard acting(m_acting);
    const auto now = m_clock.now();
    std::vector<repository::ReviewRow> reviews;
    auto judged = m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto rows, records.reviewedInterviews());
        reviews.clear();
        Found found;
        for (const auto& row : rows)
            if (!onlyCity || row.cityCode == *onlyCity) found.emplace(row.interview.text(), &row);
        PEIL_CHECK(checkDuplicate(found, interviews, judgement.duplicateOf));
        boost::json::array ids, revisions;
        for (const auto& interview : interviews) {
            const auto row = found.find(interview.text());
            if (row == found.end()) return unknown(interview);
            reviews.push_back(
                {interview, row->second->revision, judgement.state, judgement.note, judgement.duplicateOf, by, now});
            PEIL_CHECK(records.putReview(reviews.back()));
            ids.emplace_back(interview.text());
            revisions.emplace_back(row->second->revision);
        }
        boost::json::object detail{
            {"state", idOf(judgement.state)}, {"interviews", std::move(ids)}, {"revisions", std::move(revisions)}};
        if (!judgement.duplicateOf.empty()) detail["duplicateOf"] = judgement.duplicateOf;
        return appendAct(records, now, by, kReviewAct, detail);
    });
    if (!judged) return judged;
    for (const auto& review : reviews)
        m_table.judge(review.interview, {review.revision, review.state, !review.duplicateOf.empty()});
    return {};
}

Result<> Review::withdraw(const InterviewId& interview, const std::string& why, const std::string& by, Ahead ahead) {
    if (by.empty())
        return fail(ServiceErrc::BadReview, "A withdrawal needs the name of the person who carries it out; add it.");
    if (why.size() > kMaxNoteBytes)
        return fail(ServiceErrc::BadReview, "A reason has at most 1,000 bytes; shorten it.");
    const std::lock_guard acting(m_acting);
    const auto now = m_clock.now();
    std::string cityCode;
    auto erased = m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const bool before, records.isWithdrawn(interview));
        if (!before) {
            PEIL_TRY(const bool found, records.holds(interview));
            if (!found && ahead == Ahead::No) return unknownYet(interview);
            if (!found && !parseUuid(interview.text())) return unknown(interview);
            PEIL_CHECK(records.erase({interview, now}));
            PEIL_CHECK(appendAct(records, now, by, kWithdrawalAct, {{"interview", interview.text()}, {"why", why}}));
        }
        PEIL_TRY(const auto rows, records.withdrawals());
        for (const auto& row : rows)
            if (row.interview == interview) cityCode = row.cityCode;
        return {};
    });
    if (!erased) return erased;
    m_table.remove(interview, cityCode);
    return m_tombstones.keep(m_repository);
}

} // namespace peil::server::services
