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
    const auto early = need(fixture.enrolment.invite("AMS", "root"));
    const auto late = need(fixture.enrolment.invite("AMS", "root"));
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
    const auto used = need(fixture.enrolment.invite("AMS", "root")),
               burnt = need(fixture.enrolment.invite("AMS", "root")),
               expired = need(fixture.enrolment.invite("AMS", "root"));
    need(fixture.enrolment.enrol(tablet.request(used.code)));
    auto forged = tablet.request(burnt.code);
    forged.proof[31] ^= 1U;
    CHECK(fixture.enrolment.enrol(forged).error().code == ServiceErrc::EnrolmentProof);
    fixture.clock.advance(std::chrono::hours{1});
    need(fixture.enrolment.invite("AMS", "root"));
    for (const auto& [invitation, state] : {std::pair{used, repository::EnrolmentState::Used},
                                            {burnt, repository::EnrolmentState::Burnt},
                                            {expired, repository::EnrolmentState::Expired}}) {
        const auto row = rowOf(fixture, invitation.secretId);
        REQUIRE(row);
        CHECK(row->state == state);
        CHECK(row->secret.empty());
    }
}

TEST_CASE("an unknown code makes the store write nothing", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const TestTablet tablet(study, 1);
    const auto invitation = need(fixture.enrolment.invite("AMS", "root"));
    auto request = tablet.request(invitation.code);
    request.secretId = std::string(request.secretId.size(), '0');
    const auto log = fixture.folder.path() / "server.db-wal";
    const auto before = std::filesystem::file_size(log);
    for (int i = 0; i < 3; ++i)
        CHECK(fixture.enrolment.enrol(request).error().code == ServiceErrc::EnrolmentUnknown);
    CHECK(std::filesystem::file_size(log) == before);
    need(fixture.enrolment.enrol(tablet.request(invitation.code)));
    CHECK(std::filesystem::file_size(log) > before);
}

TEST_CASE("wrong codes delay their address and no other", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const TestTablet tablet(study, 1);
    const auto router = api::deviceRouter(fixture.context);
    const auto enrol = [&](const protocol::EnrolRequest& message, const std::string& remote) {
        http::Request request;
        request.head = {http::Method::Post, "/v1/enrol", {{"content-type", "application/json"}}};
        request.remote = remote;
        const auto body = protocol::encodeEnrolRequest(message);
        request.body = Bytes(body.begin(), body.end());
        return http::dispatch(router, request, [](const std::string&) {});
    };
    const auto good = tablet.request(need(fixture.enrolment.invite("AMS", "root")).code);
    auto wrong = good;
    wrong.secretId = std::string(good.secretId.size(), '0');
    for (int i = 0; i <= api::kFreeEnrolmentTries; ++i)
        CHECK(enrol(wrong, "192.0.2.9").body.find("enrolment_unknown") != std::string::npos);
    const auto delayed = enrol(good, "192.0.2.9");
    CHECK(delayed.status == 429);
    CHECK(delayed.body.find("enrolment_delayed") != std::string::npos);
    CHECK(delayed.fields.at(0).value == "2");
    CHECK(enrol(good, "192.0.2.1").status == 200);
}

TEST_CASE("a proof over another certificate request burns the code", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const TestTablet tablet(study, 1), other(study, 2);
    const auto invitation = need(fixture.enrolment.invite("HRL", "root"));
    auto request = tablet.request(invitation.code);
    request.requestPem = other.request(invitation.code).requestPem;
    CHECK(fixture.enrolment.enrol(request).error().code == ServiceErrc::EnrolmentProof);
    CHECK(fixture.enrolment.enrol(tablet.request(invitation.code)).error().code == ServiceErrc::EnrolmentUsed);
}

