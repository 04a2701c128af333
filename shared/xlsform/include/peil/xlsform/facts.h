// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an XForm says, in canonical form: the same for two forms that differ in white space, prefixes or the order of
// attributes only. For `peil form facts` and for comparing compilers; not an input of the form engine.

#include "peil/xlsform/error.h"

#include <string>
#include <string_view>

namespace peil::xlsform {

/// JSON object: namespaces, title, model_attributes, root, root_attributes, instance_nodes, instances (the first 500
/// items of each), binds, actions, itext by language, id and form, itext_default, controls, body_attributes, and
/// submission when there is one. An `<output>` in a text stands as `${{path}}`.
/// @return NotAnXForm when the text is not well-formed XML with a model and a primary instance.
[[nodiscard]] Result<std::string> factsJson(std::string_view xform);

} // namespace peil::xlsform
