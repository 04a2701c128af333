// SPDX-License-Identifier: Apache-2.0
// GET /admin/releases: who is in the releases given to others. POST /admin/recalls: records that all recipients deleted
// one.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "services/release_log.h"

#include <boost/json.hpp>

namespace peil::server::api {

namespace {

Answer list(const Context& context, const Request&) {
    boost::json::array all;
    PEIL_CHECK(context.repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto rows, services::releases(records));
        for (const auto& row : rows)
            all.push_back(boost::json::object{{"number", row.number},
                                              {"at", formatUtc(row.at)},
                                              {"by", row.by},
                                              {"name", textOf(row.detail, "frozen")},
                                              {"class", textOf(row.detail, "class")},
                                              {"purpose", textOf(row.detail, "purpose")},
                                              {"release", row.detail.at("release")},
                                              {"recalled", row.recalled}});
        return {};
    }));
    return respond({{"releases", std::move(all)}});
}

Answer recall(const Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_TRY(const auto body, jsonBody(request));
    const auto number = records::integerOf(body, "number");
    if (!number) return fail(ApiError::BadMessage);
    PEIL_CHECK(services::recallRelease(context.repository, context.clock.now(), *number, caller.signature(),
                                       textOf(body, "note")));
    return Response::nothing();
}

} // namespace

void addReleases(http::Router& router, Context& context) {
    router.add(http::Method::Get, "/admin/releases", with(context, list));
    router.add(http::Method::Post, "/admin/recalls", with(context, recall));
}

} // namespace peil::server::api
