// SPDX-License-Identifier: Apache-2.0
#include "services/permissions.h"

#include <array>

namespace peil::server::services {

using repository::Role;

namespace {

struct Entry {
    Role role;
    Permission permission;
    Reach reach;
};

constexpr std::array kTable{
    Entry{Role::CityCoordinator, Permission::ViewQuotas, Reach::OwnCity},
    Entry{Role::CityCoordinator, Permission::ViewDevices, Reach::OwnCity},
    Entry{Role::CityCoordinator, Permission::ViewLedger, Reach::OwnCity},
    Entry{Role::CityCoordinator, Permission::ViewInterviews, Reach::OwnCity},
    Entry{Role::CityCoordinator, Permission::ReviewInterviews, Reach::OwnCity},
    Entry{Role::CityCoordinator, Permission::ManageDevices, Reach::OwnCity},
    Entry{Role::NationalCoordinator, Permission::ViewQuotas, Reach::All},
    Entry{Role::NationalCoordinator, Permission::ViewEstimate, Reach::All},
    Entry{Role::NationalCoordinator, Permission::ViewDevices, Reach::All},
    Entry{Role::NationalCoordinator, Permission::ViewLedger, Reach::All},
    Entry{Role::NationalCoordinator, Permission::ViewInterviews, Reach::All},
    Entry{Role::NationalCoordinator, Permission::ReviewInterviews, Reach::All},
    Entry{Role::NationalCoordinator, Permission::ManageDevices, Reach::All},
    Entry{Role::NationalCoordinator, Permission::PublishStudy, Reach::All},
    Entry{Role::NationalCoordinator, Permission::ActForOffice, Reach::All},
    Entry{Role::Researcher, Permission::ViewQuotas, Reach::All},
    Entry{Role::Researcher, Permission::ViewEstimate, Reach::All},
    Entry{Role::Researcher, Permission::ViewLedger, Reach::All},
    Entry{Role::Researcher, Permission::ViewInterviews, Reach::All},
    Entry{Role::Researcher, Permission::PublishStudy, Reach::All},
    Entry{Role::Researcher, Permission::ExportInterviews, Reach::All},
    Entry{Role::DataProtectionOfficer, Permission::ViewLedger, Reach::All},
    Entry{Role::DataProtectionOfficer, Permission::ViewInterviews, Reach::All},
    Entry{Role::DataProtectionOfficer, Permission::WithdrawInterviews, Reach::All},
    Entry{Role::DataProtectionOfficer, Permission::ViewAudit, Reach::All},
    Entry{Role::Administrator, Permission::ViewDevices, Reach::All},
    Entry{Role::Administrator, Permission::ManageDevices, Reach::All},
    Entry{Role::Administrator, Permission::ManageUsers, Reach::All},
};

constexpr std::array<std::string_view, static_cast<std::size_t>(Permission::Count_)> kPermissionIds{
    "quotas", "estimate",       "devices", "ledger", "interviews", "review", "withdraw",
    "audit",  "manage_devices", "publish", "export", "users",      "office"};

} // namespace

Reach reachOf(Role role, Permission permission) {
    for (const auto& entry : kTable)
        if (entry.role == role && entry.permission == permission) return entry.reach;
    return Reach::None;
}

std::string_view idOf(Permission permission) {
    return kPermissionIds[static_cast<std::size_t>(permission)];
}

} // namespace peil::server::services
