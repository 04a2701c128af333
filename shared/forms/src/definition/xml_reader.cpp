// SPDX-License-Identifier: Apache-2.0
#include "definition/xml_reader.h"

#include <algorithm>
#include <cstring>

namespace peil::forms {
namespace {

// The text that an element begins with is its own value: a large form has tens of thousands of such texts, and each
// would be a node of 64 bytes.
constexpr unsigned kParseFlags = pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute |
                                 pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_embed_pcdata;

// Everything that reads a form recurses into its elements, and looks an attribute up among all of its element.
std::string excessOf(const pugi::xml_document& document) {
    std::size_t depth = 1;
    for (Xml at = document.first_child(); at;) {
        std::size_t attributes = 0;
        for (auto each = at.first_attribute(); each; each = each.next_attribute())
            ++attributes;
        if (attributes > kMaxXmlAttributes)
            return "An element has more than " + std::to_string(kMaxXmlAttributes) + " attributes.";
        auto next = at.first_child();
        if (next && ++depth > kMaxXmlDepth && next.type() == pugi::node_element)
            return "Elements are nested more than " + std::to_string(kMaxXmlDepth) + " deep.";
        for (; !next && depth > 0; --depth) {
            next = at.next_sibling();
            if (next) break;
            at = at.parent();
        }
        at = next;
    }
    return {};
}

bool declares(Xml element) {
    for (auto each = element.first_attribute(); each; each = each.next_attribute())
        if (std::strncmp(each.name(), "xmlns", 5) == 0) return true;
    return false;
}

std::string placeOf(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto lastBreak = before.rfind('\n');
    const auto column = lastBreak == std::string_view::npos ? before.size() + 1 : before.size() - lastBreak;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

} // namespace

std::string_view localName(std::string_view qualified) {
    const auto colon = qualified.find(':');
    return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

std::string_view prefixOf(std::string_view qualified) {
    const auto colon = qualified.find(':');
    return colon == std::string_view::npos ? std::string_view{} : qualified.substr(0, colon);
}

std::string ownText(Xml element) {
    std::string text = leadingText(element);
    for (const auto& part : element.children())
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
    return text;
}

bool hasElementChild(Xml element) {
    for (const auto& part : element.children())
        if (part.type() == pugi::node_element) return true;
    return false;
}

Xml child(Xml element, std::string_view name) {
    for (const auto& part : element.children())
        if (part.type() == pugi::node_element && localName(part) == name) return part;
    return {};
}

std::string XmlSource::parse(std::string_view text) {
    if (text.size() > kMaxXmlBytes) return "The file is larger than 64 MiB.";
    if (text.find('\0') != std::string_view::npos) return "The file is not written in UTF-8; save it again as UTF-8.";
    const auto outcome = m_document.load_buffer(text.data(), text.size(), kParseFlags);
    if (!outcome)
        return std::string("This is not well-formed XML: ") + outcome.description() + " at " +
               placeOf(text, static_cast<std::size_t>(std::max<std::ptrdiff_t>(outcome.offset, 0))) + ".";
    if (auto excess = excessOf(m_document); !excess.empty()) return excess;
    if (!root()) return "The file has no XML element.";
    // Most forms declare all their namespaces in the start tag of the root: then no element needs a look.
    const auto first = text.find("xmlns");
    const auto tagEnd = first == std::string_view::npos ? first : text.find('>', first);
    findDeclarations(tagEnd != std::string_view::npos && text.find("xmlns", tagEnd) == std::string_view::npos);
    return {};
}

std::string XmlSource::adopt(pugi::xml_document document) {
    m_document = std::move(document);
    auto excess = excessOf(m_document);
    if (excess.empty()) findDeclarations(false);
    return excess;
}

void XmlSource::findDeclarations(bool onlyAtRoot) {
    const auto top = root();
    if (onlyAtRoot && declares(top)) {
        m_declaring.insert(top.hash_value());
    } else {
        struct Walker : pugi::xml_tree_walker {
            std::unordered_set<std::size_t>* declaring = nullptr;
            bool for_each(Xml& node) override {
                if (declares(node)) declaring->insert(node.hash_value());
                return true;
            }
        } walker;
        walker.declaring = &m_declaring;
        m_document.traverse(walker);
    }
    if (m_declaring.size() == 1 && m_declaring.contains(top.hash_value())) m_atRoot = declared(top);
}

std::string_view XmlSource::resolve(Xml element, std::string_view prefix) const {
    if (prefix == "xml") return "http://www.w3.org/XML/1998/namespace";
    if (m_declaring.size() <= 1) {
        for (const auto& [known, uri] : m_atRoot)
            if (known == prefix) return uri;
        return {};
    }
    for (auto at = element; at; at = at.parent()) {
        if (!m_declaring.contains(at.hash_value())) continue;
        for (const auto& attribute : at.attributes()) {
            const std::string_view name = attribute.name();
            if (prefix.empty() ? name == "xmlns" : (name.starts_with("xmlns:") && name.substr(6) == prefix))
                return attribute.value();
        }
    }
    return {};
}

std::string_view XmlSource::namespaceOf(Xml element) const {
    return resolve(element, prefixOf(std::string_view(element.name())));
}

std::string_view XmlSource::namespaceOf(Xml element, const pugi::xml_attribute& attribute) const {
    const auto prefix = prefixOf(std::string_view(attribute.name()));
    return prefix.empty() ? std::string_view{} : resolve(element, prefix);
}

const char* XmlSource::attribute(Xml element, std::string_view name, std::string_view uri) const {
    for (auto candidate = element.first_attribute(); candidate; candidate = candidate.next_attribute()) {
        const std::string_view full = candidate.name();
        if (full.size() == name.size() && uri.empty() && full == name) return candidate.value();
        if (full.size() <= name.size() || !full.ends_with(name) || localName(full) != name) continue;
        if (namespaceOf(element, candidate) == uri) return candidate.value();
    }
    return nullptr;
}

void XmlSource::attributes(Xml element, std::vector<XmlAttribute>& all) const {
    all.clear();
    for (auto each = element.first_attribute(); each; each = each.next_attribute()) {
        const std::string_view full = each.name();
        const auto prefix = prefixOf(full);
        all.push_back({localName(full), prefix.empty() ? std::string_view{} : resolve(element, prefix), each.value()});
    }
}

const char* find(const std::vector<XmlAttribute>& all, std::string_view name, std::string_view uri) {
    for (const auto& each : all)
        if (each.localName == name && each.uri == uri) return each.value;
    return nullptr;
}

std::vector<std::pair<std::string, std::string>> XmlSource::declared(Xml element) const {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& attribute : element.attributes()) {
        const std::string_view name = attribute.name();
        if (name == "xmlns") all.emplace_back("", attribute.value());
        if (name.starts_with("xmlns:")) all.emplace_back(std::string(name.substr(6)), attribute.value());
    }
    return all;
}

xpath::NodeIndex XmlSource::copyShallow(xpath::Document& target, xpath::NodeIndex parent, Xml element) const {
    const std::string_view name = element.name();
    const auto copy = target.appendElement(parent, localName(name), namespaceOf(element), prefixOf(name));
    for (const auto& attribute : element.attributes()) {
        const std::string_view attributeName = attribute.name();
        if (attributeName.starts_with("xmlns")) continue;
        target.setAttribute(copy, localName(attributeName), attribute.value(), namespaceOf(element, attribute),
                            prefixOf(attributeName));
    }
    return copy;
}

} // namespace peil::forms
