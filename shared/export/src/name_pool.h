// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names that both .sav and .dta take, each given once. Internal.

#include "peil/export/short_names.h"

#include <set>

namespace peil::exports {

inline constexpr std::size_t kLongestName = 32; ///< characters in a .dta name; .sav would hold 64 bytes

class NamePool {
public:
    /// The name nearest to `wanted` + `suffix` that is free.
    ShortName take(std::string_view wanted, std::string_view suffix = {});

private:
    std::set<std::string> m_used; ///< in lower case
};

/// shortNames(), keeping `pool` for derived names.
[[nodiscard]] std::vector<ShortName> questionNames(const Table& table, NamePool& pool);

/// `text` with '_' for each character that is no ASCII letter or digit.
[[nodiscard]] std::string plainName(std::string_view text);

} // namespace peil::exports
