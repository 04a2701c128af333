// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peil {

/// True for a name without a prefix that XML, XForms and XLSForm allow: a letter or underscore, then letters, digits,
/// hyphens, underscores and full stops, in any script.
[[nodiscard]] bool isXmlName(std::string_view name);

} // namespace peil
