// SPDX-License-Identifier: Apache-2.0
// The state of the server, study packs and benchmarks.
#include "repository/sqlcipher/sqlcipher_records.h"

#include <algorithm>

namespace peil::server::repository {

namespace {

std::optional<double> realOrNothing(const Row& row, int column) {
    if (row.isNull(column)) return std::nullopt;
    return row.real(column);
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
    return Query(m_db,
                 "INSERT INTO pack(hash, form_hash, bytes, signer, published_at, turn) "
                 "VALUES(?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(turn), 0) + 1 FROM pack)) "
                 "ON CONFLICT(hash) DO UPDATE SET turn = excluded.turn, "
                 "published_at = excluded.published_at",
                 pack.hash, pack.formHash, pack.bytes, pack.signer, pack.publishedAt)
        .run();
}

Result<std::optional<PackRow>> Records::currentPack() {
    return Query(m_db, "SELECT hash, form_hash, bytes, signer, published_at FROM pack ORDER BY turn DESC LIMIT 1")
        .row([](const Row& row) {
            return PackRow{row.text(0), row.text(1), row.blob(2), bytes32(row, 3), timeFrom(row.integer(4))};
        });
}

Result<std::optional<Bytes>> Records::packBytes(const std::string& hash) {
    return Query(m_db, "SELECT bytes FROM pack WHERE hash = ?1", hash).row([](const Row& row) { return row.blob(0); });
}

Result<std::optional<PackRow>> Records::packWithForm(const std::string& formHash) {
    return Query(m_db,
                 "SELECT hash, form_hash, bytes, signer, published_at FROM pack "
                 "WHERE form_hash = ?1 ORDER BY turn DESC LIMIT 1",
                 formHash)
        .row([](const Row& row) {
            return PackRow{row.text(0), row.text(1), row.blob(2), bytes32(row, 3), timeFrom(row.integer(4))};
        });
}

Result<std::vector<std::string>> Records::packHashes() {
    return Query(m_db, "SELECT hash FROM pack ORDER BY turn").rows([](const Row& row) { return row.text(0); });
}

Result<> Records::setBenchmarks(const std::vector<BenchmarkRow>& rows) {
    PEIL_CHECK(Query(m_db, "DELETE FROM benchmark").run());
    for (const auto& row : rows)
        PEIL_CHECK(Query(m_db,
                         "INSERT INTO benchmark(group_id, area, people, whole, published_n, "
                         "published_lower, published_upper, register, year, definition, deduplicated) "
                         "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                         row.groupId, row.area, row.count, row.whole, row.publishedN, row.publishedLower,
                         row.publishedUpper, row.registerName, row.year, row.definition, row.deduplicated)
                       .run());
    return {};
}

Result<std::vector<BenchmarkRow>> Records::benchmarks() {
    return Query(m_db, "SELECT group_id, area, people, whole, published_n, published_lower, "
                       "published_upper, register, year, definition, deduplicated FROM benchmark ORDER BY rowid")
        .rows([](const Row& row) {
            return BenchmarkRow{row.text(0),           row.text(1),           row.real(2),
                                row.integer(3) == 1,   realOrNothing(row, 4), realOrNothing(row, 5),
                                realOrNothing(row, 6), row.text(7),           row.text(8),
                                row.text(9),           row.text(10)};
        });
}

} // namespace peil::server::repository
