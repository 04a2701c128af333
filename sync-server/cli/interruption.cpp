// SPDX-License-Identifier: Apache-2.0
#include "interruption.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace peil::cli {
namespace {

std::atomic<bool> g_requested{false}; // the only type that a signal handler may access
static_assert(std::atomic<bool>::is_always_lock_free);

void note(int) {
    g_requested = true;
}

/// Without SA_RESTART: a wait in the kernel ends as well.
void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM})
        ::sigaction(number, &action, nullptr);
}

/// A progress line on standard error that is overwritten, and removed at the end.
class Line {
public:
    explicit Line(std::string what)
        : m_what(std::move(what)) {}
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line() {
        if (m_percent >= 0) std::fputs("\r\033[K", stderr);
    }
    void show(double share) {
        const int percent = static_cast<int>(share * 100);
        if (percent == m_percent || ::isatty(STDERR_FILENO) == 0) return;
        m_percent = percent;
        std::fprintf(stderr, "\r\033[K%s %d%%", m_what.c_str(), percent);
        std::fflush(stderr);
    }

private:
    std::string m_what;
    int m_percent = -1;
};

} // namespace

Interruption::Interruption() {
    g_requested = false;
    handle(note);
}

Interruption::~Interruption() {
    handle(SIG_DFL);
}

bool Interruption::requested() {
    return g_requested;
}

std::function<bool(double)> Interruption::progress(std::string what) {
    return [line = std::make_shared<Line>(std::move(what))](double share) {
        line->show(share);
        return !requested();
    };
}

} // namespace peil::cli
