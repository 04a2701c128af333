// SPDX-License-Identifier: Apache-2.0
#pragma once

// The question types of XLSForm: what each one stores and shows, and all its spellings.

#include <string>
#include <string_view>
#include <vector>

namespace peil::xlsform {

/// The properties of a type.
struct TypeInfo {
    std::string_view name;          ///< canonical spelling
    std::string_view control;       ///< body element; empty = not shown
    std::string_view bindType;      ///< empty = no separate bind
    std::string_view mediaType;     ///< of an upload
    std::string_view preload;       ///< jr:preload
    std::string_view preloadParams; ///< jr:preloadParams
    bool readonly = false;
    std::string_view constraint = {}; ///< when the row has none
    std::string_view hint = {};       ///< when the row has none
};

enum class SelectSource { List, File, External };
enum class Boundary { None, Begin, End };
enum class Section { Group, Repeat, Loop };

/// A type cell understood.
struct ParsedType {
    const TypeInfo* info = nullptr; ///< null for a boundary of a section
    Boundary boundary = Boundary::None;
    Section section = Section::Group;
    std::string list; ///< of a select, rank, loop or osm; may be a file name or `${name}`
    SelectSource source = SelectSource::List;
    bool orOther = false;
    std::string unknown; ///< the words, when they are no type
};

[[nodiscard]] ParsedType parseType(std::string_view cell);
[[nodiscard]] const TypeInfo* findType(std::string_view spelling);
/// Every spelling, for "did you mean".
[[nodiscard]] std::vector<std::string> typeSpellings();
/// False for rows that only attach a file.
[[nodiscard]] bool hasNode(const TypeInfo& type);
[[nodiscard]] bool isSelect(const TypeInfo& type);

} // namespace peil::xlsform
