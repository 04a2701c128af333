// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a set of vectors reports: one line for each that fails or is skipped, and the totals.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace peil_conformance {

/// Prints as it goes. Threads: one.
class Report {
public:
    void pass() { ++m_passed; }
    /// "FAIL id: expected …, got …"
    void fail(std::string_view id, std::string_view expected, std::string_view got);
    /// "SKIP id: reason"
    void skip(std::string_view id, std::string_view reason);
    /// A line of its own, e.g. about a file that cannot be read.
    void note(std::string_view line);
    /// "N passed, N failed, N skipped"
    void close() const;
    [[nodiscard]] std::size_t failed() const { return m_failed; }
    /// Of those that were run; 0 when none was.
    [[nodiscard]] double percentPassed() const;

private:
    std::size_t m_passed = 0;
    std::size_t m_failed = 0;
    std::size_t m_skipped = 0;
};

// One function for each set, in a folder of that name. Returns 0, or 2 when a path cannot be read at all.
int runXpath(std::span<const std::string> paths, Report& report);
int runScenarios(std::span<const std::string> paths, Report& report);
int runWalk(std::span<const std::string> arguments, Report& report);
int runXlsform(std::span<const std::string> paths, Report& report);
int runEstimation(std::span<const std::string> paths, Report& report);

} // namespace peil_conformance
