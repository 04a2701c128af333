// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one thread that owns the tablet's store. The GUI thread hands it jobs and goes on; `.then(this, ...)` continues
// on the GUI thread with a job's result. Jobs run one after the other, in the order given.

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

/// The result of a job, once it is there. A QFuture alone will not do: when a future becomes finished while then()
/// attaches to it, Qt 6.4 runs the continuation twice, the second time with nothing in it, and crashes. The two wait
/// for each other.
template <class T>
class Pending {
public:
    Pending(QFuture<T> future, std::shared_ptr<std::mutex> gate)
        : m_future(std::move(future))
        , m_gate(std::move(gate)) {}

    /// Calls `function` with the result on the thread of `context`; never when that is gone by then. Once for each job.
    template <class Function>
    void then(QObject* context, Function&& function) {
        const std::lock_guard lock(*m_gate);
        m_future.then(context, std::forward<Function>(function));
    }
    /// Blocks until the result is there.
    [[nodiscard]] T take() {
        m_future.waitForFinished();
        return m_future.takeResult();
    }

private:
    QFuture<T> m_future;
    std::shared_ptr<std::mutex> m_gate;
};

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
        auto gate = std::make_shared<std::mutex>();
        Pending<Value> pending(promise->future(), gate);
        promise->start();
        push([promise, work, gate](Vault& vault) {
            promise->addResult((*work)(vault));
            const std::lock_guard lock(*gate);
            promise->finish();
        });
        return pending;
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
[[nodiscard]] T waitFor(Pending<T> pending) {
    return pending.take();
}

} // namespace peil::mobile
