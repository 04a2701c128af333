// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

#include <map>

namespace peil::forms {
namespace {

void escape(std::string_view text, bool attribute, std::string& out) {
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += attribute ? "&quot;" : "\"";
            break;
        case '\n':
            out += attribute ? "&#10;" : "\n";
            break;
        case '\t':
            out += attribute ? "&#9;" : "\t";
            break;
        case '\r':
            out += "&#13;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20) out += c;
        }
    }
}

class Writer {
public:
    Writer(const Session::Impl& session, bool onlyRelevant)
        : m_session(session)
        , m_onlyRelevant(onlyRelevant) {}

    std::string write() {
        const auto root = m_session.document.documentElement();
        collect(root);
        std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        element(root, {}, true, out);
        return out + "\n";
    }

private:
    [[nodiscard]] bool skipped(NodeIndex node) const {
        if (!m_session.alive(node)) return false;
        return m_onlyRelevant && !m_session.states[node].relevant;
    }

    void declare(std::string_view prefix, std::string_view uri) {
        if (!prefix.empty() && prefix != "xml" && !uri.empty()) m_declared.emplace(prefix, uri);
    }

    void collect(NodeIndex node) {
        const auto& document = m_session.document;
        declare(document.prefix(node), document.namespaceUri(node));
        for (auto at = document.firstAttribute(node); at != kNoNode; at = document.nextSibling(at))
            declare(document.prefix(at), document.namespaceUri(at));
        if (m_session.alive(node) && m_session.states[node].reason != NoAnswer::None) declare("peil", ns::kPeil);
        for (auto at = document.firstChild(node); at != kNoNode; at = document.nextSibling(at))
            if (document.kind(at) == xpath::NodeKind::Element && !skipped(at)) collect(at);
    }

    void attributes(NodeIndex node, std::string& out) const {
        const auto& document = m_session.document;
        for (auto at = document.firstAttribute(node); at != kNoNode; at = document.nextSibling(at)) {
            if (skipped(at)) continue;
            out += ' ';
            if (!document.prefix(at).empty()) out += std::string(document.prefix(at)) + ":";
            out += document.localName(at);
            out += "=\"";
            escape(document.text(at), true, out);
            out += '"';
        }
        if (m_session.alive(node) && m_session.states[node].reason != NoAnswer::None)
            out += " peil:reason=\"" + std::string(reasonText(m_session.states[node].reason)) + "\"";
    }

    void namespaces(NodeIndex node, std::string_view inherited, bool root, std::string& out) const {
        const auto& document = m_session.document;
        const auto uri = ownDefault(node);
        if (document.prefix(node).empty() && uri != inherited) {
            out += " xmlns=\"";
            escape(uri, true, out);
            out += '"';
        }
        if (!root) return;
        for (const auto& [prefix, value] : m_declared) {
            out += " xmlns:" + prefix + "=\"";
            escape(value, true, out);
            out += '"';
        }
    }

    // Elements that merely inherit the form's own namespace are written without one, as ODK's tools do.
    [[nodiscard]] std::string_view ownDefault(NodeIndex node) const {
        const auto uri = m_session.document.namespaceUri(node);
        return uri == ns::kXForms ? std::string_view{} : uri;
    }

    void element(NodeIndex node, std::string_view inherited, bool root, std::string& out) const {
        const auto& document = m_session.document;
        std::string name(document.prefix(node));
        if (!name.empty()) name += ':';
        name += document.localName(node);
        out += '<' + name;
        namespaces(node, inherited, root, out);
        attributes(node, out);
        const auto inside = document.prefix(node).empty() ? ownDefault(node) : inherited;
        std::string content;
        for (auto at = document.firstChild(node); at != kNoNode; at = document.nextSibling(at)) {
            if (document.kind(at) == xpath::NodeKind::Text) escape(document.text(at), false, content);
            if (document.kind(at) == xpath::NodeKind::Element && !skipped(at)) element(at, inside, false, content);
        }
        if (content.empty())
            out += "/>";
        else
            out += '>' + content + "</" + name + '>';
    }

    const Session::Impl& m_session;
    bool m_onlyRelevant;
    std::map<std::string, std::string> m_declared;
};

} // namespace

std::string Session::Impl::toXml(bool onlyRelevant) const {
    return Writer(*this, onlyRelevant).write();
}

std::vector<StoredRow> Session::Impl::storedRows() const {
    std::vector<StoredRow> rows;
    eachNode(document.documentElement(), [&](NodeIndex node) {
        const auto& definition = defOf(node);
        for (const auto child : definition.children)
            if (def.nodes[child].repeat) {
                const Range range{node, child};
                rows.push_back({pathOf(range), std::to_string(instancesOf(range).size()), {}});
            }
        if (definition.group) return;
        const auto value = document.text(node);
        const auto reason = states[node].reason;
        if (value.empty() && definition.defaultValue.empty() && reason == NoAnswer::None) return;
        rows.push_back({pathOf(node), std::string(value), std::string(reasonText(reason))});
    });
    return rows;
}

} // namespace peil::forms
