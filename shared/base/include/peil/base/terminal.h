// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text of others on a terminal. A tablet or a user may send escape sequences that rename the window, fill the clipboard
// or write lines that the program never said; none of them may reach a terminal as what it is.

#include <string>
#include <string_view>

namespace peil {

enum class LineBreaks { Escape, Keep };

/// `text` with every control character (C0, DEL, C1), line separator and override of the writing direction as \uXXXX,
/// which is also how JSON writes them: serialised JSON stays JSON of the same value. What is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string forTerminal(std::string_view text, LineBreaks lineBreaks = LineBreaks::Escape);

} // namespace peil
