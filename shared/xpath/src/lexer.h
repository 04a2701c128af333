// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tokens of XPath 1.0 (section 3.7), with its rule that `*`, `and`, `or`, `div` and `mod` are operators only where an
// operator is allowed.

#include "peil/xpath/expression.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace peil::xpath {

enum class TokenKind : std::uint8_t {
    End,
    Number,
    Literal,
    Name,    ///< name test, function name, axis or node type: prefix and colon included
    AnyName, ///< `*` or `prefix:*` as a name test
    Slash,
    DoubleSlash,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    Dot,
    DoubleDot,
    At,
    Comma,
    DoubleColon,
    Pipe,
    Plus,
    Minus,
    Times,
    Div,
    Mod,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
    Dollar,
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::string_view text; ///< view into the expression; of a literal without its quotes
    std::uint32_t column = 1;
};

/// The last token is End. @return XpathErrc::Syntax with the column.
[[nodiscard]] Result<std::vector<Token>> tokenize(std::string_view text, const ColumnOf& columnOf);

} // namespace peil::xpath
