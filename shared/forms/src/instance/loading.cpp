// SPDX-License-Identifier: Apache-2.0

// The three ways into an interview: a blank form, the rows that the tablet's store kept, a record in XML.

#include "instance/session_impl.h"

#include "definition/xml_reader.h"
#include "peil/base/ids.h"
#include "peil/base/text.h"

#include <algorithm>

namespace peil::forms {
namespace {

std::shared_ptr<const xpath::Document> parseLastSaved(const std::optional<std::string>& xml) {
    auto document = std::make_shared<xpath::Document>();
    if (!xml) return document;
    auto parsed = xpath::Document::parse(*xml);
    if (parsed) *document = std::move(*parsed);
    return document;
}

std::string withoutPositions(std::string_view path) {
    std::string plain;
    bool inside = false;
    for (const char c : path) {
        if (c == '[') inside = true;
        if (!inside) plain += c;
        if (c == ']') inside = false;
    }
    return plain;
}

} // namespace

Session::Impl::Impl(FormPointer formPointer, Environment given)
    : form(std::move(formPointer))
    , def(form->impl())
    , environment(std::move(given)) {
    host.clock = environment.clock;
    host.rng = environment.rng;
    host.timeZone = environment.timeZone;
    host.digest = environment.digest;
    host.verifySignature = environment.verifySignature;
    for (const auto& instance : def.instances)
        if (instance.lastSaved)
            ownInstances.emplace(instance.id, parseLastSaved(environment.lastSavedXml));
        else
            ownInstances.emplace(instance.id, instance.document);
    host.instance = [this](std::string_view id) {
        const auto found = ownInstances.find(id);
        if (found == ownInstances.end() && !id.empty() && id == def.primaryInstanceId)
            return xpath::NodeRef{&document, xpath::kRoot};
        if (found == ownInstances.end() || !found->second) return xpath::NodeRef{};
        return xpath::NodeRef{found->second.get(), xpath::kRoot};
    };
    host.itext = [this](std::string_view id) { return itext(def.itextNumber(id), document.documentElement()).text; };
    host.choiceName = [this](xpath::NodeRef context, std::string_view value, std::string_view path) {
        return choiceName(context, value, path);
    };
    host.property = [this](std::string_view name) {
        auto text = environment.property ? environment.property(name) : std::string();
        return text.empty() && name == "deviceid" ? environment.deviceId : text;
    };
    host.formVersion = [this] { return def.version; };
    pending.resize(def.vertices.size());
    queued.resize(def.vertices.size(), false);
    singles.resize(def.nodes.size(), kNoNode);
}

void Session::Impl::openBlank() {
    document = def.blank.clone();
    adopt(document.documentElement());
}

Result<> Session::Impl::selectLanguage(std::string_view name) {
    const auto wanted = name.empty() ? std::string_view(def.defaultLanguage) : name;
    for (std::size_t i = 0; i < def.languages.size(); ++i) {
        if (def.languages[i].name != wanted && def.languages[i].code != wanted) continue;
        languageIndex = i;
        languageName = def.languages[i].name;
        host.language = def.languages[i].code.empty() ? languageName : def.languages[i].code;
        return {};
    }
    if (wanted.empty()) return {};
    return fail(FormsErrc::UnknownLanguage, "The form has no language \"" + std::string(wanted) + "\".");
}

Result<> Session::Impl::startNew() {
    loading = true;
    openBlank();
    for (const auto& [path, value] : environment.presets) {
        const auto node = find(path);
        if (!node || !alive(*node) || defOf(*node).group)
            return fail(FormsErrc::NoSuchNode, "The form has no question " + path + " to fill in beforehand.");
        setValue(*node, value);
    }
    runPreloads();
    runEvent(Event::FirstLoad);
    runEvent(Event::Load);
    recompute();
    ensureInstanceId();
    recompute();
    loading = false;
    if (firstFault) return tl::unexpected<Error>(*firstFault);
    return {};
}

Result<> Session::Impl::applyRows(std::span<const StoredRow> rows) {
    loading = restoring = true;
    openBlank();
    std::vector<const StoredRow*> counts;
    std::vector<const StoredRow*> values;
    for (const auto& row : rows) {
        const auto known = def.byPath.find(withoutPositions(row.path));
        if (known == def.byPath.end())
            return fail(FormsErrc::BadInstance, "The saved interview has a question that this form does not have.");
        (def.nodes[known->second].repeat ? counts : values).push_back(&row);
    }
    const auto depth = [](const StoredRow* row) { return std::count(row->path.begin(), row->path.end(), '/'); };
    std::stable_sort(counts.begin(), counts.end(), [&](const auto* a, const auto* b) { return depth(a) < depth(b); });
    for (const auto* row : counts) {
        const auto id = find(row->path);
        const auto range = id ? rangeOf(*id) : std::nullopt;
        const auto count = parseInteger(row->value);
        if (!range || !count || *count < 0)
            return fail(FormsErrc::BadInstance, "The saved interview does not fit the repeats of this form.");
        PEIL_CHECK(setCount(*range, static_cast<std::size_t>(*count)));
    }
    for (const auto* row : values) {
        if (withoutPositions(row->path) == def.nodes[def.deprecatedIdNode].path)
            for (const auto id : nodesBelow(document.documentElement(), def.instanceIdNode))
                deprecatedId(document.parent(id));
        const auto node = find(row->path);
        const auto reason = reasonFromText(row->reason);
        if (!node || !alive(*node) || defOf(*node).group || !reason)
            return fail(FormsErrc::BadInstance, "The saved interview does not fit this form.");
        setValue(*node, row->value);
        states[*node].reason = *reason;
    }
    recompute();
    restoring = false; // what the actions of this event change is calculated on
    runEvent(Event::Load);
    recompute();
    loading = false;
    return {};
}

void Session::Impl::mergeElement(const xpath::Document& from, NodeIndex source, NodeIndex target) {
    for (auto at = from.firstAttribute(source); at != kNoNode; at = from.nextSibling(at)) {
        const auto uri = from.namespaceUri(at);
        if (uri == ns::kPeil && from.localName(at) == "reason") {
            states[target].reason = reasonFromText(from.text(at)).value_or(NoAnswer::None);
            continue;
        }
        if (uri == ns::kJavaRosa && from.localName(at) == "template") continue;
        const auto own = document.attribute(target, from.localName(at), uri);
        if (own != kNoNode && alive(own))
            setValue(own, from.text(at));
        else if (target != document.documentElement() || own == kNoNode)
            document.setAttribute(target, from.localName(at), from.text(at), uri, from.prefix(at));
    }
    const auto& definition = defOf(target);
    if (!definition.group) {
        const auto reason = states[target].reason;
        setValue(target, from.stringValue(source));
        states[target].reason = reason;
        return;
    }
    for (const auto child : definition.children) {
        const auto& childDef = def.nodes[child];
        if (childDef.attribute) continue;
        std::vector<NodeIndex> sources;
        for (auto at = from.childElement(source, childDef.name); at != kNoNode; at = from.nextOfSameName(at))
            if (from.attribute(at, "template", ns::kJavaRosa) == kNoNode) sources.push_back(at);
        if (childDef.repeat)
            if (auto done = setCount({target, child}, sources.size()); !done && !firstFault) firstFault = done.error();
        if (child == def.deprecatedIdNode && !sources.empty()) deprecatedId(target);
        auto own = childOf(target, child);
        for (const auto at : sources) {
            if (own == kNoNode) break;
            mergeElement(from, at, own);
            own = document.nextOfSameName(own);
        }
    }
}

Result<> Session::Impl::loadXml(std::string_view xml, LoadAs use) {
    auto parsed = xpath::Document::parse(xml);
    if (!parsed) return fail(FormsErrc::BadInstance, "The record cannot be read: " + describe(parsed.error()));
    const auto root = parsed->documentElement();
    const auto idNode = parsed->attribute(root, "id");
    const auto id = idNode == kNoNode ? std::string_view{} : parsed->text(idNode);
    if (parsed->localName(root) != def.nodes[0].name || (!id.empty() && !def.id.empty() && id != def.id))
        return fail(FormsErrc::BadInstance, "The record was made with another form (" + std::string(id) + ").");
    loading = restoring = true;
    openBlank();
    mergeElement(*parsed, root, document.documentElement());
    if (firstFault) return fail(FormsErrc::BadInstance, "The record does not fit this form: " + describe(*firstFault));
    restoring = false;
    reopening = true;
    editing = use == LoadAs::Edit;
    if (editing) startEdit();
    recompute();
    reopening = false; // what the actions of this event change is calculated on
    runEvent(Event::Load);
    recompute();
    ensureInstanceId();
    recompute();
    loading = false;
    return {};
}

// Only an edited record has this node, unless the form itself does.
NodeIndex Session::Impl::deprecatedId(NodeIndex meta) {
    const auto known = childOf(meta, def.deprecatedIdNode);
    if (known != kNoNode) return known;
    const auto& definition = def.nodes[def.deprecatedIdNode];
    const auto node = document.appendElement(meta, definition.name, definition.namespaceUri, definition.prefix);
    document.setTag(node, def.deprecatedIdNode);
    adopt(node);
    return node;
}

void Session::Impl::startEdit() {
    const auto ids = nodesBelow(document.documentElement(), def.instanceIdNode);
    if (ids.empty() || environment.rng == nullptr) return;
    const std::string old(document.text(ids.front()));
    setValue(deprecatedId(document.parent(ids.front())), old);
    setValue(ids.front(), "uuid:" + makeUuid(*environment.rng));
}

} // namespace peil::forms
