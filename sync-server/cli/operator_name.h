// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who sits at the machine, for the audit chain. A statement, not a proof: whoever holds the token can give another
// name.

#include <string>

namespace peil::cli {

/// The login name of the process's user; empty when the machine knows none.
[[nodiscard]] std::string loginName();

} // namespace peil::cli
