// SPDX-License-Identifier: Apache-2.0
#include "key_slot_files.h"

#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil/crypto/error.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace peil::crypto {
namespace {

constexpr std::uintmax_t kMaxFileBytes = 4096;
constexpr std::string_view kTombstoneLabel = "peil keyslot tombstone v1";

/// Best effort: flash may keep an older block. What counts is that no copy under a name remains.
void overwrite(const std::filesystem::path& file) {
    const int fd = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return;
    const Bytes zeros(static_cast<std::size_t>(std::max<off_t>(::lseek(fd, 0, SEEK_END), 0)));
    if (::pwrite(fd, zeros.data(), zeros.size(), 0) >= 0) ::fsync(fd);
    ::close(fd);
}

/// Half-written files left by a power cut also contain wrapped keys.
void removeLeftovers(const KeySlotFiles& files) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(files.first.parent_path(), ignored)) {
        const auto name = entry.path().filename().string();
        if (entry.path() == files.second || (!name.starts_with("keyslots.") && !name.starts_with("device-secret.")))
            continue;
        overwrite(entry.path());
        std::filesystem::remove(entry.path(), ignored);
    }
}

struct DeviceSecret {
    bool exists = false;
    std::optional<SecretKey> key; ///< none: missing or damaged
};

DeviceSecret readDeviceSecret(const std::filesystem::path& file) {
    DeviceSecret result;
    auto bytes = readFile(file, kMaxFileBytes);
    if (!bytes) return result;
    result.exists = true;
    // Version 1 wrote only the secret. The hash after it distinguishes damage from the secret of another tablet.
    const ByteView all(*bytes);
    const bool plain = all.size() == kKeyBytes;
    const bool hashed = all.size() == 2 * kKeyBytes && equalConstantTime(blake2b(all.first(kKeyBytes)), all.last(32));
    if (plain || hashed) {
        if (auto key = SecretKey::copyOf(all.first(kKeyBytes))) result.key = std::move(*key);
    }
    wipe(*bytes);
    return result;
}

Digest proofOf(const SlotFile& file, const SecretKey& deviceSecret) {
    return blake2bKeyed(file.device, subkey(deviceSecret, kTombstoneLabel));
}

auto foreign(const std::filesystem::path& file) {
    return fail(CryptoErrc::ForeignKeyFile, "\"" + file.string() +
                                                "\" states that the keys were destroyed, but it belongs to another "
                                                "tablet. Nothing was changed; move that file and start again.");
}

struct Copy {
    const std::filesystem::path* file = nullptr;
    Bytes bytes;
};

/// @return the tombstone among `copies`, no value if there is none, or ForeignKeyFile.
Result<std::optional<SlotFile>> tombstoneIn(const std::vector<Copy>& copies, const DeviceSecret& secret) {
    for (const auto& copy : copies) {
        if (!isTombstone(copy.bytes)) continue;
        PEIL_TRY(auto tombstone, decode(copy.bytes, nullptr));
        // Without the secret nothing can be opened; then it must at least be the same device as the other copy.
        const bool ours = secret.key ? equalConstantTime(tombstone.check, proofOf(tombstone, *secret.key))
                                     : std::ranges::all_of(copies, [&](const Copy& other) {
                                           const auto device = deviceIn(other.bytes);
                                           return !device || *device == tombstone.device;
                                       });
        if (!ours) return foreign(*copy.file);
        return std::optional(std::move(tombstone));
    }
    return std::optional<SlotFile>();
}

} // namespace

KeySlotFiles keySlotFilesIn(const std::filesystem::path& folder) {
    return {folder / "keyslots", folder / "keyslots.copy", folder / "device-secret"};
}

Result<FoundKeySlots> readKeySlotFiles(const KeySlotFiles& files) {
    auto secret = readDeviceSecret(files.secret);
    std::vector<Copy> copies;
    for (const auto* file : {&files.first, &files.second}) {
        if (auto bytes = readFile(*file, kMaxFileBytes)) copies.push_back({file, std::move(*bytes)});
    }
    if (copies.empty() && !secret.exists)
        return fail(BaseErrc::FileNotFound, "There is no key slot file: \"" + files.first.string() + "\" is missing.");
    if (copies.empty())
        return fail(CryptoErrc::SlotsLost,
                    "Both copies of the key slots are missing: \"" + files.first.string() +
                        "\". Restore one from a copy of this folder; without it the store cannot be opened.");
    PEIL_TRY(auto tombstone, tombstoneIn(copies, secret));
    if (tombstone) return FoundKeySlots{std::move(*tombstone), std::move(secret.key)};
    if (!secret.key)
        return fail(CryptoErrc::BadDeviceSecret, "The device secret \"" + files.secret.string() + "\" is " +
                                                     (secret.exists ? "damaged" : "missing") +
                                                     "; restore it from a copy of this folder.");
    std::optional<SlotFile> newest;
    for (const auto& copy : copies) {
        auto file = decode(copy.bytes, &*secret.key);
        if (file && (!newest || file->generation > newest->generation)) newest = std::move(*file);
    }
    if (newest) return FoundKeySlots{std::move(*newest), std::move(secret.key)};
    return fail(CryptoErrc::BadKeyFile, "No copy of the key slots is intact: \"" + files.first.string() +
                                            "\" is damaged, or the device secret belongs to another tablet.");
}

Result<> writeSlotCopy(const std::filesystem::path& file, ByteView bytes) {
    // A full disk must not prevent unlocking: the same number of bytes is written to the existing blocks. If that is
    // interrupted, the other copy is intact.
    auto written = writeFileDurably(file, bytes, FileMode::Private);
    if (written || written.error().code != BaseErrc::DiskFull) return written;
    std::error_code status;
    if (std::filesystem::file_size(file, status) != bytes.size() || status) return written;
    const int fd = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return written;
    const auto count = ::pwrite(fd, bytes.data(), bytes.size(), 0);
    const bool synced = ::fsync(fd) == 0;
    ::close(fd);
    if (synced && count == static_cast<ssize_t>(bytes.size())) return {};
    return written;
}

Result<> writeDeviceSecret(const std::filesystem::path& file, const SecretKey& secret) {
    SecretBytes bytes(2 * kKeyBytes);
    const auto out = bytes.writable();
    std::ranges::copy(secret.view(), out.begin());
    std::ranges::copy(blake2b(secret.view()), out.begin() + kKeyBytes);
    return writeFileDurably(file, bytes.view(), FileMode::Private);
}

SlotFile tombstoneOf(const SlotFile& file, const SecretKey& deviceSecret) {
    SlotFile tombstone;
    tombstone.state = SlotFileState::Destroyed;
    tombstone.device = file.device;
    tombstone.generation = file.generation + 1;
    tombstone.check = proofOf(file, deviceSecret);
    return tombstone;
}

Result<> writeTombstones(const KeySlotFiles& files, const SlotFile& tombstone) {
    const auto bytes = encode(tombstone, nullptr);
    for (const auto& copy : {files.first, files.second}) {
        overwrite(copy);
        PEIL_CHECK(writeFileDurably(copy, bytes, FileMode::Private));
    }
    overwrite(files.secret);
    std::error_code ignored;
    std::filesystem::remove(files.secret, ignored);
    removeLeftovers(files);
    return {};
}

} // namespace peil::crypto
