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

/// Of a dataset that has no repeats.
Result<Release> decide(TableSource& table, const ReleasePlan& plan, const Progress& progress = {}) {
    TableSource* const tables[] = {&table};
    return decideRelease(tables, plan, progress);
}

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
    const auto got = decide(people.table, planWith(3));
    REQUIRE(got);
    CHECK(got->safe());
    CHECK(got->rungs == 1);
    CHECK(got->coarsened == std::vector<std::string>{"age"});
    CHECK(got->report.classes[0].values == std::vector<std::string>{"AMS", "20-29"});
    CHECK(decide(people.table, planWith(6))->rungs == 2);
    const auto refused = decide(people.table, planWith(7));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ExportErrc::Unsafe);
    CHECK(refused.error().context.find("6 of 6 rows are too rare") != std::string::npos);
    CHECK(refused.error().context.find("AMS") == std::string::npos);
}

TEST_CASE("a plan may refuse at once, or only report", "[export][release]") {
    Sparse people;
    const auto refused = decide(people.table, planWith(3, OnUnsafe::Refuse));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ExportErrc::Unsafe);
    const auto reported = decide(people.table, planWith(3, OnUnsafe::Report));
    REQUIRE(reported);
    CHECK_FALSE(reported->safe());
    CHECK(reported->rungs == 0);
    CHECK(decide(people.table, planWith(3), [](double) { return false; }).error().code == ExportErrc::Cancelled);
    auto odd = planWith(3);
    odd.rules.quasiIdentifiers = {"town"};
    CHECK(decide(people.table, odd).error().code == ExportErrc::BadName);
}

TEST_CASE("a release that differs from an earlier one by a few people is made coarser", "[export][release]") {
    People before;
    before.add("AMS", 41, "a", 4);
    before.add("AMS", 41, "b", 4);
    before.add("HRL", 41, "a", 4);
    before.add("HRL", 41, "b", 4);
    const auto first = decide(before.table, planWith(3));
    REQUIRE(first);
    CHECK(first->rungs == 0);
    People after;
    after.add("AMS", 41, "a", 5); // one more
    after.add("AMS", 41, "b", 4);
    after.add("HRL", 41, "a", 4);
    after.add("HRL", 41, "b", 6); // two more: three in all, once the cities are one
    auto plan = planWith(3);
    plan.earlier = {{"wave 1", plan.rules.quasiIdentifiers, first->rungs, first->report.classes}};
    const auto second = decide(after.table, plan);
    REQUIRE(second);
    CHECK(second->rungs == 2);
    CHECK(second->told == 0);
    plan.onUnsafe = OnUnsafe::Report;
    CHECK(decide(after.table, plan)->told == 2);
    plan.onUnsafe = OnUnsafe::Refuse;
    CHECK(decide(after.table, plan).error().code == ExportErrc::Unsafe);
}

TEST_CASE("a release is never finer than an earlier one, and other columns cannot be compared", "[export][release]") {
    People people;
    people.add("AMS", 41, "a", 5);
    people.add("AMS", 41, "b", 5);
    auto plan = planWith(3);
    CHECK(decide(people.table, plan)->rungs == 0);
    plan.earlier = {{"wave 1", plan.rules.quasiIdentifiers, 1, {{{"AMS", "40-49"}, 10, 0, 0}}}};
    CHECK(decide(people.table, plan)->rungs == 1);
    plan.earlier[0].columns = {"city"};
    CHECK(decide(people.table, plan).error().code == ExportErrc::BadName);
    plan.earlier = {{"wave 1", plan.rules.quasiIdentifiers, 9, {}}};
    CHECK(decide(people.table, plan).error().code == ExportErrc::BadName);
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

namespace {

/// People of one city and age, of whom each has visits to places, and visits have meals in them.
struct Visitors {
    People people;
    MemoryTable visits{Table{"visit", "f", {}, {{"place", {}, {}, VariableType::Text}}}};
    MemoryTable meals{Table{"meal", "visit", {}, {{"cost", {}, {}, VariableType::Number}}}};
    int number = 0;

    void add(const std::vector<std::string>& places, std::string_view use = "a", double cost = 5) {
        const auto key = "uuid:" + std::to_string(++number);
        const std::vector<Cell> cells{Cell::of("AMS"), Cell::of(41.0), Cell::of(use)}, meal{Cell::of(cost)};
        REQUIRE(people.table.append({key, "", cells}));
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto visit = key + "/visit[" + std::to_string(i + 1) + "]";
            REQUIRE(visits.append({visit, key, std::vector<Cell>{Cell::of(places[i])}}));
            REQUIRE(meals.append({visit + "/meal[1]", visit, meal}));
        }
    }
    Result<Release> decide(const ReleasePlan& plan) {
        TableSource* const tables[] = {&people.table, &visits, &meals};
        return decideRelease(tables, plan, {});
    }
};

ReleasePlan visitorsPlan() {
    return {{.quasiIdentifiers = {"city", "visit/place"}, .sensitive = {}, .k = 2, .l = 1},
            {{.column = "visit/place", .groups = {{"north", "harbour"}, {"south", "harbour"}}},
             {.column = "visit/place", .drop = true}},
            OnUnsafe::Coarsen,
            {}};
}

} // namespace

