// SPDX-License-Identifier: Apache-2.0
#pragma once

// The stored text of each type of answer: what is accepted, and in which one form it is kept.

#include "peil/forms/definition.h"
#include "peil/xpath/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace peil::forms {

/// The text to store for `text`, which is never empty; nullopt if it does not fit the type.
[[nodiscard]] std::optional<std::string> encodeValue(DataType type, std::string_view text);
/// The same for what a form itself supplies (defaults, calculations, actions): what does not fit becomes empty.
[[nodiscard]] std::string castValue(DataType type, std::string_view text);
[[nodiscard]] xpath::NodeType nodeTypeOf(DataType type);

// One of these for each family of types.
[[nodiscard]] std::optional<std::string> encodeInteger(std::string_view text); ///< 32 bits; a fraction is truncated
[[nodiscard]] std::optional<std::string> encodeInteger(double number);         ///< the same of a calculated number
[[nodiscard]] std::optional<std::string> encodeDecimal(std::string_view text); ///< kept as typed
[[nodiscard]] std::optional<std::string> encodeDate(std::string_view text);    ///< YYYY-MM-DD, also of a local dateTime
[[nodiscard]] std::optional<std::string> encodeTime(std::string_view text);    ///< HH:MM:SS[.fff][zone], kept as typed
[[nodiscard]] std::optional<std::string> encodeDateTime(std::string_view text); ///< date T time, kept as typed
[[nodiscard]] std::optional<std::string> encodeGeopoint(std::string_view text); ///< lat lon alt acc
[[nodiscard]] std::optional<std::string> encodeGeoline(std::string_view text);  ///< points between semicolons

} // namespace peil::forms
