// SPDX-License-Identifier: Apache-2.0
#include "app/backup.h"

#include "app/control.h"
#include "peil/base/file.h"
#include "peil/storage/database.h"
#include "repository/sqlcipher/schema.h"
#include "services/error.h"
#include "services/server_keys.h"

namespace peil::server {

namespace {

namespace fs = std::filesystem;
using services::ServiceErrc;

constexpr const char* kStore = "server.db";
constexpr std::uintmax_t kMaxList = std::uintmax_t{64} << 20U;

tl::unexpected<Error> cannot(const std::string& what) {
    return fail(ServiceErrc::BadDataFolder, what);
}

Result<> makeFolder(const fs::path& target) {
    std::error_code error;
    if (fs::exists(target, error))
        return cannot("\"" + target.string() + "\" already exists; give a new folder for the backup.");
    fs::create_directories(target, error);
    if (!error) fs::permissions(target, fs::perms::owner_all, error);
    if (error) return cannot("Cannot create the folder \"" + target.string() + "\": " + error.message() + ".");
    return {};
}

Result<> copyFile(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (!fs::exists(from, error)) return {};
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (error)
        return cannot("Cannot copy \"" + from.string() + "\" to \"" + to.string() + "\": " + error.message() + ".");
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
    return {};
}

Result<> copyWithdrawals(const fs::path& from, const fs::path& to) {
    std::error_code ignored;
    if (!fs::exists(from / "withdrawals", ignored)) return {};
    PEIL_TRY(const auto bytes, readFile(from / "withdrawals", kMaxList));
    return writeFileDurably(to / "withdrawals", bytes, FileMode::Private);
}

Result<> moveFile(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error)
        return cannot("Cannot rename \"" + from.string() + "\" to \"" + to.string() + "\": " + error.message() + ".");
    return {};
}

Result<services::ServerKeys> keysOf(const fs::path& data) {
    std::error_code ignored;
    if (!fs::exists(data / "keys/database.key", ignored))
        return cannot("\"" + data.string() +
                      "\" has no keys; restore its folder \"keys\" from the backup of the keys first.");
    SystemRng rng;
    return services::openServerKeys(data, {}, SystemClock{}.now(), rng);
}

Result<storage::Database> openStore(const fs::path& file, const crypto::SecretKey& key) {
    return storage::Database::open(file, key, storage::Profile::Server, repository::serverMigrations());
}

/// What SQLite has made is as open as the umask of its program lets it be.
void makePrivate(const fs::path& file) {
    std::error_code ignored;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

void removeStore(const fs::path& file) {
    std::error_code ignored;
    for (const auto* end : {"", "-wal", "-shm"})
        fs::remove(file.string() + end, ignored);
}

} // namespace

Result<> makeBackup(repository::Repository& repository, const fs::path& data, const fs::path& target) {
    PEIL_CHECK(makeFolder(target));
    // The list is copied last, so that it includes withdrawals made meanwhile.
    PEIL_CHECK(repository.read([&](repository::Records& records) { return records.backupTo(target / kStore); }));
    makePrivate(target / kStore);
    return copyWithdrawals(data, target);
}

Result<> backupStore(const fs::path& data, const fs::path& target) {
    const auto place = fs::absolute(target);
    PEIL_TRY(const auto answer, askServer(fs::absolute(data), "backup " + place.string()));
    if (answer) return *answer == "done" ? Result<>() : cannot(*answer);
    PEIL_TRY(const auto lock, services::DataFolderLock::take(data));
    PEIL_TRY(const auto keys, keysOf(data));
    std::error_code ignored;
    if (!fs::exists(data / kStore, ignored)) return cannot("\"" + data.string() + "\" has no store to copy.");
    PEIL_TRY(auto database, openStore(data / kStore, keys.databaseKey));
    PEIL_CHECK(makeFolder(place));
    PEIL_CHECK(database.backupTo(place / kStore));
    makePrivate(place / kStore);
    return copyWithdrawals(data, place);
}

Result<> restoreStore(const fs::path& backup, const fs::path& data) {
    std::error_code ignored;
    const auto source = backup / kStore;
    if (!fs::exists(source, ignored))
        return cannot("\"" + backup.string() + "\" has no server.db; give a folder that peil-server backup created.");
    PEIL_TRY(const auto lock, services::DataFolderLock::take(data));
    PEIL_TRY(const auto keys, keysOf(data));
    const auto coming = data / "server.db.coming", before = data / "server.db.before";
    removeStore(coming);
    PEIL_CHECK(copyFile(source, coming));
    PEIL_CHECK(copyFile(source.string() + "-wal", coming.string() + "-wal"));
    const auto checked = [&]() -> Result<> {
        PEIL_TRY(auto database, openStore(coming, keys.databaseKey));
        return database.checkIntegrity();
    }();
    if (!checked) {
        removeStore(coming);
        return checked;
    }
    removeStore(before);
    if (fs::exists(data / kStore, ignored)) PEIL_CHECK(moveFile(data / kStore, before));
    if (fs::exists(data / "server.db-wal", ignored))
        PEIL_CHECK(moveFile(data / "server.db-wal", before.string() + "-wal"));
    fs::remove(data / "server.db-shm", ignored);
    fs::remove(data / "server.mark", ignored); // so that the next start detects the interruption
    PEIL_CHECK(moveFile(coming, data / kStore));
    if (!fs::exists(data / "withdrawals", ignored)) return copyWithdrawals(backup, data);
    return {};
}

} // namespace peil::server
