// SPDX-License-Identifier: Apache-2.0
#include "document_impl.h"
#include "peil/base/text.h"
#include "peil/base/unicode.h"
#include "peil/xpath/error.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

namespace peil::xpath {
namespace {

constexpr std::string_view kXmlUri = "http://www.w3.org/XML/1998/namespace";
constexpr unsigned kMaxXmlDepth = 2000;
using Binding = std::pair<std::string, std::string>; // prefix, namespace

/// The character that "#65", "#x41" or "amp" stands for; 0 if there is none.
std::uint32_t entityCode(std::string_view name) {
    if (name == "amp") return U'&';
    if (name == "lt") return U'<';
    if (name == "gt") return U'>';
    if (name == "quot") return U'"';
    if (name == "apos") return U'\'';
    if (name.size() < 2 || name[0] != '#' || name.size() > 9) return 0;
    const bool hex = name[1] == 'x';
    std::uint32_t code = 0;
    const auto digits = name.substr(hex ? 2 : 1);
    const auto* last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, code, hex ? 16 : 10);
    if (error != std::errc{} || end != last) return 0;
    const bool allowed = (code >= 0x20U && code < 0xD800U) || (code >= 0xE000U && code <= 0x10FFFFU) || code == 9U ||
                         code == 10U || code == 13U;
    return allowed ? code : 0;
}

Result<std::string> decode(std::string_view raw) {
    std::string out;
    out.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '&') {
            out += raw[i];
            continue;
        }
        const auto end = raw.find(';', i);
        const auto name = end == std::string_view::npos ? std::string_view{} : raw.substr(i + 1, end - i - 1);
        const auto code = entityCode(name);
        if (code == 0)
            return fail(XpathErrc::BadXml, "The XML has an & that does not begin a known entity: “" +
                                               std::string(raw.substr(i, 20)) + "”. Write &amp; for an ampersand.");
        appendUtf8(out, code);
        i = end;
    }
    return out;
}

using PrefixAndLocal = std::pair<std::string_view, std::string_view>;

Result<PrefixAndLocal> splitName(std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return PrefixAndLocal{{}, name};
    if (colon == 0 || colon + 1 == name.size() || name.find(':', colon + 1) != std::string_view::npos)
        return fail(XpathErrc::BadXml, "The XML has “" + std::string(name) +
                                           "” for a name; a colon may occur once, between a prefix and a local name.");
    return PrefixAndLocal{name.substr(0, colon), name.substr(colon + 1)};
}

class Builder {
public:
    Builder(Document::Impl& impl, Keep keep)
        : m_impl(impl)
        , m_keep(keep) {
        m_scope.emplace_back("xml", std::string(kXmlUri));
    }

    Result<> build(const pugi::xml_node& root) {
        unsigned elements = 0;
        for (auto at = root.first_child(); at; at = at.next_sibling()) {
            if (at.type() == pugi::node_element && ++elements > 1)
                return fail(XpathErrc::BadXml, "The XML has more than one root element: “" + std::string(at.name()) +
                                                   "” follows the first; wrap them in one element.");
            if (at.type() == pugi::node_cdata)
                return fail(XpathErrc::BadXml, "The XML has text outside its root element; remove it.");
            PEIL_CHECK(tree(at));
        }
        return {};
    }

private:
    Result<> tree(const pugi::xml_node& top) {
        auto at = top;
        auto parent = kRoot;
        unsigned depth = 0;
        while (true) {
            PEIL_TRY(const auto made, one(at, parent));
            if (at.type() == pugi::node_element && at.first_child()) {
                if (++depth > kMaxXmlDepth)
                    return fail(XpathErrc::BadXml, "The XML is nested deeper than 2000 elements.");
                parent = made;
                at = at.first_child();
                continue;
            }
            if (at.type() == pugi::node_element) leave();
            while (at != top && !at.next_sibling()) {
                at = at.parent();
                parent = m_impl.nodes[parent].parent;
                --depth;
                leave();
            }
            if (at == top) return {};
            at = at.next_sibling();
        }
    }

    void leave() {
        m_scope.resize(m_marks.back());
        m_marks.pop_back();
    }

    Result<NodeIndex> one(const pugi::xml_node& at, NodeIndex parent) {
        switch (at.type()) {
        case pugi::node_element:
            return element(at, parent);
        case pugi::node_pcdata:
        case pugi::node_cdata: {
            PEIL_TRY(auto text, at.type() == pugi::node_cdata ? Result<std::string>(at.value()) : decode(at.value()));
            if (m_keep == Keep::Everything) return other(NodeKind::Text, {}, text, parent);
            return textNode(parent, text);
        }
        case pugi::node_comment:
            if (m_keep == Keep::Everything) return other(NodeKind::Comment, {}, at.value(), parent);
            return kNoNode;
        case pugi::node_doctype:
            if (m_keep == Keep::Everything) return other(NodeKind::DocumentType, {}, at.value(), parent);
            return kNoNode;
        case pugi::node_pi:
            if (m_keep == Keep::Everything)
                return other(NodeKind::ProcessingInstruction, at.name(), at.value(), parent);
            return kNoNode;
        default:
            return kNoNode;
        }
    }

    NodeIndex textNode(NodeIndex parent, std::string_view text) {
        const auto last = m_impl.nodes[parent].last;
        if (last != kNoNode && m_impl.nodes[last].kind == NodeKind::Text) { // text and CDATA beside each other are one
            m_impl.valueOf(last) += text;
            return last;
        }
        return other(NodeKind::Text, {}, text, parent);
    }

