// SPDX-License-Identifier: Apache-2.0
#pragma once

// The answers of an interview on their way to the store.

#include "peil/storage/local_store.h"

#include <optional>

namespace peil::mobile {

/// One change at a time is under way. Those that come meanwhile wait as one, with the newest value of each path:
/// however slow the disk is, two transactions after the last answer everything is durable. Threads: one.
class SaveQueue {
public:
    void add(storage::DraftChange change);
    /// What to store next, in one transaction; it is then under way. Nothing while another one is, or if none waits.
    [[nodiscard]] std::optional<storage::DraftChange> take();
    /// What was under way is durable.
    void stored();
    /// What was under way was not stored: it waits again, before everything that came later.
    void failed();
    void clear() { *this = {}; }

    /// Everything that was added is durable.
    [[nodiscard]] bool empty() const { return !m_underWay && !m_waiting; }
    [[nodiscard]] bool waits() const { return m_waiting.has_value(); }
    /// All that is not known to be stored, as one change. Storing it after what is under way is harmless.
    [[nodiscard]] storage::DraftChange all() const;

private:
    std::optional<storage::DraftChange> m_underWay, m_waiting;
};

} // namespace peil::mobile
