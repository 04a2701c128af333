// SPDX-License-Identifier: Apache-2.0
#include "server_under_test.h"

#include <catch2/catch_test_macros.hpp>
#include <curl/curl.h>

using namespace integration;

TEST_CASE("TLS 1.2 is refused on both ports", "[integration][tls]") {
    const ServerUnderTest server;
    for (const auto& address : {server.deviceAddress(), server.dashboardAddress()}) {
        HttpClient client(address, server.authorityPem());
        client.setLatestTls(CURL_SSLVERSION_MAX_TLSv1_2);
        const auto answer = client.send({.path = "/"});
        CHECK(answer.status == 0);
        CHECK_FALSE(answer.failure.empty());
    }
}

TEST_CASE("a client that trusts another authority does not speak to the server", "[integration][tls]") {
    const ServerUnderTest server, other;
    HttpClient client(server.deviceAddress(), other.authorityPem());
    CHECK_FALSE(client.send({.path = "/v1/manifest"}).failure.empty());
}

TEST_CASE("every device route but enrolment needs a certificate of this server's authority", "[integration][tls]") {
    const ServerUnderTest server, other;
    const TestStudy study;
    server.publish(study);
    other.publish(study);
    auto anyone = server.anyone();
    CHECK(anyone.send({.path = "/v1/manifest"}).refusal() == "certificate_required");
    CHECK(anyone.send({.path = "/v1/form/" + study.packHash}).refusal() == "certificate_required");
    for (const auto* path : {"/v1/batch", "/v1/reconcile"})
        CHECK(
            anyone.send({.method = "POST", .path = path, .body = "x", .type = "application/octet-stream"}).refusal() ==
            "certificate_required");
    // A certificate of another authority does not even get through the handshake.
    auto stranger = other.enrolled(study, "AMS", 1).client(server.deviceAddress(), server.authorityPem());
    const auto answer = stranger.send({.path = "/v1/manifest"});
    CHECK(answer.status == 0);
}

TEST_CASE("a large body is refused at its announcement to callers who may not send it", "[integration][limits]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    const auto announce = [](const std::string& path, const std::string& fields) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "Content-Length: 4194304\r\n\r\nx";
    };
    CHECK(server.anyone().sendRaw(announce("/v1/batch", "")).refusal() == "certificate_required");
    CHECK(server.anyone().sendRaw(announce("/v1/reconcile", "")).refusal() == "certificate_required");
    CHECK(server.anyone().sendRaw(announce("/v1/enrol", "")).refusal() == "body_too_large");
    CHECK(server.browser().sendRaw(announce("/api/login", "")).refusal() == "body_too_large");
    for (const auto* path : {"/admin/pack", "/admin/benchmark", "/admin/exports"})
        CHECK(server.browser().sendRaw(announce(path, "Authorization: Bearer no\r\n")).refusal() == "token_required");
    const auto tablet = server.enrolled(study, "AMS", 1);
    CHECK(server.clientOf(tablet).sendRaw(announce("/v1/reconcile", "")).refusal() == "body_too_large");
}

TEST_CASE("a path that is not there is 404, a method that it has not is 405 with those it has",
          "[integration][routes]") {
    const ServerUnderTest server;
    auto anyone = server.anyone();
    CHECK(anyone.send({.path = "/v2/batch"}).refusal() == "not_found");
    CHECK(anyone.send({.path = "/admin/devices"}).refusal() == "not_found"); // the dashboard's, not the device port's
    const auto wrong = anyone.send({.path = "/v1/batch"});
    CHECK(wrong.refusal() == "method_not_allowed");
    CHECK(wrong.field("allow") == "post");
    CHECK(server.browser().send({.path = "/v1/manifest"}).refusal() == "not_found");
}

TEST_CASE("a fifth connection of one tablet must wait", "[integration][limits]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    const auto tablet = server.enrolled(study, "AMS", 1);
    std::vector<HttpClient> open;
    for (int i = 0; i < 4; ++i) {
        open.push_back(server.clientOf(tablet));
        REQUIRE(open.back().send({.path = "/v1/manifest"}).status == 200); // stays open
    }
    const auto fifth = server.clientOf(tablet).send({.path = "/v1/manifest"});
    CHECK(fifth.refusal() == "too_many_connections");
    CHECK(fifth.field("retry-after") == "2");
    CHECK(open.front().send({.path = "/v1/manifest"}).status == 200);
}

TEST_CASE("SIGTERM ends the server with exit code 0, and what was stored is there afterwards", "[integration][start]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    auto client = server.clientOf(tablet);
    REQUIRE(client.send(tablet.batch({tablet.interview("Amsterdam", "opioid", "1")})).status ==
            200); // connection stays open
    CHECK(server.stop() == 0);
    server.start();
    CHECK(server.admin({.path = "/admin/ledger"}).json().at("received").as_int64() == 1);
}

TEST_CASE("pages of the dashboard come with a policy that allows no inline script and no other origin",
          "[integration][web]") {
    const ServerUnderTest server;
    auto browser = server.browser();
    for (const auto* path : {"/", "/app.js", "/style.css", "/texts.json", "/icon.svg"}) {
        const auto answer = browser.send({.path = path});
        INFO(path);
        CHECK(answer.status == 200);
        CHECK(answer.field("content-security-policy")
                  .starts_with("default-src 'none'; script-src 'self'; style-src 'self'"));
        CHECK(answer.field("x-content-type-options") == "nosniff");
        CHECK(answer.field("referrer-policy") == "no-referrer");
        CHECK(answer.body.find("onclick=") == std::string::npos);
    }
}
