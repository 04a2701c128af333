// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workshop.h"

namespace demo {

/// The whole study. @return an error in one sentence when a step fails or the outcome is not sound.
[[nodiscard]] peil::Result<> runStudy(const Options& options);
/// A server, a published study and one enrolled tablet, opened in a window until it is closed.
[[nodiscard]] peil::Result<> openApp(const Options& options);

} // namespace demo
