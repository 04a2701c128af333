// SPDX-License-Identifier: Apache-2.0
#pragma once

// The expressions of study.toml as text: which questions they name, and what these are called in the form.

#include "peil/base/clock.h"
#include "peil/base/result.h"
#include "peil/base/rng.h"
#include "peil/forms/definition.h"
#include "peil/forms/session.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace peil::records {

/// The one question of that name, outside and inside repeats. @return BadRule: there is none, or several.
[[nodiscard]] Result<const forms::FieldInfo*> questionOf(const forms::FormDefinition& form, std::string_view name);

/// `expression` with each `${name}` as `path(name)`. @return BadRule for a brace that is not closed, or path()'s error.
[[nodiscard]] Result<std::string> withPaths(std::string_view expression,
                                            const std::function<Result<std::string>(std::string_view)>& path);

/// `expression` without its literals and `${name}`: only operators, functions and paths.
[[nodiscard]] std::string bareText(std::string_view expression);

/// A fixed clock and a fixed random source, so that a rule gives the same result at any time.
class FixedEnvironment {
public:
    /// @param at  RFC 3339, UTC; the epoch for what is no time.
    explicit FixedEnvironment(std::string_view at);
    /// Borrows this object.
    [[nodiscard]] forms::Environment environment(const std::string& timeZone);

private:
    class FixedClock final : public Clock {
    public:
        [[nodiscard]] TimePoint now() const override { return time; }
        TimePoint time;
    };
    class FixedRng final : public Rng {
    public:
        void fill(std::span<std::uint8_t> out) override { std::ranges::fill(out, std::uint8_t{0}); }
    };
    FixedClock m_clock;
    FixedRng m_rng;
};

} // namespace peil::records
