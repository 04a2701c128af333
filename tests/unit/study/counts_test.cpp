// SPDX-License-Identifier: Apache-2.0
// The one answer to "does this interview count?".
#include "peil/study/counts.h"

#include <catch2/catch_test_macros.hpp>

#include <numeric>
#include <set>

using namespace peil::study;

namespace {

Study studyOfTea() {
    Study study;
    study.cities = {{"HBR", "Harbour", {}}};
    study.groups = {{"tea", {}}, {"coffee", {}}};
    return study;
}

/// An interview that counts.
Content sound() {
    Content content;
    content.outcome = "complete";
    content.city = "Harbour";
    content.group = "tea";
    content.consent = "1";
    return content;
}

template <class Change>
std::optional<NotCounted> reasonWith(Change change, Overlooked overlooked = {}) {
    auto content = sound();
    change(content);
    return whyNotCounted(studyOfTea(), content, overlooked);
}

} // namespace

TEST_CASE("a complete, consented interview of the study's cities and groups counts", "[study][counts]") {
    CHECK_FALSE(whyNotCounted(studyOfTea(), sound()));
    CHECK_FALSE(reasonWith([](Content& one) { one.city = "HBR"; })); // by code as by name
    CHECK_FALSE(reasonWith([](Content& one) { one.consent = "yes"; }));
    CHECK_FALSE(reasonWith([](Content& one) { one.derivedGroup = "tea"; }));
}

TEST_CASE("each reason not to count is found", "[study][counts]") {
    CHECK(whyNotCounted(Acts{.withdrawn = true}) == NotCounted::Withdrawn);
    CHECK(whyNotCounted(Acts{.superseded = true}) == NotCounted::Superseded);
    CHECK(whyNotCounted(Acts{.markedDuplicate = true}) == NotCounted::Duplicate);
    CHECK(whyNotCounted(Acts{.rejected = true}) == NotCounted::Rejected);
    CHECK_FALSE(whyNotCounted(Acts{}));
    CHECK(reasonWith([](Content& one) { one.consent = "0"; }) == NotCounted::NoConsent);
    CHECK(reasonWith([](Content& one) { one.consent = ""; }) == NotCounted::NoConsent);
    CHECK(reasonWith([](Content& one) { one.outcome = "not_eligible"; }) == NotCounted::NotEligible);
    CHECK(reasonWith([](Content& one) { one.outcome = "broken_off"; }) == NotCounted::BrokenOff);
    CHECK(reasonWith([](Content& one) { one.outcome = "done"; }) == NotCounted::NotComplete);
    CHECK(reasonWith([](Content& one) { one.outcome = ""; }) == NotCounted::NotComplete);
    CHECK(reasonWith([](Content& one) { one.city = "Paris"; }) == NotCounted::UnknownCity);
    CHECK(reasonWith([](Content& one) { one.group = "milk"; }) == NotCounted::UnknownGroup);
    CHECK(reasonWith([](Content& one) { one.group = ""; }) == NotCounted::UnknownGroup);
    CHECK(reasonWith([](Content& one) { one.derivedGroup = "coffee"; }) == NotCounted::OtherGroup);
    CHECK(reasonWith([](Content& one) { one.derivedGroup = ""; }) == NotCounted::OtherGroup);
    CHECK(reasonWith([](Content& one) { one.breaksRule = true; }) == NotCounted::BrokenRule);
}

TEST_CASE("an interview has one reason, consent first", "[study][counts]") {
    auto content = sound();
    content.consent = "0";
    content.outcome = "broken_off";
    CHECK(whyNotCounted(studyOfTea(), content) == NotCounted::NoConsent);
    CHECK(whyNotCounted(Acts{.withdrawn = true, .superseded = true, .markedDuplicate = true, .rejected = true}) ==
          NotCounted::Withdrawn);
}

TEST_CASE("an empty answer is no consent, even where the study's list of yeses holds it", "[study][counts]") {
    Cleaning cleaning;
    cleaning.consentValues = {""};
    CHECK_FALSE(isConsent(cleaning, ""));
    cleaning.consentValues = {};
    CHECK_FALSE(isConsent(cleaning, "1"));
}

TEST_CASE("consent that is sealed for others is left to the outcome, and consent that is seen is not",
          "[study][counts]") {
    CHECK_FALSE(reasonWith([](Content& one) { one.consent = "", one.consentIsSealed = true; }));
    CHECK(reasonWith([](Content& one) { one.outcome = "not_eligible", one.consentIsSealed = true; }) ==
          NotCounted::NotEligible);
}

TEST_CASE("an overlooked outcome needs consent and rules, but neither city nor group", "[study][counts]") {
    const Overlooked both{.brokenOff = true, .notEligible = true};
    for (const auto* outcome : {"broken_off", "not_eligible"}) {
        CHECK_FALSE(reasonWith([&](Content& one) { one.outcome = outcome, one.group = "not_eligible"; }, both));
        CHECK(reasonWith([&](Content& one) { one.outcome = outcome, one.consent = "0"; }, both) ==
              NotCounted::NoConsent);
        CHECK(reasonWith([&](Content& one) { one.outcome = outcome, one.breaksRule = true; }, both) ==
              NotCounted::BrokenRule);
    }
    CHECK(reasonWith([](Content& one) { one.outcome = "broken_off"; }, {.brokenOff = false, .notEligible = true}) ==
          NotCounted::BrokenOff);
}

TEST_CASE("every reason has an id of its own", "[study][counts]") {
    std::set<std::string_view> seen;
    NotCountedTally tally;
    for (std::size_t i = 0; i < kNotCounted; ++i) {
        const auto reason = static_cast<NotCounted>(i);
        CHECK_FALSE(idOf(reason).empty());
        CHECK(seen.insert(idOf(reason)).second);
        CHECK(notCountedOf(idOf(reason)) == reason);
        ++tally[reason];
    }
    CHECK(std::accumulate(tally.counts.begin(), tally.counts.end(), std::size_t{0}) == kNotCounted);
    CHECK(notCountedOf("double") == NotCounted::Duplicate); // from servers and exports before it was renamed
    CHECK_FALSE(notCountedOf("tired"));
}
