// SPDX-License-Identifier: Apache-2.0
#include "writers.h"

#include "peil/base/text.h"

#include <algorithm>
#include <set>

namespace peil::xlsform {

std::string loadEvents(const Element& element) {
    return element.enclosingRepeat() != nullptr ? "odk-instance-first-load odk-new-repeat" : "odk-instance-first-load";
}

bool hasDynamicDefault(const Element& element) {
    return element.type.info != nullptr && !element.defaultValue.empty() &&
           isDynamicDefault(element.defaultValue, *element.type.info);
}

bool isVisible(const Element& element) {
    const auto* type = element.type.info;
    if (type == nullptr || type->control.empty()) return false;
    const bool texts = !element.label.empty() || !element.hint.empty() || !element.media.empty();
    return texts || (element.calculation.empty() && element.triggers.empty());
}

std::string fileStem(const std::string& file) { return file.substr(0, file.rfind('.')); }

namespace {

/// yes/no words of a designer as an expression.
std::string truth(const std::string& cell) {
    static const std::set<std::string, std::less<>> yes{"yes", "true", "true()"};
    static const std::set<std::string, std::less<>> no{"no", "false", "false()"};
    const auto word = toLowerAscii(trim(cell));
    if (yes.contains(word)) return "true()";
    if (no.contains(word)) return "false()";
    return cell;
}

/// Writes the instances of the model.
class InstanceWriter {
public:
    InstanceWriter(pugi::xml_node model, Output& output) : m_model(model), m_out(output) {}

    void primary();
    void secondary();

private:
    void node(pugi::xml_node parent, const Element& element);
    void leaf(pugi::xml_node parent, const Element& element);
    void section(pugi::xml_node parent, const Element& element, bool isTemplate);
    void meta(pugi::xml_node root);
    void external(const std::string& id, const std::string& uri);
    void list(const ChoiceList& list);
    void choice(pugi::xml_node root, const ChoiceList& list, const Row& row, std::size_t index);

    pugi::xml_node m_model;
    Output& m_out;
    std::set<std::string> m_written;
};

void InstanceWriter::leaf(pugi::xml_node parent, const Element& element) {
    auto node = parent.append_child(element.name.c_str());
    if (!element.defaultValue.empty() && !hasDynamicDefault(element)) {
        auto value = element.defaultValue;
        if (element.type.info->control == "upload") value = value.starts_with("jr://") ? value : "jr://images/" + value;
        node.text().set(value.c_str());
    }
    if (element.row == nullptr) return;
    for (const auto& [name, value] : element.row->withPrefix("instance::"))
        node.append_attribute(name.c_str()).set_value(value.c_str());
}

void InstanceWriter::section(pugi::xml_node parent, const Element& element, bool isTemplate) {
    auto node = parent.append_child(element.name.c_str());
    if (isTemplate) node.append_attribute("jr:template").set_value("");
    for (const auto& child : element.children) this->node(node, *child);
}

void InstanceWriter::node(pugi::xml_node parent, const Element& element) {
    if (element.kind == ElementKind::Repeat) {
        section(parent, element, true);
        section(parent, element, false);
    } else if (element.kind == ElementKind::Group) section(parent, element, false);
    else if (element.type.info->name != "audit" && !element.type.info->bindType.empty()) leaf(parent, element);
}

void InstanceWriter::meta(pugi::xml_node root) {
    auto meta = root.append_child("meta");
    forEach(m_out.form.root, [&](const Element& e) {
        if (e.type.info != nullptr && e.type.info->name == "audit") meta.append_child("audit");
    });
    meta.append_child("instanceID");
    if (m_out.form.setting.contains("instance_name")) meta.append_child("instanceName");
}

void InstanceWriter::primary() {
    const auto& form = m_out.form;
    auto root = m_model.append_child("instance").append_child(form.root.name.c_str());
    root.append_attribute("id").set_value(form.setting.at("form_id").c_str());
    for (const auto* name : {"version", "odk:prefix", "odk:delimiter"})
        if (const auto found = form.setting.find(name); found != form.setting.end())
            root.append_attribute(name).set_value(found->second.c_str());
    for (const auto& [name, value] : form.rootAttributes) root.append_attribute(name.c_str()).set_value(value.c_str());
    for (const auto& child : form.root.children) node(root, *child);
    meta(root);
}

void InstanceWriter::external(const std::string& id, const std::string& uri) {
    if (!m_written.insert(id).second) return;
    auto instance = m_model.append_child("instance");
    instance.append_attribute("id").set_value(id.c_str());
    instance.append_attribute("src").set_value(uri.c_str());
}

void InstanceWriter::choice(pugi::xml_node root, const ChoiceList& list, const Row& row, std::size_t index) {
    auto item = root.append_child("item");
    if (list.needsItext)
        item.append_child("itextId").text().set((list.name + "-" + std::to_string(index)).c_str());
    item.append_child("name").text().set(row.text("name").c_str());
    if (const auto label = row.translations("label"); !list.needsItext && !label.empty())
        item.append_child("label").text().set(label.front().second.c_str());
    for (std::size_t i = 0; i < m_out.form.choices->columns().size(); ++i) {
        const auto& column = m_out.form.choices->columns()[i];
        static const std::set<std::string, std::less<>> own{"list_name", "name", "label"};
        if (column.key.empty() || own.contains(column.key) || column.key.starts_with("media::")) continue;
        if (!isXmlName(column.header) || row.cell(i).empty()) continue;
        item.append_child(column.header.c_str()).text().set(row.cell(i).c_str());
    }
}

void InstanceWriter::list(const ChoiceList& list) {
    if (!m_written.insert(list.name).second) return;
    auto instance = m_model.append_child("instance");
    instance.append_attribute("id").set_value(list.name.c_str());
    auto root = instance.append_child("root");
    for (std::size_t i = 0; i < list.rows.size(); ++i) choice(root, list, *list.rows[i], i);
    if (!list.otherChoice) return;
    auto item = root.append_child("item");
    if (list.needsItext)
        item.append_child("itextId").text().set((list.name + "-" + std::to_string(list.rows.size())).c_str());
    item.append_child("name").text().set("other");
    if (!list.needsItext) item.append_child("label").text().set("Other");
}

void InstanceWriter::secondary() {
    if (m_out.form.usesLastSaved) external("__last-saved", "jr://instance/last-saved");
    std::set<std::string> used;
    forEach(m_out.form.root, [&](const Element& e) {
        const auto* type = e.type.info;
        if (type == nullptr) return;
        if (type->name == "csv-external") external(e.name, "jr://file-csv/" + e.name + ".csv");
        else if (type->name == "xml-external") external(e.name, "jr://file/" + e.name + ".xml");
        else if (isSelect(*type) && e.type.source == SelectSource::File)
            external(fileStem(e.type.list),
                     (e.type.list.ends_with(".csv") ? "jr://file-csv/" : "jr://file/") + e.type.list);
        else if (isSelect(*type)) used.insert(e.type.list);
    });
    for (const auto& list : m_out.form.lists)
        if (used.contains(list.name)) this->list(list);
}

/// Writes one bind for each node, and the actions of the model.
class BindWriter {
public:
    BindWriter(pugi::xml_node model, Output& output) : m_model(model), m_out(output) {}
    void element(const Element& element);
    void meta();
    void actions();

private:
    void logic(pugi::xml_node bind, const Element& element);
    void message(pugi::xml_node bind, const char* attribute, const char* key, const Text& text, const Element& element);
    void expression(pugi::xml_node bind, const char* attribute, const std::string& text, const Element& element,
                    std::string_view key);

