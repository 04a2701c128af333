// SPDX-License-Identifier: Apache-2.0

// Warnings for the designer, and features that the screens do not show.

#include "definition/builder.h"

#include "peil/base/text.h"
#include "peil/forms/capabilities.h"

#include <algorithm>
#include <array>

namespace peil::forms {
namespace {

/// What the tablet's screens do not do of the appearances and attributes of one part of the body (capabilities.h).
void checkDetails(Builder& builder, Kinds kind, DefId node, const std::vector<std::string>& appearances,
                  const BodyAttributes& attributes) {
    const auto say = [&](Property property, const std::string& what, std::string_view how) {
        builder.warn("not_shown", Builder::spotOf(node, property), what + " is not shown; " + std::string(how) + ".");
    };
    const bool section = (kind & kSections) != 0;
    const bool search = std::ranges::find(appearances, "search") != appearances.end();
    for (const auto& appearance : appearances) {
        if (search && appearance == "autocomplete") continue; // the parser adds it
        const auto* entry = appearanceCapability(kind, appearance);
        if (entry != nullptr && entry->shown == Shown::Yes) continue;
        say(Property::Appearance, "The appearance \"" + appearance + "\"",
            entry != nullptr                                        ? entry->how
            : appearanceCapability(~Kinds{}, appearance) != nullptr ? "it is for other question types"
            : section                                               ? "the group appears without it"
                                                                    : "the question appears without it");
    }
    for (const auto& [name, value] : attributes) {
        const bool foreign = name.find(':') != std::string::npos; // of other programs
        const auto* entry = attributeCapability(kind, name);
        if (foreign || (entry != nullptr && entry->shown == Shown::Yes)) continue;
        if (entry == nullptr)
            say(Property::Parameters, "The attribute \"" + name + "\"", "it has no effect");
        else
            say(Property::Parameters, "The parameter \"" + std::string(entry->name) + "\"", entry->how);
    }
}

/// What the screens do not show of a question, or show in another way.
void checkShown(Builder& builder, const ControlDef& control) {
    const auto& node = builder.form.nodes[control.node];
    const auto* question = questionCapability(control.control, node.type);
    if (question == nullptr || question->widget == Widget::Unsupported) {
        builder.warn("not_shown", Builder::spotOf(control.node, Property::Type),
                     "The tablet does not show " +
                         std::string(question == nullptr ? "questions of this type" : question->name) + "; \"" +
                         node.name + "\" appears with a message instead.",
                     "Use another question type, or ask it on paper.");
        return; // nothing of it is shown, so its details need no words
    }
    checkDetails(builder, kinds(question->widget), control.node, control.appearances, control.attributes);
}

/// The same of groups and repeats. A group without a node of its own is named by the node around it.
void checkSections(Builder& builder, const std::vector<BodyNode>& body, DefId around) {
    for (const auto& each : body) {
        if (each.kind == BodyNode::Kind::Control) continue;
        const auto node = each.node == kNone ? around : each.node;
        checkDetails(builder, each.kind == BodyNode::Kind::Group ? kGroup : kRepeat, node, each.appearances,
                     each.attributes);
        checkSections(builder, each.children, node);
    }
}

void checkChoices(Builder& builder, const ControlDef& control) {
    if (control.isSelect() && control.items.empty() && !control.itemset &&
        builder.form.nodes[control.node].fieldClass == FieldClass::Sealed)
        builder.warn("no_choices", Builder::spotOf(control.node, Property::ItemSet), "This question has no choices.");
    std::vector<std::string> values;
    for (const auto& item : control.items)
        values.push_back(item.value);
    std::sort(values.begin(), values.end());
    if (const auto twice = std::adjacent_find(values.begin(), values.end()); twice != values.end())
        builder.warn("duplicate_choice", Builder::spotOf(control.node, Property::ItemSet),
                     "The choice \"" + *twice + "\" occurs twice.");
    if (!control.itemset || control.itemset->instanceId.empty()) return;
    if (control.itemset->instanceId == builder.form.primaryInstanceId) return;
    for (const auto& instance : builder.form.instances)
        if (instance.id == control.itemset->instanceId) return;
    builder.error("unknown_instance", Builder::spotOf(control.node, Property::ItemSet),
                  "The choices come from the list \"" + control.itemset->instanceId + "\", which is not in the form.");
}

// The server may read quota and estimate fields: nothing that can name a person may be among them.
void checkClass(Builder& builder, const NodeDef& node) {
    if (node.fieldClass == FieldClass::Sealed || node.control == kNone) return;
    const auto& control = builder.form.controls[node.control];
    const bool text = node.type == DataType::String || node.type == DataType::Barcode ||
                      node.type == DataType::Binary || node.type == DataType::Intent;
    const bool date = node.type == DataType::Date || node.type == DataType::DateTime || node.type == DataType::Time;
    const bool place =
        node.type == DataType::Geopoint || node.type == DataType::Geotrace || node.type == DataType::Geoshape;
    const bool typed =
        control.control == Control::Input || control.control == Control::Secret || control.control == Control::Upload;
    if (control.control == Control::Upload || (typed && (text || date || place)))
        builder.error("class_too_open", Builder::spotNamed(node.path, Property::Class),
                      "Free text, dates, places and files can identify a person and must be sealed.",
                      "Remove the class quota or estimate.");
}

void checkLoads(Builder& builder) {
    const auto& form = builder.form;
    for (const auto& vertex : form.vertices)
        for (const auto& expression : vertex.expressions)
            for (const auto& path : literalsOf(expression, "jr:choice-name")) {
                if (path.find('/') == std::string::npos) continue; // the value may be a literal too
                const auto target = builder.resolve(path, vertex.node).node;
                const bool choices = target != kNone && form.nodes[target].control != kNone &&
                                     (!form.controls[form.nodes[target].control].items.empty() ||
                                      form.controls[form.nodes[target].control].itemset);
                if (!choices)
                    builder.error("choice_name_without_choices", Builder::spotOf(vertex.node, propertyOf(vertex.kind)),
                                  "jr:choice-name refers to " + path + ", which has no choices.",
                                  "Use the name of a select question.");
            }
}

void checkItext(Builder& builder) {
    const auto& form = builder.form;
    for (const auto& vertex : form.vertices)
        for (const auto& expression : vertex.expressions)
            for (const auto& id : literalsOf(expression, "jr:itext"))
                if (!form.itextIds.contains(id))
                    builder.error("missing_itext", Builder::spotOf(vertex.node, propertyOf(vertex.kind)),
                                  "The text \"" + id + "\" is in no translation.", "Add it to the itext block.");
}

/// Said once: a form can have a sound for each of its choices.
void checkMedia(Builder& builder) {
    std::size_t texts = 0;
    for (const auto& language : builder.form.itext)
        texts = std::max(texts, static_cast<std::size_t>(std::ranges::count_if(language.entries, [](const auto& entry) {
                             return entry && !(entry->extras().audio + entry->extras().video).empty();
                         })));
    if (texts > 0)
        builder.warn("not_shown", Builder::spotOf(kNone),
                     std::string(unaskedCapability("media::audio")->why) + "; " + std::to_string(texts) +
                         (texts == 1 ? " text has them." : " texts have them."));
}

void checkMeta(Builder& builder) {
    const auto& form = builder.form;
    if (const auto audit = form.byPath.find(form.nodes[0].path + "/meta/audit"); audit != form.byPath.end())
        builder.warn("not_recorded", Builder::spotNamed(audit->first, Property::Type),
                     std::string(unaskedCapability("audit")->why) + ".",
                     "Remove the row audit, or ignore this warning.");
    if (!form.submissionKey.empty())
        builder.warn("not_recorded", Builder::spotNamed("submission"),
                     "The public key in the form is not used: interviews are sealed with the key of the study.");
}

// Entities are declared in a meta block, of the form or of a repeat.
const NodeDef* firstEntity(const FormDefinition::Impl& form) {
    for (const auto& node : form.nodes)
        if (node.name == "entity" && !node.attribute && node.parent != kNone && form.nodes[node.parent].name == "meta")
            return &node;
    return nullptr;
}

} // namespace

// Only a warning: interviews are not affected. The program that reads the records creates the entities.
void checkEntities(Builder& builder, Xml model) {
    constexpr std::array<std::string_view, 4> kVersions{"2022.1", "2023.1", "2024.1", "2025.1"};
    const auto* entity = firstEntity(builder.form);
    const auto* text = builder.xml.attribute(model, "entities-version", ns::kEntities);
    if (text == nullptr) {
        if (entity != nullptr)
            builder.warn("entities_version", Builder::spotNamed(entity->path),
                         "The form creates entities but does not state the version of the entities specification.",
                         "Give its model the attribute entities:entities-version, for example \"2024.1.0\"; otherwise "
                         "its records may not create entities.");
        return;
    }
    const auto version = trim(text);
    const bool known = std::any_of(kVersions.begin(), kVersions.end(), [&](std::string_view each) {
        return version == each || (version.starts_with(each) && version[each.size()] == '.');
    });
    if (!known)
        builder.warn("entities_version", Builder::spotNamed(entity == nullptr ? "model" : entity->path),
                     "The form's entities use version \"" + std::string(version) +
                         "\" of the entities specification, which is unknown; its records may not create entities.",
                     "Use 2022.1, 2023.1, 2024.1 or 2025.1.");
}

void checkForm(Builder& builder) {
    checkSections(builder, builder.form.body, 0);
    for (const auto& control : builder.form.controls) {
        checkShown(builder, control);
        checkChoices(builder, control);
    }
    for (const auto& node : builder.form.nodes) {
        checkClass(builder, node);
    }
    checkLoads(builder);
    checkListColumns(builder);
    checkMedia(builder);
    checkMeta(builder);
    checkItext(builder);
    if (builder.form.id.empty())
        builder.warn("no_id", Builder::spotOf(kNone), "The form has no id.",
                     "Give the document element of its instance the attribute id.");
}

} // namespace peil::forms
