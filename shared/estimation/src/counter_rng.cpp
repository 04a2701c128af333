// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/counter_rng.h"

namespace peil::estimation {
namespace {

constexpr std::uint32_t kMultiplier0 = 0xD2511F53U;
constexpr std::uint32_t kMultiplier1 = 0xCD9E8D57U;
constexpr std::uint32_t kWeyl0 = 0x9E3779B9U;
constexpr std::uint32_t kWeyl1 = 0xBB67AE85U;
constexpr int kRounds = 10;

constexpr std::uint32_t high(std::uint64_t value) {
    return static_cast<std::uint32_t>(value >> 32U);
}
constexpr std::uint32_t low(std::uint64_t value) {
    return static_cast<std::uint32_t>(value);
}

} // namespace

void CounterRng::refill() {
    std::array<std::uint32_t, 4> counter{low(m_counter), high(m_counter), low(m_stream), high(m_stream)};
    std::uint32_t key0 = low(m_seed);
    std::uint32_t key1 = high(m_seed);
    for (int round = 0; round < kRounds; ++round) {
        const std::uint64_t product0 = std::uint64_t{kMultiplier0} * counter[0];
        const std::uint64_t product1 = std::uint64_t{kMultiplier1} * counter[2];
        counter = {high(product1) ^ counter[1] ^ key0, low(product1), high(product0) ^ counter[3] ^ key1,
                   low(product0)};
        key0 += kWeyl0;
        key1 += kWeyl1;
    }
    m_block = counter;
    m_used = 0;
    ++m_counter;
}

} // namespace peil::estimation
