// SPDX-License-Identifier: Apache-2.0
// POST /v1/renew: a new certificate for a tablet whose own still holds.
#include "api/respond.h"
#include "api/routes.h"

namespace peil::server::api {

void addRenew(http::Router& router, Context& context) {
    const auto answer = [&context](const http::Request& request) -> Answer {
        PEIL_TRY(const auto device, admitDevice(context, request));
        PEIL_TRY(const auto message, messageOf(request, protocol::decodeRenewRequest));
        PEIL_TRY(const auto reply, context.enrolment.renew(device, message));
        return http::Response::json(protocol::encodeRenewReply(reply));
    };
    router.add(http::Method::Post, "/v1/renew", with(context, answer));
}

} // namespace peil::server::api
