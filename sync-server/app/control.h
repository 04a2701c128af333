// SPDX-License-Identifier: Apache-2.0
#pragma once

// How another process of this machine asks a running server for something that only it can do: the store is locked for
// everyone else. A socket in the data folder, which its owner alone may open; one line in, one line out.

#include "peil/base/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace peil::server {

/// Answers on "control.sock" in the data folder until it is destroyed, and the socket with it.
class Control {
public:
    /// `answer` is called on its own thread with one line, and gives one back. @return BadDataFolder when the socket
    /// cannot be made, e.g. because the path is longer than 100 bytes.
    [[nodiscard]] static Result<std::unique_ptr<Control>> listen(const std::filesystem::path& folder,
                                                                 std::function<std::string(const std::string&)> answer);
    ~Control();
    Control(const Control&) = delete;
    Control& operator=(const Control&) = delete;

private:
    Control(std::string path, int socket, int stop, std::function<std::string(const std::string&)> answer);
    void run() const;

    std::string m_path;
    int m_socket, m_stop;
    std::function<std::string(const std::string&)> m_answer;
    std::thread m_thread;
};

/// The server's answer to one line; nullopt if no server runs on `folder`. @return BadDataFolder when it breaks off.
[[nodiscard]] Result<std::optional<std::string>> askServer(const std::filesystem::path& folder,
                                                           const std::string& line);

} // namespace peil::server
