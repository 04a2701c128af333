// SPDX-License-Identifier: Apache-2.0
#include "server_under_test.h"

#include "peil/crypto/x509.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace integration;
using peil_test::need;

namespace {

Call enrolCall(const peil::protocol::EnrolRequest& request) {
    return {.method = "POST",
            .path = "/v1/enrol",
            .body = peil::protocol::encodeEnrolRequest(request),
            .type = "application/json",
            .fields = {}};
}

} // namespace

TEST_CASE("a tablet with a good code gets a certificate, the manifest and the study", "[integration][enrolment]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    const auto code = need(peil::protocol::decodeEnrolmentCode(server.invite("AMS")));
    CHECK(code.server == server.deviceAddress());
    CHECK(code.signerKeyHex == peil::toHex(study.signer.publicKey));
    CHECK(code.authorityPin == need(peil::crypto::publicKeyPin(server.authorityPem())));

    const auto tablet = server.enrolled(study, "AMS", 1);
    CHECK(tablet.reply().cityCode == "AMS");
    auto client = server.clientOf(tablet);
    const auto manifest = need(peil::protocol::decodeManifest(client.send({.path = "/v1/manifest"}).body));
    CHECK(manifest.packHash == study.packHash);
    CHECK(manifest.epoch == tablet.reply().epoch);
    CHECK_FALSE(manifest.revoked);
    REQUIRE(manifest.quotas.size() == 2);
    CHECK(manifest.quotas[0] == peil::protocol::QuotaCell{"AMS", "opioid", 5, 0});

    const auto pack = client.send({.path = "/v1/form/" + study.packHash});
    CHECK(pack.status == 200);
    CHECK(peil::toBytes(pack.body) == study.pack);
    CHECK(client.send({.path = "/v1/form/0000"}).refusal() == "unknown_pack");
}

TEST_CASE("an enrolment code works once", "[integration][enrolment]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    const auto code = server.invite("AMS");
    auto anyone = server.anyone();
    TestTablet first(study, 1), second(study, 2);
    CHECK(first.enrol(anyone, code).status == 200);
    const auto refused = second.enrol(anyone, code);
    CHECK(refused.status == 403);
    CHECK(refused.refusal() == "enrolment_used");
}

TEST_CASE("a wrong proof burns the code, so that even the right one is refused after it", "[integration][enrolment]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    const auto code = server.invite("AMS");
    auto anyone = server.anyone();
    TestTablet tablet(study, 1);
    auto forged = tablet.request(code);
    forged.proof[0] ^= 1U;
    CHECK(anyone.send(enrolCall(forged)).refusal() == "enrolment_proof");
    CHECK(tablet.enrol(anyone, code).refusal() == "enrolment_used");
}

TEST_CASE("a code of another server is unknown here", "[integration][enrolment]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    TestTablet tablet(study, 1);
    auto request = tablet.request(server.invite("AMS"));
    request.secretId = "0011223344556677";
    CHECK(server.anyone().send(enrolCall(request)).refusal() == "enrolment_unknown");
    CHECK(server.anyone()
              .send({.method = "POST", .path = "/v1/enrol", .body = "{}", .type = "application/json"})
              .refusal() == "bad_message");
    CHECK(server.anyone().send({.method = "POST", .path = "/v1/enrol", .body = "{}", .type = "text/plain"}).refusal() ==
          "unsupported_type");
}

TEST_CASE("no code is made before a study is published or for a city that it has not", "[integration][enrolment]") {
    const ServerUnderTest server;
    const Call call{
        .method = "POST", .path = "/admin/devices", .body = R"({"city":"XYZ"})", .type = "application/json"};
    CHECK(server.admin(call).refusal() == "no_study");
    const TestStudy study;
    server.publish(study);
    CHECK(server.admin(call).refusal() == "unknown_city");
}

TEST_CASE("a revoked tablet is only told to wipe, but its interviews are still received", "[integration][enrolment]") {
    const ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    auto client = server.clientOf(tablet);
    CHECK(server.admin({.method = "DELETE", .path = "/admin/devices/" + tablet.id().text()}).status == 204);
    CHECK(server.admin({.method = "DELETE", .path = "/admin/devices/nobody"}).refusal() == "not_found");

    const auto manifest = need(peil::protocol::decodeManifest(client.send({.path = "/v1/manifest"}).body));
    CHECK(manifest.revoked);
    CHECK(manifest.packHash.empty());
    CHECK(manifest.quotas.empty());
    CHECK(client.send({.path = "/v1/form/" + study.packHash}).refusal() == "device_revoked");
    CHECK(client.send(TestTablet::reconcile({})).refusal() == "device_revoked");
    const auto receipts = tablet.receipts(client.send(tablet.batch({tablet.interview("Amsterdam", "opioid", "1")})));
    REQUIRE(receipts.size() == 1);
    CHECK(receipts[0].status == peil::protocol::ReceiptStatus::Quarantined);
}
