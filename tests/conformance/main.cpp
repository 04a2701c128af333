// SPDX-License-Identifier: Apache-2.0
// peil-conformance {xpath|scenarios|walk|xlsform|estimation} PATH…: replays vectors that other projects' suites gave.
// Exit code 0 when all pass, or the share that --at-least names; 1 when fewer do; 2 for wrong usage.

#include "report.h"

#include "peil/base/text.h"

#include <array>
#include <iostream>
#include <vector>

namespace {

using Run = int (*)(std::span<const std::string>, peil_conformance::Report&);

struct Set {
    std::string_view name;
    Run run;
};

constexpr std::array<Set, 5> kSets{{
    {"xpath", &peil_conformance::runXpath},
    {"scenarios", &peil_conformance::runScenarios},
    {"walk", &peil_conformance::runWalk},
    {"xlsform", &peil_conformance::runXlsform},
    {"estimation", &peil_conformance::runEstimation},
}};

constexpr std::string_view kAtLeast = "--at-least=";

int usage() {
    std::cerr << "Usage: peil-conformance [--at-least=PERCENT] {xpath|scenarios|walk|xlsform|estimation} PATH…\n";
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    double atLeast = 100;
    if (!arguments.empty() && arguments.front().starts_with(kAtLeast)) {
        const auto percent = peil::parseNumber(std::string_view(arguments.front()).substr(kAtLeast.size()));
        if (!percent) return usage();
        atLeast = *percent;
        arguments.erase(arguments.begin());
    }
    if (arguments.size() < 2) return usage();
    for (const auto& set : kSets) {
        if (set.name != arguments[0]) continue;
        peil_conformance::Report report;
        const int outcome = set.run(std::span(arguments).subspan(1), report);
        if (outcome != 0) return outcome;
        report.close();
        return report.percentPassed() >= atLeast ? 0 : 1;
    }
    return usage();
}
