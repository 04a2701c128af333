// SPDX-License-Identifier: Apache-2.0
#pragma once

// Headings of the codebook, and counts as it prints them. Internal.

#include "peil/export/codebook.h"

namespace peil::exports {

enum class Heading {
    Codebook,
    Variables,
    Rows,
    Name,
    Question,
    Type,
    Class,
    Values,
    Code,
    Meaning,
    Count,
    Proportion,
    Valid,
    Missing,
    Minimum,
    Maximum,
    Mean,
    Deviation,
    First,
    Last,
    Other,
    Version,
    Date,
    Producer,
    StatName,
    StatNumber,
    FromStudy,
    Inferred,
};
/// Dutch for "nl", else English.
[[nodiscard]] std::string_view heading(Heading which, std::string_view language);
/// What a reason for no answer is called.
[[nodiscard]] std::string_view labelOf(MissingReason reason, std::string_view language);
[[nodiscard]] std::string_view labelOf(VariableType type, std::string_view language);
[[nodiscard]] std::string_view labelOf(FieldClass fieldClass, std::string_view language);
/// Nothing for a type that the form gives, else a part of a sentence: who says so.
[[nodiscard]] std::string_view labelOf(TypeOrigin origin, std::string_view language);
/// Every language that a label of the dataset has, in alphabetical order.
[[nodiscard]] std::vector<std::string> languagesOf(const Dataset& dataset);

} // namespace peil::exports
