// SPDX-License-Identifier: Apache-2.0
#pragma once

// Compares numbers with a record of reference vectors and keeps the score of the run.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace peil::conformance {

struct Tolerance {
    double absolute = 0;
    double relative = 0;
};

/// One record passes when every comparison between begin() and end() does.
class Checker {
public:
    /// Called for each comparison that fails: id of the record, what was expected, what came.
    using OnFailure = std::function<void(const std::string& id, const std::string& expected, const std::string& got)>;

    explicit Checker(OnFailure onFailure) : m_onFailure(std::move(onFailure)) {}
    void begin(std::string id);
    void near(std::string_view field, double expected, double got, Tolerance tolerance);
    void same(std::string_view field, std::string_view expected, std::string_view got);
    void fail(std::string_view expected, std::string_view got);
    /// Closes the record.
    void end();

    [[nodiscard]] std::size_t passed() const { return m_passed; }
    [[nodiscard]] std::size_t failed() const { return m_failed; }

private:
    OnFailure m_onFailure;
    std::string m_id;
    bool m_good = true;
    std::size_t m_passed = 0;
    std::size_t m_failed = 0;
};

} // namespace peil::conformance
