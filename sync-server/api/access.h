// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who may use which route: one table with an entry for each route of both ports. What is not in it is denied. A role's
// permissions are in services/permissions.cpp.

#include "api/context.h"

#include <boost/json/object.hpp>
#include <span>

namespace peil::server::api {

/// How a caller is authenticated.
enum class Access : std::uint8_t {
    Anyone,  ///< no credentials; the route decides (logins, enrolment)
    Tablet,  ///< a client certificate
    Page,    ///< session cookie of the dashboard; for changes also its Origin and CSRF token
    Command, ///< bearer token: a session of `peil login`, or an API token
};

struct RouteRule {
    http::Method method;
    std::string_view pattern;
    Access access;
    std::optional<services::Permission> permission = {}; ///< none: everyone who is authenticated
};
[[nodiscard]] std::span<const RouteRule> routeRules();
[[nodiscard]] const RouteRule* ruleOf(http::Method method, std::string_view pattern);

/// Who asks.
struct Caller {
    std::string name;
    repository::Role role = repository::Role::CityCoordinator;
    std::string cityCode;
    std::optional<services::Session> session = {}; ///< none for an API token

    /// For the audit: name and role.
    [[nodiscard]] std::string signature() const;
    /// The city that the caller is limited to; nullopt if they may see all cities.
    [[nodiscard]] std::optional<std::string> onlyCity(services::Permission permission) const;
    [[nodiscard]] bool reaches(services::Permission permission, const std::string& city) const;
};

/// The caller of a request, if the rule of its route admits them.
/// @return LoginRequired, TokenRequired, Forbidden, BadOrigin, BadCsrfToken, or of a broken store.
[[nodiscard]] Result<Caller> admit(const Context& context, const http::Request& request);
/// The caller as who acts, and the member `why` of the body.
[[nodiscard]] services::Authority authorityOf(const Caller& caller, const boost::json::value& body);
/// The guard of a router: applies the rule of every route.
[[nodiscard]] http::Guard gateOf(const Context& context);

/// A page of another origin can send a form here, but cannot forge the Origin.
[[nodiscard]] bool isOwnOrigin(const http::Request& request);
/// What follows "Bearer " in the field Authorization; empty if there is none.
[[nodiscard]] std::string_view bearerOf(const http::Request& request);

inline constexpr std::string_view kSessionCookie = "__Host-peil";

} // namespace peil::server::api
