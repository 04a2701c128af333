// SPDX-License-Identifier: Apache-2.0
#include "form_bounds.h"
#include "writers.h"

#include "peil/base/text.h"
#include "peil/forms/capabilities.h"

#include <set>

namespace peil::xlsform {

namespace {

class BodyWriter {
public:
    explicit BodyWriter(Output& output)
        : m_out(output) {
        forEach(output.form.root, [&](const Element& target) {
            for (const auto& trigger : target.triggers)
                m_triggered[trigger].push_back(&target);
            sources(target);
        });
        if (output.form.entities)
            for (const Row& row : output.form.entities->rows())
                m_geometrySources.insert(row.text("list_name"));
    }

    void children(pugi::xml_node parent, const Element& element) {
        for (const auto& child : element.children)
            node(parent, *child);
    }

    /// Triggers that name nothing, or nothing that a person answers.
    void checkTriggers() {
        for (const auto& [name, targets] : m_triggered) {
            for (const Element* target : targets) {
                const auto place = target->place("trigger");
                const Element* source = m_out.references.find(name, place);
                if (source != nullptr && (source->kind != ElementKind::Question || !isVisible(*source)))
                    m_out.reporter.error("hidden_trigger", place,
                                         "\"" + name + "\" is not shown, so it cannot trigger anything.",
                                         "Use a question that the interviewer answers.");
            }
        }
    }

private:
    void sources(const Element& element);
    bool mayInline(std::size_t items, const Place& place);
    void node(pugi::xml_node parent, const Element& element);
    void group(pugi::xml_node parent, const Element& element);
    void repeat(pugi::xml_node parent, const Element& element);
    void question(pugi::xml_node parent, const Element& element);
    void external(pugi::xml_node parent, const Element& element);
    void texts(pugi::xml_node control, const Element& element, bool labelAlways, bool hint);
    void attributes(pugi::xml_node control, const Element& element);
    void parameters(pugi::xml_node control, const Element& element);
    void choices(pugi::xml_node control, const Element& element);
    void itemset(pugi::xml_node control, const std::string& nodeset, const std::string& value,
                 const std::string& label);
    void inlineChoices(pugi::xml_node control, const Element& element);
    void geometry(pugi::xml_node control, const Element& element);
    void tags(pugi::xml_node control, const Element& element);
    std::vector<const Row*> osmRows(const std::string& list, const Element& element);
    void triggered(pugi::xml_node control, const Element& element);
    void newRepeatActions(pugi::xml_node repeat, const Element& element);
    std::string filter(const Element& element);
    std::string randomized(const std::string& nodeset, const Element& element);
    std::string repeatNodeset(const Element& target, const std::string& value, const Element& element);

