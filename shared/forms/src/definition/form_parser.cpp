// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"

#include "definition/qualify.h"
#include "peil/base/enum_text.h"
#include "peil/base/text.h"
#include "peil/base/xml_name.h"
#include "peil/xpath/error.h"

#include <algorithm>

namespace peil::forms {

void Builder::error(std::string id, const Spot& spot, std::string message, std::string cure) {
    remark(Severity::Error, std::move(id), spot, std::move(message), std::move(cure));
}

void Builder::warn(std::string id, const Spot& spot, std::string message, std::string cure) {
    remark(Severity::Warning, std::move(id), spot, std::move(message), std::move(cure));
}

void Builder::remark(Severity severity, std::string id, const Spot& spot, std::string message, std::string cure) {
    Place place{.node = spot.node == kNone ? std::string(spot.name) : form.nodes[spot.node].path,
                .property = spot.property};
    if (trim(place.node).empty()) place.node = "the form"; // elements without a name
    diagnostics.push_back({severity, std::move(id), std::move(place), std::move(message), std::move(cure)});
}

std::string_view idOf(VertexKind kind) {
    using enum VertexKind;
    static constexpr EnumText<VertexKind> kTexts[] = {
        {Count, "jr:count"},    {Relevant, "relevant"}, {Calculate, "calculate"},   {Itemset, "choices"},
        {Readonly, "readonly"}, {Required, "required"}, {Constraint, "constraint"}, {Label, "label"}};
    return textIn(kTexts, kind);
}

Property propertyOf(VertexKind kind) {
    switch (kind) {
    case VertexKind::Count:
        return Property::Count;
    case VertexKind::Relevant:
        return Property::Relevant;
    case VertexKind::Calculate:
        return Property::Calculate;
    case VertexKind::Itemset:
        return Property::ItemSet;
    case VertexKind::Readonly:
        return Property::Readonly;
    case VertexKind::Required:
        return Property::Required;
    case VertexKind::Constraint:
        return Property::Constraint;
    case VertexKind::Label:
        return Property::Label;
    }
    return Property::None;
}

// A name without a prefix does not match an element of XHTML.
std::uint32_t Builder::tagOf(std::string_view path) const {
    const auto found = form.byPath.find(path);
    if (found == form.byPath.end()) return xpath::kNoTag;
    for (auto at = found->second; at != kNone; at = form.nodes[at].parent)
        if (form.nodes[at].namespaceUri == ns::kXhtml) return xpath::kNoTag;
    return found->second;
}

std::optional<xpath::Expression> Builder::compile(std::string_view text, const Spot& spot, std::string_view what,
                                                  DefId context) {
    const auto qualified = context == kNone ? std::nullopt : qualifyPaths(*this, text, context);
    const auto written = qualified ? std::string_view(*qualified) : text;
    const auto found = compiled.find(written);
    if (found != compiled.end()) return found->second;
    auto outcome = xpath::Expression::compile(written, form.expressionNamespaces, xpath::UnknownFunctions::Refuse,
                                              [this](std::string_view path) { return tagOf(path); });
    if (!outcome) {
        std::string id = "bad_expression";
        if (outcome.error().code == xpath::XpathErrc::UnknownFunction) id = "unknown_function";
        if (outcome.error().code == xpath::XpathErrc::WrongArity) id = "wrong_arity";
        auto fault = xpath::faultOf(outcome.error());
        error(id, spot, "The " + std::string(what) + " \"" + std::string(text) + "\" cannot be read: " + fault.what,
              std::move(fault.cure));
        return std::nullopt;
    }
    return compiled.emplace(std::string(written), std::move(*outcome)).first->second;
}

namespace {

DefId childNamed(const FormDefinition::Impl& form, DefId parent, std::string_view name, bool attribute) {
    const auto found = form.byPath.find(form.nodes[parent].path + (attribute ? "/@" : "/") + std::string(name));
    return found == form.byPath.end() ? kNone : found->second;
}

DefId stepTo(const FormDefinition::Impl& form, DefId from, std::string_view step) {
    if (step == "." || step == "current()" || step.empty()) return from;
    if (step == "..") return form.nodes[from].parent;
    if (step.front() == '@') return childNamed(form, from, localName(step.substr(1)), true);
    return childNamed(form, from, localName(step), false);
}

} // namespace

PathTarget Builder::resolve(std::string_view path, DefId context) const {
    PathTarget result;
    // Nearly every path of a form is written as the node's own is.
    if (path.starts_with('/'))
        if (const auto found = form.byPath.find(path); found != form.byPath.end()) {
            result.node = found->second;
            return result;
        }
    std::string plain;
    int depth = 0;
    for (const char c : trim(path)) {
        if (c == '[') {
            ++depth;
            result.predicates = true;
        }
        if (depth == 0 && c != ' ' && c != '\n' && c != '\t') plain += c;
        if (c == ']') --depth;
    }
    if (plain.empty() || form.nodes.empty()) return result;
    auto at = context == kNone ? DefId{0} : context;
    auto steps = split(plain, '/');
    std::size_t first = 0;
    if (plain.front() == '/') {
        if (steps.size() < 2 || localName(steps[1]) != form.nodes[0].name) return result;
        at = 0;
        first = 2;
    }
    for (std::size_t i = first; i < steps.size(); ++i) {
        at = stepTo(form, at, steps[i]);
        if (at == kNone) return result;
    }
    result.node = at;
    return result;
}

std::vector<std::string> literalsOf(const xpath::Expression& expression, std::string_view function) {
    const auto& called = expression.functions();
    if (std::find(called.begin(), called.end(), function) == called.end()) return {};
    return expression.literalArguments(function);
}

PathTarget Builder::resolveOrAdd(std::string_view path, DefId context) {
    auto target = resolve(path, context);
    const auto at = path.rfind("/@");
    if (target.node != kNone || at == std::string_view::npos) return target;
    target = resolve(path.substr(0, at), context);
    if (target.node == kNone) return target;
    const auto name = path.substr(at + 2);
    const auto prefix = prefixOf(name);
    std::string uri;
    for (const auto& [known, value] : form.expressionNamespaces)
        if (!prefix.empty() && known == prefix) uri = value;
    const bool writable = isXmlName(localName(name)) && prefix.empty() == uri.empty();
    target.node = writable ? addNode(target.node, localName(name), prefix, uri, true) : kNone;
    return target;
}

DefId Builder::addNode(DefId parent, std::string_view name, std::string_view prefix, std::string_view uri,
                       bool attribute) {
    const auto path =
        (parent == kNone ? std::string() : form.nodes[parent].path) + (attribute ? "/@" : "/") + std::string(name);
    if (const auto found = form.byPath.find(path); found != form.byPath.end()) return found->second;
    const auto id = static_cast<DefId>(form.nodes.size());
    NodeDef node;
    node.name = name;
    node.prefix = prefix;
    node.namespaceUri = uri;
    node.path = path;
    node.parent = parent;
    node.depth = parent == kNone ? 0 : form.nodes[parent].depth + 1;
    node.attribute = attribute;
    form.nodes.push_back(std::move(node));
    form.byPath.emplace(path, id);
    if (parent != kNone) form.nodes[parent].children.push_back(id);
    return id;
}

void Builder::addVertex(VertexKind kind, DefId node, xpath::Expression expression) {
    auto& slot = form.nodes[node].vertices[static_cast<std::size_t>(kind)];
    if (slot != kNone && kind == VertexKind::Label) {
        form.vertices[slot].expressions.push_back(std::move(expression));
        return;
    }
    if (slot != kNone) {
        form.vertices[slot].expressions.clear();
        form.vertices[slot].expressions.push_back(std::move(expression));
        return;
    }
    slot = static_cast<VertexId>(form.vertices.size());
    Vertex vertex;
    vertex.kind = kind;
    vertex.node = node;
    vertex.expressions.push_back(std::move(expression));
    form.vertices.push_back(std::move(vertex));
}

namespace {

Xml findModel(Xml root) {
    const auto head = child(root, "head");
    return head ? child(head, "model") : child(root, "model");
}

void parseRootAttributes(Builder& builder) {
    auto& form = builder.form;
    const auto& xml = builder.xml;
    if (const auto* id = xml.attribute(builder.primary, "id")) form.id = id;
    if (const auto* version = xml.attribute(builder.primary, "version")) form.version = version;
    if (const auto* version = xml.attribute(builder.primary, "version", ns::kOpenRosa)) {
        form.version = version;
        form.rootHasOrxVersion = true;
    }
    form.rootNamespace = xml.namespaceOf(builder.primary);
    if (form.id.empty() && form.rootNamespace != ns::kXForms) form.id = form.rootNamespace;
}

void parseNamespaces(Builder& builder) {
    auto& form = builder.form;
    form.namespaces = builder.xml.declared(builder.xml.root());
    form.expressionNamespaces = {{"jr", std::string(ns::kJavaRosa)},
                                 {"orx", std::string(ns::kOpenRosa)},
                                 {"odk", std::string(ns::kOdk)},
                                 {"entities", std::string(ns::kEntities)}};
    for (auto at = builder.primary; at; at = at.parent())
        for (const auto& declaration : builder.xml.declared(at)) {
            const auto& prefix = declaration.first;
            if (prefix.empty()) continue;
            const auto known = std::find_if(form.expressionNamespaces.begin(), form.expressionNamespaces.end(),
                                            [&](const auto& entry) { return entry.first == prefix; });
            if (known == form.expressionNamespaces.end()) form.expressionNamespaces.push_back(declaration);
        }
}

void parseSubmission(Builder& builder, Xml model) {
    const auto submission = child(model, "submission");
    if (!submission) return;
    auto& form = builder.form;
    form.submissionAction = submission.attribute("action").value();
    form.submissionMethod = submission.attribute("method").value();
    form.submissionKey = submission.attribute("base64RsaPublicKey").value();
    const auto& method = form.submissionMethod;
    if (!method.empty() && method != "post" && method != "form-data-post")
        builder.error("submission_method", Builder::spotNamed("submission"),
                      "The submission method \"" + method + "\" is unknown.", "Use post.");
}

bool findPrimary(Builder& builder, Xml model) {
    for (const auto& instance : model.children()) {
        if (instance.type() != pugi::node_element || localName(instance) != "instance") continue;
        for (const auto& part : instance.children())
            if (part.type() == pugi::node_element) {
                builder.primary = part;
                return true;
            }
        break;
    }
    builder.error("no_instance", Builder::spotNamed("model"),
                  "The model has no instance with a document element; this is not a form.");
    return false;
}

void parseForm(Builder& builder) {
    const auto root = builder.xml.root();
    const auto model = findModel(root);
    if (!model) {
        builder.error("no_model", Builder::spotOf(kNone), "The file has no h:head with a model; this is not an XForm.");
        return;
    }
    if (!findPrimary(builder, model)) return;
    if (const auto title = child(child(root, "head"), "title")) builder.form.title = trim(ownText(title));
    parseNamespaces(builder);
    parseRootAttributes(builder);
    parseSubmission(builder, model);
    defineInstance(builder);
    checkEntities(builder, model);
    parseSecondaryInstances(builder, model);
    parseItext(builder, model);
    if (const auto body = child(root, "body")) markRepeats(builder, body, 0);
    parseBinds(builder, model);
    if (const auto body = child(root, "body")) parseBody(builder, body);
    for (const auto& part : model.children())
        if (part.type() == pugi::node_element && isAction(part)) parseAction(builder, part, kNone);
    buildBlank(builder);
    buildGraph(builder);
    checkForm(builder);
}

} // namespace

namespace {

ParsedForm parsed(const XmlSource& xml, std::string fault, const FormTree* tree, const ResourceLoader& resources) {
    ParsedForm result;
    if (!fault.empty()) {
        result.diagnostics.push_back({Severity::Error, "bad_xml", Place{.node = "the form"}, std::move(fault)});
        return result;
    }
    auto impl = std::make_unique<FormDefinition::Impl>();
    Builder builder{xml, resources, *impl, result.diagnostics, tree, {}, {}, {}, {}};
    parseForm(builder);
    const auto isError = [](const Diagnostic& d) { return d.severity == Severity::Error; };
    if (std::none_of(result.diagnostics.begin(), result.diagnostics.end(), isError))
        result.form = std::make_shared<const FormDefinition>(std::move(impl));
    return result;
}

} // namespace

ParsedForm FormDefinition::parse(std::string_view text, const ResourceLoader& resources) {
    XmlSource xml;
    auto fault = xml.parse(text);
    return parsed(xml, std::move(fault), nullptr, resources);
}

ParsedForm parseTree(FormTree tree, const ResourceLoader& resources) {
    XmlSource xml;
    auto fault = xml.adopt(std::move(tree.xform));
    return parsed(xml, std::move(fault), &tree, resources);
}

} // namespace peil::forms
