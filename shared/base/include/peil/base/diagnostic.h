// SPDX-License-Identifier: Apache-2.0
#pragma once

// Notes, warnings and errors about a form or study: one type for the form engine, the XLSForm compiler and the checks
// of a study. Not for failures of the program, which are an Error (result.h).

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace peil {

enum class Severity : std::uint8_t {
    Note,    ///< worth knowing; nothing to do
    Warning, ///< it works; someone should look at it
    Error,   ///< it does not work until this is corrected
};
[[nodiscard]] std::string_view idOf(Severity severity); ///< "note", "warning", "error"

/// The part of a form's node that a remark concerns: an attribute of its bind, or a part of its control.
enum class Property : std::uint8_t {
    None,
    Type,
    Class,    ///< peil:class
    NoAnswer, ///< peil:noAnswer
    Mode,     ///< peil:mode
    Relevant,
    Constraint,
    ConstraintMessage,
    Calculate,
    Readonly,
    Required,
    RequiredMessage,
    Label,
    Hint,
    ItemSet, ///< the choices, or the expression that picks them
    Count,   ///< jr:count of a repeat
    Appearance,
    Parameters, ///< of a range or an upload
    Action,     ///< setvalue and its like
};

/// Where it is: in a workbook by sheet, in a file by line, in an XForm by node. All parts may be empty.
struct Place {
    std::string sheet{};
    std::size_t row = 0;  ///< as a spreadsheet counts: the header is row 1. Without a sheet: line of the file. 0 = none
    std::string column{}; ///< the header as the designer wrote it. Without a sheet: the number of the column
    std::string file{};   ///< such as study.toml; empty if the reader knows which file is meant
    std::string node{};   ///< XPath of a node of the form, "model", or a table of the file, such as [cleaning]
    Property property = Property::None;

    bool operator==(const Place&) const = default;
};
/// "survey, row 12, column relevant", "study.toml, line 5, column 3, [cleaning]", "/data/age"; empty without a place.
[[nodiscard]] std::string describe(const Place& place);

/// One remark.
struct Diagnostic {
    Severity severity = Severity::Error;
    std::string id; ///< stable id of the kind of problem, in snake_case, such as "unknown_type"
    Place place;
    std::string message; ///< the problem, in whole sentences
    std::string cure{};  ///< what to do, in whole sentences; may be empty
};
/// Message and cure.
[[nodiscard]] std::string sentencesOf(const Diagnostic& diagnostic);
/// "survey, row 12, column relevant: There is no question ..."
[[nodiscard]] std::string describe(const Diagnostic& diagnostic);
/// The line for a terminal: "warning: form.xlsx: survey, row 12, ...". `source` is what the user asked to check.
[[nodiscard]] std::string lineOf(const Diagnostic& diagnostic, std::string_view source);

} // namespace peil
