// SPDX-License-Identifier: Apache-2.0
// POST /v1/enrol: the only route of the device port without a client certificate. Wrong codes from one address are
// followed by growing waits; a right one is not delayed by those of others.
#include "api/respond.h"
#include "api/routes.h"
#include "http/bounds.h"

namespace peil::server::api {

void addEnrol(http::Router& router, Context& context) {
    router.add(http::Method::Post, "/v1/enrol", [&context](const http::Request& request) {
        if (request.mediaType() != "application/json") return http::Response::refuse(http::ApiError::UnsupportedType);
        const auto message = protocol::decodeEnrolRequest(textOf(request.body));
        if (!message) return http::Response::refuse(http::ApiError::BadMessage);
        const auto party = http::partyOf(request.remote);
        if (const auto wait = context.enrolmentTries.delay(party); wait.count() > 0)
            return std::move(http::Response::refuse(http::ApiError::EnrolmentDelayed).retryAfter(wait));
        const auto reply = context.enrolment.enrol(*message);
        if (!reply) {
            context.enrolmentTries.noteWrong(party);
            return respondTo(context, reply.error());
        }
        return http::Response::json(protocol::encodeEnrolReply(*reply));
    });
}

} // namespace peil::server::api
