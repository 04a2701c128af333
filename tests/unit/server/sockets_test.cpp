// SPDX-License-Identifier: Apache-2.0
// The listener with limits so small that a test meets them at once.
#include "http/server.h"
#include "http_client.h"
#include "peil/crypto/x509.h"
#include "peil_test/clock.h"
#include "peil_test/result.h"

#include <array>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <future>
#include <thread>

using namespace peil::server::http;
using integration::HttpClient;
using peil_test::need;

namespace {

struct RunningServer {
    peil::crypto::CertificateAndKey authority =
        need(peil::crypto::makeAuthority("test", peil::SystemClock{}.now(), std::chrono::days{1}));
    Router router;
    std::unique_ptr<Server> server;
    std::string address;
    std::thread thread;

    RunningServer(const Limits& limits, Handler handler) {
        const auto own = need(peil::crypto::makeServerCertificate(authority, {"127.0.0.1"}, peil::SystemClock{}.now(),
                                                                  std::chrono::days{1}));
        router.add(Method::Get, "/", handler);
        router.add(Method::Post, "/", handler,
                   {std::size_t{1} << 20U, [](const Request& request) {
                        return request.field("authorization") == "Bearer right"
                                   ? std::nullopt
                                   : std::optional(Response::refuse(ApiError::TokenRequired));
                    }});
        router.add(Method::Post, "/small", handler);
        router.addSlow(Method::Post, "/slow", handler);
        server = std::make_unique<Server>(limits, [](const std::string&) {});
        address = "https://" +
                  need(server->listen({"127.0.0.1", 0}, {own.certificatePem, own.privateKeyPem, {}}, router)).text();
        thread = std::thread([this] { server->run(); });
    }
    ~RunningServer() {
        server->stop();
        thread.join();
    }
    [[nodiscard]] HttpClient client() const { return {address, authority.certificatePem}; }
};

Response echo(const Request& request) {
    return Response::json(std::to_string(request.body.size()));
}

} // namespace

TEST_CASE("a connection without a request, or with one that comes too slowly, is closed", "[server][sockets]") {
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n";
    const auto answersTo = [](const Limits& limits, std::string_view bytes) {
        const RunningServer running(limits, echo);
        int answers = -1;
        const auto answer = running.client().sendRaw(bytes, &answers);
        CHECK(answer.failure.empty()); // the handshake went well
        return answers;
    };
    CHECK(answersTo({.idleTime = std::chrono::milliseconds{50}}, "") == 0);
    CHECK(answersTo({.headerTime = std::chrono::milliseconds{50}}, head.substr(0, 20)) == 0);
    CHECK(answersTo({.bodyGrace = std::chrono::milliseconds{50}}, head + "abc") == 0);
}

TEST_CASE("a request beyond the queue is asked to retry", "[server][sockets]") {
    std::promise<void> entered, leave;
    const auto mayLeave = leave.get_future().share();
    const RunningServer running({.waitingRequests = 1, .workers = 1}, [&](const Request& request) {
        if (!request.body.empty()) {
            entered.set_value();
            mayLeave.wait();
        }
        return echo(request);
    });
    auto slow = std::async(std::launch::async, [&] {
        return running.client().send({.method = "POST", .path = "/", .body = "x", .type = "text/plain", .fields = {}});
    });
    entered.get_future().wait();
    const auto refused = running.client().send({.path = "/"});
    CHECK(refused.status == 503);
    CHECK(refused.refusal() == "busy");
    CHECK(refused.field("retry-after") == "2");
    leave.set_value();
    CHECK(slow.get().body == "1");
    CHECK(running.client().send({.path = "/"}).status == 200);
}

TEST_CASE("slow requests wait for each other and never keep others waiting", "[server][sockets]") {
    std::promise<void> entered, leave, refused;
    const auto mayLeave = leave.get_future().share();
    std::atomic<int> inside = 0, most = 0;
    const Limits limits{.waitingRequests = 1, .workers = 1, .slowWorkers = 1, .slowPerParty = 2};
    const RunningServer running(limits, [&](const Request& request) {
        if (request.path == "/slow") {
            most = std::max<int>(most, ++inside);
            if (request.body.size() == 1) {
                entered.set_value();
                mayLeave.wait();
            }
            --inside;
        }
        return echo(request);
    });
    const auto slow = [&](const std::string& body) {
        return std::async(std::launch::async, [&running, &refused, body] {
            const auto answer = running.client().send(
                {.method = "POST", .path = "/slow", .body = body, .type = "text/plain", .fields = {}});
            if (answer.status != 200) refused.set_value();
            return answer;
        });
    };
    auto first = slow("1");
    entered.get_future().wait();
    auto second = slow("22"), third = slow("333");
    refused.get_future().wait(); // one of the two found both places of this address taken; the other one waits
    CHECK(running.client().send({.path = "/"}).status == 200);
    leave.set_value();
    CHECK(first.get().body == "1");
    const auto two = std::array{second.get(), third.get()};
    CHECK((two[0].status == 200) != (two[1].status == 200));
    const auto& turnedAway = two[0].status == 200 ? two[1] : two[0];
    CHECK(turnedAway.refusal() == "too_many_logins");
    CHECK(turnedAway.field("retry-after") == "2");
    CHECK(most == 1);
}

