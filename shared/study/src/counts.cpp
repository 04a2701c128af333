// SPDX-License-Identifier: Apache-2.0
#include "peil/study/counts.h"

#include "peil/study/vocabulary.h"

#include <algorithm>

namespace peil::study {
namespace {

constexpr std::array<std::string_view, kNotCounted> kIds{"withdrawn",    "superseded",    "duplicate",   "rejected",
                                                         "no_consent",   "not_eligible",  "broken_off",  "not_complete",
                                                         "unknown_city", "unknown_group", "other_group", "broken_rule"};

std::optional<NotCounted> whyOutcome(std::string_view outcome, Overlooked overlooked) {
    const auto known = outcomeOf(outcome);
    if (!known) return NotCounted::NotComplete;
    if (*known == Outcome::NotEligible && !overlooked.notEligible) return NotCounted::NotEligible;
    if (*known == Outcome::BrokenOff && !overlooked.brokenOff) return NotCounted::BrokenOff;
    return std::nullopt;
}

/// A study has cities and groups (parseStudy); where a caller made one without, nothing is held against an interview.
bool hasCity(const Study& study, std::string_view answer) {
    return study.cities.empty() || cityOf(study, answer) != nullptr;
}

bool hasGroup(const Study& study, std::string_view id) {
    if (study.groups.empty()) return true;
    return std::any_of(study.groups.begin(), study.groups.end(), [&](const Group& group) { return group.id == id; });
}

} // namespace

std::string_view idOf(NotCounted reason) {
    return kIds[static_cast<std::size_t>(reason)];
}

std::optional<NotCounted> notCountedOf(std::string_view id) {
    if (id == "double") return NotCounted::Duplicate; // its id until it was renamed
    const auto found = std::find(kIds.begin(), kIds.end(), id);
    return found == kIds.end() ? std::nullopt : std::optional(static_cast<NotCounted>(found - kIds.begin()));
}

bool isConsent(const Cleaning& cleaning, std::string_view answer) {
    const auto& yes = cleaning.consentValues;
    return !answer.empty() && std::find(yes.begin(), yes.end(), answer) != yes.end();
}

const City* cityOf(const Study& study, std::string_view answer) {
    const auto found = std::find_if(study.cities.begin(), study.cities.end(),
                                    [&](const City& city) { return city.name == answer || city.code == answer; });
    return found == study.cities.end() ? nullptr : &*found;
}

std::optional<NotCounted> whyNotCounted(const Acts& acts) {
    if (acts.withdrawn) return NotCounted::Withdrawn;
    if (acts.superseded) return NotCounted::Superseded;
    if (acts.markedDuplicate) return NotCounted::Duplicate;
    if (acts.rejected) return NotCounted::Rejected;
    return std::nullopt;
}

std::optional<NotCounted> whyNotCounted(const Study& study, const Content& content, Overlooked overlooked) {
    if (!content.consentIsSealed && !isConsent(study.cleaning, content.consent)) return NotCounted::NoConsent;
    if (const auto reason = whyOutcome(content.outcome, overlooked)) return reason;
    if (content.outcome == idOf(Outcome::Complete)) {
        if (!hasCity(study, content.city)) return NotCounted::UnknownCity;
        if (!hasGroup(study, content.group)) return NotCounted::UnknownGroup;
    }
    if (content.derivedGroup && *content.derivedGroup != content.group) return NotCounted::OtherGroup;
    if (content.breaksRule) return NotCounted::BrokenRule;
    return std::nullopt;
}

} // namespace peil::study
