// SPDX-License-Identifier: Apache-2.0
#include "peil/study/vocabulary.h"

#include "peil/base/enum_text.h"

namespace peil::study {
namespace {

constexpr EnumText<Outcome> kOutcomes[] = {
    {Outcome::Complete, "complete"}, {Outcome::BrokenOff, "broken_off"}, {Outcome::NotEligible, "not_eligible"}};

constexpr EnumText<BreakOff> kBreakOffs[] = {{BreakOff::NoTime, "no_time"},
                                             {BreakOff::WantsToStop, "wants_to_stop"},
                                             {BreakOff::Interrupted, "interrupted"},
                                             {BreakOff::Other, "other"}};

constexpr EnumText<ReviewState> kReviewStates[] = {{ReviewState::Received, "received"},
                                                   {ReviewState::HasIssues, "has_issues"},
                                                   {ReviewState::Approved, "approved"},
                                                   {ReviewState::Rejected, "rejected"}};

constexpr EnumText<EnvelopeStatus> kEnvelopeStates[] = {{EnvelopeStatus::Received, "received"},
                                                        {EnvelopeStatus::Quarantined, "quarantined"},
                                                        {EnvelopeStatus::Withdrawn, "withdrawn"}};

constexpr EnumText<Role> kRoles[] = {{Role::CityCoordinator, "city_coordinator"},
                                     {Role::NationalCoordinator, "national_coordinator"},
                                     {Role::Researcher, "researcher"},
                                     {Role::DataProtectionOfficer, "data_protection_officer"},
                                     {Role::Administrator, "administrator"}};

} // namespace

std::string_view idOf(Outcome outcome) {
    return textIn(kOutcomes, outcome);
}

std::optional<Outcome> outcomeOf(std::string_view id) {
    return valueIn(kOutcomes, id);
}

std::string_view idOf(BreakOff reason) {
    return textIn(kBreakOffs, reason);
}

std::string_view idOf(ReviewState state) {
    return textIn(kReviewStates, state);
}

std::optional<ReviewState> reviewStateOf(std::string_view id) {
    return valueIn(kReviewStates, id);
}

std::vector<std::string> reviewStateIds() {
    return textsIn(kReviewStates);
}

std::string_view idOf(EnvelopeStatus status) {
    return textIn(kEnvelopeStates, status);
}

std::optional<EnvelopeStatus> envelopeStatusOf(std::string_view id) {
    return valueIn(kEnvelopeStates, id);
}

std::string_view idOf(Role role) {
    return textIn(kRoles, role);
}

std::optional<Role> roleOf(std::string_view id) {
    return valueIn(kRoles, id);
}

std::vector<std::string> roleIds() {
    return textsIn(kRoles);
}

} // namespace peil::study
