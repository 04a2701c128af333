// SPDX-License-Identifier: Apache-2.0
#pragma once

// Encrypted store of one tablet: study pack, drafts, finalised interviews and the outbound queue.

#include "peil/base/clock.h"
#include "peil/base/ids.h"
#include "peil/crypto/seal.h"
#include "peil/storage/database.h"

namespace peil::storage {

/// persisted; never renumber
enum class InterviewState : std::uint8_t {
    Draft = 1,     ///< in progress, or interrupted
    Finalised = 2, ///< sealed, waiting to be sent
    Received = 3,  ///< the server's receipt is here
    Refused = 4,   ///< the server quarantined it; a person will inspect it
};

/// One stored value of a draft, keyed by its path with positions, e.g. "/data/substance[2]/days".
struct AnswerRow {
    std::string path;
    std::string value;  ///< as the form engine stores it
    std::string reason; ///< "", "dont_know", "refused" or "skipped"
    bool operator==(const AnswerRow&) const = default;
};

/// The open fields of an interview that the list shows; not answers.
struct DraftLabel {
    std::string group, site, outcome;
    bool operator==(const DraftLabel&) const = default;
};

/// The changes of one answer, or of several, made durable in one transaction.
struct DraftChange {
    std::vector<AnswerRow> rows; ///< upserts
    /// Rows at or below one of these paths go first: "/data/a" takes "/data/a/b" and "/data/a[2]", not "/data/age".
    std::vector<std::string> removedPrefixes;
    std::string position;                 ///< where the fieldworker is; empty = unchanged
    std::string language = {};            ///< that the form is asked in; empty = unchanged
    std::optional<DraftLabel> label = {}; ///< absent = unchanged
};

/// A line of the list of interviews. Contains no answers except the open label fields.
struct InterviewSummary {
    InterviewId id;
    InterviewState state{};
    std::string formHash;
    TimePoint startedAt;
    TimePoint changedAt;
    std::string group;         ///< open field, once known
    std::string site;          ///< open field, once known
    std::string outcome;       ///< "", "complete", "broken_off", "not_eligible"
    std::int64_t sequence = 0; ///< 0 until finalised
    int answered = 0;          ///< rows with a value or a reason, in a draft
};

/// The kind of the items that are interviews; others are named by their callers (protocol::ItemKind).
inline constexpr std::string_view kInterviewKind = "interview";

/// One item in the outbound queue.
struct OutboxItem {
    InterviewId id; ///< of an item of another kind: its own id
    std::int64_t sequence = 0;
    int revision = 1;
    Bytes envelope; ///< of an item of another kind: its payload
    std::string kind{kInterviewKind};
};

/// An item that is still kept.
struct SealedNumber {
    std::int64_t sequence = 0;
    InterviewState state{}; ///< Finalised, Received or Refused
};

/// What is, or was, sealed under a number: BLAKE2b-256 of its envelope.
struct NumberHash {
    std::int64_t sequence = 0;
    crypto::Digest hash{};
    bool operator==(const NumberHash&) const = default;
};

/// Counters for the fieldworker, without any answer: of interviews, unless they say otherwise.
struct Ledger {
    std::int64_t drafts = 0;
    std::int64_t finalised = 0; ///< ever, of those that this store knows
    std::int64_t received = 0;
    std::int64_t waiting = 0;
    std::int64_t waitingItems = 0; ///< of every kind, interviews too
    std::int64_t lastSequence = 0; ///< given to an item; higher than `finalised` after goOnBehind()
};

/// Move-only. Threads: one object on one thread (the storage thread). Changes are durable when a call returns
/// successfully.
class LocalStore {
public:
    /// Opens `file`, creating it when absent, and migrates it. Errors as Database::open; the file is then unchanged.
    [[nodiscard]] static Result<LocalStore> open(const std::filesystem::path& file, const crypto::SecretKey& key,
                                                 const Clock& clock);

    /// Small named values: device identity, enrolment, settings. Empty optional when absent.
    [[nodiscard]] Result<std::optional<Bytes>> setting(std::string_view name);
    [[nodiscard]] Result<> setSetting(std::string_view name, ByteView value);
    struct Setting {
        std::string_view name;
        ByteView value;
    };
    /// All of them, or none.
    [[nodiscard]] Result<> setSettings(std::span<const Setting> settings);

    /// The signed study packs, by hash; the one that was put last is the current one, also when it was there before.
    /// `settings` are stored with it: all of it, or nothing.
    [[nodiscard]] Result<> putPack(std::string_view hash, ByteView pack, std::span<const Setting> settings = {});
    [[nodiscard]] Result<std::optional<Bytes>> pack(std::string_view hash);
    [[nodiscard]] Result<std::optional<std::string>> currentPackHash();

