// SPDX-License-Identifier: Apache-2.0
#include "writers.h"

#include <set>

namespace peil::xlsform {

namespace {

/// yes/no words of a designer as an expression.
std::string truth(const std::string& cell) {
    static const std::set<std::string, std::less<>> yes{"yes", "Yes", "YES", "true", "True", "TRUE", "true()"};
    static const std::set<std::string, std::less<>> no{"no", "No", "NO", "false", "False", "FALSE", "false()"};
    if (yes.contains(cell)) return "true()";
    if (no.contains(cell)) return "false()";
    return cell;
}

bool isPlainNumber(const std::string& text) {
    return text.find_first_of(".eE") == std::string::npos;
}

class BindWriter {
public:
    BindWriter(pugi::xml_node model, Output& output)
        : m_model(model)
        , m_out(output) {}

    void children(Element& section) {
        for (const auto& child : section.children) {
            element(*child);
            children(*child);
        }
        if (section.entity && section.kind != ElementKind::Root) entity(section);
    }

    void meta() {
        auto& form = m_out.form;
        if (form.root.entity) entity(form.root);
        const auto base = form.root.path + "/meta/";
        if (!omitsInstanceId(form)) {
            auto bind = newBind(base + "instanceID", "string");
            bind.append_attribute("readonly").set_value("true()");
            const auto preload = form.setting.find("instance_id");
            bind.append_attribute("jr:preload")
                .set_value(preload == form.setting.end() ? "uid" : preload->second.c_str());
        }
        if (const auto name = form.setting.find("instance_name"); name != form.setting.end()) {
            Element node;
            node.parent = &form.root;
            node.path = base + "instanceName";
            auto bind = newBind(node.path, "string");
            const auto place = form.settings->rows().front().place("instance_name");
            set(bind, "calculate", m_out.references.logic(name->second, node, place));
        }
    }

private:
    static void set(pugi::xml_node node, const char* name, const std::string& value) {
        auto attribute = node.attribute(name);
        if (!attribute) attribute = node.append_attribute(name);
        attribute.set_value(value.c_str());
    }

    pugi::xml_node newBind(const std::string& path, std::string_view type) {
        auto bind = m_model.append_child("bind");
        set(bind, "nodeset", path);
        if (!type.empty()) set(bind, "type", std::string(type));
        return bind;
    }

    void expression(pugi::xml_node bind, const char* attribute, const std::string& text, const Element& element,
                    std::string_view key) {
        if (!text.empty()) set(bind, attribute, m_out.references.logic(text, element, element.place(key)));
    }

    static void message(pugi::xml_node bind, const char* attribute, const Text& text, const Element& element) {
        if (text.empty()) return;
        const bool itext = isTranslated(text) || hasOutput(text.front().second);
        set(bind, attribute,
            itext ? "jr:itext('" + element.path + ":" + attribute + "')" : std::string(text.front().second));
    }

    std::string bindType(const Element& element) {
        const auto* type = element.type.info;
        if (type == nullptr) return {};
        if (type->name != "range") return std::string(type->bindType);
        for (const auto* key : {"start", "end", "step"})
            if (!isPlainNumber(parameter(element, key))) return "decimal";
        return "int";
    }

    void element(const Element& element) {
        const auto* type = element.type.info;
        if (type != nullptr && !hasNode(*type)) return;
        const bool audit = type != nullptr && type->name == "audit";
        auto bind = newBind(audit ? m_out.form.root.path + "/meta/audit" : element.path, bindType(element));
        logic(bind, element);
        parameters(bind, element);
        ownColumns(bind, element);
        if ((type == nullptr || type->bindType.empty()) &&
            std::distance(bind.attributes_begin(), bind.attributes_end()) == 1)
            m_model.remove_child(bind);
        if (type != nullptr) actions(element);
    }

    void logic(pugi::xml_node bind, const Element& element) {
        const auto* type = element.type.info;
        expression(bind, "relevant", truth(element.relevant), element, "relevant");
        expression(bind, "required", truth(element.required), element, "required");
        const auto readonly = type != nullptr && type->readonly ? std::string("true()") : truth(element.readonly);
        expression(bind, "readonly", readonly, element, "readonly");
        expression(bind, "constraint", truth(element.constraint), element, "constraint");
        if (element.triggers.empty()) expression(bind, "calculate", truth(element.calculation), element, "calculation");
        message(bind, "jr:constraintMsg", element.constraintMessage, element);
        message(bind, "jr:requiredMsg", element.requiredMessage, element);
        message(bind, "jr:noAppErrorString", element.noAppErrorString, element);
        if (type != nullptr && !type->preload.empty()) {
            set(bind, "jr:preload", std::string(type->preload));
            set(bind, "jr:preloadParams", std::string(type->preloadParams));
        }
    }

