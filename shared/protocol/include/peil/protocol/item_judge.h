// SPDX-License-Identifier: Apache-2.0
#pragma once

// The server's validation of a received item. An invalid item is quarantined with one reason: the first that
// applies, in the order of Quarantine. Uses no clock and no store; all facts are passed in.

#include "peil/protocol/messages.h"

#include <map>
#include <set>
#include <span>

namespace peil::protocol {

/// Why an envelope is in quarantine. The ids are stable: they are in the store, in answers of the server and in
/// manifest.json.
enum class Quarantine : std::uint8_t {
    Unreadable,      ///< not an envelope, or its keys differ from those beside it
    NotMine,         ///< of another tablet than the one that sends it
    BadSignature,    ///< not signed by that tablet
    BadId,           ///< the id of the interview is not a UUID in lower case
    SequenceJump,    ///< more than kMaxSequenceJump above the last known number of the tablet
    Revoked,         ///< sent after the tablet was revoked
    UnknownKind,     ///< of a kind that this version of the server does not know
    BadContent,      ///< the open part does not fit the schema of its kind
    OtherStudy,      ///< of no study that was published here
    UnknownForm,     ///< made with a form that was not published yet
    OtherRecipients, ///< not sealed for exactly the recipients of its study pack
    UnknownField,    ///< an open answer to a question that the form does not leave open
    BadValue,        ///< a value that is too long, has control characters, or is no plausible number, reason or time
    BadOutcome,      ///< the outcome is not a plain word
    OtherCity,       ///< of another city than its tablet, or of a site that no study has
    NotOwner,        ///< a revision by another tablet than that of the first one
    Conflict,        ///< other bytes are stored under its interview and revision, or under its number
    BrokenChain,     ///< names another item before it than the one that is here, or the one after it does
    Count_,
};
[[nodiscard]] std::string_view idOf(Quarantine reason); ///< unreadable, not_mine, …
[[nodiscard]] std::optional<Quarantine> quarantineOf(std::string_view id);
/// Whether an envelope with this reason is proven to be the tablet's own under its number: then the number is used up.
[[nodiscard]] bool holdsNumber(Quarantine reason);
/// Whether a person may accept it. The owner of the others is unknown, or they need a separate action: for a revision
/// by another tablet, name that tablet as successor.
[[nodiscard]] bool mayBeAccepted(Quarantine reason);

/// What one published study pack says about its items.
struct PackFacts {
    StudyId study;
    std::string formHash;
    std::set<std::string> recipients; ///< fingerprints
    std::set<std::string, std::less<>> openFields, numberFields;
    std::string cityField;
    std::map<std::string, std::string, std::less<>> cityCodes; ///< what the city field may say, name or code -> code
    std::map<std::string, std::string, std::less<>> siteCities = {}; ///< site code -> city code
};

/// What the server knows of the device that its client certificate names.
struct KnownDevice {
    DeviceId id;
    crypto::PublicKey publicKey{};
    bool revoked = false;
    std::string cityCode = {};
    std::int64_t highestSeen = 0; ///< sequence number
};

/// The header is there when the envelope can be read.
struct Judgement {
    std::optional<EnvelopeHeader> header;
    std::optional<Quarantine> reason;
};

/// The item alone; NotOwner, Conflict and BrokenChain depend on what is stored and are not found here.
[[nodiscard]] Judgement judgeItem(const BatchItem& item, const KnownDevice& device, std::span<const PackFacts> packs);

/// What is held of the tablet under the numbers beside an item's own. There can be several, since a number that was
/// used twice is kept twice.
struct Neighbours {
    std::vector<crypto::Digest> before;               ///< their hashes
    std::vector<std::optional<crypto::Digest>> after; ///< what they name as the one before
};
/// The chain of a device: an item names one of the previous items, if there are any, and a following item names this
/// item or none. So a pair is checked when its second half arrives.
[[nodiscard]] bool fitsChain(const std::optional<crypto::Digest>& previous, const crypto::Digest& hash,
                             const Neighbours& beside);

/// The highest number that a tablet of which `highestSeen` was seen may claim.
[[nodiscard]] std::int64_t highestPlausible(std::int64_t highestSeen);

/// Tablets that the study office named in the place of others.
class Successions {
public:
    void add(const DeviceId& device, const DeviceId& successor);
    /// The one rule of ownership: `device` may send revisions of an interview whose first one came from `owner`.
    [[nodiscard]] bool mayRevise(const DeviceId& owner, const DeviceId& device) const;

private:
    std::multimap<DeviceId, DeviceId> m_successors;
};

inline constexpr std::int64_t kMaxSequenceJump = 10'000;
inline constexpr std::size_t kMaxOpenValueBytes = 1000;
inline constexpr double kMaxOpenNumber = 1e9; ///< absolute value

} // namespace peil::protocol
