// SPDX-License-Identifier: Apache-2.0
#pragma once

// A document of expressions as XML, so that tests can read what it holds. Programs write records with the form
// engine's own serialiser.

#include "peil/base/markup.h"
#include "peil/xpath/document.h"

#include <utility>
#include <vector>

namespace peil_test {

class DocumentWriter {
public:
    explicit DocumentWriter(const peil::xpath::Document& document)
        : m_document(document) {}

    void write(peil::xpath::NodeIndex at) {
        using peil::xpath::NodeKind;
        const std::string text(m_document.text(at));
        switch (m_document.kind(at)) {
        case NodeKind::Element:
            return element(at);
        case NodeKind::Document:
            return children(at);
        case NodeKind::Comment:
            m_out += "<!--" + text + "-->";
            break;
        case NodeKind::DocumentType:
            m_out += "<!DOCTYPE " + text + ">";
            break;
        case NodeKind::ProcessingInstruction:
            m_out += "<?" + nameOf(at) + " " + text + "?>";
            break;
        default:
            peil::appendMarkup(m_out, text, peil::MarkupPlace::Text);
        }
    }
    [[nodiscard]] const std::string& text() const { return m_out; }

private:
    [[nodiscard]] std::string nameOf(peil::xpath::NodeIndex at) const {
        const std::string prefix(m_document.prefix(at));
        return (prefix.empty() ? prefix : prefix + ":") + std::string(m_document.localName(at));
    }

    void children(peil::xpath::NodeIndex at) {
        for (auto child = m_document.firstChild(at); child != peil::xpath::kNoNode;
             child = m_document.nextSibling(child))
            write(child);
    }

    void attribute(const std::string& name, std::string_view value) {
        m_out += " " + name + "=\"";
        peil::appendMarkup(m_out, value, peil::MarkupPlace::Attribute);
        m_out += '"';
    }

    void declare(peil::xpath::NodeIndex at) {
        const std::string prefix(m_document.prefix(at));
        const std::string uri(m_document.namespaceUri(at));
        if (prefix == "xml") return;
        std::string known;
        for (const auto& [name, bound] : m_scope)
            if (name == prefix) known = bound;
        if (known == uri) return;
        m_scope.emplace_back(prefix, uri);
        attribute(prefix.empty() ? "xmlns" : "xmlns:" + prefix, uri);
    }

    void element(peil::xpath::NodeIndex at) {
        const auto outside = m_scope.size();
        m_out += "<" + nameOf(at);
        declare(at);
        const auto first = m_document.firstAttribute(at);
        for (auto each = first; each != peil::xpath::kNoNode; each = m_document.nextSibling(each))
            if (!m_document.prefix(each).empty()) declare(each);
        for (auto each = first; each != peil::xpath::kNoNode; each = m_document.nextSibling(each))
            attribute(nameOf(each), m_document.text(each));
        if (m_document.firstChild(at) == peil::xpath::kNoNode) {
            m_out += "/>";
        } else {
            m_out += ">";
            children(at);
            m_out += "</" + nameOf(at) + ">";
        }
        m_scope.resize(outside);
    }

    const peil::xpath::Document& m_document;
    std::string m_out;
    std::vector<std::pair<std::string, std::string>> m_scope;
};

inline std::string xmlOf(const peil::xpath::Document& document, peil::xpath::NodeIndex from = peil::xpath::kRoot) {
    DocumentWriter writer(document);
    writer.write(from);
    return writer.text();
}

} // namespace peil_test