TEST_CASE("a certificate request that cannot be signed enrols no one", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const auto invitation = need(fixture.enrolment.invite("AMS", "root"));
    const auto secret = need(protocol::decodeEnrolmentCode(invitation.code)).secret;
    protocol::EnrolRequest request{protocol::secretIdOf(secret), {}, {}, "not a request"};
    request.proof = protocol::enrolmentProof(secret, request.publicKey, request.requestPem);
    CHECK(fixture.enrolment.enrol(request).error().code == ServiceErrc::BadCertificateRequest);
    CHECK(need(services::readLedger(*fixture.repository, fixture.clock.now())).empty());
}

TEST_CASE("an enrolment whose response was lost can be repeated and leaves no extra tablet", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const TestTablet tablet(study, 1), other(study, 2);
    const auto invitation = need(fixture.enrolment.invite("AMS", "root"));
    const auto first = need(fixture.enrolment.enrol(tablet.request(invitation.code)));
    CHECK(need(fixture.enrolment.enrol(tablet.request(invitation.code))).device == first.device);
    // Nobody else gets in by it, nor the tablet itself once the code has ended.
    CHECK(fixture.enrolment.enrol(other.request(invitation.code)).error().code == ServiceErrc::EnrolmentUsed);
    auto forged = tablet.request(invitation.code);
    forged.proof[0] ^= 1U;
    CHECK(fixture.enrolment.enrol(forged).error().code == ServiceErrc::EnrolmentUsed);
    fixture.clock.advance(std::chrono::minutes{10});
    CHECK(fixture.enrolment.enrol(tablet.request(invitation.code)).error().code == ServiceErrc::EnrolmentUsed);
    // A new code finds the tablet that was never heard of again.
    const auto again = need(fixture.enrolment.invite("HRL", "root"));
    const auto second = need(fixture.enrolment.enrol(tablet.request(again.code)));
    CHECK(second.device == first.device);
    CHECK(second.cityCode == "HRL");
    CHECK(need(services::readLedger(*fixture.repository, fixture.clock.now())).size() == 1);
}

TEST_CASE("a tablet with an earlier certificate stays the tablet that it was, also on an older store",
          "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    TestTablet tablet(study, 1);
    tablet.adopt(need(fixture.enrolment.enrol(tablet.request(need(fixture.enrolment.invite("AMS", "root")).code))));
    fixture.clock.advance(services::Enrolment::kCertificateLife + std::chrono::days{1}); // it has ended
    const auto ask = [&](ServerFixture& at) {
        auto request = tablet.request(need(at.enrolment.invite("AMS", "root")).code);
        request.earlierCertificatePem = tablet.reply().certificatePem;
        return at.enrolment.enrol(request);
    };
    CHECK(need(ask(fixture)).device == tablet.id());
    CHECK(need(services::readLedger(*fixture.repository, fixture.clock.now())).size() == 1);

    // A store that was put back from before the enrolment has never seen it.
    const peil_test::TemporaryFolder older;
    auto repository =
        need(repository::createSqlcipherRepository({older.path()}, fixture.keys.databaseKey, fixture.rng));
    const auto studies = need(services::StudyPublishing::create(*repository, fixture.clock));
    need(studies->publish(study.pack, study.signer.publicKey, "root"));
    services::Enrolment enrolment(*repository, *studies, fixture.keys, "https://127.0.0.1:1", fixture.clock,
                                  fixture.rng);
    auto request = tablet.request(need(enrolment.invite("AMS", "root")).code);
    request.earlierCertificatePem = tablet.reply().certificatePem;
    CHECK(need(enrolment.enrol(request)).device == tablet.id());
    CHECK(need(enrolment.device(tablet.id())).cityCode == "AMS");

    // The certificate alone is not enough, and a revoked tablet does not come back by it.
    const TestTablet thief(study, 2);
    auto stolen = thief.request(need(fixture.enrolment.invite("AMS", "root")).code);
    stolen.earlierCertificatePem = tablet.reply().certificatePem;
    CHECK(fixture.enrolment.enrol(stolen).error().code == ServiceErrc::BadCertificateRequest);
    need(fixture.enrolment.revoke(tablet.id(), "anna"));
    CHECK(ask(fixture).error().code == ServiceErrc::DeviceRevoked);
}

