// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/expression.h"

#include "evaluator.h"
#include "parser.h"
#include "references.h"

namespace peil::xpath {

struct Expression::Impl {
    std::string text;
    ExprPtr root;
    std::vector<std::string> functions;
};

namespace {

template <class Run>
auto evaluateWith(const Context& context, Run run) -> Result<decltype(run(std::declval<Evaluator&>(), Place{}))> {
    Evaluator evaluator(context);
    auto result = run(evaluator, Place{context.node, context.position, context.size});
    if (evaluator.failed()) return tl::unexpected<Error>(evaluator.takeError());
    return result;
}

void collectLiterals(const Expr& expr, std::string_view function, std::vector<std::string>& out) {
    if (expr.kind == ExprKind::Call && expr.text == function)
        for (const auto& argument : expr.arguments)
            if (argument->kind == ExprKind::Literal) out.push_back(argument->text);
    forEachPart(expr, [&](const Expr& part) { collectLiterals(part, function, out); });
}

std::size_t sizeOf(const Expr& expr) {
    std::size_t size = 1 + expr.steps.size();
    forEachPart(expr, [&](const Expr& part) { size += sizeOf(part); });
    return size;
}

/// The text of an absolute path of plain child steps; empty for every other expression.
std::string plainPath(const Expr& expr) {
    if (expr.kind != ExprKind::Path || expr.start != PathStart::Root) return {};
    std::string path;
    for (const auto& step : expr.steps) {
        const bool plain = step.axis == Axis::Child && step.test.kind == NodeTest::Kind::Name && !step.test.hasPrefix &&
                           step.predicates.empty();
        if (!plain) return {};
        path += '/' + step.test.local.text();
    }
    return path;
}

void tagPaths(Expr& expr, const TagOfPath& tagOfPath) {
    if (const auto path = plainPath(expr); !path.empty()) expr.tag = tagOfPath(path);
    forEachPart(expr, [&](Expr& part) { tagPaths(part, tagOfPath); });
}

} // namespace

Result<Expression> Expression::compile(std::string_view text, const Namespaces& namespaces, UnknownFunctions unknown,
                                       const TagOfPath& tagOfPath, const ColumnOf& columnOf) {
    PEIL_TRY(auto parsed, parseExpression(text, namespaces, unknown, columnOf));
    if (tagOfPath) tagPaths(*parsed.root, tagOfPath);
    auto impl = std::make_shared<Impl>();
    impl->text = std::string(text);
    impl->root = std::move(parsed.root);
    impl->functions.assign(parsed.functions.begin(), parsed.functions.end());
    Expression expression;
    expression.m_impl = std::move(impl);
    return expression;
}

Result<Value> Expression::evaluate(const Context& context) const {
    return evaluateWith(context, [&](Evaluator& e, const Place& place) { return e.value(*m_impl->root, place); });
}
Result<std::string> Expression::evaluateString(const Context& context) const {
    return evaluateWith(context, [&](Evaluator& e, const Place& place) { return e.text(*m_impl->root, place).take(); });
}
Result<double> Expression::evaluateNumber(const Context& context) const {
    return evaluateWith(context, [&](Evaluator& e, const Place& place) { return e.number(*m_impl->root, place); });
}
Result<NodeSet> Expression::evaluateNodes(const Context& context) const {
    return evaluateWith(context, [&](Evaluator& e, const Place& place) { return e.nodes(*m_impl->root, place); });
}

const std::string& Expression::text() const {
    return m_impl->text;
}
std::size_t Expression::size() const {
    return sizeOf(*m_impl->root);
}
std::vector<Reference> Expression::references() const {
    return collectReferences(*m_impl->root);
}
const std::vector<std::string>& Expression::functions() const {
    return m_impl->functions;
}

std::vector<std::string> Expression::literalArguments(std::string_view function) const {
    std::vector<std::string> out;
    collectLiterals(*m_impl->root, function, out);
    return out;
}

} // namespace peil::xpath
