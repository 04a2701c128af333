// SPDX-License-Identifier: Apache-2.0
// The guard without sockets; tests/integration/framing_test.cpp sends the same kinds of bytes over TLS.
#include "http/guard.h"

#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace peil::server::http;

namespace {

const Limits kLimits;

/// Feeds byte by byte, as a slow network would.
std::optional<ApiError> scanSlowly(const std::string& bytes, std::size_t* end = nullptr) {
    HeaderScanner scanner(kLimits);
    for (std::size_t n = 1; n <= bytes.size(); ++n)
        if (auto refused = scanner.scan(std::string_view(bytes).substr(0, n))) return refused;
    if (end != nullptr) *end = scanner.headerEnd();
    return std::nullopt;
}

RequestHead head(Method method, std::vector<Field> fields) {
    return {method, "/", std::move(fields)};
}

} // namespace

TEST_CASE("a header block ends at its empty line, however the bytes come", "[server][guard]") {
    const std::string block = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    std::size_t slow = 0;
    CHECK_FALSE(scanSlowly(block + "body", &slow).has_value());
    CHECK(slow == block.size());
    HeaderScanner atOnce(kLimits);
    CHECK_FALSE(atOnce.scan(block + "\n\n bare lines of a body are not judged").has_value());
    CHECK(atOnce.headerEnd() == block.size());
}

TEST_CASE("an error is detected at its byte, before the block is complete", "[server][guard]") {
    for (const std::string start : {"\r", "\n", " ", "\t", "1"})
        CHECK(scanSlowly(start) == ApiError::BadFraming);
    for (const std::string rest : {"\n", "\rX", "\r\n X", "\r\n\tX", "\x01", "\x7f", "\x80", "\xff"})
        CHECK(scanSlowly("GET / HTTP/1.1" + rest) == ApiError::BadFraming);
    CHECK(scanSlowly(std::string("GET /\0", 6)) == ApiError::BadFraming);
}

TEST_CASE("8 KiB and 64 fields are let through, one more is not", "[server][guard]") {
    const std::string line = "GET / HTTP/1.1\r\n";
    const auto block = [&](std::size_t size) {
        return line + "X: " + std::string(size - line.size() - 7, 'a') + "\r\n\r\n";
    };
    CHECK_FALSE(scanSlowly(block(8192)).has_value());
    CHECK(scanSlowly(block(8193)) == ApiError::HeaderTooLarge);
    const auto fields = [&](int count) {
        auto text = line;
        for (int i = 0; i < count; ++i)
            text += "X: a\r\n";
        return text + "\r\n";
    };
    CHECK_FALSE(scanSlowly(fields(64)).has_value());
    CHECK(scanSlowly(fields(65)) == ApiError::HeaderTooLarge);
}

TEST_CASE("a plain request passes", "[server][guard]") {
    CHECK_FALSE(
        checkHead(head(Method::Get, {{"host", "a.example:8443"}, {"connection", "keep-alive"}}), kLimits).has_value());
    CHECK_FALSE(checkHead(head(Method::Get, {{"host", "[::1]:1"}, {"content-length", "0"}}), kLimits).has_value());
    CHECK_FALSE(
        checkHead(head(Method::Post, {{"host", "a"}, {"content-length", "4194304"}, {"expect", "100-continue"}}),
                  kLimits)
            .has_value());
}

TEST_CASE("the parsed head is checked again", "[server][guard]") {
    CHECK(checkHead(head(Method::Get, {}), kLimits) == ApiError::BadFraming);
    CHECK(checkHead(head(Method::Get, {{"host", "a"}, {"transfer-encoding", "x"}}), kLimits) ==
          ApiError::LengthRequired);
    CHECK(checkHead(head(Method::Post, {{"host", "a"}}), kLimits) == ApiError::LengthRequired);
    CHECK(checkHead(head(Method::Post, {{"host", "a"}, {"content-length", "4194305"}}), kLimits) ==
          ApiError::BodyTooLarge);
    CHECK(checkHead(head(Method::Post, {{"host", "a"}, {"content-length", "99999999999"}}), kLimits) ==
          ApiError::BadFraming);
    auto longTarget = head(Method::Get, {{"host", "a"}});
    longTarget.target = "/" + std::string(1024, 'a');
    CHECK(checkHead(longTarget, kLimits) == ApiError::TargetTooLong);
    longTarget.target.pop_back();
    CHECK_FALSE(checkHead(longTarget, kLimits).has_value());
}

TEST_CASE("Transfer-Encoding is found in any case of letters, but not in a value", "[server][guard]") {
    CHECK(namesTransferEncoding("GET / HTTP/1.1\r\nTRANSFER-encoding : x\r\n\r\n"));
    CHECK_FALSE(namesTransferEncoding("GET / HTTP/1.1\r\nX: transfer-encoding\r\n\r\n"));
}
