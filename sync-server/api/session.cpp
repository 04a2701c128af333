// SPDX-License-Identifier: Apache-2.0
// Logging in and out, on the page (/api) and on the command line (/admin); GET /api/session; the second factor of
// whoever is logged in.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "http/bounds.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

namespace {

boost::json::object sessionJson(const Context& context, const services::Session& session) {
    boost::json::array may;
    for (std::size_t i = 0; i < static_cast<std::size_t>(services::Permission::Count_); ++i) {
        const auto permission = static_cast<services::Permission>(i);
        if (services::reachOf(session.role, permission) != services::Reach::None)
            may.emplace_back(services::idOf(permission));
    }
    return {{"user", session.user},           {"role", idOf(session.role)},        {"city", session.cityCode},
            {"csrfToken", session.csrfToken}, {"secondFactor", session.hasFactor}, {"may", std::move(may)},
            {"study", studyJson(context)}};
}

std::string cookieText(std::string_view token, std::chrono::seconds life) {
    return std::string(kSessionCookie) + "=" + std::string(token) +
           "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(life.count());
}

/// A session for the name, password and code of the body, or the answer to send instead.
Admitted<services::Session> tryLogin(Context& context, const Request& request, repository::SessionKind kind) {
    if (request.mediaType() != "application/json") return {{}, Response::refuse(ApiError::UnsupportedType)};
    const auto body = jsonBody(request);
    if (!body) return {{}, Response::refuse(ApiError::BadMessage)};
    const auto name = textMember(*body, "name"), password = textMember(*body, "password"),
               code = textMember(*body, "code");
    const auto party = http::partyOf(request.remote);
    auto session = context.auth.login({name, password, code}, party, kind);
    if (session) return {std::move(*session), {}};
    auto refusal = respondTo(context, session.error());
    if (session.error().code == services::ServiceErrc::LoginDelayed)
        refusal.retryAfter(std::max(context.auth.delay(name, party), std::chrono::seconds{1}));
    return {{}, std::move(refusal)};
}

Response loginOfPage(Context& context, const Request& request) {
    if (!isOwnOrigin(request)) return Response::refuse(ApiError::BadOrigin);
    const auto session = tryLogin(context, request, repository::SessionKind::Browser);
    if (!session) return session.refusal;
    auto response = respond(sessionJson(context, *session.value));
    response.with("Set-Cookie", cookieText(session.value->token, services::Auth::kLongestSession));
    return response;
}

Response loginOfCommand(Context& context, const Request& request) {
    const auto session = tryLogin(context, request, repository::SessionKind::CommandLine);
    if (!session) return session.refusal;
    return respond({{"token", session.value->token},
                    {"user", session.value->user},
                    {"role", idOf(session.value->role)},
                    {"city", session.value->cityCode},
                    {"secondFactor", session.value->hasFactor},
                    {"expiresAt", formatUtc(session.value->begunAt + services::Auth::kLongestSession)}});
}

Response logoutOfPage(Context& context, const Request& request) {
    const auto ended = context.auth.logout(request.cookie(kSessionCookie));
    if (!ended) return respondTo(context, ended.error());
    auto response = Response::nothing();
    response.with("Set-Cookie", cookieText("", std::chrono::seconds{0}));
    return response;
}

Response logoutOfCommand(Context& context, const Request& request) {
    const auto ended = context.auth.logout(bearerOf(request));
    return ended ? Response::nothing() : respondTo(context, ended.error());
}

/// A new secret for the caller's authenticator app. A token of a script has no app.
Response offerFactor(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    if (!caller.value->session) return Response::refuse(ApiError::Forbidden);
    const auto offer = context.users.offerFactor(caller.value->name);
    if (!offer) return respondTo(context, offer.error());
    return respond(
        {{"secret", offer->secret}, {"uri", offer->uri}, {"picture", boost::json::value_from(offer->picture)}});
}

Response confirmFactor(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    if (!caller.value->session) return Response::refuse(ApiError::Forbidden);
    if (request.mediaType() != "application/json") return Response::refuse(ApiError::UnsupportedType);
    const auto body = jsonBody(request);
    if (!body) return Response::refuse(ApiError::BadMessage);
    const auto confirmed =
        context.users.confirmFactor(caller.value->name, textMember(*body, "code"), caller.value->signature());
    return confirmed ? Response::nothing() : respondTo(context, confirmed.error());
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
    using http::Method;
    const auto with = [&context](Response (*answer)(Context&, const Request&)) {
        return [&context, answer](const Request& request) { return answer(context, request); };
    };
    router.addSlow(Method::Post, "/api/login", with(loginOfPage));
    router.addSlow(Method::Post, "/admin/login", with(loginOfCommand));
    router.add(Method::Post, "/api/logout", with(logoutOfPage));
    router.add(Method::Post, "/admin/logout", with(logoutOfCommand));
    router.add(Method::Get, "/api/session", [&context](const Request& request) {
        const auto caller = admit(context, request);
        return caller ? respond(sessionJson(context, *caller.value->session)) : caller.refusal;
    });
    for (const std::string start : {"/api", "/admin"}) {
        router.add(Method::Post, start + "/second-factor", with(offerFactor));
        router.add(Method::Post, start + "/second-factor/confirm", with(confirmFactor));
    }
}

} // namespace peil::server::api
