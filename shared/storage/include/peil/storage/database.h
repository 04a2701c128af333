// SPDX-License-Identifier: Apache-2.0
#pragma once

// One SQLCipher file; all SQL goes through this class. Statements are string literals with bound parameters and are
// never composed at run time (tests/checks).

#include "peil/crypto/secret.h"
#include "peil/storage/error.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peil::storage {

/// Durability profile, measured (README.md, "Durability"). Both lock the file exclusively while it is open.
enum class Profile {
    Tablet, ///< journal TRUNCATE, synchronous EXTRA, exclusive lock: every commit durable
    Server, ///< synchronous EXTRA first, then WAL and FULL; this is the one connection that writes and checkpoints
};

/// One migration: the version it leads to and its statements.
struct Migration {
    int version;
    const char* sql;
};

class Statement;

/// Move-only; closes (and forgets the key) on destruction. Threads: one object on one thread at a time.
class Database {
public:
    /// Opens or creates `file`, verifies the key and migrates in one transaction.
    /// @return WrongKey, SchemaTooNew, Busy, DiskFull, OpenFailed; the file is then unchanged.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, const crypto::SecretKey& key,
                                               Profile profile, std::span<const Migration> migrations);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Compiles once and keeps for the life of the database. `sql` must be a string literal.
    [[nodiscard]] Result<Statement> prepare(const char* sql);
    /// Runs `work` in a transaction: committed when it returns a value, undone when it returns an error or throws.
    [[nodiscard]] Result<> transaction(const std::function<Result<>()>& work);
    [[nodiscard]] std::int64_t lastInsertId() const;
    [[nodiscard]] std::int64_t changedRows() const;
    /// Verifies each page's authentication and the structure. @return Corrupt.
    [[nodiscard]] Result<> checkIntegrity();
    /// Encrypted copy under the same key, while in use. @return DiskFull, IoError.
    [[nodiscard]] Result<> backupTo(const std::filesystem::path& file);

    struct Impl;

private:
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// A compiled statement, reset when it goes out of scope. Borrowed from its Database.
class Statement {
public:
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    Statement& bindBlob(int index, ByteView bytes);
    Statement& bindNull(int index);
    /// True when there is a row.
    [[nodiscard]] Result<bool> step();
    /// Steps to the end; for statements that give no rows.
    [[nodiscard]] Result<> run();

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

private:
    friend class Database;
    struct Impl;
    explicit Statement(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace peil::storage
