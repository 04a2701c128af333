// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the server remembers, behind an abstract class, so that services know no SQL. All work happens in units: a unit
// either becomes durable as a whole or leaves no trace.

#include "peil/base/clock.h"
#include "peil/base/ids.h"
#include "peil/crypto/seal.h"
#include "repository/records.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace peil::server::repository {

/// The rows, as seen inside one unit of work. Not to be kept after it.
class Records {
public:
    static constexpr int kMostSessions = 20; ///< of one user

    virtual ~Records() = default;

    // --- the state of the server
    [[nodiscard]] virtual Result<std::string> epoch() = 0;
    [[nodiscard]] virtual Result<crypto::Digest> auditHead() = 0;

    /// Encrypted copy of the whole store under the same key. @return the errors of storage::Database::backupTo().
    [[nodiscard]] virtual Result<> backupTo(const std::filesystem::path& file) = 0;

    // --- studies
    [[nodiscard]] virtual Result<> addPack(const PackRow& pack) = 0; ///< becomes the current one
    [[nodiscard]] virtual Result<std::optional<PackRow>> currentPack() = 0;
    [[nodiscard]] virtual Result<std::optional<Bytes>> packBytes(const std::string& hash) = 0;
    /// The newest with this form.
    [[nodiscard]] virtual Result<std::optional<PackRow>> packWithForm(const std::string& formHash) = 0;
    [[nodiscard]] virtual Result<std::vector<std::string>> packHashes() = 0; ///< of all ever published, newest last
    [[nodiscard]] virtual Result<> setBenchmarks(const std::vector<BenchmarkRow>& rows) = 0; ///< replaces all
    [[nodiscard]] virtual Result<std::vector<BenchmarkRow>> benchmarks() = 0;

    // --- tablets
    [[nodiscard]] virtual Result<> addEnrolment(const EnrolmentRow& enrolment) = 0;
    [[nodiscard]] virtual Result<std::optional<EnrolmentRow>> enrolment(const std::string& secretId) = 0;
    /// The state changes; the secret is gone unless the code was used: its tablet may have to ask once more.
    [[nodiscard]] virtual Result<> endEnrolment(const std::string& secretId, EnrolmentState state) = 0;
    /// Forgets the secrets of enrolments that ended before `now`.
    [[nodiscard]] virtual Result<> expireEnrolments(TimePoint now) = 0;
    [[nodiscard]] virtual Result<> addDevice(const DeviceRow& device) = 0;
    [[nodiscard]] virtual Result<std::optional<DeviceRow>> device(const DeviceId& id) = 0;
    [[nodiscard]] virtual Result<std::optional<DeviceRow>> deviceOfKey(const crypto::PublicKey& key) = 0;
    [[nodiscard]] virtual Result<std::vector<DeviceRow>> devices() = 0; ///< in order of enrolment
    [[nodiscard]] virtual Result<> moveDevice(const DeviceId& id, const std::string& cityCode) = 0;
    [[nodiscard]] virtual Result<> revokeDevice(const DeviceId& id, TimePoint at) = 0;
    [[nodiscard]] virtual Result<> touchDevice(const DeviceId& id, TimePoint at) = 0;
    /// Keeps what a tablet says it ever finalised; a lower number than before changes nothing.
    [[nodiscard]] virtual Result<> noteFinalised(const DeviceId& id, std::int64_t finalised) = 0;
    /// Keeps the number apart, as one that is not plausible.
    [[nodiscard]] virtual Result<> doubtFinalised(const DeviceId& id, std::int64_t finalised) = 0;
    /// The device has finalised so many from now on, whatever it said before.
    [[nodiscard]] virtual Result<> resetSequence(const DeviceId& id, std::int64_t finalised) = 0;
    /// Nothing = the block ends.
    [[nodiscard]] virtual Result<> blockDevice(const DeviceId& id, std::optional<TimePoint> at) = 0;
    /// @param day  days since 1970-01-01, UTC.
    [[nodiscard]] virtual Result<DeviceDay> dayOf(const DeviceId& id, std::int64_t day) = 0;
    /// Adds to the day, and forgets those of the device that are over.
    [[nodiscard]] virtual Result<> addToDay(const DeviceId& id, std::int64_t day, const DeviceDay& more) = 0;
    /// Keeps the later contact and the higher number.
    [[nodiscard]] virtual Result<> noteStranger(const StrangerRow& stranger) = 0;
    [[nodiscard]] virtual Result<std::vector<StrangerRow>> strangers() = 0; ///< in order of id
    [[nodiscard]] virtual Result<> forgetStranger(const DeviceId& id) = 0;
    [[nodiscard]] virtual Result<> addSuccession(const SuccessionRow& row) = 0; ///< the same again changes nothing
    [[nodiscard]] virtual Result<std::vector<SuccessionRow>> successions() = 0;

