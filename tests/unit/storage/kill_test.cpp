// SPDX-License-Identifier: Apache-2.0
// A tablet process that dies at any moment: what it acknowledged is there, and at most the answer under way beside it.
#include "store_fixture.h"

#include <csignal>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace peil;
using namespace peil::storage;
using namespace store_test;
using peil_test::need;

namespace {

constexpr int kRounds = 60;
constexpr int kMostAnswers = 40; // kept small enough for a pipe: the child must never wait for its reader

std::string pathOf(int question) {
    return "/data/group[" + std::to_string(question % 5 + 1) + "]/q" + std::to_string(question);
}

/// The life of the tablet's process: answers until it is killed. One byte down the pipe for each acknowledged step.
[[noreturn]] void answerUntilKilled(const std::filesystem::path& file, const InterviewId& id, int pipe) {
    const SystemClock clock;
    auto store = LocalStore::open(file, keyOf(1), clock);
    if (!store) ::_exit(2);
    const auto acknowledge = [pipe] {
        const char byte = '.';
        if (::write(pipe, &byte, 1) != 1) ::_exit(3);
    };
    if (!store->createDraft(id, "form-1", {})) ::_exit(4);
    for (int question = 0; question < kMostAnswers; ++question) {
        if (!store->change(id, answer(pathOf(question), "v" + std::to_string(question), pathOf(question)))) ::_exit(5);
        acknowledge();
    }
    if (!store->finalise(id, [](std::int64_t) -> Result<Bytes> { return Bytes(9000, 1); })) ::_exit(6);
    acknowledge();
    ::pause();
    ::_exit(7);
}

/// Burns a seeded stretch of time, so that the kill falls anywhere in a commit and not always behind an answer.
void spin(std::uint64_t rounds) {
    volatile std::uint64_t sink = 0;
    for (std::uint64_t i = 0; i < rounds; ++i)
        sink = i;
    (void)sink;
}

/// Kills the child after `acknowledgements` and a moment. @return how many it gave in all.
int killAfter(pid_t child, int pipe, int acknowledgements, std::uint64_t moment) {
    int seen = 0;
    char byte = 0;
    while (seen < acknowledgements && ::read(pipe, &byte, 1) == 1)
        ++seen;
    spin(moment);
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    while (::read(pipe, &byte, 1) == 1)
        ++seen;
    return seen;
}

/// @return 1 when the interview was finalised, else 0.
int checkSurvivor(LocalStore& store, const InterviewId& id, int acknowledged) {
    const auto summary = store.interview(id);
    if (!summary) {
        REQUIRE(acknowledged == 0);
        return 0;
    }
    if (summary->state == InterviewState::Finalised) {
        REQUIRE(acknowledged >= kMostAnswers);
        REQUIRE(need(store.answers(id)).empty());
        REQUIRE(need(store.finalisedItem(summary->sequence)).envelope == Bytes(9000, 1));
        return 1;
    }
    REQUIRE(acknowledged <= kMostAnswers);
    std::set<std::pair<std::string, std::string>> there;
    for (const auto& row : need(store.answers(id)))
        there.emplace(row.path, row.value);
    for (int question = 0; question < acknowledged; ++question)
        REQUIRE(there.contains({pathOf(question), "v" + std::to_string(question)}));
    REQUIRE(static_cast<int>(there.size()) <= acknowledged + 1);
    return 0;
}

} // namespace

TEST_CASE("whenever the tablet's process is killed, each acknowledged answer is there", "[storage][kill]") {
    Fixture f;
    f.store.reset();
    peil_test::SeededRng rng(2023);
    int finalised = 0;
    for (int round = 0; round < kRounds; ++round) {
        INFO("round " << round);
        const auto id = interview(1000 + static_cast<std::uint64_t>(round));
        int ends[2] = {};
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) answerUntilKilled(f.file, id, ends[1]);
        ::close(ends[1]);
        const auto draw = rng.next64();
        const int acknowledged =
            killAfter(child, ends[0], static_cast<int>(draw % (kMostAnswers + 2)), (draw >> 16U) % 400'000);
        ::close(ends[0]);
        auto store = f.open();
        finalised += checkSurvivor(store, id, acknowledged);
        const auto ledger = need(store.ledger());
        REQUIRE(ledger.finalised == finalised);
        REQUIRE(need(store.outbox(1000)).size() == static_cast<std::size_t>(finalised));
    }
    CHECK(finalised > 0);
    CHECK(finalised < kRounds);
}

TEST_CASE("a store in use by another process is busy, and free again when that one dies", "[storage][open]") {
    Fixture f;
    f.store.reset();
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) answerUntilKilled(f.file, interview(1), ends[1]);
    ::close(ends[1]);
    char byte = 0;
    REQUIRE(::read(ends[0], &byte, 1) == 1);
    const auto second = LocalStore::open(f.file, keyOf(1), f.clock);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == StorageErrc::Busy);
    killAfter(child, ends[0], 0, 0);
    ::close(ends[0]);
    CHECK(LocalStore::open(f.file, keyOf(1), f.clock));
}
