// SPDX-License-Identifier: Apache-2.0
// The state of the server, study packs and benchmarks.
#include "repository/sqlcipher/sqlcipher_records.h"

#include <algorithm>

namespace peil::server::repository {

namespace {

std::optional<double> realOrNothing(const storage::Statement& row, int column) {
    if (row.isNull(column)) return std::nullopt;
    return row.real(column);
}

void bindOptional(storage::Statement& statement, int index, const std::optional<double>& value) {
    if (value)
        statement.bind(index, *value);
    else
        statement.bindNull(index);
}

} // namespace

std::array<std::uint8_t, 32> bytes32(const storage::Statement& statement, int column) {
    std::array<std::uint8_t, 32> out{};
    const auto bytes = statement.blob(column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), out.size()), out.begin());
    return out;
}

Result<> Records::backupTo(const std::filesystem::path& file) {
    return m_db.backupTo(file);
}

Result<std::string> Records::epoch() {
    PEIL_TRY(auto select, m_db.prepare("SELECT epoch FROM server_state"));
    PEIL_CHECK(select.step());
    return select.text(0);
}

Result<crypto::Digest> Records::auditHead() {
    PEIL_TRY(auto select, m_db.prepare("SELECT audit_head FROM server_state"));
    PEIL_CHECK(select.step());
    return bytes32(select, 0);
}

Result<> Records::addPack(const PackRow& pack) {
    PEIL_TRY(auto insert, m_db.prepare("INSERT INTO pack(hash, form_hash, bytes, signer, published_at, turn) "
                                       "VALUES(?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(turn), 0) + 1 FROM pack)) "
                                       "ON CONFLICT(hash) DO UPDATE SET turn = excluded.turn, "
                                       "published_at = excluded.published_at"));
    return insert.bind(1, pack.hash)
        .bind(2, pack.formHash)
        .bindBlob(3, pack.bytes)
        .bindBlob(4, pack.signer)
        .bind(5, toStored(pack.publishedAt))
        .run();
}

Result<std::optional<PackRow>> Records::currentPack() {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT hash, form_hash, bytes, signer, published_at FROM pack ORDER BY turn DESC LIMIT 1"));
    PEIL_TRY(const bool found, select.step());
    if (!found) return std::optional<PackRow>{};
    return std::optional<PackRow>{
        PackRow{select.text(0), select.text(1), select.blob(2), bytes32(select, 3), timeFrom(select.integer(4))}};
}

Result<std::optional<Bytes>> Records::packBytes(const std::string& hash) {
    PEIL_TRY(auto select, m_db.prepare("SELECT bytes FROM pack WHERE hash = ?1"));
    PEIL_TRY(const bool found, select.bind(1, hash).step());
    if (!found) return std::optional<Bytes>{};
    return std::optional<Bytes>{select.blob(0)};
}

Result<std::optional<PackRow>> Records::packWithForm(const std::string& formHash) {
    PEIL_TRY(auto select, m_db.prepare("SELECT hash, form_hash, bytes, signer, published_at FROM pack "
                                       "WHERE form_hash = ?1 ORDER BY turn DESC LIMIT 1"));
    PEIL_TRY(const bool found, select.bind(1, formHash).step());
    if (!found) return std::optional<PackRow>{};
    return std::optional<PackRow>{
        PackRow{select.text(0), select.text(1), select.blob(2), bytes32(select, 3), timeFrom(select.integer(4))}};
}

Result<std::vector<std::string>> Records::packHashes() {
    PEIL_TRY(auto select, m_db.prepare("SELECT hash FROM pack ORDER BY turn"));
    std::vector<std::string> hashes;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return hashes;
        hashes.push_back(select.text(0));
    }
}

Result<> Records::setBenchmarks(const std::vector<BenchmarkRow>& rows) {
    PEIL_TRY(auto clear, m_db.prepare("DELETE FROM benchmark"));
    PEIL_CHECK(clear.run());
    PEIL_TRY(auto insert, m_db.prepare("INSERT INTO benchmark(group_id, area, people, whole, published_n, "
                                       "published_lower, published_upper, register, year, definition, deduplicated) "
                                       "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"));
    for (const auto& row : rows) {
        insert.bind(1, row.groupId).bind(2, row.area).bind(3, row.count).bind(4, std::int64_t{row.whole ? 1 : 0});
        bindOptional(insert, 5, row.publishedN);
        bindOptional(insert, 6, row.publishedLower);
        bindOptional(insert, 7, row.publishedUpper);
        insert.bind(8, row.registerName).bind(9, row.year).bind(10, row.definition).bind(11, row.deduplicated);
        PEIL_CHECK(insert.run());
    }
    return {};
}

Result<std::vector<BenchmarkRow>> Records::benchmarks() {
    PEIL_TRY(auto select,
             m_db.prepare("SELECT group_id, area, people, whole, published_n, published_lower, "
                          "published_upper, register, year, definition, deduplicated FROM benchmark ORDER BY rowid"));
    std::vector<BenchmarkRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back({select.text(0), select.text(1), select.real(2), select.integer(3) == 1,
                        realOrNothing(select, 4), realOrNothing(select, 5), realOrNothing(select, 6), select.text(7),
                        select.text(8), select.text(9), select.text(10)});
    }
}

} // namespace peil::server::repository
