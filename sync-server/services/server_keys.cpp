// SPDX-License-Identifier: Apache-2.0
#include "services/server_keys.h"

#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/protocol/messages.h"
#include "services/error.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace peil::server::services {

namespace {

constexpr std::chrono::days kAuthorityLife{10 * 365};
constexpr std::chrono::days kServerLife{5 * 365};
constexpr std::chrono::days kRenewBefore{60};
constexpr std::uintmax_t kMaxKeyFile = std::uintmax_t{64} * 1024;
constexpr std::array kFiles{"keys/database.key",  "keys/receipt.key", "keys/authority.crt",
                            "keys/authority.key", "keys/server.crt",  "keys/server.key"};
constexpr const char* kToken = "admin.token";

tl::unexpected<Error> damaged(const std::filesystem::path& file) {
    return fail(ServiceErrc::BadDataFolder,
                "The key file \"" + file.string() +
                    "\" is missing, damaged or from another server; restore it from the backup of the data folder. If "
                    "the first start of a new server was interrupted, empty the folder and start again.");
}

Result<std::string> readPem(const std::filesystem::path& file) {
    auto text = readTextFile(file, kMaxKeyFile);
    if (!text || text->empty()) return damaged(file);
    return text;
}

Result<crypto::SecretKey> readKey(const std::filesystem::path& file) {
    auto bytes = readFile(file, kMaxKeyFile);
    if (!bytes) return damaged(file);
    auto key = crypto::SecretKey::copyOf(*bytes);
    crypto::wipe(*bytes);
    if (!key) return damaged(file);
    return key;
}

Result<ServerKeys> readAll(const std::filesystem::path& folder) {
    PEIL_TRY(auto databaseKey, readKey(folder / "keys/database.key"));
    PEIL_TRY(auto receiptSeed, readKey(folder / "keys/receipt.key"));
    crypto::CertificateAndKey authority, server;
    PEIL_TRY(authority.certificatePem, readPem(folder / "keys/authority.crt"));
    PEIL_TRY(authority.privateKeyPem, readPem(folder / "keys/authority.key"));
    PEIL_TRY(server.certificatePem, readPem(folder / "keys/server.crt"));
    PEIL_TRY(server.privateKeyPem, readPem(folder / "keys/server.key"));
    if (!crypto::checkIssued(authority, authority.certificatePem)) return damaged(folder / "keys/authority.key");
    if (!crypto::checkIssued(server, authority.certificatePem)) return damaged(folder / "keys/server.key");
    return ServerKeys{std::move(databaseKey),
                      crypto::signingKeyPairFromSeed(std::move(receiptSeed)),
                      std::move(authority),
                      std::move(server),
                      {}};
}

/// It is not one of the server's own keys: if it is missing, as in a backup of the keys alone, a new one is made.
Result<std::string> readToken(const std::filesystem::path& folder, Rng& rng) {
    std::error_code ignored;
    if (!std::filesystem::exists(folder / kToken, ignored)) PEIL_CHECK(renewAdminToken(folder, rng));
    PEIL_TRY(const auto token, readPem(folder / kToken));
    auto text = std::string(trim(token));
    if (text.size() != 64) return damaged(folder / kToken);
    return text;
}

Result<> makeAll(const std::filesystem::path& folder, const std::vector<std::string>& hosts, TimePoint now, Rng& rng) {
    PEIL_TRY(const auto authority, crypto::makeAuthority("Peil private authority", now, kAuthorityLife));
    PEIL_TRY(const auto server, crypto::makeServerCertificate(authority, hosts, now, kServerLife));
    std::error_code ec;
    std::filesystem::create_directories(folder / "keys", ec);
    if (ec)
        return fail(BaseErrc::FileUnwritable,
                    "Cannot create the folder \"" + folder.string() + "\": " + ec.message() + ".");
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ec);
    std::filesystem::permissions(folder / "keys", std::filesystem::perms::owner_all, ec);
    const auto write = [&](const char* name, ByteView content) {
        return writeFileDurably(folder / name, content, FileMode::Private);
    };
    PEIL_CHECK(write("keys/database.key", crypto::SecretKey::random(rng).view()));
    PEIL_CHECK(write("keys/receipt.key", crypto::SecretKey::random(rng).view()));
    PEIL_CHECK(write("keys/authority.crt", bytesOf(authority.certificatePem)));
    PEIL_CHECK(write("keys/authority.key", bytesOf(authority.privateKeyPem)));
    PEIL_CHECK(write("keys/server.crt", bytesOf(server.certificatePem)));
    PEIL_CHECK(write("keys/server.key", bytesOf(server.privateKeyPem)));
    return renewAdminToken(folder, rng);
}

