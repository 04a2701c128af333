// SPDX-License-Identifier: Apache-2.0
#include "lexer.h"

#include "peil/base/xml_name.h"

#include <algorithm>
#include <string>
#include <utility>

namespace peil::xpath {
namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The character that `text` begins with, in quotes.
std::string shown(std::string_view text) {
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    const auto end = std::find_if_not(text.begin() + 1, text.end(), continues);
    const std::string character(text.begin(), end);
    return "\"" + character + "\"";
}

/// What the author of this character probably meant.
std::string_view cureOf(char c) {
    switch (c) {
    case '{':
    case '}':
    case '#':
        return "write a question as ${name}";
    case '&':
        return "write \"and\"";
    case '%':
        return "write \"mod\"";
    case ';':
        return "write a comma";
    case '!':
        return "write != for \"is not\", or not(…)";
    default:
        return "remove it";
    }
}

/// True when a name or `*` after this token must be an operator.
bool operatorFollows(TokenKind last) {
    switch (last) {
    case TokenKind::Number:
    case TokenKind::Literal:
    case TokenKind::Name:
    case TokenKind::AnyName:
    case TokenKind::RightParenthesis:
    case TokenKind::RightBracket:
    case TokenKind::Dot:
    case TokenKind::DoubleDot:
        return true;
    default:
        return false;
    }
}

class Lexer {
public:
    Lexer(std::string_view text, const ColumnOf& columnOf)
        : m_text(text)
        , m_columnOf(columnOf) {}

    Result<std::vector<Token>> run() {
        while (true) {
            while (m_at < m_text.size() && isSpace(m_text[m_at]))
                ++m_at;
            if (m_at >= m_text.size()) break;
            PEIL_CHECK(next());
        }
        add(TokenKind::End, 0);
        return std::move(m_tokens);
    }

private:
    void add(TokenKind kind, std::size_t length) {
        m_tokens.push_back({kind, m_text.substr(m_at, length), character()});
        m_at += length;
    }

    /// Of m_at, as people count: from 1, whatever the bytes of a letter.
    std::uint32_t character() {
        if (m_columnOf) return m_columnOf(m_at);
        for (; m_counted < m_at; ++m_counted)
            if ((static_cast<unsigned char>(m_text[m_counted]) & 0xC0U) != 0x80U) ++m_characters;
        return m_characters + 1;
    }

    [[nodiscard]] char peek(std::size_t ahead) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    Result<> next() {
        const char c = m_text[m_at];
        if (c == '"' || c == '\'') return literal(c);
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
            return {};
        }
        if (const auto length = xmlNameLength(m_text.substr(m_at)); length > 0) {
            name(length);
            return {};
        }
        return symbol(c);
    }

    Result<> literal(char quote) {
        const auto end = m_text.find(quote, m_at + 1);
        if (end == std::string_view::npos)
            return fail(XpathErrc::Syntax, "The text that begins at character " + std::to_string(character()) +
                                               " has no closing quote; add one.");
        m_tokens.push_back({TokenKind::Literal, m_text.substr(m_at + 1, end - m_at - 1), character()});
        m_at = end + 1;
        return {};
    }

    void number() {
        std::size_t length = 0;
        while (isDigit(peek(length)))
            ++length;
        if (peek(length) == '.') {
            ++length;
            while (isDigit(peek(length)))
                ++length;
        }
        if (peek(length) == 'e' || peek(length) == 'E') { // 7.9e-12, as programs write small numbers
            const std::size_t sign = peek(length + 1) == '-' || peek(length + 1) == '+' ? 1 : 0;
            for (auto digit = length + 1 + sign; isDigit(peek(digit)); ++digit)
                length = digit + 1;
        }
        add(TokenKind::Number, length);
    }

    void name(std::size_t length) {
        const auto word = m_text.substr(m_at, length);
        if (!m_tokens.empty() && operatorFollows(m_tokens.back().kind)) {
            static constexpr std::pair<std::string_view, TokenKind> kWords[] = {
                {"and", TokenKind::And}, {"or", TokenKind::Or}, {"div", TokenKind::Div}, {"mod", TokenKind::Mod}};
            for (const auto& [text, kind] : kWords) { // "1and1" is legal: a name cannot follow a value
                if (!word.starts_with(text) || (word.size() > text.size() && !isDigit(word[text.size()]))) continue;
                add(kind, text.size());
                return;
            }
        }
        if (peek(length) == ':' && peek(length + 1) == '*') {
            add(TokenKind::AnyName, length + 2);
            return;
        }
        if (peek(length) == ':')
            if (const auto local = xmlNameLength(m_text.substr(m_at + length + 1)); local > 0) length += 1 + local;
        add(TokenKind::Name, length);
    }

    Result<> symbol(char c) {
        const bool equals = peek(1) == '=';
        switch (c) {
        case '(':
            add(TokenKind::LeftParenthesis, 1);
            return {};
        case ')':
            add(TokenKind::RightParenthesis, 1);
            return {};
        case '[':
            add(TokenKind::LeftBracket, 1);
            return {};
        case ']':
            add(TokenKind::RightBracket, 1);
            return {};
        case '@':
            add(TokenKind::At, 1);
            return {};
        case ',':
            add(TokenKind::Comma, 1);
            return {};
        case '|':
            add(TokenKind::Pipe, 1);
            return {};
        case '+':
            add(TokenKind::Plus, 1);
            return {};
        case '-':
            add(TokenKind::Minus, 1);
            return {};
        case '$':
            add(TokenKind::Dollar, 1);
            return {};
        case '=':
            add(TokenKind::Equal, 1);
            return {};
        case '<':
            add(equals ? TokenKind::LessEqual : TokenKind::Less, equals ? 2 : 1);
            return {};
        case '>':
            add(equals ? TokenKind::GreaterEqual : TokenKind::Greater, equals ? 2 : 1);
            return {};
        case '/':
            if (peek(1) == '/')
                add(TokenKind::DoubleSlash, 2);
            else
                add(TokenKind::Slash, 1);
            return {};
        case '.':
            if (peek(1) == '.')
                add(TokenKind::DoubleDot, 2);
            else
                add(TokenKind::Dot, 1);
            return {};
        case '*':
            add(!m_tokens.empty() && operatorFollows(m_tokens.back().kind) ? TokenKind::Times : TokenKind::AnyName, 1);
            return {};
        case '!':
            if (!equals) break;
            add(TokenKind::NotEqual, 2);
            return {};
        case ':':
            if (peek(1) != ':') break;
            add(TokenKind::DoubleColon, 2);
            return {};
        default:
            break;
        }
        return fail(XpathErrc::Syntax, "The character " + shown(m_text.substr(m_at)) + " at character " +
                                           std::to_string(character()) + " is not allowed here; " +
                                           std::string(cureOf(c)) + ".");
    }

    std::string_view m_text;
    const ColumnOf& m_columnOf;
    std::size_t m_at = 0;
    std::size_t m_counted = 0;
    std::uint32_t m_characters = 0; ///< that begin before m_counted
    std::vector<Token> m_tokens;
};

} // namespace

Result<std::vector<Token>> tokenize(std::string_view text, const ColumnOf& columnOf) {
    return Lexer(text, columnOf).run();
}

} // namespace peil::xpath
