// SPDX-License-Identifier: Apache-2.0
#include "peil/export/release.h"

#include "people.h"

using namespace peil;
using namespace peil::exports;
using peil::exports::test::People;

namespace {

const std::vector<CoarseningStep> kLadder{{.column = "age", .band = 10},
                                          {.column = "city", .groups = {{"HRL", "other"}, {"AMS", "other"}}},
                                          {.column = "city", .drop = true}};

ReleasePlan planWith(std::uint64_t k, OnUnsafe onUnsafe = OnUnsafe::Coarsen) {
    return {{.quasiIdentifiers = {"city", "age"}, .sensitive = {"use"}, .k = k, .l = 2}, kLadder, onUnsafe, {}};
}

/// Six people of six ages in two cities.
struct Sparse : People {
    Sparse() {
        for (double age = 21; age <= 26; ++age)
            add(age < 24 ? "AMS" : "HRL", age, age == 21 || age == 25 ? "a" : "b");
    }
};

} // namespace

TEST_CASE("a ladder coarsens no further than needed, and refuses at its end", "[export][release]") {
    Sparse people;
    const auto got = decideRelease(people.table, planWith(3));
    REQUIRE(got);
    CHECK(got->safe());
    CHECK(got->rungs == 1);
    CHECK(got->coarsened == std::vector<std::string>{"age"});
    CHECK(got->report.classes[0].values == std::vector<std::string>{"AMS", "20-29"});
    CHECK(decideRelease(people.table, planWith(6))->rungs == 2);
    const auto refused = decideRelease(people.table, planWith(7));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ExportErrc::Unsafe);
    CHECK(refused.error().context.find("6 of 6 rows are too rare") != std::string::npos);
    CHECK(refused.error().context.find("AMS") == std::string::npos);
}

TEST_CASE("a plan may refuse at once, or only report", "[export][release]") {
    Sparse people;
    const auto refused = decideRelease(people.table, planWith(3, OnUnsafe::Refuse));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ExportErrc::Unsafe);
    const auto reported = decideRelease(people.table, planWith(3, OnUnsafe::Report));
    REQUIRE(reported);
    CHECK_FALSE(reported->safe());
    CHECK(reported->rungs == 0);
    CHECK(decideRelease(people.table, planWith(3), [](double) { return false; }).error().code == ExportErrc::Cancelled);
    auto odd = planWith(3);
    odd.rules.quasiIdentifiers = {"town"};
    CHECK(decideRelease(people.table, odd).error().code == ExportErrc::BadName);
}

TEST_CASE("a release that differs from an earlier one by a few people is made coarser", "[export][release]") {
    People before;
    before.add("AMS", 41, "a", 4);
    before.add("AMS", 41, "b", 4);
    before.add("HRL", 41, "a", 4);
    before.add("HRL", 41, "b", 4);
    const auto first = decideRelease(before.table, planWith(3));
    REQUIRE(first);
    CHECK(first->rungs == 0);
    People after;
    after.add("AMS", 41, "a", 5); // one more
    after.add("AMS", 41, "b", 4);
    after.add("HRL", 41, "a", 4);
    after.add("HRL", 41, "b", 6); // two more: three in all, once the cities are one
    auto plan = planWith(3);
    plan.earlier = {{"wave 1", plan.rules.quasiIdentifiers, first->rungs, first->report.classes}};
    const auto second = decideRelease(after.table, plan);
    REQUIRE(second);
    CHECK(second->rungs == 2);
    CHECK(second->told == 0);
    plan.onUnsafe = OnUnsafe::Report;
    CHECK(decideRelease(after.table, plan)->told == 2);
    plan.onUnsafe = OnUnsafe::Refuse;
    CHECK(decideRelease(after.table, plan).error().code == ExportErrc::Unsafe);
}

TEST_CASE("a release is never finer than an earlier one, and other columns cannot be compared", "[export][release]") {
    People people;
    people.add("AMS", 41, "a", 5);
    people.add("AMS", 41, "b", 5);
    auto plan = planWith(3);
    CHECK(decideRelease(people.table, plan)->rungs == 0);
    plan.earlier = {{"wave 1", plan.rules.quasiIdentifiers, 1, {{{"AMS", "40-49"}, 10, 0, 0}}}};
    CHECK(decideRelease(people.table, plan)->rungs == 1);
    plan.earlier[0].columns = {"city"};
    CHECK(decideRelease(people.table, plan).error().code == ExportErrc::BadName);
    plan.earlier = {{"wave 1", plan.rules.quasiIdentifiers, 9, {}}};
    CHECK(decideRelease(people.table, plan).error().code == ExportErrc::BadName);
}

