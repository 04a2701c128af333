// SPDX-License-Identifier: Apache-2.0
#pragma once

// The thread that owns the tablet's store. The GUI thread posts jobs without waiting; `.then(this, ...)` continues on
// the GUI thread with a job's result. Jobs run one after the other, in the order posted.

#include "inbox.h"
#include "vault.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

namespace peil::mobile {

/// The result of a job, once it is there. Not a QFuture: Qt 6.4 can run the continuation of one twice, the second time
/// with nothing in it, when the future becomes finished while then() attaches to it. Not for longer than its
/// StorageThread.
template <class T>
class Pending {
public:
    explicit Pending(Inbox& inbox)
        : m_state(std::make_shared<State>(inbox)) {}
    /// Calls `function` once with the result, from the event loop of the GUI thread, where `context` lives; not if
    /// `context` was destroyed. `function` is also destroyed there.
    template <class Function>
    void then(QObject* context, Function function) {
        const std::lock_guard lock(m_state->mutex);
        m_state->target = context;
        m_state->function = [kept = std::make_shared<Function>(std::move(function))](T value) {
            (*kept)(std::move(value));
        };
        if (m_state->value) post();
    }
    /// Blocks until the result is there.
    [[nodiscard]] T take() {
        std::unique_lock lock(m_state->mutex);
        m_state->ready.wait(lock, [this] { return m_state->value.has_value(); });
        return std::move(*m_state->value);
    }
    void put(T value) {
        const std::lock_guard lock(m_state->mutex);
        m_state->value.emplace(std::move(value));
        if (m_state->function) post();
        m_state->ready.notify_all();
    }

private:
    struct State {
        explicit State(Inbox& to)
            : inbox(to) {}
        void deliver() {
            std::unique_lock lock(mutex);
            const auto continuation = std::exchange(function, nullptr);
            auto result = std::exchange(value, std::nullopt);
            lock.unlock();
            if (target) continuation(std::move(*result));
        }

        Inbox& inbox;
        std::mutex mutex;
        std::condition_variable ready;
        std::optional<T> value;
        std::function<void(T)> function;
        QPointer<QObject> target;
    };

    void post() {
        m_state->inbox.put([state = m_state] { state->deliver(); });
    }

    std::shared_ptr<State> m_state;
};

/// Threads: belongs to the GUI thread; run() may be called from any. The destructor finishes the jobs already given,
/// then closes the store.
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
        auto work = std::make_shared<Job>(std::move(job));
        Pending<Value> pending(m_inbox);
        push([pending, work](Vault& vault) mutable { pending.put((*work)(vault)); });
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

    /// The same for `job(LocalStore&, Outbox&)`.
    template <class Job>
    [[nodiscard]] auto withOutbox(Job job) {
        using Value = std::invoke_result_t<Job&, storage::LocalStore&, Outbox&>;
        return run([job = std::move(job)](Vault& vault) mutable -> Value {
            auto store = vault.store();
            if (!store) return tl::unexpected<Error>(std::move(store).error());
            return job(**store, vault.outbox());
        });
    }

private:
    using Task = std::function<void(Vault&)>;
    void push(Task task);
    void loop();

    Vault m_vault;
    Inbox m_inbox;
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
