// SPDX-License-Identifier: Apache-2.0
#include "server_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using integration::TestStudy;
using integration::TestTablet;
using services::ServiceErrc;

namespace {

std::optional<repository::EnrolmentRow> rowOf(ServerFixture& fixture, const std::string& secretId) {
    std::optional<repository::EnrolmentRow> row;
    need(fixture.repository->read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(row, records.enrolment(secretId));
        return {};
    }));
    return row;
}

} // namespace

TEST_CASE("a code is good until ten minutes have passed", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const TestTablet tablet(study, 1);
    const auto early = need(fixture.enrolment.invite("AMS"));
    const auto late = need(fixture.enrolment.invite("AMS"));
    CHECK(early.expiresAt == fixture.clock.now() + std::chrono::minutes{10});
    fixture.clock.advance(std::chrono::minutes{10} - std::chrono::milliseconds{1});
    CHECK(need(fixture.enrolment.enrol(tablet.request(early.code))).cityCode == "AMS");
    fixture.clock.advance(std::chrono::milliseconds{1});
    const auto expired = fixture.enrolment.enrol(tablet.request(late.code));
    REQUIRE_FALSE(expired);
    CHECK(expired.error().code == ServiceErrc::EnrolmentExpired);
    CHECK(fixture.enrolment.enrol(tablet.request(late.code)).error().code == ServiceErrc::EnrolmentExpired);
}

TEST_CASE("the secret is gone once a code is used, burnt or expired", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const TestTablet tablet(study, 1);
    const auto used = need(fixture.enrolment.invite("AMS")), burnt = need(fixture.enrolment.invite("AMS")),
               expired = need(fixture.enrolment.invite("AMS"));
    need(fixture.enrolment.enrol(tablet.request(used.code)));
    auto forged = tablet.request(burnt.code);
    forged.proof[31] ^= 1U;
    CHECK(fixture.enrolment.enrol(forged).error().code == ServiceErrc::EnrolmentProof);
    fixture.clock.advance(std::chrono::hours{1});
    need(fixture.enrolment.invite("AMS"));
    for (const auto& [invitation, state] : {std::pair{used, repository::EnrolmentState::Used},
                                            {burnt, repository::EnrolmentState::Burnt},
                                            {expired, repository::EnrolmentState::Expired}}) {
        const auto row = rowOf(fixture, invitation.secretId);
        REQUIRE(row);
        CHECK(row->state == state);
        CHECK(row->secret.empty());
    }
}

TEST_CASE("a proof over another certificate request burns the code", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const TestTablet tablet(study, 1), other(study, 2);
    const auto invitation = need(fixture.enrolment.invite("HRL"));
    auto request = tablet.request(invitation.code);
    request.requestPem = other.request(invitation.code).requestPem;
    CHECK(fixture.enrolment.enrol(request).error().code == ServiceErrc::EnrolmentProof);
    CHECK(fixture.enrolment.enrol(tablet.request(invitation.code)).error().code == ServiceErrc::EnrolmentUsed);
}

TEST_CASE("a certificate request that cannot be signed enrols nobody", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const auto invitation = need(fixture.enrolment.invite("AMS"));
    const auto secret = need(protocol::decodeEnrolmentCode(invitation.code)).secret;
    protocol::EnrolRequest request{protocol::secretIdOf(secret), {}, {}, "not a request"};
    request.proof = protocol::enrolmentProof(secret, request.publicKey, request.requestPem);
    CHECK(fixture.enrolment.enrol(request).error().code == ServiceErrc::BadCertificateRequest);
    CHECK(need(services::readLedger(*fixture.repository)).empty());
}

TEST_CASE("revoking a tablet that is not there is an error", "[server][enrolment]") {
    ServerFixture fixture;
    CHECK(fixture.enrolment.revoke(DeviceId("nobody")).error().code == ServiceErrc::DeviceUnknown);
    CHECK(fixture.enrolment.device(DeviceId("nobody")).error().code == ServiceErrc::DeviceUnknown);
    CHECK(fixture.intake.receive(DeviceId("nobody"), {}).error().code == ServiceErrc::DeviceUnknown);
    CHECK(fixture.enrolment.invite("AMS").error().code == ServiceErrc::NoStudy);
    CHECK(fixture.studies->packBytes("none").error().code == ServiceErrc::UnknownPack);
}
