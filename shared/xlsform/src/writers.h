// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two halves of an XForm. Both resolve references as they write and report what cannot be resolved.

#include "itext.h"

namespace peil::xlsform {

/// What the writers share for one form.
struct Output {
    Form& form;
    References& references;
    Itext& itext;
    Reporter& reporter;
};

/// Instances, binds and actions; the itext must have been collected.
void writeModel(pugi::xml_node model, Output& output);
/// Registers every translated text.
void collectItext(Output& output);
void writeBody(pugi::xml_node body, Output& output);

/// Events of an action that belongs to `element`: with odk-new-repeat inside a repeat.
[[nodiscard]] std::string loadEvents(const Element& element);
/// True when the default has to be computed by a setvalue.
[[nodiscard]] bool hasDynamicDefault(const Element& element);
/// True when the question has a control in the body.
[[nodiscard]] bool isVisible(const Element& element);
/// Id of the secondary instance of a select from a file: the file name without its ending.
[[nodiscard]] std::string fileStem(const std::string& file);

} // namespace peil::xlsform
