// SPDX-License-Identifier: Apache-2.0
#include "peil/xlsform/facts.h"

#include "peil/base/text.h"

#include <boost/json.hpp>
#include <pugixml.hpp>

#include <array>
#include <set>

namespace peil::xlsform {

namespace {

namespace json = boost::json;

constexpr std::size_t kMaxItems = 500;

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kPrefixes{{
    {"http://www.w3.org/2002/xforms", ""},
    {"http://www.w3.org/1999/xhtml", "h"},
    {"http://www.w3.org/2001/xml-events", "ev"},
    {"http://openrosa.org/javarosa", "jr"},
    {"http://openrosa.org/xforms", "orx"},
    {"http://www.opendatakit.org/xforms", "odk"},
    {"http://www.opendatakit.org/xforms/entities", "entities"},
    {"urn:peil:1", "peil"},
}};

std::string_view uriOf(pugi::xml_node node, std::string_view prefix) {
    const std::string wanted = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
    for (; node; node = node.parent())
        if (const auto declared = node.attribute(wanted.c_str())) return declared.value();
    return {};
}

/// The name with the canonical prefix of its namespace. Attributes without a prefix have none.
std::string canonical(pugi::xml_node node, std::string_view name, bool attribute) {
    const auto colon = name.find(':');
    const auto prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    const auto local = colon == std::string_view::npos ? name : name.substr(colon + 1);
    if (attribute && prefix.empty()) return std::string(name);
    const auto uri = uriOf(node, prefix);
    for (const auto& [known, canon] : kPrefixes)
        if (known == uri) return canon.empty() ? std::string(local) : std::string(canon) + ":" + std::string(local);
    return uri.empty() ? std::string(name) : "{" + std::string(uri) + "}" + std::string(local);
}

std::string nameOf(pugi::xml_node node) {
    return canonical(node, node.name(), false);
}

bool isDeclaration(std::string_view name) {
    return name == "xmlns" || name.starts_with("xmlns:");
}

json::object attributesOf(pugi::xml_node node, const std::set<std::string>& without = {}) {
    json::object out;
    for (const auto attribute : node.attributes()) {
        if (isDeclaration(attribute.name())) continue;
        const auto name = canonical(node, attribute.name(), true);
        if (!without.contains(name)) out[name] = attribute.value();
    }
    return out;
}

pugi::xml_node childNamed(pugi::xml_node parent, std::string_view name) {
    for (const auto child : parent.children())
        if (nameOf(child) == name) return child;
    return {};
}

/// The first child that is an element.
pugi::xml_node firstElement(pugi::xml_node parent) {
    for (const auto child : parent.children())
        if (child.type() == pugi::node_element) return child;
    return {};
}

std::string collapsed(std::string_view text) {
    std::string out;
    for (const auto word : splitWhitespace(text)) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

/// Text of a label or value, with `${{path}}` for each output.
std::string textOf(pugi::xml_node node) {
    std::string out;
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element)
            out += "${{" + std::string(child.attribute("value").value()) + "}}";
        else
            out += child.value();
    }
    return collapsed(out);
}

json::object textFact(pugi::xml_node node) {
    json::object out;
    if (const auto ref = node.attribute("ref")) out["ref"] = ref.value();
    if (const auto text = textOf(node); !text.empty()) out["text"] = text;
    return out;
}

/// Gathers the facts of one document.
class Facts {
public:
    explicit Facts(pugi::xml_node html)
        : m_html(html) {}

    Result<json::object> gather() {
        const auto head = childNamed(m_html, "h:head");
        const auto model = childNamed(head, "model");
        const auto root = firstElement(childNamed(model, "instance"));
        if (!model || !root)
            return fail(XlsformErrc::NotAnXForm, "This is not an XForm: it has no model with an instance.");
        json::object namespaces;
        for (const auto attribute : m_html.attributes())
            if (isDeclaration(attribute.name()))
                namespaces[std::string_view(attribute.name()).substr(attribute.name()[5] == ':' ? 6 : 5)] =
                    attribute.value();
        m_out["namespaces"] = std::move(namespaces);
        m_out["title"] = childNamed(head, "h:title").text().get();
        m_out["model_attributes"] = attributesOf(model);
        m_out["instances"] = json::array();
        m_out["binds"] = json::array();
        m_out["actions"] = json::array();
        m_out["itext"] = json::object();
        m_out["itext_default"] = nullptr;
        readModel(model);
        m_out["root"] = nameOf(root);
        m_out["root_attributes"] = attributesOf(root);
        m_out["instance_nodes"] = json::array();
        nodes(root, "", 0);
        m_out["controls"] = json::array();
        const auto body = childNamed(m_html, "h:body");
        controls(body, 0, "model");
        m_out["body_attributes"] = attributesOf(body);
        return std::move(m_out);
    }

private:
    json::array& list(std::string_view name) { return m_out[name].as_array(); }

