// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bytes, and their two text forms.

#include "peil/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peil {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

[[nodiscard]] inline ByteView bytesOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view textOf(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
[[nodiscard]] inline Bytes toBytes(std::string_view text) {
    return {text.begin(), text.end()};
}

/// Lower-case hexadecimal.
[[nodiscard]] std::string toHex(ByteView bytes);
/// @return BadHex when `text` has another character or an odd length.
[[nodiscard]] Result<Bytes> fromHex(std::string_view text);

/// RFC 4648 section 4, with padding.
[[nodiscard]] std::string toBase64(ByteView bytes);
/// RFC 4648 section 4; white space is ignored, padding may be absent. @return BadBase64.
[[nodiscard]] Result<Bytes> fromBase64(std::string_view text);

} // namespace peil