    /// @return Constraint when `id` exists already.
    [[nodiscard]] Result<> createDraft(const InterviewId& id, std::string_view formHash, const DraftChange& first);
    /// @return NotFound, WrongState when it is finalised.
    [[nodiscard]] Result<> change(const InterviewId& id, const DraftChange& change);
    /// Open label fields of the list; not answers.
    [[nodiscard]] Result<> label(const InterviewId& id, std::string_view group, std::string_view site,
                                 std::string_view outcome);
    [[nodiscard]] Result<std::vector<AnswerRow>> answers(const InterviewId& id);
    /// Where a draft was left, and in which language; empty = never stored.
    struct Place {
        std::string position, language;
    };
    [[nodiscard]] Result<Place> place(const InterviewId& id);
    /// In the order in which they were started, without deleted ones.
    [[nodiscard]] Result<std::vector<InterviewSummary>> interviews();
    [[nodiscard]] Result<InterviewSummary> interview(const InterviewId& id);

    /// Makes the payload of the item with that number.
    using Seal = std::function<Result<Bytes>(std::int64_t sequence)>;
    /// In one transaction: assigns the next sequence number without gaps, calls `seal(sequence)` for the envelope,
    /// deletes the readable draft, writes the outbox row. @return SealFailed, NotFound, WrongState; nothing is changed
    /// then.
    [[nodiscard]] Result<std::int64_t> finalise(const InterviewId& id, const Seal& seal);
    /// The same for a draft that was started by mistake: it is deleted, and an item of that kind with its id waits.
    [[nodiscard]] Result<std::int64_t> discardDraft(const InterviewId& id, std::string_view kind, const Seal& seal);
    /// The same for an item that has no draft. @return also Constraint when there is one with that id.
    [[nodiscard]] Result<std::int64_t> addItem(std::string_view kind, const InterviewId& id, const Seal& seal);
    /// Whether takeBack() is possible: nothing has a later number, and no server knows of it.
    [[nodiscard]] Result<bool> mayTakeBack(std::string_view kind, const InterviewId& id);
    /// Deletes the item as if it had never been; the next one gets its number. @return WrongState unless mayTakeBack().
    [[nodiscard]] Result<> takeBack(std::string_view kind, const InterviewId& id);
    /// A server is about to learn of every number so far. To be called before it does.
    [[nodiscard]] Result<> announce();

    /// Waiting items in order of sequence, at most `limit`. @param kind  empty = of every kind
    [[nodiscard]] Result<std::vector<OutboxItem>> outbox(std::size_t limit, std::string_view kind = {});
    /// All items of that kind that are still kept, in order of sequence.
    [[nodiscard]] Result<std::vector<OutboxItem>> items(std::string_view kind);
    /// Any item still kept. @return NotFound.
    [[nodiscard]] Result<OutboxItem> finalisedItem(std::int64_t sequence);
    /// Stores the signed receipt for the item with that hash and marks it received (or refused =
    /// quarantined). Idempotent; a refused one may be received later, when the server took it in.
    /// @return NotFound, also when other bytes are sealed here; or WrongState for a draft or another `state`.
    [[nodiscard]] Result<> acknowledge(const InterviewId& id, int revision, const crypto::Digest& envelopeHash,
                                       ByteView receipt, InterviewState state);
    /// Puts what a restored server lost back into the queue. @return how many.
    [[nodiscard]] Result<std::size_t> requeue(std::span<const std::int64_t> sequences);
    /// In order of sequence.
    [[nodiscard]] Result<std::vector<SealedNumber>> sealedNumbers();
    /// For a store or a server that was restored from a copy: the next number comes after `highest`, and each item that
    /// is sealed under one of the numbers in `taken` gets a new one and waits again, received or not. All or nothing.
    /// @param head  what the server has under a number that this store does not know; kept for hashUnder().
    [[nodiscard]] Result<> goOnBehind(std::int64_t highest, std::span<const std::int64_t> taken,
                                      const std::optional<NumberHash>& head = {});
    /// Of the item sealed under the number, even if it was deleted. nullopt if unknown.
    [[nodiscard]] Result<std::optional<crypto::Digest>> hashUnder(std::int64_t sequence);
    /// The highest number that the server received, also when its copy was forgotten.
    [[nodiscard]] Result<std::optional<NumberHash>> newestReceived();
    /// Numbers with a receipt from before `limit`.
    [[nodiscard]] Result<std::vector<std::int64_t>> receivedBefore(TimePoint limit);
    /// Deletes these sealed copies and their list entries; only id, number and hash stay. Waiting items are not
    /// deleted. (CONTRACT.md, P3, states when a caller may.) @return how many.
    [[nodiscard]] Result<std::size_t> forgetReceived(std::span<const std::int64_t> sequences);
    [[nodiscard]] Result<Ledger> ledger();

    LocalStore(LocalStore&&) noexcept;
    LocalStore& operator=(LocalStore&&) noexcept;
    ~LocalStore();

private:
    struct Impl;
    explicit LocalStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace peil::storage
