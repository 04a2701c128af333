// SPDX-License-Identifier: Apache-2.0
#include "form_host.h"

#include "peil/crypto/seal.h"

namespace peil_conformance {
namespace {

using peil::xpath::Document;
using peil::xpath::kNoNode;
using peil::xpath::kRoot;
using peil::xpath::NodeIndex;
using peil::xpath::NodeKind;

std::string_view attributeText(const Document& document, NodeIndex node, std::string_view name) {
    const auto found = document.attribute(node, name);
    return found == kNoNode ? std::string_view{} : document.text(found);
}

} // namespace

void FixedRng::fill(std::span<std::uint8_t> out) {
    m_used = true;
    for (auto& byte : out) {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        byte = static_cast<std::uint8_t>(m_state >> 56U);
    }
}

NodeIndex nextElement(const Document& document, NodeIndex node) {
    auto at = node;
    do {
        if (document.firstChild(at) != kNoNode) {
            at = document.firstChild(at);
        } else {
            while (at != kRoot && at != kNoNode && document.nextSibling(at) == kNoNode)
                at = document.parent(at);
            if (at == kRoot || at == kNoNode) return kNoNode;
            at = document.nextSibling(at);
        }
    } while (document.kind(at) != NodeKind::Element);
    return at;
}

FormHost::FormHost(const Document& source, std::string_view language, std::string_view zone)
    : m_document(source)
    , m_language(language) {
    host.clock = &m_clock;
    host.rng = &m_rng;
    host.timeZone = std::string(zone);
    host.digest = [](std::string_view algorithm, peil::ByteView bytes) {
        return peil::crypto::digest(algorithm, bytes);
    };
    host.instance = [this](std::string_view id) { return findInstance(id); };
    host.itext = [this](std::string_view id) { return shortText(id); };
    host.itextNodes = [this](std::string_view id) { return textNodes(id); };
}

bool FormHost::usedChance() const {
    return m_rng.used();
}

peil::xpath::NodeRef FormHost::findInstance(std::string_view id) const {
    for (auto at = nextElement(m_document, kRoot); at != kNoNode; at = nextElement(m_document, at))
        if (m_document.localName(at) == "instance" && attributeText(m_document, at, "id") == id)
            return {&m_document, at};
    return {};
}

NodeIndex FormHost::findText(std::string_view id) const {
    auto chosen = kNoNode;
    for (auto at = nextElement(m_document, kRoot); at != kNoNode; at = nextElement(m_document, at)) {
        if (m_document.localName(at) != "translation") continue;
        const auto marked = m_document.attribute(at, "default") != kNoNode;
        if (m_language.empty() ? (chosen == kNoNode || marked) : attributeText(m_document, at, "lang") == m_language)
            chosen = at;
    }
    if (chosen == kNoNode) return kNoNode;
    for (auto text = m_document.childElement(chosen, "text"); text != kNoNode; text = m_document.nextOfSameName(text))
        if (attributeText(m_document, text, "id") == id) return text;
    return kNoNode;
}

std::string FormHost::shortText(std::string_view id) const {
    for (const auto& value : textNodes(id))
        if (m_document.attribute(value.node, "form") == kNoNode) return m_document.stringValue(value.node);
    return {};
}

peil::xpath::NodeSet FormHost::textNodes(std::string_view id) const {
    peil::xpath::NodeSet values;
    const auto text = findText(id);
    if (text == kNoNode) return values;
    for (auto value = m_document.childElement(text, "value"); value != kNoNode;
         value = m_document.nextOfSameName(value))
        values.push_back({&m_document, value});
    return values;
}

} // namespace peil_conformance
