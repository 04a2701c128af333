// SPDX-License-Identifier: Apache-2.0
#pragma once

// The table of functions. A function gets its arguments unevaluated, so that if(), coalesce() and the like are lazy.

#include "evaluator.h"

namespace peil::xpath {

/// One call; its arguments are evaluated each time they are requested.
class Call {
public:
    Call(Evaluator& runningIn, const Expr& call, const Place& at)
        : evaluator(runningIn)
        , expr(call)
        , place(at) {}

    [[nodiscard]] std::size_t size() const { return expr.arguments.size(); }
    [[nodiscard]] const Expr& argument(std::size_t i) const { return *expr.arguments[i]; }
    [[nodiscard]] Value value(std::size_t i) const { return evaluator.value(argument(i), place); }
    [[nodiscard]] double number(std::size_t i) const { return evaluator.number(argument(i), place); }
    [[nodiscard]] bool boolean(std::size_t i) const { return evaluator.boolean(argument(i), place); }
    [[nodiscard]] Text text(std::size_t i) const { return evaluator.text(argument(i), place); }
    /// Nodes of argument `i`; XpathErrc::NotANodeSet when it has none by type.
    [[nodiscard]] NodeSet nodes(std::size_t i, Filter filter = Filter::Relevant) const;
    /// The texts of all arguments from `from` on, node-sets expanded.
    void eachText(std::size_t from, const std::function<void(std::string_view)>& visit) const;
    [[nodiscard]] const Host& host() const { return evaluator.host(); }
    /// Fails with "The function f() in column n " + `rest`. @return an empty text.
    Value fail(XpathErrc code, std::string_view rest) const;

    Evaluator& evaluator;
    const Expr& expr;
    const Place& place;
};

struct FunctionInfo {
    using Run = Value (*)(const Call&);
    std::string_view name;
    Run run = nullptr;
    std::uint16_t minimum = 0;
    std::uint16_t maximum = 0;       ///< kMany = no limit
    std::uint8_t stride = 1;         ///< arguments above `minimum` come in groups of this size
    std::uint32_t nodeArguments = 0; ///< bit i: argument i must be nodes
    static constexpr std::uint16_t kMany = 0xFFFF;

    [[nodiscard]] bool accepts(std::size_t count) const {
        return count >= minimum && count <= maximum && (count - minimum) % stride == 0;
    }
    [[nodiscard]] bool wantsNodes(std::size_t i) const { return i < 32 && ((nodeArguments >> i) & 1U) != 0; }
    [[nodiscard]] std::string arityText() const;
};

/// WrongArity, with the name of the function, its column and what it takes.
[[nodiscard]] Error arityError(const Expr& call);
[[nodiscard]] const FunctionInfo* findFunction(std::string_view name);
[[nodiscard]] std::vector<std::string> functionNames();

// One table per file of functions.
using FunctionTable = std::vector<FunctionInfo>;
[[nodiscard]] FunctionTable stringFunctions();
[[nodiscard]] FunctionTable numberFunctions();
[[nodiscard]] FunctionTable dateFunctions();
[[nodiscard]] FunctionTable selectFunctions();
[[nodiscard]] FunctionTable geoFunctions();
[[nodiscard]] FunctionTable nodesetFunctions();

} // namespace peil::xpath
