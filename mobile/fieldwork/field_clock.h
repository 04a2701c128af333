// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tablet's clock, corrected by the server's time, and whether the correction can still be trusted.

#include "peil/base/boot_clock.h"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace peil::mobile {

/// RFC 3339 in UTC, as formatUtc() writes it. No value when it is not a time.
[[nodiscard]] std::optional<TimePoint> parseUtc(std::string_view text);
/// Identifies the current boot; empty if the system does not provide it.
[[nodiscard]] std::string currentBoot();

/// Threads: any. `wall` and `boot` are borrowed for its life.
class FieldClock final : public Clock {
public:
    FieldClock(const Clock& wall, const Clock& boot, std::string bootName = currentBoot());

    /// The tablet's time; put right when it was off by kTolerance or more at the last check, and no one has set it
    /// since.
    [[nodiscard]] TimePoint now() const override;
    /// The clock was compared with a server, and as far as can be known was not set since. Within one boot, a change is
    /// detected at once; after a reboot, the clock may be at most kLongestUnseen later, and never earlier.
    [[nodiscard]] bool isTrusted() const;
    /// How far the tablet's clock is behind the server's; 0 when it is off by less than kTolerance, or not known.
    [[nodiscard]] std::chrono::milliseconds behind() const;

    /// The server said that it is `server` now.
    void check(TimePoint server);
    /// The last check as text for the store, and back. A text that cannot be read is no check.
    [[nodiscard]] std::string text() const;
    void take(const std::string& text);

    static constexpr std::chrono::seconds kTolerance{60};
    static constexpr std::chrono::days kLongestUnseen{60};

private:
    struct Check {
        TimePoint wall, boot;
        std::chrono::milliseconds behind{0};
        std::string bootName;
    };
    /// The last check, when the clock was not set since.
    [[nodiscard]] const Check* holding() const;

    const Clock* m_wall;
    const Clock* m_boot;
    std::string m_bootName;
    mutable std::mutex m_mutex;
    std::optional<Check> m_check;
};

} // namespace peil::mobile
