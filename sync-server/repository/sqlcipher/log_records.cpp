// SPDX-License-Identifier: Apache-2.0
// The log of the server: one leaf for each envelope and act, the complete subtrees above them, the newest checkpoint,
// and which checkpoints tablets have shown.
#include "peil/protocol/merkle.h"
#include "peil/storage/error.h"
#include "repository/sqlcipher/sqlcipher_records.h"

namespace peil::server::repository {

Result<> Records::appendToLog(ByteView entry) {
    PEIL_TRY(const auto size, logSize());
    const auto read = [this](int level, std::int64_t index) { return logNode(level, index); };
    PEIL_TRY(const auto nodes, protocol::merkle::append(size, protocol::merkle::leafHash(entry), read));
    PEIL_TRY(auto insert, m_db.prepare("INSERT INTO log_node(level, idx, hash) VALUES(?1, ?2, ?3)"));
    for (const auto& node : nodes)
        PEIL_CHECK(insert.bind(1, std::int64_t{node.level}).bind(2, node.index).bindBlob(3, node.hash).run());
    return {};
}

Result<std::int64_t> Records::logSize() {
    const auto next = [](const Row& row) { return row.integer(0) + 1; };
    PEIL_TRY(const auto found,
             Query(m_db, "SELECT idx FROM log_node WHERE level = 0 ORDER BY idx DESC LIMIT 1").row(next));
    return found.value_or(0);
}

Result<crypto::Digest> Records::logNode(int level, std::int64_t index) {
    PEIL_TRY(auto select, m_db.prepare("SELECT hash FROM log_node WHERE level = ?1 AND idx = ?2"));
    PEIL_TRY(const bool found, select.bind(1, std::int64_t{level}).bind(2, index).step());
    if (!found)
        return fail(storage::StorageErrc::NotFound,
                    "A hash is missing from the store's log; it was removed, or the store is damaged.");
    return bytes32(select, 0);
}

Result<std::optional<CheckpointRow>> Records::checkpoint() {
    return Query(m_db, "SELECT epoch, size, bytes FROM checkpoint").row([](const Row& row) {
        return CheckpointRow{row.text(0), row.integer(1), row.blob(2)};
    });
}

Result<> Records::setCheckpoint(const CheckpointRow& row) {
    return Query(m_db,
                 "INSERT INTO checkpoint(id, epoch, size, bytes) VALUES(1, ?1, ?2, ?3) "
                 "ON CONFLICT(id) DO UPDATE SET epoch = excluded.epoch, size = excluded.size, "
                 "bytes = excluded.bytes",
                 row.epoch, row.size, row.bytes)
        .run();
}

/// One that contradicts stays: it is the evidence.
Result<> Records::putWitness(const WitnessRow& row) {
    return Query(m_db,
                 "INSERT INTO witness(device, at, epoch, size, root, verdict) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
                 "ON CONFLICT(device) DO UPDATE SET at = excluded.at, epoch = excluded.epoch, size = "
                 "excluded.size, root = excluded.root, verdict = excluded.verdict WHERE verdict <> 3",
                 row.device, row.at, row.epoch, row.size, row.root, row.verdict)
        .run();
}

Result<std::vector<WitnessRow>> Records::witnesses() {
    return Query(m_db, "SELECT device, at, epoch, size, root, verdict FROM witness ORDER BY device")
        .rows([](const Row& row) {
            return WitnessRow{DeviceId(row.text(0)), timeFrom(row.integer(1)), row.text(2),
                              row.integer(3),        bytes32(row, 4),          static_cast<int>(row.integer(5))};
        });
}

} // namespace peil::server::repository
