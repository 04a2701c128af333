// SPDX-License-Identifier: Apache-2.0
#include "field_bench.h"
#include "storage_thread.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qeventloop.h>

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace peil::mobile;
using peil_test::FieldBench;

TEST_CASE("the result of a job comes once, however quickly the job is done", "[storage-thread]") {
    constexpr int kJobs = 20'000; // enough for jobs to end before, while and after their continuation is attached
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    FieldBench bench;
    QObject receiver;
    QEventLoop loop;
    std::vector<int> times(kJobs, 0);
    int came = 0;
    for (int i = 0; i < kJobs; ++i)
        bench.storage().run([i](Vault&) { return i; }).then(&receiver, [&](int value) {
            ++times[static_cast<std::size_t>(value)];
            if (++came == kJobs) loop.quit();
        });
    if (came < kJobs) loop.exec();
    REQUIRE(times == std::vector<int>(kJobs, 1));
}
