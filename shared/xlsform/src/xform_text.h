// SPDX-License-Identifier: Apache-2.0
#pragma once

// A compiled form as text. Its long parts, translations and lists, become XML only here.

#include "itext.h"

#include "peil/forms/form_tree.h"

#include <memory>
#include <optional>

namespace peil::xlsform {

/// A form that was written but for what its itext and lists hold.
struct WrittenForm {
    pugi::xml_document document;
    forms::ListsById lists;
    std::unique_ptr<const Itext> itext; ///< borrows the Form
};

/// The XForm, or nothing if it is longer than the form engine reads.
[[nodiscard]] std::optional<std::string> textOf(const WrittenForm& form);
/// False if textOf() gives nothing.
[[nodiscard]] bool fitsAsText(const WrittenForm& form);

} // namespace peil::xlsform
