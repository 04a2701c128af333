// SPDX-License-Identifier: Apache-2.0
// The power goes at each single write, sync, truncation and deletion of the tablet's store.
#include "power_loss_disk.h"
#include "store_fixture.h"

using namespace peil;
using namespace peil::storage;
using namespace store_test;
using peil_test::need;

namespace {

constexpr int kAnswers = 6;
constexpr std::uint64_t kOutcomes = 3;

std::string pathOf(int question) {
    return "/data/q" + std::to_string(question);
}

/// One draft answered, one interview finalised. @return how many steps were acknowledged, of kAnswers + 3.
int work(const std::filesystem::path& file, const Clock& clock) {
    auto store = LocalStore::open(file, keyOf(1), clock);
    if (!store || !store->createDraft(interview(1), "form-1", {})) return 0;
    int acknowledged = 1;
    for (int question = 0; question < kAnswers; ++question) {
        if (!store->change(interview(1), answer(pathOf(question), std::string(900, 'v')))) return acknowledged;
        ++acknowledged;
    }
    if (!store->createDraft(interview(2), "form-1", answer("/data/q", "v"))) return acknowledged;
    ++acknowledged;
    const auto sealed = store->finalise(interview(2), [](std::int64_t) -> Result<Bytes> { return Bytes(6000, 9); });
    return sealed ? acknowledged + 1 : acknowledged;
}

/// True when all that was acknowledged is there, whole, and nothing beyond the one step under way.
bool survived(LocalStore& store, int acknowledged) {
    const auto answers = store.answers(interview(1));
    const int there = answers ? 1 + static_cast<int>(answers->size()) : 0;
    const auto second = store.interview(interview(2));
    const bool sealed = second && second->state == InterviewState::Finalised;
    if (sealed && need(store.finalisedItem(1)).envelope != Bytes(6000, 9)) return false;
    if (second && !sealed && need(store.answers(interview(2))).size() != 1) return false;
    const int steps = there + (second ? 1 : 0) + (sealed ? 1 : 0);
    for (const auto& row : answers ? *answers : std::vector<AnswerRow>())
        if (row.value != std::string(900, 'v')) return false;
    return steps == acknowledged || steps == acknowledged + 1;
}

} // namespace

TEST_CASE("whenever the power fails, each acknowledged answer is there and the store is whole", "[storage][power]") {
    const peil_test::TemporaryFolder folder;
    const auto file = folder.path() / "tablet.db";
    const peil_test::ManualClock clock;
    PowerLossDisk disk;
    disk.begin(0);
    REQUIRE(work(file, clock) == kAnswers + 3);
    const auto operations = disk.operations();
    REQUIRE(operations > 100);
    for (std::uint64_t cut = 1; cut <= operations; ++cut) {
        for (std::uint64_t outcome = 0; outcome < kOutcomes; ++outcome) {
            INFO("cut at operation " << cut << ", outcome " << outcome);
            disk.begin(cut);
            const int acknowledged = work(file, clock);
            disk.powerUp(1000 * cut + outcome);
            auto store = LocalStore::open(file, keyOf(1), clock);
            // While the store is being made for the first time there is nothing that could be lost.
            if (!store) {
                REQUIRE(acknowledged == 0);
                continue;
            }
            REQUIRE(survived(*store, acknowledged));
            need(store->setSetting("after", bytesOf("x")));
        }
    }
}
