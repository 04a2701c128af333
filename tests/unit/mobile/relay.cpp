// SPDX-License-Identifier: Apache-2.0
#include "relay.h"

#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <poll.h>
#include <stdexcept>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace field_test {

namespace {

constexpr std::size_t kRecordHead = 5; ///< type, version, and the length in two bytes

sockaddr_in loopback(int port) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return place;
}

int connectTo(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto place = loopback(port);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0) return socket;
    ::close(socket);
    return -1;
}

bool sendAll(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

/// @return false at the end.
bool receive(int socket, std::string& into) {
    std::array<char, 16384> chunk{};
    const auto got = ::recv(socket, chunk.data(), chunk.size(), 0);
    if (got <= 0) return false;
    into.append(chunk.data(), static_cast<std::size_t>(got));
    return true;
}

/// Bytes of the first record, 0 while it is not whole.
std::size_t firstRecord(std::string_view bytes) {
    if (bytes.size() < kRecordHead) return 0;
    const auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<std::uint8_t>(bytes[i])); };
    const auto size = kRecordHead + at(3) * 256 + at(4);
    return bytes.size() < size ? 0 : size;
}

} // namespace

/// One connection; both sockets are closed with it.
struct Relay::Line {
    int tablet, server;
    std::string fromTablet, fromServer; ///< not a whole record yet
    Line(int one, int other)
        : tablet(one)
        , server(other) {}
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line() {
        ::close(tablet);
        if (server >= 0) ::close(server);
    }
};

Relay::Relay()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_stopper(::eventfd(0, EFD_CLOEXEC)) {
    const auto place = loopback(0);
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0 ||
        ::listen(m_listener, 16) != 0)
        throw std::runtime_error("no port for the relay");
    m_thread = std::thread([this] { acceptAll(); });
}

Relay::~Relay() {
    const std::uint64_t stop = 1;
    if (::write(m_stopper, &stop, sizeof stop) == sizeof stop) m_thread.join();
    for (auto& line : m_lines)
        line.join();
    ::close(m_listener);
    ::close(m_stopper);
}

std::string Relay::address() const {
    sockaddr_in place{};
    socklen_t size = sizeof place;
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&place), &size);
    return "https://127.0.0.1:" + std::to_string(ntohs(place.sin_port));
}

void Relay::forwardTo(const std::string& address) {
    const std::lock_guard lock(m_mutex);
    m_port = std::stoi(address.substr(address.rfind(':') + 1));
    m_answer.clear();
}

void Relay::answerAll(const std::string& text) {
    const std::lock_guard lock(m_mutex);
    m_answer = text;
    m_heard.clear();
}

std::string Relay::heard() const {
    const std::lock_guard lock(m_mutex);
    return m_heard;
}

void Relay::cutAfter(Way way, int records, std::function<void()> also) {
    const std::lock_guard lock(m_mutex);
    m_way = way;
    m_left = records;
    m_also = std::move(also);
    m_hasCut = false;
    m_isArmed = true;
}

bool Relay::endCut() {
    const std::lock_guard lock(m_mutex);
    m_isArmed = false;
    return m_hasCut;
}

void Relay::acceptAll() {
    for (;;) {
        std::array<pollfd, 2> watched{{{m_listener, POLLIN, 0}, {m_stopper, POLLIN, 0}}};
        ::poll(watched.data(), watched.size(), -1);
        if (watched[1].revents != 0) return;
        const int tablet = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (tablet < 0) continue;
        m_lines.emplace_back([this, tablet] { serve(tablet); });
    }
}

void Relay::serve(int tablet) {
    bool answers = false;
    int port = 0;
    {
        const std::lock_guard lock(m_mutex);
        answers = !m_answer.empty();
        port = m_port;
    }
    if (answers) return answer(tablet);
    Line line(tablet, connectTo(port));
    if (line.server >= 0) pass(line);
}

void Relay::answer(int tablet) {
    const Line line(tablet, -1);
    std::string bytes;
    const bool spoke = receive(tablet, bytes);
    const std::lock_guard lock(m_mutex);
    m_heard += bytes;
    if (spoke) sendAll(tablet, m_answer);
}

void Relay::pass(Line& line) {
    for (;;) {
        std::array<pollfd, 3> watched{{{line.tablet, POLLIN, 0}, {line.server, POLLIN, 0}, {m_stopper, POLLIN, 0}}};
        ::poll(watched.data(), watched.size(), -1);
        if (watched[2].revents != 0) return;
        if (watched[0].revents != 0 && (!receive(line.tablet, line.fromTablet) || !passRecords(line, Way::ToServer)))
            return;
        if (watched[1].revents != 0 && (!receive(line.server, line.fromServer) || !passRecords(line, Way::ToTablet)))
            return;
    }
}

bool Relay::mayPass(Way way) {
    const std::lock_guard lock(m_mutex);
    if (!m_isArmed || way != m_way) return true;
    if (m_left-- > 0) return true;
    m_isArmed = false;
    if (m_also) m_also();
    m_hasCut = true;
    return false;
}

bool Relay::passRecords(Line& line, Way way) {
    const bool up = way == Way::ToServer;
    auto& bytes = up ? line.fromTablet : line.fromServer;
    for (auto size = firstRecord(bytes); size > 0; size = firstRecord(bytes)) {
        if (!mayPass(way)) return false;
        if (!sendAll(up ? line.server : line.tablet, std::string_view(bytes).substr(0, size))) return false;
        bytes.erase(0, size);
    }
    return true;
}

} // namespace field_test
