// SPDX-License-Identifier: Apache-2.0
#include "database_impl.h"
#include "sqlite_error.h"

#include <fcntl.h>
#include <unistd.h>

namespace peil::storage {
namespace {

/// Moves `from` to `to` durably.
bool renameDurably(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return false;
    const auto parent = to.has_parent_path() ? to.parent_path() : std::filesystem::path(".");
    const int folder = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0) ::close(folder);
    return synced;
}

} // namespace

Error Database::Impl::error(int rc) {
    auto error = errorOf(rc, db.get(), file);
    if (error.code == StorageErrc::IoError) broken = true;
    return error;
}

Result<> Database::Impl::execute(const char* sql) {
    if (broken) return tl::unexpected(error(SQLITE_IOERR));
    const int rc = ::sqlite3_exec(db.get(), sql, nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK) return tl::unexpected(error(rc));
    return {};
}

Result<CompiledStatement> Database::Impl::take(std::string_view sql) {
    if (broken) return tl::unexpected(error(SQLITE_IOERR));
    if (const auto found = idle.find(sql); found != idle.end() && !found->second.empty()) {
        auto statement = std::move(found->second.back());
        found->second.pop_back();
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    const int rc = ::sqlite3_prepare_v3(db.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (rc != SQLITE_OK) return tl::unexpected(error(rc));
    return CompiledStatement(statement);
}

Database::Database(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Statement> Database::prepare(const char* sql) {
    PEIL_TRY(auto compiled, m_impl->take(sql));
    auto impl = std::make_unique<Statement::Impl>();
    impl->database = m_impl.get();
    impl->sql = sql;
    impl->statement = std::move(compiled);
    return Statement(std::move(impl));
}

Result<> Database::transaction(const std::function<Result<>()>& work) {
    if (::sqlite3_get_autocommit(m_impl->db.get()) == 0)
        return fail(StorageErrc::BadStatement, "A transaction was started inside another one.");
    PEIL_CHECK(m_impl->execute("BEGIN IMMEDIATE"));
    // Undoes on every way out, a thrown exception included, unless the commit went through.
    struct Undo {
        sqlite3* db;
        ~Undo() {
            if (::sqlite3_get_autocommit(db) == 0) ::sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
        }
    } const undo{m_impl->db.get()};
    PEIL_CHECK(work());
    return m_impl->execute("COMMIT");
}

std::int64_t Database::lastInsertId() const {
    return ::sqlite3_last_insert_rowid(m_impl->db.get());
}

std::int64_t Database::changedRows() const {
    return ::sqlite3_changes64(m_impl->db.get());
}

Result<> Database::checkIntegrity() {
    // Gives one row for each page whose authentication fails.
    PEIL_TRY(auto pages, prepare("PRAGMA cipher_integrity_check"));
    PEIL_TRY(const bool badPage, pages.step());
    PEIL_TRY(auto structure, prepare("PRAGMA integrity_check(1)"));
    PEIL_TRY(const bool row, structure.step());
    if (badPage || !row || structure.text(0) != "ok")
        return fail(StorageErrc::Corrupt, "\"" + m_impl->file.string() + "\" is damaged: restore it from a copy.");
    return {};
}

Result<> Database::backupTo(const std::filesystem::path& file) {
    auto part = file;
    part += ".part";
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    const auto copy = [&]() -> Result<> {
        PEIL_TRY(auto vacuum, prepare("VACUUM INTO ?1"));
        return vacuum.bind(1, part.string()).run();
    };
    const bool wasBroken = m_impl->broken;
    auto copied = copy();
    if (copied && renameDurably(part, file)) return {};
    std::filesystem::remove(part, ignored);
    // A copy that fails says nothing about the store itself.
    m_impl->broken = wasBroken;
    if (!copied && (copied.error().code == StorageErrc::DiskFull || copied.error().code == StorageErrc::Corrupt))
        return copied;
    return fail(StorageErrc::IoError,
                "The copy \"" + file.string() + "\" cannot be written: check the folder and the disk.");
}

} // namespace peil::storage
