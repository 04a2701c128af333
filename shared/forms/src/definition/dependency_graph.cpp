// SPDX-License-Identifier: Apache-2.0

// Turns the paths that expressions read into edges: "when this node changes, evaluate that". The nodes are those of the
// definition; at run time, `Edge::shared` says which instances of a repeat an edge leads to.

#include "definition/builder.h"

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <set>

namespace peil::forms {
namespace {

using xpath::Reference;

/// Most steps lead to one node.
using DefIds = boost::container::small_vector<DefId, 4>;

struct Resolved {
    DefIds targets;
    boost::container::small_vector<DefIds, 6> atStep; ///< nodes after each step; index 0 = the start
    DefId shared = 0;
    bool primary = true;    ///< a path in the instance of the form
    bool upwardOnly = true; ///< parents and selves only
    bool predicates = false;
    std::set<DefId> repeats; ///< repeats that the path goes down into
};

class Graph {
public:
    explicit Graph(Builder& builder)
        : m_builder(builder)
        , m_form(builder.form) {}

    void build() {
        m_input.after.resize(m_form.vertices.size());
        for (VertexId id = 0; id < m_form.vertices.size(); ++id) {
            for (const auto& expression : m_form.vertices[id].expressions)
                addExpression(id, expression, m_form.vertices[id].node);
            addChoiceNames(id);
            addItemReads(id);
            waitForOwnRelevance(id);
            markLanguage(id);
        }
        for (auto& node : m_form.nodes) {
            tidy(node.readers);
            tidy(node.shapeReaders);
            tidy(node.positionReaders);
        }
        for (DefId id = 0; id < m_form.nodes.size(); ++id)
            if (m_form.nodes[id].vertex(VertexKind::Relevant) != kNone) collectRelevanceReaders(id);
        for (auto& after : m_input.after) {
            std::sort(after.begin(), after.end());
            after.erase(std::unique(after.begin(), after.end()), after.end());
        }
        orderVertices(m_builder, m_input);
    }

private:
    static void tidy(std::vector<Edge>& edges) {
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    }

    void addExpression(VertexId id, const xpath::Expression& expression, DefId context) {
        const auto references = expression.references();
        std::vector<Resolved> all;
        all.reserve(references.size());
        const auto& functions = expression.functions();
        const bool anyInstance = std::find(functions.begin(), functions.end(), "indexed-repeat") != functions.end();
        for (const auto& reference : references) {
            all.push_back(resolve(reference, context, all));
            auto& resolved = all.back();
            if (!resolved.primary) continue;
            if (anyInstance) resolved.shared = 0;
            addEdges(id, reference, resolved, context);
        }
    }

    Resolved resolve(const Reference& reference, DefId context, const std::vector<Resolved>& earlier) const {
        Resolved result;
        DefIds at;
        const bool named = reference.start == Reference::Start::Instance && !reference.instanceId.empty() &&
                           reference.instanceId == m_form.primaryInstanceId;
        const auto start = named ? Reference::Start::Root : reference.start;
        switch (start) {
        case Reference::Start::Root:
            result.shared = 0;
            result.upwardOnly = false;
            break;
        case Reference::Start::Current:
            at = {context};
            result.shared = context;
            break;
        case Reference::Start::Context:
            if (reference.base && *reference.base < earlier.size()) {
                const auto& base = earlier[*reference.base];
                result.primary = base.primary;
                if (base.primary && reference.baseStep + 1 < base.atStep.size())
                    at = base.atStep[reference.baseStep + 1];
                result.shared = base.shared;
                result.upwardOnly = false;
                result.predicates = true;
            } else {
                at = {context};
                result.shared = context;
            }
            break;
        default:
            result.primary = false;
        }
        if (!result.primary) return result;
        result.atStep.push_back(at);
        bool atRoot = start == Reference::Start::Root;
        for (const auto& step : reference.steps) {
            at = follow(at, step, atRoot, result);
            atRoot = false;
            result.predicates = result.predicates || step.hasPredicate;
            result.atStep.push_back(at);
        }
        result.targets = std::move(at);
        return result;
    }

    DefIds follow(const DefIds& from, const Reference::Step& step, bool atRoot, Resolved& result) const {
        using Axis = Reference::Step::Axis;
        DefIds next;
        const auto enter = [&](DefId node) {
            next.push_back(node);
            if (m_form.nodes[node].repeat) result.repeats.insert(node);
        };
        if (atRoot) {
            if (step.axis == Axis::Child && (step.name == "*" || step.name == m_form.nodes[0].name)) enter(0);
            if (step.axis == Axis::Descendant || step.axis == Axis::Other) descend(0, step.name, enter);
            return next;
        }
        if (step.axis == Axis::Other && !from.empty()) { // a sibling, an ancestor, ...: anywhere
            descend(0, step.name, enter);
            result.shared = 0;
            result.upwardOnly = false;
            return next;
        }
        for (const auto node : from) {
            if (step.axis == Axis::Self) next.push_back(node);
            if (step.axis == Axis::Parent && m_form.nodes[node].parent != kNone) {
                const auto parent = m_form.nodes[node].parent;
                next.push_back(parent);
                if (m_form.nodes[parent].depth < m_form.nodes[result.shared].depth) result.shared = parent;
            }
            if (step.axis == Axis::Child || step.axis == Axis::Attribute) {
                result.upwardOnly = false;
                children(node, step, enter);
            }
            if (step.axis != Axis::Descendant) continue;
            descend(node, step.name, enter);
            result.upwardOnly = false;
        }
        // Nodes below each other have descendants in common: without this, a path of many such steps never ends.
        std::sort(next.begin(), next.end());
        next.erase(std::unique(next.begin(), next.end()), next.end());
        return next;
    }

