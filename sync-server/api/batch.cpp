// SPDX-License-Identifier: Apache-2.0
// POST /v1/batch: sealed interviews in, signed receipts out. A revoked tablet may still send (contract P8).
#include "api/respond.h"
#include "api/routes.h"

namespace peil::server::api {

void addBatch(http::Router& router, Context& context) {
    const auto receive = [&context](const http::Request& request) {
        const auto device = admitDevice(context, request);
        if (!device) return device.refusal;
        if (request.mediaType() != "application/octet-stream")
            return http::Response::refuse(http::ApiError::UnsupportedType);
        const auto reply = context.intake.receive(device.value->id, request.body);
        if (!reply) return respondTo(context, reply.error());
        return http::Response::json(protocol::encodeBatchReply(*reply));
    };
    router.add(http::Method::Post, "/v1/batch", receive, {protocol::kMaxBodyBytes, doorForDevices(context)});
}

} // namespace peil::server::api