TEST_CASE("people look alike only when all their rows in a repeat do, in whatever order", "[export][release]") {
    Visitors visitors;
    visitors.add({"north", "east"});
    visitors.add({"east", "north"});
    CHECK(visitors.decide(visitorsPlan())->rungs == 0);
    visitors.add({"south", "east"}); // alone with the south
    const auto grouped = visitors.decide(visitorsPlan());
    REQUIRE(grouped);
    CHECK(grouped->rungs == 1);
    CHECK(grouped->report.rows == 3); // people, not visits
    CHECK(grouped->report.classes.size() == 1);
    CHECK(grouped->coarsened == std::vector<std::string>{"visit/place"});
    visitors.add({"east", "east", "east"}); // alone with three visits, which dropping the places leaves to be counted
    const auto refused = visitors.decide(visitorsPlan());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ExportErrc::Unsafe);
    visitors.add({"west", "west", "west"});
    CHECK(visitors.decide(visitorsPlan())->rungs == 2);
    visitors.add({}); // alone with none
    CHECK_FALSE(visitors.decide(visitorsPlan()));
}

TEST_CASE("a sensitive answer in a repeat, also in one within another, is looked at", "[export][release]") {
    Visitors visitors;
    for (const double cost : {5.0, 5.0})
        visitors.add({"north"}, "a", cost);
    auto plan = visitorsPlan();
    plan.rules.sensitive = {"meal/cost"};
    plan.rules.l = 2;
    CHECK_FALSE(visitors.decide(plan)); // all at one place paid the same
    visitors.add({"north"}, "a", 7);
    CHECK(visitors.decide(plan)->rungs == 0);
    const auto words = inWords(*visitors.decide(plan), plan, "nl");
    CHECK(words.find("Gevoelige antwoorden: meal/cost.") != std::string::npos);
    CHECK(words.find("tellen alle antwoorden van iemand samen") != std::string::npos);
}

TEST_CASE("an earlier release is compared on repeats as well", "[export][release]") {
    Visitors visitors;
    for (int i = 0; i < 3; ++i) {
        visitors.add({"north", "east"});
        visitors.add({"south"});
    }
    auto plan = visitorsPlan();
    const auto first = visitors.decide(plan);
    REQUIRE(first);
    CHECK(first->rungs == 0);
    visitors.add({"south"});
    plan.earlier = {{"wave 1", plan.rules.quasiIdentifiers, first->rungs, first->report.classes}};
    const auto later = visitors.decide(plan);
    REQUIRE_FALSE(later); // one more with one visit, at every rung
    CHECK(later.error().context.find("1 combinations differ") != std::string::npos);
    visitors.add({"north"});
    const auto both = visitors.decide(plan); // two more, once north and south are one
    REQUIRE(both);
    CHECK(both->rungs == 1);
}

TEST_CASE("a repeat or a column of one that is not there is named", "[export][release]") {
    Visitors visitors;
    visitors.add({"north"});
    for (const auto* name : {"stay/place", "visit/town", "meal/place"}) {
        auto plan = visitorsPlan();
        plan.rules.quasiIdentifiers = {name};
        CHECK(visitors.decide(plan).error().code == ExportErrc::BadName);
        plan = visitorsPlan();
        plan.ladder = {{.column = name, .drop = true}};
        CHECK(visitors.decide(plan).error().code == ExportErrc::BadName);
    }
}

TEST_CASE("the report says in Dutch and English what was looked at and what was done", "[export][release]") {
    Sparse people;
    auto plan = planWith(3);
    plan.earlier = {{"wave 1", plan.rules.quasiIdentifiers, 0, {}}};
    plan.rules.l = 1;
    const auto release = decide(people.table, plan);
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