    void parameters(pugi::xml_node bind, const Element& element) {
        const auto* type = element.type.info;
        if (type == nullptr) return;
        const auto copy = [&](const char* key, const char* attribute) {
            if (const auto value = parameter(element, key); !value.empty()) set(bind, attribute, value);
        };
        copy("allow-mock-accuracy", "odk:allow-mock-accuracy");
        copy("max-pixels", "orx:max-pixels");
        if (type->name == "audio") copy("quality", "odk:quality");
        if (type->name != "audit") return;
        for (const auto* key : {"location-priority", "location-min-interval", "location-max-age", "track-changes",
                                "track-changes-reasons", "identify-user"})
            copy(key, ("odk:" + std::string(key)).c_str());
    }

    void ownColumns(pugi::xml_node bind, const Element& element) {
        if (element.row == nullptr || element.generated) return;
        for (const auto& [name, value] : element.row->withPrefix("bind::"))
            if (isUsableAttribute(m_out.form, name, element.place("bind::" + name), m_out.reporter))
                set(bind, name.c_str(),
                    m_out.references.expression(truth(value), element, element.place("bind::" + name)));
        if (const auto& reasons = element.row->text("peil:no_answer"); !reasons.empty())
            set(bind, "peil:noAnswer", reasons);
        if (!element.saveTo.empty()) set(bind, "entities:saveto", element.saveTo);
    }

    pugi::xml_node action(const char* tag, const std::string& ref, const char* event) {
        auto node = m_model.append_child(tag);
        set(node, "ref", ref);
        set(node, "event", event);
        return node;
    }

    void actions(const Element& element) {
        const auto& type = element.type.info->name;
        if (hasDynamicDefault(element)) {
            auto node = action("setvalue", element.path, "odk-instance-first-load");
            set(node, "value", m_out.references.logic(element.defaultValue, element, element.place("default")));
        }
        if (type == "start-geopoint") action("odk:setgeopoint", element.path, "odk-instance-first-load");
        if (type == "background-audio") {
            auto node = action("odk:recordaudio", element.path, "odk-instance-load");
            if (const auto quality = parameter(element, "quality"); !quality.empty()) set(node, "odk:quality", quality);
        }
    }

    void entity(Element& section) {
        const EntityPlan& plan = *section.entity;
        Element meta, entity, leaf;
        meta.parent = &section;
        entity.parent = &meta;
        leaf.parent = &entity;
        const auto base = section.path + "/meta/entity";
        const auto text = [&](const char* key) {
            return m_out.references.logic(plan.row->text(key), leaf, plan.row->place(key));
        };
        const auto node = [&](const std::string& path, const std::string& calculate) {
            auto bind = newBind(path, "string");
            set(bind, "readonly", "true()");
            if (!calculate.empty()) set(bind, "calculate", calculate);
        };
        if (!plan.row->text("create_if").empty()) node(base + "/@create", text("create_if"));
        if (!plan.row->text("update_if").empty()) node(base + "/@update", text("update_if"));
        if (plan.updates()) {
            const auto id = m_out.references.expression(plan.row->text("entity_id"), leaf, plan.row->place("entity_id"),
                                                        PathBase::Current);
            const auto item = "instance('" + plan.list + "')/root/item[name=" + id + "]/__";
            node(base + "/@baseVersion", item + "version");
            node(base + "/@trunkVersion", item + "trunkVersion");
            node(base + "/@branchId", item + "branchId");
            node(base + "/@id", text("entity_id"));
        } else {
            node(base + "/@id", {});
            set(action("setvalue", base + "/@id", "odk-instance-first-load"), "value", "uuid()");
        }
        if (!plan.row->text("label").empty()) node(base + "/label", text("label"));
    }

    pugi::xml_node m_model;
    Output& m_out;
};

} // namespace

void writeBinds(pugi::xml_node model, Output& output) {
    BindWriter writer(model, output);
    writer.children(output.form.root);
    writer.meta();
}

} // namespace peil::xlsform
