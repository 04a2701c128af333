// SPDX-License-Identifier: Apache-2.0
// /admin/first-administrator; users and sessions, for the page (/api) and the command line (/admin).
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "http/bounds.h"

#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

namespace {

boost::json::value timeJson(const std::optional<TimePoint>& at) {
    return at ? boost::json::value(formatUtc(*at)) : boost::json::value(nullptr);
}

Response listUsers(Context& context, const Request&) {
    const auto users = context.users.list();
    if (!users) return respondTo(context, users.error());
    boost::json::array items;
    for (const auto& user : *users)
        items.push_back(boost::json::object{{"name", user.name},
                                            {"role", idOf(user.role)},
                                            {"city", user.cityCode},
                                            {"createdAt", formatUtc(user.createdAt)},
                                            {"lockedAt", timeJson(user.lockedAt)},
                                            {"secondFactor", !user.factor.empty()}});
    return respond({{"users", std::move(items)}});
}

Response putUser(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    const auto given = profileOf(context, request, ApiError::BadUser);
    if (!given) return given.refusal;
    const auto body = jsonBody(request);
    const auto put = context.users.put(*given.value, textMember(*body, "password"), caller.value->signature());
    if (!put) return respondTo(context, put.error());
    return respond({{"name", given.value->name}, {"role", idOf(given.value->role)}, {"city", given.value->cityCode}},
                   201);
}

/// With the token of the data folder, while there is no administrator.
Response makeFirstAdministrator(Context& context, const Request& request) {
    const auto party = http::partyOf(request.remote);
    if (const auto wait = context.enrolmentTries.delay(party); wait.count() > 0)
        return std::move(Response::refuse(ApiError::LoginDelayed).retryAfter(wait));
    if (!crypto::equalConstantTime(bytesOf(bearerOf(request)), bytesOf(context.keys.adminToken))) {
        context.enrolmentTries.noteWrong(party);
        return Response::refuse(ApiError::TokenOff);
    }
    if (request.mediaType() != "application/json") return Response::refuse(ApiError::UnsupportedType);
    const auto body = jsonBody(request);
    if (!body) return Response::refuse(ApiError::BadMessage);
    const auto name = textMember(*body, "name");
    const auto made = context.users.makeFirstAdministrator(name, textMember(*body, "password"));
    if (!made) return respondTo(context, made.error());
    return respond({{"name", name}, {"role", idOf(repository::Role::Administrator)}, {"city", ""}}, 201);
}

Response actOnUser(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    if (request.mediaType() != "application/json") return Response::refuse(ApiError::UnsupportedType);
    const auto act = services::userActOf(request.pathParts.at("act"));
    if (!act) return Response::refuse(ApiError::NotFound);
    const auto body = jsonBody(request);
    if (!body) return Response::refuse(ApiError::BadMessage);
    const auto done = context.users.act(*act, textMember(*body, "name"), caller.value->signature());
    return done ? Response::nothing() : respondTo(context, done.error());
}

Response listSessions(Context& context, const Request&) {
    const auto sessions = context.auth.sessions();
    if (!sessions) return respondTo(context, sessions.error());
    boost::json::array items;
    for (const auto& session : *sessions)
        items.push_back(
            boost::json::object{{"id", session.id},
                                {"user", session.user},
                                {"kind", session.kind == repository::SessionKind::Browser ? "browser" : "command_line"},
                                {"from", session.party},
                                {"begunAt", formatUtc(session.begunAt)},
                                {"usedAt", formatUtc(session.usedAt)}});
    return respond({{"sessions", std::move(items)}});
}

Response endSession(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    const auto ended = context.auth.endSession(request.pathParts.at("id"), caller.value->signature());
    return ended ? Response::nothing() : respondTo(context, ended.error());
}

} // namespace

Admitted<services::Profile> profileOf(const Context& context, const Request& request, ApiError problem) {
    if (request.mediaType() != "application/json") return {{}, Response::refuse(ApiError::UnsupportedType)};
    const auto body = jsonBody(request);
    if (!body) return {{}, Response::refuse(ApiError::BadMessage)};
    const auto role = study::roleOf(textMember(*body, "role"));
    if (!role)
        return {{},
                Response::refuse(problem, "The role must be one of city_coordinator, national_coordinator, researcher, "
                                          "data_protection_officer, administrator.")};
    const auto city = textMember(*body, "city");
    if (const auto study = context.studies.current(); !city.empty() && (!study || study->study().city(city) == nullptr))
        return {{}, Response::refuse(ApiError::UnknownCity)};
    return {services::Profile{textMember(*body, "name"), *role, city}, {}};
}

void addAdminUsers(http::Router& router, Context& context) {
    using http::Method;
    const auto with = [&context](Response (*answer)(Context&, const Request&)) {
        return [&context, answer](const Request& request) { return answer(context, request); };
    };
    router.addSlow(Method::Post, "/admin/first-administrator", with(makeFirstAdministrator));
    for (const std::string start : {"/api", "/admin"}) {
        router.add(Method::Get, start + "/users", with(listUsers));
        router.addSlow(Method::Post, start + "/users", with(putUser));
        router.add(Method::Post, start + "/users/{act}", with(actOnUser));
        router.add(Method::Get, start + "/sessions", with(listSessions));
        router.add(Method::Delete, start + "/sessions/{id}", with(endSession));
    }
}

} // namespace peil::server::api