    void readModel(pugi::xml_node model) {
        bool primary = true;
        for (const auto child : model.children()) {
            const auto name = nameOf(child);
            if (name == "instance") {
                if (!primary) instance(child);
                primary = false;
            } else if (name == "bind")
                list("binds").push_back(attributesOf(child));
            else if (name == "itext")
                itext(child);
            else if (name == "submission")
                m_out["submission"] = attributesOf(child);
            else if (child.type() == pugi::node_element)
                action(child, "model");
        }
    }

    void instance(pugi::xml_node instance) {
        json::object out = attributesOf(instance);
        json::array items;
        std::size_t count = 0;
        for (const auto item : firstElement(instance).children()) {
            if (item.type() != pugi::node_element || count++ >= kMaxItems) continue;
            json::object fields;
            for (const auto field : item.children())
                if (field.type() == pugi::node_element) fields[field.name()] = textOf(field);
            items.push_back(std::move(fields));
        }
        out["items"] = std::move(items);
        out["item_count"] = count;
        list("instances").push_back(std::move(out));
    }

    void itext(pugi::xml_node itext) {
        auto& languages = m_out["itext"].as_object();
        for (const auto translation : itext.children()) {
            if (translation.type() != pugi::node_element) continue;
            const char* language = translation.attribute("lang").value();
            const std::string_view flag = translation.attribute("default").value();
            if (flag == "true()" || (translation.attribute("default") && flag.empty()))
                m_out["itext_default"] = language;
            json::object texts;
            for (const auto text : translation.children()) {
                if (text.type() != pugi::node_element) continue;
                json::object forms;
                for (const auto value : text.children())
                    if (nameOf(value) == "value") forms[value.attribute("form").value()] = textOf(value);
                texts[text.attribute("id").value()] = std::move(forms);
            }
            languages[language] = std::move(texts);
        }
    }

    void action(pugi::xml_node node, const std::string& in) {
        json::object out{{"tag", nameOf(node)}, {"in", in}};
        for (const auto& attribute : attributesOf(node))
            out[attribute.key()] = attribute.value();
        if (const auto text = nameOf(node) == "setvalue" ? textOf(node) : std::string(); !text.empty())
            out["text"] = text;
        list("actions").push_back(std::move(out));
    }

    void nodes(pugi::xml_node node, const std::string& parent, std::size_t depth) {
        const auto path = parent + "/" + nameOf(node);
        json::object out{{"path", path}};
        if (depth > 0)
            if (auto attributes = attributesOf(node); !attributes.empty()) out["attributes"] = std::move(attributes);
        if (const auto text = collapsed(node.text().get()); !text.empty()) out["default"] = text;
        list("instance_nodes").push_back(std::move(out));
        for (const auto child : node.children())
            if (child.type() == pugi::node_element) nodes(child, path, depth + 1);
    }

    void controls(pugi::xml_node parent, std::size_t depth, const std::string& in) {
        static const std::set<std::string> kControls{"input",   "select1", "select", "odk:rank", "rank",  "range",
                                                     "trigger", "upload",  "secret", "group",    "repeat"};
        static const std::set<std::string> kPlain{"label", "hint", "item", "itemset", "value", "help", "alert"};
        for (const auto child : parent.children()) {
            if (child.type() != pugi::node_element) continue;
            const auto name = nameOf(child);
            if (kControls.contains(name))
                control(child, name, depth);
            else if (!kPlain.contains(name))
                action(child, in);
        }
    }

    void control(pugi::xml_node node, const std::string& tag, std::size_t depth) {
        json::object out{{"tag", tag}, {"depth", depth}};
        const char* ref = node.attribute("ref") ? node.attribute("ref").value() : node.attribute("nodeset").value();
        out["ref"] = *ref == '\0' ? json::value(nullptr) : json::value(ref);
        if (auto attributes = attributesOf(node, {"ref", "nodeset"}); !attributes.empty())
            out["attributes"] = std::move(attributes);
        json::array items;
        for (const auto child : node.children()) {
            const auto name = nameOf(child);
            if (name == "label" || name == "hint") out[name] = textFact(child);
            if (name == "itemset")
                out[name] = json::object{{"nodeset", child.attribute("nodeset").value()},
                                         {"value", childNamed(child, "value").attribute("ref").value()},
                                         {"label", childNamed(child, "label").attribute("ref").value()}};
            if (name == "item")
                items.push_back(json::object{{"value", textOf(childNamed(child, "value"))},
                                             {"label", textFact(childNamed(child, "label"))}});
        }
        if (!items.empty()) out["items"] = std::move(items);
        list("controls").push_back(std::move(out));
        controls(node, depth + 1, ref);
    }

    pugi::xml_node m_html;
    json::object m_out;
};

} // namespace

Result<std::string> factsJson(std::string_view xform) {
    pugi::xml_document document;
    // White space between two outputs counts.
    const auto parsed = document.load_buffer(xform.data(), xform.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!parsed)
        return fail(XlsformErrc::NotAnXForm, "This is not an XForm: " + std::string(parsed.description()) +
                                                 " at byte " + std::to_string(parsed.offset) + ".");
    PEIL_TRY(auto facts, Facts(document.document_element()).gather());
    return json::serialize(facts);
}

} // namespace peil::xlsform
