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

/// Appends `text` so that a parser gives it back, line ends and tabs included. What XML has no character for (most
/// controls, U+FFFE, U+FFFF) is left out. `text` is UTF-8.
void appendMarkup(std::string& out, std::string_view text, MarkupPlace place);
/// The same as a text of its own, fit for either place.
[[nodiscard]] std::string markup(std::string_view text);

} // namespace peil
