// SPDX-License-Identifier: Apache-2.0
#pragma once

// Real programs as children of a test: started with arguments (never through a shell), read line by line, killed.

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace peil_test {

/// Both outputs of a child come through one pipe each. Killed and reaped on destruction. Move-only.
class ChildProcess {
public:
    /// @throw std::runtime_error when the program cannot be started.
    explicit ChildProcess(const std::vector<std::string>& command) {
        int out[2], err[2];
        if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, out[1], 1);
        posix_spawn_file_actions_adddup2(&actions, err[1], 2);
        std::vector<char*> arguments;
        for (const auto& word : command)
            arguments.push_back(const_cast<char*>(word.c_str())); // NOLINT: execve's type
        arguments.push_back(nullptr);
        const int status = ::posix_spawnp(&m_pid, arguments[0], &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(out[1]);
        ::close(err[1]);
        m_out = out[0];
        m_err = err[0];
        if (status != 0) throw std::runtime_error("cannot start " + command[0] + ": " + std::strerror(status));
    }
    ChildProcess(ChildProcess&& other) noexcept
        : m_pid(std::exchange(other.m_pid, -1))
        , m_out(std::exchange(other.m_out, -1))
        , m_err(std::exchange(other.m_err, -1))
        , m_pending(std::move(other.m_pending))
        , m_errors(std::move(other.m_errors))
        , m_status(other.m_status) {}
    ChildProcess& operator=(ChildProcess&&) = delete;
    ~ChildProcess() {
        if (m_pid > 0 && !m_status) signal(SIGKILL);
        if (m_pid > 0 && !m_status) wait();
        if (m_out >= 0) ::close(m_out);
        if (m_err >= 0) ::close(m_err);
    }

    void signal(int number) const { ::kill(m_pid, number); }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] int outputDescriptor() const { return m_out; }
    [[nodiscard]] const std::string& errors() const { return m_errors; }

    /// Next line of standard output without its end; nothing at the end of the output or after `limit`.
    std::optional<std::string> readLine(std::chrono::milliseconds limit = std::chrono::seconds{60}) {
        const auto deadline = std::chrono::steady_clock::now() + limit;
        for (;;) {
            if (auto line = takeLine()) return line;
            if (!pump(deadline)) {
                if (m_pending.empty() || m_out >= 0) return std::nullopt;
                return std::exchange(m_pending, {});
            }
        }
    }
    /// A line that is already here; never waits.
    std::optional<std::string> takeLine() {
        const auto end = m_pending.find('\n');
        if (end == std::string::npos) return std::nullopt;
        auto line = m_pending.substr(0, end);
        m_pending.erase(0, end + 1);
        return line;
    }
    /// Reads what is ready until `deadline`; false at the deadline or when both outputs have ended.
    bool pump(std::chrono::steady_clock::time_point deadline) {
        if (m_out < 0 && m_err < 0) return false;
        pollfd watched[2]{{m_out, POLLIN, 0}, {m_err, POLLIN, 0}};
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (::poll(watched, 2, static_cast<int>(std::max<std::int64_t>(0, left.count()))) <= 0) return false;
        if (watched[0].revents != 0) take(m_out, m_pending);
        if (watched[1].revents != 0) take(m_err, m_errors);
        return true;
    }
    /// Reads both outputs to their end and reaps. @return exit status, or 128 + signal.
    int finish(std::string* output = nullptr) {
        while (auto line = readLine(std::chrono::minutes{10}))
            if (output != nullptr) *output += *line + "\n";
        while (pump(std::chrono::steady_clock::now() + std::chrono::minutes{10})) {
        }
        return wait();
    }
    int wait() {
        if (!m_status) {
            int raw = 0;
            while (::waitpid(m_pid, &raw, 0) < 0 && errno == EINTR) {
            }
            m_status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
        }
        return *m_status;
    }

private:
    static void take(int& descriptor, std::string& into) {
        char chunk[16384];
        const auto got = ::read(descriptor, chunk, sizeof chunk);
        if (got > 0) {
            into.append(chunk, static_cast<std::size_t>(got));
        } else if (got == 0 || errno != EINTR) {
            ::close(descriptor);
            descriptor = -1;
        }
    }

    pid_t m_pid = -1;
    int m_out = -1, m_err = -1;
    std::string m_pending, m_errors;
    std::optional<int> m_status;
};

/// What a program printed and how it ended.
struct ProgramRun {
    int status = 0;
    std::string output, errors;
};

inline ProgramRun runProgram(const std::vector<std::string>& command) {
    ChildProcess child(command);
    ProgramRun run;
    run.status = child.finish(&run.output);
    run.errors = child.errors();
    return run;
}

} // namespace peil_test
