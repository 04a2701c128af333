// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace peil::xlsform {

void appendUtf8(std::string& out, char32_t code);
/// Half a surrogate pair becomes U+FFFD.
[[nodiscard]] std::string utf8Of(std::u16string_view text);

} // namespace peil::xlsform
