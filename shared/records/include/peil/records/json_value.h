// SPDX-License-Identifier: Apache-2.0
#pragma once

// Members of a JSON object that others wrote: what is not there, or of another kind, reads as empty, 0 or false.

#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peil::records {

/// Null when there is none.
[[nodiscard]] const boost::json::value* find(const boost::json::value& object, std::string_view name);
[[nodiscard]] std::string textOf(const boost::json::value& object, std::string_view name);
[[nodiscard]] std::optional<std::int64_t> integerOf(const boost::json::value& object, std::string_view name);
[[nodiscard]] std::int64_t numberOf(const boost::json::value& object, std::string_view name);
[[nodiscard]] bool isTrue(const boost::json::value& object, std::string_view name);
[[nodiscard]] std::vector<boost::json::value> listOf(const boost::json::value& object, std::string_view name);

} // namespace peil::records
