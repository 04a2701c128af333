// SPDX-License-Identifier: Apache-2.0
#pragma once

// The little Markdown that ODK allows in labels (bold, italic, line breaks), for screens and without it.

#include <QtCore/qstring.h>

namespace peil::mobile {

/// For Text.StyledText: everything escaped but bold and italic. No link, picture or tag of a form reaches the screen.
[[nodiscard]] QString styledText(const std::string& text);
/// The words alone.
[[nodiscard]] QString plainText(const std::string& text);

} // namespace peil::mobile
