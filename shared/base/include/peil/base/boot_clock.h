// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/clock.h"

namespace peil {

/// Time since boot, including sleep; it cannot be set. For durations and waits, never for dates. Threads: any.
class BootClock final : public Clock {
public:
    [[nodiscard]] TimePoint now() const override;
};

/// The default instance.
[[nodiscard]] const Clock& bootClock();

} // namespace peil
