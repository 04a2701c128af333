// SPDX-License-Identifier: Apache-2.0

// What a designer should know before a form goes into the field, and what the screens do not show.

#include "definition/builder.h"

#include <algorithm>
#include <array>

namespace peil::forms {
namespace {

constexpr std::array<std::string_view, 14> kNotShown{
    "image-map", "placement-map", "bearing", "printer",  "ethiopian", "coptic", "islamic",
    "persian",   "bikram-sambat", "myanmar", "buddhist", "maps",      "map",    "new-front"};

void checkAppearances(Builder& builder, const ControlDef& control) {
    for (const auto& appearance : control.appearances) {
        const bool external = appearance.starts_with("ex:") || appearance.starts_with("search(");
        if (external || std::find(kNotShown.begin(), kNotShown.end(), appearance) != kNotShown.end())
            builder.warn("not-shown", builder.placeOf(control.node),
                         "The appearance \"" + appearance + "\" is not shown; the question appears in its plain form.");
    }
}

void checkMedia(Builder& builder, const ControlDef& control) {
    if (control.control != Control::Upload) return;
    for (const auto& [name, value] : control.attributes)
        if (name == "mediatype" && (value.starts_with("video") || value.starts_with("application")))
            builder.warn("not-shown", builder.placeOf(control.node),
                         "An upload of type " + value + " is not shown; only pictures, signatures and sound are.");
}

void checkType(Builder& builder, const NodeDef& node) {
    if (node.type == DataType::Geotrace || node.type == DataType::Geoshape || node.type == DataType::Intent)
        builder.warn("not-shown", node.path,
                     "This type of question is not shown; its answer can only be typed as text.");
}

void checkChoices(Builder& builder, const ControlDef& control) {
    const bool select =
        control.control == Control::Select || control.control == Control::Select1 || control.control == Control::Rank;
    if (select && control.items.empty() && !control.itemset &&
        builder.form.nodes[control.node].fieldClass == FieldClass::Sealed)
        builder.warn("no-choices", builder.placeOf(control.node), "This question has no choices.");
    std::vector<std::string> values;
    for (const auto& item : control.items)
        values.push_back(item.value);
    std::sort(values.begin(), values.end());
    if (const auto twice = std::adjacent_find(values.begin(), values.end()); twice != values.end())
        builder.warn("double-choice", builder.placeOf(control.node), "The choice \"" + *twice + "\" occurs twice.");
    if (!control.itemset || control.itemset->instanceId.empty()) return;
    for (const auto& instance : builder.form.instances)
        if (instance.id == control.itemset->instanceId) return;
    builder.error("unknown-instance", builder.placeOf(control.node),
                  "The choices come from the list \"" + control.itemset->instanceId +
                      "\", which the form does not have.");
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
        builder.error("class-too-open", node.path,
                      "Free text, dates, places and files may name a person and must stay sealed; take the class quota "
                      "or estimate away.");
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
                    builder.error("choice-name-without-choices", builder.placeOf(vertex.node),
                                  "jr:choice-name looks in " + path +
                                      ", which has no choices; name a select question.");
            }
}

void checkItext(Builder& builder) {
    const auto& form = builder.form;
    for (const auto& vertex : form.vertices)
        for (const auto& expression : vertex.expressions)
            for (const auto& id : literalsOf(expression, "jr:itext"))
                if (!form.itextIds.contains(id))
                    builder.error("missing-itext", builder.placeOf(vertex.node),
                                  "The text \"" + id + "\" is in no translation; add it to the itext block.");
}

} // namespace

void checkForm(Builder& builder) {
    for (const auto& control : builder.form.controls) {
        checkAppearances(builder, control);
        checkMedia(builder, control);
        checkChoices(builder, control);
    }
    for (const auto& node : builder.form.nodes) {
        if (node.control != kNone) checkType(builder, node);
        checkClass(builder, node);
    }
    checkLoads(builder);
    checkItext(builder);
    if (builder.form.id.empty())
        builder.warn("no-id", "the form",
                     "The form has no id; give the document element of its instance the attribute id.");
}

} // namespace peil::forms
