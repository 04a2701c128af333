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
    Outcome,    ///< of an interview that counts, a label; the others are reasons of NotCounted
    Contact,    ///< how an approach ended, a label
    Discard,    ///< why an interview was erased on its tablet, a label
    Loss, ///< why an interview is lost between contact and analysis and no other kind says it, a label; English and
          ///< Dutch
    Disclosure,  ///< what a release looked at and changed, a sentence with places {0}, {1}, …; English and Dutch
    Role,        ///< of a user, a label
    Check,       ///< that only the export makes, a label; rules of a study have their own
    Row,         ///< why an interview has no part in an estimate, a part of a sentence
    RegisterRow, ///< the same of a row of the register's table
    Design,      ///< of a sample, a part of a sentence; English and Dutch
    Definition,  ///< of sample and register, and what differs between them: sentences and parts of them
    Phrase,      ///< what fits none of the others
    Area,        ///< how the area of a register was chosen, the end of a sentence; English and Dutch
};

[[nodiscard]] std::string_view idOf(Kind kind); ///< as words.json has it
/// In `language`, such as "nl", else in English; the id itself when nothing has that id.
[[nodiscard]] std::string textOf(Kind kind, std::string_view id, std::string_view language = "en");
/// The same with `values` in the places {0}, {1}, …
[[nodiscard]] std::string textOf(Kind kind, std::string_view id, std::string_view language,
                                 const std::vector<std::string>& values);
/// Why an interview is left out at any step between contact and analysis: of NotCounted, Quarantine, Contact or Loss.
[[nodiscard]] std::string lossText(std::string_view reason, std::string_view language = "en");
/// `text`, or that it is not stated.
[[nodiscard]] std::string stated(const std::string& text, std::string_view language = "en");
/// Why rows of a table are not used: of Row or RegisterRow, with their value and what was probably meant, both of which
/// may be empty.
[[nodiscard]] std::string rowText(Kind kind, std::string_view reason, const std::string& value,
                                  const std::string& probably, std::string_view language = "en");
/// Whether that very text is there.
[[nodiscard]] bool has(Kind kind, std::string_view id, std::string_view language);
/// words.json itself.
[[nodiscard]] std::string_view json();

} // namespace peil::words
