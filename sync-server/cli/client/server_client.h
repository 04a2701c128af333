// SPDX-License-Identifier: Apache-2.0
#pragma once

// The administration side of a running server, over HTTPS as whoever logged in, or with an API token. Trusts the
// server's own authority only, never the machine's list of authorities.

#include "cli/command.h"
#include "peil/base/bytes.h"
#include "peil/records/json_value.h"

#include <boost/json/object.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace peil::cli {

/// Where the server is; the options --server and --store of every command that talks to it.
struct ServerPlace {
    std::string url;                      ///< of the dashboard port, e.g. "https://127.0.0.1:8444"
    std::filesystem::path store;          ///< folder with keys/authority.crt
    std::filesystem::path tokenFile = {}; ///< its first line is an API token; empty = see ServerClient::open()
};
void addServerOptions(CLI::App& command, ServerPlace& place);
/// Adds them, and makes `run` with these options what the command does.
template <class Options, class Run>
void setServerTask(CLI::App& command, Task& task, const std::shared_ptr<Options>& options, Run run) {
    addServerOptions(command, options->place);
    command.callback([options, run, &task] { task = [options, run] { return run(*options); }; });
}

/// Threads: one object on one thread.
class ServerClient {
public:
    /// As whom: the API token of ServerPlace::tokenFile, of the file that PEIL_TOKEN_FILE names, or in PEIL_TOKEN; else
    /// the session that `peil login` keeps. Connects with the first request.
    /// @return BadInput if there is none of these, a base file error.
    [[nodiscard]] static Result<ServerClient> open(const ServerPlace& place);
    /// With this bearer token; empty = none.
    [[nodiscard]] static Result<ServerClient> openWith(const ServerPlace& place, std::string token);
    /// Asked while a request runs, at least once a second; true ends it with Stopped.
    void stopWhen(bool (*stopped)());
    /// @return ServerUnreachable, ServerRefused with the server's own sentence, ServerFailed.
    [[nodiscard]] Result<boost::json::value> get(const std::string& path);
    [[nodiscard]] Result<boost::json::value> post(const std::string& path, const std::string& mediaType, ByteView body,
                                                  const std::vector<std::pair<std::string, std::string>>& fields = {});
    [[nodiscard]] Result<boost::json::value> post(const std::string& path, const boost::json::object& body);
    [[nodiscard]] Result<> remove(const std::string& path);
    /// Error id of the last response, such as "code_required"; empty if it was successful.
    [[nodiscard]] const std::string& lastRefusal() const;

    ServerClient(ServerClient&&) noexcept;
    ServerClient& operator=(ServerClient&&) noexcept;
    ~ServerClient();

private:
    struct Impl;
    explicit ServerClient(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// One request to the server at `place`; ServerClient::open() says as whom.
[[nodiscard]] Result<boost::json::value> askServer(const ServerPlace& place, const std::string& path);
[[nodiscard]] Result<boost::json::value> tellServer(const ServerPlace& place, const std::string& path,
                                                    const boost::json::object& body);

/// What an answer with this status and body means. `url` and `path` are for the sentence only.
/// @return ServerRefused for 4xx, with the server's own sentence; ServerFailed for the rest and for a body that is not
/// JSON.
[[nodiscard]] Result<boost::json::value> judgeAnswer(long status, const std::string& body, const std::string& url,
                                                     const std::string& path);

/// Members of an answer; empty or 0 where the server gave none.
using records::listOf;
using records::numberOf;
using records::textOf;
/// textOf(), to be printed: nothing of it commands a terminal.
[[nodiscard]] std::string said(const boost::json::value& object, std::string_view name);
/// As JSON, to be printed likewise.
[[nodiscard]] std::string jsonText(const boost::json::value& value);
/// @return kDone.
int printJson(const boost::json::value& value);
/// "-" for an empty cell of a table.
[[nodiscard]] std::string orDash(const std::string& text);
/// Text for a path or query of a URL.
[[nodiscard]] std::string percentEncoded(std::string_view text);

} // namespace peil::cli
