// SPDX-License-Identifier: Apache-2.0
#include "services/export_basis.h"

#include "peil/records/json_value.h"
#include "services/acts_say.h"
#include "services/error.h"
#include "services/release_log.h"

#include <algorithm>

namespace peil::server::services {
namespace {

/// The members as one base64 text, each of kMemberBytes.
std::optional<std::set<Bytes>> membersIn(const boost::json::value& basis) {
    const auto* value = records::find(basis, "members");
    if (value == nullptr || !value->is_string()) return std::nullopt;
    const auto all = fromBase64(std::string_view(value->as_string()));
    if (!all || all->size() % kMemberBytes != 0) return std::nullopt;
    std::set<Bytes> members;
    for (std::size_t at = 0; at < all->size(); at += kMemberBytes) {
        const auto one = ByteView(*all).subspan(at, kMemberBytes);
        members.emplace(one.begin(), one.end());
    }
    return members;
}

/// The interviews that an act reviews or withdraws; none of another act.
std::vector<InterviewId> touchedBy(const repository::AuditRow& act) {
    const auto detail = detailOf(act);
    std::vector<InterviewId> interviews;
    const auto add = [&](const boost::json::value* one) {
        if (one != nullptr && one->is_string()) interviews.emplace_back(std::string(one->as_string()));
    };
    if (act.what == kWithdrawalAct) add(records::find(detail, "interview"));
    if (act.what == kReviewAct)
        for (const auto& one : records::listOf(detail, "interviews"))
            add(&one);
    return interviews;
}

Result<bool> isExported(repository::Records& records, const InterviewId& interview, const std::set<Bytes>& members) {
    PEIL_TRY(const auto hashes, records.hashesOf(interview));
    return std::ranges::any_of(hashes, [&](const crypto::Digest& hash) {
        return members.contains(Bytes(hash.begin(), hash.begin() + kMemberBytes));
    });
}

tl::unexpected<Error> changedMeanwhile() {
    return fail(ServiceErrc::ExportMeanwhile,
                "Interviews were reviewed or withdrawn while this export was being made; run the export again.");
}

} // namespace

Result<ExportBasis> exportBasisIn(const boost::json::value& body) {
    if (const auto* basis = records::find(body, "basis")) {
        const auto first = records::integerOf(*basis, "firstAct"), last = records::integerOf(*basis, "lastAct");
        const auto* byReview = records::find(*basis, "byReview");
        auto members = membersIn(*basis);
        if (first && last && 0 <= *first && *first <= *last && byReview != nullptr && byReview->is_bool() && members)
            return ExportBasis{*first, *last, byReview->as_bool(), std::move(*members)};
    }
    return fail(ServiceErrc::BadExport, "The export does not state which envelopes it is based on; check that peil and "
                                        "peil-server have the same version.");
}

Result<> checkUnchanged(repository::Records& records, const ExportBasis& basis) {
    PEIL_TRY(const auto newest, records.lastAct());
    if (newest < basis.lastAct) return changedMeanwhile();
    PEIL_TRY(const auto acts, records.auditRows(basis.firstAct));
    for (const auto& act : acts) {
        if (act.what == kReviewAct && !basis.byReview) continue;
        const auto interviews = touchedBy(act);
        // The pages before and after it do not fit together, whoever is in them.
        if (basis.byReview && act.number <= basis.lastAct && !interviews.empty()) return changedMeanwhile();
        for (const auto& interview : interviews) {
            PEIL_TRY(const bool exported, isExported(records, interview, basis.members));
            if (exported) return changedMeanwhile();
        }
    }
    return {};
}

} // namespace peil::server::services
