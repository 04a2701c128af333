// SPDX-License-Identifier: Apache-2.0
#include "instance/presentation.h"

#include <algorithm>

namespace peil::forms {
namespace {

class ScreenBuilder {
public:
    ScreenBuilder(const LiveInstance& instance, const Texts& texts, std::vector<Screen>& screens,
                  std::vector<Chapter>& chapters)
        : m_instance(instance)
        , m_texts(texts)
        , m_screens(screens)
        , m_chapters(chapters) {}

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
    // The node for `wanted` that belongs to `context`, which is in the same instance of every repeat around it.
    [[nodiscard]] NodeIndex nodeFor(DefId wanted, NodeIndex context) const {
        auto top = context;
        const auto& path = m_instance.form().nodes[wanted].path;
        while (top != kNoNode && m_instance.alive(top)) {
            const auto& own = m_instance.defOf(top).path;
            if (path == own) return top;
            if (path.size() > own.size() && path.starts_with(own) && path[own.size()] == '/') break;
            top = m_instance.document().parent(top);
        }
        if (top == kNoNode || !m_instance.alive(top)) return kNoNode;
        std::vector<DefId> chain;
        for (auto at = wanted; at != m_instance.state(top).def; at = m_instance.form().nodes[at].parent)
            chain.push_back(at);
        for (auto step = chain.rbegin(); step != chain.rend() && top != kNoNode; ++step)
            top = m_instance.childOf(top, *step);
        return top;
    }

    void addControl(const BodyNode& node, NodeIndex context) {
        if (isOutermost()) enterChapter(nullptr, {});
        const auto target = nodeFor(node.node, context);
        if (target == kNoNode || !m_instance.alive(target)) return;
        // Who holds the tablet sees one question at a time, also of a list of fields.
        const bool alone = m_instance.form().nodes[node.node].holder == Holder::Participant;
        if (alone) closePage();
        if (!m_instance.isReadonly(target)) ++m_mostAsked;
        if (m_instance.isRelevant(target)) {
            if (m_page == kNone) openPage(target);
            m_screens[m_page].questions.push_back(target);
        }
        if (alone || !m_inFieldList) closePage();
    }

    /// Of a list of fields that is one page. What is not asked was counted as well.
    void closePage() {
        if (m_page != kNone) m_screens[m_page].mostAsked = m_mostAsked;
        m_page = kNone;
        m_mostAsked = 0;
    }

    static std::size_t controlsIn(const BodyNode& node) {
        std::size_t count = node.kind == BodyNode::Kind::Group ? 0 : 1;
        for (const auto& child : node.children)
            count += controlsIn(child);
        return count;
    }

    /// Neither in a group with a label nor in a repeat: here a chapter can begin.
    [[nodiscard]] bool isOutermost() const { return m_headings.empty() && m_repeats == 0; }

    /// @param group  null outside of all groups with a label.
    void enterChapter(const BodyNode* group, const std::string& title) {
        if (!m_chapters.empty() && (m_chapter == group || m_chapters.back().title == title)) return;
        m_chapter = group;
        m_chapters.push_back({title});
    }

    /// A group of which nothing is asked still has its chapters.
    void passOver(const BodyNode& group, NodeIndex context) {
        if (!isOutermost() || controlsIn(group) == 0) return;
        const auto title = m_texts.text(group.label, context).text;
        if (!title.empty()) return enterChapter(&group, title);
        for (const auto& child : group.children) {
            if (child.kind == BodyNode::Kind::Group)
                passOver(child, context);
            else
                enterChapter(nullptr, {});
        }
    }

    void openPage(NodeIndex first) {
        m_page = static_cast<std::uint32_t>(m_screens.size());
        Screen screen;
        screen.key = m_instance.pathOf(first);
        screen.headings = m_headings;
        if (!m_headings.empty()) screen.section = m_headings.front();
        screen.chapter = m_chapters.size() - 1;
        screen.holder = m_instance.defOf(first).holder.value_or(Holder::Worker);
        m_screens.push_back(std::move(screen));
    }

