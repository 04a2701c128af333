// SPDX-License-Identifier: Apache-2.0
#pragma once

// Compiles an XLSForm to an ODK XForm. Reports all errors of a form at once, each with its cell, a message and the
// probable fix.

#include "peil/base/diagnostic.h"
#include "peil/forms/definition.h"
#include "peil/xlsform/workbook.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peil::xlsform {

/// Namespace of Peil's own attributes on binds (`peil:class`, `peil:noAnswer`).
inline constexpr std::string_view kPeilNamespace = "urn:peil:1";

/// Yes: expressions are compiled and the XForm is read by the form engine, and what they object to is reported at the
/// cell. No: only the rules of XLSForm, for comparing with other compilers.
enum class EngineCheck { No, Yes };

/// No: whoever only checks a form saves the time and memory of its XForm as text.
enum class XformText { No, Yes };

struct Options {
    std::string fallbackFormId = "data"; ///< form id and title when the settings sheet gives none
    std::string formName = "data";       ///< name of the root element when the settings sheet gives none
    EngineCheck engineCheck = EngineCheck::Yes;
    XformText text = XformText::Yes;
    /// Lists that the form reads from files, by the URI in the XForm, for the form engine; nothing = missing, which is
    /// a warning. Without this function every list counts as there, and as empty.
    std::function<std::optional<std::string>(std::string_view uri)> resources;
};

/// What became of a workbook.
struct Compiled {
    bool sound = false;               ///< no error among the diagnostics
    std::optional<std::string> xform; ///< absent when there is an error, or with XformText::No
    /// As the engine read it with Options::resources; else null. Borrows the rows of the workbook, wherever that moves.
    forms::FormPointer form;
    std::optional<std::string> itemsetsCsv; ///< itemsets.csv, when a select_one_external uses external_choices
    std::vector<Diagnostic> diagnostics;    ///< with sheet, row and column, in this order

    [[nodiscard]] bool ok() const { return sound; }
};

/// Never fails as a call: a workbook that is no form has errors in `diagnostics`. Pure; any thread.
[[nodiscard]] Compiled compile(const Workbook& workbook, const Options& options = {});

} // namespace peil::xlsform
