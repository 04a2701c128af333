// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"

#include "codecs/codec.h"
#include "peil/base/text.h"

#include <algorithm>

namespace peil::forms {
namespace {

bool isTemplate(const Builder& builder, Xml element) {
    return builder.xml.attribute(element, "template", ns::kJavaRosa) != nullptr;
}

// Space around a default on a separate line is layout.
std::string defaultText(Xml element) {
    auto text = ownText(element);
    return text.find('\n') == std::string::npos ? text : std::string(trim(text));
}

void defineElement(Builder& builder, Xml element, DefId parent) {
    const std::string_view name = element.name();
    const auto id = builder.addNode(parent, localName(name), prefixOf(name), builder.xml.namespaceOf(element), false);
    if (isTemplate(builder, element) && parent == kNone) {
        builder.error("repeat_of_root", Builder::spotOf(id), "The document element cannot be a repeat.");
    } else if (isTemplate(builder, element)) {
        builder.form.nodes[id].repeat = builder.form.nodes[id].hasTemplate = true;
        builder.templateElements.emplace(id, element);
    }
    bool group = false;
    for (const auto& part : element.children()) {
        if (part.type() != pugi::node_element) continue;
        group = true;
        defineElement(builder, part, id);
    }
    if (group)
        builder.form.nodes[id].group = true;
    else if (builder.form.nodes[id].defaultValue.empty())
        builder.form.nodes[id].defaultValue = defaultText(element);
}

DefId childOf(const FormDefinition::Impl& form, DefId parent, std::string_view name) {
    std::string key = form.nodes[parent].path;
    key += '/';
    key += name;
    const auto found = form.byPath.find(key);
    return found == form.byPath.end() ? kNone : found->second;
}

void tagAttributes(Builder& builder, xpath::Document& document, xpath::NodeIndex node, DefId def) {
    for (const auto child : builder.form.nodes[def].children) {
        auto& definition = builder.form.nodes[child];
        if (!definition.attribute) continue;
        auto at = document.attribute(node, definition.name, definition.namespaceUri);
        if (at != xpath::kNoNode && definition.defaultValue.empty()) definition.defaultValue = document.text(at);
        if (at == xpath::kNoNode)
            at = document.setAttribute(node, definition.name, "", definition.namespaceUri, definition.prefix);
        document.setTag(at, child);
        document.setType(at, nodeTypeOf(definition.type));
    }
}

std::string_view formOf(DataType type) {
    switch (type) {
    case DataType::Integer:
        return "Write a whole number.";
    case DataType::Decimal:
        return "Write a number with a point, such as 1.5.";
    case DataType::Date:
        return "Write it as year-month-day, such as 2024-12-31.";
    case DataType::Time:
        return "Write it as hours:minutes:seconds, such as 13:30:00.";
    case DataType::Boolean:
        return "Write true or false.";
    default:
        return "Write it in the format in which answers of this type are stored.";
    }
}

// A default that does not fit its type is dropped, or cut to what fits, as every ODK engine does without a word.
void checkDefault(Builder& builder, const NodeDef& node, std::string_view text, std::string_view value) {
    const bool cut = node.codec == DataType::Integer && text.find('.') != std::string_view::npos &&
                     peil::parseNumber(trim(text)) != peil::parseNumber(value);
    if (!value.empty() && !cut) return;
    const auto same = [&](const Diagnostic& other) {
        return other.id == "unfit_default" && other.place.node == node.path;
    };
    if (std::ranges::any_of(builder.diagnostics, same)) return; // of the template of this repeat
    builder.warn("unfit_default", Builder::spotNamed(node.path),
                 "The default \"" + std::string(text) + "\" does not fit this type of question" +
                     (cut ? " and becomes " + std::string(value) + "." : ", which starts empty."),
                 std::string(formOf(node.codec)));
}

// Copies an element of the primary instance without the templates of repeats below it.
xpath::NodeIndex copyInstance(Builder& builder, xpath::Document& document, xpath::NodeIndex parent, Xml element,
                              DefId def) {
    const auto node = builder.xml.copyShallow(document, parent, element);
    document.removeAttribute(node, "template", ns::kJavaRosa);
    document.setTag(node, def);
    if (parent != xpath::kRoot && document.positionAmongSameName(node) > 1)
        builder.form.nodes[def].multiple = !builder.form.nodes[def].repeat;
    const auto& definition = builder.form.nodes[def];
    document.setType(node, nodeTypeOf(definition.type));
    if (definition.group) {
        for (const auto& part : element.children()) {
            if (part.type() != pugi::node_element || isTemplate(builder, part)) continue;
            if (const auto child = childOf(builder.form, def, localName(part)); child != kNone)
                copyInstance(builder, document, node, part, child);
        }
    } else if (const auto text = defaultText(element); !text.empty()) {
        const auto value = castValue(definition.codec, text);
        checkDefault(builder, definition, text, value);
        document.setText(node, value);
    }
    tagAttributes(builder, document, node, def);
    return node;
}

Xml firstElement(Xml under, const FormDefinition::Impl& form, DefId def) {
    std::vector<DefId> chain;
    for (auto at = def; form.nodes[at].parent != kNone; at = form.nodes[at].parent)
        chain.push_back(at);
    auto element = under;
    for (auto step = chain.rbegin(); step != chain.rend() && element; ++step)
        element = child(element, form.nodes[*step].name);
    return element;
}

void ensureMeta(Builder& builder) {
    auto& form = builder.form;
    DefId meta = kNone;
    for (const auto id : form.nodes[0].children)
        if (form.nodes[id].name == "meta") meta = id;
    if (meta == kNone) {
        meta = builder.addNode(0, "meta", "orx", ns::kOpenRosa, false);
        form.nodes[meta].group = true;
    }
    const auto named = [&](std::string_view name) { return childOf(form, meta, name); };
    form.instanceIdNode = named("instanceID");
    if (form.instanceIdNode == kNone) {
        const auto prefix = form.nodes[meta].prefix;
        const auto uri = form.nodes[meta].namespaceUri;
        const bool own = uri != ns::kOpenRosa && !uri.empty() && uri != ns::kXForms;
        form.instanceIdNode =
            builder.addNode(meta, "instanceID", own ? "orx" : prefix, own ? std::string(ns::kOpenRosa) : uri, false);
        form.nodes[meta].group = true;
    }
    form.deprecatedIdNode = named("deprecatedID");
    form.deprecatedIdInForm = form.deprecatedIdNode != kNone;
    if (form.deprecatedIdInForm) return;
    const auto prefix = form.nodes[form.instanceIdNode].prefix;
    const auto uri = form.nodes[form.instanceIdNode].namespaceUri;
    form.deprecatedIdNode = builder.addNode(meta, "deprecatedID", prefix, uri, false);
}

void addMissingMeta(Builder& builder) {
    auto& form = builder.form;
    auto& document = form.blank;
    const auto root = document.documentElement();
    const auto& id = form.nodes[form.instanceIdNode];
    const auto& metaDef = form.nodes[id.parent];
    auto meta = document.childElement(root, "meta");
    if (meta == xpath::kNoNode) {
        meta = document.appendElement(root, "meta", metaDef.namespaceUri, metaDef.prefix);
        document.setTag(meta, id.parent);
    }
    if (document.childElement(meta, "instanceID") == xpath::kNoNode) {
        const auto node = document.appendElement(meta, "instanceID", id.namespaceUri, id.prefix);
        document.setTag(node, form.instanceIdNode);
    }
}

} // namespace

namespace {

std::size_t countElements(Xml element) {
    std::size_t count = 1;
    for (auto part = element.first_child(); part; part = part.next_sibling())
        if (part.type() == pugi::node_element) count += countElements(part);
    return count;
}

} // namespace

void defineInstance(Builder& builder) {
    constexpr std::size_t kSpare = 16; // meta, and attributes that a bind adds
    const auto count = countElements(builder.primary) + kSpare;
    builder.form.nodes.reserve(count);
    builder.form.byPath.reserve(count);
    defineElement(builder, builder.primary, kNone);
    ensureMeta(builder);
}

void buildBlank(Builder& builder) {
    auto& form = builder.form;
    for (auto& node : form.nodes)
        if (node.control == kNone) node.codec = node.type;
    for (auto& node : form.nodes) {
        node.innermostRepeat = node.parent == kNone ? kNone : form.nodes[node.parent].innermostRepeat;
        if (node.repeat) node.innermostRepeat = static_cast<DefId>(&node - form.nodes.data());
    }
    copyInstance(builder, form.blank, xpath::kRoot, builder.primary, 0);
    addMissingMeta(builder);
    form.templates = xpath::Document::withNamesOf(form.blank);
    const auto holder = form.templates.appendElement(xpath::kRoot, "templates");
    for (DefId id = 0; id < form.nodes.size(); ++id) {
        if (!form.nodes[id].repeat) continue;
        const auto declared = builder.templateElements.find(id);
        const auto element =
            declared != builder.templateElements.end() ? declared->second : firstElement(builder.primary, form, id);
        if (element) form.templateOf.emplace(id, copyInstance(builder, form.templates, holder, element, id));
        if (form.nodes[id].vertex(VertexKind::Count) == kNone) continue;
        for (auto at = firstElement(builder.primary, form, id); at; at = at.next_sibling(at.name()))
            if (!isTemplate(builder, at))
                form.givenInstances[id].push_back(copyInstance(builder, form.templates, holder, at, id));
    }
    for (auto& node : form.nodes)
        node.several = node.repeat || node.multiple || (node.parent != kNone && form.nodes[node.parent].several);
}

} // namespace peil::forms