    Output& m_out;
    std::map<std::string, std::vector<const Element*>> m_triggered;
    std::set<std::string> m_geometrySources; ///< ids of instances that reference-geometry may name
    std::set<std::string> m_listsWithoutSearch;
    std::map<std::string, std::vector<const Row*>> m_osm; ///< rows of the osm sheet by list
    std::size_t m_inlineItems = 0;                        ///< choices and tags in controls
};

void BodyWriter::sources(const Element& element) {
    const auto* type = element.type.info;
    if (type == nullptr) return;
    if (!hasNode(*type)) m_geometrySources.insert(element.name);
    if (!isSelect(*type)) return;
    if (element.type.source == SelectSource::File) m_geometrySources.insert(fileStem(element.type.list));
    if (!usesSearch(element)) m_listsWithoutSearch.insert(element.type.list);
}

/// Counts what is about to be written into a control. @return false, after an error, when it has become too much.
bool BodyWriter::mayInline(std::size_t items, const Place& place) {
    const bool before = m_inlineItems <= kMaxInlineItems;
    m_inlineItems += items;
    if (m_inlineItems <= kMaxInlineItems) return true;
    if (before)
        m_out.reporter.error("too_large_form", place,
                             "The questions with search() or osm have more than " + std::to_string(kMaxInlineItems) +
                                 " choices in total.",
                             "Use shorter lists.");
    return false;
}

void BodyWriter::texts(pugi::xml_node control, const Element& element, bool labelAlways, bool hint) {
    if (labelNeedsItext(element)) {
        control.append_child("label").append_attribute("ref").set_value(
            ("jr:itext('" + element.path + ":label')").c_str());
    } else if (!element.label.empty() || labelAlways) {
        auto label = control.append_child("label");
        if (!element.label.empty())
            m_out.references.writeText(label, element.label.front().second, element, element.place("label"));
    }
    if (!hint) return;
    if (hintNeedsItext(element)) {
        control.append_child("hint").append_attribute("ref").set_value(
            ("jr:itext('" + element.path + ":hint')").c_str());
    } else if (!element.hint.empty()) {
        m_out.references.writeText(control.append_child("hint"), element.hint.front().second, element,
                                   element.place("hint"));
    }
}

void BodyWriter::attributes(pugi::xml_node control, const Element& element) {
    const auto set = [&](const char* name, const std::string& value) {
        if (value.empty()) return;
        auto attribute = control.attribute(name);
        if (!attribute) attribute = control.append_attribute(name);
        attribute.set_value(value.c_str());
    };
    if (!element.appearance.empty())
        set("appearance", m_out.references.expression(element.appearance, element, element.place("appearance")));
    if (element.row == nullptr || element.generated) return;
    for (const auto* name : {"autoplay", "rows", "intent"})
        set(name, m_out.references.expression(element.row->text(name), element, element.place(name)));
    for (const auto& [name, value] : element.row->withPrefix("body::"))
        if (isUsableAttribute(m_out.form, name, element.place("body::" + name), m_out.reporter))
            set(name.c_str(), m_out.references.expression(value, element, element.place("body::" + name)));
}

void BodyWriter::parameters(pugi::xml_node control, const Element& element) {
    for (const auto& each : forms::kParameterCapabilities)
        if (const auto value = parameter(element, each.name); !value.empty() && !each.attribute.empty())
            control.append_attribute(std::string(each.attribute).c_str()).set_value(value.c_str());
}

void BodyWriter::node(pugi::xml_node parent, const Element& element) {
    if (element.kind == ElementKind::Group)
        group(parent, element);
    else if (element.kind == ElementKind::Repeat)
        repeat(parent, element);
    else
        question(parent, element);
}

void BodyWriter::group(pugi::xml_node parent, const Element& element) {
    auto group = parent.append_child("group");
    group.append_attribute("ref").set_value(element.path.c_str());
    attributes(group, element);
    texts(group, element, false, false);
    children(group, element);
}

void BodyWriter::newRepeatActions(pugi::xml_node repeat, const Element& element) {
    const auto action = [&](const std::string& ref, const std::string& value) {
        auto node = repeat.append_child("setvalue");
        node.append_attribute("ref").set_value(ref.c_str());
        node.append_attribute("event").set_value("odk-new-repeat");
        node.append_attribute("value").set_value(value.c_str());
    };
    for (const auto& child : element.children) {
        if (child->kind == ElementKind::Group) newRepeatActions(repeat, *child);
        if (hasDynamicDefault(*child))
            action(child->path, m_out.references.expression(child->defaultValue, *child, child->place("default")));
    }
    if (element.entity && !element.entity->updates()) action(element.path + "/meta/entity/@id", "uuid()");
}

void BodyWriter::repeat(pugi::xml_node parent, const Element& element) {
    auto group = parent.append_child("group");
    group.append_attribute("ref").set_value(element.path.c_str());
    texts(group, element, true, false);
    auto repeat = group.append_child("repeat");
    repeat.append_attribute("nodeset").set_value(element.path.c_str());
    if (!element.repeatCount.empty())
        repeat.append_attribute("jr:count")
            .set_value(m_out.references.logic(element.repeatCount, element, element.place("repeat_count")).c_str());
    attributes(repeat, element);
    children(repeat, element);
    newRepeatActions(repeat, element);
}

std::string BodyWriter::filter(const Element& element) {
    if (element.choiceFilter.empty()) return {};
    return m_out.references.logic(element.choiceFilter, element, element.place("choice_filter"), PathBase::Current);
}

std::string BodyWriter::randomized(const std::string& nodeset, const Element& element) {
    if (toLowerAscii(parameter(element, "randomize")) != "true") return nodeset;
    const auto seed = parameter(element, "seed");
    if (seed.empty()) return "randomize(" + nodeset + ")";
    return "randomize(" + nodeset + ", " + m_out.references.expression(seed, element, element.place("parameters")) +
           ")";
}

void BodyWriter::itemset(pugi::xml_node control, const std::string& nodeset, const std::string& value,
                         const std::string& label) {
    auto itemset = control.append_child("itemset");
    itemset.append_attribute("nodeset").set_value(nodeset.c_str());
    itemset.append_child("value").append_attribute("ref").set_value(value.c_str());
    itemset.append_child("label").append_attribute("ref").set_value(label.c_str());
}

/// The instances of the repeat that holds `target`, as choices: those in which `value` is answered.
std::string BodyWriter::repeatNodeset(const Element& target, const std::string& value, const Element& element) {
    const Element* repeat = target.kind == ElementKind::Repeat ? &target : target.enclosingRepeat();
    std::string condition = "./" + value + " != ''";
    if (!element.choiceFilter.empty())
        condition =
            m_out.references.itemCondition(element.choiceFilter, *repeat, element, element.place("choice_filter"));
    const auto instances = repeat == &target ? m_out.references.pathTo(*repeat, element, PathBase::Node)
                                             : m_out.references.instancesOf(*repeat, element);
    return instances + "[" + condition + "]";
}

void BodyWriter::choices(pugi::xml_node control, const Element& element) {
    const auto place = element.place("type");
    if (usesSearch(element)) return inlineChoices(control, element);
    if (const auto names = referencedNames(element.type.list); !names.empty()) {
        const Element* target = m_out.references.find(names.front(), place);
        if (target == nullptr) return;
        if (target->enclosingRepeat() == nullptr)
            return m_out.reporter.error("not_in_repeat", place,
                                        "\"" + target->name +
                                            "\" is not in a repeat, so its answers cannot be choices.",
                                        "Use a question in a repeat.");
        const auto value = target->path.substr(target->enclosingRepeat()->path.size() + 1);
        return itemset(control, randomized(repeatNodeset(*target, value, element), element), value, value);
    }
    const bool file = element.type.source == SelectSource::File;
    std::string nodeset = "instance('" + (file ? fileStem(element.type.list) : element.type.list) + "')/root/item";
    if (const auto condition = filter(element); !condition.empty()) nodeset += "[" + condition + "]";
    const auto orElse = [](const std::string& text, const std::string& fallback) {
        return text.empty() ? fallback : text;
    };
    if (file) {
        const bool geojson = element.type.list.ends_with(".geojson");
        return itemset(control, randomized(nodeset, element),
                       orElse(parameter(element, "value"), geojson ? "id" : "name"),
                       orElse(parameter(element, "label"), geojson ? "title" : "label"));
    }
    const auto* list = m_out.form.list(element.type.list);
    itemset(control, randomized(nodeset, element), "name",
            list != nullptr && list->needsItext ? "jr:itext(itextId)" : "label");
}

void BodyWriter::inlineChoices(pugi::xml_node control, const Element& element) {
    const auto* list = m_out.form.list(element.type.list);
    const auto place = element.place("appearance");
    if (element.type.source == SelectSource::File)
        return m_out.reporter.error("search_in_file", place, "search() does not work with a select from a file.",
                                    "Use one of the two.");
    if (list == nullptr) return;
    if (m_listsWithoutSearch.contains(list->name))
        m_out.reporter.error("mixed_search", place,
                             "The list \"" + list->name +
                                 "\" is used with search() here and without it by another question.",
                             "Use a different list for one of them.");
    if (!mayInline(list->rows.size(), place)) return;
    for (std::size_t i = 0; i < list->rows.size(); ++i) {
        const Row& row = *list->rows[i];
        auto item = control.append_child("item");
        auto label = item.append_child("label");
        const auto text = row.translations("label");
        if (list->needsItext)
            label.append_attribute("ref").set_value(
                ("jr:itext('" + list->name + "-" + std::to_string(i) + "')").c_str());
        else if (!text.empty())
            m_out.references.writeText(label, text.front().second, element, row.place("label"));
        item.append_child("value").text().set(row.text("name").c_str());
    }
}

/// reference-geometry: what a map shows beside the answer.
void BodyWriter::geometry(pugi::xml_node control, const Element& element) {
    const auto source = parameter(element, "reference-geometry");
    if (source.empty()) return;
    const auto place = element.place("parameters");
    if (const auto names = referencedNames(source); !names.empty()) {
        const Element* target = m_out.references.find(names.front(), place);
        if (target == nullptr) return;
        if (target->kind != ElementKind::Repeat)
            return m_out.reporter.error("bad_geometry", place,
                                        "reference-geometry needs a repeat, but \"" + target->name +
                                            "\" is not a repeat.",
                                        "Name a repeat, or a list.");
        return itemset(control, repeatNodeset(*target, "geometry", element), "geometry", "geometry");
    }
    std::string label = "label";
    const auto* list = m_out.form.list(source);
    if (list != nullptr && list->needsItext) label = "jr:itext(itextId)";
    if (list == nullptr && !m_geometrySources.contains(source))
        return m_out.reporter.error("bad_geometry", place,
                                    "There is no list, file or repeat \"" + source + "\" for reference-geometry.",
                                    m_out.reporter.hint(source, [&] { return m_out.form.listNames(); }));
    std::string nodeset = "instance('" + source + "')/root/item";
    if (const auto condition = filter(element); !condition.empty()) nodeset += "[" + condition + "]";
    itemset(control, nodeset, "name", label);
}

/// The rows of a list of the osm sheet that may be written into a control.
std::vector<const Row*> BodyWriter::osmRows(const std::string& list, const Element& element) {
    if (m_osm.empty() && m_out.form.osm)
        for (const Row& row : m_out.form.osm->rows())
            m_osm[row.text("list_name")].push_back(&row);
    const auto found = m_osm.find(list);
    if (list.empty() || found == m_osm.end() || !mayInline(found->second.size(), element.place("type"))) return {};
    return found->second;
}

void BodyWriter::tags(pugi::xml_node control, const Element& element) {
    const auto label = [](pugi::xml_node node, const Row& row) {
        if (const auto text = row.translations("label"); !text.empty())
            node.append_child("label").text().set(text.front().second.data(), text.front().second.size());
    };
    for (const Row* row : osmRows(element.type.list, element)) {
        auto tag = control.append_child("tag");
        tag.append_attribute("key").set_value(row->text("name").c_str());
        label(tag, *row);
        // A list that has the name of a tag holds the choices for that tag.
        for (const Row* choice : osmRows(row->text("name"), element)) {
            auto item = tag.append_child("item");
            label(item, *choice);
            item.append_child("value").text().set(choice->text("name").c_str());
        }
    }
}

void BodyWriter::triggered(pugi::xml_node control, const Element& element) {
    const auto found = m_triggered.find(element.name);
    if (found == m_triggered.end()) return;
    for (const Element* target : found->second) {
        const bool point = target->type.info != nullptr && target->type.info->name == "background-geopoint";
        auto action = control.append_child(point ? "odk:setgeopoint" : "setvalue");
        action.append_attribute("ref").set_value(target->path.c_str());
        action.append_attribute("event").set_value("xforms-value-changed");
        if (point || target->calculation.empty()) continue;
        action.append_attribute("value").set_value(
            m_out.references.logic(target->calculation, *target, target->place("calculation")).c_str());
    }
}

void BodyWriter::external(pugi::xml_node parent, const Element& element) {
    auto control = parent.append_child("input");
    control.append_attribute("ref").set_value(element.path.c_str());
    std::string query = "instance('" + element.type.list + "')/root/item";
    if (!element.choiceFilter.empty())
        query += "[" + m_out.references.logic(element.choiceFilter, element, element.place("choice_filter")) + "]";
    control.append_attribute("query").set_value(query.c_str());
    attributes(control, element);
    texts(control, element, true, true);
    triggered(control, element);
}

void BodyWriter::question(pugi::xml_node parent, const Element& element) {
    if (!isVisible(element)) return;
    const auto& type = *element.type.info;
    if (isSelect(type) && element.type.source == SelectSource::External) return external(parent, element);
    auto control = parent.append_child(std::string(type.control).c_str());
    control.append_attribute("ref").set_value(element.path.c_str());
    if (!type.mediaType.empty()) control.append_attribute("mediatype").set_value(std::string(type.mediaType).c_str());
    attributes(control, element);
    parameters(control, element);
    texts(control, element, true, true);
    if (isSelect(type)) choices(control, element);
    if (type.name == "osm") tags(control, element);
    if (const auto labels = parameter(element, "tick_labelset"); !labels.empty()) {
        const auto* list = m_out.form.list(labels);
        itemset(control, "instance('" + labels + "')/root/item", "name",
                list != nullptr && list->needsItext ? "jr:itext(itextId)" : "label");
    }
    geometry(control, element);
    triggered(control, element);
}

} // namespace

void writeBody(pugi::xml_node body, Output& output) {
    if (const auto style = output.form.setting.find("style"); style != output.form.setting.end())
        body.append_attribute("class").set_value(style->second.c_str());
    BodyWriter writer(output);
    writer.checkTriggers();
    writer.children(body, output.form.root);
}

} // namespace peil::xlsform
