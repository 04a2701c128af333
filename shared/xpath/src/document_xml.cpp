// SPDX-License-Identifier: Apache-2.0
#include "document_impl.h"
#include "peil/base/text.h"
#include "peil/xpath/error.h"

#include <algorithm>
#include <expat.h>
#include <map>
#include <new>

namespace peil::xpath {
namespace {

constexpr char kSeparator = '\n'; // of namespace, local name and prefix: expat refuses a namespace that has one

class Builder {
public:
    Builder(Document::Impl& impl, Keep keep)
        : m_impl(impl)
        , m_keep(keep)
        , m_parser(XML_ParserCreateNS("UTF-8", kSeparator), XML_ParserFree) {
        if (!m_parser) throw std::bad_alloc();
        XML_SetUserData(m_parser.get(), this);
        XML_SetReturnNSTriplet(m_parser.get(), 1);
        XML_SetElementHandler(
            m_parser.get(), [](void* self, auto name, auto attributes) { of(self).start(name, attributes); },
            [](void* self, auto) { of(self).end(); });
        XML_SetCharacterDataHandler(m_parser.get(), [](void* self, auto text, int size) {
            of(self).m_text.append(text, static_cast<std::size_t>(size));
        });
        XML_SetStartNamespaceDeclHandler(m_parser.get(),
                                         [](void* self, auto prefix, auto uri) { of(self).declare(prefix, uri); });
        XML_SetStartDoctypeDeclHandler(m_parser.get(), [](void* self, auto name, auto file, auto, int subset) {
            of(self).doctype(name, file, subset);
        });
        if (keep == Keep::Everything) keepEverything();
    }

    Result<> build(std::string_view xml) {
        if (XML_Parse(m_parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE) == XML_STATUS_OK) return {};
        if (m_fault.empty()) {
            const auto code = XML_GetErrorCode(m_parser.get());
            m_fault = std::string("is not well-formed: ") + XML_ErrorString(code);
            if (code == XML_ERROR_UNDEFINED_ENTITY) m_fault += " “" + entityAt(xml) + "”; write &amp; for an ampersand";
        }
        return fail(XpathErrc::BadXml, "The XML " + m_fault + ", in line " +
                                           std::to_string(XML_GetCurrentLineNumber(m_parser.get())) + ", column " +
                                           std::to_string(XML_GetCurrentColumnNumber(m_parser.get()) + 1) + ".");
    }

private:
    static Builder& of(void* self) { return *static_cast<Builder*>(self); }

    void keepEverything() {
        XML_SetEndNamespaceDeclHandler(m_parser.get(), [](void* self, auto prefix) {
            of(self).m_scope[prefix == nullptr ? "" : prefix].pop_back();
        });
        XML_SetCommentHandler(m_parser.get(),
                              [](void* self, auto text) { of(self).append(NodeKind::Comment, {}, text); });
        XML_SetProcessingInstructionHandler(m_parser.get(), [](void* self, auto name, auto text) {
            of(self).append(NodeKind::ProcessingInstruction, name, text);
        });
        XML_SetCdataSectionHandler(
            m_parser.get(), [](void* self) { of(self).flush(); }, [](void* self) { of(self).flush(); });
    }

    std::string entityAt(std::string_view xml) const {
        const auto rest = xml.substr(static_cast<std::size_t>(XML_GetCurrentByteIndex(m_parser.get())));
        return std::string(rest.substr(0, std::min<std::size_t>(rest.find(';'), 40) + 1));
    }

    void refuse(std::string why) {
        m_fault = std::move(why);
        XML_StopParser(m_parser.get(), XML_FALSE);
    }

    void doctype(std::string_view name, const char* file, int subset) {
        if (file != nullptr || subset != 0) return refuse("has declarations in its document type; remove them");
        if (m_keep == Keep::Everything) append(NodeKind::DocumentType, {}, name);
    }

    void declare(const char* prefix, const char* uri) {
        ++m_declared;
        if (m_keep == Keep::Everything)
            m_scope[prefix == nullptr ? "" : prefix].emplace_back(uri == nullptr ? "" : uri);
    }

    /// A name as expat gives it: alone, or namespace, local name and maybe prefix.
    std::uint32_t intern(std::string_view name) {
        const auto parts = split(name, kSeparator);
        if (parts.size() == 1) return m_impl.internName(name, {}, {});
        return m_impl.internName(parts[1], parts[0], parts.size() > 2 ? parts[2] : std::string_view{});
    }

    NodeIndex append(NodeKind kind, std::string_view name, std::string_view value) {
        flush();
        return link(kind, name, value);
    }

    NodeIndex link(NodeKind kind, std::string_view name, std::string_view value) {
        const auto node = m_impl.newNode(kind, name.empty() ? kNoName : intern(name), value);
        m_impl.link(node, m_parent, kNoNode);
        return node;
    }

    /// Expat gives a text in pieces.
    void flush() {
        if (!m_text.empty()) link(NodeKind::Text, {}, m_text);
        m_text.clear();
    }

    void start(const char* name, const char** attributes) {
        m_parent = append(NodeKind::Element, name, {});
        if (++m_depth > kMaxXmlDepth)
            return refuse("is nested deeper than " + std::to_string(kMaxXmlDepth) + " elements");
        auto count = std::exchange(m_declared, 0);
        for (; *attributes != nullptr; attributes += 2) {
            if (++count > kMaxXmlAttributes) break;
            m_impl.linkAttribute(m_impl.newNode(NodeKind::Attribute, intern(attributes[0]), attributes[1]), m_parent);
        }
        if (count > kMaxXmlAttributes)
            return refuse("has an element with more than " + std::to_string(kMaxXmlAttributes) + " attributes");
        for (const auto& [prefix, uris] : m_scope) {
            if (uris.empty() || uris.back().empty()) continue;
            const auto made = m_impl.newNode(NodeKind::Namespace, m_impl.internName(prefix, {}, {}), uris.back());
            m_impl.nodes[made].parent = m_parent;
            m_impl.namespaceNodes[m_parent].push_back(made);
        }
    }

    void end() {
        flush();
        m_parent = m_impl.nodes[m_parent].parent;
        --m_depth;
    }

    Document::Impl& m_impl;
    Keep m_keep;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> m_parser;
    std::string m_fault; ///< why this class refused
    std::string m_text;
    NodeIndex m_parent = kRoot;
    std::size_t m_depth = 0, m_declared = 0;
    std::map<std::string, std::vector<std::string>, std::less<>> m_scope; ///< namespaces by prefix, when kept
};

} // namespace

Result<Document> Document::parse(std::string_view xml, Keep keep) {
    if (!isUtf8(xml)) return fail(XpathErrc::BadXml, "The XML is not valid UTF-8; save it as UTF-8.");
    if (xml.size() > kMaxXmlBytes)
        return fail(XpathErrc::BadXml, "The XML is longer than " + std::to_string(kMaxXmlBytes >> 20U) + " MiB.");
    Document document;
    PEIL_CHECK(Builder(*document.m_impl, keep).build(xml));
    document.m_impl->parsedVersion = document.m_impl->version;
    return document;
}

} // namespace peil::xpath
