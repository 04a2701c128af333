// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the server remembers; services know no SQL. All work happens in units: a unit
// either becomes durable as a whole or leaves no trace.

#include "peil/base/clock.h"
#include "peil/base/ids.h"
#include "peil/crypto/seal.h"
#include "repository/records.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace peil::storage {
class Database;
}

namespace peil::server::repository {

/// The rows, as seen inside one unit of work, over the one connection of the writer thread. Not to be kept after it.
class Records {
public:
    static constexpr int kMostSessions = 20; ///< of one user

    explicit Records(storage::Database& database)
        : m_db(database) {}

    // --- the state of the server
    [[nodiscard]] Result<std::string> epoch();
    [[nodiscard]] Result<crypto::Digest> auditHead();

    /// Encrypted copy of the whole store under the same key. @return the errors of storage::Database::backupTo().
    [[nodiscard]] Result<> backupTo(const std::filesystem::path& file);

    // --- studies
    [[nodiscard]] Result<> addPack(const PackRow& pack); ///< becomes the current one
    [[nodiscard]] Result<std::optional<PackRow>> currentPack();
    [[nodiscard]] Result<std::optional<Bytes>> packBytes(const std::string& hash);
    /// The newest with this form.
    [[nodiscard]] Result<std::optional<PackRow>> packWithForm(const std::string& formHash);
    [[nodiscard]] Result<std::vector<std::string>> packHashes();                 ///< of all ever published, newest last
    [[nodiscard]] Result<> setBenchmarks(const std::vector<BenchmarkRow>& rows); ///< replaces all
    [[nodiscard]] Result<std::vector<BenchmarkRow>> benchmarks();

    // --- tablets
    [[nodiscard]] Result<> addEnrolment(const EnrolmentRow& enrolment);
    [[nodiscard]] Result<std::optional<EnrolmentRow>> enrolment(const std::string& secretId);
    /// Changes the state and deletes the secret, unless the code was used: its tablet may have to ask again.
    [[nodiscard]] Result<> endEnrolment(const std::string& secretId, EnrolmentState state);
    /// Forgets the secrets of enrolments that ended before `now`.
    [[nodiscard]] Result<> expireEnrolments(TimePoint now);
    [[nodiscard]] Result<> addDevice(const DeviceRow& device);
    [[nodiscard]] Result<std::optional<DeviceRow>> device(const DeviceId& id);
    [[nodiscard]] Result<std::optional<DeviceRow>> deviceOfKey(const crypto::PublicKey& key);
    [[nodiscard]] Result<std::vector<DeviceRow>> devices(); ///< in order of enrolment
    [[nodiscard]] Result<> moveDevice(const DeviceId& id, const std::string& cityCode);
    [[nodiscard]] Result<> revokeDevice(const DeviceId& id, TimePoint at);
    [[nodiscard]] Result<> touchDevice(const DeviceId& id, TimePoint at);
    /// Stores the number of interviews that a tablet reports as finalised; a lower number changes nothing.
    [[nodiscard]] Result<> noteFinalised(const DeviceId& id, std::int64_t finalised);
    /// Keeps the number apart, as one that is not plausible.
    [[nodiscard]] Result<> doubtFinalised(const DeviceId& id, std::int64_t finalised);
    /// The device has finalised so many from now on, whatever it said before.
    [[nodiscard]] Result<> resetSequence(const DeviceId& id, std::int64_t finalised);
    /// Nothing = the block ends.
    [[nodiscard]] Result<> blockDevice(const DeviceId& id, std::optional<TimePoint> at);
    /// @param day  days since 1970-01-01, UTC.
    [[nodiscard]] Result<DeviceDay> dayOf(const DeviceId& id, std::int64_t day);
    /// Adds to the day, and forgets those of the device that are over.
    [[nodiscard]] Result<> addToDay(const DeviceId& id, std::int64_t day, const DeviceDay& more);
    /// Keeps the later contact and the higher number.
    [[nodiscard]] Result<> noteStranger(const StrangerRow& stranger);
    [[nodiscard]] Result<std::vector<StrangerRow>> strangers(); ///< in order of id
    [[nodiscard]] Result<> forgetStranger(const DeviceId& id);
    [[nodiscard]] Result<> addSuccession(const SuccessionRow& row); ///< the same again changes nothing
    [[nodiscard]] Result<std::vector<SuccessionRow>> successions();

