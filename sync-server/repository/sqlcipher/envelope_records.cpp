// SPDX-License-Identifier: Apache-2.0
// Interviews as they came.
#include "repository/log_entry.h"
#include "repository/sqlcipher/envelope_row.h"
#include "repository/sqlcipher/sqlcipher_records.h"

#include <algorithm>
#include <array>

namespace peil::server::repository {

namespace {

template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> optionalBytes(const Row& row, int column) {
    if (row.isNull(column)) return std::nullopt;
    const auto blob = row.blob(column);
    std::array<std::uint8_t, N> bytes{};
    std::copy_n(blob.begin(), std::min(N, blob.size()), bytes.begin());
    return bytes;
}

/// Without its answers.
OpenInterview openOf(const Row& row) {
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

EnvelopeRow envelopeOf(const Row& row) {
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
            .itemSignature = optionalBytes<64>(row, 16),
            .holdsKeys = row.integer(17) != 0};
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

Result<StoredKeys> Records::storedUnder(const std::string& kind, const ItemKeys& keys, const crypto::Digest& hash,
                                        const std::optional<crypto::Signature>& signature) {
    const auto receipt = [](const Row& row) { return row.blob(0); };
    PEIL_TRY(auto same,
             Query(m_db,
                   "SELECT coalesce((SELECT r.receipt FROM envelope r WHERE r.interview = ?1 "
                   "AND r.revision = ?2 AND r.kind = ?7 AND r.device = ?3 AND r.hash = ?5 AND r.status = 1), receipt) "
                   "FROM envelope WHERE interview = ?1 AND revision = ?2 AND device = ?3 "
                   "AND sequence = ?4 AND hash = ?5 AND kind = ?7 AND (item_signature IS ?6 "
                   "OR (reason <> 'bad_signature' AND (status <> 3 OR holds_keys = 1))) "
                   "ORDER BY number LIMIT 1",
                   keys.interview, keys.revision, keys.device, keys.sequence, hash, signature, kind)
                 .row(receipt));
    if (same) return StoredKeys{hash, hash, std::move(*same)};

    const auto first = [](const Row& row) { return bytes32(row, 0); };
    StoredKeys found;
    PEIL_TRY(found.byInterview,
             Query(m_db,
                   "SELECT hash FROM envelope WHERE interview = ?1 AND revision = ?2 "
                   "AND kind = ?4 AND holds_keys = 1 AND (status <> 2 OR device = ?3) ORDER BY number LIMIT 1",
                   keys.interview, keys.revision, keys.device, kind)
                 .row(first));
    PEIL_TRY(found.bySequence, Query(m_db,
                                     "SELECT hash FROM envelope WHERE device = ?1 AND sequence = ?2 "
                                     "AND holds_keys = 1 ORDER BY number LIMIT 1",
                                     keys.device, keys.sequence)
                                   .row(first));
    return found;
}

Result<> Records::addEnvelope(const EnvelopeRow& row) {
    PEIL_CHECK(
        Query(m_db,
              "INSERT INTO envelope(interview, revision, device, sequence, hash, bytes, status, reason, outcome, "
              "receipt, audit_head, received_at, holds_keys, form_hash, kind, previous, item_signature) "
              "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
              row.keys.interview, row.keys.revision, row.keys.device, row.keys.sequence, row.hash, row.bytes,
              row.status, row.quarantineReason, row.outcome, row.receipt, row.auditHead, row.receivedAt, row.holdsKeys,
              row.formHash, row.kind, row.previous, row.itemSignature)
            .run());
    PEIL_CHECK(addOpenAnswers(m_db.lastInsertId(), row.open));
    PEIL_CHECK(Query(m_db, "UPDATE server_state SET audit_head = ?1", row.auditHead).run());
    return appendToLog(logEntryOf(row));
}

Result<> Records::addOpenAnswers(std::int64_t envelope, const std::vector<OpenAnswer>& answers) {
    for (const auto& open : answers)
        PEIL_CHECK(Query(m_db, "INSERT INTO open_answer(envelope, name, value, reason) VALUES(?1, ?2, ?3, ?4)",
                         envelope, open.name, open.value, open.reason)
                       .run());
    return {};
}

Result<std::vector<EnvelopeRow>> Records::envelopes(std::int64_t after, std::int64_t limit, std::size_t maxBytes,
                                                    const std::string& kind) {
    PEIL_TRY(auto select, m_db.prepare(PEIL_SELECT_ENVELOPE "WHERE number > ?1 AND (?3 = '' OR kind = ?3) "
                                                            "ORDER BY number LIMIT ?2"));
    select.bind(1, after).bind(2, limit).bind(3, kind);
    return envelopesOf(select, maxBytes);
}

Result<std::vector<OpenInterview>> Records::openInterviews() {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT e.interview, e.revision, e.device, e.outcome, e.form_hash, r.state, r.duplicate_of, "
                          "a.name, a.value, a.reason FROM envelope e "
                          "LEFT JOIN review r ON r.interview = e.interview AND r.revision = e.revision "
                          "LEFT JOIN open_answer a ON a.envelope = e.number WHERE e.status = 1 "
                          "AND e.kind = 'interview' AND e.revision = (SELECT max(f.revision) FROM envelope f "
                          "WHERE f.interview = e.interview AND f.kind = 'interview' AND f.status = 1) "
                          "ORDER BY e.number, a.rowid"));
    std::vector<OpenInterview> interviews;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return interviews;
        if (interviews.empty() || interviews.back().interview.text() != select.text(0))
            interviews.push_back(openOf(select));
        if (!select.isNull(7)) interviews.back().answers.push_back({select.text(7), select.text(8), select.text(9)});
    }
}

