// SPDX-License-Identifier: Apache-2.0
// What the home page counts: interviews that wait on the tablet are judged as the server will judge them.
#include "field_bench.h"
#include "home_data.h"
#include "interview_run.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::need;
using study::NotCounted;

namespace {

using Answers = std::vector<std::pair<std::string, std::string>>;

const Answers kOpioid{{"consent", "1"},          {"questionnaire_language", "nl"}, {"adult", "1"},
                      {"opioid_days_week", "3"}, {"crack_days_week", "0"},         {"oat", "0"}};

/// Holds an interview with these answers and seals it. @return its id.
InterviewId hold(FieldBench& bench, const Answers& answers, Outcome outcome) {
    storage::DraftChange first;
    const InterviewSetting setting{DeviceId("d"), "AMS", "AMS-02", {}, {}};
    auto run = need(InterviewRun::start(bench.study(), setting, bench.clock(), bench.rng(), first));
    for (const auto& [field, value] : answers)
        need(run.session().answer(*run.session().find(bench.study()->pathOf(field)), value));
    if (outcome == Outcome::BrokenOff) need(run.breakOff("no_time"));
    const auto sealable = need(run.finish(outcome, DeviceId("d"), bench.clock()));
    need(waitFor(bench.storage().withOutbox([&](storage::LocalStore& store, Outbox& outbox) -> Result<std::int64_t> {
        PEIL_CHECK(store.createDraft(run.id(), bench.study()->pack.formHash(), first));
        return sealInterview(store, outbox, sealable, bench.rng());
    })));
    return run.id();
}

HomeData homeOf(FieldBench& bench) {
    return need(
        waitFor(bench.storage().withStore([&](storage::LocalStore& store) { return readHome(store, bench.study()); })));
}

} // namespace

TEST_CASE("what waits on the tablet counts as on the server: not when it was broken off, nor without consent",
          "[home][counting]") {
    FieldBench bench;
    hold(bench, kOpioid, Outcome::BrokenOff);
    hold(bench, {{"consent", "0"}}, Outcome::Complete);
    hold(bench, {{"consent", "1"}, {"questionnaire_language", "nl"}, {"adult", "0"}}, Outcome::Complete);
    const auto home = homeOf(bench);
    REQUIRE(home.waiting.size() == 3);
    CHECK(home.waiting[0].group == "opioid");
    CHECK(home.waiting[0].reason == NotCounted::BrokenOff);
    CHECK(home.waiting[1].reason == NotCounted::NoConsent);
    CHECK(home.waiting[2].reason == NotCounted::NotEligible);
}

TEST_CASE("a sealed interview is listed with the outcome that its envelope has", "[home]") {
    FieldBench bench;
    const auto brokenOff = hold(bench, kOpioid, Outcome::BrokenOff);
    const auto refused = hold(bench, {{"consent", "0"}}, Outcome::Complete);
    for (const auto& one : homeOf(bench).interviews) {
        CHECK(one.outcome == (one.id == brokenOff ? "broken_off" : "not_eligible"));
        CHECK(one.group == (one.id == brokenOff ? "opioid" : "not_eligible"));
        CHECK(one.site == "AMS-02");
        CHECK((one.id == brokenOff || one.id == refused));
    }
}

TEST_CASE("a stored manifest that cannot be read does not keep the home page away", "[home]") {
    FieldBench bench;
    need(waitFor(bench.storage().withStore([](storage::LocalStore& store) {
        return setTextSetting(store, "server.manifest", R"({"pack":"of another version"})");
    })));
    const auto home = homeOf(bench);
    CHECK(home.study != nullptr);
    CHECK_FALSE(home.manifest);
}
