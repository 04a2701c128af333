// SPDX-License-Identifier: Apache-2.0
#pragma once

// The secrets of one server: made at its first start, read at every later one, each in a 0600 file of the data folder.
// Not for keys of study or researchers: those never come here.

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
    std::string adminToken; ///< 64 hexadecimal characters; empty when nobody asks for it
};

/// Reads `folder`/keys and `folder`/admin.token; makes them, and the folder, when the folder holds nothing of ours yet.
/// A server's certificate that ends within 60 days is made anew, for the same key; so is a token that is not there.
/// @param hosts  names and addresses for a new server certificate.
/// @return BadDataFolder when some files are there and others are missing or damaged, a base file error,
/// BadCertificate.
[[nodiscard]] Result<ServerKeys> openServerKeys(const std::filesystem::path& folder,
                                                const std::vector<std::string>& hosts, TimePoint now, Rng& rng);
/// Whether the receipts that the store holds were signed with this key: tablets accept no other.
/// @return BadDataFolder when the key was exchanged, or the errors of Repository::read().
[[nodiscard]] Result<> checkReceiptKey(repository::Repository& repository, const crypto::SigningKeyPair& receiptKey);

/// The same for a folder that must be there already, without the token. @return BadDataFolder.
[[nodiscard]] Result<ServerKeys> readServerKeys(const std::filesystem::path& folder);
/// Writes a new `folder`/admin.token over the old one, which is good for nothing any more.
[[nodiscard]] Result<> renewAdminToken(const std::filesystem::path& folder, Rng& rng);

/// The lock of a data folder, so that two servers never write one store. Released with the process, whatever ends it.
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