    // --- items: interviews, and other kinds by their own ids
    /// Hashes of what is stored under the keys; of the same bytes (`hash`) when they are, else of the first stored.
    /// What another device has in quarantine takes no interview, and bytes whose signature was bad are the same only
    /// with the same signature: they may come again with a good one. Of the same bytes that were received under another
    /// number the receipt is that one.
    [[nodiscard]] Result<StoredKeys> storedUnder(const std::string& kind, const ItemKeys& keys,
                                                 const crypto::Digest& hash,
                                                 const std::optional<crypto::Signature>& signature);
    [[nodiscard]] Result<> addEnvelope(const EnvelopeRow& row); ///< advances the audit head and the log
    /// Those in quarantine, in order, with a number above `after`; at most `limit` and about `maxBytes`.
    [[nodiscard]] Result<std::vector<EnvelopeRow>> quarantined(std::int64_t after, std::int64_t limit,
                                                               std::size_t maxBytes);
    [[nodiscard]] Result<std::optional<EnvelopeRow>> envelope(std::int64_t number); ///< without open part
    /// Stores the result of re-validating a row in quarantine. One that is now received gets the next turn among the
    /// new receipts; otherwise its receipt stays.
    [[nodiscard]] Result<> judgeAgain(const EnvelopeRow& row);
    /// Of the device, with a turn above `after`, in order.
    [[nodiscard]] Result<std::vector<NewReceiptRow>> newReceipts(const DeviceId& device, std::int64_t after,
                                                                 std::int64_t limit);
    /// What was received as this revision; nothing while it was not, and after a withdrawal.
    [[nodiscard]] Result<std::optional<ReceivedRow>> receivedAs(const std::string& kind, const InterviewId& id,
                                                                int revision);
    /// The device that the first received revision came from; nothing while none was received.
    [[nodiscard]] Result<std::optional<DeviceId>> ownerOf(const std::string& kind, const InterviewId& id);
    /// Received items of a kind with an open part, in the order received.
    [[nodiscard]] Result<std::vector<OpenPartRow>> openParts(const std::string& kind);
    /// Of the envelopes of all its revisions, in order; also of those that were erased.
    [[nodiscard]] Result<std::vector<crypto::Digest>> hashesOf(const InterviewId& interview);
    /// Envelopes with a row number above `after`, in order, at most `limit` and about `maxBytes`.
    /// @param kind  empty = of every kind
    [[nodiscard]] Result<std::vector<EnvelopeRow>> envelopes(std::int64_t after, std::int64_t limit,
                                                             std::size_t maxBytes, const std::string& kind = {});
    /// The open answers of the envelope with that row number, in its order.
    [[nodiscard]] Result<std::vector<OpenAnswer>> openAnswers(std::int64_t envelope);
    /// Open answers of the latest received revision of each interview and its review, in the order received.
    [[nodiscard]] Result<std::vector<OpenInterview>> openInterviews();
    /// Numbers of the device that are used up by what is its own, in quarantine or not; each once, growing.
    [[nodiscard]] Result<std::vector<std::int64_t>> usedNumbers(const DeviceId& device);
    /// What uses up one of them, in the order received; several when the tablet used it more than once.
    [[nodiscard]] Result<std::vector<HeldRow>> heldUnder(const DeviceId& device, std::int64_t sequence);
    /// The highest of them; 0 if there is none.
    [[nodiscard]] Result<std::int64_t> highestSequence(const DeviceId& device);
    [[nodiscard]] Result<std::vector<TallyRow>> tallies();

    /// These bytes where they are stored under that number and do not use it up.
    [[nodiscard]] Result<std::optional<EnvelopeRow>> unproven(const DeviceId& device, std::int64_t sequence,
                                                              const crypto::Digest& hash);
    /// Whether the number belongs to other bytes than those of `hash`, which did not come in as received under it.
    [[nodiscard]] Result<bool> isTaken(const DeviceId& device, std::int64_t sequence, const crypto::Digest& hash);

    // --- reviews of interviews
    /// The newest received revision of each interview, in the order received.
    [[nodiscard]] Result<std::vector<ReviewedInterview>> reviewedInterviews();
    /// The review of `revision`; nullopt if it has not been reviewed.
    [[nodiscard]] Result<std::optional<ReviewRow>> review(const InterviewId& interview, int revision);
    [[nodiscard]] Result<> putReview(const ReviewRow& review); ///< replaces the one before
    [[nodiscard]] Result<std::vector<ReviewRow>> reviews();    ///< all, in order of interview
    /// Whether any revision of it is stored under its keys.
    [[nodiscard]] Result<bool> holds(const InterviewId& interview);
    /// Deletes bytes, open answers and review of every revision there is, and remembers that.
    [[nodiscard]] Result<> erase(const WithdrawalRow& withdrawal);
    [[nodiscard]] Result<bool> isWithdrawn(const InterviewId& interview);
    [[nodiscard]] Result<std::vector<WithdrawalRow>> withdrawals(); ///< in order of id
    /// Numbers of a tablet's withdrawn interviews for a manifest, at most `limit`. If there are more, those come first
    /// that the fewest manifests named, so that every number has its turn.
    [[nodiscard]] Result<std::vector<std::int64_t>> nameWithdrawn(const DeviceId& device, std::size_t limit);

