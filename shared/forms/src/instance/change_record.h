// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/live_instance.h"
#include "instance/touched_nodes.h"

namespace peil::forms {

/// The changes of one call, until they are reported.
///
/// Invariant: it names nodes and ranges that are there; what goes is dropped from it before its number can be given to
/// another node. Reporting empties it.
class ChangeRecord {
public:
    /// The text or the reason of a node: a row to store, too.
    void value(NodeIndex node) {
        m_values.insert(node);
        m_rows.insert(node);
    }
    void state(NodeIndex node) { m_states.insert(node); }
    /// A row to store, though the node is as it was: it is new, or is at another position now.
    void row(NodeIndex node) { m_rows.insert(node); }
    /// How many instances a range has.
    void count(const Range& range) { m_ranges.insert(range); }
    void structure() { m_structure = true; }
    /// Rows to delete: of this path and all below it.
    void removed(std::string prefix) { m_removed.push_back(std::move(prefix)); }

    /// Drops nodes that are no longer alive.
    void forget(const LiveInstance& instance);
    [[nodiscard]] Changes tell(const LiveInstance& instance);

private:
    TouchedNodes m_values, m_states, m_rows;
    std::set<Range> m_ranges;
    std::vector<std::string> m_removed;
    bool m_structure = false;
};

} // namespace peil::forms
