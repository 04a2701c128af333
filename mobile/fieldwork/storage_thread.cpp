// SPDX-License-Identifier: Apache-2.0
#include "storage_thread.h"

namespace peil::mobile {

StorageThread::StorageThread(Vault vault)
    : m_vault(std::move(vault))
    , m_thread([this] { loop(); }) {}

StorageThread::~StorageThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void StorageThread::push(Task task) {
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void StorageThread::loop() {
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_tasks.empty(); });
            if (m_tasks.empty()) break;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task(m_vault);
    }
    m_vault.lock();
}

} // namespace peil::mobile
