// SPDX-License-Identifier: Apache-2.0
#include "home_data.h"

#include "peil/protocol/envelope.h"

#include <algorithm>

namespace peil::mobile {
namespace {

constexpr std::size_t kMostWaiting = 100'000;

/// Counted as the server will count them, from the same open answers.
Result<std::vector<WaitingInterview>> readWaiting(storage::LocalStore& store, const FieldStudy& study) {
    std::vector<WaitingInterview> waiting;
    PEIL_TRY(const auto items, store.outbox(kMostWaiting, storage::kInterviewKind));
    for (const auto& item : items) {
        PEIL_TRY(const auto envelope, protocol::Envelope::parse(item.envelope));
        const auto& header = envelope.header();
        const records::OpenAnswers answers = [&header](std::string_view name) -> std::optional<std::string_view> {
            const auto* field = header.field(name);
            if (field == nullptr) return std::nullopt;
            return field->value;
        };
        waiting.push_back({std::string(answers(study.study().fields.group).value_or(std::string_view{})),
                           study.counting.judge({header.outcome, header.formHash, answers})});
    }
    return waiting;
}

} // namespace

Result<HomeData> readHome(storage::LocalStore& store, const FieldStudyPointer& known) {
    HomeData home;
    auto owner = enrolment(store);
    if (!owner && owner.error().code == make_error_code(FieldErrc::NotEnrolled)) return home;
    if (!owner) return tl::unexpected<Error>(std::move(owner).error());
    home.enrolment = std::move(*owner);
    PEIL_TRY(const auto hash, store.currentPackHash());
    if (hash && known && known->pack.hash() == *hash) {
        home.study = known;
    } else if (hash) {
        PEIL_TRY(home.study, currentStudy(store));
    }
    PEIL_TRY(home.interviews, store.interviews());
    // Drafts first, then the newest.
    std::stable_sort(home.interviews.begin(), home.interviews.end(), [](const auto& a, const auto& b) {
        const bool draftA = a.state == storage::InterviewState::Draft,
                   draftB = b.state == storage::InterviewState::Draft;
        return draftA != draftB ? draftA : a.changedAt > b.changedAt;
    });
    if (home.study) {
        PEIL_TRY(home.waiting, readWaiting(store, *home.study));
    }
    PEIL_TRY(home.ledger, store.ledger());
    PEIL_TRY(home.manifest, lastManifest(store));
    PEIL_TRY(home.alarm, textSetting(store, kAlarmSetting));
    PEIL_TRY(home.serverPutBack, textSetting(store, kServerPutBackSetting));
    PEIL_TRY(home.putBack, textSetting(store, kPutBackSetting));
    PEIL_TRY(home.clock, textSetting(store, kClockSetting));
    PEIL_TRY(home.place, shiftPlace(store));
    PEIL_TRY(home.lastSync, textSetting(store, kLastSyncSetting));
    return home;
}

Result<OpenedDraft> readDraft(storage::LocalStore& store, const InterviewId& id, const FieldStudyPointer& known) {
    OpenedDraft draft;
    PEIL_TRY(draft.summary, store.interview(id));
    if (known && known->pack.formHash() == draft.summary.formHash) {
        draft.study = known;
    } else {
        PEIL_TRY(draft.study, studyOfForm(store, draft.summary.formHash));
    }
    PEIL_TRY(draft.rows, store.answers(id));
    PEIL_TRY(draft.place, store.place(id));
    return draft;
}

} // namespace peil::mobile
