// SPDX-License-Identifier: Apache-2.0
// GET /admin/quarantine: what waits there and why. POST /admin/quarantine/{number}/accept: take one in nevertheless.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "peil/base/text.h"

#include <boost/json.hpp>

namespace peil::server::api {

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

Answer list(Context& context, const Request& request) {
    const auto after = wholeParameter(request, "after", 0);
    if (!after) return fail(ApiError::BadMessage, "after must be a whole number.");
    PEIL_TRY(const auto rows, context.quarantine.list(*after));
    boost::json::array items;
    for (const auto& row : rows)
        items.emplace_back(waitingJson(row));
    boost::json::object page{{"quarantine", std::move(items)}};
    page["next"] = rows.empty() ? boost::json::value(nullptr) : boost::json::value(rows.back().envelope.number);
    return respond(page);
}

Answer accept(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_TRY(const auto body, jsonBody(request));
    const auto number = parseInteger(request.pathParts.at("number"));
    if (!number) return fail(ApiError::BadMessage);
    PEIL_CHECK(context.quarantine.accept(*number, authorityOf(caller, body)));
    return Response::nothing();
}

} // namespace

void judgeWaiting(Context& context) {
    if (const auto judged = context.quarantine.judgeAgain(); !judged) context.report(describe(judged.error()));
}

void addQuarantine(http::Router& router, Context& context) {
    router.add(http::Method::Get, "/admin/quarantine", with(context, list));
    router.add(http::Method::Post, "/admin/quarantine/{number}/accept", with(context, accept));
}

} // namespace peil::server::api
