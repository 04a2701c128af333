// SPDX-License-Identifier: Apache-2.0
#include "source_tree.h"

#include <algorithm>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

using checks::filesUnder;

namespace {

/// Words between back ticks, and targets of links, that look like a path in this repository.
std::vector<std::string> pathsIn(const std::string& line) {
    std::vector<std::string> paths;
    const auto collect = [&](char open, const std::string& close) {
        for (std::size_t start = line.find(open); start != std::string::npos; start = line.find(open, start + 1)) {
            const auto end = line.find(close, start + 1);
            if (end == std::string::npos) return;
            paths.push_back(line.substr(start + 1, end - start - 1));
            if (open == '`') start = end;
        }
    };
    collect('`', "`");
    collect('(', ")");
    return paths;
}

bool looksLikePath(const std::string& word) {
    static const std::vector<std::string> roots{"mobile/", "sync-server/", "shared/", "qml/", "tests/"};
    if (word.find_first_of(" <>{}*$|,\"") != std::string::npos) return false;
    return std::any_of(roots.begin(), roots.end(), [&](const auto& root) { return word.starts_with(root); });
}

} // namespace

TEST_CASE("every path that a document names exists", "[checks][documents]") {
    std::vector<std::string> missing;
    for (const auto& file : filesUnder("", {".md"})) {
        const auto folder = std::filesystem::path(file.path).parent_path();
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            for (auto path : pathsIn(file.lines[i])) {
                path = path.substr(0, path.find('#'));
                if (!looksLikePath(path)) continue;
                if (!checks::exists(path) && !checks::exists((folder / path).generic_string()))
                    missing.push_back(checks::at(file, i));
            }
        }
    }
    CAPTURE(missing);
    REQUIRE(missing.empty());
}

TEST_CASE("every library README states its purpose", "[checks][documents]") {
    for (const auto* library : {"base", "crypto", "xpath", "forms", "xlsform", "study", "storage", "protocol",
                                "estimation", "export", "analysis", "records"})
        REQUIRE(checks::exists("shared/" + std::string(library) + "/README.md"));
    for (const auto* document :
         {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "tests/README.md"})
        REQUIRE(checks::exists(document));
}
