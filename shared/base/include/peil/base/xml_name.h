// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace peil {

/// True for a name without a prefix that XML 1.0 (fifth edition), XForms and XLSForm allow: a letter or underscore,
/// then letters, digits, hyphens, underscores and full stops; letters of every script. `name` is UTF-8.
[[nodiscard]] bool isXmlName(std::string_view name);
/// Bytes of the longest such name that `text` begins with; 0 when it begins with none.
[[nodiscard]] std::size_t xmlNameLength(std::string_view text);

} // namespace peil
