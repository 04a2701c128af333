// SPDX-License-Identifier: Apache-2.0
#include "terminal.h"

#include "peil/base/text.h"

#include <cstdio>
#include <unistd.h>

namespace demo {
namespace {

constexpr std::size_t kBarWidth = 30;

} // namespace

Terminal::Terminal()
    : m_interactive(::isatty(STDOUT_FILENO) == 1) {}

void Terminal::step(const std::string& title) {
    m_began = std::chrono::steady_clock::now();
    m_lastTenth = 0;
    std::printf("%2d  %s\n", ++m_step, title.c_str());
    std::fflush(stdout);
}

void Terminal::progress(std::size_t done, std::size_t total, const std::string& note) {
    if (total == 0) return;
    const std::size_t tenth = done * 10 / total;
    if (!m_interactive && tenth == m_lastTenth) return;
    m_lastTenth = tenth;
    const std::size_t filled = done * kBarWidth / total;
    const std::string bar = std::string(filled, '#') + std::string(kBarWidth - filled, '.');
    std::printf("%s    [%s] %zu of %zu %s%s", m_interactive ? "\r\033[K" : "", bar.c_str(), done, total, note.c_str(),
                m_interactive ? "" : "\n");
    std::fflush(stdout);
}

void Terminal::done(const std::string& outcome) {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - m_began;
    std::printf("%s    %s (%s s)\n", m_interactive ? "\r\033[K" : "", outcome.c_str(),
                peil::formatFixed(took.count(), 1).c_str());
    std::fflush(stdout);
}

void Terminal::line(const std::string& text) {
    std::printf("%s\n", text.c_str());
    std::fflush(stdout);
}

std::string thousands(double value) {
    auto text = peil::formatFixed(value, 0);
    for (std::size_t at = text.size(); at > 3 && text[at - 4] != '-';) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

} // namespace demo
