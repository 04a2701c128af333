// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text inside XML 1.0 and HTML. Source: XML 1.0 (Fifth Edition), sections 2.2, 2.4 and 3.3.3.

#include <string>
#include <string_view>

namespace peil {

enum class MarkupPlace {
    Text,
    Attribute ///< between double quotes
};

/// Appends `text` so that a parser returns it unchanged, including line ends and tabs. Characters that XML does not
/// allow (most controls, U+FFFE, U+FFFF) are dropped. `text` is UTF-8.
void appendMarkup(std::string& out, std::string_view text, MarkupPlace place);
/// The same as a new string, valid in both contexts.
[[nodiscard]] std::string markup(std::string_view text);

} // namespace peil
