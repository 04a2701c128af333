// SPDX-License-Identifier: Apache-2.0
// POST /v1/enrol: the only route of the device port without a client certificate.
#include "api/respond.h"
#include "api/routes.h"

namespace peil::server::api {

void addEnrol(http::Router& router, Context& context) {
    router.add(http::Method::Post, "/v1/enrol", [&context](const http::Request& request) {
        if (request.mediaType() != "application/json") return http::Response::refuse(http::ApiError::UnsupportedType);
        const auto message = protocol::decodeEnrolRequest(textOf(request.body));
        if (!message) return http::Response::refuse(http::ApiError::BadMessage);
        const auto reply = context.enrolment.enrol(*message);
        if (!reply) return respondTo(context, reply.error());
        return http::Response::json(protocol::encodeEnrolReply(*reply));
    });
}

} // namespace peil::server::api
