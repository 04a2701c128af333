// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands around a session that is replayed: a clock that can be set, seeded randomness, digests.

#include "peil/forms/session.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace peil_conformance {

class FixedClock final : public peil::Clock {
public:
    [[nodiscard]] peil::TimePoint now() const override { return m_now; }
    /// RFC 3339. @return false when it cannot be read; the clock then stays.
    bool set(std::string_view moment);

private:
    peil::TimePoint m_now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + std::chrono::minutes{90}};
};

class RepeatableRng final : public peil::Rng {
public:
    explicit RepeatableRng(std::uint64_t seed)
        : m_state(seed) {}
    void fill(std::span<std::uint8_t> out) override;

private:
    std::uint64_t m_state;
};

[[nodiscard]] peil::forms::Environment makeEnvironment(const peil::Clock& clock, peil::Rng& rng, std::string timeZone);
/// Nothing when the file cannot be read.
[[nodiscard]] std::optional<std::string> readWhole(const std::filesystem::path& file);
[[nodiscard]] std::string withoutPositions(std::string_view path);
/// "path: text" for each leaf of a record, without positions and without meta.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> leavesOf(const std::string& xml);

} // namespace peil_conformance