Result<std::vector<OpenPartRow>> Records::openParts(const std::string& kind) {
    return Query(m_db,
                 "SELECT e.device, d.city_code, e.bytes FROM envelope e JOIN device d ON d.id = e.device "
                 "WHERE e.kind = ?1 AND e.status = 1 ORDER BY e.number",
                 kind)
        .rows([](const Row& row) {
            return OpenPartRow{DeviceId(row.text(0)), row.text(1), row.blob(2)};
        });
}

Result<std::optional<DeviceId>> Records::ownerOf(const std::string& kind, const InterviewId& id) {
    return Query(m_db,
                 "SELECT device FROM envelope WHERE interview = ?1 AND kind = ?2 AND status <> 2 AND holds_keys = 1 "
                 "ORDER BY number LIMIT 1",
                 id, kind)
        .row([](const Row& row) { return DeviceId(row.text(0)); });
}

Result<std::vector<crypto::Digest>> Records::hashesOf(const InterviewId& interview) {
    return Query(m_db, "SELECT hash FROM envelope WHERE interview = ?1 AND kind = 'interview' ORDER BY number",
                 interview)
        .rows([](const Row& row) { return bytes32(row, 0); });
}

Result<std::vector<std::int64_t>> Records::usedNumbers(const DeviceId& device) {
    return Query(m_db,
                 "SELECT DISTINCT sequence FROM envelope WHERE device = ?1 AND holds_keys = 1 "
                 "ORDER BY sequence",
                 device)
        .rows([](const Row& row) { return row.integer(0); });
}

Result<std::vector<HeldRow>> Records::heldUnder(const DeviceId& device, std::int64_t sequence) {
    return Query(m_db,
                 "SELECT hash, previous, status FROM envelope WHERE device = ?1 "
                 "AND sequence = ?2 AND holds_keys = 1 ORDER BY number",
                 device, sequence)
        .rows([](const Row& row) {
            return HeldRow{bytes32(row, 0), optionalBytes<32>(row, 1), static_cast<EnvelopeStatus>(row.integer(2))};
        });
}

Result<std::int64_t> Records::highestSequence(const DeviceId& device) {
    const auto number = [](const Row& row) { return row.integer(0); };
    PEIL_TRY(const auto found, Query(m_db,
                                     "SELECT sequence FROM envelope WHERE device = ?1 AND holds_keys = 1 "
                                     "ORDER BY sequence DESC LIMIT 1",
                                     device)
                                   .row(number));
    return found.value_or(0);
}

Result<std::vector<TallyRow>> Records::tallies() {
    return Query(m_db, "SELECT device, kind, status, reason, count(*) FROM envelope "
                       "GROUP BY device, kind, status, reason ORDER BY device, kind, status, reason")
        .rows([](const Row& row) {
            return TallyRow{DeviceId(row.text(0)), row.text(1), static_cast<EnvelopeStatus>(row.integer(2)),
                            row.text(3), row.integer(4)};
        });
}

Result<std::optional<EnvelopeRow>> Records::unproven(const DeviceId& device, std::int64_t sequence,
                                                     const crypto::Digest& hash) {
    return Query(m_db,
                 PEIL_SELECT_ENVELOPE "WHERE device = ?1 AND sequence = ?2 AND hash = ?3 AND holds_keys = 0 "
                                      "ORDER BY number LIMIT 1",
                 device, sequence, hash)
        .row(envelopeOf);
}

Result<bool> Records::isTaken(const DeviceId& device, std::int64_t sequence, const crypto::Digest& hash) {
    return Query(m_db,
                 "SELECT 1 FROM envelope WHERE device = ?1 AND sequence = ?2 AND hash <> ?3 AND holds_keys = 1 "
                 "AND NOT EXISTS (SELECT 1 FROM envelope WHERE device = ?1 AND sequence = ?2 AND hash = ?3 "
                 "AND status <> 2) LIMIT 1",
                 device, sequence, hash)
        .any();
}

Result<std::vector<OpenAnswer>> Records::openAnswers(std::int64_t envelope) {
    return Query(m_db, "SELECT name, value, reason FROM open_answer WHERE envelope = ?1 ORDER BY rowid", envelope)
        .rows([](const Row& row) {
            return OpenAnswer{row.text(0), row.text(1), row.text(2)};
        });
}

} // namespace peil::server::repository
