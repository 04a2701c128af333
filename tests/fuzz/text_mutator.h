// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the custom mutators of libFuzzer have in common. Only for fuzzers: it needs libFuzzer's own mutator.

#include "grammar.h"

#include <cstdint>
#include <functional>

namespace peil_fuzz {

/// Changes a text in one place; may leave it as it is.
using Mutation = std::function<void(std::string& text, Random& random)>;

/// The body of LLVMFuzzerCustomMutator(): one of `mutations` now and then, else the bytes and words of libFuzzer.
[[nodiscard]] std::size_t mutateText(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed,
                                     std::span<const Mutation> mutations);

} // namespace peil_fuzz
