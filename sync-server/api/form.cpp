// SPDX-License-Identifier: Apache-2.0
// GET /v1/form/{hash}: the signed study pack.
#include "api/respond.h"
#include "api/routes.h"

namespace peil::server::api {

void addForm(http::Router& router, Context& context) {
    const auto answer = [&context](const http::Request& request) -> Answer {
        PEIL_TRY(const auto device, admitDevice(context, request));
        if (device.revokedAt) return fail(http::ApiError::DeviceRevoked);
        PEIL_TRY(const auto pack, context.studies.packBytes(request.pathParts.at("hash")));
        return http::Response::binary(pack);
    };
    router.add(http::Method::Get, "/v1/form/{hash}", with(context, answer));
}

} // namespace peil::server::api
