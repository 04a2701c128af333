// SPDX-License-Identifier: Apache-2.0
#include "http/guard.h"

#include "peil/base/text.h"

#include <algorithm>
#include <array>

namespace peil::server::http {

namespace {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Controls other than tab and line ends, DEL, and everything above ASCII.
constexpr bool isForbidden(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x7F || (byte < 0x20 && c != '\r' && c != '\n' && c != '\t');
}

bool isHost(std::string_view host) {
    return !host.empty() && std::ranges::all_of(host, [](char c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
    });
}

/// Digits without a leading zero, short enough never to overflow.
bool isLength(std::string_view value) {
    return !value.empty() && value.size() <= 10 && std::ranges::all_of(value, isDigit) &&
           (value.size() == 1 || value.front() != '0');
}

bool isTarget(std::string_view target) {
    return !target.empty() && target.front() == '/' && std::ranges::none_of(target, [](char c) {
        return c == '#' || c == '\\' || c <= 0x20 || static_cast<unsigned char>(c) > 0x7E;
    });
}

/// Fields that change the framing or the connection for one hop; nothing here needs them.
bool isHopField(std::string_view name) {
    static constexpr std::array<std::string_view, 5> kHopFields{"upgrade", "te", "trailer", "proxy-connection",
                                                                "http2-settings"};
    return std::ranges::find(kHopFields, name) != kHopFields.end();
}

std::optional<ApiError> checkField(const Field& field) {
    if (field.name == "transfer-encoding") return ApiError::LengthRequired;
    if (field.name.empty() || field.name.find('_') != std::string::npos || isHopField(field.name))
        return ApiError::BadFraming;
    if (field.name == "host" && !isHost(field.value)) return ApiError::BadFraming;
    if (field.name == "content-length" && !isLength(field.value)) return ApiError::BadFraming;
    if (field.name == "expect" && toLowerAscii(field.value) != "100-continue") return ApiError::BadFraming;
    if (field.name == "connection") {
        const auto value = toLowerAscii(field.value);
        if (value != "keep-alive" && value != "close") return ApiError::BadFraming;
    }
    return std::nullopt;
}

} // namespace

std::optional<ApiError> HeaderScanner::scan(std::string_view received) {
    for (; m_next < received.size() && m_end == 0; ++m_next) {
        if (m_next >= m_limits.headerBytes) return ApiError::HeaderTooLarge;
        if (auto refused = scanByte(received, m_next)) return refused;
    }
    return std::nullopt;
}

std::optional<ApiError> HeaderScanner::scanByte(std::string_view received, std::size_t at) {
    const char c = received[at];
    const char before = at > 0 ? received[at - 1] : '\0';
    if (isForbidden(c)) return ApiError::BadFraming;
    if (at == 0 && !isLetter(c)) return ApiError::BadFraming;                   // an empty line before the request line
    if ((c == '\n') != (before == '\r')) return ApiError::BadFraming;           // a bare LF, or a CR without one
    if (before == '\n' && (c == ' ' || c == '\t')) return ApiError::BadFraming; // a folded line
    if (c != '\n') return std::nullopt;
    if (at >= 3 && received.substr(at - 3, 4) == "\r\n\r\n") {
        m_end = at + 1;
    } else if (m_lines++ > m_limits.headerFields) { // the request line is a line, too
        return ApiError::HeaderTooLarge;
    }
    return std::nullopt;
}

bool namesTransferEncoding(std::string_view block) {
    return toLowerAscii(block).find("\r\ntransfer-encoding") != std::string::npos;
}

std::optional<ApiError> checkHead(const RequestHead& head, const Limits& limits) {
    if (head.fields.size() > limits.headerFields) return ApiError::HeaderTooLarge;
    for (const auto& field : head.fields)
        if (auto refused = checkField(field)) return refused;
    for (const std::string_view once : {"host", "content-length", "content-type", "authorization", "origin", "expect",
                                        "connection", "cookie", "x-csrf-token"})
        if (head.count(once) > 1) return ApiError::BadFraming;
    if (head.count("host") != 1) return ApiError::BadFraming;
    if (head.target.size() > limits.targetBytes) return ApiError::TargetTooLong;
    if (!isTarget(head.target)) return ApiError::BadFraming;
    const bool hasLength = head.count("content-length") == 1;
    const bool takesBody = head.method == Method::Post || head.method == Method::Put;
    if (takesBody && !hasLength) return ApiError::LengthRequired;
    if (!takesBody && hasLength && head.field("content-length") != "0") return ApiError::BadFraming;
    if (contentLength(head) > limits.bodyBytes) return ApiError::BodyTooLarge;
    return std::nullopt;
}

std::size_t contentLength(const RequestHead& head) {
    const auto value = parseInteger(head.field("content-length"));
    return value ? static_cast<std::size_t>(*value) : 0;
}

} // namespace peil::server::http
