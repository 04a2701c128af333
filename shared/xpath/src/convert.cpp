// SPDX-License-Identifier: Apache-2.0
#include "convert.h"

#include "dates.h"
#include "evaluator.h"
#include "peil/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace peil::xpath {

namespace {

constexpr std::int64_t kFarExponent = std::int64_t{1} << 62U; ///< beyond the digits of any text

} // namespace

double decimalNumber(std::string_view text) {
    if (const auto number = parseNumber(text)) return *number;
    const auto mark = std::min(text.find_first_of("eE"), text.size());
    const auto digits = text.substr(0, mark);
    const auto point = static_cast<std::int64_t>(std::min(digits.find('.'), digits.size()));
    const auto places = point - static_cast<std::int64_t>(digits.find_first_of("123456789"));
    auto exponent = text.substr(std::min(mark + 1, text.size()));
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    const auto most = exponent.starts_with('-') ? -kFarExponent : kFarExponent;
    const auto shift = exponent.empty() ? 0 : parseInteger(exponent).value_or(most);
    const auto size = shift < -places ? 0.0 : std::numeric_limits<double>::infinity();
    return text.starts_with('-') ? -size : size;
}

double lexicalNumber(std::string_view text) {
    constexpr auto kNaN = std::numeric_limits<double>::quiet_NaN();
    text = trim(text);
    const auto body = !text.empty() && text.front() == '-' ? text.substr(1) : text;
    std::size_t digits = 0;
    std::size_t points = 0;
    std::int64_t whole = 0;
    for (const char c : body) {
        if (c == '.') {
            ++points;
        } else if (c >= '0' && c <= '9') {
            ++digits;
            if (digits <= 15) whole = whole * 10 + (c - '0');
        } else {
            return kNaN;
        }
    }
    if (digits == 0 || points > 1) return kNaN;
    if (points == 0 && digits <= 15) return static_cast<double>(body.size() == text.size() ? whole : -whole);
    return decimalNumber(text);
}

double textNumber(std::string_view text, const Host& host) {
    const auto number = lexicalNumber(text);
    if (!std::isnan(number) || text.size() < 10) return number;
    DateValue date;
    return parseDate(text, host, date) == DateText::Valid ? fractionalDays(date) : number;
}

std::string numberText(double value) {
    if (std::fabs(value) < kTolerance) return "0";
    return formatNumber(value);
}

const Host& hostOf(const Context& context) {
    static const Host none;
    return context.host == nullptr ? none : *context.host;
}

Text Evaluator::textOf(const NodeRef& node) const {
    const auto& impl = node.document->impl();
    if (!impl.isRelevant(node.node)) return {};
    std::string_view plain;
    if (impl.plainText(node.node, plain)) return Text::borrowed(plain);
    return Text::owned(node.document->stringValue(node.node));
}

double Evaluator::numberOf(const NodeRef& node) const {
    return numberOf(node, textOf(node));
}

double Evaluator::numberOf(const NodeRef& node, const Text& text) const {
    if (node.document->type(node.node) == NodeType::Date) {
        DateValue date;
        if (parseDate(text.view(), *m_host, date) == DateText::Valid) return dateNumber(date);
    }
    return textNumber(text.view(), *m_host);
}

bool Evaluator::booleanOf(const NodeSet& nodes) const {
    if (nodes.empty()) return false;
    if (m_inPredicate > 0 || nodes.size() > 1) return true;
    const auto& node = nodes.front();
    const auto& entry = node.document->impl().nodes[node.node];
    if (entry.kind == NodeKind::Document) return true;
    for (auto child = entry.first; child != kNoNode; child = node.document->impl().nodes[child].next)
        if (node.document->impl().nodes[child].kind == NodeKind::Element) return true;
    const auto text = textOf(node);
    switch (entry.type) {
    case NodeType::Boolean:
        return trim(text.view()) == "true" || trim(text.view()) == "1";
    case NodeType::Integer:
    case NodeType::Decimal:
        return booleanOf(Value(lexicalNumber(text.view())));
    default:
        return !text.view().empty();
    }
}

double Evaluator::numberOf(const Value& value) const {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1 : 0;
    if (const auto* text = std::get_if<std::string>(&value)) return textNumber(*text, *m_host);
    if (const auto* date = std::get_if<DateValue>(&value)) return dateNumber(*date);
    const auto& nodes = std::get<NodeSet>(value);
    return nodes.empty() ? std::numeric_limits<double>::quiet_NaN() : numberOf(nodes.front());
}

bool Evaluator::booleanOf(const Value& value) const {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth;
    if (const auto* number = std::get_if<double>(&value)) return std::fabs(*number) >= kTolerance;
    if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
    if (std::holds_alternative<DateValue>(value)) return true;
    return booleanOf(std::get<NodeSet>(value));
}

Text Evaluator::textOf(const Value& value) const {
    if (const auto* text = std::get_if<std::string>(&value)) return Text::owned(*text);
    if (const auto* number = std::get_if<double>(&value)) return Text::owned(numberText(*number));
    if (const auto* truth = std::get_if<bool>(&value)) return Text::borrowed(*truth ? "true" : "false");
    if (const auto* date = std::get_if<DateValue>(&value)) return Text::owned(dateText(*date));
    const auto& nodes = std::get<NodeSet>(value);
    return nodes.empty() ? Text{} : textOf(nodes.front());
}

std::string toString(const Value& value, const Context& context) {
    return Evaluator(context).textOf(value).take();
}
bool toBoolean(const Value& value, const Context& context) {
    return Evaluator(context).booleanOf(value);
}

} // namespace peil::xpath
