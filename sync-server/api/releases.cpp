// SPDX-License-Identifier: Apache-2.0
// GET /admin/releases: who is in the releases given to others. POST /admin/recalls: records that all recipients deleted
// one.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "services/release_log.h"

#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

namespace {

Response list(const Context& context) {
    boost::json::array all;
    const auto read = context.repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto rows, services::releases(records));
        for (const auto& row : rows)
            all.push_back(boost::json::object{{"number", row.number},
                                              {"at", formatUtc(row.at)},
                                              {"by", row.by},
                                              {"name", textMember(row.detail, "frozen")},
                                              {"class", textMember(row.detail, "class")},
                                              {"purpose", textMember(row.detail, "purpose")},
                                              {"release", row.detail.at("release")},
                                              {"recalled", row.recalled}});
        return {};
    });
    return read ? respond({{"releases", std::move(all)}}) : respondTo(context, read.error());
}

Response recall(const Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    if (request.mediaType() != "application/json") return Response::refuse(ApiError::UnsupportedType);
    const auto body = jsonBody(request);
    const auto* number = body ? body->if_contains("number") : nullptr;
    if (number == nullptr || !number->is_int64()) return Response::refuse(ApiError::BadMessage);
    const auto recalled = services::recallRelease(context.repository, context.clock.now(), number->as_int64(),
                                                  caller.value->signature(), textMember(*body, "note"));
    return recalled ? Response::nothing() : respondTo(context, recalled.error());
}

} // namespace

void addReleases(http::Router& router, Context& context) {
    router.add(http::Method::Get, "/admin/releases", [&context](const Request&) { return list(context); });
    router.add(http::Method::Post, "/admin/recalls",
               [&context](const Request& request) { return recall(context, request); });
}

} // namespace peil::server::api
