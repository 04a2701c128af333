// SPDX-License-Identifier: Apache-2.0
#include "player.h"

#include "peil/base/text.h"
#include "report.h"

#include <fstream>

namespace peil_conformance {

int runScenarios(std::span<const std::string> paths, Report& report) {
    for (const auto& path : paths) {
        std::ifstream file(path);
        if (!file) {
            report.note("The file “" + path + "” cannot be read; check the path.");
            return 2;
        }
        const auto folder = std::filesystem::path(path).parent_path();
        for (std::string line; std::getline(file, line);) {
            if (peil::trim(line).empty()) continue;
            boost::system::error_code broken;
            const auto value = boost::json::parse(line, broken);
            if (broken || !value.is_object() || !value.as_object().contains("steps")) {
                report.note("A line of “" + path + "” is not a scenario.");
                return 2;
            }
            const auto& scenario = value.as_object();
            if (const auto mismatch = Player(scenario, folder).play())
                report.fail(textAt(scenario, "id"), mismatch->expected, mismatch->got);
            else
                report.pass();
        }
    }
    return 0;
}

} // namespace peil_conformance
