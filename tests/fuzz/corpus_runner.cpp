// SPDX-License-Identifier: Apache-2.0

// Feeds files to a fuzz target without libFuzzer: `corpus_x FOLDER...` runs each file once. What a fuzzer once found
// stays found with any compiler, and coverage can be measured on a corpus alone.

#include "peil/base/file.h"

#include <algorithm>
#include <cstdio>
#include <exception>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{1} << 20U;

std::vector<std::filesystem::path> filesOf(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// @return how many files were run; -1 when one cannot be read.
int run(const std::filesystem::path& folder) {
    int count = 0;
    for (const auto& file : filesOf(folder)) {
        const auto bytes = peil::readFile(file, kMaxFileBytes);
        if (!bytes) {
            std::fprintf(stderr, "%s\n", peil::describe(bytes.error()).c_str());
            return -1;
        }
        std::fprintf(stderr, "%s\n", file.filename().c_str()); // the last name before a crash is the culprit
        LLVMFuzzerTestOneInput(bytes->data(), bytes->size());
        ++count;
    }
    return count;
}

} // namespace

int main(int argc, char** argv) {
    try {
        int total = 0;
        for (int i = 1; i < argc; ++i) {
            const auto count = run(argv[i]);
            if (count < 0) return 1;
            total += count;
        }
        std::printf("%d inputs\n", total);
        return total > 0 ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