    void addGroup(const BodyNode& group, NodeIndex context) {
        auto inner = context;
        if (group.node != kNone && !m_instance.form().nodes[group.node].repeat) {
            inner = nodeFor(group.node, context);
            if (inner == kNoNode || !m_instance.isRelevant(inner)) {
                if (m_inFieldList) m_mostAsked += controlsIn(group);
                return passOver(group, inner == kNoNode ? context : inner);
            }
        }
        const bool outermost = isOutermost();
        const bool headed = pushHeading(group.label, inner);
        if (headed && outermost && controlsIn(group) > 0) enterChapter(&group, m_headings.front());
        const bool opened = group.fieldList && !m_inFieldList;
        if (opened) m_inFieldList = true;
        visit(group.children, inner);
        if (opened) {
            m_inFieldList = false;
            closePage();
        }
        if (headed) m_headings.pop_back();
    }

    bool pushHeading(const TextSource& label, NodeIndex context) {
        auto text = m_texts.text(label, context).text;
        if (text.empty()) return false;
        m_headings.push_back(std::move(text));
        return true;
    }

    void addRepeat(const BodyNode& repeat, NodeIndex context) {
        if (isOutermost()) enterChapter(&repeat, m_texts.text(repeat.label, context).text);
        const auto& definition = m_instance.form().nodes[repeat.node];
        const auto parent = nodeFor(definition.parent, context);
        if (parent == kNoNode) return;
        const Range range{parent, repeat.node};
        if (!m_instance.isRelevant(range)) return;
        const bool outer = m_inFieldList;
        bool asked = true;
        for (const auto instance : m_instance.instancesOf(range)) {
            asked = m_instance.isRelevant(instance);
            if (!asked) continue;
            const bool headed = pushHeading(repeat.label, instance);
            m_inFieldList = outer || repeat.fieldList;
            if (!outer) closePage();
            ++m_repeats;
            visit(repeat.children, instance);
            --m_repeats;
            m_inFieldList = outer;
            if (!outer) closePage();
            if (headed) m_headings.pop_back();
        }
        if (definition.noAddRemove || !asked || outer) return;
        Screen screen;
        screen.kind = Screen::Kind::AddRepeat;
        screen.key = m_instance.pathOf(range);
        screen.headings = m_headings;
        screen.repeat = m_instance.rangeId(range);
        if (!m_headings.empty()) screen.section = m_headings.front();
        screen.chapter = m_chapters.size() - 1;
        screen.holder = definition.holder.value_or(Holder::Worker);
        m_screens.push_back(std::move(screen));
    }

    const LiveInstance& m_instance;
    const Texts& m_texts;
    std::vector<Screen>& m_screens;
    std::vector<Chapter>& m_chapters;
    std::vector<std::string> m_headings;
    const BodyNode* m_chapter = nullptr; ///< the last of m_chapters
    std::uint32_t m_page = kNone;
    std::size_t m_mostAsked = 0;
    std::size_t m_repeats = 0; ///< around the place
    bool m_inFieldList = false;
};

} // namespace

Presentation::Presentation(const LiveInstance& instance, const Texts& texts, const Choices& choices)
    : m_instance(instance)
    , m_texts(texts)
    , m_choices(choices) {}

const std::vector<Screen>& Presentation::screens() const {
    if (!m_valid) build();
    return m_screens;
}

const std::vector<Chapter>& Presentation::chapters() const {
    if (!m_valid) build();
    return m_chapters;
}

void Presentation::build() const {
    m_screens.clear();
    m_chapters.clear();
    ScreenBuilder(m_instance, m_texts, m_screens, m_chapters).visit(m_instance.form().body, m_instance.root());
    m_valid = true;
    m_placeOf.clear();
    for (std::size_t i = 0; i < m_screens.size(); ++i)
        for (const auto node : m_screens[i].questions)
            m_placeOf.emplace_back(node, i);
    std::sort(m_placeOf.begin(), m_placeOf.end());
}

ScreenStatus Presentation::status(std::size_t screen) const {
    ScreenStatus status;
    for (const auto node : screens()[screen].questions) {
        const auto why = validity(node);
        if (why == Validity::RequiredMissing) ++status.missing;
        if (why == Validity::ConstraintBroken) ++status.invalid;
        if (m_instance.isReadonly(node)) continue;
        ++status.asked;
        if (m_instance.isAnswered(node)) ++status.answered;
    }
    return status;
}

std::vector<std::size_t> Presentation::screensOf(const Changes& changes) const {
    if (!m_valid) build();
    std::vector<std::size_t> found;
    for (const auto* nodes : {&changes.values, &changes.states})
        for (const auto node : *nodes)
            for (auto at = std::lower_bound(m_placeOf.begin(), m_placeOf.end(), std::pair{node, std::size_t{0}});
                 at != m_placeOf.end() && at->first == node; ++at)
                found.push_back(at->second);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace peil::forms
