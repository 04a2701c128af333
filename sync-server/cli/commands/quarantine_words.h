// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace peil::cli {

/// Why an envelope is in quarantine, for people: "made with a form that is not published here". `reason` is an id of
/// protocol::Quarantine; of another one, as a later server may give, the id itself.
[[nodiscard]] std::string quarantineWords(std::string_view reason);

} // namespace peil::cli
