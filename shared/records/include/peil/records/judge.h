// SPDX-License-Identifier: Apache-2.0
#pragma once

// From envelopes to clean records: opened with the researcher's key, checked against what the server could read, and
// cleaned. The only place in Peil where a sealed answer becomes readable again.

#include "peil/protocol/envelope.h"
#include "peil/protocol/item_judge.h"
#include "peil/records/device_pins.h"
#include "peil/records/record_xml.h"
#include "peil/records/rule_book.h"
#include "peil/study/counts.h"
#include "peil/study/vocabulary.h"

#include <array>
#include <functional>
#include <set>

namespace peil::records {

/// One interview that is part of the data.
struct CleanRecord {
    InterviewId interview;
    int revision = 1;
    std::string finalisedAt;  ///< RFC 3339, UTC
    std::string envelopeHash; ///< BLAKE2b-256, hexadecimal
    std::string outcome;
    RecordXml answers;         ///< in plaintext
    std::string formHash = {}; ///< of the version of the form that it was made with
};

/// Why an envelope is not in the data. Each has one reason: the first that holds, in this order. Those of
/// study::NotCounted are the same here, so that what is exported also counts for quotas and estimate.
enum class LeftOut : std::uint8_t {
    Quarantined,  ///< the server quarantined it
    Withdrawn,    ///< as in study::NotCounted
    OtherDevice,  ///< the server names another key for its tablet than before
    BadSignature, ///< not signed by the tablet that it names, or listed under another name
    NotOwner,     ///< of another tablet than the first revision, and that tablet was not named in its place
    Superseded,   ///< as in study::NotCounted, and so are the next two
    Duplicate,
    Rejected,
    HasIssues,    ///< counts, but is not exported before it is approved
    NotReviewed,  ///< the same
    OtherForm,    ///< made with a form that is not the study's, or with a version that was not requested
    OtherKey,     ///< sealed for other researchers
    BadRecord,    ///< not an envelope, or the sealed part is not a record of the form
    Inconsistent, ///< the open answers differ from the sealed copy
    NoConsent,    ///< from here on as in study::NotCounted, by the sealed copy
    NotEligible,
    BrokenOff,
    NotComplete,
    UnknownCity,
    UnknownGroup,
    OtherGroup,
    BrokenRule,
    Count_,
};
inline constexpr std::size_t kLeftOut = static_cast<std::size_t>(LeftOut::Count_);
/// Stable, for manifest.json: quarantined, withdrawn, …
[[nodiscard]] std::string_view idOf(LeftOut reason);

/// One rule of the study and how many interviews break it, among those that nothing before leaves out.
struct RuleCount {
    std::string id;
    std::string label;
    bool leavesOut = true;
    std::size_t broken = 0;
};

/// One that someone should look into.
struct OddRecord {
    std::string interview, device; ///< as the server lists them
    LeftOut reason{};
};

struct Cleaning {
    std::size_t received = 0; ///< all envelopes of the server; = records + sum of leftOut
    std::array<std::size_t, kLeftOut> leftOut{};
    std::vector<OddRecord> odd; ///< those of leftOut that no honest tablet and server make
    std::vector<RuleCount> rules;
    std::size_t withoutWeight = 0; ///< records of the data whose weight is no positive number
    [[nodiscard]] std::size_t& operator[](LeftOut reason) { return leftOut[static_cast<std::size_t>(reason)]; }
    [[nodiscard]] std::size_t operator[](LeftOut reason) const { return leftOut[static_cast<std::size_t>(reason)]; }
};

struct CleanRecords {
    PathPool paths;                   ///< of the records
    std::vector<CleanRecord> records; ///< by interview id
    Cleaning cleaning;
};

/// An envelope as the server lists it. Texts are empty where it says nothing.
struct ListedEnvelope {
    study::EnvelopeStatus status = study::EnvelopeStatus::Quarantined;
    std::string interview, device, deviceKeyHex, review, duplicateOf;
    Bytes envelope; ///< empty: it is not there, or cannot be read
};

/// All that the server holds, in the order received.
struct Listing {
    std::vector<ListedEnvelope> envelopes;
    protocol::Successions successions;
};

/// By what an interview is judged: by the pack of its time. Borrows everything.
struct Judge {
    const study::Study* study = nullptr;
    const std::vector<std::string>* repeats = nullptr; ///< repeatsOf() the form
    const RuleBook* rules = nullptr;                   ///< null: neither group nor rules are checked
};

/// What counts as data. Borrows everything for the call.
struct CleaningPlan {
    const crypto::BoxKeyPair& researcher;
    std::string formHash;       ///< of the form that the study pack holds
    Judge judge;                ///< of that pack
    DevicePins* pins = nullptr; ///< null: the server's keys are believed
    /// Of the form with that hash; nothing when there is no such version. Null: other versions are left out.
    std::function<Result<std::optional<Judge>>(const std::string& formHash)> earlier;
    /// What is taken beyond approved complete interviews: received, has_issues, broken_off, not_eligible.
    std::set<std::string, std::less<>> include;
    /// Hashes of the envelopes of a frozen version: these, however they were reviewed since, and no others.
    const std::set<std::string>* only = nullptr;
    /// Called for each envelope with the share that is done; false stops with Cancelled.
    std::function<bool(double)> progress;
};

/// @return Cancelled, NotForThisKey when not one envelope is sealed for the key, or BadInput when envelopes of a
/// frozen version are gone.
[[nodiscard]] Result<CleanRecords> judgeEnvelopes(Listing listing, const CleaningPlan& plan);

} // namespace peil::records
