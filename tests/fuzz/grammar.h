// SPDX-License-Identifier: Apache-2.0
#pragma once

// A context-free grammar that writes random texts: what a fuzzer of a language needs to get past its parser.

#include <random>
#include <span>
#include <string>
#include <string_view>

namespace peil_fuzz {

using Random = std::minstd_rand;

/// One way to write `symbol`: text in which "{name}" stands for another symbol. All rules of a symbol stand together;
/// deep in a text only the first of them is used, so that it must not lead back to its own symbol.
struct Rule {
    std::string_view symbol;
    std::string_view text;
};

/// A number from 0 to `count` - 1; `count` > 0.
[[nodiscard]] std::size_t pick(Random& random, std::size_t count);

/// A random text for `symbol`. A symbol without rules stands for itself in braces.
[[nodiscard]] std::string expand(std::span<const Rule> rules, std::string_view symbol, Random& random);

} // namespace peil_fuzz
