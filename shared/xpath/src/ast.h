// SPDX-License-Identifier: Apache-2.0
#pragma once

// The compiled form of an expression. Chains of one precedence level are one node with many arguments, so that the
// depth of the tree is the nesting that the author wrote and not the number of operators.

#include "lexer.h"
#include "names.h"

#include <memory>
#include <string>
#include <vector>

namespace peil::xpath {

struct FunctionInfo;
struct CompiledRegex;

enum class Axis : std::uint8_t {
    Ancestor,
    AncestorOrSelf,
    Attribute,
    Child,
    Descendant,
    DescendantOrSelf,
    Following,
    FollowingSibling,
    Namespace,
    Parent,
    Preceding,
    PrecedingSibling,
    Self,
};

struct NodeTest {
    enum class Kind : std::uint8_t { Name, AnyName, AnyNode, Text, Comment, ProcessingInstruction };
    Kind kind = Kind::Name;
    LocalName local;
    std::string uri;        ///< only with `hasPrefix`
    bool hasPrefix = false; ///< without one, an element of any namespace but XHTML matches
};

enum class ExprKind : std::uint8_t { Number, Literal, Or, And, Compare, Arithmetic, Negate, Union, Path, Call };
enum class PathStart : std::uint8_t { Context, Root, Base };

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

/// `column = value`, where the value is the same for all rows: can be answered from an index by the column.
struct Key {
    LocalName column;
    const Expr* value = nullptr;
};

struct Predicate {
    ExprPtr expr;
    bool usesPosition = true; ///< position() or last() at its own level, or perhaps a number
    double number = 0;        ///< a literal place, when not 0
    std::vector<Key> keys;    ///< the predicate itself, or arguments of its `and`
    bool keyIsWhole = false;
};

struct Step {
    Axis axis = Axis::Child;
    NodeTest test;
    std::vector<Predicate> predicates;
};

struct Expr {
    ExprKind kind = ExprKind::Number;
    std::uint32_t column = 1;
    double number = 0;
    std::string text;                 ///< of a literal, or the name of the function
    std::vector<TokenKind> operators; ///< one for a comparison; arguments - 1 for arithmetic
    std::vector<ExprPtr> arguments;
    const FunctionInfo* function = nullptr;
    std::shared_ptr<const CompiledRegex> regex; ///< of regex() with a literal pattern
    // paths
    PathStart start = PathStart::Context;
    std::uint32_t tag = kNoTag; ///< of the node of an absolute path, if the compiler knows it
    ExprPtr base;
    std::vector<Predicate> basePredicates;
    std::vector<Step> steps;
};

} // namespace peil::xpath
