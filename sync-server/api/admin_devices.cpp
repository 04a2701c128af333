// SPDX-License-Identifier: Apache-2.0
// GET and POST /admin/devices, DELETE /admin/devices/{id}, GET /admin/ledger.
#include "api/respond.h"
#include "api/routes.h"

#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

namespace {

Response listDevices(Context& context, const Request& request) {
    if (auto refusal = refuseUnlessAdmin(context, request)) return *refusal;
    const auto rows = services::readLedger(context.repository, context.clock.now());
    if (!rows) return respondTo(context, rows.error());
    std::int64_t finalised = 0, received = 0, quarantined = 0, missing = 0;
    std::map<std::string, std::int64_t> quarantinedBy;
    boost::json::array devices;
    for (const auto& row : *rows) {
        for (const auto& [reason, count] : row.quarantinedBy)
            quarantinedBy[reason] += count;
        finalised += row.finalised;
        received += row.received;
        quarantined += row.quarantined;
        missing += row.missingCount;
        devices.emplace_back(ledgerJson(row, context.studies.current()));
    }
    return respond({{"devices", std::move(devices)},
                    {"finalised", finalised},
                    {"received", received},
                    {"quarantined", quarantined},
                    {"quarantinedBy", boost::json::value_from(quarantinedBy)},
                    {"missing", missing},
                    {"interviews", context.openTable.size()}});
}

Response invite(Context& context, const Request& request) {
    if (auto refusal = refuseUnlessAdmin(context, request)) return *refusal;
    if (request.mediaType() != "application/json") return Response::refuse(ApiError::UnsupportedType);
    const auto body = jsonBody(request);
    if (!body) return Response::refuse(ApiError::BadMessage);
    const auto invitation = context.enrolment.invite(textMember(*body, "city"));
    if (!invitation) return respondTo(context, invitation.error());
    return respond({{"code", invitation->code},
                    {"secretId", invitation->secretId},
                    {"expiresAt", formatUtc(invitation->expiresAt)}},
                   201);
}

Response revoke(Context& context, const Request& request) {
    if (auto refusal = refuseUnlessAdmin(context, request)) return *refusal;
    const auto revoked = context.enrolment.revoke(DeviceId(request.pathParts.at("id")));
    if (revoked) return Response::nothing();
    if (revoked.error().code == services::ServiceErrc::DeviceUnknown)
        return Response::refuse(ApiError::NotFound, "There is no tablet of this id; see GET /admin/devices.");
    return respondTo(context, revoked.error());
}

} // namespace

void addAdminDevices(http::Router& router, Context& context) {
    router.add(http::Method::Get, "/admin/devices", [&context](const Request& r) { return listDevices(context, r); });
    router.add(http::Method::Get, "/admin/ledger", [&context](const Request& r) { return listDevices(context, r); });
    router.add(http::Method::Post, "/admin/devices", [&context](const Request& r) { return invite(context, r); });
    router.add(http::Method::Delete, "/admin/devices/{id}",
               [&context](const Request& r) { return revoke(context, r); });
}

} // namespace peil::server::api
