// SPDX-License-Identifier: Apache-2.0
#pragma once

// A form from whatever a designer has: an .xlsx workbook, a folder of sheets in CSV, or an XForm.

#include "peil/forms/definition.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace peil::cli {

enum class Gravity { Note, Warning, Error };
[[nodiscard]] const char* nameOf(Gravity gravity); ///< as in "warning: …"

/// A remark about a form, ready to print: where, what is wrong, what to do.
struct Remark {
    Gravity gravity = Gravity::Error;
    std::string text;
};

struct FormFile {
    std::string xform;                        ///< empty when a sheet has an error
    std::string itemsetsCsv;                  ///< itemsets.csv; empty when the form needs none
    std::map<std::string, std::string> files; ///< by name: the lists that the form names and that are there
    forms::FormPointer form;                  ///< null when there is an error
    std::vector<Remark> remarks;

    [[nodiscard]] bool sound() const { return form != nullptr; }
    [[nodiscard]] std::size_t count(Gravity gravity) const;
};

/// Reads, compiles and checks; faults of the form are remarks. @return an error only when the file cannot be read at
/// all.
[[nodiscard]] Result<FormFile> readForm(const std::filesystem::path& path);

} // namespace peil::cli
