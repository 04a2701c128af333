// SPDX-License-Identifier: Apache-2.0
#include "peil_test/interview.h"

#include <algorithm>

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

TEST_CASE("the researcher reads what the tablet sealed; the header is open", "[protocol][envelope]") {
    peil_test::Tablet tablet;
    const auto envelope = need(Envelope::parse(tablet.envelope(7, "<data><remark>gull</remark></data>")));
    REQUIRE(envelope.header().sequence == 7);
    REQUIRE(envelope.header().field("city")->value == "Heerlen");
    REQUIRE(envelope.header().field("in_care")->reason == "refused");
    REQUIRE(envelope.header().field("remark") == nullptr);
    REQUIRE(envelope.isSignedBy(tablet.signing.publicKey));
    REQUIRE(textOf(need(envelope.open(tablet.researcher)).view()) == "<data><remark>gull</remark></data>");
}

TEST_CASE("a sealed answer is nowhere in the bytes, and short and long answers look alike", "[protocol][envelope]") {
    peil_test::Tablet tablet;
    const auto brief = tablet.envelope(1, "<data>zeemeeuw</data>");
    REQUIRE(textOf(brief).find("zeemeeuw") == std::string_view::npos);
    REQUIRE(brief.size() == tablet.envelope(2, "<data>zeemeeuw and much more than that</data>").size());
}

TEST_CASE("another key does not open it", "[protocol][envelope]") {
    peil_test::Tablet tablet;
    const auto stranger = crypto::makeBoxKeyPair(tablet.rng);
    const auto envelope = need(Envelope::parse(tablet.envelope(1)));
    REQUIRE(envelope.open(stranger).error().code == ProtocolErrc::NotForThisKey);
    const auto other = crypto::makeSigningKeyPair(tablet.rng);
    REQUIRE_FALSE(envelope.isSignedBy(other.publicKey));
}

TEST_CASE("each recipient opens the same answers", "[protocol][envelope]") {
    peil_test::Tablet tablet;
    const auto escrow = crypto::makeBoxKeyPair(tablet.rng);
    const auto bytes = need(sealEnvelope(tablet.header(1), bytesOf("both"),
                                         {tablet.researcher.publicKey, escrow.publicKey}, tablet.signing, tablet.rng));
    const auto envelope = need(Envelope::parse(bytes));
    REQUIRE(textOf(need(envelope.open(tablet.researcher)).view()) == "both");
    REQUIRE(textOf(need(envelope.open(escrow)).view()) == "both");
}

TEST_CASE("no flipped bit goes unnoticed", "[protocol][envelope]") {
    peil_test::Tablet tablet;
    const auto good = tablet.envelope(1);
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto bad = good;
        bad[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
        const auto envelope = Envelope::parse(bad);
        if (envelope && envelope->isSignedBy(tablet.signing.publicKey))
            FAIL("bit flip at byte " << at << " was accepted");
    }
    SUCCEED();
}

TEST_CASE("a truncated envelope is refused at every length", "[protocol][envelope]") {
    peil_test::Tablet tablet;
    const auto good = tablet.envelope(1);
    const auto refused = [&](std::size_t size) { return Envelope::parse(ByteView(good).first(size)).error().code; };
    for (std::size_t size = 0; size < good.size(); size += 13)
        REQUIRE(refused(size) == ProtocolErrc::BadEnvelope);
}

TEST_CASE("a study without recipients, a too large record and a later version are refused", "[protocol][envelope]") {
    peil_test::Tablet tablet;
    REQUIRE(sealEnvelope(tablet.header(1), bytesOf("x"), {}, tablet.signing, tablet.rng).error().code ==
            ProtocolErrc::BadEnvelope);
    const std::string large(kMaxEnvelopeBytes, 'x');
    REQUIRE(sealEnvelope(tablet.header(1), bytesOf(large), {tablet.researcher.publicKey}, tablet.signing, tablet.rng)
                .error()
                .code == ProtocolErrc::TooLarge);
    auto later = tablet.envelope(1);
    later[7] = '2';
    REQUIRE(Envelope::parse(later).error().code == ProtocolErrc::UnknownVersion);
}
