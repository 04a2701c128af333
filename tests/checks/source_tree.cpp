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

SourceFile read(const fs::path& file) {
    SourceFile source{fs::relative(file, kTop).generic_string(), {}};
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        source.lines.push_back(line);
    return source;
}

std::vector<SourceFile> filesBelow(const fs::path& folder, std::string_view under,
                                   const std::vector<std::string>& endings) {
    std::vector<SourceFile> files;
    for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->is_directory()) {
            if (isLeftOut(entry->path())) entry.disable_recursion_pending();
            continue;
        }
        const auto path = fs::relative(entry->path(), kTop).generic_string();
        if (path.starts_with(under) && endsWithOneOf(path, endings)) files.push_back(read(entry->path()));
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

} // namespace

std::vector<SourceFile> filesUnder(std::string_view under, const std::vector<std::string>& endings) {
    return filesBelow(kTop, under, endings);
}

std::vector<SourceFile> dataFiles(const std::vector<std::string>& endings) {
    return filesBelow(kTop / "tests" / "data", "", endings);
}

bool endsWithOneOf(std::string_view path, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const auto& ending) { return path.ends_with(ending); });
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
