// SPDX-License-Identifier: Apache-2.0
#pragma once

// A disk that is slow to make things durable, on a clock that the test turns: nobody waits in earnest.

#include "storage_thread.h"

#include <chrono>

namespace peil_test {

/// Every fsync() of the storage thread takes `delay` while this lives, and ends when the test lets that time pass. One
/// at a time in a process.
class SlowDisk {
public:
    SlowDisk(peil::mobile::StorageThread& storage, std::chrono::milliseconds delay);
    /// Lets everything go on that it still holds.
    ~SlowDisk();
    SlowDisk(const SlowDisk&) = delete;
    SlowDisk& operator=(const SlowDisk&) = delete;

    /// Turns the clock on by `time`. What the disk finishes until then follows, in its order, on both threads.
    void pass(std::chrono::milliseconds time);
    /// How often something was made durable.
    [[nodiscard]] int syncs() const;

private:
    /// Waits until the storage thread is at rest: held by the disk, or without a job.
    [[nodiscard]] bool isHeld();

    peil::mobile::StorageThread* m_storage;
};

} // namespace peil_test
