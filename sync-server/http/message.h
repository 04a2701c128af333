// SPDX-License-Identifier: Apache-2.0
#pragma once

// Request and response as plain values, independent of Beast.

#include "http/api_error.h"
#include "peil/base/bytes.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peil::server::http {

enum class Method : std::uint8_t { Get, Head, Post, Put, Delete };
[[nodiscard]] std::string_view idOf(Method method);
[[nodiscard]] std::optional<Method> methodOf(std::string_view name);

/// A header field; names are in lower case.
struct Field {
    std::string name;
    std::string value;
};

/// Request line and header fields.
struct RequestHead {
    Method method = Method::Get;
    std::string target; ///< as sent: path and query
    std::vector<Field> fields;

    /// First value of a field, empty if absent. `name` in lower case.
    [[nodiscard]] std::string_view field(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;
};

struct Request {
    RequestHead head;
    std::string path;                                          ///< the target up to '?'
    std::string route;                                         ///< pattern of the route that was found
    std::map<std::string, std::string, std::less<>> query;     ///< percent-decoded; the first of equal names
    std::map<std::string, std::string, std::less<>> pathParts; ///< what {name} stood for in the route
    Bytes body;
    std::string clientName; ///< common name of the verified client certificate; empty if there is none
    std::string remote;     ///< address of the peer, without port

    [[nodiscard]] std::string_view field(std::string_view name) const { return head.field(name); }
    /// The media type without its parameters, in lower case.
    [[nodiscard]] std::string mediaType() const;
    /// Value of one cookie, empty if absent.
    [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

/// Takes path and query from the target. @return false when the query is not properly percent-encoded.
[[nodiscard]] bool splitTarget(Request& request);

struct Response {
    int status = 200;
    std::string contentType; ///< empty with an empty body
    std::string body;
    std::vector<Field> fields; ///< further header fields; values must not hold line breaks

    [[nodiscard]] static Response json(std::string body, int status = 200);
    [[nodiscard]] static Response binary(ByteView body);
    /// 204 without a body.
    [[nodiscard]] static Response nothing();
    /// From the catalogue. `sentence` replaces the catalogue's one; it is ignored for 5xx, which never say more.
    [[nodiscard]] static Response refuse(ApiError error, std::string_view sentence = {});
    Response& with(std::string name, std::string value);
    Response& retryAfter(std::chrono::seconds time);
};

} // namespace peil::server::http
