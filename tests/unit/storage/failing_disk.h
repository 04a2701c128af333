// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two ways in which a disk refuses that need no root and no mount.

#include "peil_test/full_disk.h"

namespace store_test {

using peil_test::FileSizeLimit;

/// Every store opened while this lives writes through it; syncs fail on command. One at a time.
class FailingDisk {
public:
    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    void failSyncs(bool fail);
    /// The next `count` syncs succeed, the ones after fail.
    void failSyncAfter(int count);
};

} // namespace store_test
