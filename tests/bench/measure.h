// SPDX-License-Identifier: Apache-2.0
#pragma once

// Times of one action, and what the process holds in memory, as lines of JSON.

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// Milliseconds of each of `rounds` runs.
[[nodiscard]] std::vector<double> timeEach(int rounds, const std::function<void(int)>& action);
/// {"bench":…,"n":…,"median_ms":…,"p99_ms":…,"max_ms":…}
void report(const std::string& name, std::vector<double> milliseconds);
void reportNumber(const std::string& name, const std::string& unit, double value);
/// Resident memory of this process in KiB.
[[nodiscard]] double residentKiB();
/// Forgets the peak so far, so that peakKiB() tells that of what follows.
void resetPeak();
/// Largest resident memory since the start or resetPeak(), in KiB.
[[nodiscard]] double peakKiB();

} // namespace bench
