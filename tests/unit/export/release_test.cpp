// SPDX-License-Identifier: Apache-2.0
#include "peil/export/release.h"

#include "people.h"

using namespace peil;
using namespace peil::exports;
using peil::exports::test::People;
using peil::exports::test::rowsOf;

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
    return {{.quasiIdentifiers = {"city", "age"}, .sensitive = {"use"}, .k = k, .l = 2}, kLadder, onUnsafe, {}, {}, 0};
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
    auto got = decide(people.table, planWith(3));
    REQUIRE(got);
    auto& table = got->tables.front();
    CHECK(got->safe());
    CHECK(got->rungs == 1);
    CHECK(got->coarsened == std::vector<std::string>{"age"});
    CHECK(got->report.classes[0].values == std::vector<std::string>{"AMS", "20-29"});
    CHECK(rowsOf(table).front() == "AMS|20-29|a");
    CHECK(decide(people.table, planWith(6))->rungs == 2);
    const auto refused = decide(people.table, planWith(7));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ExportErrc::Unsafe);
    CHECK(refused.error().context.find("6 of 6 rows are too rare") != std::string::npos);
    CHECK(refused.error().context.find("AMS") == std::string::npos);
}

TEST_CASE("a few rare answers are suppressed before everyone's become coarser", "[export][release]") {
    People people;
    people.add("AMS", 41, "a", 20);
    people.add("AMS", 41, "b", 19);
    people.add(Cell::of("AMS"), Cell::no(MissingReason::DontKnow), Cell::of("b"));
    auto plan = planWith(5);
    plan.rules.l = 1;
    CHECK(decide(people.table, plan)->rungs == 3); // none may go on the way, but any at the end of the ladder
    plan.mostSuppressed = 0.03;
    auto got = decide(people.table, plan);
    REQUIRE(got);
    auto& table = got->tables.front();
    CHECK(got->rungs == 0);
    CHECK(got->suppressed == std::vector<std::pair<std::string, std::uint64_t>>{{"age", 1}});
    CHECK(rowsOf(table).back() == "AMS|(missing)|b");
    CHECK(describe(*got, plan, "en").find("Answers suppressed in rare combinations: age 1.") != std::string::npos);
    CHECK(describe(*got, plan, "nl").find("Weggelaten antwoorden in zeldzame combinaties: age 1.") !=
          std::string::npos);
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
    CHECK(reported->tables.empty());
    CHECK(decide(people.table, planWith(3), [](double) { return false; }).error().code == ExportErrc::Cancelled);
    auto odd = planWith(3);
    odd.rules.quasiIdentifiers = {"town"};
    CHECK(decide(people.table, odd).error().code == ExportErrc::BadName);
}

namespace {

/// An earlier release of the people from `first` to `last`.
EarlierRelease earlierOf(int first, int last, std::size_t rungs = 0) {
    EarlierRelease earlier{"wave-1", {}, 0, rungs};
    for (int i = first; i <= last; ++i)
        earlier.keys.insert("uuid:" + std::to_string(i));
    return earlier;
}

} // namespace

TEST_CASE("a release one person apart from an earlier one is refused, and so is one without someone of it",
          "[export][release]") {
    People people;
    people.add("AMS", 41, "a", 5);
    people.add("AMS", 41, "b", 5);
    auto plan = planWith(3);
    plan.earlier = {earlierOf(1, 10)};
    CHECK(decide(people.table, plan)->safe());
    plan.earlier = {earlierOf(1, 9)};
    const auto one = decide(people.table, plan);
    REQUIRE_FALSE(one);
    CHECK(one.error().code == ExportErrc::Unsafe);
    CHECK(one.error().context.find("1 person is in this release but not in the earlier release wave-1") == 0);
    CHECK(one.error().context.find("at least 3") != std::string::npos);
    CHECK(refuseDifferences(people.table, plan.earlier, 3).error().code == ExportErrc::Unsafe);
    plan.onUnsafe = OnUnsafe::Report;
    CHECK(decide(people.table, plan)->singledOut == 1);
    plan = planWith(3);
    plan.earlier = {earlierOf(1, 10)};
    plan.earlier[0].gone = 1;
    const auto gone = decide(people.table, plan);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().context.find("1 person of the earlier release wave-1 withdrew") == 0);
    CHECK(gone.error().context.find("peil release recall") != std::string::npos);
}

TEST_CASE("those who are new beside an earlier release must be alike among themselves", "[export][release]") {
    People people;
    people.add("AMS", 41, "a", 6);
    people.add("AMS", 41, "b", 6); // 1 to 12: in the earlier release
    people.add("AMS", 41, "a", 2);
    people.add("AMS", 42, "b"); // alone with 42 among the new ones, and with 42 at all
    auto plan = planWith(3);
    plan.earlier = {earlierOf(1, 12)};
    const auto got = decide(people.table, plan);
    REQUIRE(got);
    CHECK(got->rungs == 1);
    CHECK(got->report.rules.quasiIdentifiers == plan.rules.quasiIdentifiers);
    CHECK(got->report.classes.front().values.size() == 2);
    People mixed; // 41 and 42 are both common, but not among the new ones
    mixed.add("AMS", 41, "a", 6);
    mixed.add("AMS", 42, "b", 6);
    mixed.add("AMS", 41, "b", 3);
    mixed.add("AMS", 42, "a", 1);
    plan.rules.l = 1;
    CHECK(decide(mixed.table, plan)->rungs == 1);
    plan.earlier.clear();
    CHECK(decide(mixed.table, plan)->rungs == 0);
}

