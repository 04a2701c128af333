// SPDX-License-Identifier: Apache-2.0
#include "instance/change_record.h"

namespace peil::forms {

void ChangeRecord::forget(const LiveInstance& instance) {
    const auto gone = [&](NodeIndex node) { return !instance.alive(node); };
    m_values.eraseIf(gone);
    m_states.eraseIf(gone);
    m_rows.eraseIf(gone);
    std::erase_if(m_ranges, [&](const Range& range) { return gone(range.parent); });
}

Changes ChangeRecord::tell(const LiveInstance& instance) {
    Changes changes;
    changes.values = m_values.inOrder();
    changes.states = m_states.inOrder();
    changes.structure = m_structure;
    changes.removedPrefixes = std::move(m_removed);
    const auto& rows = m_rows.inOrder();
    changes.rows.reserve(m_ranges.size() + rows.size());
    for (const auto& range : m_ranges)
        changes.rows.push_back({instance.pathOf(range), std::to_string(instance.countOf(range)), {}});
    for (const auto node : rows)
        changes.rows.push_back(
            {instance.pathOf(node), std::string(instance.text(node)), std::string(idOf(instance.state(node).reason))});
    m_values.clear();
    m_states.clear();
    m_rows.clear();
    m_ranges.clear();
    m_removed.clear();
    m_structure = false;
    return changes;
}

} // namespace peil::forms
