// SPDX-License-Identifier: Apache-2.0
#include "save_queue.h"

#include "peil_test/clock.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"
#include "peil_test/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace peil;
using mobile::SaveQueue;
using peil_test::need;
using storage::DraftChange;

namespace {

DraftChange answer(const char* path, const char* value) {
    DraftChange change;
    change.rows.push_back({path, value, {}});
    return change;
}

/// Any of the changes that an interview with groups and repeats makes.
DraftChange anyChange(peil_test::SeededRng& random) {
    constexpr std::array kPaths{"/d/a", "/d/age", "/d/r[1]/x", "/d/r[2]/x", "/d/r", "/d/g/b", "/d/g"};
    const auto below = [&](std::uint64_t limit) { return random.next64() % limit; };
    DraftChange change;
    for (auto removed = below(2); removed > 0; --removed)
        change.removedPrefixes.emplace_back(kPaths.at(below(kPaths.size())));
    for (auto rows = below(4); rows > 0; --rows)
        change.rows.push_back({kPaths.at(below(kPaths.size())), std::to_string(below(100)), {}});
    if (below(2) == 0) change.position = std::to_string(below(9));
    if (below(2) == 0) change.language = std::to_string(below(9));
    if (below(3) == 0) change.label = storage::DraftLabel{std::to_string(below(9)), "s", "o"};
    return change;
}

} // namespace

TEST_CASE("one change is under way at a time, and the newest values of all later ones wait as one", "[saving]") {
    SaveQueue queue;
    CHECK(queue.empty());
    CHECK_FALSE(queue.take().has_value());
    queue.add(answer("/d/a", "1"));
    REQUIRE(queue.take().has_value());
    queue.add(answer("/d/a", "2"));
    queue.add(answer("/d/b", "x"));
    queue.add(answer("/d/a", "3"));
    CHECK_FALSE(queue.take().has_value());
    queue.stored();
    CHECK_FALSE(queue.empty());
    const auto next = queue.take();
    REQUIRE(next.has_value());
    REQUIRE(next->rows.size() == 2);
    CHECK(next->rows[0].value == "3");
    CHECK(next->rows[1].value == "x");
    queue.stored();
    CHECK(queue.empty());
}

TEST_CASE("what could not be stored waits again, below what came later", "[saving]") {
    SaveQueue queue;
    queue.add(answer("/d/a", "1"));
    REQUIRE(queue.take().has_value());
    queue.failed();
    CHECK(queue.waits());
    REQUIRE(queue.take().has_value());
    queue.add(answer("/d/a", "2"));
    CHECK(queue.all().rows.at(0).value == "2");
    queue.failed();
    const auto again = queue.take();
    REQUIRE(again.has_value());
    REQUIRE(again->rows.size() == 1);
    CHECK(again->rows[0].value == "2");
}

TEST_CASE("changes that waited leave the store as if each had been stored in its turn", "[saving]") {
    const peil_test::TemporaryFolder folder;
    const peil_test::ManualClock clock;
    peil_test::SeededRng random(16);
    auto store = need(storage::LocalStore::open(folder.path() / "store.db", crypto::SecretKey::random(random), clock));
    constexpr int kSequences = 60;
    for (int sequence = 0; sequence < kSequences; ++sequence) {
        const InterviewId one(makeUuid(random)), other(makeUuid(random));
        need(store.createDraft(one, "hash", {}));
        need(store.createDraft(other, "hash", {}));
        SaveQueue queue;
        for (auto changes = 1 + random.next64() % 6; changes > 0; --changes) {
            const auto change = anyChange(random);
            need(store.change(one, change));
            queue.add(change);
        }
        need(store.change(other, *queue.take()));
        CHECK(need(store.answers(one)) == need(store.answers(other)));
        CHECK(need(store.place(one)).position == need(store.place(other)).position);
        CHECK(need(store.place(one)).language == need(store.place(other)).language);
        CHECK(need(store.interview(one)).group == need(store.interview(other)).group);
    }
}
