// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"

namespace peil::forms {

std::string plainText(const FormDefinition::Impl& form, const TextSource& source, std::size_t language) {
    const auto flat = [](const TextPieces& pieces) {
        std::string text;
        for (const auto& piece : pieces)
            text += piece.output ? "…" : piece.literal;
        return text;
    };
    if (source.kind == TextSource::Kind::Itext) {
        if (source.itext == kNone || language >= form.itext.size()) return {};
        const auto& entry = form.itext[language].entries[source.itext];
        return entry ? flat(entry->hasText ? entry->text : entry->extras().shortText) : std::string();
    }
    return flat(source.pieces);
}

namespace {

using Labels = std::vector<std::pair<std::string, std::string>>;

Labels labelsOf(const FormDefinition::Impl& form, const TextSource& source) {
    Labels labels;
    if (source.kind == TextSource::Kind::None) return labels;
    if (form.languages.empty()) {
        labels.emplace_back("", plainText(form, source, 0));
        return labels;
    }
    for (std::size_t i = 0; i < form.languages.size(); ++i)
        labels.emplace_back(form.languages[i].name, plainText(form, source, i));
    return labels;
}

std::string childText(const xpath::Document& document, xpath::NodeIndex item, std::string_view name) {
    const auto child = document.childElement(item, name);
    return child == xpath::kNoNode ? std::string() : document.stringValue(child);
}

// The label of an itemset's item: a child's text, or the itext id that a child names.
Labels itemLabels(const FormDefinition::Impl& form, const ItemsetDef& itemset, const xpath::Document& document,
                  xpath::NodeIndex item) {
    if (!itemset.label.expression) return {};
    const auto text = childText(document, item, itemset.label.expression->text());
    if (itemset.label.kind == TextSource::Kind::ItextExpression) {
        TextSource source;
        source.kind = TextSource::Kind::Itext;
        source.itext = form.itextNumber(text);
        return labelsOf(form, source);
    }
    Labels labels;
    if (form.languages.empty()) labels.emplace_back("", text);
    for (const auto& language : form.languages)
        labels.emplace_back(language.name, text);
    return labels;
}

void addItemsetChoices(const FormDefinition::Impl& form, const ItemsetDef& itemset, FieldInfo& field) {
    constexpr std::size_t kMaxListed = 2000;
    for (const auto& instance : form.instances) {
        if (instance.id != itemset.instanceId || !instance.document) continue;
        const auto& document = *instance.document;
        const auto root = document.documentElement();
        if (root == xpath::kNoNode) return;
        for (auto item = document.firstChild(root); item != xpath::kNoNode; item = document.nextSibling(item)) {
            if (document.kind(item) != xpath::NodeKind::Element) continue;
            if (field.choices.size() >= kMaxListed) return;
            field.choices.push_back(
                {childText(document, item, itemset.valueRef), itemLabels(form, itemset, document, item)});
        }
        return;
    }
}

void addChoices(const FormDefinition::Impl& form, const ControlDef& control, FieldInfo& field) {
    for (const auto& item : control.items)
        field.choices.push_back({item.value, labelsOf(form, item.label)});
    if (control.itemset) addItemsetChoices(form, *control.itemset, field);
}

// Nodes that hold a value, in the order of the form.
std::vector<DefId> fieldNodes(const FormDefinition::Impl& form) {
    std::vector<DefId> fields;
    std::vector<DefId> pending{0};
    while (!pending.empty()) {
        const auto id = pending.back();
        pending.pop_back();
        const auto& node = form.nodes[id];
        pending.insert(pending.end(), node.children.rbegin(), node.children.rend());
        if (!node.group && (id != form.deprecatedIdNode || form.deprecatedIdInForm)) fields.push_back(id);
    }
    return fields;
}

} // namespace

std::vector<FieldInfo> collectFields(const FormDefinition::Impl& form) {
    std::vector<FieldInfo> fields;
    for (const auto id : fieldNodes(form)) {
        const auto& node = form.nodes[id];
        FieldInfo field;
        field.path = node.path;
        field.name = node.name;
        field.type = node.type;
        field.fieldClass = node.fieldClass;
        field.inRepeat = node.innermostRepeat != kNone;
        if (field.inRepeat) field.repeatPath = form.nodes[node.innermostRepeat].path;
        field.calculated = node.vertex(VertexKind::Calculate) != kNone;
        if (node.control != kNone) {
            const auto& control = form.controls[node.control];
            field.control = control.control;
            field.labels = labelsOf(form, control.label);
            addChoices(form, control, field);
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

FormDefinition::FormDefinition(std::unique_ptr<const Impl> impl)
    : m_impl(std::move(impl)) {}
FormDefinition::~FormDefinition() = default;

const std::string& FormDefinition::id() const {
    return m_impl->id;
}
const std::string& FormDefinition::version() const {
    return m_impl->version;
}
const std::string& FormDefinition::title() const {
    return m_impl->title;
}
const std::vector<Language>& FormDefinition::languages() const {
    return m_impl->languages;
}
const std::string& FormDefinition::defaultLanguage() const {
    return m_impl->defaultLanguage;
}
std::size_t FormDefinition::fieldCount() const {
    return fieldNodes(*m_impl).size();
}
const std::vector<FieldInfo>& FormDefinition::fields() const {
    std::call_once(m_impl->fieldsOnce, [this] { m_impl->fields = collectFields(*m_impl); });
    return m_impl->fields;
}

} // namespace peil::forms
