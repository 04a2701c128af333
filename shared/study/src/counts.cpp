// SPDX-License-Identifier: Apache-2.0
#include "peil/study/counts.h"

#include <algorithm>

namespace peil::study {
namespace {

struct Entry {
    std::string_view id, english, dutch;
};
constexpr std::array<Entry, kNotCounted> kEntries{{
    {"withdrawn", "were withdrawn by the participant", "zijn door de deelnemer ingetrokken"},
    {"superseded", "have a newer version", "zijn vervangen door een nieuwere versie"},
    {"duplicate", "are marked as duplicates", "zijn als dubbel gemarkeerd"},
    {"rejected", "were rejected in review", "zijn bij de controle afgekeurd"},
    {"no_consent", "lack consent", "hebben geen toestemming"},
    {"not_eligible", "are not eligible", "vallen buiten de doelgroep"},
    {"broken_off", "are broken off", "zijn afgebroken"},
    {"not_complete", "have an outcome other than complete", "hebben een andere uitkomst dan compleet"},
    {"unknown_city", "name a city that is not in the study", "noemen een stad die niet in het onderzoek zit"},
    {"unknown_group", "belong to none of the study's groups", "horen bij geen van de groepen van het onderzoek"},
    {"other_group", "belong to a different group than recorded", "horen bij een andere groep dan genoteerd"},
    {"broken_rule", "violate a rule of the study", "zijn in strijd met een regel van het onderzoek"},
}};

const Entry& entryOf(NotCounted reason) {
    return kEntries[static_cast<std::size_t>(reason)];
}

std::optional<NotCounted> outcomeOf(std::string_view outcome, Overlooked overlooked) {
    if (outcome == "not_eligible")
        return overlooked.notEligible ? std::nullopt : std::optional(NotCounted::NotEligible);
    if (outcome == "broken_off") return overlooked.brokenOff ? std::nullopt : std::optional(NotCounted::BrokenOff);
    return outcome == "complete" ? std::nullopt : std::optional(NotCounted::NotComplete);
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
    return entryOf(reason).id;
}

std::optional<NotCounted> notCountedOf(std::string_view id) {
    if (id == "double") return NotCounted::Duplicate; // its id until it was renamed
    const auto found =
        std::find_if(kEntries.begin(), kEntries.end(), [&](const Entry& entry) { return entry.id == id; });
    if (found == kEntries.end()) return std::nullopt;
    return static_cast<NotCounted>(found - kEntries.begin());
}

std::string_view describe(NotCounted reason, std::string_view language) {
    return language == "nl" ? entryOf(reason).dutch : entryOf(reason).english;
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
    if (const auto reason = outcomeOf(content.outcome, overlooked)) return reason;
    if (content.outcome == "complete") {
        if (!hasCity(study, content.city)) return NotCounted::UnknownCity;
        if (!hasGroup(study, content.group)) return NotCounted::UnknownGroup;
    }
    if (content.derivedGroup && *content.derivedGroup != content.group) return NotCounted::OtherGroup;
    if (content.breaksRule) return NotCounted::BrokenRule;
    return std::nullopt;
}

} // namespace peil::study
