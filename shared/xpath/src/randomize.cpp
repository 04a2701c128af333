// SPDX-License-Identifier: Apache-2.0
#include "randomize.h"

#include "peil/base/bytes.h"

#include <cmath>
#include <limits>

namespace peil::xpath {

NodeSet shuffled(const NodeSet& nodes, std::int64_t seed) {
    constexpr double kModulus = 2147483647;
    constexpr double kMultiplier = 16807;
    // JavaRosa brings the long into range as a double: exact for small seeds, rounded for hashes.
    auto state = std::fmod(static_cast<double>(seed), kModulus);
    if (state <= 0) state += kModulus - 1;
    NodeSet out(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        state = std::fmod(state * kMultiplier, kModulus);
        const auto unit = (state - 1) / (kModulus - 1);
        const auto j = std::min(i, static_cast<std::size_t>(std::max(0.0, unit) * static_cast<double>(i + 1)));
        if (j != i) out[i] = out[j];
        out[j] = nodes[i];
    }
    return out;
}

std::int64_t seedOf(double number) {
    constexpr double kLimit = 9'223'372'036'854'775'807.0;
    if (std::isnan(number)) return 0;
    if (number >= kLimit) return std::numeric_limits<std::int64_t>::max();
    if (number <= -kLimit) return std::numeric_limits<std::int64_t>::min();
    return static_cast<std::int64_t>(number);
}

Result<std::int64_t> seedOf(std::string_view text, const Host& host) {
    if (text.empty()) return 0;
    if (!host.digest)
        return fail(XpathErrc::NotAvailable, "A text as seed needs SHA-256, which is not available here.");
    PEIL_TRY(const auto digest, host.digest("SHA-256", bytesOf(text)));
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8 && i < digest.size(); ++i)
        seed = (seed << 8U) | digest[i];
    return static_cast<std::int64_t>(seed);
}

} // namespace peil::xpath
