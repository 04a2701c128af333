// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/export_remarks.h"

#include "peil/base/enum_text.h"
#include "peil/dataset/layout.h"
#include "peil/export/short_names.h"

namespace peil::dataset {
namespace {

constexpr std::size_t kMostRemarks = 20;

std::string_view because(exports::NameChange change) {
    using enum exports::NameChange;
    static constexpr EnumText<exports::NameChange> kTexts[] = {
        {None, ""},
        {Reserved, "SPSS or Stata reserves this name"},
        {Letters, "their names contain only A-Z, a-z, 0-9 and _, start with a letter and do not end with _"},
        {Length, "their names have at most 32 characters"},
        {Taken, "another column has that name there, and SPSS ignores case"}};
    return textIn(kTexts, change);
}

} // namespace

std::vector<Diagnostic> exportRemarks(const forms::FormDefinition& form) {
    std::vector<Diagnostic> remarks;
    std::size_t more = 0;
    const Layout layout({form, {}, {}, {}, {}, Fields::All, nullptr}, Layout::Columns::Named);
    for (const auto& planned : layout.tables()) {
        const auto names = exports::shortNames(planned.table);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i].change == exports::NameChange::None) continue;
            if (remarks.size() == kMostRemarks) {
                ++more;
                continue;
            }
            remarks.push_back({Severity::Warning,
                               "renamed_in_export",
                               {},
                               "The question \"" + planned.table.variables[i].name + "\" will be called \"" +
                                   names[i].name + "\" in .sav and .dta, because " +
                                   std::string(because(names[i].change)) + "."});
        }
    }
    if (more > 0)
        remarks.push_back(
            {Severity::Warning,
             "renamed_in_export",
             {},
             std::to_string(more) +
                 " more questions will have different names in .sav and .dta; names.csv in an export lists them all."});
    return remarks;
}

} // namespace peil::dataset
