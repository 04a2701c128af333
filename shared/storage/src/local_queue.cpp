// SPDX-License-Identifier: Apache-2.0
// The outbound queue: items of every kind until the server's receipt, and a while after.
#include "local_impl.h"

#include <algorithm>
#include <limits>
#include <type_traits>

namespace peil::storage {
namespace {

#define PEIL_SELECT_ITEM "SELECT id, sequence, revision, payload, kind FROM items "

OutboxItem itemOf(const Statement& row) {
    return {InterviewId(row.text(0)), row.integer(1), static_cast<int>(row.integer(2)), row.blob(3), row.text(4)};
}

/// One transaction and what `work` gives.
template <class Work>
std::invoke_result_t<Work> committed(Database& database, const Work& work) {
    typename std::invoke_result_t<Work>::value_type value{};
    const auto whole = [&]() -> Result<> {
        PEIL_TRY(value, work());
        return {};
    };
    PEIL_CHECK(database.transaction(whole));
    return value;
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
    PEIL_TRY(auto select, database.prepare("SELECT payload, state FROM items WHERE state>2 AND sequence=?1"));
    PEIL_TRY(const bool found, select.bind(1, sequence).step());
    if (!found) return false;
    const bool received = static_cast<InterviewState>(select.integer(1)) == InterviewState::Received;
    PEIL_CHECK(Query(database,
                     "INSERT INTO chain(sequence, hash, received) VALUES(?1, ?2, ?3) ON CONFLICT(sequence) DO UPDATE "
                     "SET hash=excluded.hash, received=excluded.received",
                     sequence, crypto::blake2b(select.blob(0)), received)
                   .run());
    PEIL_CHECK(Query(database, "DELETE FROM items WHERE sequence=?1", sequence).run());
    return true;
}

/// The line of an interview says the same as its item.
Result<> markInterview(Database& database, std::int64_t sequence) {
    return Query(database,
                 "UPDATE interviews SET state=i.state, sequence=i.sequence FROM items i "
                 "WHERE i.sequence=?1 AND i.kind=?2 AND interviews.id=i.id",
                 sequence, kInterviewKind)
        .run();
}

Result<> deleteAnswers(Database& database, std::int64_t row) {
    return Query(database, "DELETE FROM answers WHERE interview=?1", row).run();
}

/// Inside a transaction: the item under the next number.
Result<std::int64_t> enqueue(Database& database, std::string_view kind, const InterviewId& id,
                             const LocalStore::Seal& seal) {
    PEIL_TRY(const auto sequence, nextSequence(database));
    const auto payload = seal(sequence);
    if (!payload) return fail(StorageErrc::SealFailed, "The item could not be sealed: " + describe(payload.error()));
    PEIL_CHECK(Query(database,
                     "INSERT INTO items(sequence, kind, id, revision, state, payload) VALUES(?1, ?2, ?3, 1, 2, ?4)",
                     sequence, kind, id, *payload)
                   .run());
    return sequence;
}

} // namespace

Result<std::int64_t> LocalStore::finalise(const InterviewId& id, const Seal& seal) {
    auto& database = m_impl->database;
    return committed(database, [&]() -> Result<std::int64_t> {
        PEIL_TRY(const auto found, m_impl->findDraft(id));
        PEIL_TRY(const auto sequence, enqueue(database, kInterviewKind, id, seal));
        PEIL_CHECK(deleteAnswers(database, found.row));
        PEIL_CHECK(markInterview(database, sequence));
        PEIL_CHECK(Query(database, "UPDATE interviews SET position='', changed_at=?2 WHERE number=?1", found.row,
                         m_impl->now())
                       .run());
        return sequence;
    });
}

Result<std::int64_t> LocalStore::discardDraft(const InterviewId& id, std::string_view kind, const Seal& seal) {
    auto& database = m_impl->database;
    return committed(database, [&]() -> Result<std::int64_t> {
        PEIL_TRY(const auto found, m_impl->findDraft(id));
        PEIL_TRY(const auto sequence, enqueue(database, kind, id, seal));
        PEIL_CHECK(deleteAnswers(database, found.row));
        PEIL_CHECK(Query(database, "DELETE FROM interviews WHERE number=?1", found.row).run());
        return sequence;
    });
}

Result<std::int64_t> LocalStore::addItem(std::string_view kind, const InterviewId& id, const Seal& seal) {
    return committed(m_impl->database, [&] { return enqueue(m_impl->database, kind, id, seal); });
}

Result<bool> LocalStore::mayTakeBack(std::string_view kind, const InterviewId& id) {
    return Query(m_impl->database,
                 "SELECT 1 FROM items WHERE kind=?1 AND id=?2 AND state=2 "
                 "AND sequence=(SELECT value FROM counters WHERE name='sequence') "
                 "AND sequence>(SELECT value FROM counters WHERE name='announced')",
                 kind, id)
        .any();
}

Result<> LocalStore::takeBack(std::string_view kind, const InterviewId& id) {
    return m_impl->database.transaction([&]() -> Result<> {
        PEIL_TRY(const bool may, mayTakeBack(kind, id));
        if (!may) return fail(StorageErrc::WrongState, "This item may have been sent: it cannot be taken back.");
        PEIL_CHECK(Query(m_impl->database, "DELETE FROM items WHERE kind=?1 AND id=?2", kind, id).run());
        return Query(m_impl->database, "UPDATE counters SET value=value-1 WHERE name='sequence'").run();
    });
}

Result<> LocalStore::announce() {
    return Query(m_impl->database,
                 "UPDATE counters SET value=(SELECT value FROM counters WHERE name='sequence') "
                 "WHERE name='announced' AND value<(SELECT value FROM counters WHERE name='sequence')")
        .run();
}

Result<std::vector<OutboxItem>> LocalStore::outbox(std::size_t limit, std::string_view kind) {
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    return Query(m_impl->database, PEIL_SELECT_ITEM "WHERE state=2 AND (?2='' OR kind=?2) ORDER BY sequence LIMIT ?1",
                 std::min(limit, most), kind)
        .rows(itemOf);
}

Result<std::vector<OutboxItem>> LocalStore::items(std::string_view kind) {
    return Query(m_impl->database, PEIL_SELECT_ITEM "WHERE kind=?1 ORDER BY sequence", kind).rows(itemOf);
}

Result<OutboxItem> LocalStore::finalisedItem(std::int64_t sequence) {
    PEIL_TRY(auto item, Query(m_impl->database, PEIL_SELECT_ITEM "WHERE sequence=?1", sequence).row(itemOf));
    if (!item) return fail(StorageErrc::NotFound, "This tablet has no item number " + std::to_string(sequence) + ".");
    return std::move(*item);
}

Result<> LocalStore::acknowledge(const InterviewId& id, int revision, const crypto::Digest& envelopeHash,
                                 ByteView receipt, InterviewState state) {
    if (state != InterviewState::Received && state != InterviewState::Refused)
        return fail(StorageErrc::WrongState, "A receipt can only make an item received or refused.");
    auto& database = m_impl->database;
    return database.transaction([&]() -> Result<> {
        PEIL_TRY(const auto kept,
                 Query(database, PEIL_SELECT_ITEM "WHERE id=?1 AND revision=?2", id, revision).rows(itemOf));
        const auto item =
            std::ranges::find_if(kept, [&](const auto& one) { return crypto::blake2b(one.envelope) == envelopeHash; });
        if (item == kept.end()) {
            PEIL_TRY(const auto interview, m_impl->find(id));
            if (interview.state == InterviewState::Draft)
                return fail(StorageErrc::WrongState,
                            "Interview " + id.text() + " is a draft: it cannot have a receipt.");
            // The receipt of a copy that was forgotten came again, or it is for a revision never sent.
            if (kept.empty() && interview.state != InterviewState::Finalised) return {};
            // A tablet restored from a copy may have sealed the interview anew: the receipt is for what it lost.
            return fail(StorageErrc::NotFound, "Interview " + id.text() + " has no revision " +
                                                   std::to_string(revision) + " with the bytes of the receipt.");
        }
        // The server may accept an item that it rejected earlier, but never revokes a receipt.
        PEIL_CHECK(Query(database,
                         "UPDATE items SET state=?2, receipt=?3, received_at=?4 WHERE sequence=?1 "
                         "AND (state=2 OR (state=4 AND ?2=3))",
                         item->sequence, state, receipt, m_impl->now())
                       .run());
        return markInterview(database, item->sequence);
    });
}

Result<std::size_t> LocalStore::requeue(std::span<const std::int64_t> sequences) {
    auto& database = m_impl->database;
    return committed(database, [&]() -> Result<std::size_t> {
        std::size_t queued = 0;
        for (const auto sequence : sequences) {
            PEIL_CHECK(Query(database,
                             "UPDATE items SET state=2, receipt=NULL, received_at=0 WHERE sequence=?1 AND state>2",
                             sequence)
                           .run());
            if (database.changedRows() == 0) continue;
            ++queued;
            PEIL_CHECK(markInterview(database, sequence));
        }
        return queued;
    });
}

Result<std::vector<SealedNumber>> LocalStore::sealedNumbers() {
    return Query(m_impl->database, "SELECT sequence, state FROM items ORDER BY sequence")
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
            PEIL_TRY(const bool found, Query(database, "SELECT 1 FROM items WHERE sequence=?1", sequence).any());
            if (!found) continue;
            PEIL_TRY(const auto next, nextSequence(database));
            PEIL_CHECK(Query(database,
                             "UPDATE items SET sequence=?2, state=2, receipt=NULL, received_at=0 WHERE sequence=?1",
                             sequence, next)
                           .run());
            PEIL_CHECK(markInterview(database, next));
        }
        return {};
    });
}

