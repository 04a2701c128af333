// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"

#include "peil/base/enum_text.h"
#include "peil/base/text.h"
#include "peil/forms/session.h"

#include <algorithm>

namespace peil::forms {
namespace {

using Attributes = std::vector<XmlAttribute>;

constexpr EnumText<DataType> kTypes[] = {
    {DataType::String, "string"},     {DataType::Integer, "int"},       {DataType::Integer, "integer"},
    {DataType::Boolean, "boolean"},   {DataType::Decimal, "decimal"},   {DataType::Date, "date"},
    {DataType::Time, "time"},         {DataType::DateTime, "dateTime"}, {DataType::Geopoint, "geopoint"},
    {DataType::Geotrace, "geotrace"}, {DataType::Geoshape, "geoshape"}, {DataType::Binary, "binary"},
    {DataType::Barcode, "barcode"},   {DataType::Intent, "intent"},     {DataType::Select, "select"},
    {DataType::Select1, "select1"},   {DataType::Rank, "rank"}};

} // namespace

std::string_view idOf(DataType type) {
    return textIn(kTypes, type);
}

namespace {

void parseType(Builder& builder, const Attributes& bind, DefId node) {
    const auto* text = find(bind, "type");
    if (text == nullptr) return;
    const auto name = localName(trim(text));
    if (const auto known = valueIn(kTypes, name))
        builder.form.nodes[node].type = *known;
    else if (!name.empty())
        builder.warn("unknown_type", Builder::spotOf(node, Property::Type),
                     "The type \"" + std::string(name) + "\" is unknown; the answer is stored as text.");
}

void parseClass(Builder& builder, const Attributes& bind, DefId node) {
    const auto* text = find(bind, "class", ns::kPeil);
    if (text == nullptr) return;
    const auto name = trim(text);
    if (const auto known = valueIn(kFieldClasses, name))
        builder.form.nodes[node].fieldClass = *known;
    else
        builder.error("unknown_class", Builder::spotOf(node, Property::Class),
                      "The class \"" + std::string(name) + "\" is unknown.",
                      "Use one of: " + join(textsIn(kFieldClasses), ", ") + ".");
}

/// Words of `peil:mode`: who holds the tablet at this question, or at all questions of a group.
void parseHolder(Builder& builder, const Attributes& bind, DefId node) {
    const auto* text = find(bind, "mode", ns::kPeil);
    if (text == nullptr || trim(text).empty()) return;
    builder.form.nodes[node].holder = valueIn(kHolders, trim(text));
    if (builder.form.nodes[node].holder) return;
    builder.error("unknown_mode", Builder::spotOf(node, Property::Mode),
                  "The mode \"" + std::string(trim(text)) + "\" is unknown.",
                  "Use one of: " + join(textsIn(kHolders), ", ") + ".");
}

void parseProperties(Builder& builder, const Attributes& bind, DefId node) {
    using enum VertexKind;
    for (const auto kind : {Relevant, Calculate, Readonly, Required, Constraint}) {
        const auto property = idOf(kind);
        const auto* text = find(bind, property);
        if (text == nullptr || trim(text).empty()) continue;
        const auto spot = Builder::spotOf(node, propertyOf(kind));
        if (builder.form.nodes[node].vertex(kind) != kNone)
            builder.warn("duplicate_bind", spot,
                         "Two binds give this node a " + std::string(property) + "; the later one is used.",
                         "Merge them.");
        auto expression = builder.compile(trim(text), spot, property, node);
        if (!expression) continue;
        if (kind == VertexKind::Constraint)
            if (const auto bounds = xpath::wholeBoundsOf(trim(text), builder.form.expressionNamespaces);
                bounds && *bounds != xpath::WholeBounds{})
                builder.form.nodes[node].addExtras().bounds = *bounds;
        builder.addVertex(kind, node, std::move(*expression));
    }
}

void parseMessages(Builder& builder, const Attributes& bind, DefId node) {
    if (const auto* text = find(bind, "requiredMsg", ns::kJavaRosa)) {
        auto source = parseMessage(builder, text, node, Property::RequiredMessage);
        addLabelVertex(builder, node, {&source});
        builder.form.nodes[node].addExtras().requiredMessage = std::move(source);
    }
    if (const auto* text = find(bind, "constraintMsg", ns::kJavaRosa)) {
        auto source = parseMessage(builder, text, node, Property::ConstraintMessage);
        addLabelVertex(builder, node, {&source});
        builder.form.nodes[node].addExtras().constraintMessage = std::move(source);
    }
}

void parseForeign(Builder& builder, const Attributes& bind, DefId node) {
    for (const auto& attribute : bind) {
        if (attribute.uri != ns::kOdk && attribute.uri != ns::kOpenRosa && attribute.uri != ns::kEntities) continue;
        builder.form.nodes[node].addExtras().attributes.emplace_back(attribute.localName, attribute.value);
    }
}

/// Words of `peil:noAnswer`: the reasons for no answer that the question offers, or "none"; all without it.
void parseReasons(Builder& builder, const Attributes& bind, DefId node) {
    const auto* text = find(bind, "noAnswer", ns::kPeil);
    if (text == nullptr || trim(text).empty()) return;
    std::uint8_t offered = 0;
    const auto words = splitWhitespace(text);
    for (const auto word : words) {
        if (word == "none" && words.size() == 1) continue;
        const auto found =
            std::find_if(kReasons.begin(), kReasons.end(), [word](NoAnswer reason) { return idOf(reason) == word; });
        if (found == kReasons.end())
            builder.error("bad_reason", Builder::spotOf(node, Property::NoAnswer),
                          "\"" + std::string(word) + "\" is not a reason for no answer.",
                          "Use one or more of dont_know, refused and skipped, or only none.");
        else
            offered = static_cast<std::uint8_t>(offered | 1U << static_cast<unsigned>(found - kReasons.begin()));
    }
    builder.form.nodes[node].addExtras().reasons = offered;
}

void parseBind(Builder& builder, const Attributes& bind) {
    const auto* nodeset = find(bind, "nodeset");
    if (nodeset == nullptr) nodeset = find(bind, "ref");
    if (nodeset == nullptr) {
        builder.warn("bind_without_nodeset", Builder::spotNamed("bind"), "A bind has no nodeset.",
                     "Name the node that it applies to.");
        return;
    }
    const auto node = builder.resolveOrAdd(trim(nodeset), 0).node;
    if (node == kNone) {
        builder.warn("bind_without_node", Builder::spotNamed(nodeset),
                     "The bind applies to a node that is not in the instance.");
        return;
    }
    if (const auto* id = find(bind, "id")) builder.form.bindIds.emplace(id, node);
    builder.form.nodes[node].untyped = find(bind, "type") == nullptr;
    parseType(builder, bind, node);
    parseClass(builder, bind, node);
    parseProperties(builder, bind, node);
    parseMessages(builder, bind, node);
    parseForeign(builder, bind, node);
    parseReasons(builder, bind, node);
    parseHolder(builder, bind, node);
    auto& definition = builder.form.nodes[node];
    if (const auto* preload = find(bind, "preload", ns::kJavaRosa)) definition.addExtras().preload = preload;
    if (const auto* parameters = find(bind, "preloadParams", ns::kJavaRosa))
        definition.addExtras().preloadParameters = parameters;
}

} // namespace

void parseBinds(Builder& builder, Xml model) {
    Attributes attributes;
    for (auto part = model.first_child(); part; part = part.next_sibling()) {
        if (part.type() != pugi::node_element || localName(part) != "bind") continue;
        builder.xml.attributes(part, attributes);
        parseBind(builder, attributes);
    }
    for (auto& node : builder.form.nodes) // parents come before what is in them
        if (!node.holder && node.parent != kNone) node.holder = builder.form.nodes[node.parent].holder;
}

} // namespace peil::forms