    NodeIndex other(NodeKind kind, std::string_view name, std::string_view value, NodeIndex parent) {
        const auto id = name.empty() ? kNoName : m_impl.internName(name, {}, {});
        const auto node = m_impl.newNode(kind, id, value);
        m_impl.link(node, parent, kNoNode);
        return node;
    }

    Result<> declare(const pugi::xml_node& at, std::vector<Binding>& declared) {
        for (auto a = at.first_attribute(); a; a = a.next_attribute()) {
            const std::string_view name = a.name();
            if (name != "xmlns" && !name.starts_with("xmlns:")) continue;
            PEIL_TRY(const auto parts, splitName(name));
            const auto prefix = parts.first.empty() ? std::string_view{} : parts.second;
            if (std::any_of(declared.begin(), declared.end(), [&](const Binding& b) { return b.first == prefix; }))
                return fail(XpathErrc::BadXml, "The XML has the attribute “" + std::string(name) +
                                                   "” twice on the same element; remove one.");
            PEIL_TRY(auto uri, decode(a.value()));
            declared.emplace_back(prefix, uri);
            m_scope.push_back(declared.back());
        }
        return {};
    }

    Result<std::string> lookUp(std::string_view prefix, std::string_view name) {
        for (auto it = m_scope.rbegin(); it != m_scope.rend(); ++it)
            if (it->first == prefix) return it->second;
        if (prefix.empty()) return std::string{};
        return fail(XpathErrc::BadXml, "The XML uses the prefix of “" + std::string(name) + "” without declaring it.");
    }

    Result<NodeIndex> element(const pugi::xml_node& at, NodeIndex parent) {
        m_marks.push_back(m_scope.size());
        std::vector<Binding> declared;
        PEIL_CHECK(declare(at, declared));
        PEIL_TRY(const auto parts, splitName(at.name()));
        const auto [prefix, local] = parts;
        PEIL_TRY(const auto uri, lookUp(prefix, at.name()));
        const auto node = m_impl.newNode(NodeKind::Element, m_impl.internName(local, uri, prefix), {});
        m_impl.link(node, parent, kNoNode);
        PEIL_CHECK(attributes(at, node));
        if (m_keep == Keep::Everything) namespaceNodes(node);
        return node;
    }

    Result<> attributes(const pugi::xml_node& at, NodeIndex node) {
        for (auto a = at.first_attribute(); a; a = a.next_attribute()) {
            const std::string_view full = a.name();
            if (full == "xmlns" || full.starts_with("xmlns:")) continue;
            PEIL_TRY(const auto parts, splitName(full));
            const auto [prefix, local] = parts;
            std::string uri;
            if (!prefix.empty()) {
                PEIL_TRY(uri, lookUp(prefix, full));
            }
            std::string raw = a.value(); // attribute-value normalisation (XML 1.0, 3.3.3)
            std::replace_if(
                raw.begin(), raw.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
            PEIL_TRY(auto value, decode(raw));
            const auto name = m_impl.internName(local, uri, prefix);
            for (auto seen = m_impl.nodes[node].firstAttribute; seen != kNoNode; seen = m_impl.nodes[seen].next)
                if (m_impl.localOf(seen) == m_impl.names->name(name).local && m_impl.spaceOf(seen).uri == uri)
                    return fail(XpathErrc::BadXml, "The XML has the attribute “" + std::string(full) +
                                                       "” twice on the same element; remove one.");
            m_impl.linkAttribute(m_impl.newNode(NodeKind::Attribute, name, value), node);
        }
        return {};
    }

    void namespaceNodes(NodeIndex node) {
        std::vector<Binding> inScope;
        for (auto it = m_scope.rbegin(); it != m_scope.rend(); ++it) {
            const auto same = [&](const Binding& other) { return other.first == it->first; };
            if (std::none_of(inScope.begin(), inScope.end(), same)) inScope.push_back(*it);
        }
        std::sort(inScope.begin(), inScope.end());
        for (const auto& [prefix, uri] : inScope) {
            if (uri.empty() || prefix == "xml") continue;
            const auto made = m_impl.newNode(NodeKind::Namespace, m_impl.internName(prefix, {}, {}), uri);
            m_impl.nodes[made].parent = node;
            m_impl.namespaceNodes[node].push_back(made);
        }
    }

    Document::Impl& m_impl;
    Keep m_keep;
    std::vector<Binding> m_scope;
    std::vector<std::size_t> m_marks;
};

} // namespace

Result<Document> Document::parse(std::string_view xml, Keep keep) {
    pugi::xml_document parsed;
    const unsigned options = pugi::parse_eol | pugi::parse_ws_pcdata | pugi::parse_cdata | pugi::parse_comments |
                             pugi::parse_pi | pugi::parse_doctype;
    if (!isUtf8(xml)) return fail(XpathErrc::BadXml, "The XML is not valid UTF-8; save it as UTF-8.");
    const auto status = parsed.load_buffer(xml.data(), xml.size(), options, pugi::encoding_utf8);
    if (!status) {
        const auto offset = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(status.offset, 0)), xml.size());
        const auto line = 1 + std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
        return fail(XpathErrc::BadXml,
                    "The XML is not well-formed in line " + std::to_string(line) + ": " + status.description() + ".");
    }
    Document document;
    Builder builder(*document.m_impl, keep);
    PEIL_CHECK(builder.build(parsed));
    document.m_impl->parsedVersion = document.m_impl->version;
    return document;
}

} // namespace peil::xpath
