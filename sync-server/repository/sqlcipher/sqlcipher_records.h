// SPDX-License-Identifier: Apache-2.0
#pragma once

// Records over one SQLCipher connection. Used by the writer thread only.

#include "peil/storage/database.h"
#include "repository/repository.h"

namespace peil::server::repository {

class SqlcipherRecords final : public Records {
public:
    explicit SqlcipherRecords(storage::Database& database)
        : m_db(database) {}

    Result<std::string> epoch() override;
    Result<crypto::Digest> auditHead() override;
    Result<> backupTo(const std::filesystem::path& file) override { return m_db.backupTo(file); }

    Result<> addPack(const PackRow& pack) override;
    Result<std::optional<PackRow>> currentPack() override;
    Result<std::optional<Bytes>> packBytes(const std::string& hash) override;
    Result<std::optional<PackRow>> packWithForm(const std::string& formHash) override;
    Result<std::vector<std::string>> packHashes() override;
    Result<> setBenchmarks(const std::vector<BenchmarkRow>& rows) override;
    Result<std::vector<BenchmarkRow>> benchmarks() override;

    Result<> addEnrolment(const EnrolmentRow& enrolment) override;
    Result<std::optional<EnrolmentRow>> enrolment(const std::string& secretId) override;
    Result<> endEnrolment(const std::string& secretId, EnrolmentState state) override;
    Result<> expireEnrolments(TimePoint now) override;
    Result<> addDevice(const DeviceRow& device) override;
    Result<std::optional<DeviceRow>> device(const DeviceId& id) override;
    Result<std::optional<DeviceRow>> deviceOfKey(const crypto::PublicKey& key) override;
    Result<std::vector<DeviceRow>> devices() override;
    Result<> moveDevice(const DeviceId& id, const std::string& cityCode) override;
    Result<> revokeDevice(const DeviceId& id, TimePoint at) override;
    Result<> touchDevice(const DeviceId& id, TimePoint at) override;
    Result<> noteFinalised(const DeviceId& id, std::int64_t finalised) override;
    Result<> doubtFinalised(const DeviceId& id, std::int64_t finalised) override;
    Result<> resetSequence(const DeviceId& id, std::int64_t finalised) override;
    Result<> blockDevice(const DeviceId& id, std::optional<TimePoint> at) override;
    Result<DeviceDay> dayOf(const DeviceId& id, std::int64_t day) override;
    Result<> addToDay(const DeviceId& id, std::int64_t day, const DeviceDay& more) override;
    Result<> noteStranger(const StrangerRow& stranger) override;
    Result<std::vector<StrangerRow>> strangers() override;
    Result<> forgetStranger(const DeviceId& id) override;
    Result<> addSuccession(const SuccessionRow& row) override;
    Result<std::vector<SuccessionRow>> successions() override;

    Result<StoredKeys> storedUnder(const ItemKeys& keys, const crypto::Digest& hash,
                                   const std::optional<crypto::Signature>& signature) override;
    Result<> addEnvelope(const EnvelopeRow& row) override;
    Result<std::vector<EnvelopeRow>> envelopes(std::int64_t after, std::int64_t limit, std::size_t maxBytes) override;
    Result<std::vector<OpenAnswer>> openAnswers(std::int64_t envelope) override;
    Result<std::vector<OpenInterview>> openInterviews() override;
    Result<std::vector<std::int64_t>> sequencesOf(const DeviceId& device) override;
    Result<bool> isTaken(const DeviceId& device, std::int64_t sequence, const crypto::Digest& hash) override;
    Result<std::vector<EnvelopeRow>> quarantined(std::int64_t after, std::int64_t limit, std::size_t maxBytes) override;
    Result<std::optional<EnvelopeRow>> envelope(std::int64_t number) override;
    Result<> judgeAgain(const EnvelopeRow& row) override;
    Result<std::vector<NewReceiptRow>> newReceipts(const DeviceId& device, std::int64_t after,
                                                   std::int64_t limit) override;
    Result<bool> holdsRevision(const InterviewId& interview, int revision) override;
    Result<std::optional<DeviceId>> ownerOf(const InterviewId& interview) override;
    Result<std::vector<std::int64_t>> usedNumbers(const DeviceId& device) override;
    Result<std::vector<HeldRow>> heldUnder(const DeviceId& device, std::int64_t sequence) override;
    Result<std::int64_t> highestSequence(const DeviceId& device) override;
    Result<std::vector<TallyRow>> tallies() override;

    Result<std::vector<ReviewedInterview>> reviewedInterviews() override;
    Result<std::optional<ReviewRow>> review(const InterviewId& interview, int revision) override;
    Result<> putReview(const ReviewRow& review) override;
    Result<std::vector<ReviewRow>> reviews() override;
    Result<bool> holds(const InterviewId& interview) override;
    Result<> erase(const WithdrawalRow& withdrawal) override;
    Result<std::vector<WithdrawalRow>> withdrawals() override;
    Result<std::vector<std::int64_t>> withdrawnOf(const DeviceId& device, std::int64_t limit) override;
    Result<bool> isWithdrawn(const InterviewId& interview) override;

    Result<std::int64_t> lastEnvelope() override;
    Result<> addAudit(const AuditRow& row) override;
    Result<std::vector<AuditRow>> auditRows() override;
    Result<std::optional<FrozenRow>> frozen(const std::string& name) override;
    Result<> addFrozen(const FrozenRow& row) override;

    Result<std::int64_t> logSize() override;
    Result<crypto::Digest> logNode(int level, std::int64_t index) override;
    Result<std::optional<CheckpointRow>> checkpoint() override;
    Result<> setCheckpoint(const CheckpointRow& row) override;
    Result<> putWitness(const WitnessRow& row) override;
    Result<std::vector<WitnessRow>> witnesses() override;

    Result<> putUser(const UserRow& user) override;
    Result<std::optional<UserRow>> user(const std::string& name) override;
    Result<std::vector<UserRow>> users() override;
    Result<> removeUser(const std::string& name) override;
    Result<> addSession(const SessionRow& session) override;
    Result<std::optional<SessionOfUser>> session(const crypto::Digest& tokenHash) override;
    Result<std::vector<SessionRow>> sessions() override;
    Result<> touchSession(const std::string& id, TimePoint usedAt) override;
    Result<> endSession(const std::string& id) override;
    Result<> endSessionsOf(const std::string& user) override;
    Result<> endSessionsBefore(TimePoint begun, TimePoint used) override;
    Result<> addApiToken(const ApiTokenRow& token) override;
    Result<std::optional<ApiTokenRow>> apiToken(const crypto::Digest& hash) override;
    Result<std::vector<ApiTokenRow>> apiTokens() override;
    Result<> revokeApiToken(const std::string& name, TimePoint at) override;

private:
    [[nodiscard]] Result<> appendToLog(ByteView entry);
    Result<> addOpenAnswers(std::int64_t envelope, const std::vector<OpenAnswer>& answers);

    storage::Database& m_db;
};

/// Times as stored: milliseconds since 1970, UTC.
[[nodiscard]] inline std::int64_t toStored(TimePoint time) {
    return time.time_since_epoch().count();
}
[[nodiscard]] inline TimePoint timeFrom(std::int64_t stored) {
    return TimePoint{std::chrono::milliseconds{stored}};
}

/// 32 bytes from a blob column. Precondition: the schema's writer put 32 bytes there.
[[nodiscard]] std::array<std::uint8_t, 32> bytes32(const storage::Statement& statement, int column);

} // namespace peil::server::repository
