// SPDX-License-Identifier: Apache-2.0
#include "field_bench.h"
#include "interview_run.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::need;

namespace {

InterviewSetting setting() {
    return {DeviceId("d"), "AMS", "AMS-02", {}, {}};
}

forms::Changes answer(InterviewRun& run, std::string_view field, std::string_view value) {
    const auto node = run.session().find(run.study()->pathOf(field));
    REQUIRE(node.has_value());
    return need(run.session().answer(*node, value));
}

} // namespace

TEST_CASE("what one answer changed is what the store gets, and it brings the interview back", "[interview]") {
    FieldBench bench;
    storage::DraftChange change;
    auto run = need(InterviewRun::start(bench.study(), setting(), bench.clock(), bench.rng(), change));
    const auto id = run.id();
    need(waitFor(bench.storage().withStore(
        [&](storage::LocalStore& store) { return store.createDraft(id, bench.study()->pack.formHash(), change); })));
    for (const auto& [field, value] : {std::pair{"consent", "1"},
                                       {"questionnaire_language", "en"},
                                       {"adult", "1"},
                                       {"opioid_days_week", "3"},
                                       {"crack_days_week", "0"}}) {
        change = draftChange(answer(run, field, value), "somewhere");
        need(waitFor(bench.storage().withStore([&](storage::LocalStore& store) { return store.change(id, change); })));
    }
    CHECK(run.label().group == "opioid");
    CHECK(run.label().site == "AMS-02");

    const auto rows =
        need(waitFor(bench.storage().withStore([&](storage::LocalStore& store) { return store.answers(id); })));
    const auto again = need(InterviewRun::resume(bench.study(), id, setting(), bench.clock(), bench.rng(), rows));
    CHECK(again.session().draftXml() == run.session().draftXml());
    CHECK(again.label() == run.label());
}

TEST_CASE("an interview that is finished as it is skips what is open and says that it was broken off", "[interview]") {
    FieldBench bench;
    storage::DraftChange change;
    auto run = need(InterviewRun::start(bench.study(), setting(), bench.clock(), bench.rng(), change));
    answer(run, "consent", "1");
    answer(run, "questionnaire_language", "nl");
    answer(run, "adult", "1");
    answer(run, "opioid_days_week", "9"); // breaks its rule
    const auto whole = run.finish(Outcome::Complete, DeviceId("d"), bench.clock());
    REQUIRE_FALSE(whole.has_value());
    CHECK(whole.error().code == FieldErrc::NotComplete);
    const auto changed = need(run.breakOff("no_time"));
    CHECK(
        std::any_of(changed.rows.begin(), changed.rows.end(), [](const auto& row) { return row.value == "no_time"; }));
    const auto sealable = need(run.finish(Outcome::BrokenOff, DeviceId("d"), bench.clock()));
    CHECK(sealable.header.outcome == "broken_off");
    CHECK(sealable.record.find(">9<") == std::string::npos);
    CHECK(sealable.record.find("skipped") != std::string::npos);
    // The open answers and the sealed copy tell the same, so that an export takes the record for what it is.
    REQUIRE(sealable.header.field("outcome") != nullptr);
    CHECK(sealable.header.field("outcome")->value == "broken_off");
    CHECK(sealable.record.find("<outcome>broken_off</outcome>") != std::string::npos);
    CHECK(sealable.record.find("<stop_reason>no_time</stop_reason>") != std::string::npos);
}

TEST_CASE("an interview that could not be sealed continues with every answer as it was", "[interview]") {
    FieldBench bench;
    storage::DraftChange change;
    auto run = need(InterviewRun::start(bench.study(), setting(), bench.clock(), bench.rng(), change));
    answer(run, "consent", "1");
    answer(run, "questionnaire_language", "nl");
    answer(run, "adult", "1");
    answer(run, "opioid_days_week", "9"); // breaks its rule
    need(run.session().setLanguage(bench.study()->form->languages().front().name));
    const auto before = run.session().draftXml();
    const auto language = run.session().language();
    need(run.finish(Outcome::BrokenOff, DeviceId("d"), bench.clock()));
    CHECK(run.session().draftXml() != before);
    need(run.reopen());
    CHECK(run.session().draftXml() == before);
    CHECK(run.session().language() == language);
    // The same when the form is not complete, and nothing was asked for.
    REQUIRE_FALSE(run.finish(Outcome::Complete, DeviceId("d"), bench.clock()).has_value());
    CHECK(run.session().draftXml() == before);
    answer(run, "opioid_days_week", "5");
}

TEST_CASE("an interview that continues after a break keeps the reason, and can still be complete", "[interview]") {
    FieldBench bench;
    storage::DraftChange change;
    auto run = need(InterviewRun::start(bench.study(), setting(), bench.clock(), bench.rng(), change));
    need(run.interrupt("no_time"));
    need(run.interrupt("interrupted"));
    need(run.breakOff("other"));
    need(run.breakOff("")); // taken back
    answer(run, "consent", "1");
    answer(run, "questionnaire_language", "nl");
    answer(run, "adult", "0");
    const auto sealable = need(run.finish(Outcome::Complete, DeviceId("d"), bench.clock()));
    CHECK(sealable.header.outcome == "not_eligible");
    CHECK(sealable.record.find("<interruptions>no_time interrupted</interruptions>") != std::string::npos);
    CHECK(sealable.record.find("other") == std::string::npos);
}

TEST_CASE("a place that the study does not have begins no interview", "[interview]") {
    FieldBench bench;
    storage::DraftChange change;
    auto wrong = setting();
    wrong.siteCode = "AMS-99";
    const auto run = InterviewRun::start(bench.study(), wrong, bench.clock(), bench.rng(), change);
    REQUIRE_FALSE(run.has_value());
    CHECK(run.error().code == FieldErrc::UnknownSite);
}
