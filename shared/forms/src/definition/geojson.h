// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/xpath/document.h"

#include <string_view>

namespace peil::forms {

/// A GeoJSON FeatureCollection as root/item, with `geometry` in ODK's text, each property, and `id`.
/// @return false when the text is not such a collection.
[[nodiscard]] bool geoJsonToDocument(std::string_view text, xpath::Document& document);

} // namespace peil::forms
