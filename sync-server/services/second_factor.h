// SPDX-License-Identifier: Apache-2.0
#pragma once

// Codes of an authenticator app: RFC 6238 with SHA-1, six digits and 30 seconds, which is what these apps take. By
// liboath; the picture by libqrencode.

#include "peil/base/bytes.h"
#include "peil/base/clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peil::server::services {

inline constexpr std::size_t kFactorBytes = 20;
inline constexpr std::chrono::seconds kCodeStep{30};
inline constexpr int kCodeDigits = 6;

/// Number of whole steps since 1970.
[[nodiscard]] std::int64_t codeStepAt(TimePoint now);
/// The code of one step; digits 6 to 8.
[[nodiscard]] std::string codeOf(ByteView secret, std::int64_t step, int digits = kCodeDigits);
/// The step that `code` belongs to: that of `now` or one beside it, for clocks that differ. Each step is good once:
/// nothing up to `lastStep` fits. Blanks in the code count for nothing.
[[nodiscard]] std::optional<std::int64_t> stepOfCode(ByteView secret, std::string_view code, TimePoint now,
                                                     std::int64_t lastStep);

/// What a user's app needs to take the secret over.
struct FactorOffer {
    std::string secret;               ///< base 32, to type
    std::string uri;                  ///< otpauth://
    std::vector<std::string> picture; ///< QR code of the URI: rows of '0' (light) and '1' (dark), without margin
};
[[nodiscard]] FactorOffer offerOf(const std::string& user, ByteView secret);

} // namespace peil::server::services
