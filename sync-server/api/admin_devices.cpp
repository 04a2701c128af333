// SPDX-License-Identifier: Apache-2.0
// GET and POST /admin/devices, DELETE /admin/devices/{id}, GET /admin/ledger.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"

#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

namespace {

constexpr auto kManage = services::Permission::ManageDevices;

Response listDevices(Context& context, const Request& request, services::Permission permission) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    const auto rows = services::readLedger(context.repository, context.clock.now());
    if (!rows) return respondTo(context, rows.error());
    const auto onlyCity = caller.value->onlyCity(permission);
    auto unknown = strangersJson(context, onlyCity);
    if (!unknown) return respondTo(context, unknown.error());
    const auto interviews = onlyCity ? context.monitoring.progress(onlyCity).interviews : context.openTable.size();
    std::int64_t finalised = 0, received = 0, quarantined = 0, missing = 0;
    std::map<std::string, std::int64_t> quarantinedBy;
    boost::json::array devices;
    for (const auto& row : *rows) {
        if (!caller.value->reaches(permission, row.device.cityCode)) continue;
        for (const auto& [reason, count] : row.quarantinedBy)
            quarantinedBy[reason] += count;
        finalised += row.finalised;
        received += row.received;
        quarantined += row.quarantined;
        missing += row.missingCount;
        devices.emplace_back(ledgerJson(row, context.studies.current()));
    }
    return respond({{"devices", std::move(devices)},
                    {"unknown", std::move(*unknown)},
                    {"finalised", finalised},
                    {"received", received},
                    {"quarantined", quarantined},
                    {"quarantinedBy", boost::json::value_from(quarantinedBy)},
                    {"missing", missing},
                    {"interviews", interviews}});
}

Response invite(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    if (request.mediaType() != "application/json") return Response::refuse(ApiError::UnsupportedType);
    const auto body = jsonBody(request);
    if (!body) return Response::refuse(ApiError::BadMessage);
    const auto city = textMember(*body, "city");
    if (!caller.value->reaches(kManage, city)) return Response::refuse(ApiError::Forbidden);
    const auto invitation = context.enrolment.invite(city, caller.value->signature());
    if (!invitation) return respondTo(context, invitation.error());
    return respond({{"code", invitation->code},
                    {"secretId", invitation->secretId},
                    {"expiresAt", formatUtc(invitation->expiresAt)}},
                   201);
}

Response revoke(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    const DeviceId id(request.pathParts.at("id"));
    const auto device = context.enrolment.device(id);
    // A tablet of another city gets the same response as a nonexistent one.
    const auto revoked = !device ? Result<>(tl::unexpected(device.error()))
                         : caller.value->reaches(kManage, device->cityCode)
                             ? context.enrolment.revoke(id, caller.value->signature())
                             : Result<>(fail(services::ServiceErrc::DeviceUnknown));
    if (revoked) return Response::nothing();
    if (revoked.error().code == services::ServiceErrc::DeviceUnknown)
        return Response::refuse(ApiError::NotFound, "There is no tablet with this id; see GET /admin/devices.");
    return respondTo(context, revoked.error());
}

} // namespace

void addAdminDevices(http::Router& router, Context& context) {
    router.add(http::Method::Get, "/admin/devices",
               [&context](const Request& r) { return listDevices(context, r, services::Permission::ViewDevices); });
    router.add(http::Method::Get, "/admin/ledger",
               [&context](const Request& r) { return listDevices(context, r, services::Permission::ViewLedger); });
    router.add(http::Method::Post, "/admin/devices", [&context](const Request& r) { return invite(context, r); });
    router.add(http::Method::Delete, "/admin/devices/{id}",
               [&context](const Request& r) { return revoke(context, r); });
}

} // namespace peil::server::api
