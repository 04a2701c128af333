// SPDX-License-Identifier: Apache-2.0
#include "services/permissions.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <vector>

using namespace peil::server::services;
using peil::server::repository::Role;

TEST_CASE("the whole table of roles and permissions", "[server][permissions]") {
    using enum Reach;
    // quotas, estimate, devices, ledger, interviews, review, withdraw, audit, manage devices, publish, export, users,
    // office
    const std::map<Role, std::vector<Reach>> expected{
        {Role::CityCoordinator,
         {OwnCity, None, OwnCity, OwnCity, OwnCity, OwnCity, None, None, OwnCity, None, None, None, None}},
        {Role::NationalCoordinator, {All, All, All, All, All, All, None, None, All, All, None, None, All}},
        {Role::Researcher, {All, All, None, All, All, None, None, None, None, All, All, None, None}},
        {Role::DataProtectionOfficer, {None, None, None, All, All, None, All, All, None, None, None, None, None}},
        {Role::Administrator, {None, None, All, None, None, None, None, None, All, None, None, All, None}},
    };
    for (const auto& [role, reaches] : expected) {
        REQUIRE(reaches.size() == static_cast<std::size_t>(Permission::Count_));
        for (std::size_t i = 0; i < reaches.size(); ++i)
            CHECK(reachOf(role, static_cast<Permission>(i)) == reaches[i]);
        CHECK(peil::study::roleOf(idOf(role)) == role);
    }
}

TEST_CASE("a role that is not in the table has no permissions", "[server][permissions]") {
    for (int i = 0; i < static_cast<int>(Permission::Count_); ++i)
        CHECK(reachOf(static_cast<Role>(99), static_cast<Permission>(i)) == Reach::None);
    CHECK(idOf(static_cast<Role>(99)).empty());
    CHECK_FALSE(peil::study::roleOf("queen"));
}
