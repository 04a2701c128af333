// SPDX-License-Identifier: Apache-2.0
#include "xml_scanner.h"

#include <charconv>

namespace peil::xlsform {

namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view localName(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void appendCodePoint(std::string& out, unsigned code) {
    const auto byte = [&](unsigned value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80)
        byte(code);
    else if (code < 0x800) {
        byte(0xC0U | (code >> 6U));
        byte(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        byte(0xE0U | (code >> 12U));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    } else {
        byte(0xF0U | (code >> 18U));
        byte(0x80U | ((code >> 12U) & 0x3FU));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    }
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
        appendCodePoint(out, code);
    } else
        return false;
    return true;
}

} // namespace

bool XmlScanner::decode(std::string_view raw, std::string& out) {
    out.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '&') {
            out += raw[i];
            continue;
        }
        const auto end = raw.find(';', i);
        if (end == std::string_view::npos || end - i > 12) return false;
        if (!appendEntity(raw.substr(i + 1, end - i - 1), out)) return false;
        i = end;
    }
    return true;
}

XmlScanner::Token XmlScanner::broken() {
    m_broken = true;
    return Token::Broken;
}

std::optional<std::string> XmlScanner::attribute(std::string_view name) const {
    for (const auto& [key, raw] : m_attributes) {
        if (localName(key) != name) continue;
        std::string value;
        if (!decode(raw, value)) return std::nullopt;
        return value;
    }
    return std::nullopt;
}

void XmlScanner::skipSpace() {
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

bool XmlScanner::skipPast(std::string_view end) {
    const auto found = m_text.find(end, m_at);
    if (found == std::string_view::npos) return false;
    m_at = found + end.size();
    return true;
}

std::string_view XmlScanner::readName() {
    const auto start = m_at;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (isSpace(c) || c == '>' || c == '/' || c == '=' || c == '<' || c == '"' || c == '\'') break;
        ++m_at;
    }
    return m_text.substr(start, m_at - start);
}

XmlScanner::Token XmlScanner::next() {
    if (m_broken) return Token::Broken;
    if (m_pendingEnd) {
        m_pendingEnd = false;
        m_name = localName(m_open.back());
        m_open.pop_back();
        return Token::End;
    }
    for (;;) {
        if (m_at == 0 && m_text.starts_with("\xEF\xBB\xBF")) m_at = 3;
        if (m_at >= m_text.size()) return m_open.empty() && m_sawRoot ? Token::Done : broken();
        const auto rest = m_text.substr(m_at);
        if (rest.starts_with("<!--")) {
            if (!skipPast("-->")) return broken();
        } else if (rest.starts_with("<?")) {
            if (!skipPast("?>")) return broken();
        } else if (rest.starts_with("<![CDATA["))
            return cdata();
        else if (rest.starts_with('<'))
            return markup();
        else if (m_open.empty()) {
            skipSpace();
            if (m_at < m_text.size() && m_text[m_at] != '<') return broken();
        } else
            return textRun();
    }
}

XmlScanner::Token XmlScanner::cdata() {
    m_at += 9;
    const auto end = m_text.find("]]>", m_at);
    if (end == std::string_view::npos || m_open.empty()) return broken();
    m_value.assign(m_text.substr(m_at, end - m_at));
    m_at = end + 3;
    return Token::Text;
}

XmlScanner::Token XmlScanner::textRun() {
    const auto end = m_text.find('<', m_at);
    if (end == std::string_view::npos) return broken();
    if (!decode(m_text.substr(m_at, end - m_at), m_value)) return broken();
    m_at = end;
    return Token::Text;
}

XmlScanner::Token XmlScanner::markup() {
    ++m_at;
    if (m_at >= m_text.size() || m_text[m_at] == '!') return broken(); // a DTD: spreadsheets have none
    return m_text[m_at] == '/' ? endTag() : startTag();
}

XmlScanner::Token XmlScanner::endTag() {
    ++m_at;
    const auto name = readName();
    skipSpace();
    if (m_at >= m_text.size() || m_text[m_at] != '>' || m_open.empty() || m_open.back() != name) return broken();
    ++m_at;
    m_open.pop_back();
    m_name = localName(name);
    return Token::End;
}

bool XmlScanner::readAttributes() {
    m_attributes.clear();
    for (;;) {
        skipSpace();
        if (m_at >= m_text.size()) return false;
        if (m_text[m_at] == '>' || m_text[m_at] == '/') return true;
        const auto key = readName();
        skipSpace();
        if (key.empty() || m_at >= m_text.size() || m_text[m_at] != '=') return false;
        ++m_at;
        skipSpace();
        if (m_at >= m_text.size() || (m_text[m_at] != '"' && m_text[m_at] != '\'')) return false;
        const auto end = m_text.find(m_text[m_at], m_at + 1);
        if (end == std::string_view::npos || m_attributes.size() == kMaxAttributes) return false;
        m_attributes.emplace_back(key, m_text.substr(m_at + 1, end - m_at - 1));
        m_at = end + 1;
    }
}

XmlScanner::Token XmlScanner::startTag() {
    const auto name = readName();
    if (name.empty() || m_open.size() >= kMaxDepth || (m_open.empty() && m_sawRoot)) return broken();
    if (!readAttributes()) return broken();
    m_sawRoot = true;
    m_open.push_back(name);
    m_name = localName(name);
    if (m_text[m_at] == '/') {
        if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '>') return broken();
        ++m_at;
        m_pendingEnd = true;
    }
    ++m_at;
    return Token::Start;
}

} // namespace peil::xlsform