TEST_CASE("coarsening what was coarsened gives what coarsening at once gives", "[export][release]") {
    const std::vector<CoarseningStep> bands{{.column = "age", .band = 5}, {.column = "age", .band = 10}};
    People people;
    for (const double age : {-12.0, -3.0, 0.0, 4.0, 5.0, 9.0, 31.0, 36.0, 39.5})
        people.add("AMS", age, "a");
    const DisclosureRules rules{.quasiIdentifiers = {"age"}, .sensitive = {}, .k = 1, .l = 1};
    auto fine = CoarsenedTable::create(people.table, bands, 1);
    auto coarse = CoarsenedTable::create(people.table, {bands[1]}, 1);
    auto both = CoarsenedTable::create(people.table, bands, 2);
    const auto later = coarsenClasses(checkDisclosure(*fine, rules)->classes, {"age"}, bands, 1, 2);
    const auto direct = checkDisclosure(*coarse, rules)->classes;
    const auto climbed = checkDisclosure(*both, rules)->classes;
    REQUIRE(later.size() == direct.size());
    REQUIRE(climbed.size() == direct.size());
    for (std::size_t i = 0; i < direct.size(); ++i) {
        CHECK(later[i].values == direct[i].values);
        CHECK(later[i].rows == direct[i].rows);
        CHECK(climbed[i].values == direct[i].values);
    }
    const std::vector<CoarseningStep> drop{{.column = "age", .drop = true}};
    CHECK(coarsenClasses(direct, {"age"}, drop, 0, 1).size() == 1);
    CHECK(coarsenClasses({{{"(refused)"}, 2, 0, 0}}, {"age"}, drop, 0, 1)[0].values[0] == "(refused)");
}

TEST_CASE("the report says in Dutch and English what was looked at and what was done", "[export][release]") {
    Sparse people;
    auto plan = planWith(3);
    plan.earlier = {{"wave 1", plan.rules.quasiIdentifiers, 0, {}}};
    plan.rules.l = 1;
    const auto release = decideRelease(people.table, plan);
    REQUIRE(release);
    const auto english = inWords(*release, plan, "en"), dutch = inWords(*release, plan, "nl");
    for (const auto* part : {"Looked at: city, age.", "k = 3", "Made coarser (1 of 3 rungs of the ladder): age.",
                             "the difference tells nobody apart", "no proof of anonymity"})
        CHECK(english.find(part) != std::string::npos);
    for (const auto* part : {"Bekeken kenmerken: city, age.", "Grover gemaakt (1 van 3 treden van de ladder): age.",
                             "is niemand te herkennen", "geen bewijs van anonimiteit"})
        CHECK(dutch.find(part) != std::string::npos);
    CHECK(english.find("AMS") == std::string::npos);
}

TEST_CASE("a table of counts hides small cells with their complements, and small totals", "[export][release]") {
    People people;
    people.add("AMS", 1, "a", 20);
    people.add("AMS", 1, "b", 2);
    people.add("RTM", 1, "a", 10);
    people.add("RTM", 1, "b", 9);
    people.add("HRL", 1, "a", 3);
    const auto crossing = cross(people.table, "city", "use");
    REQUIRE(crossing);
    CHECK(crossing->counts[0][1] == 2);
    const auto text = crossingCsv(*crossing, 5);
    CHECK(text == ",a,b,total\nAMS,x,x,22\nHRL,x,0,x\nRTM,10,x,x\ntotal,33,11,44\n");
    CHECK(cross(people.table, "town", "use").error().code == ExportErrc::BadName);
    CHECK(cross(people.table, "city", "town").error().code == ExportErrc::BadName);
    CHECK(cross(people.table, "city", "use", [](double) { return false; }).error().code == ExportErrc::Cancelled);
    People nobody;
    CHECK(crossingCsv(*cross(nobody.table, "city", "use"), 5) == ",total\ntotal,0\n");
}
