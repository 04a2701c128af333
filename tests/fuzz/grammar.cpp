// SPDX-License-Identifier: Apache-2.0
#include "grammar.h"

#include <algorithm>

namespace peil_fuzz {

namespace {

constexpr unsigned kMaxDepth = 8;
constexpr std::size_t kMaxLength = 2000;

void append(std::span<const Rule> rules, std::string_view symbol, Random& random, unsigned depth, std::string& out) {
    const auto of = [&](const Rule& rule) { return rule.symbol == symbol; };
    const auto first = std::find_if(rules.begin(), rules.end(), of);
    if (first == rules.end()) {
        out.append("{").append(symbol).append("}");
        return;
    }
    const auto end = std::find_if_not(first, rules.end(), of);
    const bool stop = depth >= kMaxDepth || out.size() > kMaxLength;
    const auto chosen =
        first + static_cast<std::ptrdiff_t>(stop ? 0 : pick(random, static_cast<std::size_t>(end - first)));
    auto text = chosen->text;
    while (!text.empty()) {
        const auto open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) return;
        const auto close = text.find('}', open);
        append(rules, text.substr(open + 1, close - open - 1), random, depth + 1, out);
        text.remove_prefix(close + 1);
    }
}

} // namespace

std::size_t pick(Random& random, std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

std::string expand(std::span<const Rule> rules, std::string_view symbol, Random& random) {
    std::string text;
    append(rules, symbol, random, 0, text);
    return text;
}

} // namespace peil_fuzz
