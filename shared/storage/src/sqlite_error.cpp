// SPDX-License-Identifier: Apache-2.0
#include "sqlite_error.h"

#include <cerrno>
#include <new>
#include <sqlcipher/sqlite3.h>
#include <string_view>

namespace peil::storage {
namespace {

/// SQLite knows ENOSPC as SQLITE_FULL; a quota and the limit on file size come as plain write errors.
bool outOfSpace(int rc, sqlite3* db) {
    if ((rc & 0xff) == SQLITE_FULL) return true;
    if ((rc & 0xff) != SQLITE_IOERR || db == nullptr) return false;
    const int system = ::sqlite3_system_errno(db);
    return system == ENOSPC || system == EDQUOT || system == EFBIG;
}

/// A page that fails authentication gives an error without a message; an invalid statement always has one.
bool isDamage(int rc, sqlite3* db) {
    return rc == SQLITE_ERROR && db != nullptr &&
           std::string_view(::sqlite3_errmsg(db)) == ::sqlite3_errstr(SQLITE_ERROR);
}

StorageErrc codeOf(int rc) {
    switch (rc & 0xff) {
    case SQLITE_NOTADB:
        return StorageErrc::WrongKey;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StorageErrc::Busy;
    case SQLITE_CORRUPT:
        return StorageErrc::Corrupt;
    case SQLITE_CONSTRAINT:
        return StorageErrc::Constraint;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return StorageErrc::OpenFailed;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return StorageErrc::BadStatement;
    default:
        return StorageErrc::IoError;
    }
}

std::string describe(StorageErrc code, int rc, sqlite3* db, const std::string& file) {
    switch (code) {
    case StorageErrc::WrongKey:
        return file + " does not open with this key, or it is damaged.";
    case StorageErrc::Busy:
        return file + " is in use by another program: close that program first.";
    case StorageErrc::DiskFull:
        return "The disk is full: nothing was written to " + file + ". Free some space and try again.";
    case StorageErrc::Corrupt:
        return file + " is damaged: restore it from a copy.";
    case StorageErrc::OpenFailed:
        return file + " cannot be opened for writing: check the folder and its permissions.";
    case StorageErrc::IoError:
        return "The disk that holds " + file + " does not read or write (" + ::sqlite3_errstr(rc) +
               "): nothing more is stored until the store is opened again.";
    default:
        break;
    }
    // SQLite's own sentence names tables and columns, never a value.
    return file + ": " + (db != nullptr ? ::sqlite3_errmsg(db) : ::sqlite3_errstr(rc)) + ".";
}

} // namespace

Error errorOf(int rc, sqlite3* db, const std::filesystem::path& file) {
    if ((rc & 0xff) == SQLITE_NOMEM) throw std::bad_alloc();
    const auto code = outOfSpace(rc, db) ? StorageErrc::DiskFull : isDamage(rc, db) ? StorageErrc::Corrupt : codeOf(rc);
    return {make_error_code(code), describe(code, rc, db, "\"" + file.string() + "\"")};
}

} // namespace peil::storage
