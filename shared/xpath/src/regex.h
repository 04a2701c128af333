// SPDX-License-Identifier: Apache-2.0
#pragma once

// regex(): PCRE2 with limits, on the whole text.

#include "peil/xpath/error.h"

#include <memory>
#include <string_view>

namespace peil::xpath {

struct CompiledRegex;

/// @return XpathErrc::BadArgument with the error in the pattern and its position.
[[nodiscard]] Result<std::shared_ptr<const CompiledRegex>> compileRegex(std::string_view pattern);
/// From a small cache, for patterns that are computed. Safe on several threads.
[[nodiscard]] Result<std::shared_ptr<const CompiledRegex>> cachedRegex(std::string_view pattern);
/// Whether the whole of `text` matches. @return XpathErrc::TooMuchWork when the limits of match or depth are reached.
[[nodiscard]] Result<bool> matchWhole(const CompiledRegex& regex, std::string_view text);

} // namespace peil::xpath
