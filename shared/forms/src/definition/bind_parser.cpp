// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"

#include "peil/base/text.h"
#include "peil/forms/session.h"

#include <algorithm>
#include <array>

namespace peil::forms {
namespace {

using Attributes = std::vector<XmlAttribute>;

struct NamedType {
    std::string_view name;
    DataType type;
};
constexpr std::array kTypes{NamedType{"string", DataType::String},     NamedType{"int", DataType::Integer},
                            NamedType{"integer", DataType::Integer},   NamedType{"boolean", DataType::Boolean},
                            NamedType{"decimal", DataType::Decimal},   NamedType{"date", DataType::Date},
                            NamedType{"time", DataType::Time},         NamedType{"dateTime", DataType::DateTime},
                            NamedType{"geopoint", DataType::Geopoint}, NamedType{"geotrace", DataType::Geotrace},
                            NamedType{"geoshape", DataType::Geoshape}, NamedType{"binary", DataType::Binary},
                            NamedType{"barcode", DataType::Barcode},   NamedType{"intent", DataType::Intent},
                            NamedType{"select", DataType::Select},     NamedType{"select1", DataType::Select1},
                            NamedType{"rank", DataType::Rank}};

void parseType(Builder& builder, const Attributes& bind, DefId node) {
    const auto* text = find(bind, "type");
    if (text == nullptr) return;
    const auto name = localName(trim(text));
    for (const auto& known : kTypes)
        if (known.name == name) {
            builder.form.nodes[node].type = known.type;
            return;
        }
    if (!name.empty())
        builder.warn("unknown_type", builder.placeOf(node, Property::Type),
                     "The type \"" + std::string(name) + "\" is unknown; the answer is taken as text.");
}

void parseClass(Builder& builder, const Attributes& bind, DefId node) {
    const auto* text = find(bind, "class", ns::kPeil);
    if (text == nullptr) return;
    const auto name = trim(text);
    auto& fieldClass = builder.form.nodes[node].fieldClass;
    if (name == "quota")
        fieldClass = FieldClass::Quota;
    else if (name == "estimate")
        fieldClass = FieldClass::Estimate;
    else if (name == "sealed")
        fieldClass = FieldClass::Sealed;
    else
        builder.error("unknown_class", builder.placeOf(node, Property::Class),
                      "The class \"" + std::string(name) + "\" is unknown.", "Use quota, estimate or sealed.");
}

void parseProperties(Builder& builder, const Attributes& bind, DefId node) {
    struct Property {
        std::string_view name;
        VertexKind kind;
    };
    constexpr std::array kProperties{
        Property{"relevant", VertexKind::Relevant}, Property{"calculate", VertexKind::Calculate},
        Property{"readonly", VertexKind::Readonly}, Property{"required", VertexKind::Required},
        Property{"constraint", VertexKind::Constraint}};
    for (const auto& property : kProperties) {
        const auto* text = find(bind, property.name);
        if (text == nullptr || trim(text).empty()) continue;
        const auto place = builder.placeOf(node, propertyOf(property.kind));
        if (builder.form.nodes[node].vertex(property.kind) != kNone)
            builder.warn("duplicate_bind", place,
                         "Two binds give this node a " + std::string(property.name) + "; the later one is used.",
                         "Merge them.");
        if (auto expression = builder.compile(trim(text), place, property.name, node))
            builder.addVertex(property.kind, node, std::move(*expression));
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
            builder.error("bad_reason", builder.placeOf(node, Property::NoAnswer),
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
        builder.warn("bind_without_nodeset", Builder::placeNamed("bind"), "A bind has no nodeset.",
                     "Name the node that it applies to.");
        return;
    }
    const auto node = builder.resolveOrAdd(trim(nodeset), 0).node;
    if (node == kNone) {
        builder.warn("bind_without_node", Builder::placeNamed(nodeset),
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
}

} // namespace peil::forms
