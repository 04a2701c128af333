// SPDX-License-Identifier: Apache-2.0
// A VFS in front of the system's own: all calls go through, xSync may fail.
#include "failing_disk.h"

#include <sqlcipher/sqlite3.h>

namespace store_test {
namespace {

constexpr int kNever = -1;
int syncsLeft = kNever;

sqlite3_vfs* systemVfs = nullptr;
sqlite3_vfs failingVfs;

/// Handed to SQLite; the system's own file lies right behind it in the same block.
struct Handle {
    sqlite3_file base;
};
sqlite3_file* inner(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<unsigned char*>(file) + sizeof(Handle));
}

int close(sqlite3_file* f) {
    return inner(f)->pMethods->xClose(inner(f));
}
int read(sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
    return inner(f)->pMethods->xRead(inner(f), to, n, at);
}
int write(sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
    return inner(f)->pMethods->xWrite(inner(f), from, n, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) {
    return inner(f)->pMethods->xTruncate(inner(f), size);
}
int sync(sqlite3_file* f, int flags) {
    if (syncsLeft == 0) return SQLITE_IOERR_FSYNC;
    if (syncsLeft > 0) --syncsLeft;
    return inner(f)->pMethods->xSync(inner(f), flags);
}
int fileSize(sqlite3_file* f, sqlite3_int64* size) {
    return inner(f)->pMethods->xFileSize(inner(f), size);
}
int lock(sqlite3_file* f, int level) {
    return inner(f)->pMethods->xLock(inner(f), level);
}
int unlock(sqlite3_file* f, int level) {
    return inner(f)->pMethods->xUnlock(inner(f), level);
}
int reserved(sqlite3_file* f, int* out) {
    return inner(f)->pMethods->xCheckReservedLock(inner(f), out);
}
int control(sqlite3_file* f, int op, void* data) {
    return inner(f)->pMethods->xFileControl(inner(f), op, data);
}
int sector(sqlite3_file* f) {
    return inner(f)->pMethods->xSectorSize(inner(f));
}
int traits(sqlite3_file* f) {
    return inner(f)->pMethods->xDeviceCharacteristics(inner(f));
}

const sqlite3_io_methods kMethods{1,       close,   read,     write,   truncate, sync,   fileSize,
                                  lock,    unlock,  reserved, control, sector,   traits, nullptr,
                                  nullptr, nullptr, nullptr,  nullptr, nullptr};

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    const int rc = systemVfs->xOpen(systemVfs, name, inner(file), flags, outFlags);
    if (inner(file)->pMethods != nullptr) file->pMethods = &kMethods;
    return rc;
}

} // namespace

FailingDisk::FailingDisk() {
    systemVfs = ::sqlite3_vfs_find("unix");
    failingVfs = *systemVfs;
    failingVfs.zName = "peil-failing";
    failingVfs.szOsFile = static_cast<int>(sizeof(Handle)) + systemVfs->szOsFile;
    failingVfs.xOpen = open;
    syncsLeft = kNever;
    ::sqlite3_vfs_register(&failingVfs, 1);
}

FailingDisk::~FailingDisk() {
    ::sqlite3_vfs_unregister(&failingVfs);
    ::sqlite3_vfs_register(systemVfs, 1);
}

void FailingDisk::failSyncs(bool fail) {
    syncsLeft = fail ? 0 : kNever;
}

void FailingDisk::failSyncAfter(int count) {
    syncsLeft = count;
}

} // namespace store_test
