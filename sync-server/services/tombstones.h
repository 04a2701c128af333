// SPDX-License-Identifier: Apache-2.0
#pragma once

// The list of withdrawals, in a file beside the store, so that restoring an older backup does not restore a withdrawn
// interview. It contains ids, times and a signature, because a forged list would erase interviews.

#include "repository/repository.h"

#include <filesystem>
#include <mutex>

namespace peil::server::services {

/// Threads: any.
class Tombstones {
public:
    /// The file "withdrawals" in the data folder; made with the first withdrawal.
    Tombstones(const std::filesystem::path& folder, crypto::SigningKeyPair key)
        : m_file(folder / "withdrawals")
        , m_key(std::move(key)) {}

    /// At the start: erases from the store what the file names, also what a tablet may send again, and logs each as an
    /// act; then adds to the file what only the store knows.
    /// @param confirmed  how many interviews someone agreed to lose; more than kMostUnasked are not erased without.
    /// @return how many were carried out again; BadDataFolder for a file that is damaged or not signed by this server,
    /// and for too many; or an error of the store or the disk.
    [[nodiscard]] Result<std::size_t> replay(repository::Repository& repository, TimePoint now,
                                             std::size_t confirmed = 0);
    static constexpr std::size_t kMostUnasked = 10;
    /// Writes what the store knows into the file; durable when this returns. @return as replay().
    [[nodiscard]] Result<> keep(repository::Repository& repository);

private:
    using Rows = std::vector<repository::WithdrawalRow>;
    [[nodiscard]] Result<std::string> readSigned() const;
    [[nodiscard]] Result<Rows> readRows() const;
    [[nodiscard]] Result<> writeRows(const Rows& rows) const;

    std::filesystem::path m_file;
    crypto::SigningKeyPair m_key;
    std::mutex m_mutex; ///< of the file
};

} // namespace peil::server::services
