// SPDX-License-Identifier: Apache-2.0
#pragma once

// Batches of items that a tablet sends. Each item is signed separately and names the previous one. Wire format:
// protocol/README.md. For the content of an interview item, see envelope.h.

#include "peil/base/ids.h"
#include "peil/crypto/seal.h"
#include "peil/protocol/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peil::protocol {

inline constexpr std::size_t kMaxBatchItems = 64;
inline constexpr std::size_t kMaxBodyBytes = std::size_t{4} << 20U;
/// The newest version of the format. All earlier versions remain readable.
inline constexpr int kBatchVersion = 2;
/// The version whose batches are signed as a whole and hold interviews only.
inline constexpr int kInterviewBatches = 1;

/// What an item is. On the wire and in the store it is the text of idOf(), so that a kind of a later version is kept
/// under its own name.
enum class ItemKind : std::uint8_t {
    Interview, ///< payload: an envelope
    Contact,   ///< of here on: an open part (open_item.h)
    Discard,
    Count_,
};
[[nodiscard]] std::string_view idOf(ItemKind kind); ///< interview, contact, …
[[nodiscard]] std::optional<ItemKind> itemKindOf(std::string_view id);

/// The signed part of an item. These columns are enough to verify the signature, even if the payload was deleted.
struct ItemClaim {
    DeviceId device;
    std::string kind;
    InterviewId id;
    int revision = 1;
    std::int64_t sequence = 0;
    std::optional<crypto::Digest> previous; ///< BLAKE2b-256 of the payload under the device's number one lower
    crypto::Digest payload{};               ///< BLAKE2b-256
};
[[nodiscard]] crypto::Signature signClaim(const ItemClaim& claim, const crypto::SigningKeyPair& device);
[[nodiscard]] bool isSignedBy(const ItemClaim& claim, const crypto::Signature& signature,
                              const crypto::PublicKey& device);

/// One envelope in a batch, with its keys beside it, so that even one that cannot be read is kept and receipted. Its
/// number may be higher than the one in its header: the tablet was restored from a copy and had used the number before.
struct BatchItem {
    InterviewId interview; ///< of an item of another kind: its own id
    int revision = 1;
    std::int64_t sequence = 0;
    Bytes envelope; ///< of an item of another kind: its payload
    std::string kind{idOf(ItemKind::Interview)};
    /// None for number 1, when the tablet does not know what is under the number before, and in version 1.
    std::optional<crypto::Digest> previous = {};
    /// Over claim(); none in version 1, whose batches are signed as a whole.
    std::optional<crypto::Signature> signature = {};

    [[nodiscard]] ItemClaim claim(const DeviceId& device) const;
};

/// POST /v1/batch, body `application/octet-stream`.
struct Batch {
    DeviceId device;
    std::vector<BatchItem> items;
    int version = kBatchVersion;
};
/// Signs each item, or in version 1 the whole, for which all items must be interviews and lose their `previous`.
/// @return TooLarge, BadBatch for what the version cannot say.
[[nodiscard]] Result<Bytes> encodeBatch(const Batch& batch, const crypto::SigningKeyPair& device);
/// Does not verify the signatures of items: an item with a bad signature is quarantined and does not block others.
/// @return BadBatch, TooLarge, UnknownVersion, BadSignature for version 1.
[[nodiscard]] Result<Batch> decodeBatch(ByteView body, const crypto::PublicKey& device);

} // namespace peil::protocol
