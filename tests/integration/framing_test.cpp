// SPDX-License-Identifier: Apache-2.0
// Requests that two HTTP implementations could read in two ways, over real TLS. Each must be refused and the connection
// closed: never a second answer to bytes behind the first request.
#include "server_under_test.h"

#include "peil/base/text.h"

#include <catch2/catch_test_macros.hpp>

using namespace integration;

namespace {

struct Case {
    const char* name;
    int status; ///< 0 = closed without an answer
    std::string bytes;
};

const std::string kHost = "Host: a\r\n";
const std::string kPost = "POST /v1/enrol HTTP/1.1\r\nHost: a\r\n";
const std::string kGet = "GET /v1/manifest HTTP/1.1\r\n";
const std::string kSmuggled = "GET /v1/manifest HTTP/1.1\r\nHost: a\r\n\r\n";

std::vector<Case> lengthCases() {
    return {
        {"CL and TE", 411, kPost + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG"},
        {"TE and CL", 411, kPost + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG"},
        {"chunked alone", 411, kPost + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"},
        {"gzip", 411, kPost + "Transfer-Encoding: gzip\r\n\r\n" + kSmuggled},
        {"identity", 411, kPost + "Transfer-Encoding: identity\r\nContent-Length: 3\r\n\r\nabc"},
        {"chunked, gzip", 411, kPost + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"},
        {"xchunked", 411, kPost + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
        {"TE twice", 411, kPost + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"},
        {"TE on GET", 411, kGet + kHost + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"TE empty", 411, kPost + "Transfer-Encoding: \r\nContent-Length: 0\r\n\r\n"},
        {"TE upper case", 411, kPost + "TRANSFER-ENCODING: CHUNKED\r\n\r\n0\r\n\r\n"},
        {"TE with tab", 411, kPost + "Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n"},
        {"two lengths, equal", 400, kPost + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"},
        {"two lengths, different", 400, kPost + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"},
        {"list of lengths", 400, kPost + "Content-Length: 3, 3\r\n\r\nabc"},
        {"length +3", 400, kPost + "Content-Length: +3\r\n\r\nabc"},
        {"length -1", 400, kPost + "Content-Length: -1\r\n\r\nabc"},
        {"length 0x3", 400, kPost + "Content-Length: 0x3\r\n\r\nabc"},
        {"length 03", 400, kPost + "Content-Length: 03\r\n\r\nabc"},
        {"length 3.0", 400, kPost + "Content-Length: 3.0\r\n\r\nabc"},
        {"length 2^64", 400, kPost + "Content-Length: 18446744073709551616\r\n\r\nabc"},
        {"length empty", 400, kPost + "Content-Length: \r\n\r\n"},
        {"length with space before colon", 400, kPost + "Content-Length : 3\r\n\r\nabc"},
        {"length folded", 400, kPost + "Content-Length:\r\n 3\r\n\r\nabc"},
        {"length too large", 413, kPost + "Content-Length: 4194305\r\n\r\n"},
        {"no length on POST", 411, kPost + "\r\n" + kSmuggled},
        {"body on GET", 400, kGet + kHost + "Content-Length: 3\r\n\r\nabc"},
        {"body on DELETE", 400, "DELETE /v1/manifest HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"},
    };
}

std::vector<Case> lineCases() {
    return {
        {"bare LF", 400, "GET /v1/manifest HTTP/1.1\nHost: a\n\n"},
        {"bare LF at the end of one field", 400, kGet + "Host: a\nX: b\r\n\r\n"},
        {"bare CR in a value", 400, kGet + kHost + "X: a\rb\r\n\r\n"},
        {"CR before CRLF", 400, kGet + "Host: a\r\r\n\r\n"},
        {"folded line", 400, kGet + kHost + "X: a\r\n b\r\n\r\n"},
        {"folded line with tab", 400, kGet + kHost + "X: a\r\n\tb\r\n\r\n"},
        {"fold after the request line", 400, kGet + " Host: a\r\n\r\n"},
        {"empty line first", 400, "\r\n" + kGet + kHost + "\r\n"},
        {"space first", 400, " " + kGet + kHost + "\r\n"},
        {"NUL in a value", 400, kGet + kHost + std::string("X: a\0b\r\n\r\n", 10)},
        {"NUL in the target", 400, std::string("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28)},
        {"BEL in a value", 400, kGet + kHost + "X: \x07\r\n\r\n"},
        {"DEL in a value", 400, kGet + kHost + "X: \x7f\r\n\r\n"},
        {"byte above ASCII in a value", 400, kGet + kHost + "X: \xff\r\n\r\n"},
        {"byte above ASCII in a name", 400, kGet + kHost + "X\xe9: a\r\n\r\n"},
        {"field without colon", 400, kGet + kHost + "nonsense\r\n\r\n"},
        {"field without name", 400, kGet + kHost + ": a\r\n\r\n"},
        {"space in a name", 400, kGet + kHost + "X Y: a\r\n\r\n"},
        {"underscore in a name", 400, kGet + kHost + "Content_Length: 3\r\n\r\n"},
        {"bracket in a name", 400, kGet + kHost + "X[1]: a\r\n\r\n"},
        {"Host with space before colon", 400, kGet + "Host : a\r\n\r\n"},
        {"65 fields", 431,
         kGet + kHost +
             [] {
                 std::string fields;
                 for (int i = 0; i < 64; ++i)
                     fields += "X-" + std::to_string(i) + ": a\r\n";
                 return fields;
             }() +
             "\r\n"},
        {"9 KiB of one field", 431, kGet + kHost + "X: " + std::string(9216, 'a') + "\r\n\r\n"},
        {"9 KiB without a line end", 431, "GET /" + std::string(9216, 'a')},
    };
}

std::vector<Case> headCases() {
    return {
        {"no Host", 400, kGet + "\r\n"},
        {"two Hosts", 400, kGet + "Host: a\r\nHost: b\r\n\r\n"},
        {"two equal Hosts", 400, kGet + "Host: a\r\nHost: a\r\n\r\n"},
        {"empty Host", 400, kGet + "Host: \r\n\r\n"},
        {"Host with a path", 400, kGet + "Host: a/b\r\n\r\n"},
        {"Host with user", 400, kGet + "Host: u@a\r\n\r\n"},
        {"Host list", 400, kGet + "Host: a, b\r\n\r\n"},
        {"HTTP/1.0", 400, "GET /v1/manifest HTTP/1.0\r\nHost: a\r\n\r\n"},
        {"HTTP/1.2", 400, "GET /v1/manifest HTTP/1.2\r\nHost: a\r\n\r\n"},
        {"HTTP/2.0", 400, "GET /v1/manifest HTTP/2.0\r\nHost: a\r\n\r\n"},
        {"HTTP/0.9", 400, "GET /v1/manifest\r\n\r\n"},
        {"lower-case version", 400, "GET /v1/manifest http/1.1\r\nHost: a\r\n\r\n"},
        {"HTTP/2 preface", 400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"CONNECT", 400, "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"TRACE", 400, "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"OPTIONS *", 400, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"lower-case method", 400, "get /v1/manifest HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"unknown method", 400, "FETCH /v1/manifest HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"absolute target", 400, "GET https://a/v1/manifest HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"target with fragment", 400, "GET /v1/manifest#x HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"target with backslash", 400, "GET /v1\\manifest HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"target above ASCII", 400, "GET /\xff HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"target with tab", 400, "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"two spaces", 400, "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"long target", 414, "GET /" + std::string(1100, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"broken query", 400, "GET /v1/manifest?a=%g1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"},
        {"Upgrade", 400, kGet + kHost + "Connection: upgrade\r\nUpgrade: h2c\r\n\r\n"},
        {"Upgrade alone", 400, kGet + kHost + "Upgrade: websocket\r\n\r\n"},
        {"TE field", 400, kGet + kHost + "TE: trailers\r\n\r\n"},
        {"Trailer field", 400, kGet + kHost + "Trailer: X\r\n\r\n"},
        {"Connection names a field", 400, kGet + kHost + "Connection: host\r\n\r\n"},
        {"Expect other than 100-continue", 400, kPost + "Expect: 200-ok\r\nContent-Length: 3\r\n\r\nabc"},
        {"two Authorizations", 400, kGet + kHost + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n"},
        {"two Content-Types", 400, kPost + "Content-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 0\r\n\r\n"},
    };
}

void checkAll(const std::vector<Case>& cases) {
    const ServerUnderTest server;
    auto anyone = server.anyone();
    for (const auto& one : cases) {
        int answers = 0;
        const auto answer = anyone.sendRaw(one.bytes, &answers);
        INFO(one.name << ": " << answer.body << answer.failure);
        CHECK(answer.status == one.status);
        CHECK(answers == 1);
        CHECK(answer.field("connection") == "close");
    }
    CHECK(anyone.send({.path = "/v1/manifest"}).status == 403); // it still serves
}

} // namespace

TEST_CASE("a body whose length could be read in two ways is refused", "[integration][framing]") {
    checkAll(lengthCases());
}
TEST_CASE("header lines that are not strict are refused", "[integration][framing]") {
    checkAll(lineCases());
}
TEST_CASE("heads that are not strict are refused", "[integration][framing]") {
    checkAll(headCases());
}

TEST_CASE("bytes behind a request are never answered", "[integration][framing]") {
    const ServerUnderTest server;
    int answers = 0;
    const auto answer = server.anyone().sendRaw(kSmuggled + kSmuggled, &answers);
    CHECK(answer.status == 403);
    CHECK(answers == 1);
    CHECK(server.anyone()
              .sendRaw(kPost + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" + kSmuggled, &answers)
              .status == 400);
    CHECK(answers == 1);
}

TEST_CASE("a client that waits for 100 Continue gets it", "[integration][framing]") {
    const ServerUnderTest server;
    const auto answer = server.anyone().send({.method = "POST",
                                              .path = "/v1/enrol",
                                              .body = std::string(60'000, ' '),
                                              .type = "application/json",
                                              .fields = {"Expect: 100-continue"}});
    CHECK(answer.refusal() == "bad_message");
    CHECK(answer.header.find("http/1.1 100 continue") != std::string::npos);
}
