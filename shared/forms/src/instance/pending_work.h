// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/model.h"

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <queue>

namespace peil::forms {

/// Most expressions are evaluated for one node.
using PendingNodes = boost::container::small_vector<xpath::NodeIndex, 2>;

/// The expressions that are to be evaluated, and for which nodes.
///
/// Invariant: a vertex waits in the queue once if nodes are pending for it, else not at all. It is taken with all its
/// nodes, and before every vertex of a higher rank; one of a lower rank that is added meanwhile comes next.
class PendingWork {
public:
    explicit PendingWork(const FormDefinition::Impl& form)
        : m_form(form)
        , m_nodes(form.vertices.size())
        , m_queued(form.vertices.size(), false) {}

    void add(VertexId vertex, xpath::NodeIndex node) {
        auto& nodes = m_nodes[vertex];
        if (!nodes.empty() && nodes.back() == node) return;
        nodes.push_back(node);
        if (m_queued[vertex]) return;
        m_queued[vertex] = true;
        m_ranks.push(m_form.vertices[vertex].rank);
    }
    [[nodiscard]] bool empty() const { return m_ranks.empty(); }
    /// The first vertex by rank; `nodes` becomes what was pending for it, ascending and each once. Not when empty.
    [[nodiscard]] VertexId take(PendingNodes& nodes) {
        const auto vertex = m_form.order[m_ranks.top()];
        m_ranks.pop();
        m_queued[vertex] = false;
        nodes.clear();
        nodes.swap(m_nodes[vertex]);
        std::sort(nodes.begin(), nodes.end());
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        return vertex;
    }

private:
    const FormDefinition::Impl& m_form;
    std::vector<PendingNodes> m_nodes; ///< by vertex
    std::vector<bool> m_queued;        ///< by vertex
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> m_ranks;
};

} // namespace peil::forms
