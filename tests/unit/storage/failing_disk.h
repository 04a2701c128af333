// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two ways in which a disk refuses that need no root and no mount.

#include <csignal>
#include <cstdint>
#include <sys/resource.h>

namespace store_test {

/// No file grows past `bytes` while this lives: what a full disk looks like to a program.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uintmax_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

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
