// SPDX-License-Identifier: Apache-2.0
#pragma once

// A disk that takes nothing more, without root and without a mount.

#include <csignal>
#include <cstdint>
#include <sys/resource.h>

namespace peil_test {

/// No file of this process grows past `bytes` while this lives: what a full disk looks like to a program. One at a
/// time.
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

} // namespace peil_test
