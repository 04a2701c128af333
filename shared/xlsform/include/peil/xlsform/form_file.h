// SPDX-License-Identifier: Apache-2.0
#pragma once

// A form from whatever a designer has: a workbook, sheets in CSV, or an XForm.

#include "peil/xlsform/compile.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace peil::xlsform {

/// Largest file of a form or study.
inline constexpr std::uintmax_t kMaxFormBytes = std::uintmax_t{64} << 20U;

struct FormFile {
    Workbook sheets;                          ///< as read; empty for an XForm
    std::string xform;                        ///< empty when a sheet has an error, or with XformText::No
    std::string itemsetsCsv;                  ///< itemsets.csv; empty when the form needs none
    std::map<std::string, std::string> files; ///< by name: the lists that the form names and that are there
    forms::FormPointer form;                  ///< null if there is an error; borrows the rows of `sheets`
    std::vector<Diagnostic> remarks;

    [[nodiscard]] bool sound() const { return form != nullptr; }
};

/// Reads, compiles and checks; errors of the form are remarks. @return an error only if the file cannot be read.
[[nodiscard]] Result<FormFile> readForm(const std::filesystem::path& path, XformText text = XformText::Yes);

} // namespace peil::xlsform
