// SPDX-License-Identifier: Apache-2.0
// peil-conformance {xpath|scenarios|walk|xlsform|estimation} PATH…: replays vectors that other projects' suites gave.
// Exit code 0 when all pass, 1 when one fails, 2 for wrong usage or a set that is not built in.

#include "report.h"

#include <array>
#include <iostream>
#include <vector>

namespace {

using Run = int (*)(std::span<const std::string>, peil_conformance::Report&);

struct Set {
    std::string_view name;
    Run run = nullptr; ///< null when it is not built in
};

constexpr std::array<Set, 5> kSets{{
#ifdef PEIL_CONFORMANCE_XPATH
    {"xpath", &peil_conformance::runXpath},
#else
    {"xpath", nullptr},
#endif
#ifdef PEIL_CONFORMANCE_SCENARIOS
    {"scenarios", &peil_conformance::runScenarios},
    {"walk", &peil_conformance::runWalk},
#else
    {"scenarios", nullptr},
    {"walk", nullptr},
#endif
#ifdef PEIL_CONFORMANCE_XLSFORM
    {"xlsform", &peil_conformance::runXlsform},
#else
    {"xlsform", nullptr},
#endif
#ifdef PEIL_CONFORMANCE_ESTIMATION
    {"estimation", &peil_conformance::runEstimation},
#else
    {"estimation", nullptr},
#endif
}};

int usage() {
    std::cerr << "Usage: peil-conformance {xpath|scenarios|walk|xlsform|estimation} PATH…\n";
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 2) return usage();
    for (const auto& set : kSets) {
        if (set.name != arguments[0]) continue;
        if (set.run == nullptr) {
            std::cerr << "The set “" << set.name << "” is not built in.\n";
            return 2;
        }
        peil_conformance::Report report;
        const int outcome = set.run(std::span(arguments).subspan(1), report);
        if (outcome != 0) return outcome;
        report.close();
        return report.failed() == 0 ? 0 : 1;
    }
    return usage();
}
