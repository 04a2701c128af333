// SPDX-License-Identifier: Apache-2.0
#pragma once

// The named values in the tablet's encrypted store: its identity, its server, and the last data from the server. All
// functions run on the storage thread.

#include "field_error.h"

#include "peil/protocol/messages.h"
#include "peil/storage/local_store.h"

#include <optional>

namespace peil::mobile {

/// The result of the enrolment, without secrets; those are read where they are used.
struct Enrolment {
    DeviceId device;
    std::string cityCode;
    std::string server;         ///< "https://host:port"
    std::string certificatePem; ///< the tablet's own
    std::string authorityPem;   ///< the study's private authority: the only one that is trusted
    crypto::PublicKey receiptKey{};
    crypto::PublicKey signerKey{};
};

/// Stores the two secrets of a tablet before it is enrolled.
[[nodiscard]] Result<> putKeys(storage::LocalStore& store, const crypto::SigningKeyPair& signing,
                               std::string_view tlsKeyPem);
/// Stores an enrolment with its two secrets: the signing seed and the TLS key. All of it or nothing.
[[nodiscard]] Result<> putEnrolment(storage::LocalStore& store, const Enrolment& enrolment,
                                    const crypto::SigningKeyPair& signing, std::string_view tlsKeyPem,
                                    std::string_view epoch);
/// A new certificate of the same tablet. @return BadCertificate when it is not for its key.
[[nodiscard]] Result<> putCertificate(storage::LocalStore& store, std::string_view certificatePem);
/// @return NotEnrolled.
[[nodiscard]] Result<Enrolment> enrolment(storage::LocalStore& store);
/// @return NotEnrolled.
[[nodiscard]] Result<crypto::SigningKeyPair> signingKey(storage::LocalStore& store);
/// @return NotEnrolled.
[[nodiscard]] Result<std::string> tlsKey(storage::LocalStore& store);

[[nodiscard]] Result<std::string> textSetting(storage::LocalStore& store, std::string_view name);
[[nodiscard]] Result<> setTextSetting(storage::LocalStore& store, std::string_view name, std::string_view value);

/// The last quotas and alerts from the server; empty if there are none or they cannot be read. The next sync replaces
/// them.
[[nodiscard]] Result<std::optional<protocol::Manifest>> lastManifest(storage::LocalStore& store);
/// Keeps a manifest. The epoch of the tablet is not touched: the sync machine says when it is reconciled.
[[nodiscard]] Result<> putManifest(storage::LocalStore& store, const protocol::Manifest& manifest, TimePoint now);

/// The version of batches to write: the newest that the tablet's server said it reads. The first one before it said
/// anything, also after the tablet went over to another server.
[[nodiscard]] Result<int> batchVersion(storage::LocalStore& store);

/// When the tablet noticed that it had been restored from a copy. RFC 3339, UTC; empty = never.
inline constexpr std::string_view kPutBackSetting = "notice.put-back";
/// Stores a checkpoint (empty = keep the previous one) and the result of comparing it. An alarm stays until the server
/// reports that it was restored; that is a separate notice.
[[nodiscard]] Result<> putWitness(storage::LocalStore& store, ByteView checkpoint,
                                  const std::optional<protocol::Witness>& verdict, TimePoint now);

/// The place of a shift, chosen once.
struct ShiftPlace {
    std::string siteCode; ///< empty = none was chosen
    TimePoint until;
};
[[nodiscard]] Result<> putShiftPlace(storage::LocalStore& store, const ShiftPlace& place);
[[nodiscard]] Result<ShiftPlace> shiftPlace(storage::LocalStore& store);

inline constexpr std::string_view kCheckpointSetting = "server.checkpoint"; ///< the newest one, signed
/// When the server was found to contradict the checkpoint, and when to have been restored. RFC 3339, UTC; empty =
/// never.
inline constexpr std::string_view kAlarmSetting = "notice.alarm";
inline constexpr std::string_view kServerPutBackSetting = "notice.server-put-back";
inline constexpr std::string_view kEpochSetting = "server.epoch";
inline constexpr std::string_view kClockSetting = "clock.check";  ///< FieldClock::text()
inline constexpr std::string_view kLastSyncSetting = "sync.last"; ///< RFC 3339, UTC

} // namespace peil::mobile
