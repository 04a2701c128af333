// SPDX-License-Identifier: Apache-2.0
#include "peil/export/released_tables.h"

#include "peil_test/rng.h"
#include "people.h"

#include <algorithm>
#include <set>

using namespace peil;
using namespace peil::exports;
using peil::exports::test::People;
using peil::exports::test::rowsOf;

namespace {

/// People with visits, and meals in these.
struct Guests {
    People people;
    MemoryTable visits{Table{"visit", "f", {}, {{"place"}, {"note"}}}};
    MemoryTable meals{Table{"meal", "visit", {}, {{"dish"}}}};
    void add(std::string_view city, double age, const std::vector<std::string>& places) {
        people.add(city, age, "a");
        const auto key = "uuid:" + std::to_string(people.number);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto visit = key + "/visit[" + std::to_string(i + 1) + "]";
            REQUIRE(visits.append({visit, key, std::vector<Cell>{Cell::of(places[i]), Cell::of("secret")}}));
            REQUIRE(meals.append({visit + "/meal[1]", visit, std::vector<Cell>{Cell::of("soup")}}));
        }
    }
    std::vector<TableSource*> tables() { return {&people.table, &visits, &meals}; }
};

struct KeyPair {
    std::string key, parent;
    auto operator<=>(const KeyPair&) const = default;
};
std::vector<KeyPair> keysOf(TableSource& table) {
    std::vector<KeyPair> keys;
    REQUIRE(table.rewind());
    Row row;
    for (auto more = table.next(row); more && *more; more = table.next(row))
        keys.push_back({std::string(row.key), std::string(row.parentKey)});
    return keys;
}

} // namespace

TEST_CASE("only the columns that are named are there", "[export][release]") {
    Guests guests;
    guests.add("AMS", 41, {"north"});
    auto some = onlyColumns(guests.tables(), {"use", "visit/place"});
    REQUIRE(some);
    REQUIRE(some->size() == 2);
    CHECK(rowsOf((*some)[0]) == std::vector<std::string>{"a"});
    CHECK(rowsOf((*some)[1]) == std::vector<std::string>{"north"});
    auto inner = onlyColumns(guests.tables(), {"city", "meal/dish"});
    REQUIRE(inner);
    REQUIRE(inner->size() == 3); // the visit is there for the meal, without an answer
    CHECK((*inner)[1].table().variables.empty());
    for (const auto* odd : {"town", "stay/place", "visit/town"})
        CHECK(onlyColumns(guests.tables(), {odd}).error().code == ExportErrc::BadName);
    CHECK(onlyColumns(guests.tables(), {"use"}, [](double) { return false; }).error().code == ExportErrc::Cancelled);
}

TEST_CASE("released rows have new keys, and an order that says no more than their answers", "[export][release]") {
    Guests one, other; // the same people, met in another order
    one.add("AMS", 41, {"south", "north"});
    one.add("AMS", 30, {});
    one.add("RTM", 22, {"east"});
    other.add("RTM", 22, {"east"});
    other.add("AMS", 41, {"north", "south"});
    other.add("AMS", 30, {});
    peil_test::SeededRng rng{7}, sameRng{7}, otherRng{8};
    auto first = withoutOrigin(one.tables(), rng);
    auto second = withoutOrigin(other.tables(), sameRng);
    auto third = withoutOrigin(one.tables(), otherRng);
    REQUIRE((first && second && third));
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(rowsOf((*first)[i]) == rowsOf((*second)[i]));
        CHECK(keysOf((*first)[i]) == keysOf((*second)[i]));
    }
    CHECK(rowsOf((*first)[1]) == std::vector<std::string>{"north|secret", "south|secret", "east|secret"});
    const auto people = keysOf((*first)[0]), visits = keysOf((*first)[1]), meals = keysOf((*first)[2]);
    CHECK(visits[0].key == visits[0].parent + "/visit[1]");
    CHECK(visits[1].key == visits[0].parent + "/visit[2]");
    CHECK(meals[1].parent == visits[1].key);
    std::set<KeyPair> all;
    for (auto* source : one.tables())
        for (const auto& key : keysOf(*source))
            all.insert(key);
    for (const auto& made : {people, keysOf((*third)[0])})
        for (const auto& key : made) {
            CHECK(key.key.size() == 41);
            CHECK(all.insert(key).second); // neither the server's key nor that of another release
        }
}

TEST_CASE("a row whose interview is not there is refused", "[export][release]") {
    Guests guests;
    REQUIRE(guests.visits.append({"uuid:9/visit[1]", "uuid:9", std::vector<Cell>{Cell::of("a"), Cell::of("b")}}));
    peil_test::SeededRng rng{7};
    CHECK(withoutOrigin(guests.tables(), rng).error().code == ExportErrc::UnknownParent);
}

TEST_CASE("places are replaced by numbers, drawn again each time", "[export][release]") {
    People people;
    for (const auto* city : {"A", "B", "C", "D", "E", "F"})
        people.add(city, 1, "a", 2);
    people.add(Cell::no(MissingReason::Refused), Cell::of(1.0), Cell::of("a"));
    std::set<std::vector<std::string>> seen;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        peil_test::SeededRng rng{seed};
        auto made = withNumbers(people.table, "city", {.name = "stratum", .type = VariableType::Number}, rng);
        REQUIRE(made);
        std::map<char, std::set<std::string>> numbers;
        const auto rows = rowsOf(*made);
        for (const auto& row : rows)
            numbers[row.front()].insert(row.substr(row.rfind('|') + 1));
        std::set<std::string> used;
        for (const auto& [city, all] : numbers) {
            CHECK(all.size() == 1);
            used.insert(*all.begin());
        }
        CHECK(used == std::set<std::string>{"1", "2", "3", "4", "5", "6", "(missing)"});
        seen.insert(rows);
    }
    CHECK(seen.size() > 1);
    peil_test::SeededRng rng{1};
    CHECK(withNumbers(people.table, "town", {}, rng).error().code == ExportErrc::BadName);
}
