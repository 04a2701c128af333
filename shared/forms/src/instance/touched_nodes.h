// SPDX-License-Identifier: Apache-2.0
#pragma once

// The nodes that one call touched. An answer may touch thousands: adding one costs a push, and they are put in order
// once, when the call ends.

#include "peil/xpath/document.h"

#include <algorithm>
#include <vector>

namespace peil::forms {

class TouchedNodes {
public:
    void insert(xpath::NodeIndex node) {
        if (!m_nodes.empty() && m_nodes.back() == node) return;
        m_nodes.push_back(node);
        if (m_nodes.size() >= m_limit) sortUnique();
    }
    template <class Gone>
    void eraseIf(const Gone& gone) {
        std::erase_if(m_nodes, gone);
    }
    /// By index, each once.
    [[nodiscard]] const std::vector<xpath::NodeIndex>& inOrder() {
        sortUnique();
        return m_nodes;
    }
    void clear() {
        m_nodes.clear();
        m_limit = kFirstLimit;
    }

private:
    void sortUnique() {
        // Nodes are mostly touched in order.
        if (!std::is_sorted(m_nodes.begin(), m_nodes.end())) std::sort(m_nodes.begin(), m_nodes.end());
        m_nodes.erase(std::unique(m_nodes.begin(), m_nodes.end()), m_nodes.end());
        m_limit = std::max(kFirstLimit, m_nodes.size() * 2);
    }

    static constexpr std::size_t kFirstLimit = 1024; ///< repeated nodes must not fill the memory
    std::vector<xpath::NodeIndex> m_nodes;
    std::size_t m_limit = kFirstLimit;
};

} // namespace peil::forms