TEST_CASE("a release is never finer than an earlier one", "[export][release]") {
    People people;
    people.add("AMS", 41, "a", 5);
    people.add("AMS", 41, "b", 5);
    auto plan = planWith(3);
    CHECK(decide(people.table, plan)->rungs == 0);
    plan.earlier = {earlierOf(1, 10, 1)};
    CHECK(decide(people.table, plan)->rungs == 1);
    plan.onUnsafe = OnUnsafe::Refuse;
    CHECK(decide(people.table, plan).error().context.find("finer than an earlier one") != std::string::npos);
    plan.onUnsafe = OnUnsafe::Coarsen;
    plan.earlier = {earlierOf(1, 10, 9)};
    CHECK(decide(people.table, plan)->rungs == 3);
}

TEST_CASE("coarsening what was coarsened gives what coarsening at once gives", "[export][release]") {
    const std::vector<CoarseningStep> bands{{.column = "age", .band = 5}, {.column = "age", .band = 10}};
    People people;
    for (const double age : {-12.0, -3.0, 0.0, 4.0, 5.0, 9.0, 31.0, 36.0, 39.5})
        people.add("AMS", age, "a");
    auto coarse = CoarsenedTable::create(people.table, {bands[1]}, 1);
    const auto direct = rowsOf(*coarse);
    auto both = CoarsenedTable::create(people.table, bands, 2);
    CHECK(rowsOf(*both) == direct);
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
            {},
            {},
            0};
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
    const auto without = visitors.decide(visitorsPlan());
    REQUIRE(without);
    CHECK(without->rungs == 2);
    CHECK(without->suppressed == std::vector<std::pair<std::string, std::uint64_t>>{{"visit/place", 1}});
    auto tables = without->tables;
    CHECK(rowsOf(tables[0]).size() == 4);
    CHECK(rowsOf(tables[1]).size() == 6); // no visit of theirs, and no meal
    CHECK(rowsOf(tables[2]).size() == 6);
}

TEST_CASE("a sensitive answer in a repeat, also in one within another, is checked", "[export][release]") {
    Visitors visitors;
    for (const double cost : {5.0, 5.0})
        visitors.add({"north"}, "a", cost);
    auto plan = visitorsPlan();
    plan.rules.sensitive = {"meal/cost"};
    plan.rules.l = 2;
    CHECK_FALSE(visitors.decide(plan)); // all at one place paid the same
    visitors.add({"north"}, "a", 7);
    CHECK(visitors.decide(plan)->rungs == 0);
    const auto words = describe(*visitors.decide(plan), plan, "nl");
    CHECK(words.find("Gevoelige antwoorden: meal/cost.") != std::string::npos);
    CHECK(words.find("tellen alle antwoorden van een persoon samen") != std::string::npos);
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

TEST_CASE("the report says in Dutch and English what was checked and what was done", "[export][release]") {
    Sparse people;
    auto plan = planWith(3);
    plan.earlier = {earlierOf(1, 6)};
    plan.rules.l = 1;
    const auto release = decide(people.table, plan);
    REQUIRE(release);
    const auto english = describe(*release, plan, "en"), dutch = describe(*release, plan, "nl");
    for (const auto* part :
         {"Checked columns: city, age.", "k = 3", "Coarsened (1 of 3 steps): age.", "No answer was suppressed.",
          "no one can be recognised from the difference", "does not prove anonymity"})
        CHECK(english.find(part) != std::string::npos);
    for (const auto* part : {"Gecontroleerde kenmerken: city, age.", "Grover ingedeeld (1 van 3 stappen): age.",
                             "Geen antwoord is weggelaten.", "niemand is te herkennen", "geen bewijs van anonimiteit"})
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
    const auto crossing = cross(people.table, "city", "use", {});
    REQUIRE(crossing);
    CHECK(crossing->counts[0][1] == 2);
    const auto text = crossingCsv(*crossing, 5);
    CHECK(text == ",a,b,total\nAMS,x,x,22\nHRL,x,0,x\nRTM,10,x,x\ntotal,33,11,44\n");
    CHECK(cross(people.table, "town", "use", {}).error().code == ExportErrc::BadName);
    CHECK(cross(people.table, "city", "town", {}).error().code == ExportErrc::BadName);
    CHECK(cross(people.table, "city", "use", {}, [](double) { return false; }).error().code == ExportErrc::Cancelled);
    People nobody;
    CHECK(crossingCsv(*cross(nobody.table, "city", "use", {}), 5) == ",total\ntotal,0\n");
}

TEST_CASE("a count that grew by a few since an earlier release is hidden", "[export][release]") {
    People people;
    people.add("AMS", 1, "a", 20); // 1 to 20
    people.add("RTM", 1, "a", 20); // 21 to 40
    people.add("AMS", 1, "b", 20); // 41 to 60
    people.add("RTM", 1, "b", 20); // 61 to 80
    CHECK(crossingCsv(*cross(people.table, "city", "use", {earlierOf(1, 75)}), 5) ==
          ",a,b,total\nAMS,20,20,40\nRTM,20,20,40\ntotal,40,40,80\n");
    const auto grown = crossingCsv(*cross(people.table, "city", "use", {earlierOf(1, 77)}), 5);
    CHECK(grown.find("RTM,20,20") == std::string::npos);
    CHECK(grown.find("80") == std::string::npos);
}