TEST_CASE("a server that is stopped finishes the request under way", "[server][sockets]") {
    std::promise<void> entered, leave;
    const auto mayLeave = leave.get_future().share();
    std::future<integration::Answer> slow;
    {
        const RunningServer running({}, [&](const Request& request) {
            entered.set_value();
            mayLeave.wait();
            return echo(request);
        });
        slow = std::async(std::launch::async,
                          [client = running.client()]() mutable { return client.send({.path = "/"}); });
        entered.get_future().wait();
        running.server->stop();
        leave.set_value();
    }
    const auto answer = slow.get();
    CHECK(answer.status == 200);
    CHECK(answer.field("connection") == "close");
}

TEST_CASE("one connection serves many requests, and HEAD has no body", "[server][sockets]") {
    const RunningServer running({}, echo);
    int answers = 0;
    const auto answer = running.client().sendRaw("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", &answers);
    CHECK(answer.status == 200);
    CHECK(answer.body.empty());
    CHECK(answer.field("content-length") == "1");
    auto client = running.client();
    for (int i = 0; i < 20; ++i)
        CHECK(client
                  .send({.method = "POST",
                         .path = "/",
                         .body = std::string(static_cast<std::size_t>(i) * 5000, 'x'),
                         .type = "text/plain",
                         .fields = {"Authorization: Bearer right"}})
                  .body == std::to_string(i * 5000));
}

TEST_CASE("a large body is refused before a byte of it is sent when the route or its guard refuses",
          "[server][sockets]") {
    const RunningServer running({.smallBodyBytes = 1000}, echo);
    const auto refusalOf = [&](const std::string& path, const std::string& fields, int length) {
        // Were the server to wait for the body, it would close without an answer.
        const auto answer = running.client().sendRaw("POST " + path + " HTTP/1.1\r\nHost: a\r\n" + fields +
                                                     "Content-Length: " + std::to_string(length) + "\r\n\r\n");
        return answer.refusal();
    };
    CHECK(refusalOf("/", "", 1001) == "token_required");
    CHECK(refusalOf("/", "Authorization: Bearer wrong\r\n", 1001) == "token_required");
    CHECK(refusalOf("/", "Authorization: Bearer right\r\n", (1 << 20) + 1) == "body_too_large");
    CHECK(refusalOf("/small", "Authorization: Bearer right\r\n", 1001) == "body_too_large");
    CHECK(refusalOf("/nowhere", "", 1001) == "not_found");
    const auto taken = running.client().send({.method = "POST",
                                              .path = "/",
                                              .body = std::string(1001, 'x'),
                                              .type = "text/plain",
                                              .fields = {"Authorization: Bearer right"}});
    CHECK(taken.body == "1001");
}

TEST_CASE("a body that all the bodies under way leave no room for is asked to retry", "[server][sockets]") {
    const std::size_t body = std::size_t{100} * 1024;
    const RunningServer running({.bodiesInAll = 2 * body, .bodiesPerParty = body + 1}, echo);
    const auto post = [&](std::size_t bytes) {
        return running.client().send({.method = "POST",
                                      .path = "/",
                                      .body = std::string(bytes, 'x'),
                                      .type = "text/plain",
                                      .fields = {"Authorization: Bearer right"}});
    };
    CHECK(post(body).status == 200);
    const auto refused = post(body + 2);
    CHECK(refused.refusal() == "busy");
    CHECK(refused.field("retry-after") == "2");
    CHECK(post(body).status == 200); // what was taken is given back
}

TEST_CASE("a newcomer gets a seat from the connection that has waited longest", "[server][sockets]") {
    const RunningServer running({.connections = 3}, echo);
    std::vector<HttpClient> open;
    for (int i = 0; i < 3; ++i) {
        open.push_back(running.client());
        REQUIRE(open.back().send({.path = "/"}).status == 200); // stays open, and waits
    }
    CHECK(running.client().send({.path = "/"}).status == 200);
    CHECK(open[2].send({.path = "/"}).connects == 0);
    CHECK(open[0].send({.path = "/"}).connects == 1); // its first connection was closed for the newcomer
}

TEST_CASE("an address or a certificate that cannot be used is an error", "[server][sockets]") {
    const RunningServer running({}, echo);
    Server other({}, [](const std::string&) {});
    const auto own = need(
        peil::crypto::makeServerCertificate(running.authority, {"a"}, peil::SystemClock{}.now(), std::chrono::days{1}));
    const TlsIdentity identity{own.certificatePem, own.privateKeyPem, {}};
    const auto taken = need(Address::parse(running.address.substr(8)));
    CHECK(other.listen(taken, identity, running.router).error().code == HttpErrc::AddressInUse);
    CHECK(other.listen({"not an address", 0}, identity, running.router).error().code == HttpErrc::BadAddress);
    CHECK(other.listen({"127.0.0.1", 0}, {"", "", {}}, running.router).error().code == HttpErrc::BadCertificate);
    CHECK(other.listen({"127.0.0.1", 0}, {own.certificatePem, running.authority.privateKeyPem, {}}, running.router)
              .error()
              .code == HttpErrc::BadCertificate);
    CHECK(Address::parse("1.2.3.4").error().code == HttpErrc::BadAddress);
    CHECK(Address::parse(":80").error().code == HttpErrc::BadAddress);
    CHECK(Address::parse("a:70000").error().code == HttpErrc::BadAddress);
    CHECK(need(Address::parse("[::1]:8")).text() == "[::1]:8");
}
