// SPDX-License-Identifier: Apache-2.0
#include "parser.h"

#include "convert.h"
#include "functions.h"
#include "peil/base/text.h"
#include "regex.h"

#include <algorithm>
#include <array>

namespace peil::xpath {
namespace {

constexpr std::string_view kJavaRosaUri = "http://openrosa.org/javarosa";
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kKnownPrefixes{{
    {"xml", "http://www.w3.org/XML/1998/namespace"},
    {"h", "http://www.w3.org/1999/xhtml"},
    {"jr", kJavaRosaUri},
    {"orx", "http://openrosa.org/xforms"},
    {"odk", "http://www.opendatakit.org/xforms"},
    {"entities", "http://www.opendatakit.org/xforms/entities"},
    {"ev", "http://www.w3.org/2001/xml-events"},
    {"xsd", "http://www.w3.org/2001/XMLSchema"},
    {"xf", "http://www.w3.org/2002/xforms"},
}};

constexpr std::array<std::pair<std::string_view, Axis>, 13> kAxes{{
    {"ancestor", Axis::Ancestor},
    {"ancestor-or-self", Axis::AncestorOrSelf},
    {"attribute", Axis::Attribute},
    {"child", Axis::Child},
    {"descendant", Axis::Descendant},
    {"descendant-or-self", Axis::DescendantOrSelf},
    {"following", Axis::Following},
    {"following-sibling", Axis::FollowingSibling},
    {"namespace", Axis::Namespace},
    {"parent", Axis::Parent},
    {"preceding", Axis::Preceding},
    {"preceding-sibling", Axis::PrecedingSibling},
    {"self", Axis::Self},
}};

/// 1 = weakest. 0 = not a binary operator.
int precedence(TokenKind kind) {
    switch (kind) {
    case TokenKind::Or:
        return 1;
    case TokenKind::And:
        return 2;
    case TokenKind::Equal:
    case TokenKind::NotEqual:
        return 3;
    case TokenKind::Less:
    case TokenKind::LessEqual:
    case TokenKind::Greater:
    case TokenKind::GreaterEqual:
        return 4;
    case TokenKind::Plus:
    case TokenKind::Minus:
        return 5;
    case TokenKind::Times:
    case TokenKind::Div:
    case TokenKind::Mod:
        return 6;
    default:
        return 0;
    }
}

bool isNodeType(std::string_view name) {
    return name == "node" || name == "text" || name == "comment" || name == "processing-instruction";
}

ExprPtr makeExpr(ExprKind kind, std::uint32_t column) {
    auto expr = std::make_unique<Expr>();
    expr->kind = kind;
    expr->column = column;
    return expr;
}

class Parser {
public:
    Parser(std::vector<Token> tokens, const Namespaces& namespaces, UnknownFunctions unknown)
        : m_tokens(std::move(tokens))
        , m_namespaces(namespaces)
        , m_unknown(unknown) {}

    Result<ParsedExpression> run() {
        PEIL_TRY(auto root, binary(1));
        if (peek().kind != TokenKind::End) return unexpected("an operator or the end");
        m_parsed.root = std::move(root);
        return std::move(m_parsed);
    }

private:
    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
        return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
    }
    const Token& take() { return m_tokens[m_at + 1 < m_tokens.size() ? m_at++ : m_at]; }
    bool accept(TokenKind kind) {
        if (peek().kind != kind) return false;
        take();
        return true;
    }

    static std::string cure(const Token& token) {
        if (token.kind == TokenKind::Dollar) return "write a question as ${name}";
        if (token.kind == TokenKind::Equal) return "use a single =";
        const auto word = token.kind == TokenKind::Name ? toLowerAscii(token.text) : std::string();
        if (word == token.text || !(word == "and" || word == "or" || word == "div" || word == "mod"))
            return "correct the expression";
        return "write \"" + word + "\" in lower case";
    }

    [[nodiscard]] tl::unexpected<Error> unexpected(std::string_view wanted) const {
        const auto& token = peek();
        const auto found = token.kind == TokenKind::End ? std::string("but the expression ends")
                                                        : "found \"" + std::string(token.text) + "\"";
        return fail(XpathErrc::Syntax, "At character " + std::to_string(token.column) + ": expected " +
                                           std::string(wanted) + ", " + found + "; " + cure(token) + ".");
    }

    struct Deeper {
        explicit Deeper(unsigned& depth)
            : m_depth(depth) {
            ++m_depth;
        }
        ~Deeper() { --m_depth; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        unsigned& m_depth;
    };
    [[nodiscard]] tl::unexpected<Error> tooDeep() const {
        return fail(XpathErrc::TooDeep, "The expression is nested deeper than " + std::to_string(kMaxDepth) +
                                            " levels at character " + std::to_string(peek().column) +
                                            "; split it into several calculations.");
    }

