// SPDX-License-Identifier: Apache-2.0
#include "instance/choices.h"

#include "peil/base/text.h"

#include <algorithm>
#include <unordered_set>

namespace peil::forms {

Choices::Choices(const LiveInstance& instance, const Evaluator& evaluator, const Texts& texts)
    : m_instance(instance)
    , m_evaluator(evaluator)
    , m_texts(texts) {}

void Choices::forgetGone() {
    std::erase_if(m_shuffled, [this](const auto& entry) { return !m_instance.alive(entry.first); });
}

std::vector<xpath::NodeRef> Choices::itemNodes(const ControlDef& control, NodeIndex node) const {
    if (control.itemset->randomized) {
        const auto known = m_shuffled.find(node);
        if (known != m_shuffled.end()) return known->second;
    }
    auto nodes = control.itemset->nodes.evaluateNodes(m_evaluator.contextAt(node));
    if (!nodes) return {};
    std::erase_if(*nodes, [&](const xpath::NodeRef& item) {
        return item.document == &m_instance.document() && !m_instance.isRelevant(item.node);
    });
    if (control.itemset->randomized) m_shuffled[node] = *nodes;
    return std::move(*nodes);
}

std::string Choices::itemValue(const ItemsetDef& itemset, xpath::NodeRef item) const {
    if (!itemset.valueRef.empty()) {
        const auto child = item.document->childElement(item.node, itemset.valueRef);
        return child == kNoNode ? std::string() : item.document->stringValue(child);
    }
    if (!itemset.valueExpression) return {};
    return itemset.valueExpression->evaluateString(m_evaluator.contextAt(item)).value_or(std::string());
}

std::vector<Choice> Choices::of(const ControlDef& control, NodeIndex node) const {
    std::vector<Choice> all;
    for (const auto& item : control.items)
        all.push_back({item.value, m_texts.text(item.label, node)});
    if (!control.itemset) return all;
    for (const auto& item : itemNodes(control, node)) {
        all.push_back({itemValue(*control.itemset, item), m_texts.itemLabel(*control.itemset, item)});
    }
    return all;
}

namespace {

// The values in `selected` that are among the choices, in the order in which they were selected.
template <class Contains>
std::string keepOnly(std::string_view selected, const Contains& contains) {
    std::string kept;
    for (const auto token : splitWhitespace(selected)) {
        if (!contains(token)) continue;
        if (!kept.empty()) kept += ' ';
        kept += token;
    }
    return kept;
}

// A ranking holds every choice: those that it lacks come last, in the order of the list.
std::string withUnranked(std::string ranking, const std::vector<std::string>& choices) {
    std::unordered_set<std::string> ranked;
    for (const auto token : splitWhitespace(ranking))
        ranked.emplace(token);
    for (const auto& choice : choices) {
        if (choice.empty() || !ranked.insert(choice).second) continue;
        if (!ranking.empty()) ranking += ' ';
        ranking += choice;
    }
    return ranking;
}

} // namespace

std::vector<std::string> Choices::values(const ControlDef& control, NodeIndex node) const {
    std::vector<std::string> values;
    if (control.itemset)
        for (const auto& item : itemNodes(control, node))
            values.push_back(itemValue(*control.itemset, item));
    for (const auto& item : control.items)
        values.push_back(item.value);
    return values;
}

std::optional<Choices::Remaining> Choices::remaining(NodeIndex node) const {
    const auto& definition = m_instance.defOf(node);
    if (definition.control == kNone || !m_instance.isRelevant(node)) return std::nullopt;
    const auto value = m_instance.text(node);
    const auto& control = m_instance.form().controls[definition.control];
    bool ranked = m_instance.state(node).ranked;
    if (!control.isSelect() || !control.itemset || (value.empty() && !ranked)) return std::nullopt;
    const auto all = values(control, node);
    const std::unordered_set<std::string_view> known(all.begin(), all.end());
    if (control.control == Control::Select1) return Remaining{known.contains(value) ? std::string(value) : "", ranked};
    auto kept = keepOnly(value, [&](std::string_view token) { return known.contains(token); });
    if (control.control == Control::Rank) {
        ranked = ranked || !kept.empty();
        if (ranked) kept = withUnranked(std::move(kept), all);
    }
    return Remaining{std::move(kept), ranked};
}

bool Choices::allow(const ControlDef& control, NodeIndex node, std::string_view selected) const {
    if (!control.isSelect() || (control.items.empty() && !control.itemset)) return true;
    const auto all = values(control, node);
    const std::unordered_set<std::string_view> known(all.begin(), all.end());
    if (control.control == Control::Select1) return known.contains(selected);
    const auto tokens = splitWhitespace(selected);
    return std::all_of(tokens.begin(), tokens.end(), [&](std::string_view token) { return known.contains(token); });
}

// Only paths of plain steps: that is what a literal argument of jr:choice-name() is.
DefId Choices::questionAt(DefId from, std::string_view path) const {
    const auto& form = m_instance.form();
    if (!path.empty() && path.front() == '/') {
        const auto found = form.byPath.find(path);
        return found == form.byPath.end() ? kNone : found->second;
    }
    auto at = from;
    for (const auto step : split(path, '/')) {
        if (at == kNone || step == "." || step == "current()") continue;
        if (step == "..") {
            at = form.nodes[at].parent;
            continue;
        }
        const auto found = form.byPath.find(form.nodes[at].path + "/" + std::string(step));
        at = found == form.byPath.end() ? kNone : found->second;
    }
    return at;
}

std::string Choices::name(xpath::NodeRef context, std::string_view value, std::string_view path) const {
    if (context.document != &m_instance.document() || !m_instance.alive(context.node) || value.empty()) return {};
    const auto& form = m_instance.form();
    const auto target = questionAt(m_instance.state(context.node).def, trim(path));
    if (target == kNone || form.nodes[target].control == kNone) return {};
    const auto& control = form.controls[form.nodes[target].control];
    auto top = context.node;
    while (top != kNoNode && m_instance.alive(top) &&
           !form.nodes[target].path.starts_with(m_instance.defOf(top).path + "/"))
        top = m_instance.document().parent(top);
    const auto nodes =
        top != kNoNode && m_instance.alive(top) ? m_instance.nodesBelow(top, target) : std::vector<NodeIndex>{};
    const auto node = nodes.empty() ? context.node : nodes.front();
    for (const auto& item : control.items)
        if (item.value == value) return m_texts.text(item.label, node).text;
    if (!control.itemset) return {};
    for (const auto& item : itemNodes(control, node))
        if (itemValue(*control.itemset, item) == value) return m_texts.itemLabel(*control.itemset, item).text;
    return {};
}

} // namespace peil::forms
