// SPDX-License-Identifier: Apache-2.0
#include "peil/base/boot_clock.h"

#include <ctime>

namespace peil {

TimePoint BootClock::now() const {
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return TimePoint(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                                           std::chrono::nanoseconds(time.tv_nsec)));
}

const Clock& bootClock() {
    static const BootClock clock;
    return clock;
}

} // namespace peil
