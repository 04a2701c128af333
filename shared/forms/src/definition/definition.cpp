// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace peil::forms {

namespace {

/// The plain text of a label in one language, outputs left out.
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

std::vector<ChoiceInfo> itemsetChoices(const FormDefinition::Impl& form, const ItemsetDef& itemset) {
    constexpr std::size_t kMaxListed = 2000;
    const auto instance =
        std::ranges::find_if(form.instances, [&](const auto& one) { return one.id == itemset.instanceId; });
    if (instance == form.instances.end() || !instance->content) return {};
    const auto& document = *instance->content->document();
    const auto root = document.documentElement();
    if (root == xpath::kNoNode) return {};
    std::vector<ChoiceInfo> choices;
    for (auto item = document.firstChild(root); item != xpath::kNoNode && choices.size() < kMaxListed;
         item = document.nextSibling(item))
        if (document.kind(item) == xpath::NodeKind::Element)
            choices.push_back({childText(document, item, itemset.valueRef), itemLabels(form, itemset, document, item)});
    return choices;
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

FieldInfo bareFacts(const FormDefinition::Impl& form, const NodeDef& node) {
    FieldInfo field;
    field.path = node.path;
    field.name = node.name;
    field.type = node.type;
    field.fieldClass = node.fieldClass;
    field.inRepeat = node.innermostRepeat != kNone;
    if (field.inRepeat) field.repeatPath = form.nodes[node.innermostRepeat].path;
    field.calculated = node.vertex(VertexKind::Calculate) != kNone;
    const auto readonly = node.vertex(VertexKind::Readonly);
    field.note =
        !field.calculated && readonly != kNone && form.vertices[readonly].expressions.back().text() == "true()";
    if (node.control != kNone) field.control = form.controls[node.control].control;
    return field;
}

/// Makes the facts of a form.
class FactsMaker {
public:
    explicit FactsMaker(const FormDefinition::Impl& form)
        : m_form(form) {}

    FieldFacts make() {
        for (const auto id : fieldNodes(m_form)) {
            const auto& node = m_form.nodes[id];
            auto& field = m_facts.fields.emplace_back(bareFacts(m_form, node));
            if (node.control == kNone) continue;
            field.labels = labelsOf(m_form, m_form.controls[node.control].label);
            field.choices = choicesOf(m_form.controls[node.control]);
        }
        return std::move(m_facts);
    }

private:
    std::span<const ChoiceInfo> choicesOf(const ControlDef& control) {
        if (control.items.empty())
            return control.itemset ? sharedList(*control.itemset) : std::span<const ChoiceInfo>();
        auto& list = m_facts.lists.emplace_back();
        for (const auto& item : control.items)
            list.push_back({item.value, labelsOf(m_form, item.label)});
        if (control.itemset) std::ranges::move(itemsetChoices(m_form, *control.itemset), std::back_inserter(list));
        return list;
    }

    // The same for every question that takes the same children of the same instance.
    std::span<const ChoiceInfo> sharedList(const ItemsetDef& itemset) {
        const auto label = itemset.label.expression ? itemset.label.expression->text() : std::string();
        const auto [place, isNew] = m_lists.try_emplace(
            {itemset.instanceId, itemset.valueRef, label, itemset.label.kind == TextSource::Kind::ItextExpression},
            m_facts.lists.size());
        if (isNew) m_facts.lists.push_back(itemsetChoices(m_form, itemset));
        return m_facts.lists[place->second];
    }

    const FormDefinition::Impl& m_form;
    FieldFacts m_facts;
    std::map<std::tuple<std::string, std::string, std::string, bool>, std::size_t> m_lists;
};

} // namespace

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
std::vector<std::string> FormDefinition::mediaFiles() const {
    std::set<std::string> files;
    for (const auto& language : m_impl->itext)
        for (const auto& entry : language.entries)
            if (entry)
                for (const auto* file : {&entry->extras().image, &entry->extras().bigImage, &entry->extras().audio,
                                         &entry->extras().video})
                    if (!file->empty()) files.insert(*file);
    return {files.begin(), files.end()};
}
std::size_t FormDefinition::fieldCount() const {
    return fieldNodes(*m_impl).size();
}
std::vector<FieldInfo> FormDefinition::bareFields() const {
    std::vector<FieldInfo> fields;
    for (const auto id : fieldNodes(*m_impl))
        fields.push_back(bareFacts(*m_impl, m_impl->nodes[id]));
    return fields;
}
const std::vector<FieldInfo>& FormDefinition::fields() const {
    std::call_once(m_impl->factsOnce, [this] { m_impl->facts = FactsMaker(*m_impl).make(); });
    return m_impl->facts.fields;
}

} // namespace peil::forms
