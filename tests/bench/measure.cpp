// SPDX-License-Identifier: Apache-2.0
#include "measure.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <unistd.h>

namespace bench {

std::vector<double> timeEach(int rounds, const std::function<void(int)>& action) {
    std::vector<double> times;
    times.reserve(static_cast<std::size_t>(rounds));
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        action(round);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return times;
}

void report(const std::string& name, std::vector<double> milliseconds) {
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) {
        return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    };
    std::printf("{\"bench\":\"%s\",\"n\":%zu,\"median_ms\":%.4f,\"p99_ms\":%.4f,\"max_ms\":%.4f}\n", name.c_str(),
                milliseconds.size(), at(0.5), at(0.99), milliseconds.back());
}

void reportNumber(const std::string& name, const std::string& unit, double value) {
    std::printf("{\"bench\":\"%s\",\"%s\":%.1f}\n", name.c_str(), unit.c_str(), value);
}

double residentKiB() {
    std::ifstream in("/proc/self/statm");
    long total = 0, resident = 0;
    in >> total >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1024;
}

void resetPeak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

double peakKiB() {
    std::ifstream in("/proc/self/status");
    std::string word;
    while (in >> word) {
        if (word != "VmHWM:") continue;
        double kib = 0;
        in >> kib;
        return kib;
    }
    return 0;
}

} // namespace bench
