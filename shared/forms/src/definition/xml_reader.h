// SPDX-License-Identifier: Apache-2.0
#pragma once

// The form's XML with namespaces, which pugixml does not support. Only for reading a form; instances are in
// xpath::Document.

#include "peil/base/result.h"
#include "peil/forms/form_tree.h"
#include "peil/xpath/document.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace peil::forms {

inline constexpr std::size_t kMaxXmlDepth = 512;
inline constexpr std::size_t kMaxXmlAttributes = 1000; ///< of one element

/// Borrowed view of an element; valid while its XmlSource lives.
using Xml = pugi::xml_node;

/// Borrowed, as the element is.
struct XmlAttribute {
    std::string_view localName, uri;
    const char* value = nullptr;
};

/// Owns the parsed text of one form or instance. Not movable: views point into it.
class XmlSource {
public:
    XmlSource() = default;
    XmlSource(const XmlSource&) = delete;
    XmlSource& operator=(const XmlSource&) = delete;

    /// @return the sentence of what is wrong, with line and column; empty if the text is well formed.
    [[nodiscard]] std::string parse(std::string_view text);
    /// Reads a document that was never text. @return as parse().
    [[nodiscard]] std::string adopt(pugi::xml_document document);
    [[nodiscard]] Xml root() const { return m_document.document_element(); }

    [[nodiscard]] std::string_view namespaceOf(Xml element) const;
    [[nodiscard]] std::string_view namespaceOf(Xml element, const pugi::xml_attribute& attribute) const;
    /// The value of an attribute in a namespace (empty = none); null if absent.
    [[nodiscard]] const char* attribute(Xml element, std::string_view localName, std::string_view uri = {}) const;
    /// All attributes, into `all`: for elements of which many are asked.
    void attributes(Xml element, std::vector<XmlAttribute>& all) const;
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> declared(Xml element) const;
    /// Copies an element without what it holds: name and attributes. @return its index.
    xpath::NodeIndex copyShallow(xpath::Document& target, xpath::NodeIndex parent, Xml element) const;

private:
    void findDeclarations(bool onlyAtRoot);
    [[nodiscard]] std::string_view resolve(Xml element, std::string_view prefix) const;

    pugi::xml_document m_document;
    std::unordered_set<std::size_t> m_declaring;               ///< elements that declare namespaces, by pugixml's hash
    std::vector<std::pair<std::string, std::string>> m_atRoot; ///< prefix -> URI when only the root declares
};

/// The value of an attribute in a namespace (empty = none); null if absent.
[[nodiscard]] const char* find(const std::vector<XmlAttribute>& all, std::string_view localName,
                               std::string_view uri = {});
[[nodiscard]] std::string_view localName(std::string_view qualified);
[[nodiscard]] std::string_view prefixOf(std::string_view qualified);
[[nodiscard]] inline std::string_view localName(Xml element) {
    return localName(std::string_view(element.name()));
}
/// The text between an element's start tag and its first child; the nodes below an element do not repeat it.
[[nodiscard]] inline const char* leadingText(Xml element) {
    return element.value();
}
/// Text of an element without the text of its children; nothing is trimmed.
[[nodiscard]] std::string ownText(Xml element);
[[nodiscard]] bool hasElementChild(Xml element);
/// First child element with that local name.
[[nodiscard]] Xml child(Xml element, std::string_view localName);

} // namespace peil::forms
