// SPDX-License-Identifier: Apache-2.0
#pragma once

// The bytes of a key slot file, version 1. The table is in README.md.

#include "passphrase.h"

#include <optional>
#include <vector>

namespace peil::crypto {

enum class SlotType : std::uint8_t { Passphrase = 1, Recovery = 2 };  // persisted; never renumber
enum class SlotFileState : std::uint16_t { Live = 1, Destroyed = 2 }; // persisted; never renumber

inline constexpr std::size_t kWrappedKeyBytes = kKeyBytes + 16;

struct Slot {
    SlotType type{};
    PassphraseCost cost;
    Salt salt{};
    Nonce nonce{};
    std::array<std::uint8_t, kWrappedKeyBytes> wrapped{};
};

struct SlotFile {
    SlotFileState state = SlotFileState::Live;
    std::array<std::uint8_t, 16> device{};
    std::uint64_t generation = 0; ///< increases with each write; identifies the newer of two intact copies
    std::uint32_t wrongTries = 0;
    std::int64_t lastTry = 0; ///< milliseconds since the machine was started
    Digest check{};           ///< commitment to the wrapped key; in a tombstone the proof of the device secret
    std::vector<Slot> slots;
};

/// What the wrapped key of `slot` is bound to: the part of the header that never changes, and the slot's own.
[[nodiscard]] Bytes associatedData(const SlotFile& file, const Slot& slot);
/// With a code over all of it: keyed by the device secret for a live file, not keyed for a destroyed one.
[[nodiscard]] Bytes encode(const SlotFile& file, const SecretKey* deviceSecret);
/// @return BadKeyFile. `deviceSecret` may be null only for a destroyed file.
[[nodiscard]] Result<SlotFile> decode(ByteView bytes, const SecretKey* deviceSecret);
/// Which device a file is of, by its word alone. No value when it is not a key slot file.
[[nodiscard]] std::optional<std::array<std::uint8_t, 16>> deviceIn(ByteView bytes);
/// True if the file is marked as destroyed; reads no secret.
[[nodiscard]] bool isTombstone(ByteView bytes);

} // namespace peil::crypto
