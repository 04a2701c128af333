// SPDX-License-Identifier: Apache-2.0
#pragma once

// Times of one action, and what the process holds in memory, as lines of JSON.

#include <functional>
#include <string>
#include <vector>

namespace bench {

/// Milliseconds of each of `rounds` runs.
[[nodiscard]] std::vector<double> timeEach(int rounds, const std::function<void(int)>& action);
/// The same in processor time of this thread: what else the machine is doing does not count.
[[nodiscard]] std::vector<double> cpuEach(int rounds, const std::function<void(int)>& action);
/// The value that so large a share of `all` does not exceed; 0.5 gives the median.
[[nodiscard]] double quantile(std::vector<double> all, double share);
/// {"bench":…,"n":…,"median_ms":…,"p99_ms":…,"max_ms":…}
void report(const std::string& name, const std::vector<double>& milliseconds);
/// As `report`, for a loop that touches no memory and takes as long as the median of `milliseconds`: what its p99 has
/// above its median is the machine (timer ticks, a hypervisor), not the product.
void reportControl(const std::string& name, const std::vector<double>& milliseconds);
/// Runs `rounds` times and reports wall and processor time, of which a busy machine changes the second less:
/// {"bench":…,"n":…,"median_ms":…,"cpu_median_ms":…,"max_ms":…}
void measure(const std::string& name, int rounds, const std::function<void(int)>& action);
void reportNumber(const std::string& name, const std::string& unit, double value);
/// Resident memory of this process in KiB.
[[nodiscard]] double residentKiB();
/// Forgets the peak so far, so that peakKiB() tells that of what follows.
void resetPeak();
/// Largest resident memory since the start or resetPeak(), in KiB.
[[nodiscard]] double peakKiB();

} // namespace bench
