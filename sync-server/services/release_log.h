// SPDX-License-Identifier: Apache-2.0
#pragma once

// Earlier releases, from their actions in the audit chain, and which were recalled. `peil export` checks a new release
// against all that were not. The server knows who is in a release, but not the data.

#include "services/audit_log.h"

namespace peil::server::services {

/// One that was logged, in the words of its act.
struct ReleaseRow {
    std::int64_t number = 0; ///< of its act
    TimePoint at;
    std::string by;
    boost::json::value detail; ///< as logged, with "release"
    bool recalled = false;
};

/// In order. @return the errors of the store.
[[nodiscard]] Result<std::vector<ReleaseRow>> releases(repository::Records& records);

/// What `peil export` says of a release that it is about to make: "rungs", "policy", "members" (base64 of 16 bytes of
/// each envelope's hash) and "after", the number of the newest release that it was checked beside (0: none).
/// @return BadExport for members or numbers that cannot be read, ReleaseMeanwhile when there is a newer one.
[[nodiscard]] Result<> checkRelease(repository::Records& records, const boost::json::value& release);

/// Logs that all recipients deleted a release. A second recall changes nothing.
/// @return UnknownRelease; BadExport without a reason or a name.
[[nodiscard]] Result<> recallRelease(repository::Repository& repository, TimePoint now, std::int64_t number,
                                     const std::string& by, const std::string& note);

inline constexpr std::size_t kMemberBytes = 16;

} // namespace peil::server::services
