// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that more than one program shows, by kind, id and language. They are in words.json, which the dashboard reads
// as it is. Threads: any.

#include <string>
#include <string_view>
#include <vector>

namespace peil::words {

enum class Kind {
    Warning,    ///< of an estimate, a sentence
    NoInterval, ///< why a size has no interval, a sentence
    NotCounted, ///< why an interview does not count, a label
    Quarantine, ///< why an item is in quarantine, a label
    Loss,       ///< a step between contact and analysis, a short label; in English and Dutch
    Role,       ///< of a user, a label
};

/// In `language`, such as "nl", else in English; the id itself when nothing has that id.
[[nodiscard]] std::string textOf(Kind kind, std::string_view id, std::string_view language = "en");
/// Whether that very text is there.
[[nodiscard]] bool has(Kind kind, std::string_view id, std::string_view language);
/// In the order of words.json.
[[nodiscard]] std::vector<std::string> idsOf(Kind kind);
/// words.json itself.
[[nodiscard]] std::string_view json();

} // namespace peil::words
