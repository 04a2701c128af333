// SPDX-License-Identifier: Apache-2.0
#pragma once

// The secrets of one server: created at its first start, read at every later one, each in a 0600 file of the data
// folder.
// The keys of the study and the researchers are never on the server.

#include "peil/base/clock.h"
#include "peil/crypto/x509.h"
#include "repository/repository.h"

#include <filesystem>
#include <string>
#include <vector>

namespace peil::server::services {

struct ServerKeys {
    crypto::SecretKey databaseKey;
    crypto::SigningKeyPair receiptKey;
    crypto::CertificateAndKey authority; ///< of the tablets' certificates and of the server's
    crypto::CertificateAndKey server;
    std::string adminToken; ///< 64 hexadecimal characters; empty if no one requests it
};

/// Reads `folder`/keys and `folder`/admin.token; creates them, and the folder, at the first start. Renews a server
/// certificate that expires within 60 days, with the same key; recreates a missing token.
/// @param hosts  names and addresses for a new server certificate.
/// @return BadDataFolder if some files are missing or damaged, a base file error, BadCertificate.
[[nodiscard]] Result<ServerKeys> openServerKeys(const std::filesystem::path& folder,
                                                const std::vector<std::string>& hosts, TimePoint now, Rng& rng);
/// Checks that this key signed the receipts in the store: tablets accept no other.
/// @return BadDataFolder when the key was exchanged, or the errors of Repository::read().
[[nodiscard]] Result<> checkReceiptKey(repository::Repository& repository, const crypto::SigningKeyPair& receiptKey);

/// The same for an existing folder, without the token. @return BadDataFolder.
[[nodiscard]] Result<ServerKeys> readServerKeys(const std::filesystem::path& folder);
/// Replaces `folder`/admin.token; the old token is no longer valid.
[[nodiscard]] Result<> renewAdminToken(const std::filesystem::path& folder, Rng& rng);

/// The lock of a data folder, so that two servers never write to the same store. Released when the process ends.
class DataFolderLock {
public:
    /// @return DataFolderInUse, or a base file error.
    [[nodiscard]] static Result<DataFolderLock> take(const std::filesystem::path& folder);
    DataFolderLock(DataFolderLock&& other) noexcept;
    DataFolderLock& operator=(DataFolderLock&& other) noexcept;
    ~DataFolderLock();

private:
    explicit DataFolderLock(int fd)
        : m_fd(fd) {}
    int m_fd = -1;
};

} // namespace peil::server::services
