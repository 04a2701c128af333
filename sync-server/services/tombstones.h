// SPDX-License-Identifier: Apache-2.0
#pragma once

// Withdrawals outlive the store: a file beside it names every interview that was taken back, so that a store that comes
// from an older back-up does not bring one of them to life again. It holds ids and times, nothing else.

#include "repository/repository.h"

#include <filesystem>
#include <mutex>

namespace peil::server::services {

/// Threads: any.
class Tombstones {
public:
    /// The file "withdrawals" in the data folder; made with the first withdrawal.
    explicit Tombstones(const std::filesystem::path& folder)
        : m_file(folder / "withdrawals") {}

    /// At the start: erases from the store what the file names, also what a tablet may send again, and logs each as an
    /// act; then adds to the file what only the store knows. @return how many were carried out again; BadHouse for a
    /// damaged file, or an error of the store or the disk.
    [[nodiscard]] Result<std::size_t> replay(repository::Repository& repository, TimePoint now);
    /// Writes what the store knows into the file; durable when this returns. @return as replay().
    [[nodiscard]] Result<> keep(repository::Repository& repository);

private:
    using Rows = std::vector<repository::WithdrawalRow>;
    [[nodiscard]] Result<Rows> readRows() const;
    [[nodiscard]] Result<> writeRows(const Rows& rows) const;

    std::filesystem::path m_file;
    std::mutex m_mutex; ///< of the file
};

} // namespace peil::server::services
