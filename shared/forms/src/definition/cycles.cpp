// SPDX-License-Identifier: Apache-2.0

// Order of evaluation: each vertex after those it reads. The vertices that remain form cycles.

#include "definition/builder.h"

#include <algorithm>
#include <queue>

namespace peil::forms {
namespace {

// Some cycle among the vertices that are left: walk backwards along waits until one comes twice.
std::vector<VertexId> findCycle(const GraphInput& graph, const std::vector<bool>& done) {
    const auto count = graph.after.size();
    std::vector<VertexId> before(count, kNone);
    VertexId start = kNone;
    for (VertexId id = 0; id < count; ++id) {
        if (done[id]) continue;
        for (const auto next : graph.after[id])
            if (!done[next]) before[next] = id;
    }
    for (VertexId id = 0; id < count && start == kNone; ++id)
        if (!done[id] && before[id] != kNone) start = id;
    std::vector<bool> seen(count, false);
    while (!seen[start]) {
        seen[start] = true;
        start = before[start];
    }
    std::vector<VertexId> cycle{start};
    for (auto at = before[start]; at != start; at = before[at])
        cycle.push_back(at);
    std::reverse(cycle.begin(), cycle.end());
    return cycle;
}

void reportCycle(Builder& builder, const std::vector<VertexId>& cycle) {
    const auto& form = builder.form;
    std::string path;
    const auto describe = [&](VertexId id) {
        const auto& vertex = form.vertices[id];
        return form.nodes[vertex.node].path + " (" + std::string(idOf(vertex.kind)) + ")";
    };
    for (const auto id : cycle)
        path += describe(id) + " -> ";
    path += describe(cycle.front());
    const auto& first = form.vertices[cycle.front()];
    builder.error("cycle", Builder::spotOf(first.node, propertyOf(first.kind)),
                  "These questions depend on each other in a cycle: " + path + ".", "Remove one of the references.");
}

} // namespace

void orderVertices(Builder& builder, const GraphInput& graph) {
    auto& form = builder.form;
    const auto count = form.vertices.size();
    std::vector<std::size_t> waits(count, 0);
    for (const auto& after : graph.after)
        for (const auto id : after)
            ++waits[id];
    const auto later = [&](VertexId a, VertexId b) {
        const auto& x = form.vertices[a];
        const auto& y = form.vertices[b];
        const bool xLast = x.kind >= VertexKind::Readonly;
        const bool yLast = y.kind >= VertexKind::Readonly;
        if (xLast != yLast) return xLast;
        return x.node != y.node ? x.node > y.node : x.kind > y.kind;
    };
    std::priority_queue<VertexId, std::vector<VertexId>, decltype(later)> free(later);
    for (VertexId id = 0; id < count; ++id)
        if (waits[id] == 0) free.push(id);
    std::vector<bool> done(count, false);
    while (!free.empty()) {
        const auto id = free.top();
        free.pop();
        done[id] = true;
        form.vertices[id].rank = static_cast<std::uint32_t>(form.order.size());
        form.order.push_back(id);
        for (const auto next : graph.after[id])
            if (--waits[next] == 0) free.push(next);
    }
    if (form.order.size() < count) reportCycle(builder, findCycle(graph, done));
}

} // namespace peil::forms
