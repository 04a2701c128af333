// SPDX-License-Identifier: Apache-2.0
#include "measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <unistd.h>

namespace bench {
namespace {

double elapsedMilliseconds() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpuMilliseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

std::vector<double> measureEach(int rounds, const std::function<void(int)>& action, double (*clock)()) {
    std::vector<double> times;
    times.reserve(static_cast<std::size_t>(rounds));
    for (int round = 0; round < rounds; ++round) {
        const auto begin = clock();
        action(round);
        times.push_back(clock() - begin);
    }
    return times;
}

} // namespace

std::vector<double> timeEach(int rounds, const std::function<void(int)>& action) {
    return measureEach(rounds, action, elapsedMilliseconds);
}

std::vector<double> cpuEach(int rounds, const std::function<void(int)>& action) {
    return measureEach(rounds, action, cpuMilliseconds);
}

double quantile(std::vector<double> all, double share) {
    const auto at = all.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(all.size() - 1));
    std::nth_element(all.begin(), at, all.end());
    return *at;
}

void report(const std::string& name, const std::vector<double>& milliseconds) {
    std::printf("{\"bench\":\"%s\",\"n\":%zu,\"median_ms\":%.4f,\"p99_ms\":%.4f,\"max_ms\":%.4f}\n", name.c_str(),
                milliseconds.size(), quantile(milliseconds, 0.5), quantile(milliseconds, 0.99),
                quantile(milliseconds, 1));
}

void reportControl(const std::string& name, const std::vector<double>& milliseconds) {
    constexpr double kCalibration = 1e7;
    volatile std::uint32_t turns = 0;
    const auto spin = [&turns](double count) {
        for (turns = 0; turns < static_cast<std::uint32_t>(count);)
            turns = turns + 1;
    };
    const auto perTurn = cpuEach(1, [&](int) { spin(kCalibration); }).front() / kCalibration;
    const auto same = quantile(milliseconds, 0.5) / perTurn;
    report(name + ": an empty loop of that length",
           cpuEach(static_cast<int>(milliseconds.size()), [&](int) { spin(same); }));
}

void measure(const std::string& name, int rounds, const std::function<void(int)>& action) {
    std::vector<double> processor;
    const auto wall = timeEach(rounds, [&](int round) {
        const double begin = cpuMilliseconds();
        action(round);
        processor.push_back(cpuMilliseconds() - begin);
    });
    std::printf("{\"bench\":\"%s\",\"n\":%zu,\"median_ms\":%.4f,\"cpu_median_ms\":%.4f,\"max_ms\":%.4f}\n",
                name.c_str(), wall.size(), quantile(wall, 0.5), quantile(processor, 0.5), quantile(wall, 1));
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
