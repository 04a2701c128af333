// SPDX-License-Identifier: Apache-2.0
#pragma once

// A network between tablet and server that breaks where a test says so. It passes TLS records on one by one and can
// read none of them.

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace field_test {

enum class Way { ToServer, ToTablet };

/// Threads: the relay has its own; every call comes from the test's.
class Relay {
public:
    /// Listens on a free port of 127.0.0.1.
    Relay();
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    [[nodiscard]] std::string address() const; ///< "https://127.0.0.1:PORT"
    /// Passes on what comes, to the server at `address` ("https://127.0.0.1:PORT").
    void forwardTo(const std::string& address);
    /// Whoever comes gets this answer, in the clear, as from the sign-in page of a guest network.
    void answerAll(const std::string& text);
    /// All connections break, once, when `records` more have gone this way and the next one comes; it is not passed on.
    /// @param also  happens in between, on the relay's thread.
    void cutAfter(Way way, int records, std::function<void()> also = {});
    /// Nothing breaks any more. @return whether it came to that.
    [[nodiscard]] bool endCut();
    /// What tablets have sent since answerAll().
    [[nodiscard]] std::string heard() const;

private:
    struct Line;
    void acceptAll();
    void serve(int tablet);
    void answer(int tablet);
    void pass(Line& line);
    [[nodiscard]] bool mayPass(Way way);
    [[nodiscard]] bool passRecords(Line& line, Way way);

    int m_listener = -1, m_stopper = -1;
    mutable std::mutex m_mutex; ///< of what follows
    int m_port = 0;             ///< of the server
    bool m_isArmed = false, m_hasCut = false;
    Way m_way = Way::ToServer;
    int m_left = 0;
    std::function<void()> m_also;
    std::string m_answer, m_heard;
    std::vector<std::thread> m_lines;
    std::thread m_thread;
};

} // namespace field_test
