// SPDX-License-Identifier: Apache-2.0
#include "evaluator.h"

#include <algorithm>

namespace peil::xpath {
namespace {

NodeKind principalKind(Axis axis) {
    return axis == Axis::Attribute   ? NodeKind::Attribute
           : axis == Axis::Namespace ? NodeKind::Namespace
                                     : NodeKind::Element;
}

bool isAttributeLike(NodeKind kind) {
    return kind == NodeKind::Attribute || kind == NodeKind::Namespace;
}

/// The last node of the tree under `top`, in document order.
NodeIndex deepestLast(const Document::Impl& document, NodeIndex top) {
    while (document.nodes[top].last != kNoNode)
        top = document.nodes[top].last;
    return top;
}

NodeIndex preceding(const Document::Impl& document, NodeIndex node) {
    const auto& entry = document.nodes[node];
    return entry.previous == kNoNode ? entry.parent : deepestLast(document, entry.previous);
}

} // namespace

bool Evaluator::matches(const Document::Impl& document, NodeIndex node, const Step& step) const {
    const auto& entry = document.nodes[node];
    const auto& test = step.test;
    switch (test.kind) {
    case NodeTest::Kind::AnyNode:
        return true;
    case NodeTest::Kind::Text:
        return entry.kind == NodeKind::Text;
    case NodeTest::Kind::Comment:
        return entry.kind == NodeKind::Comment;
    case NodeTest::Kind::ProcessingInstruction:
        return entry.kind == NodeKind::ProcessingInstruction &&
               (test.local.text().empty() || document.localText(node) == test.local.text());
    default:
        break;
    }
    if (entry.kind != principalKind(step.axis)) return false;
    const auto& space = document.spaceOf(node);
    if (test.hasPrefix && space.uri != test.uri) return false;
    if (test.kind == NodeTest::Kind::AnyName) return true;
    if (document.localOf(node) != test.local.in(*document.names)) return false;
    return test.hasPrefix || (entry.kind == NodeKind::Attribute ? space.uri.empty() : !space.xhtml);
}

void namedChildren(const Document::Impl& document, std::span<const NodeIndex> parents, const NodeTest& test,
                   NodeList& out) {
    const auto local = test.local.in(*document.names);
    if (local == kNoName) return;
    NodeIndex distance = 0;
    for (const auto parent : parents) {
        const auto first = document.firstOfName(parent, local, parent + distance);
        if (first != kNoNode) distance = first - parent;
        for (auto at = first; at != kNoNode; at = document.nodes[at].nextSame)
            if (test.hasPrefix ? document.spaceOf(at).uri == test.uri : !document.spaceOf(at).xhtml) out.push_back(at);
    }
}

void Evaluator::expand(const Document::Impl& document, NodeIndex from, const Step& step, NodeList& out) {
    const auto take = [&](NodeIndex node) {
        ++m_work;
        if (matches(document, node, step)) out.push_back(node);
    };
    const auto& start = document.nodes[from];
    switch (step.axis) {
    case Axis::Child:
        if (step.test.kind == NodeTest::Kind::Name) {
            namedChildren(document, {&from, 1}, step.test, out);
            return;
        }
        for (auto at = start.first; at != kNoNode; at = document.nodes[at].next)
            take(at);
        return;
    case Axis::Self:
        take(from);
        return;
    case Axis::Parent:
        if (start.parent != kNoNode) take(start.parent);
        return;
    case Axis::Attribute:
        for (auto at = start.firstAttribute; at != kNoNode; at = document.nodes[at].next)
            take(at);
        return;
    case Axis::Namespace:
        if (const auto found = document.namespaceNodes.find(from); found != document.namespaceNodes.end())
            for (const auto node : found->second)
                take(node);
        return;
    case Axis::FollowingSibling:
        if (isAttributeLike(start.kind)) return;
        for (auto at = start.next; at != kNoNode; at = document.nodes[at].next)
            take(at);
        return;
    case Axis::PrecedingSibling:
        if (isAttributeLike(start.kind)) return;
        for (auto at = start.previous; at != kNoNode; at = document.nodes[at].previous)
            take(at);
        return;
    default:
        expandFar(document, from, step, out);
    }
}

void Evaluator::expandFar(const Document::Impl& document, NodeIndex from, const Step& step, NodeList& out) {
    const auto take = [&](NodeIndex node) {
        ++m_work;
        if (matches(document, node, step)) out.push_back(node);
    };
    const auto& start = document.nodes[from];
    if (step.axis == Axis::AncestorOrSelf || step.axis == Axis::DescendantOrSelf) take(from);
    switch (step.axis) {
    case Axis::AncestorOrSelf:
    case Axis::Ancestor:
        for (auto at = start.parent; at != kNoNode; at = document.nodes[at].parent)
            take(at);
        return;
    case Axis::DescendantOrSelf:
    case Axis::Descendant:
        for (auto at = document.following(from, from); at != kNoNode; at = document.following(at, from))
            take(at);
        return;
    case Axis::Following: {
        auto at =
            isAttributeLike(start.kind) ? document.following(start.parent, kRoot) : document.followingSkip(from, kRoot);
        for (; at != kNoNode; at = document.following(at, kRoot))
            take(at);
        return;
    }
    default: {
        const auto origin = isAttributeLike(start.kind) ? start.parent : from;
        auto ancestor = document.nodes[origin].parent; // the next one that the walk comes to
        for (auto at = preceding(document, origin); at != kNoNode; at = preceding(document, at)) {
            if (at == ancestor)
                ancestor = document.nodes[at].parent;
            else
                take(at);
        }
    }
    }
}

void sortUnique(const Document& document, NodeList& nodes) {
    if (nodes.size() < 2) return;
    const auto& order = document.impl().order();
    std::sort(nodes.begin(), nodes.end(), [&](NodeIndex a, NodeIndex b) { return order[a] < order[b]; });
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

void sortUnique(NodeSet& nodes) {
    if (nodes.size() < 2) return;
    std::vector<const Document*> documents; // in the order in which they first come
    for (const auto& node : nodes)
        if (std::find(documents.begin(), documents.end(), node.document) == documents.end())
            documents.push_back(node.document);
    NodeSet sorted;
    sorted.reserve(nodes.size());
    for (const auto* document : documents) {
        NodeList list;
        for (const auto& node : nodes)
            if (node.document == document) list.push_back(node.node);
        sortUnique(*document, list);
        for (const auto node : list)
            sorted.push_back({document, node});
    }
    nodes = std::move(sorted);
}

} // namespace peil::xpath