    // --- interviews
    /// Hashes of what is stored under the keys; of the same bytes (`hash`) when they are, else of the first stored.
    /// What another device has in quarantine takes no interview, and bytes whose signature was bad are the same only
    /// with the same signature: they may come again with a good one.
    [[nodiscard]] virtual Result<StoredKeys> storedUnder(const ItemKeys& keys, const crypto::Digest& hash,
                                                         const std::optional<crypto::Signature>& signature) = 0;
    [[nodiscard]] virtual Result<> addEnvelope(const EnvelopeRow& row) = 0; ///< advances the audit head and the log
    /// Those in quarantine, in order, with a number above `after`; at most `limit` and about `maxBytes`.
    [[nodiscard]] virtual Result<std::vector<EnvelopeRow>> quarantined(std::int64_t after, std::int64_t limit,
                                                                       std::size_t maxBytes) = 0;
    [[nodiscard]] virtual Result<std::optional<EnvelopeRow>> envelope(std::int64_t number) = 0; ///< without open part
    /// Keeps what became of a row in quarantine. One that is received from now on takes its next turn among the new
    /// receipts; else its receipt stays.
    [[nodiscard]] virtual Result<> judgeAgain(const EnvelopeRow& row) = 0;
    /// Of the device, with a turn above `after`, in order.
    [[nodiscard]] virtual Result<std::vector<NewReceiptRow>> newReceipts(const DeviceId& device, std::int64_t after,
                                                                         std::int64_t limit) = 0;
    /// Whether an envelope was received as this revision.
    [[nodiscard]] virtual Result<bool> holdsRevision(const InterviewId& interview, int revision) = 0;
    /// The device that the first received revision came from; nothing while none was received.
    [[nodiscard]] virtual Result<std::optional<DeviceId>> ownerOf(const InterviewId& interview) = 0;
    /// Envelopes with a row number above `after`, in order, at most `limit` and about `maxBytes`.
    [[nodiscard]] virtual Result<std::vector<EnvelopeRow>> envelopes(std::int64_t after, std::int64_t limit,
                                                                     std::size_t maxBytes) = 0;
    /// What was taken out of the envelope of that row number, in its order.
    [[nodiscard]] virtual Result<std::vector<OpenAnswer>> openAnswers(std::int64_t envelope) = 0;
    /// Open answers of the latest received revision of each interview and its review, in the order received.
    [[nodiscard]] virtual Result<std::vector<OpenInterview>> openInterviews() = 0;
    /// Numbers of the device that are used up by what is its own, in quarantine or not; each once, growing.
    [[nodiscard]] virtual Result<std::vector<std::int64_t>> usedNumbers(const DeviceId& device) = 0;
    /// What uses up one of them, in the order received; several when the tablet used it more than once.
    [[nodiscard]] virtual Result<std::vector<HeldRow>> heldUnder(const DeviceId& device, std::int64_t sequence) = 0;
    /// The highest of them; 0 when there is none.
    [[nodiscard]] virtual Result<std::int64_t> highestSequence(const DeviceId& device) = 0;
    [[nodiscard]] virtual Result<std::vector<TallyRow>> tallies() = 0;

    /// Numbers under which anything of that tablet is stored, each once, in order; without those that cannot be.
    [[nodiscard]] virtual Result<std::vector<std::int64_t>> sequencesOf(const DeviceId& device) = 0;
    /// Whether the number belongs to other bytes than those of `hash`, which did not come in as received under it.
    [[nodiscard]] virtual Result<bool> isTaken(const DeviceId& device, std::int64_t sequence,
                                               const crypto::Digest& hash) = 0;

    // --- what is made of interviews
    /// The newest received revision of each interview, in the order received.
    [[nodiscard]] virtual Result<std::vector<ReviewedInterview>> reviewedInterviews() = 0;
    /// What was made of `revision`; nothing while nobody has judged it.
    [[nodiscard]] virtual Result<std::optional<ReviewRow>> review(const InterviewId& interview, int revision) = 0;
    [[nodiscard]] virtual Result<> putReview(const ReviewRow& review) = 0; ///< replaces the one before
    [[nodiscard]] virtual Result<std::vector<ReviewRow>> reviews() = 0;    ///< all, in order of interview
    /// Whether any revision of it is stored under its keys.
    [[nodiscard]] virtual Result<bool> holds(const InterviewId& interview) = 0;
    /// Deletes bytes, open answers and review of every revision there is, and remembers that.
    [[nodiscard]] virtual Result<> erase(const WithdrawalRow& withdrawal) = 0;
    [[nodiscard]] virtual Result<bool> isWithdrawn(const InterviewId& interview) = 0;
    [[nodiscard]] virtual Result<std::vector<WithdrawalRow>> withdrawals() = 0; ///< in order of id
    /// Numbers of a tablet's interviews that were taken back, growing, at most `limit`.
    [[nodiscard]] virtual Result<std::vector<std::int64_t>> withdrawnOf(const DeviceId& device, std::int64_t limit) = 0;

