// SPDX-License-Identifier: Apache-2.0
// POST /v1/renew: a new certificate for a tablet whose own still holds.
#include "api/respond.h"
#include "api/routes.h"

namespace peil::server::api {

void addRenew(http::Router& router, Context& context) {
    router.add(http::Method::Post, "/v1/renew", [&context](const http::Request& request) {
        const auto device = admitDevice(context, request);
        if (!device) return device.refusal;
        if (request.mediaType() != "application/json") return http::Response::refuse(http::ApiError::UnsupportedType);
        const auto message = protocol::decodeRenewRequest(textOf(request.body));
        if (!message) return http::Response::refuse(http::ApiError::BadMessage);
        const auto reply = context.enrolment.renew(*device.value, *message);
        if (!reply) return respondTo(context, reply.error());
        return http::Response::json(protocol::encodeRenewReply(*reply));
    });
}

} // namespace peil::server::api
