// SPDX-License-Identifier: Apache-2.0
// What an attacker on the network, in a browser, or with the server's disk tries against the real server.
#include "server_under_test.h"

#include "peil/base/file.h"
#include "peil_test/result.h"

#include <arpa/inet.h>
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <sys/socket.h>

using namespace integration;
using peil_test::need;

namespace {

/// A server with one tablet and three interviews.
struct Target {
    ServerUnderTest server;
    TestStudy study;
    TestTablet tablet = enrol();
    std::string before = stored();

    TestTablet enrol() {
        server.publish(study);
        auto one = server.enrolled(study, "AMS", 1);
        std::vector<peil::protocol::BatchItem> items;
        for (int i = 0; i < 3; ++i)
            items.push_back(one.interview("Amsterdam", "opioid", "1"));
        REQUIRE(server.clientOf(one).send(one.batch(items)).status == 200);
        return one;
    }
    [[nodiscard]] std::string stored() const {
        return server.admin({.path = "/admin/envelopes"}).body + server.admin({.path = "/admin/interviews"}).body;
    }
    void checkUntouched() const {
        CHECK(stored() == before);
        CHECK(server.admin({.path = "/admin/audit"}).json().at("intact").as_bool());
    }
};

/// Ways to ask for a file of the machine, and ways to end a statement of SQL.
const std::vector<std::string> kHostile{"../../keys/authority.key",
                                        "..%2f..%2fkeys%2fauthority.key",
                                        "%2e%2e/%2e%2e/keys/database.key",
                                        "..%252f..%252fkeys%252fauthority.key",
                                        "..\\..\\keys\\authority.key",
                                        "....//....//keys/authority.key",
                                        "%c0%ae%c0%ae/keys/authority.key",
                                        "authority.key%00.css",
                                        "/etc/passwd",
                                        "'%20OR%20'1'='1",
                                        "x';DROP%20TABLE%20envelope;--",
                                        "%27%20UNION%20SELECT%20secret%20FROM%20enrolment--",
                                        "%25",
                                        "%",
                                        std::string(3000, 'a')};

/// What the server sends back to `text` in the clear, up to its end of the connection.
std::string answerInTheClear(const std::string& address, const std::string& text) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1))));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0);
    REQUIRE(::send(socket, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size()));
    ::shutdown(socket, SHUT_WR); // nothing more is coming: the server need not wait for it
    std::string answer;
    char chunk[4096];
    for (auto got = ::recv(socket, chunk, sizeof chunk, 0); got > 0; got = ::recv(socket, chunk, sizeof chunk, 0))
        answer.append(chunk, static_cast<std::size_t>(got));
    ::close(socket);
    return answer;
}

/// A researcher at the dashboard.
struct Page {
    HttpClient client;
    std::string origin, cookie, token;

    explicit Page(const ServerUnderTest& server, const std::string& planted = {})
        : client(server.browser())
        , origin("Origin: " + server.dashboardAddress()) {
        Call login{.method = "POST",
                   .path = "/api/login",
                   .body = R"({"name":"anna","password":"correct horse battery"})",
                   .type = "application/json",
                   .fields = {origin}};
        if (!planted.empty()) login.fields.push_back(planted);
        const auto answer = client.send(login);
        REQUIRE(answer.status == 200);
        const auto field = answer.field("set-cookie");
        cookie = "Cookie: __Host-peil=" + field.substr(12, field.find(';') - 12);
        token = "X-CSRF-Token: " + std::string(answer.json().at("csrfToken").as_string());
    }
    [[nodiscard]] int session() { return client.send({.path = "/api/session", .fields = {cookie}}).status; }
    [[nodiscard]] Answer logout(std::vector<std::string> fields, const std::string& type = "application/json") {
        fields.push_back(cookie);
        return client.send({.method = "POST", .path = "/api/logout", .body = "{}", .type = type, .fields = fields});
    }
};

void addAnna(const ServerUnderTest& server) {
    const auto made =
        server.admin({.method = "POST",
                      .path = "/admin/users",
                      .body = R"({"name":"anna","password":"correct horse battery","role":"researcher","city":""})",
                      .type = "application/json",
                      .fields = {}});
    REQUIRE(made.status == 201);
}

} // namespace

TEST_CASE("no path leads to a file of the machine or into the store", "[integration][hostile]") {
    Target target;
    auto& server = target.server;
    auto device = server.clientOf(target.tablet);
    for (const auto& path : kHostile) {
        INFO(path);
        for (const std::string start : {"/", "/v1/form/"}) {
            const auto answer = device.send({.path = start + path});
            CHECK(answer.status >= 400);
            CHECK(answer.status < 500);
        }
        for (const std::string start :
             {"/", "/api/", "/admin/packs?after=", "/admin/interviews/", "/admin/envelopes?limit=", "/admin/forms/"}) {
            const auto answer = server.admin({.path = start + path});
            CHECK(answer.status < 500);
            CHECK(answer.body.find("PRIVATE KEY") == std::string::npos);
            CHECK(answer.body.find("root:") == std::string::npos);
        }
        for (const std::string end : {"/block", "/reset", "/successor"}) {
            const auto act = server.admin({.method = "POST",
                                           .path = "/admin/devices/" + path + end,
                                           .body = R"({"why":"x","finalised":9,"successor":"' OR 1=1 --"})",
                                           .type = "application/json",
                                           .fields = {}});
            CHECK(act.status >= 400);
            CHECK(act.status < 500);
        }
        CHECK(server.admin({.method = "DELETE", .path = "/admin/devices/" + path}).status >= 400);
    }
    target.checkUntouched();
}

