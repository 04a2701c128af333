// SPDX-License-Identifier: Apache-2.0
#include "api/access.h"

#include "api/respond.h"
#include "services/audit_log.h"

#include <algorithm>
#include <array>

namespace peil::server::api {

using http::ApiError;
using http::Method;
using http::Response;
using services::Permission;

namespace {

constexpr std::array kRules{
    RouteRule{Method::Get, "/", Door::Anyone},
    RouteRule{Method::Get, "/style.css", Door::Anyone},
    RouteRule{Method::Get, "/app.js", Door::Anyone},
    RouteRule{Method::Get, "/api.js", Door::Anyone},
    RouteRule{Method::Get, "/definitions.js", Door::Anyone},
    RouteRule{Method::Get, "/people.js", Door::Anyone},
    RouteRule{Method::Get, "/second-factor.js", Door::Anyone},
    RouteRule{Method::Get, "/sections.js", Door::Anyone},
    RouteRule{Method::Get, "/sources.js", Door::Anyone},
    RouteRule{Method::Get, "/table.js", Door::Anyone},
    RouteRule{Method::Get, "/texts.js", Door::Anyone},
    RouteRule{Method::Get, "/words.json", Door::Anyone},
    RouteRule{Method::Get, "/icon.svg", Door::Anyone},

    RouteRule{Method::Post, "/v1/enrol", Door::Anyone},
    RouteRule{Method::Post, "/v1/renew", Door::Tablet},
    RouteRule{Method::Get, "/v1/manifest", Door::Tablet},
    RouteRule{Method::Get, "/v1/form/{hash}", Door::Tablet},
    RouteRule{Method::Post, "/v1/batch", Door::Tablet},
    RouteRule{Method::Post, "/v1/reconcile", Door::Tablet},

    RouteRule{Method::Post, "/api/login", Door::Anyone},
    RouteRule{Method::Post, "/api/logout", Door::Page},
    RouteRule{Method::Get, "/api/session", Door::Page},
    RouteRule{Method::Post, "/api/second-factor", Door::Page},
    RouteRule{Method::Post, "/api/second-factor/confirm", Door::Page},
    RouteRule{Method::Get, "/api/quotas", Door::Page, Permission::ViewQuotas},
    RouteRule{Method::Get, "/api/estimate", Door::Page, Permission::ViewEstimate},
    RouteRule{Method::Get, "/api/devices", Door::Page, Permission::ViewDevices},
    RouteRule{Method::Get, "/api/ledger", Door::Page, Permission::ViewLedger},
    RouteRule{Method::Get, "/api/interviews", Door::Page, Permission::ViewInterviews},
    RouteRule{Method::Post, "/api/reviews", Door::Page, Permission::ReviewInterviews},
    RouteRule{Method::Post, "/api/withdrawals", Door::Page, Permission::WithdrawInterviews},
    RouteRule{Method::Get, "/api/audit", Door::Page, Permission::ViewAudit},
    RouteRule{Method::Get, "/api/users", Door::Page, Permission::ManageUsers},
    RouteRule{Method::Post, "/api/users", Door::Page, Permission::ManageUsers},
    RouteRule{Method::Post, "/api/users/{act}", Door::Page, Permission::ManageUsers},
    RouteRule{Method::Get, "/api/sessions", Door::Page, Permission::ManageUsers},
    RouteRule{Method::Delete, "/api/sessions/{id}", Door::Page, Permission::ManageUsers},

    RouteRule{Method::Post, "/admin/first-administrator", Door::Anyone},
    RouteRule{Method::Post, "/admin/login", Door::Anyone},
    RouteRule{Method::Post, "/admin/logout", Door::Command},
    RouteRule{Method::Post, "/admin/second-factor", Door::Command},
    RouteRule{Method::Post, "/admin/second-factor/confirm", Door::Command},
    RouteRule{Method::Get, "/admin/users", Door::Command, Permission::ManageUsers},
    RouteRule{Method::Post, "/admin/users", Door::Command, Permission::ManageUsers},
    RouteRule{Method::Post, "/admin/users/{act}", Door::Command, Permission::ManageUsers},
    RouteRule{Method::Get, "/admin/sessions", Door::Command, Permission::ManageUsers},
    RouteRule{Method::Delete, "/admin/sessions/{id}", Door::Command, Permission::ManageUsers},
    RouteRule{Method::Get, "/admin/tokens", Door::Command, Permission::ManageUsers},
    RouteRule{Method::Post, "/admin/tokens", Door::Command, Permission::ManageUsers},
    RouteRule{Method::Delete, "/admin/tokens/{name}", Door::Command, Permission::ManageUsers},
    RouteRule{Method::Post, "/admin/pack", Door::Command, Permission::PublishStudy},
    RouteRule{Method::Post, "/admin/benchmark", Door::Command, Permission::PublishStudy},
    RouteRule{Method::Get, "/admin/devices", Door::Command, Permission::ViewDevices},
    RouteRule{Method::Post, "/admin/devices", Door::Command, Permission::ManageDevices},
    RouteRule{Method::Delete, "/admin/devices/{id}", Door::Command, Permission::ManageDevices},
    RouteRule{Method::Post, "/admin/devices/{id}/successor", Door::Command, Permission::ActForOffice},
    RouteRule{Method::Post, "/admin/devices/{id}/reset", Door::Command, Permission::ActForOffice},
    RouteRule{Method::Post, "/admin/devices/{id}/block", Door::Command, Permission::ActForOffice},
    RouteRule{Method::Post, "/admin/devices/{id}/unblock", Door::Command, Permission::ActForOffice},
    RouteRule{Method::Get, "/admin/quarantine", Door::Command, Permission::ActForOffice},
    RouteRule{Method::Post, "/admin/quarantine/{number}/accept", Door::Command, Permission::ActForOffice},
    RouteRule{Method::Get, "/admin/ledger", Door::Command, Permission::ViewLedger},
    RouteRule{Method::Get, "/admin/envelopes", Door::Command, Permission::ExportInterviews},
    RouteRule{Method::Post, "/admin/exports", Door::Command, Permission::ExportInterviews},
    RouteRule{Method::Get, "/admin/packs", Door::Command, Permission::ExportInterviews},
    RouteRule{Method::Get, "/admin/releases", Door::Command, Permission::ExportInterviews},
    RouteRule{Method::Post, "/admin/recalls", Door::Command, Permission::ExportInterviews},
    RouteRule{Method::Get, "/admin/quotas", Door::Command, Permission::ViewQuotas},
    RouteRule{Method::Get, "/admin/estimate", Door::Command, Permission::ViewEstimate},
    RouteRule{Method::Get, "/admin/interviews", Door::Command, Permission::ViewInterviews},
    RouteRule{Method::Post, "/admin/reviews", Door::Command, Permission::ReviewInterviews},
    RouteRule{Method::Post, "/admin/withdrawals", Door::Command, Permission::WithdrawInterviews},
    RouteRule{Method::Get, "/admin/audit", Door::Command, Permission::ViewAudit},
    RouteRule{Method::Get, "/admin/audit/proof", Door::Command, Permission::ViewAudit},
};

Caller callerOf(services::Session session) {
    return {session.user, session.role, session.cityCode, std::move(session)};
}

bool changesSomething(Method method) {
    return method != Method::Get && method != Method::Head;
}

Admitted<Caller> admitToPage(const Context& context, const http::Request& request) {
    const bool changes = changesSomething(request.head.method);
    if (changes && !isOwnOrigin(request)) return {{}, Response::refuse(ApiError::BadOrigin)};
    // A page that asks by itself says so: it must not keep a forgotten screen logged in.
    const bool byItself = request.field("x-peil-background") == "1";
    auto session = context.auth.session(request.cookie(kSessionCookie), repository::SessionKind::Browser,
                                        byItself ? services::Asking::Page : services::Asking::Person);
    if (!session) return {{}, respondTo(context, session.error())};
    if (!*session) return {{}, Response::refuse(ApiError::LoginRequired)};
    if (changes && !crypto::equalConstantTime(bytesOf(request.field("x-csrf-token")), bytesOf((*session)->csrfToken)))
        return {{}, Response::refuse(ApiError::BadCsrfToken)};
    return {callerOf(std::move(**session)), {}};
}

Admitted<Caller> admitCommand(const Context& context, const http::Request& request) {
    const auto bearer = bearerOf(request);
    if (bearer.starts_with(services::ApiTokens::kPrefix)) {
        auto token = context.tokens.find(bearer);
        if (!token) return {{}, respondTo(context, token.error())};
        if (!*token) return {{}, Response::refuse(ApiError::TokenRequired)};
        return {Caller{"token " + (*token)->name, (*token)->role, (*token)->cityCode}, {}};
    }
    auto session = context.auth.session(bearer, repository::SessionKind::CommandLine, services::Asking::Person);
    if (!session) return {{}, respondTo(context, session.error())};
    if (!*session) return {{}, Response::refuse(ApiError::TokenRequired)};
    return {callerOf(std::move(**session)), {}};
}

} // namespace

std::span<const RouteRule> routeRules() {
    return kRules;
}

const RouteRule* ruleOf(Method method, std::string_view pattern) {
    const auto wanted = method == Method::Head ? Method::Get : method;
    const auto found = std::ranges::find_if(
        kRules, [&](const RouteRule& rule) { return rule.method == wanted && rule.pattern == pattern; });
    return found == kRules.end() ? nullptr : &*found;
}

std::string Caller::signature() const {
    return name + " (" + std::string(services::idOf(role)) + ")";
}

std::optional<std::string> Caller::onlyCity(Permission permission) const {
    if (services::reachOf(role, permission) == services::Reach::All) return std::nullopt;
    return cityCode;
}

bool Caller::reaches(Permission permission, const std::string& city) const {
    const auto reach = services::reachOf(role, permission);
    return reach == services::Reach::All || (reach == services::Reach::OwnCity && city == cityCode);
}

Admitted<Caller> admit(const Context& context, const http::Request& request) {
    const auto* rule = ruleOf(request.head.method, request.route);
    if (rule == nullptr || (rule->door != Door::Page && rule->door != Door::Command))
        return {{}, Response::refuse(ApiError::Forbidden)};
    auto caller = rule->door == Door::Page ? admitToPage(context, request) : admitCommand(context, request);
    if (caller && rule->permission && services::reachOf(caller.value->role, *rule->permission) == services::Reach::None)
        return {{}, Response::refuse(ApiError::Forbidden)};
    return caller;
}

http::Door gateOf(const Context& context) {
    return [&context](const http::Request& request) -> std::optional<Response> {
        const auto* rule = ruleOf(request.head.method, request.route);
        if (rule != nullptr && rule->door == Door::Anyone) return std::nullopt;
        auto caller = admit(context, request);
        if (caller) return std::nullopt;
        return std::move(caller.refusal);
    };
}

bool isOwnOrigin(const http::Request& request) {
    return request.field("origin") == "https://" + std::string(request.field("host"));
}

std::string_view bearerOf(const http::Request& request) {
    constexpr std::string_view kScheme = "Bearer ";
    const auto field = request.field("authorization");
    return field.starts_with(kScheme) ? field.substr(kScheme.size()) : std::string_view{};
}

} // namespace peil::server::api
