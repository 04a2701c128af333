// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/form_logic.h"

#include <pugixml.hpp>

namespace peil::dataset {
namespace {

std::string_view localName(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

class Walk final : public pugi::xml_tree_walker {
public:
    explicit Walk(FormLogic& out)
        : m_out(out) {}

    bool for_each(pugi::xml_node& node) override {
        const auto name = localName(node);
        if (name == "bind") bind(node);
        if (name == "setvalue") setValue(node);
        if (name == "instance" && !m_seenInstance) {
            m_seenInstance = true;
            for (const auto& root : node.children())
                if (root.type() == pugi::node_element) defaultsBelow(root, "/" + std::string(localName(root)));
        }
        return true;
    }

private:
    void bind(pugi::xml_node node) {
        const std::string path = node.attribute("nodeset").value();
        for (const auto& attribute : node.attributes())
            if (const std::string_view name = attribute.name(), filled = attribute.value();
                name.substr(name.find(':') + 1) == "preload" && (filled == "property" || filled == "uid"))
                m_out.identities.insert(path);
        if (const auto calculate = node.attribute("calculate")) m_out.expressions[path].emplace_back(calculate.value());
    }

    void setValue(pugi::xml_node node) {
        const std::string path = node.attribute("ref").value();
        if (const auto value = node.attribute("value"))
            m_out.expressions[path].emplace_back(value.value());
        else if (const std::string text = node.text().get(); !text.empty())
            m_out.expressions[path].push_back(text.find('\'') == std::string::npos ? "'" + text + "'"
                                                                                   : "concat('', \"" + text + "\")");
    }

    // The depth is that of a form that the engine has parsed.
    void defaultsBelow(pugi::xml_node node, const std::string& path) {
        bool leaf = true;
        for (const auto& child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            leaf = false;
            defaultsBelow(child, path + "/" + std::string(localName(child)));
        }
        if (const std::string text = node.text().get(); leaf && !text.empty()) m_out.defaults[path] = text;
    }

    FormLogic& m_out;
    bool m_seenInstance = false;
};

} // namespace

FormLogic FormLogic::of(std::string_view xform) {
    FormLogic logic;
    pugi::xml_document document;
    if (!document.load_buffer(xform.data(), xform.size())) return logic;
    Walk walk(logic);
    document.traverse(walk);
    return logic;
}

} // namespace peil::dataset
