// SPDX-License-Identifier: Apache-2.0
// /admin/tokens: tokens of scripts.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

namespace {

Response list(Context& context, const Request&) {
    const auto tokens = context.tokens.list();
    if (!tokens) return respondTo(context, tokens.error());
    boost::json::array items;
    for (const auto& token : *tokens)
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

Response make(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    const auto given = profileOf(context, request, ApiError::BadToken);
    if (!given) return given.refusal;
    const auto body = jsonBody(request);
    const auto* days = body->if_contains("days");
    const auto life = days != nullptr && days->is_int64() ? days->as_int64() : std::int64_t{0};
    const auto within = std::clamp<std::int64_t>(life, 0, services::ApiTokens::kLongestLife.count() + 1);
    const auto token = context.tokens.make(*given.value, std::chrono::days{within}, caller.value->signature());
    if (!token) return respondTo(context, token.error());
    return respond({{"token", *token}, {"name", given.value->name}}, 201);
}

Response revoke(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    const auto revoked = context.tokens.revoke(request.pathParts.at("name"), caller.value->signature());
    return revoked ? Response::nothing() : respondTo(context, revoked.error());
}

} // namespace

void addAdminTokens(http::Router& router, Context& context) {
    using http::Method;
    const auto with = [&context](Response (*answer)(Context&, const Request&)) {
        return [&context, answer](const Request& request) { return answer(context, request); };
    };
    router.add(Method::Get, "/admin/tokens", with(list));
    router.add(Method::Post, "/admin/tokens", with(make));
    router.add(Method::Delete, "/admin/tokens/{name}", with(revoke));
}

} // namespace peil::server::api
