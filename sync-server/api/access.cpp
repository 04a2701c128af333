// SPDX-License-Identifier: Apache-2.0
#include "api/access.h"

#include "api/respond.h"
#include "services/audit_log.h"

#include <algorithm>
#include <array>

namespace peil::server::api {

using http::Method;
using services::Permission;

namespace {

constexpr std::array kRules{
    RouteRule{Method::Get, "/", Access::Anyone},
    RouteRule{Method::Get, "/style.css", Access::Anyone},
    RouteRule{Method::Get, "/app.js", Access::Anyone},
    RouteRule{Method::Get, "/api.js", Access::Anyone},
    RouteRule{Method::Get, "/definitions.js", Access::Anyone},
    RouteRule{Method::Get, "/response.js", Access::Anyone},
    RouteRule{Method::Get, "/people.js", Access::Anyone},
    RouteRule{Method::Get, "/second-factor.js", Access::Anyone},
    RouteRule{Method::Get, "/sections.js", Access::Anyone},
    RouteRule{Method::Get, "/sources.js", Access::Anyone},
    RouteRule{Method::Get, "/table.js", Access::Anyone},
    RouteRule{Method::Get, "/texts.json", Access::Anyone},
    RouteRule{Method::Get, "/words.json", Access::Anyone},
    RouteRule{Method::Get, "/icon.svg", Access::Anyone},

    RouteRule{Method::Post, "/v1/enrol", Access::Anyone},
    RouteRule{Method::Post, "/v1/renew", Access::Tablet},
    RouteRule{Method::Get, "/v1/manifest", Access::Tablet},
    RouteRule{Method::Get, "/v1/form/{hash}", Access::Tablet},
    RouteRule{Method::Post, "/v1/batch", Access::Tablet},
    RouteRule{Method::Post, "/v1/reconcile", Access::Tablet},

    RouteRule{Method::Post, "/api/login", Access::Anyone},
    RouteRule{Method::Post, "/api/logout", Access::Page},
    RouteRule{Method::Get, "/api/session", Access::Page},
    RouteRule{Method::Post, "/api/second-factor", Access::Page},
    RouteRule{Method::Post, "/api/second-factor/confirm", Access::Page},
    RouteRule{Method::Get, "/api/quotas", Access::Page, Permission::ViewQuotas},
    RouteRule{Method::Get, "/api/estimate", Access::Page, Permission::ViewEstimate},
    RouteRule{Method::Get, "/api/devices", Access::Page, Permission::ViewDevices},
    RouteRule{Method::Get, "/api/ledger", Access::Page, Permission::ViewLedger},
    RouteRule{Method::Get, "/api/interviews", Access::Page, Permission::ViewInterviews},
    RouteRule{Method::Post, "/api/reviews", Access::Page, Permission::ReviewInterviews},
    RouteRule{Method::Post, "/api/withdrawals", Access::Page, Permission::WithdrawInterviews},
    RouteRule{Method::Get, "/api/audit", Access::Page, Permission::ViewAudit},
    RouteRule{Method::Get, "/api/users", Access::Page, Permission::ManageUsers},
    RouteRule{Method::Post, "/api/users", Access::Page, Permission::ManageUsers},
    RouteRule{Method::Post, "/api/users/{act}", Access::Page, Permission::ManageUsers},
    RouteRule{Method::Get, "/api/sessions", Access::Page, Permission::ManageUsers},
    RouteRule{Method::Delete, "/api/sessions/{id}", Access::Page, Permission::ManageUsers},

    RouteRule{Method::Post, "/admin/first-administrator", Access::Anyone},
    RouteRule{Method::Post, "/admin/login", Access::Anyone},
    RouteRule{Method::Post, "/admin/logout", Access::Command},
    RouteRule{Method::Post, "/admin/second-factor", Access::Command},
    RouteRule{Method::Post, "/admin/second-factor/confirm", Access::Command},
    RouteRule{Method::Get, "/admin/users", Access::Command, Permission::ManageUsers},
    RouteRule{Method::Post, "/admin/users", Access::Command, Permission::ManageUsers},
    RouteRule{Method::Post, "/admin/users/{act}", Access::Command, Permission::ManageUsers},
    RouteRule{Method::Get, "/admin/sessions", Access::Command, Permission::ManageUsers},
    RouteRule{Method::Delete, "/admin/sessions/{id}", Access::Command, Permission::ManageUsers},
    RouteRule{Method::Get, "/admin/tokens", Access::Command, Permission::ManageUsers},
    RouteRule{Method::Post, "/admin/tokens", Access::Command, Permission::ManageUsers},
    RouteRule{Method::Delete, "/admin/tokens/{name}", Access::Command, Permission::ManageUsers},
    RouteRule{Method::Post, "/admin/pack", Access::Command, Permission::PublishStudy},
    RouteRule{Method::Post, "/admin/benchmark", Access::Command, Permission::PublishStudy},
    RouteRule{Method::Get, "/admin/devices", Access::Command, Permission::ViewDevices},
    RouteRule{Method::Post, "/admin/devices", Access::Command, Permission::ManageDevices},
    RouteRule{Method::Delete, "/admin/devices/{id}", Access::Command, Permission::ManageDevices},
    RouteRule{Method::Post, "/admin/devices/{id}/successor", Access::Command, Permission::ActForOffice},
    RouteRule{Method::Post, "/admin/devices/{id}/reset", Access::Command, Permission::ActForOffice},
    RouteRule{Method::Post, "/admin/devices/{id}/block", Access::Command, Permission::ActForOffice},
    RouteRule{Method::Post, "/admin/devices/{id}/unblock", Access::Command, Permission::ActForOffice},
    RouteRule{Method::Get, "/admin/quarantine", Access::Command, Permission::ActForOffice},
    RouteRule{Method::Post, "/admin/quarantine/{number}/accept", Access::Command, Permission::ActForOffice},
    RouteRule{Method::Get, "/admin/ledger", Access::Command, Permission::ViewLedger},
    RouteRule{Method::Get, "/admin/envelopes", Access::Command, Permission::ExportInterviews},
    RouteRule{Method::Post, "/admin/exports", Access::Command, Permission::ExportInterviews},
    RouteRule{Method::Get, "/admin/packs", Access::Command, Permission::ExportInterviews},
    RouteRule{Method::Get, "/admin/releases", Access::Command, Permission::ExportInterviews},
    RouteRule{Method::Post, "/admin/recalls", Access::Command, Permission::ExportInterviews},
    RouteRule{Method::Get, "/admin/quotas", Access::Command, Permission::ViewQuotas},
    RouteRule{Method::Get, "/admin/estimate", Access::Command, Permission::ViewEstimate},
    RouteRule{Method::Get, "/admin/interviews", Access::Command, Permission::ViewInterviews},
    RouteRule{Method::Post, "/admin/reviews", Access::Command, Permission::ReviewInterviews},
    RouteRule{Method::Post, "/admin/withdrawals", Access::Command, Permission::WithdrawInterviews},
    RouteRule{Method::Get, "/admin/audit", Access::Command, Permission::ViewAudit},
    RouteRule{Method::Get, "/admin/audit/proof", Access::Command, Permission::ViewAudit},
};

Caller callerOf(services::Session session) {
    return {session.user, session.role, session.cityCode, std::move(session)};
}

bool changesSomething(Method method) {
    return method != Method::Get && method != Method::Head;
}

Result<Caller> admitToPage(const Context& context, const http::Request& request) {
    const bool changes = changesSomething(request.head.method);
    if (changes && !isOwnOrigin(request)) return fail(ApiError::BadOrigin);
    // Automatic refreshes are marked, so that they do not keep an unattended screen logged in.
    const bool byItself = request.field("x-peil-background") == "1";
    PEIL_TRY(auto session, context.auth.session(request.cookie(kSessionCookie), repository::SessionKind::Browser,
                                                byItself ? services::Asking::Page : services::Asking::Person));
    if (!session) return fail(ApiError::LoginRequired);
    if (changes && !crypto::equalConstantTime(bytesOf(request.field("x-csrf-token")), bytesOf(session->csrfToken)))
        return fail(ApiError::BadCsrfToken);
    return callerOf(std::move(*session));
}

Result<Caller> admitCommand(const Context& context, const http::Request& request) {
    const auto bearer = bearerOf(request);
    if (bearer.starts_with(services::ApiTokens::kPrefix)) {
        PEIL_TRY(auto token, context.tokens.find(bearer));
        if (!token) return fail(ApiError::TokenRequired);
        return Caller{"token " + token->name, token->role, token->cityCode};
    }
    PEIL_TRY(auto session,
             context.auth.session(bearer, repository::SessionKind::CommandLine, services::Asking::Person));
    if (!session) return fail(ApiError::TokenRequired);
    return callerOf(std::move(*session));
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
    return name + " (" + std::string(idOf(role)) + ")";
}

std::optional<std::string> Caller::onlyCity(Permission permission) const {
    if (services::reachOf(role, permission) == services::Reach::All) return std::nullopt;
    return cityCode;
}

bool Caller::reaches(Permission permission, const std::string& city) const {
    const auto reach = services::reachOf(role, permission);
    return reach == services::Reach::All || (reach == services::Reach::OwnCity && city == cityCode);
}

Result<Caller> admit(const Context& context, const http::Request& request) {
    const auto* rule = ruleOf(request.head.method, request.route);
    if (rule == nullptr || (rule->access != Access::Page && rule->access != Access::Command))
        return fail(ApiError::Forbidden);
    PEIL_TRY(auto caller,
             rule->access == Access::Page ? admitToPage(context, request) : admitCommand(context, request));
    if (rule->permission && services::reachOf(caller.role, *rule->permission) == services::Reach::None)
        return fail(ApiError::Forbidden);
    return caller;
}

http::Guard gateOf(const Context& context) {
    return [&context](const http::Request& request) -> std::optional<Response> {
        const auto* rule = ruleOf(request.head.method, request.route);
        if (rule != nullptr && rule->access == Access::Anyone) return std::nullopt;
        return refusalOf(context, admit(context, request));
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
