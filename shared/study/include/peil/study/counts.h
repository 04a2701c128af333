// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which interviews count: the one answer for quotas on server and tablet, the running estimate, response figures and
// the export. Here is what is decided, from facts; records/counting.h takes the facts from open answers, the export
// from the sealed copy. Not for: what an export leaves out beyond this (interviews that nobody has approved, or that
// are sealed for others).

#include "peil/study/study.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace peil::study {

/// Why an interview does not count. Each has one reason: the first that holds, in this order. The ids are stable: they
/// stand in manifest.json and in answers of the server.
enum class NotCounted : std::uint8_t {
    Withdrawn,    ///< the participant took it back
    Superseded,   ///< there is a newer revision
    Duplicate,    ///< marked as a duplicate of another interview
    Rejected,     ///< in review
    NoConsent,    ///< without a yes to the question of consent
    NotEligible,  ///< outside the study's population
    BrokenOff,    ///< ended before its end
    NotComplete,  ///< with an outcome of the form's own that is not "complete"
    UnknownCity,  ///< in no city of the study
    UnknownGroup, ///< in no group of the study
    OtherGroup,   ///< [cleaning].group derives another group than the interview says
    BrokenRule,   ///< breaks a rule of the study that leaves out
    Count_,
};
inline constexpr std::size_t kNotCounted = static_cast<std::size_t>(NotCounted::Count_);

/// withdrawn, superseded, duplicate, …
[[nodiscard]] std::string_view idOf(NotCounted reason);
[[nodiscard]] std::optional<NotCounted> notCountedOf(std::string_view id);
/// Ends a sentence that begins with "3 interviews", in English or Dutch ("nl").
[[nodiscard]] std::string_view describe(NotCounted reason, std::string_view language = "en");

/// Interviews by reason.
struct NotCountedTally {
    std::array<std::size_t, kNotCounted> counts{};
    [[nodiscard]] std::size_t& operator[](NotCounted reason) { return counts[static_cast<std::size_t>(reason)]; }
    [[nodiscard]] std::size_t operator[](NotCounted reason) const { return counts[static_cast<std::size_t>(reason)]; }
};

/// What people have done about an interview. One with open issues, or not looked at yet, still counts.
struct Acts {
    bool withdrawn = false, superseded = false, markedDuplicate = false, rejected = false;
};

/// What an interview says, as far as the reader of it can see. Borrows its texts.
struct Content {
    std::string_view outcome;
    std::string_view city, group;
    /// The answer to the question of consent; empty, too, when it was not asked: that is no consent.
    std::string_view consent;
    /// The reader cannot see the question at all, because it is sealed for others: the outcome must do.
    bool consentIsSealed = false;
    /// What [cleaning].group makes of the answers; nothing when the reader cannot tell.
    std::optional<std::string_view> derivedGroup;
    bool breaksRule = false; ///< of action leave_out, among those that the reader can judge
};

/// Outcomes to take although they do not count: what `peil export --include` asks for.
struct Overlooked {
    bool brokenOff = false, notEligible = false;
};

/// Whether `answer` is one of the study's yeses. An empty one never is.
[[nodiscard]] bool isConsent(const Cleaning& cleaning, std::string_view answer);
/// The city that an answer names by name or code; null when the study has no such city.
[[nodiscard]] const City* cityOf(const Study& study, std::string_view answer);

/// What people decided; nothing when none of it speaks against the interview.
[[nodiscard]] std::optional<NotCounted> whyNotCounted(const Acts& acts);
/// What the interview itself decides. Overlooked outcomes need consent and rules, but neither city nor group.
[[nodiscard]] std::optional<NotCounted> whyNotCounted(const Study& study, const Content& content,
                                                      Overlooked overlooked = {});

} // namespace peil::study
