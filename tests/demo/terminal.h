// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the demo prints: numbered steps, a progress bar that redraws itself on a terminal, and plain lines elsewhere.

#include <chrono>
#include <cstddef>
#include <string>

namespace demo {

class Terminal {
public:
    Terminal();
    /// Begins a numbered step.
    void step(const std::string& title);
    /// Redraws the bar of the present step; on a file or pipe only every tenth part is written.
    void progress(std::size_t done, std::size_t total, const std::string& note);
    /// Ends the step with what came of it.
    void done(const std::string& outcome);
    void line(const std::string& text = {});

private:
    bool m_interactive;
    int m_step = 0;
    std::size_t m_lastTenth = 0;
    std::chrono::steady_clock::time_point m_began;
};

/// "13,300"
[[nodiscard]] std::string thousands(double value);

} // namespace demo
