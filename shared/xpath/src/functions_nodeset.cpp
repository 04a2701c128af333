// SPDX-License-Identifier: Apache-2.0
// Functions about nodes: counting, finding, naming, repeats and secondary instances.
#include "functions.h"
#include "peil/base/text.h"
#include "randomize.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace peil::xpath {
namespace {

constexpr auto kMany = FunctionInfo::kMany;
constexpr std::string_view kXmlUri = "http://www.w3.org/XML/1998/namespace";

Value fnCountNonEmpty(const Call& call) {
    const auto set = call.nodes(0);
    const auto filled = std::count_if(set.begin(), set.end(),
                                      [&](const NodeRef& node) { return !call.evaluator.textOf(node).view().empty(); });
    return static_cast<double>(filled);
}

/// position() in a predicate; position(node) = place among the siblings of the same name, as is position() outside of
/// predicates, where XForms counts in the nodes of the bind (and JR does).
Value fnPosition(const Call& call) {
    const auto& place = call.place;
    if (call.size() == 0 && place.position > 0) return static_cast<double>(place.position);
    if (call.size() == 0)
        return place.node ? static_cast<double>(place.node.document->positionAmongSameName(place.node.node)) : 1;
    const auto set = call.nodes(0, Filter::All);
    if (set.empty()) return std::nan("");
    return static_cast<double>(set.front().document->positionAmongSameName(set.front().node));
}

Value fnCurrent(const Call& call) {
    const auto& context = call.evaluator.context();
    const auto& current = context.current ? context.current : context.node;
    return current ? NodeSet{current} : NodeSet{};
}

Value fnInstance(const Call& call) {
    const auto id = call.text(0);
    const auto node = call.host().instance ? call.host().instance(id.view()) : NodeRef{};
    if (!node)
        return call.fail(XpathErrc::NotAvailable, "did not find the instance \"" + std::string(id.view()) +
                                                      "\"; add it to the form or attach its file.");
    return NodeSet{node};
}

Value fnRandomize(const Call& call) {
    auto set = call.nodes(0);
    if (call.evaluator.failed()) return std::string{};
    if (call.size() == 1) {
        if (call.host().rng == nullptr)
            return call.fail(XpathErrc::NotAvailable, "needs random numbers, which are not available here.");
        return shuffled(set, static_cast<std::int64_t>(call.host().rng->next64()));
    }
    const auto seed = call.value(1);
    const auto number = call.evaluator.numberOf(seed);
    if (!std::isnan(number)) return shuffled(set, seedOf(number));
    if (std::holds_alternative<double>(seed)) return shuffled(set, 0);
    const auto hashed = seedOf(call.evaluator.textOf(seed).view(), call.host());
    if (!hashed) return call.fail(XpathErrc::NotAvailable, "failed: " + describe(hashed.error()));
    return shuffled(set, *hashed);
}

// --- indexed-repeat --------------------------------------------------------------------------------------------------

/// The generic path of a node set: local names from the document down, without places.
std::vector<std::uint32_t> genericPath(const Document::Impl& document, NodeIndex node) {
    std::vector<std::uint32_t> path;
    for (auto at = node; at != kRoot && at != kNoNode; at = document.nodes[at].parent)
        path.push_back(document.localOf(at));
    std::reverse(path.begin(), path.end());
    return path;
}

struct RepeatChoice {
    std::vector<std::uint32_t> path;
    std::size_t index = 1; ///< 1-based
};

/// True when `node` is in the chosen instance of every group that is an ancestor of it.
bool inChosen(const Document::Impl& document, NodeIndex node, const std::vector<RepeatChoice>& choices) {
    for (auto at = node; at != kRoot && at != kNoNode; at = document.nodes[at].parent)
        for (const auto& choice : choices)
            if (document.localOf(at) == choice.path.back() && document.nodes[at].ordinalOrValue != choice.index &&
                genericPath(document, at) == choice.path)
                return false;
    return true;
}

/// All nodes of the document with a generic path. The target may be relative: which instance it is in plays no part.
void allOfPath(const Document::Impl& document, const std::vector<std::uint32_t>& path, NodeList& out) {
    out.assign(1, kRoot);
    for (const auto local : path) {
        NodeList next;
        for (const auto node : out)
            for (auto at = document.firstOfName(node, local); at != kNoNode; at = document.nodes[at].nextSame)
                next.push_back(at);
        out = std::move(next);
    }
}

Value fnIndexedRepeat(const Call& call) {
    const auto targets = call.nodes(0, Filter::All);
    if (targets.empty() || call.evaluator.failed()) return NodeSet{};
    const auto* document = targets.front().document;
    const auto& impl = document->impl();
    const auto targetPath = genericPath(impl, targets.front().node);
    std::vector<RepeatChoice> choices;
    for (std::size_t i = 1; i + 1 < call.size(); i += 2) {
        const auto groups = call.nodes(i, Filter::All);
        if (groups.empty()) return NodeSet{};
        auto path = genericPath(groups.front().document->impl(), groups.front().node);
        if (groups.front().document != document || path.empty() || path.size() > targetPath.size() ||
            !std::equal(path.begin(), path.end(), targetPath.begin()))
            return call.fail(XpathErrc::BadArgument, "needs the path of a repeat around its argument 1 as argument " +
                                                         std::to_string(i + 1) + "; enter that path.");
        const auto index = call.number(i + 1);
        const bool first = std::isnan(index) || index < 1;
        choices.push_back({std::move(path), first ? 1 : static_cast<std::size_t>(std::min(index, 1e9))});
    }
    NodeList all;
    allOfPath(impl, targetPath, all);
    if (!call.evaluator.spend(all.size() * targetPath.size())) return NodeSet{};
    NodeSet result;
    for (const auto node : all)
        if (inChosen(impl, node, choices) && impl.isRelevant(node)) result.push_back({document, node});
    return result;
}

// --- secondary instances ---------------------------------------------------------------------------------------------

/// pulldata('instance', 'column', 'key column', key): the column of the first row whose key column is `key`.
Value fnPulldata(const Call& call) {
    const auto id = call.text(0);
    const auto column = call.text(1);
    const auto keyColumn = call.text(2);
    const auto key = call.text(3);
    const auto start = call.host().instance ? call.host().instance(id.view()) : NodeRef{};
    if (!start) return std::string{};
    const auto& document = *start.document;
    const auto& impl = document.impl();
    const auto root = document.childElement(start.node, "root");
    const auto item = impl.names->findLocal("item");
    const bool byAttribute = keyColumn.view().starts_with('@');
    const auto keyName = impl.names->findLocal(byAttribute ? keyColumn.view().substr(1) : keyColumn.view());
    if (root == kNoNode || item == kNoName || keyName == kNoName) return std::string{};
    auto row = kNoNode;
    if (byAttribute) {
        for (row = impl.firstOfName(root, item); row != kNoNode; row = impl.nodes[row].nextSame) {
            if (!call.evaluator.spend(1)) return std::string{};
            const auto cell = document.attribute(row, keyColumn.view().substr(1));
            if (cell != kNoNode && document.text(cell) == key.view()) break;
        }
    } else if (const auto* index = impl.valueIndex(root, item, keyName, true); index != nullptr) {
        const auto found = index->rows.find(key.view());
        if (found != index->rows.end()) row = found->second.front();
    } else {
        for (row = impl.firstOfName(root, item); row != kNoNode; row = impl.nodes[row].nextSame) {
            if (!call.evaluator.spend(1)) return std::string{};
            const auto cell = impl.firstOfName(row, keyName);
            if (cell != kNoNode ? document.text(cell) == key.view() : key.view().empty()) break;
        }
    }
    if (row == kNoNode) return std::string{};
    const auto cell = document.childElement(row, column.view());
    return cell == kNoNode ? std::string{} : document.stringValue(cell);
}

// --- names, identifiers, language
// --------------------------------------------------------------------------------------

NodeRef nodeArgument(const Call& call) {
    if (call.size() == 0) return call.place.node;
    const auto set = call.nodes(0);
    if (set.empty()) return {};
    return *std::min_element(set.begin(), set.end(), [](const NodeRef& a, const NodeRef& b) {
        return a.document == b.document && a.document->isBefore(a.node, b.node);
    });
}

Value fnLocalName(const Call& call) {
    const auto node = nodeArgument(call);
    return node ? std::string(node.document->localName(node.node)) : std::string{};
}
Value fnNamespaceUri(const Call& call) {
    const auto node = nodeArgument(call);
    return node ? std::string(node.document->namespaceUri(node.node)) : std::string{};
}
Value fnName(const Call& call) {
    const auto node = nodeArgument(call);
    if (!node) return std::string{};
    const auto prefix = std::string(node.document->prefix(node.node));
    const auto local = std::string(node.document->localName(node.node));
    return prefix.empty() ? local : prefix + ":" + local;
}

Value fnId(const Call& call) {
    std::unordered_set<std::string> wanted; // and not found yet
    call.eachText(0, [&](std::string_view text) {
        for (const auto id : splitWhitespace(text))
            wanted.emplace(id);
    });
    NodeSet found;
    if (!call.place.node || wanted.empty()) return found;
    const auto* document = call.place.node.document;
    for (auto at = kRoot; at != kNoNode && !wanted.empty(); at = document->impl().following(at, kRoot)) {
        if (!call.evaluator.spend(1)) return found;
        if (document->kind(at) != NodeKind::Element) continue;
        auto attribute = document->attribute(at, "id");
        if (attribute == kNoNode) attribute = document->attribute(at, "id", kXmlUri);
        if (attribute == kNoNode) continue;
        if (wanted.erase(std::string(document->text(attribute))) > 0) found.push_back({document, at});
    }
    return found;
}

Value fnLang(const Call& call) {
    const auto wanted = toLowerAscii(call.text(0).view());
    if (!call.place.node) return false;
    const auto& document = *call.place.node.document;
    for (auto at = call.place.node.node; at != kNoNode; at = document.parent(at)) {
        if (document.kind(at) != NodeKind::Element) continue;
        const auto attribute = document.attribute(at, "lang", kXmlUri);
        if (attribute == kNoNode) continue;
        const auto language = toLowerAscii(document.text(attribute));
        return language == wanted || language.starts_with(wanted + "-");
    }
    return false;
}

/// depend(x, …): the first argument; the others only name what it depends on.
Value fnDepend(const Call& call) {
    return call.value(0);
}

} // namespace

FunctionTable nodesetFunctions() {
    return {
        {"count", [](const Call& call) -> Value { return static_cast<double>(call.nodes(0).size()); }, 1, 1, 1, 1},
        {"count-non-empty", fnCountNonEmpty, 1, 1, 1, 1},
        {"position", fnPosition, 0, 1, 1, 1},
        {"last", [](const Call& call) -> Value { return static_cast<double>(call.place.size); }, 0, 0},
        {"current", fnCurrent, 0, 0},
        {"instance", fnInstance, 1, 1},
        {"randomize", fnRandomize, 1, 2, 1, 1},
        {"indexed-repeat", fnIndexedRepeat, 3, 11, 2, 0b01010101011},
        {"pulldata", fnPulldata, 4, 4},
        {"local-name", fnLocalName, 0, 1, 1, 1},
        {"namespace-uri", fnNamespaceUri, 0, 1, 1, 1},
        {"name", fnName, 0, 1, 1, 1},
        {"id", fnId, 1, 1},
        {"lang", fnLang, 1, 1},
        {"depend", fnDepend, 1, kMany},
    };
}

} // namespace peil::xpath
