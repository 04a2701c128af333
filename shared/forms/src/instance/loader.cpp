// SPDX-License-Identifier: Apache-2.0
#include "instance/loader.h"

#include "definition/xml_reader.h"
#include "peil/base/ids.h"
#include "peil/base/text.h"

#include <algorithm>

namespace peil::forms {
namespace {

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

Loader::Loader(LiveInstance& instance, Recomputation& recomputation, const Environment& environment)
    : m_instance(instance)
    , m_recomputation(recomputation)
    , m_environment(environment) {}

Result<> Loader::startNew() {
    m_recomputation.enter(Phase::Starting);
    m_recomputation.open();
    for (const auto& [path, value] : m_environment.presets) {
        const auto node = m_instance.find(path);
        if (!node || !m_instance.alive(*node) || m_instance.defOf(*node).group)
            return fail(FormsErrc::NoSuchNode, "The form has no question " + path + " to preset.");
        m_recomputation.setValue(*node, value);
    }
    m_recomputation.runPreloads();
    m_recomputation.runEvent(Event::FirstLoad);
    m_recomputation.runEvent(Event::Load);
    m_recomputation.settle();
    m_recomputation.ensureInstanceId();
    m_recomputation.settle();
    m_recomputation.enter(Phase::Answering);
    if (const auto& fault = m_recomputation.firstFault()) return tl::unexpected<Error>(*fault);
    return {};
}

Result<> Loader::applyRows(std::span<const StoredRow> rows) {
    m_recomputation.enter(Phase::Restoring);
    m_recomputation.open();
    const auto& form = m_instance.form();
    std::vector<const StoredRow*> counts;
    std::vector<const StoredRow*> values;
    for (const auto& row : rows) {
        const auto known = form.byPath.find(withoutPositions(row.path));
        if (known == form.byPath.end())
            return fail(FormsErrc::BadInstance, "The saved interview has a question that is not in this form.");
        (form.nodes[known->second].repeat ? counts : values).push_back(&row);
    }
    PEIL_CHECK(applyCounts(std::move(counts)));
    PEIL_CHECK(applyValues(values));
    m_recomputation.settle();
    m_recomputation.enter(Phase::Starting); // what the actions of this event change is calculated on
    m_recomputation.runEvent(Event::Load);
    m_recomputation.settle();
    m_recomputation.enter(Phase::Answering);
    return {};
}

// Outer repeats first: the inner ones are in their instances.
Result<> Loader::applyCounts(std::vector<const StoredRow*> rows) {
    const auto depth = [](const StoredRow* row) { return std::count(row->path.begin(), row->path.end(), '/'); };
    std::stable_sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) { return depth(a) < depth(b); });
    for (const auto* row : rows) {
        const auto id = m_instance.find(row->path);
        const auto range = id ? m_instance.rangeOf(*id) : std::nullopt;
        const auto count = parseInteger(row->value);
        if (!range || !count || *count < 0)
            return fail(FormsErrc::BadInstance, "The saved interview does not match the repeats of this form.");
        PEIL_CHECK(m_recomputation.setCount(*range, static_cast<std::size_t>(*count)));
    }
    return {};
}

Result<> Loader::applyValues(const std::vector<const StoredRow*>& rows) {
    const auto& form = m_instance.form();
    for (const auto* row : rows) {
        if (withoutPositions(row->path) == form.nodes[form.deprecatedIdNode].path)
            for (const auto id : m_instance.nodesOf(form.instanceIdNode))
                m_recomputation.deprecatedId(m_instance.document().parent(id));
        const auto node = m_instance.find(row->path);
        const auto reason = noAnswerOf(row->reason);
        if (!node || !m_instance.alive(*node) || m_instance.defOf(*node).group || !reason)
            return fail(FormsErrc::BadInstance, "The saved interview does not match this form.");
        m_recomputation.setValue(*node, row->value);
        m_instance.setReason(*node, *reason);
    }
    return {};
}

