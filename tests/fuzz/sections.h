// SPDX-License-Identifier: Apache-2.0
#pragma once

// Several files in one input, so that the fuzzer can change each of them: what comes before the first line that begins
// with "--- " has no name, and each such line gives the name of what follows it.

#include <string_view>
#include <vector>

namespace peil_fuzz {

struct Section {
    std::string_view name;
    std::string_view text;
};

/// Borrows from `input`. The section without a name comes first and may be empty.
[[nodiscard]] std::vector<Section> splitSections(std::string_view input);

} // namespace peil_fuzz
