// SPDX-License-Identifier: Apache-2.0

// Changes expressions by their grammar: a part becomes another expression, or the whole a part of one.

#include "expression_grammar.h"
#include "text_mutator.h"

#include <array>

namespace {

using namespace peil_fuzz;

std::string anyExpression(Random& random) {
    return expand(expressionRules(), "expr", random);
}

/// A place where a token may begin: before or after something that is no part of a name.
std::size_t boundary(const std::string& text, std::size_t from, Random& random) {
    const auto at = from + pick(random, text.size() - from + 1);
    const auto found = text.find_first_of(" ()[],/=<>+*|@'\"", at);
    return found == std::string::npos ? text.size() : found;
}

void replacePart(std::string& text, Random& random) {
    const auto from = boundary(text, 0, random);
    const auto to = boundary(text, from, random);
    text.replace(from, to - from, anyExpression(random));
}

/// What stands between two brackets that belong together, the deepest first.
void replaceArgument(std::string& text, Random& random) {
    const auto close = text.find_first_of(")],", pick(random, text.size() + 1));
    const auto open = close == std::string::npos ? close : text.find_last_of("([,", close - 1);
    if (close == 0 || open == std::string::npos || open >= close) return;
    text.replace(open + 1, close - open - 1, anyExpression(random));
}

void wrap(std::string& text, Random& random) {
    struct Around {
        std::string_view before, after;
    };
    static constexpr std::array kAround{Around{"not(", ")"},
                                        Around{"string(", ")"},
                                        Around{"count(/data/r[", "])"},
                                        Around{"if(1, ", ", 2)"},
                                        Around{"coalesce(/data/a, ", ")"},
                                        Around{"(", ")"},
                                        Around{"sum(", ")"},
                                        Around{"-(", ") div 2"}};
    const auto& around = kAround[pick(random, kAround.size())];
    text.insert(0, around.before).append(around.after);
}

void start(std::string& text, Random& random) {
    text = anyExpression(random);
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed) {
    static const std::array<Mutation, 5> kMutations{replacePart, replaceArgument, replaceArgument, wrap, start};
    return mutateText(data, size, maxSize, seed, kMutations);
}
