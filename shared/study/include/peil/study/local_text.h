// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peil::study {

/// A text in several languages; codes as in "nl", "en".
struct LocalText {
    std::vector<std::pair<std::string, std::string>> texts;
    /// In `language`, else the first one; empty if there is none.
    [[nodiscard]] std::string in(std::string_view language) const;
};

} // namespace peil::study
