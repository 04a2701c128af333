// SPDX-License-Identifier: Apache-2.0
// GET and POST /admin/devices, DELETE /admin/devices/{id}, GET /admin/ledger.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"

#include <boost/json.hpp>

namespace peil::server::api {

namespace {

constexpr auto kManage = services::Permission::ManageDevices;

Answer listDevices(Context& context, const Request& request, services::Permission permission) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_TRY(const auto rows, services::readLedger(context.repository, context.clock.now()));
    const auto onlyCity = caller.onlyCity(permission);
    PEIL_TRY(auto unknown, strangersJson(context, onlyCity));
    const auto interviews = onlyCity ? context.monitoring.progress(onlyCity).interviews : context.openTable.size();
    std::int64_t finalised = 0, received = 0, quarantined = 0, missing = 0;
    std::map<std::string, std::int64_t> receivedBy, quarantinedBy;
    boost::json::array devices;
    for (const auto& row : rows) {
        if (!caller.reaches(permission, row.device.cityCode)) continue;
        for (const auto& [kind, count] : row.receivedBy)
            receivedBy[kind] += count;
        for (const auto& [reason, count] : row.quarantinedBy)
            quarantinedBy[reason] += count;
        finalised += row.finalised;
        received += row.received;
        quarantined += row.quarantined;
        missing += row.missingCount;
        devices.emplace_back(ledgerJson(row, context.studies.current()));
    }
    return respond({{"devices", std::move(devices)},
                    {"unknown", std::move(unknown)},
                    {"finalised", finalised},
                    {"received", received},
                    {"receivedBy", boost::json::value_from(receivedBy)},
                    {"quarantined", quarantined},
                    {"quarantinedBy", boost::json::value_from(quarantinedBy)},
                    {"missing", missing},
                    {"interviews", interviews}});
}

Answer invite(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_TRY(const auto body, jsonBody(request));
    const auto city = textOf(body, "city");
    if (!caller.reaches(kManage, city)) return fail(ApiError::Forbidden);
    PEIL_TRY(const auto invitation, context.enrolment.invite(city, caller.signature()));
    return respond(
        {{"code", invitation.code}, {"secretId", invitation.secretId}, {"expiresAt", formatUtc(invitation.expiresAt)}},
        201);
}

Answer revoke(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    const DeviceId id(request.pathParts.at("id"));
    const auto device = context.enrolment.device(id);
    // A tablet of another city gets the same response as a nonexistent one.
    const auto revoked = !device ? Result<>(tl::unexpected(device.error()))
                         : caller.reaches(kManage, device->cityCode)
                             ? context.enrolment.revoke(id, caller.signature())
                             : Result<>(fail(services::ServiceErrc::DeviceUnknown));
    if (!revoked && revoked.error().code == services::ServiceErrc::DeviceUnknown)
        return fail(ApiError::NotFound, "There is no tablet with this id; see GET /admin/devices.");
    PEIL_CHECK(revoked);
    return Response::nothing();
}

} // namespace

void addAdminDevices(http::Router& router, Context& context) {
    const auto list = [&context](services::Permission permission) {
        return with(context,
                    [permission](Context& of, const Request& request) { return listDevices(of, request, permission); });
    };
    router.add(http::Method::Get, "/admin/devices", list(services::Permission::ViewDevices));
    router.add(http::Method::Get, "/admin/ledger", list(services::Permission::ViewLedger));
    router.add(http::Method::Post, "/admin/devices", with(context, invite));
    router.add(http::Method::Delete, "/admin/devices/{id}", with(context, revoke));
}

} // namespace peil::server::api
