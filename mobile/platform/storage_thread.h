// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one thread that owns the tablet's store. The GUI thread hands it jobs and goes on; a job's result comes back as a
// QFuture, so that `.then(this, ...)` continues on the GUI thread. Jobs run one after the other, in the order given.

#include "vault.h"

#include <QtCore/qfuture.h>
#include <QtCore/qpromise.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>

namespace peil::mobile {

/// Threads: run() may be called from any thread. The destructor finishes the jobs already given, then closes the store.
class StorageThread {
public:
    explicit StorageThread(Vault vault);
    ~StorageThread();
    StorageThread(const StorageThread&) = delete;
    StorageThread& operator=(const StorageThread&) = delete;

    /// Runs `job(Vault&)` after all earlier jobs. `job` may be move-only.
    template <class Job>
    [[nodiscard]] auto run(Job job) {
        using Value = std::invoke_result_t<Job&, Vault&>;
        auto promise = std::make_shared<QPromise<Value>>();
        auto work = std::make_shared<Job>(std::move(job));
        auto future = promise->future();
        promise->start();
        push([promise, work](Vault& vault) {
            promise->addResult((*work)(vault));
            promise->finish();
        });
        return future;
    }

    /// Runs `job(LocalStore&)`; the result is Locked when the store is not open.
    template <class Job>
    [[nodiscard]] auto withStore(Job job) {
        using Value = std::invoke_result_t<Job&, storage::LocalStore&>;
        return run([job = std::move(job)](Vault& vault) mutable -> Value {
            auto store = vault.store();
            if (!store) return tl::unexpected<Error>(std::move(store).error());
            return job(**store);
        });
    }

private:
    using Task = std::function<void(Vault&)>;
    void push(Task task);
    void loop();

    Vault m_vault;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_stop = false;
    std::thread m_thread;
};

/// Blocks until the result is there: for programs without a window, and for tests.
template <class T>
[[nodiscard]] T waitFor(QFuture<T> future) {
    future.waitForFinished();
    return future.takeResult();
}

} // namespace peil::mobile
