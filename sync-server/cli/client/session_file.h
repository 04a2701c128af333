// SPDX-License-Identifier: Apache-2.0
#pragma once

// As whom `peil` speaks with a server: the session that `peil login` keeps below $XDG_STATE_HOME/peil in its own file
// for each server (mode 0600), or a script's API token out of a file or the environment. No secret comes from the
// command line, which others on the machine can read.

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
