// SPDX-License-Identifier: Apache-2.0
#include "xml_scanner.h"

#include "utf.h"

#include <algorithm>
#include <charconv>

namespace peil::xlsform {

namespace {

constexpr std::size_t kMaxEntity = 12; ///< bytes from & to ;

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view localName(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool appendEntity(std::string_view entity, std::string& out) {
    if (entity == "amp")
        out += '&';
    else if (entity == "lt")
        out += '<';
    else if (entity == "gt")
        out += '>';
    else if (entity == "quot")
        out += '"';
    else if (entity == "apos")
        out += '\'';
    else if (entity.starts_with('#')) {
        const bool hex = entity.size() > 1 && entity[1] == 'x';
        const auto digits = entity.substr(hex ? 2 : 1);
        unsigned code = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
        const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        if (error != std::errc() || end != digits.data() + digits.size() || code == 0 || code > 0x10FFFF || surrogate)
            return false;
        appendUtf8(out, code);
    } else
        return false;
    return true;
}

} // namespace

bool XmlScanner::decode(std::string_view raw, std::string& out) {
    out.clear();
    for (std::size_t at = 0;;) {
        const auto entity = raw.find('&', at);
        out += raw.substr(at, entity - at);
        if (entity == std::string_view::npos) return true;
        const auto end = raw.find(';', entity);
        if (end == std::string_view::npos || end - entity > kMaxEntity) return false;
        if (!appendEntity(raw.substr(entity + 1, end - entity - 1), out)) return false;
        at = end + 1;
    }
}

XmlScanner::Token XmlScanner::broken() {
    m_broken = true;
    return Token::Broken;
}

std::optional<std::string> XmlScanner::attribute(std::string_view name) const {
    for (const auto& [key, raw] : m_attributes) {
        if ((name.find(':') == std::string_view::npos ? localName(key) : key) != name) continue;
        std::string value;
        if (!decode(raw, value)) return std::nullopt;
        return value;
    }
    return std::nullopt;
}

/// Drops what has been read and reads on until the longest markup lies in the buffer.
void XmlScanner::refill() {
    if (m_ended || m_buffer.size() - m_at >= kMaxMarkup) return;
    m_buffer.erase(0, m_at);
    m_at = 0;
    while (!m_ended && m_buffer.size() < 2 * kMaxMarkup)
        m_ended = !m_source(m_buffer);
}

void XmlScanner::skipSpace() {
    while (m_at < m_buffer.size() && isSpace(m_buffer[m_at]))
        ++m_at;
}

bool XmlScanner::skipPast(std::string_view end) {
    for (;;) {
        const auto found = m_buffer.find(end, m_at);
        if (found != std::string::npos) {
            m_at = found + end.size();
            return true;
        }
        if (m_ended) return false;
        m_at = std::max(m_at, m_buffer.size() - std::min(m_buffer.size(), end.size() - 1));
        refill();
    }
}

std::string_view XmlScanner::readName() {
    const auto start = m_at;
    while (m_at < m_buffer.size()) {
        const char c = m_buffer[m_at];
        if (isSpace(c) || c == '>' || c == '/' || c == '=' || c == '<' || c == '"' || c == '\'') break;
        ++m_at;
    }
    return std::string_view(m_buffer).substr(start, m_at - start);
}

XmlScanner::Token XmlScanner::next() {
    if (m_broken) return Token::Broken;
    if (m_pendingEnd) {
        m_pendingEnd = false;
        m_name = localName(m_open[--m_depth]);
        return Token::End;
    }
    const bool first = m_buffer.empty();
    for (;;) {
        refill();
        if (first && m_at == 0 && m_buffer.starts_with("\xEF\xBB\xBF")) m_at = 3;
        if (m_at >= m_buffer.size()) return m_depth == 0 && m_sawRoot ? Token::Done : broken();
        const auto rest = std::string_view(m_buffer).substr(m_at);
        if (rest.starts_with("<!--")) {
            m_at += 4;
            if (!skipPast("-->")) return broken();
        } else if (rest.starts_with("<?")) {
            if (!skipPast("?>")) return broken();
        } else if (rest.starts_with("<![CDATA["))
            return cdata();
        else if (rest.starts_with('<'))
            return markup();
        else if (m_depth == 0) {
            skipSpace();
            if (m_at < m_buffer.size() && m_buffer[m_at] != '<') return broken();
        } else
            return textRun();
    }
}

XmlScanner::Token XmlScanner::cdata() {
    m_at += 9;
    const auto end = m_buffer.find("]]>", m_at);
    if (end == std::string::npos || m_depth == 0) return broken();
    m_value.assign(m_buffer, m_at, end - m_at);
    m_at = end + 3;
    return Token::Text;
}

XmlScanner::Token XmlScanner::textRun() {
    auto end = m_buffer.find('<', m_at);
    if (end == std::string::npos) {
        if (m_ended) return broken();
        // A piece of a long text: up to an entity that may be cut.
        end = m_buffer.size();
        const auto entity = m_buffer.rfind('&');
        if (entity != std::string::npos && entity > m_at && end - entity <= kMaxEntity) end = entity;
    }
    if (!decode(std::string_view(m_buffer).substr(m_at, end - m_at), m_value)) return broken();
    m_at = end;
    return Token::Text;
}

XmlScanner::Token XmlScanner::markup() {
    ++m_at;
    if (m_at >= m_buffer.size() || m_buffer[m_at] == '!') return broken(); // a DTD: spreadsheets have none
    return m_buffer[m_at] == '/' ? endTag() : startTag();
}

XmlScanner::Token XmlScanner::endTag() {
    ++m_at;
    const auto name = readName();
    skipSpace();
    if (m_at >= m_buffer.size() || m_buffer[m_at] != '>' || m_depth == 0 || m_open[m_depth - 1] != name)
        return broken();
    ++m_at;
    --m_depth;
    m_name = localName(name);
    return Token::End;
}

bool XmlScanner::readAttributes() {
    m_attributes.clear();
    for (;;) {
        skipSpace();
        if (m_at >= m_buffer.size()) return false;
        if (m_buffer[m_at] == '>' || m_buffer[m_at] == '/') return true;
        const auto key = readName();
        skipSpace();
        if (key.empty() || m_at >= m_buffer.size() || m_buffer[m_at] != '=') return false;
        ++m_at;
        skipSpace();
        if (m_at >= m_buffer.size() || (m_buffer[m_at] != '"' && m_buffer[m_at] != '\'')) return false;
        const auto end = m_buffer.find(m_buffer[m_at], m_at + 1);
        if (end == std::string::npos || m_attributes.size() == kMaxAttributes) return false;
        m_attributes.emplace_back(key, std::string_view(m_buffer).substr(m_at + 1, end - m_at - 1));
        m_at = end + 1;
    }
}

XmlScanner::Token XmlScanner::startTag() {
    const auto name = readName();
    if (name.empty() || m_depth >= kMaxDepth || (m_depth == 0 && m_sawRoot)) return broken();
    if (!readAttributes()) return broken();
    m_sawRoot = true;
    if (m_open.size() == m_depth) m_open.emplace_back();
    m_open[m_depth++].assign(name);
    m_name = localName(name);
    if (m_buffer[m_at] == '/') {
        if (m_at + 1 >= m_buffer.size() || m_buffer[m_at + 1] != '>') return broken();
        ++m_at;
        m_pendingEnd = true;
    }
    ++m_at;
    return Token::Start;
}

} // namespace peil::xlsform
