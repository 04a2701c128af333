// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the parsers of a form's parts share while they fill one Impl.

#include "definition/model.h"
#include "definition/xml_reader.h"

#include <functional>
#include <unordered_map>

namespace peil::forms {

/// A reference without predicates or functions, resolved against the definition.
struct PathTarget {
    DefId node = kNone;
    bool predicates = false;
};

/// A place that costs nothing until a remark needs its Place.
struct Spot {
    DefId node = kNone;
    std::string_view name{}; ///< used without a node; outlives the spot
    Property property = Property::None;
};

struct Builder {
    const XmlSource& xml;
    const ResourceLoader& resources;
    FormDefinition::Impl& form;
    std::vector<Diagnostic>& diagnostics;
    const FormTree* tree; ///< null for a form that was text
    TextMap<xpath::Expression> compiled;
    std::unordered_map<DefId, Xml> templateElements;
    /// By list and column: the texts with outputs that label its rows.
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> speakingLabels;
    Xml primary; ///< the document element of the primary instance

    void error(std::string id, const Spot& spot, std::string message, std::string cure = {});
    void warn(std::string id, const Spot& spot, std::string message, std::string cure = {});
    /// Either of them; a place without a node is the whole form.
    void remark(Severity severity, std::string id, const Spot& spot, std::string message, std::string cure);

    /// Compiles once per distinct text; an error becomes a diagnostic at `spot` that calls the text `what`. `context`
    /// (kNone = none) is the node whose repeat absolute paths mean.
    std::optional<xpath::Expression> compile(std::string_view text, const Spot& spot, std::string_view what,
                                             DefId context);
    /// What xpath::TagOfPath asks.
    [[nodiscard]] std::uint32_t tagOf(std::string_view path) const;
    /// A path such as "/data/a", "../b" or "@c" as a node of the form; kNone if there is none.
    [[nodiscard]] PathTarget resolve(std::string_view path, DefId context) const;
    /// The same; an attribute that has no node yet gets one.
    PathTarget resolveOrAdd(std::string_view path, DefId context);
    DefId addNode(DefId parent, std::string_view name, std::string_view prefix, std::string_view uri, bool attribute);
    void addVertex(VertexKind kind, DefId node, xpath::Expression expression);
    [[nodiscard]] static Spot spotOf(DefId node, Property property = Property::None) {
        return {.node = node, .property = property};
    }
    /// What is no node of the instance: "model", the id of a list or a text, a path that leads nowhere.
    [[nodiscard]] static Spot spotNamed(std::string_view name, Property property = Property::None) {
        return {.name = name, .property = property};
    }
};
/// What an expression of this kind is called in remarks; of an attribute, its name.
[[nodiscard]] std::string_view idOf(VertexKind kind);
[[nodiscard]] Property propertyOf(VertexKind kind);

/// The literal arguments of a function; nothing, at little cost, when the expression does not call it.
[[nodiscard]] std::vector<std::string> literalsOf(const xpath::Expression& expression, std::string_view function);

// instance_parser.cpp
void defineInstance(Builder& builder);
void buildBlank(Builder& builder);
// bind_parser.cpp
void parseBinds(Builder& builder, Xml model);
// body_parser.cpp
/// Which nodes repeat; before any expression is read, since it decides what absolute paths mean.
void markRepeats(Builder& builder, Xml element, DefId context);
void parseBody(Builder& builder, Xml body);
// text_parser.cpp
void parseItext(Builder& builder, Xml model);
TextSource parseLabel(Builder& builder, Xml element, DefId context, Property property = Property::Label);
/// A message that names a text that is in no translation is only a warning.
TextSource parseMessage(Builder& builder, std::string_view text, DefId context, Property property);
/// The expressions in a label: outputs, also those in all its translations, and its reference.
void eachExpression(const FormDefinition::Impl& form, const TextSource& source,
                    const std::function<void(const xpath::Expression&)>& visit);
/// Calls `visit` for each output in the texts that label the rows of a list.
void eachItemExpression(Builder& builder, const ItemsetDef& itemset,
                        const std::function<void(const xpath::Expression&)>& visit);
void addLabelVertex(Builder& builder, DefId node, const std::vector<const TextSource*>& sources);
// action_parser.cpp
bool isAction(Xml element);
void parseAction(Builder& builder, Xml element, DefId source);
// secondary_instance.cpp
void parseSecondaryInstances(Builder& builder, Xml model);
/// The rows of itemsets.csv whose list_name is `id`, as a secondary instance; nothing to do when the form has it.
void addExternalList(Builder& builder, const std::string& id);
// dependency_graph.cpp, cycles.cpp
void buildGraph(Builder& builder);
struct GraphInput {
    std::vector<std::vector<VertexId>> after; ///< for each vertex, those that must wait for it
};
void orderVertices(Builder& builder, const GraphInput& graph);
// checker.cpp
void checkEntities(Builder& builder, Xml model);
void checkForm(Builder& builder);
// list_columns.cpp
void checkListColumns(Builder& builder);

} // namespace peil::forms
