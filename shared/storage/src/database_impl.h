// SPDX-License-Identifier: Apache-2.0
#pragma once

// The inside of Database and Statement, shared by the files of this folder. Not for: anyone else.

#include "peil/storage/database.h"

#include <memory>
#include <sqlcipher/sqlite3.h>
#include <unordered_map>

namespace peil::storage {

struct CloseDatabase {
    void operator()(sqlite3* db) const noexcept { ::sqlite3_close(db); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const noexcept { ::sqlite3_finalize(statement); }
};
using CompiledStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

struct Database::Impl {
    std::filesystem::path file;
    std::unique_ptr<sqlite3, CloseDatabase> db;
    /// Statements that no one uses now, by their text. The texts are literals, so the views stay valid. Declared after
    /// `db`, so that they go before it.
    std::unordered_map<std::string_view, std::vector<CompiledStatement>> idle;
    /// After a device error the content of the disk is unknown: nothing is acknowledged afterwards (CONTRACT.md, P10).
    bool broken = false;

    [[nodiscard]] Error error(int rc);
    /// For fixed text without parameters or rows.
    [[nodiscard]] Result<> execute(const char* sql);
    [[nodiscard]] Result<CompiledStatement> take(std::string_view sql);
};

struct Statement::Impl {
    Database::Impl* database = nullptr; ///< null after a move
    std::string_view sql;
    CompiledStatement statement;
    int bindError = SQLITE_OK;

    void note(int rc) {
        if (bindError == SQLITE_OK) bindError = rc;
    }
};

} // namespace peil::storage
