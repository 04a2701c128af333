// SPDX-License-Identifier: Apache-2.0
#include "text_mutator.h"

#include <algorithm>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize);

namespace peil_fuzz {

std::size_t mutateText(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed,
                       std::span<const Mutation> mutations) {
    Random random(seed);
    (void)random(); // the first number follows the seed too closely
    if (pick(random, 2) == 0) return LLVMFuzzerMutate(data, size, maxSize);
    std::string text(reinterpret_cast<const char*>(data), size);
    mutations[pick(random, mutations.size())](text, random);
    if (text.size() > maxSize || text.empty()) return LLVMFuzzerMutate(data, size, maxSize);
    std::copy(text.begin(), text.end(), data);
    return text.size();
}

} // namespace peil_fuzz
