// SPDX-License-Identifier: Apache-2.0
// Interviews as they came.
#include "repository/log_entry.h"
#include "repository/sqlcipher/envelope_row.h"
#include "repository/sqlcipher/sqlcipher_records.h"

#include <algorithm>
#include <array>

namespace peil::server::repository {

namespace {

Result<std::optional<crypto::Digest>> firstHash(storage::Statement select) {
    PEIL_TRY(const bool found, select.step());
    if (!found) return std::optional<crypto::Digest>{};
    return std::optional<crypto::Digest>{bytes32(select, 0)};
}

template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> optionalBytes(const storage::Statement& row, int column) {
    if (row.isNull(column)) return std::nullopt;
    const auto blob = row.blob(column);
    std::array<std::uint8_t, N> bytes{};
    std::copy_n(blob.begin(), std::min(N, blob.size()), bytes.begin());
    return bytes;
}

/// NULL for none.
template <class Bytes>
void bindOptional(storage::Statement& statement, int index, const std::optional<Bytes>& bytes) {
    if (bytes)
        statement.bindBlob(index, *bytes);
    else
        statement.bindNull(index);
}

/// Without its answers.
OpenInterview openOf(const storage::Statement& row) {
    return {.interview = InterviewId(row.text(0)),
            .revision = static_cast<int>(row.integer(1)),
            .device = DeviceId(row.text(2)),
            .outcome = row.text(3),
            .answers = {},
            .formHash = row.text(4),
            .review = row.isNull(5) ? ReviewState::Received : static_cast<ReviewState>(row.integer(5)),
            .isDuplicate = !row.text(6).empty()};
}

} // namespace

EnvelopeRow envelopeOf(const storage::Statement& row) {
    return {.number = row.integer(0),
            .keys = {InterviewId(row.text(1)), static_cast<int>(row.integer(2)), DeviceId(row.text(3)), row.integer(4)},
            .hash = bytes32(row, 5),
            .bytes = row.blob(6),
            .status = static_cast<EnvelopeStatus>(row.integer(7)),
            .quarantineReason = row.text(8),
            .outcome = row.text(9),
            .receipt = row.blob(10),
            .auditHead = bytes32(row, 11),
            .receivedAt = timeFrom(row.integer(12)),
            .open = {},
            .formHash = row.text(13),
            .kind = row.text(14),
            .previous = optionalBytes<32>(row, 15),
            .itemSignature = optionalBytes<64>(row, 16)};
}

bool holdsKeys(const EnvelopeRow& row) {
    return row.quarantineReason != "unreadable" && row.quarantineReason != "bad_signature" &&
           row.quarantineReason != "not_mine" && row.quarantineReason != "sequence_jump";
}

Result<std::vector<EnvelopeRow>> envelopesOf(storage::Statement& select, std::size_t maxBytes) {
    std::vector<EnvelopeRow> rows;
    for (std::size_t bytes = 0; bytes < maxBytes;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) break;
        rows.push_back(envelopeOf(select));
        bytes += rows.back().bytes.size();
    }
    return rows;
}

Result<StoredKeys> Records::storedUnder(const ItemKeys& keys, const crypto::Digest& hash,
                                        const std::optional<crypto::Signature>& signature) {
    PEIL_TRY(auto same,
             m_db.prepare("SELECT receipt FROM envelope WHERE interview = ?1 AND revision = ?2 AND device = ?3 "
                          "AND sequence = ?4 AND hash = ?5 AND (reason <> 'bad_signature' OR item_signature IS ?6) "
                          "ORDER BY number LIMIT 1"));
    same.bind(1, keys.interview.text()).bind(2, std::int64_t{keys.revision}).bind(3, keys.device.text());
    bindOptional(same.bind(4, keys.sequence).bindBlob(5, hash), 6, signature);
    PEIL_TRY(const bool stored, same.step());
    if (stored) return StoredKeys{hash, hash, same.blob(0)};

    StoredKeys found;
    PEIL_TRY(auto interview,
             m_db.prepare("SELECT hash FROM envelope WHERE interview = ?1 AND revision = ?2 "
                          "AND holds_keys = 1 AND (status <> 2 OR device = ?3) ORDER BY number LIMIT 1"));
    interview.bind(1, keys.interview.text()).bind(2, std::int64_t{keys.revision}).bind(3, keys.device.text());
    PEIL_TRY(found.byInterview, firstHash(std::move(interview)));
    PEIL_TRY(auto sequence, m_db.prepare("SELECT hash FROM envelope WHERE device = ?1 AND sequence = ?2 "
                                         "AND holds_keys = 1 ORDER BY number LIMIT 1"));
    sequence.bind(1, keys.device.text()).bind(2, keys.sequence);
    PEIL_TRY(found.bySequence, firstHash(std::move(sequence)));
    return found;
}