    Result<ExprPtr> binary(int minimum) {
        PEIL_TRY(auto left, unary());
        unsigned comparisons = 0;
        while (true) {
            const auto op = peek().kind;
            const auto level = precedence(op);
            if (level == 0 || level < minimum) return left;
            if ((level == 3 || level == 4) && ++comparisons + m_depth > kMaxDepth) return tooDeep();
            const auto column = take().column;
            PEIL_TRY(auto right, binary(level + 1));
            left = combine(std::move(left), op, level, std::move(right), column);
        }
    }

    static ExprPtr combine(ExprPtr left, TokenKind op, int level, ExprPtr right, std::uint32_t column) {
        const auto kind = level == 1   ? ExprKind::Or
                          : level == 2 ? ExprKind::And
                          : level <= 4 ? ExprKind::Compare
                                       : ExprKind::Arithmetic;
        const bool sameChain = left->kind == kind && kind != ExprKind::Compare && !left->text.empty() &&
                               (kind != ExprKind::Arithmetic || precedence(left->operators.front()) == level);
        if (!sameChain) {
            auto chain = makeExpr(kind, column);
            chain->text = "chain"; // loses it when the author puts it in parentheses
            chain->arguments.push_back(std::move(left));
            left = std::move(chain);
        }
        left->operators.push_back(op);
        left->arguments.push_back(std::move(right));
        return left;
    }

    Result<ExprPtr> unary() {
        unsigned minuses = 0;
        const auto column = peek().column;
        while (accept(TokenKind::Minus))
            ++minuses;
        PEIL_TRY(auto expr, unionOf());
        if (minuses == 0) return expr;
        if (expr->kind == ExprKind::Number) {
            if (minuses % 2 == 1) expr->number = -expr->number;
            return expr;
        }
        auto negated = makeExpr(ExprKind::Negate, column);
        negated->number = minuses % 2 == 1 ? -1 : 1;
        negated->arguments.push_back(std::move(expr));
        return negated;
    }

    Result<ExprPtr> unionOf() {
        PEIL_TRY(auto first, path());
        if (peek().kind != TokenKind::Pipe) return first;
        auto all = makeExpr(ExprKind::Union, peek().column);
        all->arguments.push_back(std::move(first));
        while (accept(TokenKind::Pipe)) {
            PEIL_TRY(auto more, path());
            all->arguments.push_back(std::move(more));
        }
        return all;
    }

    [[nodiscard]] bool startsStep() const {
        switch (peek().kind) {
        case TokenKind::Name:
        case TokenKind::AnyName:
        case TokenKind::Dot:
        case TokenKind::DoubleDot:
        case TokenKind::At:
            return true;
        default:
            return false;
        }
    }

    [[nodiscard]] bool startsPrimary() const {
        switch (peek().kind) {
        case TokenKind::Number:
        case TokenKind::Literal:
        case TokenKind::LeftParenthesis:
        case TokenKind::Dollar:
            return true;
        case TokenKind::Name:
            return peek(1).kind == TokenKind::LeftParenthesis && !isNodeType(peek().text);
        default:
            return false;
        }
    }

    Result<ExprPtr> path() {
        const Deeper deeper(m_depth);
        if (m_depth > kMaxDepth) return tooDeep();
        const auto column = peek().column;
        if (!startsPrimary()) return location(column);
        PEIL_TRY(auto expr, primary());
        const auto after = peek().kind;
        if (after != TokenKind::LeftBracket && after != TokenKind::Slash && after != TokenKind::DoubleSlash)
            return expr;
        auto filter = makeExpr(ExprKind::Path, column);
        filter->start = PathStart::Base;
        filter->base = std::move(expr);
        PEIL_CHECK(predicates(filter->basePredicates));
        if (peek().kind == TokenKind::Slash || peek().kind == TokenKind::DoubleSlash) {
            PEIL_CHECK(steps(*filter));
        }
        return filter;
    }

    Result<ExprPtr> location(std::uint32_t column) {
        auto expr = makeExpr(ExprKind::Path, column);
        if (peek().kind == TokenKind::Slash || peek().kind == TokenKind::DoubleSlash) {
            expr->start = PathStart::Root;
            if (peek().kind == TokenKind::Slash) {
                take();
                if (!startsStep()) return expr;
                PEIL_CHECK(step(*expr));
            }
        } else {
            if (!startsStep()) return unexpected("a value or a path");
            PEIL_CHECK(step(*expr));
        }
        PEIL_CHECK(steps(*expr));
        return expr;
    }

