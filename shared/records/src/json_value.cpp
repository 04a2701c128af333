// SPDX-License-Identifier: Apache-2.0
#include "peil/records/json_value.h"

namespace peil::records {

std::string textOf(const boost::json::value& object, std::string_view name) {
    const auto* members = object.if_object();
    const auto* value = members == nullptr ? nullptr : members->if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::int64_t numberOf(const boost::json::value& object, std::string_view name) {
    const auto* members = object.if_object();
    const auto* value = members == nullptr ? nullptr : members->if_contains(name);
    return value != nullptr && value->is_int64() ? value->as_int64() : 0;
}

std::vector<boost::json::value> listOf(const boost::json::value& object, std::string_view name) {
    const auto* members = object.if_object();
    const auto* value = members == nullptr ? nullptr : members->if_contains(name);
    if (value == nullptr || !value->is_array()) return {};
    return {value->as_array().begin(), value->as_array().end()};
}

} // namespace peil::records
