// SPDX-License-Identifier: Apache-2.0
#include "writers.h"

#include "peil/base/text.h"

namespace peil::xlsform {

namespace {

class BodyWriter {
public:
    explicit BodyWriter(Output& output) : m_out(output) {}

    void children(pugi::xml_node parent, const Element& element) {
        for (const auto& child : element.children) node(parent, *child);
    }

private:
    void node(pugi::xml_node parent, const Element& element);
    void group(pugi::xml_node parent, const Element& element);
    void repeat(pugi::xml_node parent, const Element& element);
    void question(pugi::xml_node parent, const Element& element);
    void texts(pugi::xml_node control, const Element& element, bool labelAlways);
    void attributes(pugi::xml_node control, const Element& element);
    void itemset(pugi::xml_node control, const Element& element);
    void actions(pugi::xml_node control, const Element& element);
    void defaultsInside(pugi::xml_node repeat, const Element& element);
    std::string choicesOf(const Element& element);

    Output& m_out;
};

void BodyWriter::texts(pugi::xml_node control, const Element& element, bool labelAlways) {
    if (labelNeedsItext(element)) {
        control.append_child("label").append_attribute("ref").set_value(("jr:itext('" + element.path + ":label')").c_str());
    } else if (!element.label.empty() || labelAlways) {
        auto label = control.append_child("label");
        if (!element.label.empty())
            m_out.references.writeText(label, element.label.front().second, element, element.place("label"));
    }
    if (hintNeedsItext(element)) {
        control.append_child("hint").append_attribute("ref").set_value(("jr:itext('" + element.path + ":hint')").c_str());
    } else if (!element.hint.empty()) {
        m_out.references.writeText(control.append_child("hint"), element.hint.front().second, element,
                                   element.place("hint"));
    }
}

void BodyWriter::attributes(pugi::xml_node control, const Element& element) {
    if (!element.appearance.empty())
        control.append_attribute("appearance").set_value(
            m_out.references.expression(element.appearance, element, element.place("appearance")).c_str());
    if (element.row == nullptr) return;
    for (const auto& [name, value] : element.row->withPrefix("body::")) {
        const auto resolved = m_out.references.expression(value, element, element.place("body::" + name));
        control.append_attribute(name.c_str()).set_value(resolved.c_str());
    }
}

void BodyWriter::node(pugi::xml_node parent, const Element& element) {
    if (element.kind == ElementKind::Group) group(parent, element);
    else if (element.kind == ElementKind::Repeat) repeat(parent, element);
    else question(parent, element);
}

void BodyWriter::group(pugi::xml_node parent, const Element& element) {
    auto group = parent.append_child("group");
    group.append_attribute("ref").set_value(element.path.c_str());
    attributes(group, element);
    texts(group, element, false);
    children(group, element);
}

void BodyWriter::defaultsInside(pugi::xml_node repeat, const Element& element) {
    for (const auto& child : element.children) {
        if (child->kind == ElementKind::Group) defaultsInside(repeat, *child);
        if (child->kind != ElementKind::Question || !hasDynamicDefault(*child)) continue;
        auto action = repeat.append_child("setvalue");
        action.append_attribute("ref").set_value(child->path.c_str());
        action.append_attribute("event").set_value(loadEvents(*child).c_str());
        action.append_attribute("value").set_value(
            m_out.references.expression(child->defaultValue, *child, child->place("default")).c_str());
    }
}

void BodyWriter::repeat(pugi::xml_node parent, const Element& element) {
    auto group = parent.append_child("group");
    group.append_attribute("ref").set_value(element.path.c_str());
    texts(group, element, true);
    auto repeat = group.append_child("repeat");
    repeat.append_attribute("nodeset").set_value(element.path.c_str());
    if (!element.repeatCount.empty())
        repeat.append_attribute("jr:count").set_value(
            m_out.references.expression(element.repeatCount, element, element.place("repeat_count")).c_str());
    attributes(repeat, element);
    defaultsInside(repeat, element);
    children(repeat, element);
}

std::string BodyWriter::choicesOf(const Element& element) {
    std::string nodeset = "instance('" +
                          (element.type.source == SelectSource::File ? fileStem(element.type.list) : element.type.list) +
                          "')/root/item";
    if (!element.choiceFilter.empty())
        nodeset += "[" +
                   m_out.references.expression(element.choiceFilter, element, element.place("choice_filter"),
                                               PathBase::Current) +
                   "]";
    const auto randomize = element.parameters.find("randomize");
    if (randomize == element.parameters.end() || toLowerAscii(randomize->second) != "true") return nodeset;
    const auto seed = element.parameters.find("seed");
    if (seed == element.parameters.end()) return "randomize(" + nodeset + ")";
    return "randomize(" + nodeset + ", " +
           m_out.references.expression(seed->second, element, element.place("parameters")) + ")";
}

void BodyWriter::itemset(pugi::xml_node control, const Element& element) {
    auto itemset = control.append_child("itemset");
    itemset.append_attribute("nodeset").set_value(choicesOf(element).c_str());
    const auto* list = m_out.form.list(element.type.list);
    const bool itext = list != nullptr && list->needsItext;
    itemset.append_child("value").append_attribute("ref").set_value("name");
    itemset.append_child("label").append_attribute("ref").set_value(itext ? "jr:itext(itextId)" : "label");
}

void BodyWriter::actions(pugi::xml_node control, const Element& element) {
    forEach(m_out.form.root, [&](const Element& target) {
        for (const auto& trigger : target.triggers) {
            if (trigger != element.name) continue;
            auto action = control.append_child("setvalue");
            action.append_attribute("ref").set_value(target.path.c_str());
            action.append_attribute("event").set_value("xforms-value-changed");
            if (target.calculation.empty()) continue;
            action.append_attribute("value").set_value(
                m_out.references.expression(target.calculation, target, target.place("calculation")).c_str());
        }
    });
}

void BodyWriter::question(pugi::xml_node parent, const Element& element) {
    if (!isVisible(element)) return;
    const auto& type = *element.type.info;
    auto control = parent.append_child(std::string(type.control).c_str());
    control.append_attribute("ref").set_value(element.path.c_str());
    if (!type.mediaType.empty()) control.append_attribute("mediatype").set_value(std::string(type.mediaType).c_str());
    attributes(control, element);
    texts(control, element, true);
    if (isSelect(type)) itemset(control, element);
    actions(control, element);
}

} // namespace

void writeBody(pugi::xml_node body, Output& output) {
    if (const auto style = output.form.setting.find("style"); style != output.form.setting.end())
        body.append_attribute("class").set_value(style->second.c_str());
    BodyWriter(output).children(body, output.form.root);
}

} // namespace peil::xlsform
