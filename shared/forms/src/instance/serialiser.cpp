// SPDX-License-Identifier: Apache-2.0
#include "instance/serialiser.h"

#include "peil/base/markup.h"

#include <algorithm>
#include <map>

namespace peil::forms {
namespace {

class Writer {
public:
    Writer(const LiveInstance& instance, RecordPart part)
        : m_instance(instance)
        , m_part(part) {}

    std::string write() {
        const auto root = m_instance.root();
        std::map<std::string, std::string> all;
        collect(root, all);
        // A form may use our usual prefix for another namespace.
        while (all.contains(m_reasonPrefix) && all[m_reasonPrefix] != ns::kPeil)
            m_reasonPrefix += '_';
        if (m_anyReason) all.emplace(m_reasonPrefix, ns::kPeil);
        m_scope.assign(all.begin(), all.end());
        std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        element(root, {}, true, out);
        return out + "\n";
    }

private:
    using Prefixes = std::vector<std::pair<std::string, std::string>>;

    [[nodiscard]] bool skipped(NodeIndex node) const {
        if (!m_instance.alive(node)) return false;
        return m_part == RecordPart::Relevant && !m_instance.state(node).relevant;
    }

    [[nodiscard]] bool hasReason(NodeIndex node) const {
        return m_instance.alive(node) && m_instance.state(node).reason != NoAnswer::None;
    }

    /// Calls `visit` with each prefix of the element and its attributes, and the namespace that it stands for.
    template <class Visit>
    void eachPrefix(NodeIndex node, const Visit& visit) const {
        const auto& document = m_instance.document();
        const auto one = [&](std::string_view prefix, std::string_view uri) {
            if (!prefix.empty() && prefix != "xml" && !uri.empty()) visit(prefix, uri);
        };
        one(document.prefix(node), document.namespaceUri(node));
        for (auto at = document.firstAttribute(node); at != kNoNode; at = document.nextSibling(at))
            if (!skipped(at)) one(document.prefix(at), document.namespaceUri(at));
    }

    /// All that the record uses is declared at its root; of a prefix with two meanings, the first.
    void collect(NodeIndex node, std::map<std::string, std::string>& all) {
        const auto& document = m_instance.document();
        m_anyReason = m_anyReason || hasReason(node);
        eachPrefix(node, [&](std::string_view prefix, std::string_view uri) { all.emplace(prefix, uri); });
        for (auto at = document.firstChild(node); at != kNoNode; at = document.nextSibling(at))
            if (document.kind(at) == xpath::NodeKind::Element && !skipped(at)) collect(at, all);
    }

    void attributes(NodeIndex node, std::string& out) const {
        const auto& document = m_instance.document();
        for (auto at = document.firstAttribute(node); at != kNoNode; at = document.nextSibling(at)) {
            if (skipped(at)) continue;
            out += ' ';
            if (!document.prefix(at).empty()) out += std::string(document.prefix(at)) + ":";
            out += document.localName(at);
            out += "=\"";
            appendMarkup(out, document.text(at), MarkupPlace::Attribute);
            out += '"';
        }
        if (hasReason(node))
            out += ' ' + m_reasonPrefix + ":reason=\"" + std::string(idOf(m_instance.state(node).reason)) + "\"";
    }

    static void declare(std::string_view prefix, std::string_view uri, std::string& out) {
        out += " xmlns";
        if (!prefix.empty()) out += ':';
        out += prefix;
        out += "=\"";
        appendMarkup(out, uri, MarkupPlace::Attribute);
        out += '"';
    }

    [[nodiscard]] bool inScope(std::string_view prefix, std::string_view uri) const {
        const auto known =
            std::find_if(m_scope.rbegin(), m_scope.rend(), [&](const auto& entry) { return entry.first == prefix; });
        return known != m_scope.rend() && known->second == uri;
    }

    void namespaces(NodeIndex node, std::string_view inherited, bool root, std::string& out) {
        if (m_instance.document().prefix(node).empty() && ownDefault(node) != inherited)
            declare({}, ownDefault(node), out);
        if (root)
            for (const auto& [prefix, uri] : m_scope)
                declare(prefix, uri, out);
        eachPrefix(node, [&](std::string_view prefix, std::string_view uri) {
            if (inScope(prefix, uri)) return;
            declare(prefix, uri, out);
            m_scope.emplace_back(prefix, uri);
        });
    }

    // Elements that merely inherit the form's own namespace are written without one, as ODK's tools do.
    [[nodiscard]] std::string_view ownDefault(NodeIndex node) const {
        const auto uri = m_instance.document().namespaceUri(node);
        return uri == ns::kXForms ? std::string_view{} : uri;
    }

    void element(NodeIndex node, std::string_view inherited, bool root, std::string& out) {
        const auto& document = m_instance.document();
        std::string name(document.prefix(node));
        if (!name.empty()) name += ':';
        name += document.localName(node);
        out += '<' + name;
        const auto outside = m_scope.size();
        namespaces(node, inherited, root, out);
        attributes(node, out);
        const auto inside = document.prefix(node).empty() ? ownDefault(node) : inherited;
        std::string content;
        for (auto at = document.firstChild(node); at != kNoNode; at = document.nextSibling(at)) {
            if (document.kind(at) == xpath::NodeKind::Text) appendMarkup(content, document.text(at), MarkupPlace::Text);
            if (document.kind(at) == xpath::NodeKind::Element && !skipped(at)) element(at, inside, false, content);
        }
        if (content.empty())
            out += "/>";
        else
            out += '>' + content + "</" + name + '>';
        m_scope.resize(outside);
    }

    const LiveInstance& m_instance;
    RecordPart m_part;
    bool m_anyReason = false;
    std::string m_reasonPrefix = "peil";
    Prefixes m_scope; ///< what is declared around the place of writing, innermost last
};

} // namespace

std::string Serialiser::xml(RecordPart part) const {
    return Writer(m_instance, part).write();
}

std::vector<StoredRow> Serialiser::rows() const {
    std::vector<StoredRow> rows;
    m_instance.eachNode(m_instance.root(), [&](NodeIndex node) {
        const auto& definition = m_instance.defOf(node);
        for (const auto child : definition.children)
            if (m_instance.form().nodes[child].repeat) {
                const Range range{node, child};
                rows.push_back({m_instance.pathOf(range), std::to_string(m_instance.countOf(range)), {}});
            }
        if (definition.group) return;
        const auto value = m_instance.text(node);
        const auto reason = m_instance.state(node).reason;
        if (value.empty() && definition.defaultValue.empty() && reason == NoAnswer::None) return;
        rows.push_back({m_instance.pathOf(node), std::string(value), std::string(idOf(reason))});
    });
    return rows;
}

std::vector<FinalField> Serialiser::finalFields() const {
    std::vector<FinalField> fields;
    m_instance.eachNode(m_instance.root(), [&](NodeIndex node) {
        const auto& definition = m_instance.defOf(node);
        if (definition.group || !m_instance.isRelevant(node)) return;
        fields.push_back({m_instance.pathOf(node), std::string(m_instance.text(node)),
                          std::string(idOf(m_instance.state(node).reason)), definition.fieldClass});
    });
    return fields;
}

} // namespace peil::forms