TEST_CASE("a client without TLS gets no response on either port", "[integration][hostile][tls]") {
    const ServerUnderTest server;
    for (const auto& address : {server.deviceAddress(), server.dashboardAddress()})
        for (const std::string text : {"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "SSH-2.0-client\r\n",
                                       "\x80\x2e\x01\x03\x01 an SSL 2 hello"}) {
            const auto answer = answerInTheClear(address, text);
            CHECK(answer.find("HTTP") == std::string::npos);
            CHECK(answer.size() <= 7); // a TLS alert, or nothing
        }
}

TEST_CASE("another site cannot act for who is logged in, however it asks", "[integration][hostile][csrf]") {
    const ServerUnderTest server;
    addAnna(server);
    Page page(server), other(server);
    const auto address = server.dashboardAddress();
    const auto port = address.substr(address.rfind(':'));
    CHECK(page.logout({page.token}).refusal() == "bad_origin");
    for (const std::string& origin : std::initializer_list<std::string>{
             "null", "https://elsewhere.example", "http" + address.substr(5), "https://127.0.0.1:1",
             "https://127.0.0.1" + port + ".elsewhere.example", address + "/", "https://127.0.0.1.elsewhere.example"}) {
        INFO(origin);
        CHECK(page.logout({"Origin: " + origin, page.token}).refusal() == "bad_origin");
    }
    CHECK(page.logout({page.origin}).refusal() == "bad_csrf_token");
    CHECK(page.logout({page.origin, "X-CSRF-Token;"}).refusal() == "bad_csrf_token");
    CHECK(page.logout({page.origin, other.token}).refusal() == "bad_csrf_token");
    CHECK(page.client.send({.path = "/api/logout", .fields = {page.cookie, page.origin, page.token}}).status == 405);
    // Of a form, which needs no leave of the browser to be sent.
    for (const auto* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
        CHECK(page.logout({"Origin: https://elsewhere.example"}, type).status >= 400);
    CHECK(page.session() == 200);
    CHECK(page.logout({page.origin, page.token}).status == 204);
    CHECK(page.session() == 401);
    CHECK(other.session() == 200);
}

TEST_CASE("a login does not adopt a session planted in the browser", "[integration][hostile][session]") {
    const ServerUnderTest server;
    addAnna(server);
    const auto made = "Cookie: __Host-peil=" + std::string(64, 'a');
    Page first(server, made);
    CHECK(first.cookie != made);
    CHECK(server.browser().send({.path = "/api/session", .fields = {made}}).refusal() == "login_required");
    Page second(server, first.cookie); // one that is good, but was begun before
    CHECK(second.cookie != first.cookie);
    CHECK(second.token != first.token);
}

TEST_CASE("a server that runs leaves no core, whatever the shell that started it allows", "[integration][hostile]") {
    const ServerUnderTest server;
    const auto limits =
        need(peil::readTextFile("/proc/" + std::to_string(server.pid()) + "/limits", std::uintmax_t{1} << 16U));
    const auto line = limits.substr(limits.find("Max core file size"));
    CHECK(line.substr(0, line.find('\n')).find(" 0 ") != std::string::npos);
}

TEST_CASE("a changed byte anywhere in the store never crashes the server and is never served as good",
          "[integration][hostile][damage]") {
    Target target;
    auto& server = target.server;
    REQUIRE(server.stop() == 0);
    const auto file = server.data() / "server.db";
    const auto mark = need(peil::readFile(server.data() / "server.mark", 4096));
    const auto good = need(peil::readFile(file, std::uintmax_t{1} << 28U));
    constexpr std::size_t kTries = 24;
    std::size_t told = 0;
    for (std::size_t i = 0; i < kTries; ++i) {
        const auto at = good.size() * i / kTries + 17 + 131 * i;
        INFO("byte " << at << " of " << good.size());
        auto bad = good;
        bad[at] = static_cast<std::uint8_t>(bad[at] ^ (1U << (i % 8)));
        std::filesystem::remove(server.data() / "server.db-wal");
        need(peil::writeFileDurably(server.data() / "server.mark", mark, peil::FileMode::Private));
        need(peil::writeFileDurably(file, bad, peil::FileMode::Private));
        if (const auto refused = server.tryToStart()) {
            ++told;
            INFO(refused->errors);
            CHECK(refused->status == 1);
            CHECK(refused->errors.find("damaged") != std::string::npos);
            continue;
        }
        // It has not read that page yet: all that it says is still right, or it says that it cannot.
        const auto audit = server.admin({.path = "/admin/audit"});
        const bool refuses = audit.status != 200 || !audit.json().at("intact").as_bool();
        told += refuses ? 1U : 0U;
        if (!refuses) CHECK(target.stored() == target.before);
        CHECK(server.stop() <= 1);
    }
    CHECK(told >= kTries / 2);
    std::filesystem::remove(server.data() / "server.db-wal");
    need(peil::writeFileDurably(file, good, peil::FileMode::Private));
    need(peil::writeFileDurably(server.data() / "server.mark", mark, peil::FileMode::Private));
    server.start();
    target.checkUntouched();
}
