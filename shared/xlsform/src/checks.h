// SPDX-License-Identifier: Apache-2.0
#pragma once

// Checks of a form beyond the errors that make it impossible to compile.

#include "survey.h"
#include "xform_text.h"

namespace peil::xlsform {

/// Checks every question and section: label, calculation, names, choices, and Peil's own columns.
void checkSurvey(const Form& form, Reporter& reporter);
/// Kinds of media that no screen can show, in a row of questions or choices.
void checkMedia(const Row& row, Reporter& reporter);
/// Media that the tablet does not show: once for each column, at its first cell.
void warnOfMedia(const Table& table, Reporter& reporter);
/// Names in `${...}` in cells that nothing else reads.
void checkUnreadReferences(Form& form, Reporter& reporter);
/// Columns that exist in one language of the form and not in another.
void checkTranslations(const Form& form, Reporter& reporter);

/// Lets the form engine read the finished form and reports what it says at the cell of the node and property that it
/// speaks of. @return the form, unless it has an error.
forms::FormPointer checkWithEngine(WrittenForm written, const Form& form, const forms::ResourceLoader& resources,
                                   Reporter& reporter);

} // namespace peil::xlsform
