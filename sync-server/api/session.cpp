// SPDX-License-Identifier: Apache-2.0
// Logging in and out, on the page (/api) and on the command line (/admin); GET /api/session; the second factor of
// whoever is logged in.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "http/bounds.h"
#include "peil/study/definition_json.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::server::api {

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

/// A session for the name, password and code of the body; `tell` makes the response.
Answer login(Context& context, const Request& request, repository::SessionKind kind,
             Response (*tell)(const Context&, const services::Session&)) {
    PEIL_TRY(const auto body, jsonBody(request));
    const auto name = textOf(body, "name"), password = textOf(body, "password"), code = textOf(body, "code");
    const auto party = http::partyOf(request.remote);
    const auto session = context.auth.login({name, password, code}, party, kind);
    if (session) return tell(context, *session);
    auto refusal = respondTo(context, session.error());
    if (session.error().code == services::ServiceErrc::LoginDelayed)
        refusal.retryAfter(std::max(context.auth.delay(name, party), std::chrono::seconds{1}));
    return refusal;
}

Answer loginOfPage(Context& context, const Request& request) {
    if (!isOwnOrigin(request)) return fail(ApiError::BadOrigin);
    return login(context, request, repository::SessionKind::Browser,
                 [](const Context& of, const services::Session& session) {
                     auto response = respond(sessionJson(of, session));
                     response.with("Set-Cookie", cookieText(session.token, services::Auth::kLongestSession));
                     return response;
                 });
}

Answer loginOfCommand(Context& context, const Request& request) {
    return login(context, request, repository::SessionKind::CommandLine,
                 [](const Context&, const services::Session& session) {
                     return respond({{"token", session.token},
                                     {"user", session.user},
                                     {"role", idOf(session.role)},
                                     {"city", session.cityCode},
                                     {"secondFactor", session.hasFactor},
                                     {"expiresAt", formatUtc(session.begunAt + services::Auth::kLongestSession)}});
                 });
}

Answer showSession(const Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    return respond(sessionJson(context, *caller.session));
}

Answer logoutOfPage(Context& context, const Request& request) {
    PEIL_CHECK(context.auth.logout(request.cookie(kSessionCookie)));
    auto response = Response::nothing();
    response.with("Set-Cookie", cookieText("", std::chrono::seconds{0}));
    return response;
}

Answer logoutOfCommand(Context& context, const Request& request) {
    PEIL_CHECK(context.auth.logout(bearerOf(request)));
    return Response::nothing();
}

/// A new secret for the caller's authenticator app. A token of a script has no app.
Answer offerFactor(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    if (!caller.session) return fail(ApiError::Forbidden);
    PEIL_TRY(const auto offer, context.users.offerFactor(caller.name));
    return respond({{"secret", offer.secret}, {"uri", offer.uri}, {"picture", boost::json::value_from(offer.picture)}});
}

Answer confirmFactor(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    if (!caller.session) return fail(ApiError::Forbidden);
    PEIL_TRY(const auto body, jsonBody(request));
    PEIL_CHECK(context.users.confirmFactor(caller.name, textOf(body, "code"), caller.signature()));
    return Response::nothing();
}

} // namespace

boost::json::object studyJson(const Context& context) {
    const auto current = context.studies.current();
    if (!current) return {};
    boost::json::array cities, groups;
    for (const auto& city : current->study().cities)
        cities.push_back(boost::json::object{{"code", city.code}, {"name", city.name}});
    for (const auto& group : current->study().groups)
        groups.push_back(boost::json::object{{"id", group.id},
                                             {"label", study::textsJson(group.label)},
                                             {"definition", study::textsJson(group.definition.words)}});
    return {{"id", current->study().id.text()},      {"title", study::textsJson(current->study().title)},
            {"startsOn", current->study().startsOn}, {"endsOn", current->study().endsOn},
            {"cities", std::move(cities)},           {"groups", std::move(groups)}};
}

void addSession(http::Router& router, Context& context) {
    using http::Method;
    router.addSlow(Method::Post, "/api/login", with(context, loginOfPage));
    router.addSlow(Method::Post, "/admin/login", with(context, loginOfCommand));
    router.add(Method::Post, "/api/logout", with(context, logoutOfPage));
    router.add(Method::Post, "/admin/logout", with(context, logoutOfCommand));
    router.add(Method::Get, "/api/session", with(context, showSession));
    for (const std::string start : {"/api", "/admin"}) {
        router.add(Method::Post, start + "/second-factor", with(context, offerFactor));
        router.add(Method::Post, start + "/second-factor/confirm", with(context, confirmFactor));
    }
}

} // namespace peil::server::api
