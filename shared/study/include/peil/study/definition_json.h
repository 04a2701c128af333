// SPDX-License-Identifier: Apache-2.0
#pragma once

// Texts of a study, the declared definitions of it and its register, and their differences, as JSON for estimates,
// reports and the server. Separate from definition.h, so that only users of JSON include its headers.

#include "peil/study/study.h"

#include <boost/json/object.hpp>

namespace peil::study {

/// By language.
[[nodiscard]] boost::json::object textsJson(const LocalText& text);
/// Keys: "study" (id); "register" (null, or "register", "area", "year", "deduplicated", "definition"); "groups", each
/// with "group", "sample" and "register" (null, or the keys of study.toml); "differences", each with "group" (null =
/// all), "aspect", "sample", "register" (null = not declared), "effect" and "sentence" by language (en, nl, ar).
[[nodiscard]] boost::json::object definitionsJson(const Study& study);

} // namespace peil::study