    // In a group of many children, a child is looked up by its path, which is unique.
    template <class Enter>
    void children(DefId node, const Reference::Step& step, const Enter& enter) const {
        constexpr std::size_t kFew = 8;
        const bool attribute = step.axis == Reference::Step::Axis::Attribute;
        const auto& all = m_form.nodes[node].children;
        if (step.name != "*" && all.size() > kFew) {
            auto path = m_form.nodes[node].path;
            path.append(attribute ? "/@" : "/").append(step.name);
            if (const auto found = m_form.byPath.find(path); found != m_form.byPath.end()) enter(found->second);
            return;
        }
        for (const auto child : all)
            if (m_form.nodes[child].attribute == attribute &&
                (step.name == "*" || m_form.nodes[child].name == step.name))
                enter(child);
    }

    template <class Enter>
    void descend(DefId node, const std::string& name, const Enter& enter) const {
        if (name == "*" || name == "node()" || m_form.nodes[node].name == name) enter(node);
        for (const auto child : m_form.nodes[node].children)
            descend(child, name, enter);
    }

    void addEdges(VertexId id, const Reference& reference, const Resolved& resolved, DefId context) {
        const Edge edge{id, resolved.shared};
        for (const auto repeat : resolved.repeats)
            m_form.nodes[repeat].shapeReaders.push_back(edge);
        for (const auto target : resolved.targets) {
            auto& node = m_form.nodes[target];
            if (node.repeat && reference.shape) {
                if (resolved.upwardOnly) node.positionReaders.push_back(edge);
                if (!resolved.upwardOnly) node.shapeReaders.push_back(edge);
                continue;
            }
            if (reference.shape) node.shapeReaders.push_back(edge); // a node that is not relevant does not count
            if (reference.shape || (node.group && isAncestor(target, context))) continue;
            readSubtree(id, edge, target, resolved, context);
        }
        if (resolved.targets.empty() && !resolved.predicates && !reference.steps.empty() && !reference.base)
            warnUnknown(reference, Builder::spotOf(context, propertyOf(m_form.vertices[id].kind)));
    }

    // Reading a group means reading all of its text.
    void readSubtree(VertexId id, const Edge& edge, DefId target, const Resolved& resolved, DefId context) {
        m_form.nodes[target].readers.push_back(edge);
        if (m_form.vertices[id].kind != VertexKind::Constraint || target != context)
            waitForWriters(id, target, resolved, context);
        for (const auto child : m_form.nodes[target].children)
            if (!m_form.nodes[child].attribute && !isAncestor(child, context))
                readSubtree(id, edge, child, resolved, context);
    }

    [[nodiscard]] bool isAncestor(DefId node, DefId of) const {
        for (auto at = of; at != kNone; at = m_form.nodes[at].parent)
            if (at == node) return true;
        return false;
    }

    void wait(VertexId id, VertexId writer) {
        if (writer == kNone) return;
        m_input.after[writer].push_back(id);
    }

    void waitForWriters(VertexId id, DefId target, const Resolved& resolved, DefId context) {
        const auto& vertex = m_form.vertices[id];
        if (vertex.kind == VertexKind::Itemset && target == context) return;
        if (otherInstance(resolved, target, context)) return;
        if (target == context && selfReferenceIsFault(vertex.kind)) wait(id, id);
        const auto& node = m_form.nodes[target];
        wait(id, node.vertex(VertexKind::Calculate));
        wait(id, node.vertex(VertexKind::Itemset));
        for (auto at = target; at != kNone; at = m_form.nodes[at].parent)
            wait(id, m_form.nodes[at].vertex(VertexKind::Relevant));
    }

    static bool selfReferenceIsFault(VertexKind kind) {
        return kind == VertexKind::Calculate || kind == VertexKind::Relevant || kind == VertexKind::Readonly ||
               kind == VertexKind::Required;
    }

    // A neighbour in the same repeat, picked by a predicate: not a cycle, ordered at run time.
    [[nodiscard]] bool otherInstance(const Resolved& resolved, DefId target, DefId context) const {
        if (!resolved.predicates) return false;
        const auto repeat = m_form.nodes[target].innermostRepeat;
        return repeat != kNone && isAncestor(repeat, context) &&
               m_form.nodes[resolved.shared].depth < m_form.nodes[repeat].depth;
    }

