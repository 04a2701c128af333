// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the server holds of one tablet, as its manifest tells: a tablet that has a receipt for something that is not
// here knows by this that the store was put back, whether or not anybody said so.

#include "peil/protocol/messages.h"
#include "repository/repository.h"

namespace peil::server::services {

/// Inside the caller's unit of work. @return DeviceUnknown.
[[nodiscard]] Result<protocol::Held> heldOf(repository::Records& records, const DeviceId& device);

/// Of what the tablet still has: what is not here, and which numbers other bytes have taken.
[[nodiscard]] Result<protocol::Lacking> lackingOf(repository::Records& records, const DeviceId& device,
                                                  const protocol::Reconcile& kept);

} // namespace peil::server::services
