// SPDX-License-Identifier: Apache-2.0
// /admin/first-administrator; users and sessions, for the page (/api) and the command line (/admin).
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "http/bounds.h"
#include "peil/base/text.h"

#include <boost/json.hpp>

namespace peil::server::api {

namespace {

boost::json::value timeJson(const std::optional<TimePoint>& at) {
    return at ? boost::json::value(formatUtc(*at)) : boost::json::value(nullptr);
}

Answer listUsers(Context& context, const Request&) {
    PEIL_TRY(const auto users, context.users.list());
    boost::json::array items;
    for (const auto& user : users)
        items.push_back(boost::json::object{{"name", user.name},
                                            {"role", idOf(user.role)},
                                            {"city", user.cityCode},
                                            {"createdAt", formatUtc(user.createdAt)},
                                            {"lockedAt", timeJson(user.lockedAt)},
                                            {"secondFactor", !user.factor.empty()}});
    return respond({{"users", std::move(items)}});
}

Answer putUser(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_TRY(const auto body, jsonBody(request));
    PEIL_TRY(const auto given, profileOf(context, body, ApiError::BadUser));
    PEIL_CHECK(context.users.put(given, textOf(body, "password"), caller.signature()));
    return respond({{"name", given.name}, {"role", idOf(given.role)}, {"city", given.cityCode}}, 201);
}

/// With the token of the data folder, while there is no administrator.
Answer makeFirstAdministrator(Context& context, const Request& request) {
    const auto party = http::partyOf(request.remote);
    if (const auto wait = context.enrolmentTries.delay(party); wait.count() > 0)
        return std::move(Response::refuse(ApiError::LoginDelayed).retryAfter(wait));
    if (!crypto::equalConstantTime(bytesOf(bearerOf(request)), bytesOf(context.keys.adminToken))) {
        context.enrolmentTries.noteWrong(party);
        return fail(ApiError::TokenOff);
    }
    PEIL_TRY(const auto body, jsonBody(request));
    const auto name = textOf(body, "name");
    PEIL_CHECK(context.users.makeFirstAdministrator(name, textOf(body, "password")));
    return respond({{"name", name}, {"role", idOf(repository::Role::Administrator)}, {"city", ""}}, 201);
}

Answer actOnUser(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    const auto act = services::userActOf(request.pathParts.at("act"));
    if (!act) return fail(ApiError::NotFound);
    PEIL_TRY(const auto body, jsonBody(request));
    PEIL_CHECK(context.users.act(*act, textOf(body, "name"), caller.signature()));
    return Response::nothing();
}

Answer listSessions(Context& context, const Request&) {
    PEIL_TRY(const auto sessions, context.auth.sessions());
    boost::json::array items;
    for (const auto& session : sessions)
        items.push_back(
            boost::json::object{{"id", session.id},
                                {"user", session.user},
                                {"kind", session.kind == repository::SessionKind::Browser ? "browser" : "command_line"},
                                {"from", session.party},
                                {"begunAt", formatUtc(session.begunAt)},
                                {"usedAt", formatUtc(session.usedAt)}});
    return respond({{"sessions", std::move(items)}});
}

Answer endSession(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_CHECK(context.auth.endSession(request.pathParts.at("id"), caller.signature()));
    return Response::nothing();
}

} // namespace

Result<services::Profile> profileOf(const Context& context, const boost::json::value& body, ApiError problem) {
    const auto role = study::roleOf(textOf(body, "role"));
    if (!role) return fail(problem, "The role must be one of " + join(study::roleIds(), ", ") + ".");
    const auto city = textOf(body, "city");
    if (const auto study = context.studies.current(); !city.empty() && (!study || study->study().city(city) == nullptr))
        return fail(ApiError::UnknownCity);
    return services::Profile{textOf(body, "name"), *role, city};
}

void addAdminUsers(http::Router& router, Context& context) {
    using http::Method;
    router.addSlow(Method::Post, "/admin/first-administrator", with(context, makeFirstAdministrator));
    for (const std::string start : {"/api", "/admin"}) {
        router.add(Method::Get, start + "/users", with(context, listUsers));
        router.addSlow(Method::Post, start + "/users", with(context, putUser));
        router.add(Method::Post, start + "/users/{act}", with(context, actOnUser));
        router.add(Method::Get, start + "/sessions", with(context, listSessions));
        router.add(Method::Delete, start + "/sessions/{id}", with(context, endSession));
    }
}

} // namespace peil::server::api
