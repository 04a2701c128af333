// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who may see what. One table; what is not in it is denied.

#include "repository/records.h"

#include <string_view>

namespace peil::server::services {

enum class Permission : std::uint8_t {
    ViewQuotas,
    ViewEstimate,
    ViewDevices,
    ViewLedger,
    ViewInterviews,     ///< the list of interviews and their reviews; never an answer
    ReviewInterviews,   ///< approve, reject, mark as duplicate
    WithdrawInterviews, ///< erase at the participant's request
    ViewAudit,
    ManageDevices,    ///< enrolment codes, revoking
    PublishStudy,     ///< study packs, which are signed elsewhere, and the counts of registers
    ExportInterviews, ///< sealed interviews, which only a researcher's key opens
    ManageUsers,      ///< users, sessions and API tokens
    ActForOffice,     ///< what the study office decides: a tablet's successor or block, what leaves quarantine
    Count_
};

/// Stable ids: quotas, estimate, devices, ledger, interviews, review, withdraw, audit, manage_devices, publish, export,
/// users, office.
[[nodiscard]] std::string_view idOf(Permission permission);

/// How far a permission reaches.
enum class Reach : std::uint8_t { None, OwnCity, All };

[[nodiscard]] Reach reachOf(repository::Role role, Permission permission);

} // namespace peil::server::services
