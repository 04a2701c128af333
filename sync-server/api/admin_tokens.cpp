// SPDX-License-Identifier: Apache-2.0
// /admin/tokens: tokens of scripts.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::server::api {

namespace {

Answer list(Context& context, const Request&) {
    PEIL_TRY(const auto tokens, context.tokens.list());
    boost::json::array items;
    for (const auto& token : tokens)
        items.push_back(
            boost::json::object{{"name", token.name},
                                {"role", idOf(token.role)},
                                {"city", token.cityCode},
                                {"by", token.madeBy},
                                {"madeAt", formatUtc(token.madeAt)},
                                {"expiresAt", formatUtc(token.expiresAt)},
                                {"revokedAt", token.revokedAt ? boost::json::value(formatUtc(*token.revokedAt))
                                                              : boost::json::value(nullptr)}});
    return respond({{"tokens", std::move(items)}});
}

Answer make(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_TRY(const auto body, jsonBody(request));
    PEIL_TRY(const auto given, profileOf(context, body, ApiError::BadToken));
    const auto days = records::numberOf(body, "days");
    const auto within = std::clamp<std::int64_t>(days, 0, services::ApiTokens::kLongestLife.count() + 1);
    PEIL_TRY(const auto token, context.tokens.make(given, std::chrono::days{within}, caller.signature()));
    return respond({{"token", token}, {"name", given.name}}, 201);
}

Answer revoke(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_CHECK(context.tokens.revoke(request.pathParts.at("name"), caller.signature()));
    return Response::nothing();
}

} // namespace

void addAdminTokens(http::Router& router, Context& context) {
    using http::Method;
    router.add(Method::Get, "/admin/tokens", with(context, list));
    router.add(Method::Post, "/admin/tokens", with(context, make));
    router.add(Method::Delete, "/admin/tokens/{name}", with(context, revoke));
}

} // namespace peil::server::api
