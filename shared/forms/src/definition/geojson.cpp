// SPDX-License-Identifier: Apache-2.0
#include "definition/geojson.h"

#include "peil/base/text.h"

#include <boost/json.hpp>

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
        text += (text.empty() ? "" : ";") + pointText(point);
    return text;
}

std::string geometryText(const json::value& geometry) {
    if (!geometry.is_object()) return {};
    const auto* type = geometry.as_object().if_contains("type");
    const auto* coordinates = geometry.as_object().if_contains("coordinates");
    if (type == nullptr || coordinates == nullptr || !type->is_string()) return {};
    const std::string_view name = type->as_string();
    if (name == "Point") return pointText(*coordinates);
    if (name == "LineString") return lineText(*coordinates);
    if (name == "Polygon" && coordinates->is_array() && !coordinates->as_array().empty())
        return lineText(coordinates->as_array().front());
    return {};
}

bool addFeature(const json::value& feature, xpath::Document& document, xpath::NodeIndex root) {
    if (!feature.is_object()) return false;
    const auto& object = feature.as_object();
    const auto item = document.appendElement(root, "item");
    if (const auto* geometry = object.if_contains("geometry"))
        document.setText(document.appendElement(item, "geometry"), geometryText(*geometry));
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
    const auto* type = object.if_contains("type");
    const auto* features = object.if_contains("features");
    if (type == nullptr || !type->is_string() || type->as_string() != "FeatureCollection") return false;
    if (features == nullptr || !features->is_array()) return false;
    const auto root = document.appendElement(xpath::kRoot, "root");
    for (const auto& feature : features->as_array())
        if (!addFeature(feature, document, root)) return false;
    return true;
}

} // namespace peil::forms
