// SPDX-License-Identifier: Apache-2.0
// Opening: key, profile, schema. The order of the steps is the point; see README.md, "Opening".
#include "database_impl.h"
#include "sqlite_error.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace peil::storage {
namespace {

/// Makes `file` for the owner alone. An existing file is not touched: closing a descriptor of it would drop the locks
/// that this process holds on it.
bool createPrivate(const std::filesystem::path& file) {
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) ::close(fd);
    return fd >= 0;
}

/// "x'<64 hex digits>'": SQLCipher takes it as the key itself and derives nothing.
crypto::SecretBytes rawKeyForm(const crypto::SecretKey& key) {
    static constexpr std::string_view digits = "0123456789abcdef";
    crypto::SecretBytes form(3 + 2 * crypto::kKeyBytes);
    auto out = form.writable();
    out[0] = 'x';
    out[1] = '\'';
    std::size_t at = 2;
    for (const auto byte : key.view()) {
        out[at++] = static_cast<std::uint8_t>(digits[byte >> 4U]);
        out[at++] = static_cast<std::uint8_t>(digits[byte & 15U]);
    }
    out[at] = '\'';
    return form;
}

Result<> giveKey(Database::Impl& impl, const crypto::SecretKey& key) {
    // Memory security must be on before the key comes.
    PEIL_CHECK(impl.execute("PRAGMA cipher_memory_security=ON"));
    const auto form = rawKeyForm(key);
    const int rc = ::sqlite3_key_v2(impl.db.get(), "main", form.view().data(), static_cast<int>(form.size()));
    if (rc != SQLITE_OK) return tl::unexpected(impl.error(rc));
    // The log would write lines to stderr for a wrong key. The first key of a process turns it on again, so this comes
    // after the key; the key is tried only when the first page is read.
    return impl.execute("PRAGMA cipher_log=off");
}

/// First value of the first row of fixed text; 0 if there is no row.
Result<std::int64_t> number(Database::Impl& impl, const char* sql) {
    PEIL_TRY(const auto statement, impl.take(sql));
    const int rc = ::sqlite3_step(statement.get());
    if (rc == SQLITE_DONE) return 0;
    if (rc != SQLITE_ROW) return tl::unexpected(impl.error(rc));
    return ::sqlite3_column_int64(statement.get(), 0);
}

Result<std::int64_t> schemaVersion(Database::Impl& impl) {
    // The first read of a page: a wrong key shows here.
    PEIL_TRY(const auto tables, number(impl, "SELECT count(*) FROM sqlite_schema WHERE name='peil_schema'"));
    if (tables == 0) return 0;
    return number(impl, "SELECT version FROM peil_schema");
}

Result<> setVersion(Database::Impl& impl, int version) {
    PEIL_CHECK(impl.execute("DELETE FROM peil_schema"));
    PEIL_TRY(const auto insert, impl.take("INSERT INTO peil_schema(version) VALUES(?1)"));
    ::sqlite3_bind_int(insert.get(), 1, version);
    if (const int rc = ::sqlite3_step(insert.get()); rc != SQLITE_DONE) return tl::unexpected(impl.error(rc));
    return {};
}

/// All missing migrations in one transaction. With nothing to do the empty transaction still takes the lock.
Result<> migrate(Database::Impl& impl, std::int64_t from, std::span<const Migration> migrations) {
    PEIL_CHECK(impl.execute("BEGIN EXCLUSIVE"));
    const auto apply = [&]() -> Result<> {
        if (from == 0)
            PEIL_CHECK(impl.execute("CREATE TABLE IF NOT EXISTS peil_schema(version INTEGER NOT NULL) STRICT"));
        for (const auto& migration : migrations) {
            if (migration.version <= from) continue;
            PEIL_CHECK(impl.execute(migration.sql));
            PEIL_CHECK(setVersion(impl, migration.version));
        }
        return impl.execute("COMMIT");
    };
    auto applied = apply();
    if (!applied) ::sqlite3_exec(impl.db.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    return applied;
}

/// What must hold before the first page is read or written.
Result<> beforeFirstPage(Database::Impl& impl) {
    PEIL_CHECK(impl.execute("PRAGMA locking_mode=EXCLUSIVE"));
    PEIL_CHECK(impl.execute("PRAGMA synchronous=EXTRA"));
    PEIL_CHECK(impl.execute("PRAGMA secure_delete=ON"));
    PEIL_CHECK(impl.execute("PRAGMA foreign_keys=ON"));
    PEIL_CHECK(impl.execute("PRAGMA trusted_schema=OFF"));
    PEIL_CHECK(impl.execute("PRAGMA temp_store=MEMORY"));
    // A file that does not open must not be written by a checkpoint at close either.
    ::sqlite3_db_config(impl.db.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    ::sqlite3_db_config(impl.db.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return {};
}

/// SQLite answers with the mode that holds afterwards, and without an error when that is not the one requested.
Result<> setJournal(Database::Impl& impl, const char* sql, std::string_view mode) {
    PEIL_TRY(const auto statement, impl.take(sql));
    if (const int rc = ::sqlite3_step(statement.get()); rc != SQLITE_ROW) return tl::unexpected(impl.error(rc));
    const auto* now = reinterpret_cast<const char*>(::sqlite3_column_text(statement.get(), 0));
    if (now == nullptr || mode != now)
        return fail(StorageErrc::OpenFailed, "\"" + impl.file.string() + "\" cannot be written durably on this disk.");
    return {};
}

Result<> applyProfile(Database::Impl& impl, Profile profile) {
    if (profile == Profile::Tablet) return setJournal(impl, "PRAGMA journal_mode=TRUNCATE", "truncate");
    PEIL_CHECK(setJournal(impl, "PRAGMA journal_mode=WAL", "wal"));
    PEIL_CHECK(impl.execute("PRAGMA synchronous=FULL"));
    ::sqlite3_db_config(impl.db.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return {};
}

Result<> prepareFile(Database::Impl& impl, const crypto::SecretKey& key, Profile profile,
                     std::span<const Migration> migrations) {
    PEIL_CHECK(giveKey(impl, key));
    PEIL_CHECK(beforeFirstPage(impl));
    PEIL_TRY(const auto version, schemaVersion(impl));
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (version > newest)
        return fail(StorageErrc::SchemaTooNew,
                    "\"" + impl.file.string() + "\" was written by a later version of Peil: install that version.");
    PEIL_CHECK(applyProfile(impl, profile));
    return migrate(impl, version, migrations);
}

} // namespace

Result<Database> Database::open(const std::filesystem::path& file, const crypto::SecretKey& key, Profile profile,
                                std::span<const Migration> migrations) {
    const bool created = createPrivate(file);
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    sqlite3* db = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int rc = ::sqlite3_open_v2(file.c_str(), &db, flags, nullptr);
    impl->db.reset(db);
    Result<> ready;
    if (rc != SQLITE_OK)
        ready = tl::unexpected(impl->error(rc));
    else
        ready = prepareFile(*impl, key, profile, migrations);
    if (ready) return Database(std::move(impl));
    impl.reset();
    if (created) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
    return tl::unexpected(std::move(ready).error());
}

} // namespace peil::storage
