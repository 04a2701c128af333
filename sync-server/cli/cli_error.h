// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the parts of `peil` fail. Apart from command.h, so that what only computes does not see the command line parser.

#include "peil/base/result.h"

#include <system_error>

namespace peil::cli {

enum class CliErrc {
    BadInput = 1,      ///< a file, option value or study that the user has to correct
    AlreadyThere,      ///< a file or folder that the command would have to overwrite
    NotATerminal,      ///< a passphrase is needed, and there is no one to ask
    ServerUnreachable, ///< no connection, or the certificate is not the server's
    ServerRefused,     ///< the server answered 4xx
    ServerFailed,      ///< the server answered 5xx, or something that is no answer
    Stopped,           ///< the user ended the command while it waited for the server
    ToolFailed,        ///< a program that `peil` runs could not start or failed
};

std::error_code make_error_code(CliErrc code) noexcept;

} // namespace peil::cli
