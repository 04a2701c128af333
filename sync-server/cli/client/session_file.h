// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `peil` uses to prove to a server who it is: the session that `peil login` stores below $XDG_STATE_HOME/peil, one
// file per server (mode 0600), or a script's API token from a file or the environment. No secret comes from the command
// line, which others on the machine can read.

#include "cli/cli_error.h"
#include "server_client.h"

namespace peil::cli {

/// Without a slash at its end. @return BadInput when it is not https.
[[nodiscard]] Result<std::string> serverUrl(const std::string& text);

/// The bearer token for this server, see ServerClient::open(). @return BadInput, a base file error.
[[nodiscard]] Result<std::string> tokenFor(const ServerPlace& place);

/// Keeps the token of a session. @return BadInput when there is no home folder; a base file error.
[[nodiscard]] Result<> keepSession(const std::string& url, const std::string& token);
/// Nothing if there is none. @return BadInput when others on the machine can read the file.
[[nodiscard]] Result<std::string> sessionToken(const std::string& url);
void forgetSession(const std::string& url);

} // namespace peil::cli
