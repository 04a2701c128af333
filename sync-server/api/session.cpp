// SPDX-License-Identifier: Apache-2.0
// POST /api/login, POST /api/logout, GET /api/session.
#include "api/respond.h"
#include "api/routes.h"
#include "http/bounds.h"

#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

namespace {

boost::json::object sessionJson(const Context& context, const services::Session& session) {
    boost::json::array may;
    using enum services::Permission;
    for (const auto& [permission, id] : {std::pair{ViewQuotas, "quotas"},
                                         {ViewEstimate, "estimate"},
                                         {ViewDevices, "devices"},
                                         {ViewLedger, "ledger"},
                                         {ViewInterviews, "interviews"},
                                         {ReviewInterviews, "review"},
                                         {WithdrawInterviews, "withdraw"},
                                         {ViewAudit, "audit"}})
        if (services::reachOf(session.role, permission) != services::Reach::None) may.emplace_back(id);
    return {{"user", session.user},     {"role", services::idOf(session.role)},
            {"city", session.cityCode}, {"csrfToken", session.csrfToken},
            {"may", std::move(may)},    {"study", studyJson(context)}};
}

std::string cookieText(std::string_view token, std::chrono::seconds life) {
    return std::string(kSessionCookie) + "=" + std::string(token) +
           "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(life.count());
}

Response login(Context& context, const Request& request) {
    if (!isOwnOrigin(request)) return Response::refuse(ApiError::BadOrigin);
    if (request.mediaType() != "application/json") return Response::refuse(ApiError::UnsupportedType);
    const auto body = jsonBody(request);
    if (!body) return Response::refuse(ApiError::BadMessage);
    const auto name = textMember(*body, "name");
    const auto party = http::partyOf(request.remote);
    const auto session = context.auth.login(name, textMember(*body, "password"), party);
    if (!session) {
        auto refusal = respondTo(context, session.error());
        if (session.error().code == services::ServiceErrc::LoginDelayed)
            refusal.retryAfter(context.auth.delay(name, party));
        return refusal;
    }
    auto response = respond(sessionJson(context, *session));
    response.with("Set-Cookie", cookieText(session->token, services::Auth::kLongestSession));
    return response;
}

Response logout(Context& context, const Request& request) {
    if (!isOwnOrigin(request)) return Response::refuse(ApiError::BadOrigin);
    const auto session = sessionOf(context, request);
    if (!session) return Response::refuse(ApiError::LoginRequired);
    if (!crypto::equalConstantTime(bytesOf(request.field("x-csrf-token")), bytesOf(session->csrfToken)))
        return Response::refuse(ApiError::BadCsrfToken);
    context.auth.logout(request.cookie(kSessionCookie));
    auto response = Response::nothing();
    response.with("Set-Cookie", cookieText("", std::chrono::seconds{0}));
    return response;
}

} // namespace

boost::json::object studyJson(const Context& context) {
    const auto current = context.studies.current();
    if (!current) return {};
    const auto texts = [](const study::LocalText& text) {
        boost::json::object object;
        for (const auto& [language, words] : text.texts)
            object[language] = words;
        return object;
    };
    boost::json::array cities, groups;
    for (const auto& city : current->study().cities)
        cities.push_back(boost::json::object{{"code", city.code}, {"name", city.name}});
    for (const auto& group : current->study().groups)
        groups.push_back(boost::json::object{
            {"id", group.id}, {"label", texts(group.label)}, {"definition", texts(group.definition.words)}});
    return {{"id", current->study().id.text()},      {"title", texts(current->study().title)},
            {"startsOn", current->study().startsOn}, {"endsOn", current->study().endsOn},
            {"cities", std::move(cities)},           {"groups", std::move(groups)}};
}

void addSession(http::Router& router, Context& context) {
    router.addSlow(http::Method::Post, "/api/login",
                   [&context](const Request& request) { return login(context, request); });
    router.add(http::Method::Post, "/api/logout",
               [&context](const Request& request) { return logout(context, request); });
    router.add(http::Method::Get, "/api/session", [&context](const Request& request) {
        const auto session = sessionOf(context, request);
        if (!session) return Response::refuse(ApiError::LoginRequired);
        return respond(sessionJson(context, *session));
    });
}

} // namespace peil::server::api
