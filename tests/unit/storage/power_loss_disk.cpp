// SPDX-License-Identifier: Apache-2.0
#include "power_loss_disk.h"

#include "peil_test/rng.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <new>
#include <sqlcipher/sqlite3.h>
#include <string>
#include <vector>

namespace store_test {
namespace {

constexpr std::size_t kTornBytes = 512;

/// A write, or (without bytes) a truncation to `at`.
struct Pending {
    std::size_t at = 0;
    std::string bytes;
    bool truncation = false;
};

struct Content {
    std::string now;              ///< what the program reads
    std::string durable;          ///< what was there at the last sync
    std::vector<Pending> pending; ///< since then
};

using Folder = std::map<std::string, std::shared_ptr<Content>>;

struct World {
    Folder now;
    Folder durable;
    std::uint64_t operations = 0;
    std::uint64_t cutAt = 0;
    bool off = false;

    /// Counts an operation; true when there is no power to carry it out.
    bool cut() {
        if (!off && ++operations == cutAt) off = true;
        return off;
    }
};

World world;
sqlite3_vfs vfs;

void carryOut(std::string& content, const Pending& step) {
    if (step.truncation) {
        content.resize(step.at, '\0');
        return;
    }
    content.resize(std::max(content.size(), step.at + step.bytes.size()), '\0');
    content.replace(step.at, step.bytes.size(), step.bytes);
}

struct Handle {
    sqlite3_file base;
    std::shared_ptr<Content> content;
    std::string name;
};
Handle& handle(sqlite3_file* file) {
    return *reinterpret_cast<Handle*>(file);
}

int close(sqlite3_file* file) {
    handle(file).~Handle();
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* to, int count, sqlite3_int64 at) {
    if (world.off) return SQLITE_IOERR_READ;
    const auto& bytes = handle(file).content->now;
    const auto wanted = static_cast<std::size_t>(count);
    const auto from = std::min(static_cast<std::size_t>(at), bytes.size());
    const auto there = std::min(wanted, bytes.size() - from);
    std::memset(to, 0, wanted);
    std::memcpy(to, bytes.data() + from, there);
    return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int change(sqlite3_file* file, Pending step, int failure) {
    if (world.off) return failure;
    auto& content = *handle(file).content;
    // The operation under way at the cut may still have reached the platter.
    content.pending.push_back(step);
    if (world.cut()) return failure;
    carryOut(content.now, step);
    return SQLITE_OK;
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
    const std::string bytes(static_cast<const char*>(from), static_cast<std::size_t>(count));
    return change(file, {static_cast<std::size_t>(at), bytes, false}, SQLITE_IOERR_WRITE);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return change(file, {static_cast<std::size_t>(size), {}, true}, SQLITE_IOERR_TRUNCATE);
}

int sync(sqlite3_file* file, int) {
    if (world.cut()) return SQLITE_IOERR_FSYNC;
    auto& open = handle(file);
    open.content->durable = open.content->now;
    open.content->pending.clear();
    if (const auto entry = world.now.find(open.name); entry != world.now.end() && entry->second == open.content)
        world.durable[open.name] = open.content;
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(handle(file).content->now.size());
    return SQLITE_OK;
}

int lock(sqlite3_file*, int) {
    return SQLITE_OK;
}
int reserved(sqlite3_file*, int* out) {
    *out = 0;
    return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file*) {
    return 4096;
}
int traits(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

const sqlite3_io_methods kMethods{1,       close,   read,     write,   truncate,   sync,   fileSize,
                                  lock,    lock,    reserved, control, sectorSize, traits, nullptr,
                                  nullptr, nullptr, nullptr,  nullptr, nullptr};

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    if (world.off) return SQLITE_CANTOPEN;
    // The store itself is made by the program before SQLite opens it, so a missing file is an empty one.
    auto& entry = world.now[name == nullptr ? "temporary" : name];
    if (!entry) entry = std::make_shared<Content>();
    auto* made = new (file) Handle{{&kMethods}, entry, name == nullptr ? "temporary" : name};
    if (outFlags != nullptr) *outFlags = flags;
    return made->content ? SQLITE_OK : SQLITE_CANTOPEN;
}

int remove(sqlite3_vfs*, const char* name, int syncFolder) {
    if (!world.now.contains(name)) return SQLITE_IOERR_DELETE_NOENT;
    if (world.cut()) return SQLITE_IOERR_DELETE;
    world.now.erase(name);
    if (syncFolder != 0)
        std::erase_if(world.durable, [](const auto& entry) { return !world.now.contains(entry.first); });
    return SQLITE_OK;
}

int access(sqlite3_vfs*, const char* name, int, int* out) {
    *out = world.now.contains(name) ? 1 : 0;
    return SQLITE_OK;
}

/// One of the states in which the platter may be.
std::string afterCut(const Content& content, peil_test::SeededRng& rng) {
    auto bytes = content.durable;
    const auto mode = rng.next64() % 4; // nothing, everything, any subset, a beginning
    const auto beginning = rng.next64() % (content.pending.size() + 1);
    for (std::size_t i = 0; i < content.pending.size(); ++i) {
        const auto& step = content.pending[i];
        const bool reached = mode == 1 || (mode == 2 && rng.next64() % 2 == 0) || (mode == 3 && i < beginning);
        if (!reached) continue;
        const bool torn = !step.truncation && rng.next64() % 3 == 0;
        if (!torn) carryOut(bytes, step);
        for (std::size_t at = 0; torn && at < step.bytes.size(); at += kTornBytes)
            if (rng.next64() % 2 == 0) carryOut(bytes, {step.at + at, step.bytes.substr(at, kTornBytes), false});
    }
    return bytes;
}

} // namespace

PowerLossDisk::PowerLossDisk() {
    // Paths, time and randomness are the system's; files are ours.
    vfs = *::sqlite3_vfs_find("unix");
    vfs.zName = "peil-power-loss";
    vfs.szOsFile = sizeof(Handle);
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = access;
    ::sqlite3_vfs_register(&vfs, 1);
}

PowerLossDisk::~PowerLossDisk() {
    ::sqlite3_vfs_unregister(&vfs);
    ::sqlite3_vfs_register(::sqlite3_vfs_find("unix"), 1);
    world = {};
}

void PowerLossDisk::begin(std::uint64_t cutAt) {
    world = {};
    world.cutAt = cutAt;
}

std::uint64_t PowerLossDisk::operations() const {
    return world.operations;
}

void PowerLossDisk::powerUp(std::uint64_t seed) {
    peil_test::SeededRng rng(seed);
    auto names = world.durable;
    for (const auto& [name, content] : world.now)
        if (!names.contains(name) && rng.next64() % 2 == 0) names[name] = content;
    std::erase_if(names, [&](const auto& entry) { return !world.now.contains(entry.first) && rng.next64() % 2 == 0; });
    Folder after;
    for (const auto& [name, content] : names) {
        auto left = std::make_shared<Content>();
        left->durable = afterCut(*content, rng);
        left->now = left->durable;
        after[name] = left;
    }
    world = {};
    world.now = after;
    world.durable = after;
}

} // namespace store_test
