// SPDX-License-Identifier: Apache-2.0
#pragma once

// The three files of a key slot folder: their names, how they are written, and the meaning of their states.

#include "key_slot_format.h"

#include <filesystem>
#include <optional>

namespace peil::crypto {

struct KeySlotFiles {
    std::filesystem::path first;
    std::filesystem::path second;
    std::filesystem::path secret;
};
[[nodiscard]] KeySlotFiles keySlotFilesIn(const std::filesystem::path& folder);

/// What is in the folder. The secret is there whenever the slots are live.
struct FoundKeySlots {
    SlotFile file;
    std::optional<SecretKey> deviceSecret;
};
/// The newest sound copy; a tombstone of this tablet wins over everything. Changes nothing.
/// @return FileNotFound (nothing there), SlotsLost, BadDeviceSecret, ForeignKeyFile, BadKeyFile.
[[nodiscard]] Result<FoundKeySlots> readKeySlotFiles(const KeySlotFiles& files);

/// Also on a full disk, when the copy has as many bytes already.
[[nodiscard]] Result<> writeSlotCopy(const std::filesystem::path& file, ByteView bytes);
[[nodiscard]] Result<> writeDeviceSecret(const std::filesystem::path& file, const SecretKey& secret);

/// What remains of `file` after its destruction. It proves that it was made with the device's own secret.
[[nodiscard]] SlotFile tombstoneOf(const SlotFile& file, const SecretKey& deviceSecret);
/// Overwrites both copies, the secret, and what a power cut left beside them.
[[nodiscard]] Result<> writeTombstones(const KeySlotFiles& files, const SlotFile& tombstone);

} // namespace peil::crypto
