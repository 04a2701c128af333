// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

#include <algorithm>

namespace peil::forms {
namespace {

class ScreenBuilder {
public:
    ScreenBuilder(const Session::Impl& session, std::vector<Screen>& screens)
        : m_session(session)
        , m_screens(screens) {}

    void visit(const std::vector<BodyNode>& nodes, NodeIndex context) {
        for (const auto& node : nodes) {
            switch (node.kind) {
            case BodyNode::Kind::Control:
                addControl(node, context);
                break;
            case BodyNode::Kind::Group:
                addGroup(node, context);
                break;
            case BodyNode::Kind::Repeat:
                addRepeat(node, context);
                break;
            }
        }
    }

private:
    // The node for `wanted` that belongs to `context`, which stands in the same instance of every repeat around it.
    [[nodiscard]] NodeIndex nodeFor(DefId wanted, NodeIndex context) const {
        auto top = context;
        const auto& path = m_session.def.nodes[wanted].path;
        while (top != kNoNode && m_session.alive(top)) {
            const auto& own = m_session.defOf(top).path;
            if (path == own) return top;
            if (path.size() > own.size() && path.starts_with(own) && path[own.size()] == '/') break;
            top = m_session.document.parent(top);
        }
        if (top == kNoNode || !m_session.alive(top)) return kNoNode;
        std::vector<DefId> chain;
        for (auto at = wanted; at != m_session.states[top].def; at = m_session.def.nodes[at].parent)
            chain.push_back(at);
        for (auto step = chain.rbegin(); step != chain.rend() && top != kNoNode; ++step)
            top = m_session.childOf(top, *step);
        return top;
    }

    void addControl(const BodyNode& node, NodeIndex context) {
        const auto target = nodeFor(node.node, context);
        if (target == kNoNode || !m_session.alive(target) || !m_session.isRelevant(target)) return;
        if (m_page == kNone) openPage(target);
        m_screens[m_page].questions.push_back(target);
        if (!m_inFieldList) m_page = kNone;
    }

    void openPage(NodeIndex first) {
        m_page = static_cast<std::uint32_t>(m_screens.size());
        Screen screen;
        screen.key = m_session.pathOf(first);
        screen.headings = m_headings;
        if (!m_headings.empty()) screen.section = m_headings.front();
        m_screens.push_back(std::move(screen));
    }

    void addGroup(const BodyNode& group, NodeIndex context) {
        auto inner = context;
        if (group.node != kNone && !m_session.def.nodes[group.node].repeat) {
            inner = nodeFor(group.node, context);
            if (inner == kNoNode || !m_session.isRelevant(inner)) return;
        }
        const bool headed = pushHeading(group.label, inner);
        const bool opened = group.fieldList && !m_inFieldList;
        if (opened) m_inFieldList = true;
        visit(group.children, inner);
        if (opened) {
            m_inFieldList = false;
            m_page = kNone;
        }
        if (headed) m_headings.pop_back();
    }

    bool pushHeading(const TextSource& label, NodeIndex context) {
        auto text = m_session.text(label, context).text;
        if (text.empty()) return false;
        m_headings.push_back(std::move(text));
        return true;
    }

    void addRepeat(const BodyNode& repeat, NodeIndex context) {
        const auto& definition = m_session.def.nodes[repeat.node];
        const auto parent = nodeFor(definition.parent, context);
        if (parent == kNoNode) return;
        const Range range{parent, repeat.node};
        if (!m_session.isRelevant(range)) return;
        const bool outer = m_inFieldList;
        bool asked = true;
        for (const auto instance : m_session.instancesOf(range)) {
            asked = m_session.isRelevant(instance);
            if (!asked) continue;
            const bool headed = pushHeading(repeat.label, instance);
            m_inFieldList = outer || repeat.fieldList;
            if (!outer) m_page = kNone;
            visit(repeat.children, instance);
            m_inFieldList = outer;
            if (!outer) m_page = kNone;
            if (headed) m_headings.pop_back();
        }
        if (definition.noAddRemove || !asked || outer) return;
        Screen screen;
        screen.kind = Screen::Kind::AddRepeat;
        screen.key = m_session.pathOf(range);
        screen.headings = m_headings;
        screen.repeat = m_session.rangeId(range);
        if (!m_headings.empty()) screen.section = m_headings.front();
        m_screens.push_back(std::move(screen));
    }

    const Session::Impl& m_session;
    std::vector<Screen>& m_screens;
    std::vector<std::string> m_headings;
    std::uint32_t m_page = kNone;
    bool m_inFieldList = false;
};

} // namespace

void Session::Impl::buildScreens() const {
    screens.clear();
    ScreenBuilder(*this, screens).visit(def.body, document.documentElement());
    screensValid = true;
    placeOf.clear();
    for (std::size_t i = 0; i < screens.size(); ++i)
        for (const auto node : screens[i].questions)
            placeOf.emplace_back(node, i);
    std::sort(placeOf.begin(), placeOf.end());
}

ScreenStatus Session::Impl::status(const Screen& screen) const {
    ScreenStatus status;
    for (const auto node : screen.questions) {
        const auto why = validity(node);
        if (why == Validity::RequiredMissing) ++status.missing;
        if (why == Validity::ConstraintBroken) ++status.invalid;
        if (isReadonly(node)) continue;
        ++status.asked;
        if (!document.text(node).empty() || states[node].reason != NoAnswer::None) ++status.answered;
    }
    return status;
}

std::vector<std::size_t> Session::Impl::screensOf(const Changes& changes) const {
    std::vector<std::size_t> found;
    for (const auto* nodes : {&changes.values, &changes.states})
        for (const auto node : *nodes)
            for (auto at = std::lower_bound(placeOf.begin(), placeOf.end(), std::pair{node, std::size_t{0}});
                 at != placeOf.end() && at->first == node; ++at)
                found.push_back(at->second);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace peil::forms