    Result<> steps(Expr& path) {
        while (true) {
            if (accept(TokenKind::DoubleSlash)) {
                Step any;
                any.axis = Axis::DescendantOrSelf;
                any.test.kind = NodeTest::Kind::AnyNode;
                path.steps.push_back(std::move(any));
            } else if (!accept(TokenKind::Slash)) {
                return {};
            }
            PEIL_CHECK(step(path));
        }
    }

    Result<> step(Expr& path) {
        Step step;
        const auto kind = peek().kind;
        if (kind == TokenKind::Dot || kind == TokenKind::DoubleDot) {
            take();
            step.axis = kind == TokenKind::Dot ? Axis::Self : Axis::Parent;
            step.test.kind = NodeTest::Kind::AnyNode;
        } else {
            if (accept(TokenKind::At)) {
                step.axis = Axis::Attribute;
            } else if (kind == TokenKind::Name && peek(1).kind == TokenKind::DoubleColon) {
                PEIL_CHECK(axis(step));
            }
            PEIL_CHECK(nodeTest(step.test));
        }
        PEIL_CHECK(predicates(step.predicates));
        path.steps.push_back(std::move(step));
        return {};
    }

    Result<> axis(Step& step) {
        for (const auto& [name, axis] : kAxes)
            if (name == peek().text) {
                step.axis = axis;
                take();
                take();
                return {};
            }
        return unexpected("the name of an axis");
    }

    Result<> nodeTest(NodeTest& test) {
        const auto token = peek();
        if (token.kind == TokenKind::AnyName) {
            take();
            test.kind = NodeTest::Kind::AnyName;
            if (token.text == "*") return {};
            return resolve(token.text.substr(0, token.text.size() - 2), token, test);
        }
        if (token.kind != TokenKind::Name) return unexpected("the name of a node");
        take();
        if (isNodeType(token.text) && peek().kind == TokenKind::LeftParenthesis) return nodeType(token.text, test);
        const auto colon = token.text.find(':');
        test.local = std::string(colon == std::string_view::npos ? token.text : token.text.substr(colon + 1));
        return colon == std::string_view::npos ? Result<>{} : resolve(token.text.substr(0, colon), token, test);
    }

    Result<> nodeType(std::string_view name, NodeTest& test) {
        take();
        test.kind = name == "node"      ? NodeTest::Kind::AnyNode
                    : name == "text"    ? NodeTest::Kind::Text
                    : name == "comment" ? NodeTest::Kind::Comment
                                        : NodeTest::Kind::ProcessingInstruction;
        if (test.kind == NodeTest::Kind::ProcessingInstruction && peek().kind == TokenKind::Literal)
            test.local = std::string(take().text);
        return accept(TokenKind::RightParenthesis) ? Result<>{} : unexpected("a closing parenthesis");
    }

    Result<> resolve(std::string_view prefix, const Token& token, NodeTest& test) const {
        test.hasPrefix = true;
        for (const auto& [known, uri] : m_namespaces)
            if (known == prefix) {
                test.uri = uri;
                return {};
            }
        for (const auto& [known, uri] : kKnownPrefixes)
            if (known == prefix) {
                test.uri = std::string(uri);
                return {};
            }
        return fail(XpathErrc::Syntax, "The prefix \"" + std::string(prefix) + "\" at character " +
                                           std::to_string(token.column) + " is not declared; declare its namespace.");
    }

    Result<> predicates(std::vector<Predicate>& out) {
        while (accept(TokenKind::LeftBracket)) {
            Predicate predicate;
            PEIL_TRY(predicate.expr, binary(1));
            if (!accept(TokenKind::RightBracket)) return unexpected("a closing bracket");
            out.push_back(std::move(predicate));
        }
        return {};
    }

    Result<ExprPtr> primary() {
        const auto token = peek();
        switch (token.kind) {
        case TokenKind::Number: {
            take();
            auto expr = makeExpr(ExprKind::Number, token.column);
            expr->number = decimalNumber(token.text);
            return expr;
        }
        case TokenKind::Literal: {
            take();
            auto expr = makeExpr(ExprKind::Literal, token.column);
            expr->text = std::string(token.text);
            return expr;
        }
        case TokenKind::LeftParenthesis: {
            take();
            PEIL_TRY(auto inner, binary(1));
            if (!accept(TokenKind::RightParenthesis)) return unexpected("a closing parenthesis");
            if (inner->kind == ExprKind::Arithmetic || inner->kind == ExprKind::Or || inner->kind == ExprKind::And)
                inner->text.clear();
            return inner;
        }
        case TokenKind::Name:
            return call();
        default:
            return unexpected("a value (variables are not part of ODK XForms)");
        }
    }