    pugi::xml_node m_model;
    Output& m_out;
};

void BindWriter::expression(pugi::xml_node bind, const char* attribute, const std::string& text, const Element& element,
                            std::string_view key) {
    if (text.empty()) return;
    const auto resolved = m_out.references.expression(text, element, element.place(key));
    bind.append_attribute(attribute).set_value(resolved.c_str());
}

void BindWriter::message(pugi::xml_node bind, const char* attribute, const char* key, const Text& text,
                         const Element& element) {
    if (text.empty()) return;
    const bool itext = isTranslated(text) || hasReference(text.front().second);
    const auto id = element.path + ":" + attribute;
    (void)key;
    bind.append_attribute(attribute).set_value(itext ? ("jr:itext('" + id + "')").c_str() : text.front().second.c_str());
}

void BindWriter::logic(pugi::xml_node bind, const Element& element) {
    const auto* type = element.type.info;
    expression(bind, "relevant", truth(element.relevant), element, "relevant");
    expression(bind, "required", truth(element.required), element, "required");
    const auto readonly = type != nullptr && type->readonly ? std::string("true()") : truth(element.readonly);
    expression(bind, "readonly", readonly, element, "readonly");
    expression(bind, "constraint", truth(element.constraint), element, "constraint");
    if (element.triggers.empty()) expression(bind, "calculate", element.calculation, element, "calculation");
    message(bind, "jr:constraintMsg", "constraint_message", element.constraintMessage, element);
    message(bind, "jr:requiredMsg", "required_message", element.requiredMessage, element);
    message(bind, "jr:noAppErrorString", "no_app_error_string", element.noAppErrorString, element);
    if (type != nullptr && !type->preload.empty()) {
        bind.append_attribute("jr:preload").set_value(std::string(type->preload).c_str());
        bind.append_attribute("jr:preloadParams").set_value(std::string(type->preloadParams).c_str());
    }
}

void BindWriter::element(const Element& element) {
    const auto* type = element.type.info;
    if (type != nullptr && type->bindType.empty()) return;
    auto bind = m_model.append_child("bind");
    const auto path = type != nullptr && type->name == "audit" ? m_out.form.root.path + "/meta/audit" : element.path;
    bind.append_attribute("nodeset").set_value(path.c_str());
    if (type != nullptr) bind.append_attribute("type").set_value(std::string(type->bindType).c_str());
    logic(bind, element);
    if (element.row != nullptr) {
        for (const auto& [name, value] : element.row->withPrefix("bind::")) {
            auto attribute = bind.attribute(name.c_str());
            if (!attribute) attribute = bind.append_attribute(name.c_str());
            const auto resolved = m_out.references.expression(value, element, element.place("bind::" + name));
            attribute.set_value(resolved.c_str());
        }
        if (const auto& reasons = element.row->text("peil:no_answer"); !reasons.empty())
            bind.append_attribute("peil:noAnswer").set_value(reasons.c_str());
        if (const auto& saveTo = element.row->text("save_to"); !saveTo.empty())
            bind.append_attribute("entities:saveto").set_value(saveTo.c_str());
    }
    if (type == nullptr && std::distance(bind.attributes_begin(), bind.attributes_end()) == 1) m_model.remove_child(bind);
}

void BindWriter::meta() {
    auto bind = m_model.append_child("bind");
    const auto base = m_out.form.root.path + "/meta/";
    bind.append_attribute("nodeset").set_value((base + "instanceID").c_str());
    bind.append_attribute("type").set_value("string");
    bind.append_attribute("readonly").set_value("true()");
    bind.append_attribute("jr:preload").set_value("uid");
    const auto name = m_out.form.setting.find("instance_name");
    if (name == m_out.form.setting.end()) return;
    bind = m_model.append_child("bind");
    bind.append_attribute("nodeset").set_value((base + "instanceName").c_str());
    bind.append_attribute("type").set_value("string");
    Element node;
    node.parent = &m_out.form.root;
    node.path = base + "instanceName";
    const auto place = m_out.form.settings->rows().front().place("instance_name");
    const auto resolved = m_out.references.expression(name->second, node, place);
    bind.append_attribute("calculate").set_value(resolved.c_str());
}

void BindWriter::actions() {
    forEach(m_out.form.root, [&](const Element& e) {
        if (!hasDynamicDefault(e) || e.enclosingRepeat() != nullptr) return;
        auto action = m_model.append_child("setvalue");
        action.append_attribute("ref").set_value(e.path.c_str());
        action.append_attribute("event").set_value(loadEvents(e).c_str());
        action.append_attribute("value").set_value(
            m_out.references.expression(e.defaultValue, e, e.place("default")).c_str());
    });
}

} // namespace

void collectItext(Output& output) {
    forEach(output.form.root, [&](const Element& e) {
        if (labelNeedsItext(e)) {
            output.itext.add(e.path + ":label", "", e.label, e, e.place("label"));
            for (const auto& [form, text] : e.media)
                output.itext.add(e.path + ":label", form, text, e, e.place("media::" + form));
        }
        if (hintNeedsItext(e)) {
            output.itext.add(e.path + ":hint", "", e.hint, e, e.place("hint"));
            output.itext.add(e.path + ":hint", "guidance", e.guidance, e, e.place("guidance_hint"));
        }
        const auto message = [&](const char* name, const char* key, const Text& text) {
            if (!text.empty() && (isTranslated(text) || hasReference(text.front().second)))
                output.itext.add(e.path + ":" + name, "", text, e, e.place(key));
        };
        message("jr:constraintMsg", "constraint_message", e.constraintMessage);
        message("jr:requiredMsg", "required_message", e.requiredMessage);
        message("jr:noAppErrorString", "no_app_error_string", e.noAppErrorString);
    });
    for (auto& list : output.form.lists) {
        for (const Row* row : list.rows) {
            const auto label = row->translations("label");
            list.needsItext = list.needsItext || isTranslated(label) ||
                              (!label.empty() && hasReference(label.front().second)) || !row->withPrefix("media::").empty();
        }
        if (!list.needsItext) continue;
        for (std::size_t i = 0; i < list.rows.size(); ++i) {
            const auto id = list.name + "-" + std::to_string(i);
            const Row& row = *list.rows[i];
            output.itext.add(id, "", row.translations("label"), output.form.root, row.place("label"));
            for (const auto* form : {"image", "audio", "video", "big-image"})
                output.itext.add(id, form, row.translations(std::string("media::") + form), output.form.root,
                                 row.place(std::string("media::") + form));
        }
        if (list.otherChoice)
            output.itext.add(list.name + "-" + std::to_string(list.rows.size()), "", {{"", "Other"}}, output.form.root, {});
    }
}

void writeModel(pugi::xml_node model, Output& output) {
    output.itext.write(model, output.references);
    InstanceWriter instances(model, output);
    instances.primary();
    // Binds and filters tell whether the last saved record is used, so they are resolved before the instances that
    // come ahead of them in the file.
    pugi::xml_document scratch;
    auto late = scratch.append_child("late");
    BindWriter binds(late, output);
    forEach(output.form.root, [&](const Element& e) { binds.element(e); });
    binds.meta();
    binds.actions();
    instances.secondary();
    for (const auto node : late.children()) model.append_copy(node);
}

} // namespace peil::xlsform