    // --- acts and frozen datasets
    [[nodiscard]] Result<std::int64_t> lastEnvelope();    ///< its number; 0 if there is none
    [[nodiscard]] Result<> addAudit(const AuditRow& row); ///< advances the audit head and the log
    [[nodiscard]] Result<std::int64_t> lastAct();         ///< its number; 0 if there is none
    /// Those with a number above `after`, in order.
    [[nodiscard]] Result<std::vector<AuditRow>> auditRows(std::int64_t after = 0);
    [[nodiscard]] Result<std::optional<FrozenRow>> frozen(const std::string& name);
    [[nodiscard]] Result<> addFrozen(const FrozenRow& row);

    // --- the transparency log: one entry for each envelope and act, in the order in which they came
    [[nodiscard]] Result<std::int64_t> logSize();
    /// Hash of a complete subtree of its tree (protocol::merkle::Node). @return NotFound.
    [[nodiscard]] Result<crypto::Digest> logNode(int level, std::int64_t index);
    [[nodiscard]] Result<std::optional<CheckpointRow>> checkpoint();
    [[nodiscard]] Result<> setCheckpoint(const CheckpointRow& row); ///< replaces the one before
    [[nodiscard]] Result<> putWitness(const WitnessRow& row);
    [[nodiscard]] Result<std::vector<WitnessRow>> witnesses();

    // --- people
    [[nodiscard]] Result<> putUser(const UserRow& user); ///< adds, or replaces the one of that name
    [[nodiscard]] Result<std::optional<UserRow>> user(const std::string& name);
    [[nodiscard]] Result<std::vector<UserRow>> users();         ///< in order of name
    [[nodiscard]] Result<> removeUser(const std::string& name); ///< and all sessions
    /// Adds it; of one user's sessions the newest kMostSessions stay.
    [[nodiscard]] Result<> addSession(const SessionRow& session);
    [[nodiscard]] Result<std::optional<SessionOfUser>> session(const crypto::Digest& tokenHash);
    [[nodiscard]] Result<std::vector<SessionRow>> sessions(); ///< in the order begun
    [[nodiscard]] Result<> touchSession(const std::string& id, TimePoint usedAt);
    [[nodiscard]] Result<> endSession(const std::string& id);
    [[nodiscard]] Result<> endSessionsOf(const std::string& user);
    /// Deletes sessions that were started or last used before these times.
    [[nodiscard]] Result<> endSessionsBefore(TimePoint begun, TimePoint used);
    [[nodiscard]] Result<> addApiToken(const ApiTokenRow& token);
    [[nodiscard]] Result<std::optional<ApiTokenRow>> apiToken(const crypto::Digest& hash);
    [[nodiscard]] Result<std::vector<ApiTokenRow>> apiTokens(); ///< in order of name
    [[nodiscard]] Result<> revokeApiToken(const std::string& name, TimePoint at);

private:
    [[nodiscard]] Result<> appendToLog(ByteView entry);
    [[nodiscard]] Result<> addOpenAnswers(std::int64_t envelope, const std::vector<OpenAnswer>& answers);

    storage::Database& m_db;
};

using Work = std::function<Result<>(Records&)>;

/// Threads: any may call; calls wait for each other where they must.
class Repository {
public:
    virtual ~Repository() = default;
    /// Runs `work` and makes it durable. Units that wait at the same time share one commit, but fail separately. `work`
    /// runs on another thread and has finished when this returns. @return the error of `work`, or a StorageErrc; after
    /// IoError or Corrupt nothing is accepted (CONTRACT.md, P10).
    [[nodiscard]] virtual Result<> write(const Work& work) = 0;
    /// Runs `work`, which only reads, on a state that is durable.
    [[nodiscard]] virtual Result<> read(const Work& work) = 0;
};

struct OpenOptions {
    std::filesystem::path folder; ///< holds server.db and its mark
    enum class Restored {
        No,
        Yes
    } restored = Restored::No; ///< Yes: the store was restored from a backup; start a new
                               ///< epoch
    /// Called on the writer thread for each commit, as the last thing in its transaction.
    Work beforeCommit = {};
    /// Called once, on the writer thread, when the store has failed in a way that ends all work (CONTRACT.md, P10).
    std::function<void(const Error&)> onFailure = {};
};

/// Opens or creates the embedded store. @return the errors of storage::Database::open(), or
/// RepositoryErrc::OlderThanMark, MarkUnreadable.
[[nodiscard]] Result<std::unique_ptr<Repository>> createSqlcipherRepository(const OpenOptions& options,
                                                                            const crypto::SecretKey& key, Rng& rng);

enum class RepositoryErrc {
    OlderThanMark = 1, ///< the store is older than the mark beside it, or one of the two is missing
    MarkUnreadable,    ///< the mark is not one
    Closed,            ///< the repository stopped after an I/O error, or is shutting down
};

std::error_code make_error_code(RepositoryErrc code) noexcept;

} // namespace peil::server::repository
