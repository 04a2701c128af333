// SPDX-License-Identifier: Apache-2.0
#include "instance/live_instance.h"

#include "definition/xml_reader.h"

#include "peil/base/text.h"

#include <algorithm>
#include <utility>

namespace peil::forms {

LiveInstance::LiveInstance(const FormDefinition::Impl& form)
    : m_form(form)
    , m_singles(form.nodes.size(), kNoNode) {}

void LiveInstance::open() {
    m_document = m_form.blank.clone();
    m_states.clear();
    std::fill(m_singles.begin(), m_singles.end(), kNoNode);
    m_closed.clear();
    m_rangeIds.clear();
    adopt(root());
}

void LiveInstance::adopt(NodeIndex node) {
    const auto tag = m_document.tag(node);
    if (tag == kNone) return;
    if (m_states.size() <= node) m_states.resize(std::max<std::size_t>(node + 1, m_states.size() * 2));
    m_states[node] = NodeState{};
    m_states[node].def = tag;
    m_document.setRelevant(node, xpath::Relevant::Yes);
    const auto& definition = m_form.nodes[tag];
    if (!definition.several) m_singles[tag] = node;
    for (auto at = m_document.firstAttribute(node); at != kNoNode; at = m_document.nextSibling(at))
        adopt(at);
    if (!definition.group) return;
    for (auto at = m_document.firstChild(node); at != kNoNode; at = m_document.nextSibling(at))
        adopt(at);
}

void LiveInstance::forget(NodeIndex node) {
    std::vector<NodeIndex> all;
    eachNode(node, [&](NodeIndex at) { all.push_back(at); });
    for (const auto at : all) {
        if (m_singles[m_states[at].def] == at) m_singles[m_states[at].def] = kNoNode;
        m_states[at].def = kNone;
    }
    std::erase_if(m_closed, [&](const Range& range) { return !alive(range.parent); });
    std::erase_if(m_rangeIds, [&](const auto& entry) { return !alive(entry.first.parent); });
}

NodeIndex LiveInstance::insert(const Range& range, NodeIndex model, NodeIndex before) {
    const auto node = m_document.copySubtree(m_form.templates, model, range.parent, before);
    adopt(node);
    m_closed.erase(range);
    return node;
}

NodeIndex LiveInstance::append(NodeIndex parent, DefId child) {
    const auto& definition = m_form.nodes[child];
    const auto node = m_document.appendElement(parent, definition.name, definition.namespaceUri, definition.prefix);
    m_document.setTag(node, child);
    adopt(node);
    return node;
}

void LiveInstance::remove(NodeIndex instance) {
    forget(instance);
    m_document.removeSubtree(instance);
}

void LiveInstance::keepAttribute(NodeIndex node, const xpath::Document& from, NodeIndex attribute) {
    m_document.setAttribute(node, from.localName(attribute), from.text(attribute), from.namespaceUri(attribute),
                            from.prefix(attribute));
}

bool LiveInstance::setText(NodeIndex node, std::string_view text) {
    if (m_document.text(node) == text) return false;
    m_document.setText(node, text);
    if (!text.empty()) m_states[node].reason = NoAnswer::None;
    return true;
}

bool LiveInstance::setReason(NodeIndex node, NoAnswer reason) {
    return std::exchange(m_states[node].reason, reason) != reason;
}

bool LiveInstance::setRelevant(NodeIndex node, bool relevant) {
    if (std::exchange(m_states[node].relevant, relevant) == relevant) return false;
    m_document.setRelevant(node, relevant ? xpath::Relevant::Yes : xpath::Relevant::No);
    return true;
}

bool LiveInstance::setReadonly(NodeIndex node, bool readonly) {
    return std::exchange(m_states[node].readonly, readonly) != readonly;
}

bool LiveInstance::setRequired(NodeIndex node, bool required) {
    return std::exchange(m_states[node].required, required) != required;
}

bool LiveInstance::setConstraintOk(NodeIndex node, bool ok) {
    return std::exchange(m_states[node].constraintOk, ok) != ok;
}

void LiveInstance::setType(NodeIndex node, xpath::NodeType type) {
    if (m_document.type(node) != type) m_document.setType(node, type);
}

bool LiveInstance::setClosed(const Range& range, bool closed) {
    return closed ? m_closed.insert(range).second : m_closed.erase(range) > 0;
}

bool LiveInstance::isAnswered(NodeIndex node) const {
    return !m_document.text(node).empty() || m_states[node].reason != NoAnswer::None;
}

std::string LiveInstance::pathOf(NodeIndex node) const {
    if (!alive(node)) return {};
    if (!defOf(node).several) return defOf(node).path;
    std::vector<NodeIndex> chain;
    for (auto at = node; at != kNoNode && alive(at); at = m_document.parent(at))
        chain.push_back(at);
    std::string path;
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
        const auto& definition = defOf(*at);
        path += definition.attribute ? "/@" : "/";
        path += definition.name;
        if (definition.repeat || definition.multiple)
            path += '[' + std::to_string(m_document.positionAmongSameName(*at)) + ']';
    }
    return path;
}