    /// A function of JavaRosa is called jr:… here, whatever prefix the form has for its namespace.
    [[nodiscard]] std::string functionName(std::string_view written) const {
        const auto colon = written.find(':');
        if (colon == std::string_view::npos) return std::string(written);
        for (const auto& [prefix, uri] : m_namespaces)
            if (prefix == written.substr(0, colon) && uri == kJavaRosaUri)
                return "jr" + std::string(written.substr(colon));
        return std::string(written);
    }

    Result<ExprPtr> call() {
        const auto token = take();
        auto expr = makeExpr(ExprKind::Call, token.column);
        expr->text = functionName(token.text);
        take();
        if (peek().kind != TokenKind::RightParenthesis) {
            do {
                PEIL_TRY(auto argument, binary(1));
                expr->arguments.push_back(std::move(argument));
            } while (accept(TokenKind::Comma));
        }
        if (!accept(TokenKind::RightParenthesis)) return unexpected("a comma or a closing parenthesis");
        m_parsed.functions.insert(expr->text);
        PEIL_CHECK(lookUp(*expr));
        return expr;
    }

    Result<> lookUp(Expr& expr) const {
        expr.function = findFunction(expr.text);
        const auto where = "The function " + expr.text + "() at character " + std::to_string(expr.column);
        if (expr.function == nullptr) {
            if (m_unknown == UnknownFunctions::FailWhenCalled) return {};
            if (const auto colon = expr.text.find(':'); colon != std::string::npos)
                return fail(
                    XpathErrc::UnknownFunction,
                    where + " is not part of ODK XForms: only programs that know the prefix \"" +
                        expr.text.substr(0, colon) +
                        "\" support it. Use functions of ODK XForms instead; the rest of the form is not affected.");
            const auto guess = nearest(expr.text, functionNames());
            return fail(XpathErrc::UnknownFunction,
                        where + " does not exist; " + (guess ? "did you mean " + *guess + "()?" : "check its name."));
        }
        if (!expr.function->accepts(expr.arguments.size()) && m_unknown == UnknownFunctions::Refuse)
            return tl::unexpected<Error>(arityError(expr));
        if (!expr.function->accepts(expr.arguments.size())) return {};
        for (std::size_t i = 0; i < expr.arguments.size(); ++i)
            if (expr.function->wantsNodes(i) && neverNodes(*expr.arguments[i]))
                return fail(XpathErrc::NotANodeSet, where + " needs a path, not a value, as argument " +
                                                        std::to_string(i + 1) + "; enter a path.");
        if (expr.text == "regex" && expr.arguments[1]->kind == ExprKind::Literal) {
            PEIL_TRY(expr.regex, compileRegex(expr.arguments[1]->text));
        }
        return {};
    }

    static bool neverNodes(const Expr& expr) {
        return expr.kind != ExprKind::Path && expr.kind != ExprKind::Union && expr.kind != ExprKind::Call;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    const Namespaces& m_namespaces;
    UnknownFunctions m_unknown;
    unsigned m_depth = 0;
    ParsedExpression m_parsed;
};

} // namespace

void foldConstants(Expr& expr) {
    for (auto& argument : expr.arguments)
        foldConstants(*argument);
    if (expr.base) foldConstants(*expr.base);
    for (auto& predicate : expr.basePredicates)
        foldConstants(*predicate.expr);
    for (auto& step : expr.steps)
        for (auto& predicate : step.predicates)
            foldConstants(*predicate.expr);
    if (expr.kind != ExprKind::Arithmetic && expr.kind != ExprKind::Negate) return;
    const auto isNumber = [](const ExprPtr& argument) { return argument->kind == ExprKind::Number; };
    if (!std::all_of(expr.arguments.begin(), expr.arguments.end(), isNumber)) return;
    const Context nowhere;
    expr.number = Evaluator(nowhere).number(expr, Place{});
    expr.kind = ExprKind::Number;
    expr.arguments.clear();
}

Result<ParsedExpression> parseExpression(std::string_view text, const Namespaces& namespaces, UnknownFunctions unknown,
                                         const ColumnOf& columnOf) {
    if (text.size() > kMaxTextBytes)
        return fail(XpathErrc::TooLong, "The expression has more than " + std::to_string(kMaxTextBytes) +
                                            " bytes; split it into several calculations.");
    PEIL_TRY(auto tokens, tokenize(text, columnOf));
    PEIL_TRY(auto parsed, Parser(std::move(tokens), namespaces, unknown).run());
    foldConstants(*parsed.root);
    classifyPredicates(*parsed.root);
    return parsed;
}

} // namespace peil::xpath