Result<> Records::addEnvelope(const EnvelopeRow& row) {
    PEIL_TRY(auto insert,
             m_db.prepare(
                 "INSERT INTO envelope(interview, revision, device, sequence, hash, bytes, status, reason, outcome, "
                 "receipt, audit_head, received_at, holds_keys, form_hash, kind, previous, item_signature) "
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"));
    insert.bind(1, row.keys.interview.text()).bind(2, std::int64_t{row.keys.revision}).bind(3, row.keys.device.text());
    insert.bind(4, row.keys.sequence).bindBlob(5, row.hash).bindBlob(6, row.bytes);
    insert.bind(7, static_cast<std::int64_t>(row.status)).bind(8, row.quarantineReason).bind(9, row.outcome);
    insert.bindBlob(10, row.receipt).bindBlob(11, row.auditHead).bind(12, toStored(row.receivedAt));
    insert.bind(13, std::int64_t{holdsKeys(row) ? 1 : 0}).bind(14, row.formHash).bind(15, row.kind);
    bindOptional(insert, 16, row.previous);
    bindOptional(insert, 17, row.itemSignature);
    PEIL_CHECK(insert.run());

    PEIL_CHECK(addOpenAnswers(m_db.lastInsertId(), row.open));
    PEIL_TRY(auto head, m_db.prepare("UPDATE server_state SET audit_head = ?1"));
    PEIL_CHECK(head.bindBlob(1, row.auditHead).run());
    return appendToLog(logEntryOf(row));
}

Result<> Records::addOpenAnswers(std::int64_t envelope, const std::vector<OpenAnswer>& answers) {
    PEIL_TRY(auto insert,
             m_db.prepare("INSERT INTO open_answer(envelope, name, value, reason) VALUES(?1, ?2, ?3, ?4)"));
    for (const auto& open : answers)
        PEIL_CHECK(insert.bind(1, envelope).bind(2, open.name).bind(3, open.value).bind(4, open.reason).run());
    return {};
}

Result<std::vector<EnvelopeRow>> Records::envelopes(std::int64_t after, std::int64_t limit, std::size_t maxBytes) {
    PEIL_TRY(auto select, m_db.prepare(PEIL_SELECT_ENVELOPE "WHERE number > ?1 ORDER BY number LIMIT ?2"));
    select.bind(1, after).bind(2, limit);
    return envelopesOf(select, maxBytes);
}

Result<std::vector<OpenInterview>> Records::openInterviews() {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT e.interview, e.revision, e.device, e.outcome, e.form_hash, r.state, r.duplicate_of, "
                          "a.name, a.value, a.reason FROM envelope e "
                          "LEFT JOIN review r ON r.interview = e.interview AND r.revision = e.revision "
                          "LEFT JOIN open_answer a ON a.envelope = e.number WHERE e.status = 1 "
                          "AND e.revision = (SELECT max(f.revision) FROM envelope f "
                          "WHERE f.interview = e.interview AND f.status = 1) ORDER BY e.number, a.rowid"));
    std::vector<OpenInterview> interviews;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return interviews;
        if (interviews.empty() || interviews.back().interview.text() != select.text(0))
            interviews.push_back(openOf(select));
        if (!select.isNull(7)) interviews.back().answers.push_back({select.text(7), select.text(8), select.text(9)});
    }
}

