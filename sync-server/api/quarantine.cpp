// SPDX-License-Identifier: Apache-2.0
// GET /admin/quarantine: what waits there and why. POST /admin/quarantine/{number}/accept: take one in nevertheless.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "peil/base/text.h"

#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

namespace {

boost::json::object waitingJson(const services::WaitingRow& row) {
    const auto& envelope = row.envelope;
    return {{"number", envelope.number},
            {"kind", envelope.kind},
            {"reason", envelope.quarantineReason},
            {"acceptable", row.acceptable},
            {"interview", envelope.keys.interview.text()},
            {"revision", envelope.keys.revision},
            {"device", envelope.keys.device.text()},
            {"sequence", envelope.keys.sequence},
            {"size", row.size},
            {"hash", toHex(envelope.hash)},
            {"receivedAt", formatUtc(envelope.receivedAt)}};
}

Response list(Context& context, const Request& request) {
    const auto after = wholeParameter(request, "after", 0);
    if (!after) return Response::refuse(ApiError::BadMessage, "after must be a whole number.");
    const auto rows = context.quarantine.list(*after);
    if (!rows) return respondTo(context, rows.error());
    boost::json::array items;
    for (const auto& row : *rows)
        items.emplace_back(waitingJson(row));
    boost::json::object page{{"quarantine", std::move(items)}};
    page["next"] = rows->empty() ? boost::json::value(nullptr) : boost::json::value(rows->back().envelope.number);
    return respond(page);
}

Response accept(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    if (request.mediaType() != "application/json") return Response::refuse(ApiError::UnsupportedType);
    const auto number = parseInteger(request.pathParts.at("number"));
    const auto body = jsonBody(request);
    if (!number || !body) return Response::refuse(ApiError::BadMessage);
    const auto accepted = context.quarantine.accept(*number, authorityOf(*caller.value, *body));
    return accepted ? Response::nothing() : respondTo(context, accepted.error());
}

} // namespace

void judgeWaiting(Context& context) {
    if (const auto judged = context.quarantine.judgeAgain(); !judged) context.report(describe(judged.error()));
}

void addQuarantine(http::Router& router, Context& context) {
    router.add(http::Method::Get, "/admin/quarantine", [&context](const Request& r) { return list(context, r); });
    router.add(http::Method::Post, "/admin/quarantine/{number}/accept",
               [&context](const Request& r) { return accept(context, r); });
}

} // namespace peil::server::api