TEST_CASE("a tablet that the store does not know is named, and what it had finished is missed once it enrols again",
          "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    const auto router = api::deviceRouter(fixture.context);
    const auto askAs = [&](const DeviceId& device, const std::string& finalised) {
        http::Request request;
        request.head = {http::Method::Get, "/v1/manifest?finalised=" + finalised, {}};
        request.clientName = device.text();
        return http::dispatch(router, request, [](const std::string&) {}).status;
    };
    // Its certificate is of the same authority, and of an enrolment that this store has never seen.
    TestTablet tablet(study, 1);
    const DeviceId id("0b9a1f7e-0000-4000-8000-000000000001");
    tablet.adopt(
        {.device = id,
         .certificatePem = need(crypto::signRequest(
             fixture.keys.authority, tablet.request(need(fixture.enrolment.invite("AMS", "root")).code).requestPem,
             id.text(), fixture.clock.now(), services::Enrolment::kCertificateLife))});
    CHECK(askAs(id, "6") == 403);
    CHECK(askAs(id, "4") == 403);
    CHECK(askAs(id, "many") == 403);
    const auto strangers = need(fixture.enrolment.strangers());
    REQUIRE(strangers.size() == 1);
    CHECK(strangers[0].id == id);
    CHECK(strangers[0].finalised == 6);

    auto request = tablet.request(need(fixture.enrolment.invite("AMS", "root")).code);
    request.earlierCertificatePem = tablet.reply().certificatePem;
    CHECK(need(fixture.enrolment.enrol(request)).device == id);
    CHECK(need(fixture.enrolment.strangers()).empty());
    CHECK(askAs(id, "2") == 200); // put back from a copy meanwhile
    const auto ledger = need(services::readLedger(*fixture.repository, fixture.clock.now()));
    REQUIRE(ledger.size() == 1);
    CHECK(ledger[0].missing == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6});
}

TEST_CASE("a tablet renews its certificate while it holds, unless it was revoked", "[server][enrolment]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    TestTablet tablet(study, 1);
    const auto code = need(fixture.enrolment.invite("AMS", "root")).code;
    tablet.adopt(need(fixture.enrolment.enrol(tablet.request(code))));
    fixture.clock.advance(services::Enrolment::kCertificateLife - std::chrono::days{60});
    const auto device = need(fixture.enrolment.device(tablet.id()));
    const protocol::RenewRequest request{tablet.request(code).requestPem};
    const auto renewed = need(fixture.enrolment.renew(device, request));
    CHECK(need(crypto::endOf(renewed.certificatePem)) ==
          std::chrono::floor<std::chrono::seconds>(fixture.clock.now() + services::Enrolment::kCertificateLife));
    CHECK(fixture.enrolment.renew(device, {"junk"}).error().code == ServiceErrc::BadCertificateRequest);
    need(fixture.enrolment.revoke(tablet.id(), "anna"));
    CHECK(fixture.enrolment.renew(need(fixture.enrolment.device(tablet.id())), request).error().code ==
          ServiceErrc::DeviceRevoked);
}

TEST_CASE("revoking a tablet that is not there is an error", "[server][enrolment]") {
    ServerFixture fixture;
    CHECK(fixture.enrolment.revoke(DeviceId("nobody"), "anna").error().code == ServiceErrc::DeviceUnknown);
    CHECK(fixture.enrolment.device(DeviceId("nobody")).error().code == ServiceErrc::DeviceUnknown);
    CHECK(fixture.intake.receive(DeviceId("nobody"), {}).error().code == ServiceErrc::DeviceUnknown);
    CHECK(fixture.enrolment.invite("AMS", "root").error().code == ServiceErrc::NoStudy);
    CHECK(fixture.studies->packBytes("none").error().code == ServiceErrc::UnknownPack);
}
