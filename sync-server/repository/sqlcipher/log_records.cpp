// SPDX-License-Identifier: Apache-2.0
// The log of the house: one leaf for each envelope and act, the complete subtrees above them, the newest checkpoint,
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
    PEIL_TRY(auto select, m_db.prepare("SELECT idx FROM log_node WHERE level = 0 ORDER BY idx DESC LIMIT 1"));
    PEIL_TRY(const bool found, select.step());
    return found ? select.integer(0) + 1 : 0;
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
    PEIL_TRY(auto select, m_db.prepare("SELECT epoch, size, bytes FROM checkpoint"));
    PEIL_TRY(const bool found, select.step());
    if (!found) return std::optional<CheckpointRow>{};
    return std::optional<CheckpointRow>{CheckpointRow{select.text(0), select.integer(1), select.blob(2)}};
}

Result<> Records::setCheckpoint(const CheckpointRow& row) {
    PEIL_TRY(auto insert, m_db.prepare("INSERT INTO checkpoint(id, epoch, size, bytes) VALUES(1, ?1, ?2, ?3) "
                                       "ON CONFLICT(id) DO UPDATE SET epoch = excluded.epoch, size = excluded.size, "
                                       "bytes = excluded.bytes"));
    return insert.bind(1, row.epoch).bind(2, row.size).bindBlob(3, row.bytes).run();
}

/// One that contradicts stays: it is the evidence.
Result<> Records::putWitness(const WitnessRow& row) {
    PEIL_TRY(auto insert,
             m_db.prepare("INSERT INTO witness(device, at, epoch, size, root, verdict) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
                          "ON CONFLICT(device) DO UPDATE SET at = excluded.at, epoch = excluded.epoch, size = "
                          "excluded.size, root = excluded.root, verdict = excluded.verdict WHERE verdict <> 3"));
    insert.bind(1, row.device.text()).bind(2, toStored(row.at)).bind(3, row.epoch).bind(4, row.size);
    return insert.bindBlob(5, row.root).bind(6, std::int64_t{row.verdict}).run();
}

Result<std::vector<WitnessRow>> Records::witnesses() {
    PEIL_TRY(auto select, m_db.prepare("SELECT device, at, epoch, size, root, verdict FROM witness ORDER BY device"));
    std::vector<WitnessRow> rows;
    for (;;) {
        PEIL_TRY(const bool more, select.step());
        if (!more) return rows;
        rows.push_back({DeviceId(select.text(0)), timeFrom(select.integer(1)), select.text(2), select.integer(3),
                        bytes32(select, 4), static_cast<int>(select.integer(5))});
    }
}

} // namespace peil::server::repository