/// A server's certificate that ends soon is created again for the same key.
Result<> renewServer(ServerKeys& keys, const std::filesystem::path& folder, const std::vector<std::string>& hosts,
                     TimePoint now) {
    PEIL_TRY(const auto end, crypto::endOf(keys.server.certificatePem));
    if (now + kRenewBefore < end) return {};
    PEIL_TRY(keys.server, crypto::renewServerCertificate(keys.authority, keys.server, hosts, now, kServerLife));
    return writeFileDurably(folder / "keys/server.crt", bytesOf(keys.server.certificatePem), FileMode::Private);
}

} // namespace

Result<ServerKeys> readServerKeys(const std::filesystem::path& folder) {
    return readAll(folder);
}

Result<> renewAdminToken(const std::filesystem::path& folder, Rng& rng) {
    std::array<std::uint8_t, 32> token{};
    rng.fill(token);
    return writeFileDurably(folder / kToken, bytesOf(toHex(token) + "\n"), FileMode::Private);
}

Result<ServerKeys> openServerKeys(const std::filesystem::path& folder, const std::vector<std::string>& hosts,
                                  TimePoint now, Rng& rng) {
    std::size_t present = 0;
    std::error_code ignored;
    for (const auto* name : kFiles)
        present += std::filesystem::exists(folder / name, ignored) ? 1U : 0U;
    const bool isUsed = present > 0 || std::filesystem::exists(folder / kToken, ignored) ||
                        std::filesystem::exists(folder / "server.db", ignored) ||
                        std::filesystem::exists(folder / "server.mark", ignored);
    // A key that is there is never written over: a backup may be half put back.
    if (!isUsed) PEIL_CHECK(makeAll(folder, hosts, now, rng));
    PEIL_TRY(auto keys, readAll(folder));
    PEIL_TRY(keys.adminToken, readToken(folder, rng));
    PEIL_CHECK(renewServer(keys, folder, hosts, now));
    return keys;
}

Result<> checkReceiptKey(repository::Repository& repository, const crypto::SigningKeyPair& receiptKey) {
    return repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto last, records.lastEnvelope());
        PEIL_TRY(const auto rows, records.envelopes(last - 1, 1, 1));
        if (rows.empty() || protocol::decodeReceipt(rows.front().receipt, receiptKey.publicKey)) return {};
        return fail(ServiceErrc::BadDataFolder, "The key \"keys/receipt.key\" did not sign the receipts of this store; "
                                                "restore it from the backup of the data folder.");
    });
}

Result<DataFolderLock> DataFolderLock::take(const std::filesystem::path& folder) {
    std::error_code ec;
    std::filesystem::create_directories(folder, ec);
    const auto file = folder / "server.lock";
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        const auto code = errno == ENOSPC ? BaseErrc::DiskFull : BaseErrc::FileUnwritable;
        return fail(code, "Cannot write in the data folder \"" + folder.string() +
                              "\"; check its owner, its permissions and the free space.");
    }
    DataFolderLock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
        return fail(ServiceErrc::DataFolderInUse, "Another peil-server uses the data folder \"" + folder.string() +
                                                      "\"; stop it, or use another folder.");
    return lock;
}

DataFolderLock::DataFolderLock(DataFolderLock&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)) {}

DataFolderLock& DataFolderLock::operator=(DataFolderLock&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

DataFolderLock::~DataFolderLock() {
    if (m_fd >= 0) ::close(m_fd);
}

} // namespace peil::server::services
