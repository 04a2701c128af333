// SPDX-License-Identifier: Apache-2.0
#include "peil/records/json_value.h"

namespace peil::records {

const boost::json::value* find(const boost::json::value& object, std::string_view name) {
    const auto* members = object.if_object();
    return members == nullptr ? nullptr : members->if_contains(name);
}

std::string textOf(const boost::json::value& object, std::string_view name) {
    const auto* value = find(object, name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::optional<std::int64_t> integerOf(const boost::json::value& object, std::string_view name) {
    const auto* value = find(object, name);
    return value != nullptr && value->is_int64() ? std::optional(value->as_int64()) : std::nullopt;
}

std::int64_t numberOf(const boost::json::value& object, std::string_view name) {
    return integerOf(object, name).value_or(0);
}

bool isTrue(const boost::json::value& object, std::string_view name) {
    const auto* value = find(object, name);
    return value != nullptr && value->is_bool() && value->as_bool();
}

std::vector<boost::json::value> listOf(const boost::json::value& object, std::string_view name) {
    const auto* value = find(object, name);
    if (value == nullptr || !value->is_array()) return {};
    return {value->as_array().begin(), value->as_array().end()};
}

} // namespace peil::records
