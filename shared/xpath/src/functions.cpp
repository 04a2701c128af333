// SPDX-License-Identifier: Apache-2.0
#include "functions.h"

#include <algorithm>
#include <unordered_map>

namespace peil::xpath {
namespace {

using Index = std::unordered_map<std::string_view, FunctionInfo>;

const Index& table() {
    static const Index all = [] {
        Index made;
        for (const auto& part : {stringFunctions(), numberFunctions(), dateFunctions(), selectFunctions(),
                                 geoFunctions(), nodesetFunctions()})
            for (const auto& function : part)
                made.emplace(function.name, function);
        return made;
    }();
    return all;
}

} // namespace

const FunctionInfo* findFunction(std::string_view name) {
    const auto found = table().find(name);
    return found == table().end() ? nullptr : &found->second;
}

std::vector<std::string> functionNames() {
    std::vector<std::string> names;
    for (const auto& [name, info] : table())
        names.emplace_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

std::string FunctionInfo::arityText() const {
    const auto arguments = [](unsigned count) {
        return count == 0   ? std::string("no arguments")
               : count == 1 ? std::string("1 argument")
                            : std::to_string(count) + " arguments";
    };
    const auto groups = stride == 1 ? std::string{} : ", further ones in groups of " + std::to_string(stride);
    if (maximum == minimum) return arguments(minimum);
    if (maximum == kMany) return "at least " + arguments(minimum) + groups;
    return std::to_string(minimum) + " to " + arguments(maximum) + groups;
}

Error arityError(const Expr& call) {
    return {make_error_code(XpathErrc::WrongArity),
            "The function " + call.text + "() at character " + std::to_string(call.column) + " takes " +
                call.function->arityText() + ", not " + std::to_string(call.arguments.size()) + "; correct the call."};
}

NodeSet Call::nodes(std::size_t i, Filter filter) const {
    return evaluator.nodes(argument(i), place, filter);
}

void Call::eachText(std::size_t from, const std::function<void(std::string_view)>& visit) const {
    for (std::size_t i = from; i < size() && !evaluator.failed(); ++i) {
        const auto& part = argument(i);
        if (part.kind != ExprKind::Path && part.kind != ExprKind::Union && part.kind != ExprKind::Call) {
            visit(text(i).view());
            continue;
        }
        const auto result = value(i);
        if (const auto* set = std::get_if<NodeSet>(&result)) {
            for (const auto& node : *set)
                visit(evaluator.textOf(node).view());
        } else {
            visit(evaluator.textOf(result).view());
        }
    }
}

Value Call::fail(XpathErrc code, std::string_view rest) const {
    evaluator.fail(code, "The function " + expr.text + "() at character " + std::to_string(expr.column) + " " +
                             std::string(rest));
    return std::string{};
}

} // namespace peil::xpath
