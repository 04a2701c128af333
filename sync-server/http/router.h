// SPDX-License-Identifier: Apache-2.0
#pragma once

// Maps methods and paths to handlers.

#include "http/message.h"

#include <functional>
#include <optional>
#include <variant>

namespace peil::server::http {

struct Limits;

/// Runs on a worker thread, concurrently; may block. An exception becomes a 500 without detail.
using Handler = std::function<Response(const Request&)>;

/// Checks a request by its head, before a large body is read. @return the response if it is refused.
using Guard = std::function<std::optional<Response>(const Request&)>;

/// Of a route whose bodies may be larger than Limits::smallBodyBytes.
struct LargeBody {
    std::size_t most = 0; ///< bytes; never above Limits::bodyBytes
    Guard guard;          ///< asked only before a large body, after the guard of the router
};

/// Filled once before the server runs, then only read. Threads: reading from any.
class Router {
public:
    /// `pattern` as "/v1/form/{hash}": a part in braces takes one non-empty path part. Precondition: not added before.
    void add(Method method, std::string pattern, Handler handler, LargeBody body = {});
    /// The same for a handler with a long computation, such as a password hash. These run on separate workers, so they
    /// do not delay others, with a limit per client.
    void addSlow(Method method, std::string pattern, Handler handler);
    [[nodiscard]] bool isSlow(const RequestHead& head) const;

    /// Checks every request with a known route, before its handler and before a large body.
    void setGate(Guard gate) { m_gate = std::move(gate); }
    [[nodiscard]] const Guard& gate() const { return m_gate; }

    struct Found {
        const Handler* handler = nullptr;
        const LargeBody* body = nullptr;
        const std::string* pattern = nullptr;
        std::map<std::string, std::string, std::less<>> pathParts;
    };
    struct WrongMethod {
        std::string allow; ///< for the Allow field
    };
    struct Unknown {};
    using Match = std::variant<Found, WrongMethod, Unknown>;
    /// HEAD is answered by the GET handler.
    [[nodiscard]] Match match(Method method, std::string_view path) const;

    struct RouteName {
        Method method{};
        std::string pattern;
        auto operator<=>(const RouteName&) const = default;
    };
    /// All routes, in the order added; for the check against openapi.yaml.
    [[nodiscard]] std::vector<RouteName> routes() const;

    /// Names and addresses of this server, in lower case: requests to others are refused. Empty = accept all.
    void setHosts(std::vector<std::string> hosts) { m_hosts = std::move(hosts); }
    [[nodiscard]] bool isOwnHost(std::string_view hostField) const;

    /// Added to every answer, e.g. the content security policy of the dashboard.
    void setCommonFields(std::vector<Field> fields) { m_commonFields = std::move(fields); }
    [[nodiscard]] const std::vector<Field>& commonFields() const { return m_commonFields; }

private:
    struct Route {
        RouteName name;
        Handler handler;
        LargeBody body;
        bool slow = false;
    };
    std::vector<Route> m_routes;
    std::vector<std::string> m_hosts;
    Guard m_gate;
    std::vector<Field> m_commonFields;
};

/// Whether the announced body of `request`, larger than `limits.smallBodyBytes`, is accepted; called before it is read.
/// @return the response if it is not: 404, 405, 413, 421, or that of the route's guard.
[[nodiscard]] std::optional<Response> refuseBody(const Router& router, Request request, std::size_t bodyBytes,
                                                 const Limits& limits, const std::function<void(std::string)>& report);

/// Finds the handler and runs it; 421 for a foreign host, 404, 405, 400 for a broken query and 500 for an exception
/// come from here.
/// @param report  receives a sentence for the log when a handler threw.
[[nodiscard]] Response dispatch(const Router& router, Request request, const std::function<void(std::string)>& report);

} // namespace peil::server::http