Result<std::vector<std::int64_t>> LocalStore::receivedBefore(TimePoint limit) {
    return Query(m_impl->database, "SELECT sequence FROM items WHERE state>2 AND received_at<?1 ORDER BY sequence",
                 limit)
        .rows([](const Statement& row) { return row.integer(0); });
}

Result<std::optional<crypto::Digest>> LocalStore::hashUnder(std::int64_t sequence) {
    PEIL_TRY(auto sealed, m_impl->database.prepare("SELECT payload FROM items WHERE sequence=?1"));
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
             m_impl->database.prepare("SELECT max(coalesce((SELECT max(sequence) FROM items WHERE state=3), 0), "
                                      "coalesce((SELECT max(sequence) FROM chain WHERE received=1), 0))"));
    PEIL_CHECK(select.step());
    const auto sequence = select.integer(0);
    PEIL_TRY(const auto hash, hashUnder(sequence));
    if (!hash) return std::nullopt;
    return NumberHash{sequence, *hash};
}

Result<std::size_t> LocalStore::forgetReceived(std::span<const std::int64_t> sequences) {
    auto& database = m_impl->database;
    return committed(database, [&]() -> Result<std::size_t> {
        std::size_t forgotten = 0;
        for (const auto sequence : sequences) {
            PEIL_TRY(const bool isGone, forgetCopy(database, sequence));
            forgotten += isGone ? 1 : 0;
        }
        PEIL_CHECK(Query(database, "UPDATE interviews SET form_hash='', started_at=0, changed_at=0, subgroup='', "
                                   "site='', outcome='' WHERE state>=3 AND id NOT IN "
                                   "(SELECT id FROM items WHERE kind='interview')")
                       .run());
        return forgotten;
    });
}

} // namespace peil::storage
