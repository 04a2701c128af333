// SPDX-License-Identifier: Apache-2.0
#include "app/control.h"

#include "services/error.h"

#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace peil::server {

namespace {

constexpr std::size_t kMaxLine = 4096;
constexpr int kPatienceMs = 5000; ///< for a line that does not come

std::optional<sockaddr_un> addressIn(const std::filesystem::path& folder) {
    const auto path = (folder / "control.sock").string();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) return std::nullopt;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

const sockaddr* plain(const sockaddr_un& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

tl::unexpected<Error> noSocket(const std::filesystem::path& folder) {
    return fail(services::ServiceErrc::BadDataFolder, "Cannot create \"" + (folder / "control.sock").string() +
                                                          "\"; give the data folder a path of at most 90 bytes.");
}

/// Up to a line feed, or to the end if there is none. Nothing when it takes too long.
std::optional<std::string> readLine(int fd, int patienceMs) {
    std::string line;
    std::array<char, 512> part{};
    while (line.size() < kMaxLine) {
        pollfd ready{fd, POLLIN, 0};
        if (::poll(&ready, 1, patienceMs) != 1) return std::nullopt;
        const auto size = ::recv(fd, part.data(), part.size(), 0);
        if (size <= 0) return std::nullopt;
        line.append(part.data(), static_cast<std::size_t>(size));
        if (const auto end = line.find('\n'); end != std::string::npos) return line.substr(0, end);
    }
    return std::nullopt;
}

void writeLine(int fd, const std::string& line) {
    const auto text = line + "\n";
    for (std::size_t sent = 0; sent < text.size();) {
        const auto size = ::send(fd, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (size <= 0) return;
        sent += static_cast<std::size_t>(size);
    }
}

} // namespace

Control::Control(std::string path, int socket, int stop, std::function<std::string(const std::string&)> answer)
    : m_path(std::move(path))
    , m_socket(socket)
    , m_stop(stop)
    , m_answer(std::move(answer))
    , m_thread([this] { run(); }) {}

Control::~Control() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto woken = ::write(m_stop, &one, sizeof one);
    m_thread.join();
    ::unlink(m_path.c_str());
    ::close(m_socket);
    ::close(m_stop);
}

Result<std::unique_ptr<Control>> Control::listen(const std::filesystem::path& folder,
                                                 std::function<std::string(const std::string&)> answer) {
    const auto address = addressIn(folder);
    if (!address) return noSocket(folder);
    ::unlink(address->sun_path); // of a server that was killed; the lock of the folder is ours
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool ready = fd >= 0 && ::bind(fd, plain(*address), sizeof *address) == 0 &&
                       ::chmod(address->sun_path, 0600) == 0 && ::listen(fd, 4) == 0;
    const int stop = ready ? ::eventfd(0, EFD_CLOEXEC) : -1;
    if (stop < 0) {
        if (fd >= 0) ::close(fd);
        return noSocket(folder);
    }
    return std::unique_ptr<Control>(new Control(address->sun_path, fd, stop, std::move(answer)));
}

void Control::run() const {
    for (;;) {
        std::array<pollfd, 2> ready{{{m_socket, POLLIN, 0}, {m_stop, POLLIN, 0}}};
        if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR) return;
        if (ready[1].revents != 0) return;
        if (ready[0].revents == 0) continue;
        const int caller = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (caller < 0) continue;
        if (const auto line = readLine(caller, kPatienceMs)) writeLine(caller, m_answer(*line));
        ::close(caller);
    }
}

Result<std::optional<std::string>> askServer(const std::filesystem::path& folder, const std::string& line) {
    const auto address = addressIn(folder);
    const int fd = address ? ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0) : -1;
    if (fd < 0 || ::connect(fd, plain(*address), sizeof *address) != 0) {
        if (fd >= 0) ::close(fd);
        return std::optional<std::string>();
    }
    writeLine(fd, line);
    auto answer = readLine(fd, -1);
    ::close(fd);
    if (!answer)
        return fail(services::ServiceErrc::BadDataFolder,
                    "The server closed the connection; see its log and try again.");
    return answer;
}

} // namespace peil::server
