// SPDX-License-Identifier: Apache-2.0
#include "services/try_limiter.h"

#include <catch2/catch_test_macros.hpp>

using peil::server::services::TryLimiter;
using namespace std::chrono_literals;

namespace {

struct Fixture {
    std::chrono::steady_clock::time_point now{1h};
    TryLimiter tries{[this] { return now; }, 2};

    void wrong(const std::string& key, int times) {
        for (int i = 0; i < times; ++i)
            tries.noteWrong(key);
    }
};

} // namespace

TEST_CASE("a wait doubles with each wrong attempt up to five minutes", "[server][tries]") {
    Fixture f;
    f.wrong("a", 2);
    CHECK(f.tries.delay("a") == 0s);
    for (const auto wait : {2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 300s, 300s}) {
        f.tries.noteWrong("a");
        CHECK(f.tries.delay("a") == wait);
    }
    f.now += 299'500ms;
    CHECK(f.tries.delay("a") == 1s);
    f.now += 500ms;
    CHECK(f.tries.delay("a") == 0s);
    CHECK(f.tries.delay("b") == 0s);
}

TEST_CASE("wrong attempts are forgotten on request, and an hour after the wait", "[server][tries]") {
    Fixture f;
    f.wrong("a", 3);
    f.tries.forget("a");
    CHECK(f.tries.delay("a") == 0s);
    f.wrong("a", 3);
    f.now += 2s + 1h;
    f.wrong("a", 1);
    CHECK(f.tries.delay("a") == 0s);
}

TEST_CASE("made-up names cannot take more memory than the bound, and the longest waits stay", "[server][tries]") {
    Fixture f;
    f.wrong("a", 12);
    for (std::size_t i = 0; i < TryLimiter::kMaxKeys + 10; ++i)
        f.tries.noteWrong("name " + std::to_string(i));
    CHECK(f.tries.delay("a") == 300s);
}
