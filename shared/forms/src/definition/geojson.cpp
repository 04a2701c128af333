// SPDX-License-Identifier: Apache-2.0
#include "definition/geojson.h"

#include "peil/base/text.h"

#include <boost/json.hpp>
#include <optional>

namespace peil::forms {
namespace {

namespace json = boost::json;

std::string scalarText(const json::value& value) {
    if (value.is_string()) return std::string(value.as_string());
    if (value.is_null()) return {};
    if (value.is_double()) return formatNumber(value.as_double());
    return json::serialize(value);
}

// GeoJSON has longitude first, ODK latitude first.
std::string pointText(const json::value& value) {
    if (!value.is_array() || value.as_array().size() < 2) return {};
    const auto& point = value.as_array();
    return scalarText(point[1]) + " " + scalarText(point[0]) + " 0 0";
}

std::string lineText(const json::value& value) {
    std::string text;
    if (!value.is_array()) return text;
    for (const auto& point : value.as_array())
        text += (text.empty() ? "" : "; ") + pointText(point);
    return text;
}

std::string_view typeOf(const json::value& value) {
    const auto* type = value.is_object() ? value.as_object().if_contains("type") : nullptr;
    return type == nullptr || !type->is_string() ? std::string_view{} : std::string_view(type->as_string());
}

/// Nothing for a geometry that ODK has no text for, such as a MultiPolygon. A feature may have none: null.
std::optional<std::string> geometryText(const json::value& geometry) {
    if (geometry.is_null()) return std::string{};
    const auto name = typeOf(geometry);
    const auto* coordinates = geometry.is_object() ? geometry.as_object().if_contains("coordinates") : nullptr;
    if (coordinates == nullptr || !coordinates->is_array()) return std::nullopt;
    if (name == "Point") return pointText(*coordinates);
    if (name == "LineString") return lineText(*coordinates);
    if (name != "Polygon") return std::nullopt;
    const auto& rings = coordinates->as_array();
    return rings.empty() ? std::string{} : lineText(rings.front());
}

bool addFeature(const json::value& feature, xpath::Document& document, xpath::NodeIndex root) {
    if (typeOf(feature) != "Feature") return false;
    const auto& object = feature.as_object();
    const auto item = document.appendElement(root, "item");
    if (const auto* geometry = object.if_contains("geometry")) {
        const auto place = geometryText(*geometry);
        if (!place) return false;
        document.setText(document.appendElement(item, "geometry"), *place);
    }
    const auto* id = object.if_contains("id");
    if (id != nullptr) document.setText(document.appendElement(item, "id"), scalarText(*id));
    const auto* properties = object.if_contains("properties");
    if (properties == nullptr || !properties->is_object()) return true;
    for (const auto& [name, value] : properties->as_object()) {
        if (name == "id" && id != nullptr) continue;
        document.setText(document.appendElement(item, std::string_view(name)), scalarText(value));
    }
    return true;
}

} // namespace

bool geoJsonToDocument(std::string_view text, xpath::Document& document) {
    json::error_code fault;
    const auto value = json::parse(json::string_view(text.data(), text.size()), fault);
    if (fault || !value.is_object()) return false;
    const auto& object = value.as_object();
    const auto* features = object.if_contains("features");
    if (typeOf(value) != "FeatureCollection") return false;
    if (features == nullptr || !features->is_array()) return false;
    const auto root = document.appendElement(xpath::kRoot, "root");
    for (const auto& feature : features->as_array())
        if (!addFeature(feature, document, root)) return false;
    return true;
}

} // namespace peil::forms
