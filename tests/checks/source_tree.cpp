// SPDX-License-Identifier: Apache-2.0
#include "source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace checks {
namespace {

namespace fs = std::filesystem;

const fs::path kTop = PEIL_SOURCE_DIR;

bool isLeftOut(const fs::path& folder) {
    const auto name = folder.filename().string();
    return name == "build" || name == "node_modules" || name == ".git" || name == ".cache" ||
           folder == kTop / "tests" / "data";
}

bool endsWithOneOf(const std::string& path, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const auto& ending) { return path.ends_with(ending); });
}

} // namespace

std::vector<SourceFile> filesUnder(std::string_view under, const std::vector<std::string>& endings) {
    std::vector<SourceFile> files;
    for (auto entry = fs::recursive_directory_iterator(kTop); entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->is_directory()) {
            if (isLeftOut(entry->path())) entry.disable_recursion_pending();
            continue;
        }
        auto path = fs::relative(entry->path(), kTop).generic_string();
        if (!path.starts_with(under) || !endsWithOneOf(path, endings)) continue;
        SourceFile file{std::move(path), {}};
        std::ifstream in(entry->path());
        for (std::string line; std::getline(in, line);)
            file.lines.push_back(line);
        files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

bool exists(std::string_view path) {
    return fs::exists(kTop / path);
}

std::vector<std::string> topFolders() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kTop)) {
        const auto name = entry.path().filename().string();
        if (entry.is_directory() && !name.starts_with('.') && name != "build") names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string at(const SourceFile& file, std::size_t line) {
    return file.path + ":" + std::to_string(line + 1) + ": " + file.lines[line];
}

} // namespace checks