Result<std::optional<DeviceId>> Records::ownerOf(const InterviewId& interview) {
    PEIL_TRY(auto select, m_db.prepare("SELECT device FROM envelope WHERE interview = ?1 AND status <> 2 "
                                       "ORDER BY number LIMIT 1"));
    PEIL_TRY(const bool found, select.bind(1, interview.text()).step());
    if (!found) return std::optional<DeviceId>{};
    return std::optional<DeviceId>{DeviceId(select.text(0))};
}

Result<std::vector<std::int64_t>> Records::usedNumbers(const DeviceId& device) {
    PEIL_TRY(auto select, m_db.prepare("SELECT DISTINCT sequence FROM envelope WHERE device = ?1 AND holds_keys = 1 "
                                       "ORDER BY sequence"));
    select.bind(1, device.text());
    std::vector<std::int64_t> numbers;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return numbers;
        numbers.push_back(select.integer(0));
    }
}

Result<std::vector<HeldRow>> Records::heldUnder(const DeviceId& device, std::int64_t sequence) {
    PEIL_TRY(auto select, m_db.prepare("SELECT hash, previous, status FROM envelope WHERE device = ?1 "
                                       "AND sequence = ?2 AND holds_keys = 1 ORDER BY number"));
    select.bind(1, device.text()).bind(2, sequence);
    std::vector<HeldRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back(
            {bytes32(select, 0), optionalBytes<32>(select, 1), static_cast<EnvelopeStatus>(select.integer(2))});
    }
}

Result<std::int64_t> Records::highestSequence(const DeviceId& device) {
    PEIL_TRY(auto select, m_db.prepare("SELECT sequence FROM envelope WHERE device = ?1 AND holds_keys = 1 "
                                       "ORDER BY sequence DESC LIMIT 1"));
    PEIL_TRY(const bool found, select.bind(1, device.text()).step());
    return found ? select.integer(0) : 0;
}

Result<std::vector<TallyRow>> Records::tallies() {
    PEIL_TRY(auto select, m_db.prepare("SELECT device, status, reason, count(*) FROM envelope "
                                       "GROUP BY device, status, reason ORDER BY device, status, reason"));
    std::vector<TallyRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back({DeviceId(select.text(0)), static_cast<EnvelopeStatus>(select.integer(1)), select.text(2),
                        select.integer(3)});
    }
}

Result<std::vector<std::int64_t>> Records::sequencesOf(const DeviceId& device) {
    PEIL_TRY(auto select, m_db.prepare("SELECT DISTINCT sequence FROM envelope WHERE device = ?1 "
                                       "AND reason <> 'sequence_jump' ORDER BY sequence"));
    select.bind(1, device.text());
    std::vector<std::int64_t> sequences;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return sequences;
        sequences.push_back(select.integer(0));
    }
}

Result<bool> Records::isTaken(const DeviceId& device, std::int64_t sequence, const crypto::Digest& hash) {
    PEIL_TRY(
        auto select,
        m_db.prepare("SELECT 1 FROM envelope WHERE device = ?1 AND sequence = ?2 AND hash <> ?3 AND holds_keys = 1 "
                     "AND NOT EXISTS (SELECT 1 FROM envelope WHERE device = ?1 AND sequence = ?2 AND hash = ?3 "
                     "AND status <> 2) LIMIT 1"));
    return select.bind(1, device.text()).bind(2, sequence).bindBlob(3, hash).step();
}

Result<std::vector<OpenAnswer>> Records::openAnswers(std::int64_t envelope) {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT name, value, reason FROM open_answer WHERE envelope = ?1 ORDER BY rowid"));
    select.bind(1, envelope);
    std::vector<OpenAnswer> answers;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return answers;
        answers.push_back({select.text(0), select.text(1), select.text(2)});
    }
}

} // namespace peil::server::repository
