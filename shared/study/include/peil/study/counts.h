// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which interviews count, for quotas on server and tablet, the running estimate, response figures and the export. This
// decides from facts; records/counting.h takes the facts from open answers, the export from the sealed copy. An export
// excludes more: interviews that are not approved, or sealed for others.

#include "peil/study/study.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace peil::study {

/// Why an interview does not count: the first reason that applies, in this order. The ids are stable: they are in
/// manifest.json and in responses of the server.
enum class NotCounted : std::uint8_t {
    Withdrawn,    ///< the participant took it back
    Superseded,   ///< there is a newer revision
    Duplicate,    ///< marked as a duplicate of another interview
    Rejected,     ///< in review
    NoConsent,    ///< without a yes to the question of consent
    NotEligible,  ///< outside the study's population
    BrokenOff,    ///< ended before its end
    NotComplete,  ///< with an outcome of the form's own
    UnknownCity,  ///< in no city of the study
    UnknownGroup, ///< in no group of the study
    OtherGroup,   ///< [cleaning].group derives another group than the interview says
    BrokenRule,   ///< breaks a rule of the study that leaves out
    Count_,
};
inline constexpr std::size_t kNotCounted = static_cast<std::size_t>(NotCounted::Count_);

/// withdrawn, superseded, duplicate, …; what people read for them is in words.json
[[nodiscard]] std::string_view idOf(NotCounted reason);
[[nodiscard]] std::optional<NotCounted> notCountedOf(std::string_view id);

/// Interviews by reason.
struct NotCountedTally {
    std::array<std::size_t, kNotCounted> counts{};
    [[nodiscard]] std::size_t& operator[](NotCounted reason) { return counts[static_cast<std::size_t>(reason)]; }
    [[nodiscard]] std::size_t operator[](NotCounted reason) const { return counts[static_cast<std::size_t>(reason)]; }
};

/// What people decided about an interview. One with open issues, or not reviewed yet, still counts.
struct Acts {
    bool withdrawn = false, superseded = false, markedDuplicate = false, rejected = false;
};

/// The content of an interview, as far as it can be read. Borrows its texts.
struct Content {
    std::string_view outcome;
    std::string_view city, group;
    /// The answer to the question of consent; also empty if it was not asked, which is no consent.
    std::string_view consent;
    /// The reader cannot see the question because it is sealed: the outcome decides.
    bool consentIsSealed = false;
    /// The group derived by [cleaning].group; nullopt if it cannot be evaluated.
    std::optional<std::string_view> derivedGroup;
    bool breaksRule = false; ///< with action leave_out, among those that can be evaluated
};

/// Outcomes to include although they do not count (`peil export --include`).
struct Overlooked {
    bool brokenOff = false, notEligible = false;
};

/// Whether `answer` means consent in the study. An empty one never does.
[[nodiscard]] bool isConsent(const Cleaning& cleaning, std::string_view answer);
/// The city that an answer names by name or code; null if the study has no such city.
[[nodiscard]] const City* cityOf(const Study& study, std::string_view answer);

/// The decisions of people; nullopt if they do not exclude the interview.
[[nodiscard]] std::optional<NotCounted> whyNotCounted(const Acts& acts);
/// The content of the interview. Overlooked outcomes need consent and rules, but neither city nor group.
[[nodiscard]] std::optional<NotCounted> whyNotCounted(const Study& study, const Content& content,
                                                      Overlooked overlooked = {});

} // namespace peil::study