void Loader::mergeAttributes(const xpath::Document& from, NodeIndex source, NodeIndex target) {
    for (auto at = from.firstAttribute(source); at != kNoNode; at = from.nextSibling(at)) {
        const auto uri = from.namespaceUri(at);
        if (uri == ns::kPeil && from.localName(at) == "reason") {
            m_instance.setReason(target, noAnswerOf(from.text(at)).value_or(NoAnswer::None));
            continue;
        }
        if (uri == ns::kJavaRosa && from.localName(at) == "template") continue;
        const auto own = m_instance.document().attribute(target, from.localName(at), uri);
        if (own != kNoNode && m_instance.alive(own))
            m_recomputation.setValue(own, from.text(at));
        else if (target != m_instance.root() || own == kNoNode)
            m_instance.keepAttribute(target, from, at);
    }
}

void Loader::mergeElement(const xpath::Document& from, NodeIndex source, NodeIndex target) {
    mergeAttributes(from, source, target);
    if (m_instance.defOf(target).group) {
        for (const auto child : m_instance.defOf(target).children)
            if (!m_instance.form().nodes[child].attribute) mergeChildren(from, source, target, child);
        return;
    }
    const auto reason = m_instance.state(target).reason;
    m_recomputation.setValue(target, from.stringValue(source));
    m_instance.setReason(target, reason);
}

void Loader::mergeChildren(const xpath::Document& from, NodeIndex source, NodeIndex target, DefId child) {
    const auto& form = m_instance.form();
    const auto& definition = form.nodes[child];
    std::vector<NodeIndex> sources;
    for (auto at = from.childElement(source, definition.name); at != kNoNode; at = from.nextOfSameName(at))
        if (from.attribute(at, "template", ns::kJavaRosa) == kNoNode) sources.push_back(at);
    if (definition.repeat)
        if (auto done = m_recomputation.setCount({target, child}, sources.size()); !done)
            m_recomputation.noteFault(done.error());
    if (child == form.deprecatedIdNode && !sources.empty()) m_recomputation.deprecatedId(target);
    auto own = m_instance.childOf(target, child);
    for (const auto at : sources) {
        if (own == kNoNode) break;
        mergeElement(from, at, own);
        own = m_instance.document().nextOfSameName(own);
    }
}

Result<> Loader::loadXml(std::string_view xml, LoadAs use) {
    auto parsed = xpath::Document::parse(xml);
    if (!parsed) return fail(FormsErrc::BadInstance, "The record cannot be read: " + describe(parsed.error()));
    const auto& form = m_instance.form();
    const auto root = parsed->documentElement();
    const auto idNode = parsed->attribute(root, "id");
    const auto id = idNode == kNoNode ? std::string_view{} : parsed->text(idNode);
    if (parsed->localName(root) != form.nodes[0].name || (!id.empty() && !form.id.empty() && id != form.id))
        return fail(FormsErrc::BadInstance, "The record was made with a different form (" + std::string(id) + ").");
    m_recomputation.enter(Phase::Restoring);
    m_recomputation.open();
    mergeElement(*parsed, root, m_instance.root());
    if (const auto& fault = m_recomputation.firstFault())
        return fail(FormsErrc::BadInstance, "The record does not match this form: " + describe(*fault));
    m_recomputation.enter(use == LoadAs::Edit ? Phase::Editing : Phase::Reopening);
    if (use == LoadAs::Edit) startEdit();
    m_recomputation.settle();
    m_recomputation.enter(Phase::Starting); // what the actions of this event change is calculated on
    m_recomputation.runEvent(Event::Load);
    m_recomputation.settle();
    m_recomputation.ensureInstanceId();
    m_recomputation.settle();
    m_recomputation.enter(Phase::Answering);
    return {};
}

void Loader::startEdit() {
    const auto ids = m_instance.nodesOf(m_instance.form().instanceIdNode);
    if (ids.empty() || m_environment.rng == nullptr) return;
    const std::string old(m_instance.text(ids.front()));
    m_recomputation.setValue(m_recomputation.deprecatedId(m_instance.document().parent(ids.front())), old);
    m_recomputation.setValue(ids.front(), "uuid:" + makeUuid(*m_environment.rng));
}

} // namespace peil::forms
