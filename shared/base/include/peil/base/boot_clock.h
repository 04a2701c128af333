// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/clock.h"

namespace peil {

/// Time since the machine was started, also while it slept; nobody can set it. Its moments say how long something took
/// or must wait, never a date. Threads: any.
class BootClock final : public Clock {
public:
    [[nodiscard]] TimePoint now() const override;
};

/// One for everybody who is not given another.
[[nodiscard]] const Clock& bootClock();

} // namespace peil
