// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the server has from one tablet, for the manifest. A tablet with a receipt for a missing item detects that the
// store was restored, even if this was not announced.

#include "peil/protocol/messages.h"
#include "repository/repository.h"

namespace peil::server::services {

/// Inside the caller's unit of work. @return DeviceUnknown.
[[nodiscard]] Result<protocol::Held> heldOf(repository::Records& records, const DeviceId& device);

/// Of what the tablet still has: what is not here or is not proven to be its own, unless sending it again cannot prove
/// it, and which numbers other bytes have taken. Inside the caller's unit of work. @return DeviceUnknown.
[[nodiscard]] Result<protocol::Lacking> lackingOf(repository::Records& records, const DeviceId& device,
                                                  const protocol::Reconcile& kept);

} // namespace peil::server::services
