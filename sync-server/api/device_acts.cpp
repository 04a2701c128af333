// SPDX-License-Identifier: Apache-2.0
// POST /admin/devices/{id}/successor, /reset, /block and /unblock: acts of the study office about one tablet.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"

#include <boost/json.hpp>

namespace peil::server::api {

namespace {

using Act = Result<> (*)(Context&, const DeviceId&, const boost::json::value&, const services::Authority&);

/// An act of the caller, with a reason.
void addAct(http::Router& router, Context& context, const std::string& path, Act act) {
    const auto answer = [&context, act](const Request& request) -> Answer {
        PEIL_TRY(const auto caller, admit(context, request));
        PEIL_TRY(const auto body, jsonBody(request));
        const auto done = act(context, DeviceId(request.pathParts.at("id")), body, authorityOf(caller, body));
        if (!done && done.error().code == services::ServiceErrc::DeviceUnknown)
            return fail(ApiError::NotFound, "There is no tablet with this id; see peil device list.");
        PEIL_CHECK(done);
        judgeWaiting(context);
        return Response::nothing();
    };
    router.add(http::Method::Post, path, with(context, answer));
}

Result<> succeed(Context& context, const DeviceId& id, const boost::json::value& body,
                 const services::Authority& authority) {
    return context.deviceActs.nameSuccessor(id, DeviceId(textOf(body, "successor")), authority);
}

Result<> reset(Context& context, const DeviceId& id, const boost::json::value& body,
               const services::Authority& authority) {
    const auto finalised = records::integerOf(body, "finalised");
    if (!finalised)
        return fail(services::ServiceErrc::BadAct, "finalised is missing or not a whole number; correct it.");
    return context.deviceActs.resetSequence(id, *finalised, authority);
}

Result<> block(Context& context, const DeviceId& id, const boost::json::value&, const services::Authority& authority) {
    return context.deviceActs.block(id, authority);
}

Result<> unblock(Context& context, const DeviceId& id, const boost::json::value&,
                 const services::Authority& authority) {
    return context.deviceActs.unblock(id, authority);
}

} // namespace

services::Authority authorityOf(const Caller& caller, const boost::json::value& body) {
    return {caller.signature(), textOf(body, "why")};
}

void addDeviceActs(http::Router& router, Context& context) {
    addAct(router, context, "/admin/devices/{id}/successor", succeed);
    addAct(router, context, "/admin/devices/{id}/reset", reset);
    addAct(router, context, "/admin/devices/{id}/block", block);
    addAct(router, context, "/admin/devices/{id}/unblock", unblock);
}

} // namespace peil::server::api
