// SPDX-License-Identifier: Apache-2.0
#include "json.h"

#include "peil/base/ids.h"
#include "peil/base/text.h"
#include "peil/protocol/batch.h"

namespace peil::protocol {
namespace {

constexpr std::size_t kMaxDepth = 8;

} // namespace

bool isPlainUuid(std::string_view text) {
    const auto parsed = parseUuid(text);
    return parsed && *parsed == text;
}

std::optional<JsonReader> JsonReader::parse(std::string_view text) {
    if (text.size() > kMaxBodyBytes || !isUtf8(text)) return std::nullopt;
    boost::json::parse_options options;
    options.max_depth = kMaxDepth;
    boost::json::error_code status;
    auto value = boost::json::parse(boost::json::string_view(text.data(), text.size()), status, {}, options);
    if (status || !value.is_object()) return std::nullopt;
    return JsonReader(std::move(value.as_object()));
}

bool JsonReader::has(std::string_view name) const {
    return m_object.contains(boost::json::string_view(name.data(), name.size()));
}

std::string JsonReader::text(std::string_view name) {
    const auto* value = m_object.if_contains(boost::json::string_view(name.data(), name.size()));
    if (value != nullptr && value->is_string()) return std::string(value->as_string());
    flag(name);
    return {};
}

std::int64_t JsonReader::integer(std::string_view name, std::int64_t least, std::int64_t most) {
    const auto* value = m_object.if_contains(boost::json::string_view(name.data(), name.size()));
    if (value != nullptr && value->is_int64() && value->as_int64() >= least && value->as_int64() <= most)
        return value->as_int64();
    flag(name);
    return least;
}

bool JsonReader::boolean(std::string_view name) {
    const auto* value = m_object.if_contains(boost::json::string_view(name.data(), name.size()));
    if (value != nullptr && value->is_bool()) return value->as_bool();
    flag(name);
    return false;
}

JsonReader JsonReader::object(std::string_view name) {
    const auto* value = m_object.if_contains(boost::json::string_view(name.data(), name.size()));
    if (value != nullptr && value->is_object()) return JsonReader(value->as_object());
    flag(name);
    return JsonReader(boost::json::object{});
}

boost::json::array JsonReader::list(std::string_view name, std::size_t most) {
    const auto* value = m_object.if_contains(boost::json::string_view(name.data(), name.size()));
    if (value != nullptr && value->is_array() && value->as_array().size() <= most) return value->as_array();
    flag(name);
    return {};
}

std::vector<std::string> JsonReader::texts(std::string_view name, std::size_t most) {
    std::vector<std::string> texts;
    for (const auto& item : list(name, most)) {
        if (item.is_string())
            texts.emplace_back(item.as_string());
        else
            flag(name);
    }
    return texts;
}

void JsonReader::flag(std::string_view name) {
    if (m_fault.empty()) m_fault = name;
}

tl::unexpected<Error> JsonReader::fault(ProtocolErrc code) const {
    return fail(code, "The field \"" + m_fault + "\" is missing or invalid.");
}

} // namespace peil::protocol
