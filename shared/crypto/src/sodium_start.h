// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace peil::crypto {

/// Starts libsodium once per process; every file that allocates guarded memory or draws from its generator calls this
/// first. Ends the process when libsodium cannot start, since nothing after that would be safe. Threads: any.
void startSodium();

} // namespace peil::crypto
