// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace peil::cli {

/// The arguments or the environment of a child as posix_spawn() takes them, with the null at their end. They point into
/// `words`.
[[nodiscard]] inline std::vector<char*> pointersInto(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace peil::cli
