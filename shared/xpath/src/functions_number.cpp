// SPDX-License-Identifier: Apache-2.0
// Numbers and truth values.
#include "functions.h"
#include "peil/base/text.h"

#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

namespace peil::xpath {
namespace {

constexpr auto kMany = FunctionInfo::kMany;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Calls `visit` for each number of the arguments; node-sets are expanded. In a form a blank node is skipped: it is a
/// question without an answer. In plain XML it is not a number, as XPath has it.
template <class Visit>
void eachNumber(const Call& call, const Visit& visit) {
    for (std::size_t i = 0; i < call.size() && !call.evaluator.failed(); ++i) {
        const auto value = call.value(i);
        const auto* set = std::get_if<NodeSet>(&value);
        if (set == nullptr) {
            visit(call.evaluator.numberOf(value));
            continue;
        }
        for (const auto& node : *set) {
            const auto text = call.evaluator.textOf(node);
            if (!node.document->impl().isForm || !trim(text.view()).empty()) visit(call.evaluator.numberOf(node, text));
        }
    }
}

Value fnNumber(const Call& call) {
    if (call.size() > 0) return call.number(0);
    return call.place.node ? call.evaluator.numberOf(call.place.node) : kNaN;
}

/// Half goes towards +infinity, on the decimal digits that a reader sees: 1.005 to two places is 1.01.
double roundDecimal(double value, int places) {
    auto digits = formatNumber(std::fabs(value));
    auto point = digits.find('.');
    if (point == std::string::npos)
        point = digits.size();
    else
        digits.erase(point, 1);
    const auto keep = static_cast<std::ptrdiff_t>(point) + places; // digits that stay
    if (keep >= static_cast<std::ptrdiff_t>(digits.size())) return value;
    const auto at = keep < 0 ? std::size_t{0} : static_cast<std::size_t>(keep);
    const char next = keep < 0 ? '0' : digits[at];
    const bool exactHalf = next == '5' && digits.find_first_not_of('0', at + 1) == std::string::npos;
    const bool up = value < 0 && exactHalf ? false : next >= '5';
    auto whole = std::string(1, '0') + digits.substr(0, at);
    for (std::size_t i = whole.size(); up && i-- > 0;) {
        if (whole[i] != '9') {
            ++whole[i];
            break;
        }
        whole[i] = '0';
    }
    if (places > 0) {
        const auto fraction = static_cast<std::size_t>(places);
        if (whole.size() < fraction) whole.insert(0, fraction - whole.size(), '0');
        whole.insert(whole.size() - fraction, 1, '.');
    } else {
        whole.append(static_cast<std::size_t>(-places), '0');
    }
    const auto rounded = parseNumber(whole.front() == '.' ? "0" + whole : whole).value_or(kNaN);
    return value < 0 && rounded != 0 ? -rounded : rounded;
}

Value fnRound(const Call& call) {
    constexpr double kMaxPlaces = 30;
    const auto value = call.number(0);
    const auto places = call.size() > 1 ? std::trunc(call.number(1)) : 0.0;
    if (std::isnan(places) || std::fabs(places) > kMaxPlaces) return kNaN;
    if (!std::isfinite(value)) return value;
    return roundDecimal(value, static_cast<int>(places));
}

/// Blank nodes are skipped everywhere. Only nodes have a sum: sum(/a + /b) is an error.
Value fnSum(const Call& call) {
    double total = 0;
    for (const auto& node : call.nodes(0)) {
        const auto text = call.evaluator.textOf(node);
        if (!trim(text.view()).empty()) total += call.evaluator.numberOf(node, text);
    }
    return total;
}

template <class Better>
double extreme(const Call& call, Better better) {
    bool any = false;
    double best = kNaN;
    eachNumber(call, [&](double number) {
        if (!any || std::isnan(number) || better(number, best)) best = std::isnan(best) && any ? best : number;
        any = true;
    });
    return best;
}

Value fnRandom(const Call& call) {
    if (call.host().rng == nullptr)
        return call.fail(XpathErrc::NotAvailable, "needs random numbers, which are not available here.");
    return call.host().rng->nextUnit();
}

Value fnBooleanFromString(const Call& call) {
    const auto text = call.text(0);
    return text.view() == "1" || toLowerAscii(text.view()) == "true";
}

Value fnCoalesce(const Call& call) {
    // Most questions of a long sum are blank: no set is built to find that out.
    if (NodeRef node; call.evaluator.direct(call.argument(0), call.place, node)) {
        const bool blank = !node || call.evaluator.textOf(node).view().empty();
        return blank ? call.value(1) : Value(NodeSet{node});
    }
    auto first = call.value(0);
    const auto* number = std::get_if<double>(&first);
    const bool blank = number != nullptr ? std::isnan(*number) : call.evaluator.textOf(first).view().empty();
    return blank ? call.value(1) : first;
}

/// once(x): what the context node holds already, or x when it holds nothing.
Value fnOnce(const Call& call) {
    if (call.place.node) {
        auto present = call.place.node.document->stringValue(call.place.node.node);
        if (!present.empty()) return present;
    }
    return call.value(0);
}

bool between(double count, double minimum, double maximum) {
    constexpr double kNoBound = -1;
    return (minimum == kNoBound || count >= minimum) && (maximum == kNoBound || count <= maximum);
}

/// The truth values of an argument: one for each of its nodes, or its own.
void eachTruth(const Call& call, std::size_t i, const std::function<void(bool)>& visit) {
    const auto value = call.value(i);
    const auto* set = std::get_if<NodeSet>(&value);
    if (set == nullptr || set->size() < 2) {
        visit(call.evaluator.booleanOf(value));
        return;
    }
    for (const auto& node : *set)
        visit(call.evaluator.booleanOf(NodeSet{node}));
}

Value fnChecklist(const Call& call) {
    double count = 0;
    const auto minimum = call.number(0);
    const auto maximum = call.number(1);
    for (std::size_t i = 2; i < call.size(); ++i)
        eachTruth(call, i, [&](bool truth) { count += truth ? 1 : 0; });
    return between(count, minimum, maximum);
}

/// Pairs of a truth value and its weight; two node-sets pair node by node.
Value fnWeightedChecklist(const Call& call) {
    double weight = 0;
    const auto minimum = call.number(0);
    const auto maximum = call.number(1);
    for (std::size_t i = 2; i + 1 < call.size(); i += 2) {
        const auto weights = call.value(i + 1);
        const auto* set = std::get_if<NodeSet>(&weights);
        std::size_t at = 0;
        eachTruth(call, i, [&](bool truth) {
            const bool several = set != nullptr && set->size() > 1;
            if (truth && (!several || at < set->size()))
                weight += several ? call.evaluator.numberOf((*set)[at]) : call.evaluator.numberOf(weights);
            ++at;
        });
    }
    return between(weight, minimum, maximum);
}

} // namespace

FunctionTable numberFunctions() {
    return {
        {"number", fnNumber, 0, 1},
        {"int", [](const Call& call) -> Value { return std::trunc(call.number(0)); }, 1, 1},
        {"floor", [](const Call& call) -> Value { return std::floor(call.number(0)); }, 1, 1},
        {"ceiling", [](const Call& call) -> Value { return std::ceil(call.number(0)); }, 1, 1},
        {"abs", [](const Call& call) -> Value { return std::fabs(call.number(0)); }, 1, 1},
        {"round", fnRound, 1, 2},
        {"sum", fnSum, 1, 1},
        {"max", [](const Call& call) -> Value { return extreme(call, std::greater<>{}); }, 1, kMany},
        {"min", [](const Call& call) -> Value { return extreme(call, std::less<>{}); }, 1, kMany},
        {"pow", [](const Call& call) -> Value { return std::pow(call.number(0), call.number(1)); }, 2, 2},
        {"log", [](const Call& call) -> Value { return std::log(call.number(0)); }, 1, 1},
        {"log10", [](const Call& call) -> Value { return std::log10(call.number(0)); }, 1, 1},
        {"exp", [](const Call& call) -> Value { return std::exp(call.number(0)); }, 1, 1},
        {"exp10", [](const Call& call) -> Value { return std::pow(10.0, call.number(0)); }, 1, 1},
        {"sqrt", [](const Call& call) -> Value { return std::sqrt(call.number(0)); }, 1, 1},
        {"sin", [](const Call& call) -> Value { return std::sin(call.number(0)); }, 1, 1},
        {"cos", [](const Call& call) -> Value { return std::cos(call.number(0)); }, 1, 1},
        {"tan", [](const Call& call) -> Value { return std::tan(call.number(0)); }, 1, 1},
        {"asin", [](const Call& call) -> Value { return std::asin(call.number(0)); }, 1, 1},
        {"acos", [](const Call& call) -> Value { return std::acos(call.number(0)); }, 1, 1},
        {"atan", [](const Call& call) -> Value { return std::atan(call.number(0)); }, 1, 1},
        {"atan2", [](const Call& call) -> Value { return std::atan2(call.number(0), call.number(1)); }, 2, 2},
        {"pi", [](const Call&) -> Value { return std::numbers::pi; }, 0, 0},
        {"random", fnRandom, 0, 0},
        {"true", [](const Call&) -> Value { return true; }, 0, 0},
        {"false", [](const Call&) -> Value { return false; }, 0, 0},
        {"not", [](const Call& call) -> Value { return !call.boolean(0); }, 1, 1},
        {"boolean", [](const Call& call) -> Value { return call.boolean(0); }, 1, 1},
        {"boolean-from-string", fnBooleanFromString, 1, 1},
        {"if", [](const Call& call) -> Value { return call.value(call.boolean(0) ? 1 : 2); }, 3, 3},
        {"coalesce", fnCoalesce, 2, 2},
        {"once", fnOnce, 1, 1},
        {"checklist", fnChecklist, 2, kMany},
        {"weighted-checklist", fnWeightedChecklist, 2, kMany, 2},
    };
}

} // namespace peil::xpath
