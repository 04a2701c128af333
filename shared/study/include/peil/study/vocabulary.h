// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that stand in records, on the wire and in stores, and that tablet, server and peil share: each has one enum,
// and one table of its texts in vocabulary.cpp. What people read for them is in words.json.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peil::study {

/// How an interview ended. A form may have further words of its own; such an interview does not count.
enum class Outcome : std::uint8_t { Complete, BrokenOff, NotEligible };
[[nodiscard]] std::string_view idOf(Outcome outcome); ///< complete, broken_off, not_eligible
[[nodiscard]] std::optional<Outcome> outcomeOf(std::string_view id);

/// Why an interview was broken off, as the tablet asks; in the answer `broken_off_because`, if the form has it.
enum class BreakOff : std::uint8_t { NoTime, WantsToStop, Interrupted, Other };
[[nodiscard]] std::string_view idOf(BreakOff reason); ///< no_time, wants_to_stop, interrupted, other

/// What people made of an interview. Persisted: never renumber.
enum class ReviewState : std::uint8_t { Received = 1, HasIssues = 2, Approved = 3, Rejected = 4 };
[[nodiscard]] std::string_view idOf(ReviewState state); ///< received, has_issues, approved, rejected
[[nodiscard]] std::optional<ReviewState> reviewStateOf(std::string_view id);
[[nodiscard]] std::vector<std::string> reviewStateIds();

/// What the server holds of an interview that was sent. Persisted: never renumber.
enum class EnvelopeStatus : std::uint8_t {
    Received = 1,
    Quarantined = 2,
    Withdrawn = 3, ///< by the participant; its bytes and open answers were deleted
};
[[nodiscard]] std::string_view idOf(EnvelopeStatus status); ///< received, quarantined, withdrawn
[[nodiscard]] std::optional<EnvelopeStatus> envelopeStatusOf(std::string_view id);

/// Of a user or API token. Persisted: never renumber.
enum class Role : std::uint8_t {
    CityCoordinator = 1,
    NationalCoordinator = 2,
    Researcher = 3,
    DataProtectionOfficer = 4,
    Administrator = 5,
};
[[nodiscard]] std::string_view idOf(Role role); ///< city_coordinator, …; empty for a number that is none
[[nodiscard]] std::optional<Role> roleOf(std::string_view id);
[[nodiscard]] std::vector<std::string> roleIds();

} // namespace peil::study
