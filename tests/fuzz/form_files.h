// SPDX-License-Identifier: Apache-2.0
#pragma once

// A form and the files that it asks for, from one input.

#include "sections.h"

#include "peil/forms/definition.h"

namespace peil_fuzz {

/// The form comes first; each line "--- URI" begins a file that the form can name in `src`. Borrows from `input`.
struct FormFiles {
    std::string_view form;
    peil::forms::ResourceLoader loader;
};

[[nodiscard]] inline FormFiles formFiles(std::string_view input) {
    auto sections = splitSections(input);
    const auto form = sections.front().text;
    auto loader = [sections = std::move(sections)](std::string_view uri) -> std::optional<std::string> {
        for (const auto& section : sections)
            if (!section.name.empty() && section.name == uri) return std::string(section.text);
        return std::nullopt;
    };
    return {form, std::move(loader)};
}

} // namespace peil_fuzz
