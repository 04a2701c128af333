// SPDX-License-Identifier: Apache-2.0
// GET /v1/form/{hash}: the signed study pack.
#include "api/respond.h"
#include "api/routes.h"

namespace peil::server::api {

void addForm(http::Router& router, Context& context) {
    router.add(http::Method::Get, "/v1/form/{hash}", [&context](const http::Request& request) {
        const auto device = admitDevice(context, request);
        if (!device) return device.refusal;
        if (device.value->revokedAt) return http::Response::refuse(http::ApiError::DeviceRevoked);
        const auto pack = context.studies.packBytes(request.pathParts.at("hash"));
        if (!pack) return respondTo(context, pack.error());
        return http::Response::binary(*pack);
    });
}

} // namespace peil::server::api
