// SPDX-License-Identifier: Apache-2.0
#include "http/router.h"

#include "http/guard.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cassert>
#include <exception>
#include <optional>

namespace peil::server::http {

namespace {

using Parts = std::map<std::string, std::string, std::less<>>;

std::optional<Parts> matchPattern(std::string_view pattern, std::string_view path) {
    const auto wanted = split(pattern, '/');
    const auto given = split(path, '/');
    if (wanted.size() != given.size()) return std::nullopt;
    Parts parts;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].starts_with('{')) {
            if (given[i].empty()) return std::nullopt;
            parts.emplace(wanted[i].substr(1, wanted[i].size() - 2), given[i]);
        } else if (wanted[i] != given[i]) {
            return std::nullopt;
        }
    }
    return parts;
}

} // namespace

void Router::add(Method method, std::string pattern, Handler handler, LargeBody body) {
    assert(pattern.starts_with('/') && handler);
    for ([[maybe_unused]] const auto& route : m_routes)
        assert(route.name.method != method || route.name.pattern != pattern);
    m_routes.push_back({{method, std::move(pattern)}, std::move(handler), std::move(body)});
}

void Router::addSlow(Method method, std::string pattern, Handler handler) {
    add(method, std::move(pattern), std::move(handler));
    m_routes.back().slow = true;
}

bool Router::isSlow(const RequestHead& head) const {
    const auto path = std::string_view(head.target).substr(0, head.target.find('?'));
    return std::ranges::any_of(m_routes, [&](const Route& route) {
        return route.slow && route.name.method == head.method && matchPattern(route.name.pattern, path);
    });
}

bool Router::isOwnHost(std::string_view hostField) const {
    if (m_hosts.empty()) return true;
    // "[::1]:8444", "localhost:8444", "localhost"
    const auto host = hostField.starts_with('[') ? hostField.substr(1, hostField.find(']') - 1)
                                                 : hostField.substr(0, hostField.find(':'));
    return std::ranges::find(m_hosts, toLowerAscii(host)) != m_hosts.end();
}

Router::Match Router::match(Method method, std::string_view path) const {
    const auto wanted = method == Method::Head ? Method::Get : method;
    std::string allow;
    for (const auto& route : m_routes) {
        auto parts = matchPattern(route.name.pattern, path);
        if (!parts) continue;
        if (route.name.method == wanted)
            return Found{&route.handler, &route.body, &route.name.pattern, std::move(*parts)};
        allow += (allow.empty() ? "" : ", ") + std::string(idOf(route.name.method));
    }
    if (allow.empty()) return Unknown{};
    return WrongMethod{std::move(allow)};
}

std::vector<Router::RouteName> Router::routes() const {
    std::vector<RouteName> names;
    for (const auto& route : m_routes)
        names.push_back(route.name);
    return names;
}

namespace {

/// The route of a request, with path, query and path parts taken from its target; or the answer if there is none.
std::variant<Router::Found, Response> find(const Router& router, Request& request) {
    if (!router.isOwnHost(request.field("host"))) return Response::refuse(ApiError::UnknownHost);
    if (!splitTarget(request)) return Response::refuse(ApiError::BadFraming);
    auto match = router.match(request.head.method, request.path);
    if (const auto* wrong = std::get_if<Router::WrongMethod>(&match)) {
        auto response = Response::refuse(ApiError::MethodNotAllowed);
        response.with("Allow", wrong->allow);
        return response;
    }
    auto* found = std::get_if<Router::Found>(&match);
    if (found == nullptr) return Response::refuse(ApiError::NotFound);
    request.pathParts = std::move(found->pathParts);
    request.route = *found->pattern;
    return std::move(*found);
}

/// An exception becomes a 500 without detail.
template <class Result, class Work>
Result guarded(const Request& request, const std::function<void(std::string)>& report, const Work& work) {
    try {
        return work();
    } catch (const std::exception& error) {
        report(std::string(idOf(request.head.method)) + " " + request.path + ": " + error.what());
    }
    return Response::refuse(ApiError::Internal);
}

} // namespace

std::optional<Response> refuseBody(const Router& router, Request request, std::size_t bodyBytes, const Limits& limits,
                                   const std::function<void(std::string)>& report) {
    auto found = find(router, request);
    if (auto* refusal = std::get_if<Response>(&found)) return std::move(*refusal);
    const auto& body = *std::get<Router::Found>(found).body;
    // A caller who may not send it is refused whatever its size.
    for (const auto* guard : {&router.gate(), &body.guard})
        if (*guard)
            if (auto refusal = guarded<std::optional<Response>>(request, report, [&] { return (*guard)(request); }))
                return refusal;
    if (bodyBytes > body.most)
        return Response::refuse(ApiError::BodyTooLarge, "The body is larger than " +
                                                            std::to_string(std::max(body.most, limits.smallBodyBytes)) +
                                                            " bytes, the limit of this path; send less at once.");
    return std::nullopt;
}

Response dispatch(const Router& router, Request request, const std::function<void(std::string)>& report) {
    auto found = find(router, request);
    if (auto* refusal = std::get_if<Response>(&found)) return std::move(*refusal);
    const auto& handler = *std::get<Router::Found>(found).handler;
    return guarded<Response>(request, report, [&]() -> Response {
        if (router.gate())
            if (auto refusal = router.gate()(request)) return std::move(*refusal);
        return handler(request);
    });
}

} // namespace peil::server::http