std::string LiveInstance::pathOf(const Range& range) const {
    return pathOf(range.parent) + '/' + m_form.nodes[range.repeat].name;
}

std::optional<NodeId> LiveInstance::find(std::string_view path) const {
    if (path.empty() || path.front() != '/') return std::nullopt;
    auto steps = split(path.substr(1), '/');
    auto at = root();
    if (steps.empty() || localName(steps[0]) != m_form.nodes[0].name) return std::nullopt;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        auto step = steps[i];
        if (!step.empty() && step.front() == '@') {
            const auto name = localName(step.substr(1));
            at = m_document.firstAttribute(at);
            while (at != kNoNode && m_document.localName(at) != name)
                at = m_document.nextSibling(at);
            if (at == kNoNode || !alive(at) || i + 1 != steps.size()) return std::nullopt;
            return at;
        }
        const auto bracket = step.find('[');
        const auto name = localName(step.substr(0, bracket));
        auto next = m_document.childElement(at, name);
        if (bracket == std::string_view::npos && i + 1 == steps.size()) {
            const auto found = m_form.byPath.find(defOf(at).path + "/" + std::string(name));
            if (found != m_form.byPath.end() && m_form.nodes[found->second].repeat) return rangeId({at, found->second});
        }
        if (bracket != std::string_view::npos) {
            const auto position = parseInteger(step.substr(bracket + 1, step.size() - bracket - 2));
            if (!position || *position < 1) return std::nullopt;
            for (std::int64_t k = 1; k < *position && next != kNoNode; ++k)
                next = m_document.nextOfSameName(next);
        }
        if (next == kNoNode || !alive(next)) return std::nullopt;
        at = next;
    }
    return at;
}

NodeIndex LiveInstance::ancestor(NodeIndex node, DefId wanted) const {
    auto at = node;
    while (at != kNoNode && alive(at) && m_states[at].def != wanted)
        at = m_document.parent(at);
    return at != kNoNode && alive(at) ? at : kNoNode;
}

NodeIndex LiveInstance::childOf(NodeIndex parent, DefId child) const {
    const auto& definition = m_form.nodes[child];
    if (definition.attribute) return m_document.attribute(parent, definition.name, definition.namespaceUri);
    return m_document.childElement(parent, definition.name);
}

std::vector<NodeIndex> LiveInstance::nodesBelow(NodeIndex top, DefId wanted) const {
    if (!m_form.nodes[wanted].several && top == root()) {
        if (m_singles[wanted] == kNoNode) return {};
        return {m_singles[wanted]};
    }
    std::vector<DefId> chain;
    for (auto at = wanted; at != kNone && at != m_states[top].def; at = m_form.nodes[at].parent)
        chain.push_back(at);
    std::vector<NodeIndex> level{top};
    for (auto step = chain.rbegin(); step != chain.rend(); ++step) {
        std::vector<NodeIndex> next;
        for (const auto parent : level)
            for (auto at = childOf(parent, *step); at != kNoNode; at = m_document.nextOfSameName(at)) {
                if (alive(at)) next.push_back(at);
                if (m_form.nodes[*step].attribute) break;
            }
        level = std::move(next);
    }
    return level;
}

std::vector<NodeIndex> LiveInstance::instancesOf(const Range& range) const {
    std::vector<NodeIndex> all;
    for (auto at = childOf(range.parent, range.repeat); at != kNoNode; at = m_document.nextOfSameName(at))
        all.push_back(at);
    return all;
}

NodeIndex LiveInstance::lastInstance(const Range& range) const {
    return m_document.lastChildElement(range.parent, m_form.nodes[range.repeat].name);
}

std::size_t LiveInstance::countOf(const Range& range) const {
    const auto last = lastInstance(range);
    return last == kNoNode ? 0 : m_document.positionAmongSameName(last);
}

NodeId LiveInstance::rangeId(const Range& range) const {
    const auto found = m_rangeIds.find(range);
    if (found != m_rangeIds.end()) return found->second;
    const auto id = kRangeBit | static_cast<NodeId>(m_ranges.size());
    m_ranges.push_back(range);
    m_rangeIds.emplace(range, id);
    return id;
}

std::optional<Range> LiveInstance::rangeOf(NodeId id) const {
    if ((id & kRangeBit) != 0) {
        const auto index = id & ~kRangeBit;
        if (index >= m_ranges.size() || !alive(m_ranges[index].parent)) return std::nullopt;
        const auto known = m_rangeIds.find(m_ranges[index]);
        if (known == m_rangeIds.end() || known->second != id) return std::nullopt;
        return m_ranges[index];
    }
    if (!alive(id) || !defOf(id).repeat) return std::nullopt;
    return Range{m_document.parent(id), m_states[id].def};
}

bool LiveInstance::isRelevant(const Range& range) const {
    return isRelevant(range.parent) && !m_closed.contains(range);
}

bool LiveInstance::isReadonly(NodeIndex node) const {
    for (auto at = node; at != kNoNode && alive(at); at = m_document.parent(at))
        if (m_states[at].readonly) return true;
    return false;
}

} // namespace peil::forms
