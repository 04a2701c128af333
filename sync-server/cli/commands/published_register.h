// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `peil study publish` says of the register table that the server took.

#include <boost/json.hpp>
#include <string>

namespace peil::cli {

/// Lines: register, area and year; groups without a count; rows of the table that are not used. `answer` is that of
/// POST /admin/benchmark.
[[nodiscard]] std::string publishedRegister(const boost::json::value& answer);

} // namespace peil::cli
