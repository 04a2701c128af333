// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

#include "peil/base/text.h"

#include <algorithm>
#include <unordered_set>

namespace peil::forms {

std::vector<xpath::NodeRef> Session::Impl::itemNodes(const ControlDef& control, NodeIndex node) const {
    if (control.itemset->randomized) {
        const auto known = shuffled.find(node);
        if (known != shuffled.end()) return known->second;
    }
    auto nodes = control.itemset->nodes.evaluateNodes(contextAt(node));
    if (!nodes) return {};
    std::erase_if(*nodes, [&](const xpath::NodeRef& item) {
        return item.document == &document && !document.isRelevant(item.node);
    });
    if (control.itemset->randomized) shuffled[node] = *nodes;
    return std::move(*nodes);
}

std::string Session::Impl::itemValue(const ItemsetDef& itemset, xpath::NodeRef item) const {
    if (!itemset.valueRef.empty()) {
        const auto child = item.document->childElement(item.node, itemset.valueRef);
        return child == kNoNode ? std::string() : item.document->stringValue(child);
    }
    if (!itemset.valueExpression) return {};
    auto context = contextAt(item.node);
    context.node = context.current = item;
    return itemset.valueExpression->evaluateString(context).value_or(std::string());
}

std::vector<Choice> Session::Impl::choices(const ControlDef& control, NodeIndex node) const {
    std::vector<Choice> all;
    for (const auto& item : control.items)
        all.push_back({item.value, text(item.label, node)});
    if (!control.itemset) return all;
    for (const auto& item : itemNodes(control, node)) {
        all.push_back({itemValue(*control.itemset, item), itemLabel(*control.itemset, item)});
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

std::vector<std::string> Session::Impl::choiceValues(const ControlDef& control, NodeIndex node) const {
    std::vector<std::string> values;
    if (control.itemset)
        for (const auto& item : itemNodes(control, node))
            values.push_back(itemValue(*control.itemset, item));
    for (const auto& item : control.items)
        values.push_back(item.value);
    return values;
}

void Session::Impl::dropMissingChoices(NodeIndex node) {
    const std::string value(document.text(node));
    const auto& definition = defOf(node);
    if (definition.control == kNone || !isRelevant(node)) return;
    const auto& control = def.controls[definition.control];
    if (!control.isSelect() || !control.itemset || (value.empty() && !states[node].ranked)) return;
    const auto values = choiceValues(control, node);
    const std::unordered_set<std::string_view> known(values.begin(), values.end());
    if (control.control == Control::Select1) {
        if (!known.contains(value)) setValue(node, "");
        return;
    }
    auto kept = keepOnly(value, [&](std::string_view token) { return known.contains(token); });
    if (control.control == Control::Rank) {
        states[node].ranked = states[node].ranked || !kept.empty();
        if (states[node].ranked) kept = withUnranked(std::move(kept), values);
    }
    setValue(node, kept);
}

bool Session::Impl::isChoice(const ControlDef& control, NodeIndex node, std::string_view values) const {
    if (!control.isSelect() || (control.items.empty() && !control.itemset)) return true;
    const auto all = choiceValues(control, node);
    const std::unordered_set<std::string_view> known(all.begin(), all.end());
    if (control.control == Control::Select1) return known.contains(values);
    const auto tokens = splitWhitespace(values);
    return std::all_of(tokens.begin(), tokens.end(), [&](std::string_view token) { return known.contains(token); });
}

std::string Session::Impl::choiceName(xpath::NodeRef context, std::string_view value, std::string_view path) const {
    if (context.document != &document || !alive(context.node) || value.empty()) return {};
    auto target = def.nodes.size();
    const auto from = states[context.node].def;
    DefId at = from;
    auto rest = trim(path);
    if (!rest.empty() && rest.front() == '/') {
        const auto found = def.byPath.find(rest);
        if (found != def.byPath.end()) target = found->second;
    } else {
        for (const auto step : split(rest, '/')) {
            if (at == kNone || step == "." || step == "current()") continue;
            if (step == "..") {
                at = def.nodes[at].parent;
                continue;
            }
            const auto found = def.byPath.find(def.nodes[at].path + "/" + std::string(step));
            at = found == def.byPath.end() ? kNone : found->second;
        }
        if (at != kNone) target = at;
    }
    if (target >= def.nodes.size() || def.nodes[target].control == kNone) return {};
    const auto& control = def.controls[def.nodes[target].control];
    auto top = context.node;
    while (top != kNoNode && alive(top) && !def.nodes[target].path.starts_with(defOf(top).path + "/"))
        top = document.parent(top);
    const auto nodes =
        top != kNoNode && alive(top) ? nodesBelow(top, static_cast<DefId>(target)) : std::vector<NodeIndex>{};
    const auto node = nodes.empty() ? context.node : nodes.front();
    for (const auto& item : control.items)
        if (item.value == value) return text(item.label, node).text;
    if (!control.itemset) return {};
    for (const auto& item : itemNodes(control, node))
        if (itemValue(*control.itemset, item) == value) return itemLabel(*control.itemset, item).text;
    return {};
}

} // namespace peil::forms
