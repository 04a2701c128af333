// SPDX-License-Identifier: Apache-2.0
#include "field_bench.h"
#include "storage_thread.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qeventloop.h>

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <vector>

using namespace peil::mobile;
using peil_test::FieldBench;

namespace {

/// A tablet's store, and the thread with an event loop that waits for it.
struct Gui {
    int argc = 0;
    QCoreApplication application{argc, nullptr};
    FieldBench bench;
    QObject receiver;
    QEventLoop loop;
};

} // namespace

TEST_CASE("the result of a job comes once, however quickly the job is done", "[storage-thread]") {
    constexpr int kJobs = 20'000; // enough for jobs to end before, while and after their continuation is attached
    Gui gui;
    std::vector<int> times(kJobs, 0);
    int came = 0;
    for (int i = 0; i < kJobs; ++i)
        gui.bench.storage().run([i](Vault&) { return i; }).then(&gui.receiver, [&](int value) {
            ++times[static_cast<std::size_t>(value)];
            if (++came == kJobs) gui.loop.quit();
        });
    if (came < kJobs) gui.loop.exec();
    REQUIRE(times == std::vector<int>(kJobs, 1));
}

TEST_CASE("a continuation is gone once it ran, with all it holds", "[storage-thread]") {
    Gui gui;
    const auto held = std::make_shared<int>(1);
    auto pending = gui.bench.storage().run([](Vault&) { return 2; });
    pending.then(&gui.receiver, [held, &gui](int) { gui.loop.quit(); });
    gui.loop.exec();
    REQUIRE(held.use_count() == 1);
}

TEST_CASE("a continuation whose receiver is gone does not run, and what it holds is let go", "[storage-thread]") {
    Gui gui;
    const auto held = std::make_shared<int>(1);
    bool ran = false;
    {
        QObject gone;
        gui.bench.storage().run([](Vault&) { return 2; }).then(&gone, [held, &ran](int) { ran = true; });
    }
    gui.bench.storage().run([](Vault&) { return 3; }).then(&gui.receiver, [&gui](int) { gui.loop.quit(); });
    gui.loop.exec();
    REQUIRE_FALSE(ran);
    REQUIRE(held.use_count() == 1);
}

TEST_CASE("what waits in an inbox that ends is let go and not done", "[storage-thread]") {
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    const auto held = std::make_shared<int>(1);
    std::vector<int> done;
    auto ends = std::make_unique<Inbox>();
    Inbox stays;
    stays.put([&done] { done.push_back(1); });
    ends->put([held, &done] { done.push_back(2); });
    stays.put([&done] { done.push_back(3); });
    ends.reset();
    REQUIRE(held.use_count() == 1);
    QCoreApplication::processEvents();
    REQUIRE(done == std::vector{1, 3});
}
