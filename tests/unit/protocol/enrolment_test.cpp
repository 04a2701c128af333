// SPDX-License-Identifier: Apache-2.0
#include "peil_test/interview.h"

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

namespace {

EnrolmentCode someCode() {
    peil_test::SeededRng rng(5);
    EnrolmentCode code;
    code.server = "https://127.0.0.1:8443";
    rng.fill(code.serverPin);
    rng.fill(code.authorityPin);
    code.signerKeyHex = std::string(64, 'a');
    code.secret = Bytes(16, 9);
    return code;
}

} // namespace

TEST_CASE("an enrolment code reads back from its text", "[protocol][enrolment]") {
    const auto code = someCode();
    const auto read = need(decodeEnrolmentCode(encodeEnrolmentCode(code)));
    REQUIRE(read.server == code.server);
    REQUIRE(read.serverPin == code.serverPin);
    REQUIRE(read.secret == code.secret);
}

TEST_CASE("a code that is not ours is refused with what to do", "[protocol][enrolment]") {
    auto plain = someCode();
    plain.server = "http://127.0.0.1";
    for (const auto& text :
         {std::string("hello"), std::string("PEIL1:"), std::string("PEIL1:e30="), encodeEnrolmentCode(plain)}) {
        const auto read = decodeEnrolmentCode(text);
        REQUIRE(read.error().code == ProtocolErrc::BadEnrolmentCode);
        REQUIRE(read.error().context.find("again") != std::string::npos);
    }
}

TEST_CASE("the proof depends on the secret, the key and the request", "[protocol][enrolment]") {
    const Bytes secret(16, 1), other(16, 2);
    const crypto::PublicKey key{1};
    REQUIRE(enrolmentProof(secret, key, "csr") == enrolmentProof(secret, key, "csr"));
    REQUIRE(enrolmentProof(secret, key, "csr") != enrolmentProof(other, key, "csr"));
    REQUIRE(enrolmentProof(secret, key, "csr") != enrolmentProof(secret, key, "csr2"));
    REQUIRE(secretIdOf(secret).size() == 16);
    REQUIRE(secretIdOf(secret) != secretIdOf(other));
}

TEST_CASE("the enrolment messages read back", "[protocol][enrolment]") {
    const EnrolRequest request{"0011223344556677", {4}, {5}, "-----BEGIN CERTIFICATE REQUEST-----"};
    REQUIRE(need(decodeEnrolRequest(encodeEnrolRequest(request))).requestPem == request.requestPem);
    const EnrolReply reply{DeviceId("d"), "HEE", "cert", "ca", {6}, "e1"};
    REQUIRE(need(decodeEnrolReply(encodeEnrolReply(reply))).cityCode == "HEE");
    REQUIRE(decodeEnrolRequest("{}").error().code == ProtocolErrc::BadMessage);
    REQUIRE(decodeEnrolReply("no").error().code == ProtocolErrc::BadMessage);
}
