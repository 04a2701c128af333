// SPDX-License-Identifier: Apache-2.0
// POST /v1/enrol: the only route of the device port without a client certificate. Wrong codes from one address are
// followed by growing waits; a right one is not delayed by those of others.
#include "api/respond.h"
#include "api/routes.h"
#include "http/bounds.h"

namespace peil::server::api {

void addEnrol(http::Router& router, Context& context) {
    const auto answer = [&context](const http::Request& request) -> Answer {
        PEIL_TRY(const auto message, messageOf(request, protocol::decodeEnrolRequest));
        const auto party = http::partyOf(request.remote);
        if (const auto wait = context.enrolmentTries.delay(party); wait.count() > 0)
            return std::move(http::Response::refuse(http::ApiError::EnrolmentDelayed).retryAfter(wait));
        const auto reply = context.enrolment.enrol(message);
        if (!reply) {
            context.enrolmentTries.noteWrong(party);
            return tl::unexpected(reply.error());
        }
        return http::Response::json(protocol::encodeEnrolReply(*reply));
    };
    router.add(http::Method::Post, "/v1/enrol", with(context, answer));
}

} // namespace peil::server::api
