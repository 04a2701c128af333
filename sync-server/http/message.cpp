// SPDX-License-Identifier: Apache-2.0
#include "http/message.h"

#include "peil/base/enum_text.h"
#include "peil/base/text.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::server::http {

namespace {

constexpr EnumText<Method> kMethods[] = {{Method::Get, "GET"},
                                         {Method::Head, "HEAD"},
                                         {Method::Post, "POST"},
                                         {Method::Put, "PUT"},
                                         {Method::Delete, "DELETE"}};

std::optional<std::string> percentDecode(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            const auto byte = i + 2 < text.size() ? fromHex(text.substr(i + 1, 2)) : Result<Bytes>(Bytes{});
            if (!byte || byte->size() != 1) return std::nullopt;
            out += static_cast<char>(byte->front());
            i += 2;
        }
    }
    return out;
}

} // namespace

std::string_view idOf(Method method) {
    return textIn(kMethods, method);
}

std::optional<Method> methodOf(std::string_view name) {
    return valueIn(kMethods, name);
}

std::string_view RequestHead::field(std::string_view name) const {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? std::string_view{} : std::string_view{found->value};
}

std::size_t RequestHead::count(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::count(fields, name, &Field::name));
}

std::string Request::mediaType() const {
    const auto value = field("content-type");
    return toLowerAscii(trim(value.substr(0, value.find(';'))));
}

std::string_view Request::cookie(std::string_view name) const {
    for (const auto part : split(field("cookie"), ';')) {
        const auto pair = trim(part);
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
    }
    return {};
}

bool splitTarget(Request& request) {
    const std::string_view target = request.head.target;
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark == std::string_view::npos) return true;
    for (const auto part : split(target.substr(mark + 1), '&')) {
        if (part.empty()) continue;
        const auto equals = part.find('=');
        const auto name = percentDecode(part.substr(0, equals));
        const auto value =
            equals == std::string_view::npos ? std::optional<std::string>{""} : percentDecode(part.substr(equals + 1));
        if (!name || !value) return false;
        request.query.emplace(*name, *value);
    }
    return true;
}

Response Response::json(std::string body, int status) {
    return {.status = status, .contentType = "application/json", .body = std::move(body), .fields = {}};
}

Response Response::binary(ByteView body) {
    return {.status = 200, .contentType = "application/octet-stream", .body = std::string(textOf(body)), .fields = {}};
}

Response Response::nothing() {
    return {.status = 204, .contentType = {}, .body = {}, .fields = {}};
}

Response Response::refuse(ApiError error, std::string_view sentence) {
    const auto& entry = entryOf(error);
    boost::json::object what{{"id", entry.id}};
    if (entry.status < 500) what["message"] = sentence.empty() ? entry.sentence : sentence;
    auto response = json(boost::json::serialize(boost::json::object{{"error", what}}), entry.status);
    if (error == ApiError::Busy || error == ApiError::TooManyConnections || error == ApiError::TooManyLogins)
        response.retryAfter(std::chrono::seconds{2});
    return response;
}

Response& Response::with(std::string name, std::string value) {
    std::erase_if(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    fields.push_back({std::move(name), std::move(value)});
    return *this;
}

Response& Response::retryAfter(std::chrono::seconds time) {
    return with("Retry-After", std::to_string(time.count()));
}

} // namespace peil::server::http
