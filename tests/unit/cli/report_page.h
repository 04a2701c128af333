// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reports of the reference data, for tests.

#include "small_study.h"

namespace peil_test {

inline Said report(const std::filesystem::path& out, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"report",   "--data",  kData,      "--benchmark", kRegister,
                                       "--strata", "city",    "--out",    out.string(),  "--cluster",
                                       "site",     "--trait", "crack_use"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runPeil(arguments);
}

inline std::string fileOf(const std::filesystem::path& out, const char* name) {
    return need(::peil::readTextFile(out / name, 1U << 24U));
}

/// The report of the reference data with `more` options, which must succeed.
inline std::string page(const std::vector<std::string>& more = {}) {
    const TemporaryFolder folder;
    const auto said = report(folder.path() / "r", more);
    INFO(said.err);
    REQUIRE(said.code == 0);
    return fileOf(folder.path() / "r", "report.html");
}

inline boost::json::value numbers(const std::vector<std::string>& more = {}) {
    const TemporaryFolder folder;
    const auto said = report(folder.path() / "r", more);
    INFO(said.err);
    REQUIRE(said.code == 0);
    return boost::json::parse(fileOf(folder.path() / "r", "report.json"));
}

inline std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

} // namespace peil_test