    // --- acts and frozen datasets
    [[nodiscard]] virtual Result<std::int64_t> lastEnvelope() = 0;       ///< its number; 0 when there is none
    [[nodiscard]] virtual Result<> addAudit(const AuditRow& row) = 0;    ///< advances the audit head and the log
    [[nodiscard]] virtual Result<std::vector<AuditRow>> auditRows() = 0; ///< in order
    [[nodiscard]] virtual Result<std::optional<FrozenRow>> frozen(const std::string& name) = 0;
    [[nodiscard]] virtual Result<> addFrozen(const FrozenRow& row) = 0;

    // --- the transparency log: one entry for each envelope and act, in the order in which they came
    [[nodiscard]] virtual Result<std::int64_t> logSize() = 0;
    /// Hash of a complete subtree of its tree (protocol::merkle::Node). @return NotFound.
    [[nodiscard]] virtual Result<crypto::Digest> logNode(int level, std::int64_t index) = 0;
    [[nodiscard]] virtual Result<std::optional<CheckpointRow>> checkpoint() = 0;
    [[nodiscard]] virtual Result<> setCheckpoint(const CheckpointRow& row) = 0; ///< replaces the one before
    [[nodiscard]] virtual Result<> putWitness(const WitnessRow& row) = 0;
    [[nodiscard]] virtual Result<std::vector<WitnessRow>> witnesses() = 0;

    // --- people
    [[nodiscard]] virtual Result<> putUser(const UserRow& user) = 0; ///< adds, or replaces the one of that name
    [[nodiscard]] virtual Result<std::optional<UserRow>> user(const std::string& name) = 0;
    [[nodiscard]] virtual Result<std::vector<UserRow>> users() = 0;         ///< in order of name
    [[nodiscard]] virtual Result<> removeUser(const std::string& name) = 0; ///< and all sessions
    /// Adds it; of one user's sessions the newest kMostSessions stay.
    [[nodiscard]] virtual Result<> addSession(const SessionRow& session) = 0;
    [[nodiscard]] virtual Result<std::optional<SessionOfUser>> session(const crypto::Digest& tokenHash) = 0;
    [[nodiscard]] virtual Result<std::vector<SessionRow>> sessions() = 0; ///< in the order begun
    [[nodiscard]] virtual Result<> touchSession(const std::string& id, TimePoint usedAt) = 0;
    [[nodiscard]] virtual Result<> endSession(const std::string& id) = 0;
    [[nodiscard]] virtual Result<> endSessionsOf(const std::string& user) = 0;
    /// Those that were begun or used last before these times.
    [[nodiscard]] virtual Result<> endSessionsBefore(TimePoint begun, TimePoint used) = 0;
    [[nodiscard]] virtual Result<> addApiToken(const ApiTokenRow& token) = 0;
    [[nodiscard]] virtual Result<std::optional<ApiTokenRow>> apiToken(const crypto::Digest& hash) = 0;
    [[nodiscard]] virtual Result<std::vector<ApiTokenRow>> apiTokens() = 0; ///< in order of name
    [[nodiscard]] virtual Result<> revokeApiToken(const std::string& name, TimePoint at) = 0;
};

using Work = std::function<Result<>(Records&)>;

/// Threads: any may call; calls wait for each other where they must.
class Repository {
public:
    virtual ~Repository() = default;
    /// Runs `work` and makes it durable. Units that wait at the same time share one commit; each still fails alone.
    /// `work` runs on another thread and is over when this returns. @return the error of `work`, or a StorageErrc;
    /// after IoError or Corrupt nothing is accepted any more (CONTRACT.md, P10).
    [[nodiscard]] virtual Result<> write(const Work& work) = 0;
    /// Runs `work`, which only reads, on a state that is durable.
    [[nodiscard]] virtual Result<> read(const Work& work) = 0;
};

struct OpenOptions {
    std::filesystem::path folder;                            ///< holds server.db and its mark
    enum class Restored { No, Yes } restored = Restored::No; ///< Yes: the store comes from a backup; begin a new epoch
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

const std::error_category& repositoryCategory() noexcept;
std::error_code make_error_code(RepositoryErrc code) noexcept;

} // namespace peil::server::repository

template <>
struct std::is_error_code_enum<peil::server::repository::RepositoryErrc> : std::true_type {};
