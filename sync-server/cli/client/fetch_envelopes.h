// SPDX-License-Identifier: Apache-2.0
#pragma once

// All envelopes of a server, page by page.

#include "peil/records/judge.h"

#include <boost/json/value.hpp>
#include <functional>

namespace peil::cli {

/// Answers GET requests of the administration; ServerClient::get() in a real export.
using AskServer = std::function<Result<boost::json::value>(const std::string& path)>;

struct FetchedEnvelopes {
    records::Listing listing;
    std::int64_t firstAct = 0, lastAct = 0; ///< number of the server's newest act at the first page and at the last
};

/// @param goOn  asked before each page; false stops with Stopped.
/// @return the errors of `ask`, ServerFailed for an answer that makes no sense.
[[nodiscard]] Result<FetchedEnvelopes> fetchEnvelopes(const AskServer& ask, const std::function<bool()>& goOn = {});

} // namespace peil::cli
