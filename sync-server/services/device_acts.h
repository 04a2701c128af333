// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the study office decides about tablets beyond enrolling and revoking them. Each is an act of the audit chain.

#include "repository/repository.h"

namespace peil::server::services {

/// Who acts and why; both are needed.
struct Authority {
    std::string by;  ///< a name, 1 to 64 bytes
    std::string why; ///< 1 to 1,000 bytes; no answer belongs here
};
/// @return BadAct when one of the two is missing or too long.
[[nodiscard]] Result<> check(const Authority& authority);

/// Threads: any.
class DeviceActs {
public:
    DeviceActs(repository::Repository& repository, const Clock& clock)
        : m_repository(repository)
        , m_clock(clock) {}

    /// From now on `successor` may send revisions of the interviews of `device`, which may also continue to do so.
    /// @return DeviceUnknown for either, BadAct for the same tablet, or one of another city or revoked.
    [[nodiscard]] Result<> nameSuccessor(const DeviceId& device, const DeviceId& successor, const Authority& authority);
    /// Sets the tablet's number of finalised interviews to `finalised`, regardless of earlier reports; later numbers
    /// are checked against it.
    /// @return DeviceUnknown, BadAct for a number below what is here.
    [[nodiscard]] Result<> resetSequence(const DeviceId& device, std::int64_t finalised, const Authority& authority);
    /// From now on every request of the tablet is refused. A revoked tablet, in contrast, may still send its
    /// interviews.
    /// @return DeviceUnknown, BadAct.
    [[nodiscard]] Result<> block(const DeviceId& device, const Authority& authority);
    /// Takes a block back. @return as block().
    [[nodiscard]] Result<> unblock(const DeviceId& device, const Authority& authority);

private:
    repository::Repository& m_repository;
    const Clock& m_clock;
};

} // namespace peil::server::services