    void waitForOwnRelevance(VertexId id) {
        const auto kind = m_form.vertices[id].kind;
        if (kind != VertexKind::Calculate && kind != VertexKind::Itemset && kind != VertexKind::Constraint) return;
        for (auto at = m_form.vertices[id].node; at != kNone; at = m_form.nodes[at].parent)
            wait(id, m_form.nodes[at].vertex(VertexKind::Relevant));
        const auto node = m_form.vertices[id].node;
        if (kind == VertexKind::Constraint) m_form.nodes[node].readers.push_back({id, node});
        if (kind == VertexKind::Itemset && m_form.nodes[node].vertex(VertexKind::Calculate) != kNone) {
            wait(id, m_form.nodes[node].vertex(VertexKind::Calculate));
            m_form.nodes[node].readers.push_back({id, node});
        }
    }

    // jr:choice-name reads the choices of another question: what filters them matters too, and what their labels show.
    void addChoiceNames(VertexId id) {
        for (const auto& expression : m_form.vertices[id].expressions)
            for (const auto& path : literalsOf(expression, "jr:choice-name")) {
                const auto target = m_builder.resolve(path, m_form.vertices[id].node).node;
                if (target == kNone) continue;
                addChoiceLabels(id, target);
                const auto itemset = m_form.nodes[target].vertex(VertexKind::Itemset);
                if (itemset == kNone || itemset == id) continue;
                for (const auto& nodes : m_form.vertices[itemset].expressions)
                    addExpression(id, nodes, target);
            }
    }

    // Value and label of a row may read answers beside the row; their relative paths lead into the row itself.
    void addItemReads(VertexId id) {
        const auto& vertex = m_form.vertices[id];
        const auto control = m_form.nodes[vertex.node].control;
        if (vertex.kind != VertexKind::Itemset || control == kNone || !m_form.controls[control].itemset) return;
        const auto& itemset = *m_form.controls[control].itemset;
        for (const auto* expression : {&itemset.valueExpression, &itemset.label.expression}) {
            if (!*expression) continue;
            const auto references = (*expression)->references();
            std::vector<Resolved> all;
            for (const auto& reference : references) {
                all.push_back(resolve(reference, vertex.node, all));
                if (reference.start == Reference::Start::Root) addEdges(id, reference, all.back(), vertex.node);
            }
        }
    }

    void addChoiceLabels(VertexId id, DefId question) {
        if (m_form.nodes[question].control == kNone) return;
        const auto add = [&](const xpath::Expression& expression) { addExpression(id, expression, question); };
        const auto& control = m_form.controls[m_form.nodes[question].control];
        for (const auto& item : control.items)
            eachExpression(m_form, item.label, add);
        if (control.itemset) eachItemExpression(m_builder, *control.itemset, add);
    }

    void markLanguage(VertexId id) {
        auto& vertex = m_form.vertices[id];
        for (const auto& expression : vertex.expressions)
            for (const auto& name : expression.functions()) {
                if (name == "random" || name == "uuid") vertex.random = true;
                if (name == "jr:itext" || name == "itext" || name == "jr:choice-name" || name == "choice-name" ||
                    name == "format-date" || name == "format-date-time")
                    vertex.languageDependent = true;
            }
    }

    void collectRelevanceReaders(DefId group) {
        std::vector<Edge> edges;
        const auto add = [&](const Edge& edge) {
            const bool below = m_form.nodes[edge.shared].depth > m_form.nodes[group].depth;
            edges.push_back({edge.vertex, below ? group : edge.shared});
        };
        std::vector<DefId> pending{group};
        while (!pending.empty()) {
            const auto at = pending.back();
            pending.pop_back();
            const auto& node = m_form.nodes[at];
            for (const auto& edge : node.readers)
                add(edge);
            for (const auto& edge : node.shapeReaders)
                add(edge);
            for (const auto kind : {VertexKind::Calculate, VertexKind::Itemset, VertexKind::Constraint})
                if (node.vertex(kind) != kNone) edges.push_back({node.vertex(kind), group});
            pending.insert(pending.end(), node.children.begin(), node.children.end());
        }
        tidy(edges);
        m_form.nodes[group].relevanceReaders = std::move(edges);
    }

    void warnUnknown(const Reference& reference, const Spot& spot) {
        std::string path;
        for (const auto& step : reference.steps) {
            if (step.axis == Reference::Step::Axis::Descendant || step.axis == Reference::Step::Axis::Other) return;
            path += (path.empty() && reference.start != Reference::Start::Root ? "" : "/");
            path += step.axis == Reference::Step::Axis::Parent ? ".."
                    : step.axis == Reference::Step::Axis::Self ? "."
                                                               : step.name;
        }
        m_builder.warn("unknown_node", spot, "An expression reads " + path + ", which is not in the form.",
                       "It counts as empty.");
    }

    Builder& m_builder;
    FormDefinition::Impl& m_form;
    GraphInput m_input;
};

} // namespace

void buildGraph(Builder& builder) {
    Graph(builder).build();
}

} // namespace peil::forms
