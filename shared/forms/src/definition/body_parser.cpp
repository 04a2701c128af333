// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"

#include "peil/base/enum_text.h"
#include "peil/base/text.h"

#include <algorithm>
#include <array>

namespace peil::forms {
namespace {

constexpr EnumText<Control> kControls[] = {
    {Control::Input, "input"},   {Control::Select1, "select1"}, {Control::Select, "select"},
    {Control::Rank, "rank"},     {Control::Range, "range"},     {Control::Trigger, "trigger"},
    {Control::Upload, "upload"}, {Control::Secret, "secret"},   {Control::Input, "textarea"}};
constexpr std::array<std::string_view, 6> kKnownParts{"label", "hint", "help", "item", "itemset", "value"};

/// The words of an appearance, in lower case, as ODK Collect and Enketo read them; white space between brackets belongs
/// to its word.
std::vector<std::string> appearancesOf(const Builder& builder, Xml element) {
    std::vector<std::string> all;
    const auto* text = builder.xml.attribute(element, "appearance");
    int open = 0;
    for (const auto token : splitWhitespace(text == nullptr ? "" : text)) {
        if (open > 0)
            all.back() += " " + std::string(token);
        else if (token.find('(') != std::string_view::npos) // its arguments name files and columns
            all.emplace_back(token);
        else
            all.push_back(toLowerAscii(token));
        open += static_cast<int>(std::ranges::count(token, '(') - std::ranges::count(token, ')'));
    }
    return all;
}

bool contains(const std::vector<std::string>& all, std::string_view wanted) {
    return std::find(all.begin(), all.end(), wanted) != all.end();
}

const char* refOf(const Builder& builder, Xml element) {
    if (const auto* ref = builder.xml.attribute(element, "ref")) return ref;
    if (const auto* ref = builder.xml.attribute(element, "nodeset")) return ref;
    const auto* bind = builder.xml.attribute(element, "bind");
    if (bind == nullptr) return nullptr;
    const auto found = builder.form.bindIds.find(bind);
    return found == builder.form.bindIds.end() ? bind : builder.form.nodes[found->second].path.c_str();
}

// An itemset's nodeset without its predicates names the list: instance('x')/root/item.
std::string literalInstance(const xpath::Expression& nodes) {
    for (const auto& reference : nodes.references())
        if (!reference.base && reference.start == xpath::Reference::Start::Instance) return reference.instanceId;
    return {};
}

bool isPlainName(std::string_view text) {
    return !text.empty() && text.find_first_of("/@.*[(: ") == std::string_view::npos;
}

void parseItemset(Builder& builder, Xml element, ControlDef& control) {
    const auto spot = Builder::spotOf(control.node, Property::ItemSet);
    const auto* nodeset = builder.xml.attribute(element, "nodeset");
    if (nodeset == nullptr) {
        builder.error("itemset_without_nodeset", spot, "An itemset has no nodeset.", "Name the list of choices.");
        return;
    }
    auto nodes = builder.compile(trim(nodeset), spot, "itemset", control.node);
    if (!nodes) return;
    ItemsetDef itemset{*nodes, {}, {}, {}, false, literalInstance(*nodes), false};
    const auto& functions = nodes->functions();
    itemset.randomized = std::find(functions.begin(), functions.end(), "randomize") != functions.end();
    const auto value = child(element, "value");
    const auto* valueRef = value ? builder.xml.attribute(value, "ref") : nullptr;
    if (valueRef == nullptr) {
        builder.error("itemset_without_value", spot, "An itemset has no value.",
                      "Name the value to store for a choice.");
        return;
    }
    if (isPlainName(trim(valueRef)))
        itemset.valueRef = trim(valueRef);
    else
        itemset.valueExpression = builder.compile(trim(valueRef), spot, "value of the itemset", kNone);
    itemset.label = parseLabel(builder, child(element, "label"), control.node);
    control.itemset = std::make_unique<const ItemsetDef>(std::move(itemset));
    builder.addVertex(VertexKind::Itemset, control.node, *nodes);
}

// An input with a query is a select whose choices are in itemsets.csv (select_one_external).
void parseQuery(Builder& builder, const char* query, ControlDef& control) {
    const auto spot = Builder::spotOf(control.node, Property::ItemSet);
    auto nodes = builder.compile(trim(query), spot, "query", control.node);
    auto label = builder.compile("label", spot, "label", kNone);
    if (!nodes || !label) return;
    ItemsetDef itemset{*nodes, "name", {}, {}, false, literalInstance(*nodes), true};
    itemset.label.kind = TextSource::Kind::Expression;
    itemset.label.expression = std::move(label);
    if (!itemset.instanceId.empty()) addExternalList(builder, itemset.instanceId);
    control.control = Control::Select1;
    control.itemset = std::make_unique<const ItemsetDef>(std::move(itemset));
    builder.addVertex(VertexKind::Itemset, control.node, *nodes);
}

void parseChoices(Builder& builder, Xml element, ControlDef& control) {
    for (const auto& part : element.children()) {
        if (part.type() != pugi::node_element) continue;
        const auto name = localName(part);
        if (name == "item" || name == "choice") {
            ItemDef item;
            item.value = trim(ownText(child(part, "value")));
            item.label = parseLabel(builder, child(part, "label"), control.node);
            if (item.value.find_first_of(" \t\n") != std::string::npos && control.control != Control::Select1)
                builder.warn(
                    "choice_with_space", Builder::spotOf(control.node, Property::ItemSet),
                    "The choice \"" + item.value +
                        "\" has a space in its value, but several answers are stored with spaces between them.");
            control.items.push_back(std::move(item));
        } else if (name == "itemset") {
            parseItemset(builder, part, control);
        } else if (name == "choices") {
            parseChoices(builder, part, control);
        }
    }
}

void parseRange(Builder& builder, Xml element, ControlDef& control) {
    const auto number = [&](std::string_view name) -> std::optional<double> {
        const auto* text = builder.xml.attribute(element, name);
        return text == nullptr ? std::nullopt : parseNumber(trim(text));
    };
    control.rangeStart = number("start");
    control.rangeEnd = number("end");
    control.rangeStep = number("step");
    if (!control.rangeStart || !control.rangeEnd || !control.rangeStep)
        builder.error("bad_range", Builder::spotOf(control.node, Property::Parameters),
                      "A range needs the numbers start, end and step.");
    else if (*control.rangeStep == 0)
        builder.error("bad_range", Builder::spotOf(control.node, Property::Parameters),
                      "The step of a range must not be 0.");
}

/// Those that a parser has no other use for.
BodyAttributes attributesOf(const Builder& builder, Xml element) {
    constexpr std::array<std::string_view, 4> kRead{"ref", "nodeset", "appearance", "bind"};
    constexpr std::array<std::string_view, 3> kReadOfRepeat{"count", "noAddRemove", "template"};
    BodyAttributes all;
    for (const auto& attribute : element.attributes()) {
        const std::string_view name = attribute.name();
        if (name.starts_with("xmlns") || std::ranges::find(kRead, name) != kRead.end()) continue;
        const auto space = builder.xml.namespaceOf(element, attribute);
        const bool ours = space.empty() || space == ns::kOdk || space == ns::kJavaRosa || space == ns::kXForms;
        const auto local = localName(name);
        if (space == ns::kJavaRosa && std::ranges::find(kReadOfRepeat, local) != kReadOfRepeat.end()) continue;
        all.emplace_back(ours ? local : name, attribute.value());
    }
    return all;
}

void parseAttributes(Builder& builder, Xml element, ControlDef& control) {
    control.attributes = attributesOf(builder, element);
    control.appearances = appearancesOf(builder, element);
    // "search" is the old name of "autocomplete".
    if (contains(control.appearances, "search") && !contains(control.appearances, "autocomplete"))
        control.appearances.insert(control.appearances.begin(), "autocomplete");
}

DefId controlNode(Builder& builder, Xml element, DefId context, std::string_view what) {
    const auto* ref = refOf(builder, element);
    if (ref == nullptr) {
        builder.error("control_without_ref", Builder::spotOf(context), "A " + std::string(what) + " has no ref.",
                      "Name the node that it sets.");
        return kNone;
    }
    const auto target = builder.resolve(ref, context);
    if (target.node == kNone)
        builder.warn("unknown_node", Builder::spotNamed(ref),
                     "The " + std::string(what) + " is ignored: it sets " + std::string(ref) +
                         ", which is not in the instance.",
                     "Correct its ref.");
    return target.node;
}

void adaptType(NodeDef& node, Control control) {
    if (control == Control::Rank) node.type = DataType::Rank;
    if (control == Control::Select) node.type = DataType::Select;
    if (control == Control::Select1 && node.type == DataType::String) node.type = DataType::Select1;
    if (control == Control::Range && node.type == DataType::String) node.type = DataType::Decimal;
    node.codec = control == Control::Select1 ? DataType::Select1 : node.type;
}

void parseControl(Builder& builder, Xml element, Control kind, DefId context, std::vector<BodyNode>& into) {
    const auto name = localName(element);
    const auto node = controlNode(builder, element, context, name);
    if (node == kNone) return;
    ControlDef control;
    control.control = kind;
    control.node = node;
    control.element = name;
    parseAttributes(builder, element, control);
    control.label = parseLabel(builder, child(element, "label"), node);
    for (const auto& part : element.children()) {
        if (part.type() != pugi::node_element || localName(part) != "hint") continue;
        const std::string_view form = part.attribute("form").value();
        (form == "guidance" ? control.guidance : control.hint) = parseLabel(builder, part, node, Property::Hint);
    }
    parseChoices(builder, element, control);
    if (const auto* query = builder.xml.attribute(element, "query"); query != nullptr && kind == Control::Input)
        parseQuery(builder, query, control);
    control.items.shrink_to_fit();
    if (kind == Control::Range) parseRange(builder, element, control);
    addLabelVertex(builder, node, {&control.label, &control.hint, &control.guidance});
    for (const auto& item : control.items)
        addLabelVertex(builder, node, {&item.label});
    if (control.itemset)
        eachItemExpression(builder, *control.itemset, [&](const xpath::Expression& expression) {
            builder.addVertex(VertexKind::Label, node, expression);
        });
    for (const auto& part : element.children()) {
        if (part.type() != pugi::node_element) continue;
        if (isAction(part)) parseAction(builder, part, node);
    }
    auto& definition = builder.form.nodes[node];
    adaptType(definition, control.control);
    const auto id = static_cast<ControlId>(builder.form.controls.size());
    if (definition.control == kNone) definition.control = id;
    builder.form.controls.push_back(std::move(control));
    BodyNode entry;
    entry.kind = BodyNode::Kind::Control;
    entry.control = id;
    entry.node = node;
    into.push_back(std::move(entry));
}

void parseChildren(Builder& builder, Xml element, DefId context, std::vector<BodyNode>& into);

void addGroupInfo(Builder& builder, const BodyNode& group) {
    auto& info = builder.form.groups[group.node];
    if (info.label.kind == TextSource::Kind::None) info.label = group.label;
    info.appearances.insert(info.appearances.end(), group.appearances.begin(), group.appearances.end());
}

void parseGroup(Builder& builder, Xml element, DefId context, std::vector<BodyNode>& into) {
    BodyNode group;
    group.kind = BodyNode::Kind::Group;
    auto inner = context;
    if (const auto* ref = refOf(builder, element)) {
        group.node = builder.resolve(ref, context).node;
        if (group.node == kNone)
            builder.warn("unknown_node", Builder::spotNamed(ref),
                         "The group refers to " + std::string(ref) + ", which is not in the instance.");
        else
            inner = group.node;
    }
    group.appearances = appearancesOf(builder, element);
    group.attributes = attributesOf(builder, element);
    group.fieldList = contains(group.appearances, "field-list") || contains(group.appearances, "table-list");
    group.label = parseLabel(builder, child(element, "label"), inner);
    addLabelVertex(builder, inner, {&group.label});
    if (group.node != kNone) addGroupInfo(builder, group);
    parseChildren(builder, element, inner, group.children);
    group.children.shrink_to_fit();
    into.push_back(std::move(group));
}

// A bare name may be meant from the repeat (pyxform) or from the group around it (JavaRosa).
std::string countText(const Builder& builder, std::string_view count, DefId node) {
    const bool relative = count.front() != '/' && builder.resolve(count, node).node == kNone;
    const auto parent = builder.form.nodes[node].parent;
    if (relative && isPlainName(count) && builder.resolve(count, parent).node != kNone)
        return "../" + std::string(count);
    return std::string(count);
}

void parseCount(Builder& builder, Xml element, DefId node) {
    const auto* count = builder.xml.attribute(element, "count", ns::kJavaRosa);
    auto& form = builder.form;
    if (count != nullptr && !trim(count).empty()) {
        if (auto expression = builder.compile(countText(builder, trim(count), node),
                                              Builder::spotOf(node, Property::Count), "jr:count", node)) {
            builder.addVertex(VertexKind::Count, node, std::move(*expression));
            form.nodes[node].noAddRemove = true;
        }
    }
    if (const auto* fixed = builder.xml.attribute(element, "noAddRemove", ns::kJavaRosa))
        if (trim(fixed) == "true()" || trim(fixed) == "true") form.nodes[node].noAddRemove = true;
}

void parseRepeat(Builder& builder, Xml element, DefId context, std::vector<BodyNode>& into) {
    const auto node = controlNode(builder, element, context, "repeat");
    if (node == kNone) return;
    if (builder.form.nodes[node].parent == kNone) {
        builder.error("repeat_of_root", Builder::spotOf(node), "The document element cannot be a repeat.");
        return;
    }
    builder.form.nodes[node].repeat = true;
    builder.form.nodes[node].group = true;
    BodyNode repeat;
    repeat.kind = BodyNode::Kind::Repeat;
    repeat.node = node;
    repeat.appearances = appearancesOf(builder, element);
    repeat.attributes = attributesOf(builder, element);
    repeat.fieldList = contains(repeat.appearances, "field-list") || contains(repeat.appearances, "table-list");
    repeat.label = parseLabel(builder, child(element, "label"), node);
    addLabelVertex(builder, node, {&repeat.label});
    addGroupInfo(builder, repeat);
    parseCount(builder, element, node);
    parseChildren(builder, element, node, repeat.children);
    into.push_back(std::move(repeat));
}

void parseChildren(Builder& builder, Xml element, DefId context, std::vector<BodyNode>& into) {
    for (const auto& part : element.children()) {
        if (part.type() != pugi::node_element) continue;
        const auto name = localName(part);
        if (const auto known = valueIn(kControls, name))
            parseControl(builder, part, *known, context, into);
        else if (name == "group")
            parseGroup(builder, part, context, into);
        else if (name == "repeat")
            parseRepeat(builder, part, context, into);
        else if (isAction(part))
            parseAction(builder, part, context);
        else if (std::find(kKnownParts.begin(), kKnownParts.end(), name) == kKnownParts.end())
            builder.warn("unknown_element", Builder::spotOf(context),
                         "The body element \"" + std::string(name) + "\" is unknown and is ignored.");
    }
}

} // namespace

void markRepeats(Builder& builder, Xml element, DefId context) {
    for (const auto& part : element.children()) {
        if (part.type() != pugi::node_element) continue;
        const auto name = localName(part);
        if (name != "group" && name != "repeat") continue;
        auto inner = context;
        if (const auto* ref = refOf(builder, part)) {
            const auto node = builder.resolve(ref, context).node;
            if (node != kNone) inner = node;
            if (node != kNone && name == "repeat") builder.form.nodes[node].repeat = true;
        }
        markRepeats(builder, part, inner);
    }
}

void parseBody(Builder& builder, Xml body) {
    if (const auto* text = builder.xml.attribute(body, "class")) builder.form.bodyClass = text;
    parseChildren(builder, body, 0, builder.form.body);
    builder.form.controls.shrink_to_fit();
}

} // namespace peil::forms
