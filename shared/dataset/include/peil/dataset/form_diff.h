// SPDX-License-Identifier: Apache-2.0
#pragma once

// What differs between two versions of a form, and what each difference does to interviews that were made with the old
// one. It follows the columns of the export (joined_layout.h), so that what "breaks" is what an export of both refuses.
// Not compared: when a question is asked, and which answers it accepts.

#include "peil/dataset/layout.h"

namespace peil::dataset {

enum class Change {
    Added,
    Removed,
    Renamed, ///< the same label and type under another name
    Moved,   ///< into, out of or to another repeat
    Retyped,
    Reclassed, ///< readable by the server, or not
    Reworded,
    ChoiceAdded,
    ChoiceRemoved,
    ChoiceRecoded, ///< the same label under another code
    ChoiceReworded,
};
[[nodiscard]] std::string_view idOf(Change change); ///< "added", "choice_recoded"

/// On interviews that were made with the old version.
enum class Effect {
    Safe,         ///< old and new answers go together as they are
    NeedsMapping, ///< nothing is lost, but the analyst has to combine or check
    Breaks,       ///< an export of both versions is refused
};
[[nodiscard]] std::string_view idOf(Effect effect); ///< "safe", "needs_mapping", "breaks"

struct FormChange {
    Change change = Change::Added;
    Effect effect = Effect::Safe;
    std::string question; ///< its name in the new version, or in the old one when it was removed
    std::string message;  ///< what changed and what to do, in whole sentences
};

/// In the order of the questions of the new version, then those that only the old one has. Pure; any thread.
[[nodiscard]] std::vector<FormChange> compareForms(const ExportSubject& before, const ExportSubject& after);

} // namespace peil::dataset
