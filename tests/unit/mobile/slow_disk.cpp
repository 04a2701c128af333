// SPDX-License-Identifier: Apache-2.0
#include "slow_disk.h"

#include <QtCore/qcoreapplication.h>

#include <condition_variable>
#include <mutex>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

using std::chrono::milliseconds;

/// The one disk of this process.
struct Disk {
    std::mutex mutex;
    std::condition_variable changed;
    bool slow = false, holds = false, idle = false, marked = false;
    milliseconds now{0}, delay{0}, wakeAt{0};
    int syncs = 0;
};

Disk& disk() {
    static Disk one;
    return one;
}

int sync(int file, long call) {
    auto& held = disk();
    std::unique_lock lock(held.mutex);
    ++held.syncs;
    if (!held.slow) {
        lock.unlock();
        return static_cast<int>(::syscall(call, file));
    }
    held.holds = true;
    held.wakeAt = held.now + held.delay;
    held.changed.notify_all();
    held.changed.wait(lock, [&held] { return !held.holds; });
    return 0;
}

} // namespace

// In place of the C library's, also for the libraries that this program uses.
extern "C" {
int fsync(int file) {
    return sync(file, SYS_fsync);
}
int fdatasync(int file) {
    return sync(file, SYS_fdatasync);
}
}

namespace peil_test {

SlowDisk::SlowDisk(peil::mobile::StorageThread& storage, milliseconds delay)
    : m_storage(&storage) {
    const std::lock_guard lock(disk().mutex);
    disk().slow = true;
    disk().now = milliseconds(0);
    disk().delay = delay;
    disk().syncs = 0;
}

SlowDisk::~SlowDisk() {
    const std::lock_guard lock(disk().mutex);
    disk().slow = disk().holds = false;
    disk().changed.notify_all();
}

int SlowDisk::syncs() const {
    const std::lock_guard lock(disk().mutex);
    return disk().syncs;
}

bool SlowDisk::isHeld() {
    auto& held = disk();
    std::unique_lock lock(held.mutex);
    if (!std::exchange(held.marked, true)) {
        lock.unlock();
        // Runs when every job before it is done: then the thread is at rest.
        static_cast<void>(m_storage->run([](peil::mobile::Vault&) {
            const std::lock_guard idle(disk().mutex);
            disk().idle = true;
            disk().marked = false;
            disk().changed.notify_all();
            return true;
        }));
        lock.lock();
    }
    held.changed.wait(lock, [&held] { return held.holds || held.idle; });
    held.idle = false;
    return held.holds;
}

void SlowDisk::pass(milliseconds time) {
    constexpr int kRounds = 3; // what follows from a job may be another job
    auto& held = disk();
    const auto until = held.now + time;
    for (int quiet = 0; quiet < kRounds;) {
        if (!isHeld()) {
            QCoreApplication::processEvents();
            ++quiet;
            continue;
        }
        const std::lock_guard lock(held.mutex);
        if (held.wakeAt > until) break;
        held.now = held.wakeAt;
        held.holds = false;
        held.changed.notify_all();
        quiet = 0;
    }
    const std::lock_guard lock(held.mutex);
    held.now = until;
}

} // namespace peil_test
