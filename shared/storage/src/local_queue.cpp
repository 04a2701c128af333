// SPDX-License-Identifier: Apache-2.0
// The outbound queue: sealed interviews until the server's receipt, and a while after.
#include "local_impl.h"

#include <algorithm>
#include <limits>

namespace peil::storage {
namespace {

OutboxItem itemOf(const Statement& row) {
    return {InterviewId(row.text(0)), row.integer(1), static_cast<int>(row.integer(2)), row.blob(3)};
}

Result<std::int64_t> nextSequence(Database& database) {
    PEIL_TRY(auto count, database.prepare("UPDATE counters SET value=value+1 WHERE name='sequence' RETURNING value"));
    PEIL_CHECK(count.step());
    const auto sequence = count.integer(0);
    PEIL_CHECK(count.run());
    return sequence;
}

/// Deletes a copy that does not wait; its hash stays. @return whether there was one.
Result<bool> forgetCopy(Database& database, std::int64_t sequence) {
    PEIL_TRY(auto select,
             database.prepare("SELECT s.envelope, i.state FROM sealed s JOIN interviews i ON i.number=s.interview "
                              "WHERE s.waiting=0 AND s.sequence=?1"));
    PEIL_TRY(const bool found, select.bind(1, sequence).step());
    if (!found) return false;
    const bool received = static_cast<InterviewState>(select.integer(1)) == InterviewState::Received;
    PEIL_TRY(auto keep, database.prepare("INSERT INTO chain(sequence, hash, received) VALUES(?1, ?2, ?3) ON "
                                         "CONFLICT(sequence) DO UPDATE SET hash=excluded.hash, "
                                         "received=excluded.received"));
    PEIL_CHECK(keep.bind(1, sequence)
                   .bindBlob(2, crypto::blake2b(select.blob(0)))
                   .bind(3, std::int64_t{received ? 1 : 0})
                   .run());
    PEIL_TRY(auto remove, database.prepare("DELETE FROM sealed WHERE sequence=?1"));
    PEIL_CHECK(remove.bind(1, sequence).run());
    return true;
}

} // namespace

Result<std::int64_t> LocalStore::finalise(const InterviewId& id,
                                          const std::function<Result<Bytes>(std::int64_t sequence)>& seal) {
    std::int64_t sequence = 0;
    auto& database = m_impl->database;
    const auto work = [&]() -> Result<> {
        PEIL_TRY(const auto found, m_impl->findDraft(id));
        PEIL_TRY(sequence, nextSequence(database));
        const auto envelope = seal(sequence);
        if (!envelope)
            return fail(StorageErrc::SealFailed, "The interview could not be sealed: " + describe(envelope.error()));
        PEIL_TRY(auto insert,
                 database.prepare(
                     "INSERT INTO sealed(sequence, interview, revision, waiting, envelope) VALUES(?1, ?2, 1, 1, ?3)"));
        PEIL_CHECK(insert.bind(1, sequence).bind(2, found.row).bindBlob(3, *envelope).run());
        PEIL_TRY(auto forget, database.prepare("DELETE FROM answers WHERE interview=?1"));
        PEIL_CHECK(forget.bind(1, found.row).run());
        PEIL_TRY(
            auto mark,
            database.prepare("UPDATE interviews SET state=2, position='', sequence=?2, changed_at=?3 WHERE number=?1"));
        return mark.bind(1, found.row).bind(2, sequence).bind(3, m_impl->now()).run();
    };
    PEIL_CHECK(database.transaction(work));
    return sequence;
}

Result<std::vector<OutboxItem>> LocalStore::outbox(std::size_t limit) {
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    return Query(m_impl->database,
                 "SELECT i.id, s.sequence, s.revision, s.envelope FROM sealed s JOIN interviews i ON "
                 "i.number=s.interview "
                 "WHERE s.waiting=1 ORDER BY s.sequence LIMIT ?1",
                 std::min(limit, most))
        .rows(itemOf);
}

Result<OutboxItem> LocalStore::finalisedItem(std::int64_t sequence) {
    PEIL_TRY(
        auto select,
        m_impl->database.prepare(
            "SELECT i.id, s.sequence, s.revision, s.envelope FROM sealed s JOIN interviews i ON i.number=s.interview "
            "WHERE s.sequence=?1"));
    PEIL_TRY(const bool found, select.bind(1, sequence).step());
    if (!found)
        return fail(StorageErrc::NotFound, "This tablet has no interview number " + std::to_string(sequence) + ".");
    return itemOf(select);
}

Result<> LocalStore::acknowledge(const InterviewId& id, int revision, const crypto::Digest& envelopeHash,
                                 ByteView receipt, InterviewState state) {
    if (state != InterviewState::Received && state != InterviewState::Refused)
        return fail(StorageErrc::WrongState, "A receipt can only make an interview received or refused.");
    auto& database = m_impl->database;
    return database.transaction([&]() -> Result<> {
        PEIL_TRY(const auto found, m_impl->find(id));
        if (found.state == InterviewState::Draft)
            return fail(StorageErrc::WrongState, "Interview " + id.text() + " is a draft: it cannot have a receipt.");
        PEIL_TRY(auto select,
                 database.prepare("SELECT envelope, waiting FROM sealed WHERE interview=?1 AND revision=?2"));
        PEIL_TRY(const bool isHere, select.bind(1, found.row).bind(2, std::int64_t{revision}).step());
        // The receipt of a copy that was forgotten came again, or it is for a revision never sent.
        if (!isHere && found.state != InterviewState::Finalised) return {};
        // A tablet restored from a copy may have sealed the interview anew: the receipt is for what it lost.
        if (!isHere || crypto::blake2b(select.blob(0)) != envelopeHash)
            return fail(StorageErrc::NotFound, "Interview " + id.text() + " has no revision " +
                                                   std::to_string(revision) + " with the bytes of the receipt.");
        // The server may accept an item that it rejected earlier, but never revokes a receipt.
        const bool takenIn = found.state == InterviewState::Refused && state == InterviewState::Received;
        if (select.integer(1) == 0 && !takenIn) return {};
        PEIL_TRY(auto keep, database.prepare("UPDATE sealed SET waiting=0, receipt=?3, received_at=?4 "
                                             "WHERE interview=?1 AND revision=?2"));
        PEIL_CHECK(
            keep.bind(1, found.row).bind(2, std::int64_t{revision}).bindBlob(3, receipt).bind(4, m_impl->now()).run());
        PEIL_TRY(auto mark, database.prepare("UPDATE interviews SET state=?2 WHERE number=?1"));
        return mark.bind(1, found.row).bind(2, static_cast<std::int64_t>(state)).run();
    });
}

Result<std::size_t> LocalStore::requeue(std::span<const std::int64_t> sequences) {
    std::size_t queued = 0;
    auto& database = m_impl->database;
    const auto work = [&]() -> Result<> {
        for (const auto sequence : sequences) {
            PEIL_TRY(auto wait,
                     database.prepare(
                         "UPDATE sealed SET waiting=1, receipt=NULL, received_at=0 WHERE sequence=?1 AND waiting=0"));
            PEIL_CHECK(wait.bind(1, sequence).run());
            if (database.changedRows() == 0) continue;
            ++queued;
            PEIL_TRY(auto mark, database.prepare("UPDATE interviews SET state=2 WHERE sequence=?1"));
            PEIL_CHECK(mark.bind(1, sequence).run());
        }
        return {};
    };
    PEIL_CHECK(database.transaction(work));
    return queued;
}

Result<std::vector<SealedNumber>> LocalStore::sealedNumbers() {
    return Query(m_impl->database, "SELECT s.sequence, i.state FROM sealed s JOIN interviews i "
                                   "ON i.number=s.interview ORDER BY s.sequence")
        .rows([](const Statement& row) {
            return SealedNumber{row.integer(0), static_cast<InterviewState>(row.integer(1))};
        });
}

Result<> LocalStore::goOnBehind(std::int64_t highest, std::span<const std::int64_t> taken,
                                const std::optional<NumberHash>& head) {
    auto& database = m_impl->database;
    return database.transaction([&]() -> Result<> {
        PEIL_TRY(auto raise,
                 database.prepare("UPDATE counters SET value=max(value, ?1) WHERE name='sequence' RETURNING value"));
        PEIL_CHECK(raise.bind(1, highest).step());
        const auto last = raise.integer(0);
        PEIL_CHECK(raise.run());
        if (head) {
            PEIL_TRY(auto keep, database.prepare("INSERT INTO chain(sequence, hash, received) VALUES(?1, ?2, 0) "
                                                 "ON CONFLICT DO NOTHING"));
            PEIL_CHECK(keep.bind(1, head->sequence).bindBlob(2, head->hash).run());
        }
        for (const auto sequence : taken) {
            if (sequence > last) continue; // one of those that are given here
            PEIL_TRY(auto select, database.prepare("SELECT 1 FROM sealed WHERE sequence=?1"));
            PEIL_TRY(const bool found, select.bind(1, sequence).step());
            if (!found) continue;
            PEIL_TRY(const auto next, nextSequence(database));
            PEIL_TRY(auto seal, database.prepare("UPDATE sealed SET sequence=?2, waiting=1, receipt=NULL, "
                                                 "received_at=0 WHERE sequence=?1"));
            PEIL_CHECK(seal.bind(1, sequence).bind(2, next).run());
            PEIL_TRY(auto mark, database.prepare("UPDATE interviews SET sequence=?2, state=2 WHERE sequence=?1"));
            PEIL_CHECK(mark.bind(1, sequence).bind(2, next).run());
        }
        return {};
    });
}

Result<std::vector<std::int64_t>> LocalStore::receivedBefore(TimePoint limit) {
    return Query(m_impl->database, "SELECT sequence FROM sealed WHERE waiting=0 AND received_at<?1 ORDER BY sequence",
                 limit)
        .rows([](const Statement& row) { return row.integer(0); });
}

Result<std::optional<crypto::Digest>> LocalStore::hashUnder(std::int64_t sequence) {
    PEIL_TRY(auto sealed, m_impl->database.prepare("SELECT envelope FROM sealed WHERE sequence=?1"));
    PEIL_TRY(const bool isHere, sealed.bind(1, sequence).step());
    if (isHere) return crypto::blake2b(sealed.blob(0));
    PEIL_TRY(auto kept, m_impl->database.prepare("SELECT hash FROM chain WHERE sequence=?1"));
    PEIL_TRY(const bool isKnown, kept.bind(1, sequence).step());
    crypto::Digest hash{};
    const auto bytes = isKnown ? kept.blob(0) : Bytes{};
    if (bytes.size() != hash.size()) return std::nullopt;
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

Result<std::optional<NumberHash>> LocalStore::newestReceived() {
    PEIL_TRY(auto select,
             m_impl->database.prepare(
                 "SELECT max(coalesce((SELECT max(s.sequence) FROM sealed s JOIN interviews i ON i.number=s.interview "
                 "WHERE i.state=3), 0), coalesce((SELECT max(sequence) FROM chain WHERE received=1), 0))"));
    PEIL_CHECK(select.step());
    const auto sequence = select.integer(0);
    PEIL_TRY(const auto hash, hashUnder(sequence));
    if (!hash) return std::nullopt;
    return NumberHash{sequence, *hash};
}

Result<std::size_t> LocalStore::forgetReceived(std::span<const std::int64_t> sequences) {
    std::size_t forgotten = 0;
    auto& database = m_impl->database;
    const auto work = [&]() -> Result<> {
        for (const auto sequence : sequences) {
            PEIL_TRY(const bool isGone, forgetCopy(database, sequence));
            forgotten += isGone ? 1 : 0;
        }
        PEIL_TRY(auto lines, database.prepare("UPDATE interviews SET form_hash='', started_at=0, changed_at=0, "
                                              "subgroup='', site='', outcome='' WHERE state>=3 AND number NOT IN "
                                              "(SELECT interview FROM sealed)"));
        return lines.run();
    };
    PEIL_CHECK(database.transaction(work));
    return forgotten;
}

} // namespace peil::storage
