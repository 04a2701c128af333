// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the home page needs from the store, read in one job on the storage thread.

#include "device_settings.h"
#include "field_study.h"

#include <optional>
#include <vector>

namespace peil::mobile {

/// A finalised interview that the server does not have yet.
struct WaitingInterview {
    std::string group;                       ///< as it says itself
    std::optional<study::NotCounted> reason; ///< why it will not count; nullopt if it will
};

struct HomeData {
    std::optional<Enrolment> enrolment; ///< empty: not enrolled yet
    FieldStudyPointer study;            ///< null: none on the tablet yet
    std::vector<storage::InterviewSummary> interviews;
    std::vector<WaitingInterview> waiting;
    storage::Ledger ledger;
    std::optional<protocol::Manifest> manifest;
    std::string alarm;         ///< when the server was found to contradict its own checkpoint; as below
    std::string serverPutBack; ///< when the server was found to be restored from a backup; as below
    std::string putBack;       ///< when it was found to be restored from a copy; RFC 3339, UTC; empty = never
    std::string lastSync;      ///< RFC 3339, UTC; empty = never
    std::string clock;         ///< FieldClock::text()
    ShiftPlace place;
};

/// Runs on the storage thread. `known` is used again when it is still the current study.
[[nodiscard]] Result<HomeData> readHome(storage::LocalStore& store, const FieldStudyPointer& known);

/// A draft as it was left.
struct OpenedDraft {
    FieldStudyPointer study;
    storage::InterviewSummary summary;
    std::vector<storage::AnswerRow> rows;
    storage::LocalStore::Place place;
};
[[nodiscard]] Result<OpenedDraft> readDraft(storage::LocalStore& store, const InterviewId& id,
                                            const FieldStudyPointer& known);

} // namespace peil::mobile
